package org.baton.platform.web;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.baton.calendar.WorkingCalendar;
import org.baton.casefile.access.CurrentUser;
import org.baton.casefile.access.PageLinks;
import org.baton.platform.PackDeployments.State;
import org.baton.platform.PackDeployments;
import org.baton.platform.Rights;
import org.baton.protocol.Packs.Origin;
import org.baton.protocol.Packs.PackVersion;
import org.baton.protocol.Packs;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Tells managers which version of their pack is in force, who made it, and which release waits for them. */
@RestController
class PacksResource {

  /** Versions shown on the page; the path for machines has all. */
  private static final int NEWEST = 50;

  private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.UK).withZone(WorkingCalendar.ZONE);

  private final PackDeployments deployments;
  private final Packs packs;
  private final CurrentUser user;
  private final PageLinks links;
  private final Template template;

  PacksResource(PackDeployments deployments, Packs packs, CurrentUser user, PageLinks links) throws IOException {
    this.deployments = deployments;
    this.packs = packs;
    this.user = user;
    this.links = links;
    template = Mustache.compiler().emptyStringIsFalse(true).defaultValue("").compile(new ClassPathResource("pages/packs.html").getContentAsString(StandardCharsets.UTF_8));
  }

  @GetMapping("/api/packs")
  @Operation(summary = "The versions of the authority's pack, newest first, and what keeps a shipped release from being in force")
  List<State> list() {
    if (!user.groups().contains(Rights.MANAGERS)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN, "Only managers read versions of packs; expected somebody of the group '" + Rights.MANAGERS + "'");
    }
    return user.authorities().stream().map(deployments::state).filter(state -> !state.versions().isEmpty()).toList();
  }

  @GetMapping(path = "/packs", produces = MediaType.TEXT_HTML_VALUE)
  @Operation(summary = "The versions of the pack as a page")
  String page() {
    return template.execute(Map.of("links", links.from("/packs"), "packs", list().stream().map(state -> Map.of("name", packs.current(state.authority()).profile().name(), "waits", !state.conflicts().isEmpty(),
        "conflicts", state.conflicts(), "refused", state.refused(), "versions", state.versions().stream().limit(NEWEST).map(version -> cells(version, version.equals(state.versions().get(0)))).toList())).toList()));
  }

  private static Map<String, Object> cells(PackVersion version, boolean inForce) {
    return Map.of("version", version.version(), "inForce", inForce, "since", WHEN.format(version.inForceSince()), "origin", version.origin() == Origin.RELEASE ? "A release" : "A manager's change",
        "author", version.author() == null ? "" : version.author(), "deployment", version.deploymentId());
  }
}
