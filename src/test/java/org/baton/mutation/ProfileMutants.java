package org.baton.mutation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.baton.protocol.Pack;
import org.baton.protocol.PackFiles;

/** What can be taken away from the services of a profile: each is a line of its own. */
final class ProfileMutants {

  private static final Pattern SERVICE = Pattern.compile("(?m)^ *- \\{id: ([a-z0-9-]+),.*clause: ([A-Z]{3}-[^,} ]+).*}\\n");
  private static final Pattern YES_OR_NO = Pattern.compile("(core|leads|countsForQuorum): (true|false)");

  private final Pack pack;

  ProfileMutants(Pack pack) {
    this.pack = pack;
  }

  List<Mutant> all() {
    var mutants = new ArrayList<Mutant>();
    var yaml = new String(pack.files().content().get(PackFiles.PROFILE), StandardCharsets.UTF_8);
    SERVICE.matcher(yaml).results().forEach(service -> {
      var line = service.group();
      mutants.add(mutant(service.group(1), service.group(2), "gone", line, yaml.replace(line, "")));
      YES_OR_NO.matcher(line).results().forEach(may -> mutants.add(mutant(service.group(1), service.group(2), may.group(1), line,
          yaml.replace(line, line.replace(may.group(), may.group(1) + ": " + (may.group(2).equals("true") ? "false" : "true"))))));
    });
    return mutants;
  }

  private Mutant mutant(String service, String clause, String detail, String before, String after) {
    return new Mutant(pack.authority(), Kind.SERVICE, PackFiles.PROFILE, service, detail, List.of(clause), before, after.getBytes(StandardCharsets.UTF_8));
  }
}
