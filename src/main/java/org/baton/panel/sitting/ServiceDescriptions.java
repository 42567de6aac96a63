package org.baton.panel.sitting;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.baton.protocol.FormShow;
import org.baton.protocol.Markdown;
import org.baton.protocol.Packs;
import org.baton.protocol.Profile;
import org.baton.protocol.Row;
import org.baton.protocol.Shows;
import org.baton.protocol.Submission;
import org.baton.protocol.TableRows;
import org.springframework.stereotype.Component;

@Component
@Shows(value = "panel.serviceDescriptions", about = "What each service that can take cases offers, by the table serviceDescription; those without a current text say so", table = "serviceDescription")
class ServiceDescriptions implements FormShow<Markdown> {

  private final Packs packs;

  ServiceDescriptions(Packs packs) {
    this.packs = packs;
  }

  @Override
  public Optional<Markdown> show(Submission submission, String word) {
    var pack = packs.of(submission.deploymentId());
    return Optional.of(new Markdown(pack.findRows(ServiceDescriptionRow.class).map(table -> pack.profile().services().stream().filter(Profile.Service::leads)
        .map(service -> "- **" + Markdown.escape(service.name()) + "**: " + Markdown.escape(offered(table, service))).collect(Collectors.joining("\n"))).orElse("")));
  }

  private static String offered(TableRows<ServiceDescriptionRow> table, Profile.Service service) {
    return table.find(Map.of("service", service.id())).map(Row::cells).flatMap(row -> row.description()
        .map(offered -> offered + row.asOf().map(day -> " (" + day + ")").orElse(""))).orElse("no current description");
  }
}
