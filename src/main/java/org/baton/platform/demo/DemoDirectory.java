package org.baton.platform.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.baton.notice.Directory;
import org.baton.protocol.AnswerReaders;
import org.baton.protocol.Pack;
import org.baton.protocol.Packs;
import org.baton.protocol.TableModel;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Made-up people for every role, service and outside body that an authority tells something, each with an address of its own for each
 * panel, such as {@code chair.<panel>.<prefix>@example.org}. Only for an authority whose directory is empty.
 */
@Component
@Profile("demo")
@Order(25)
class DemoDirectory implements ApplicationRunner {

  /** Before the weeks that the demo cases live through. */
  private static final String SINCE = "2020-01-01";
  private static final List<String> NAMES = List.of("Ash Arden", "Billie Brook", "Cam Carter", "Dale Drummond", "Ellis Eaton", "Frankie Ford", "Gray Garner",
      "Harper Hale", "Indy Irwin", "Jules Jarvis", "Kit Kendal", "Lou Larkin", "Morgan Mead", "Nico Nash", "Oakley Orr", "Perry Page");
  /** Words of the table of notices that stand for whoever they fit at that moment. */
  private static final Set<String> NO_ENTRY = Set.of("REFERRER", "NOTE", "NEW_MEMBER", "MEMBER", "HOLDER", "ALLOCATED_SERVICE", "members");

  private final Packs packs;
  private final Directory directory;

  DemoDirectory(Packs packs, Directory directory) {
    this.packs = packs;
    this.directory = directory;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    packs.authorities().stream().filter(authority -> directory.entries(List.of(authority)).isEmpty()).forEach(authority ->
        directory.keep(authority, rows(packs.current(authority))));
  }

  private static List<Directory.Row> rows(Pack pack) {
    var rows = new ArrayList<Directory.Row>();
    var forums = pack.profile().forums().stream().map(forum -> forum.id()).toList();
    var roles = pack.roles();
    roles.forEach(role -> {
      switch (pack.role(role).scope()) {
        case FORUM -> forums.forEach(forum -> rows.add(row(pack, "ROLE", role, forum, rows.size())));
        case AUTHORITY -> rows.add(row(pack, "ROLE", role, null, rows.size()));
        default -> { }
      }
    });
    var services = pack.profile().services().stream().map(service -> service.id()).toList();
    services.forEach(service -> {
      forums.forEach(forum -> rows.add(row(pack, "SERVICE", service, forum, rows.size())));
      rows.add(row(pack, "SERVICE", service, null, rows.size()));
    });
    Stream.concat(cells(pack, "notice", "recipient"), cells(pack, "deadline", "tells")).flatMap(told -> Stream.of(told.split(",\\s*"))).filter(told -> !told.isBlank()).distinct()
        .filter(told -> !NO_ENTRY.contains(told) && !roles.contains(told) && !services.contains(told) && !chosenInAForm(pack, told))
        .forEach(told -> rows.add(row(pack, "OUTSIDE", told, null, rows.size())));
    return rows;
  }

  /** {@code supporting-services} is whoever the answer {@code supportingServices} chose. */
  private static boolean chosenInAForm(Pack pack, String told) {
    return pack.forms().stream().anyMatch(form -> pack.form(form).field(AnswerReaders.answerKey(told)).isPresent());
  }

  private static Directory.Row row(Pack pack, String kind, String who, String forum, int number) {
    return new Directory.Row(null, kind, who, forum, NAMES.get(number % NAMES.size()), (kind.equals("ROLE") ? "" : kind.toLowerCase() + ".") + who
        + (forum == null ? "" : "." + forum) + "." + pack.profile().caseNumberPrefix().toLowerCase() + "@example.org", SINCE, null);
  }

  private static Stream<String> cells(Pack pack, String table, String output) {
    var model = pack.table(table).model();
    var index = model.outputs().stream().map(TableModel.Column::expression).toList().indexOf(output);
    return model.rules().stream().map(rule -> rule.outputs().get(index).replace("\"", ""));
  }
}
