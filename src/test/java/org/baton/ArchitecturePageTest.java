package org.baton;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The page for strangers is short, and its drawing of the modules is what they declare. */
class ArchitecturePageTest {

  private static final Path PAGE = Path.of("docs/architecture.md");
  private static final Pattern ARROW = Pattern.compile("(?m)^  (\\w+) --> (\\w+)$");
  private static final String WIRES = "platform";

  @Test
  void it_is_short() throws IOException {
    assertThat(Files.readAllLines(PAGE)).hasSizeLessThan(150);
  }

  @Test
  void the_drawing_shows_what_each_module_may_use() throws IOException {
    var drawn = new TreeMap<String, Set<String>>();
    var drawing = Files.readString(PAGE).split("```mermaid\nflowchart BT\n")[1].split("```")[0];
    ARROW.matcher(drawing).results().forEach(arrow -> drawn.computeIfAbsent(arrow.group(1), from -> new TreeSet<>()).add(arrow.group(2)));
    var modules = ApplicationModules.of(Baton.class);

    assertThat(drawn.keySet()).isEqualTo(new TreeSet<>(modules.stream().map(ArchitecturePageTest::name).filter(name -> !name.equals("calendar")).toList()));
    modules.stream().map(ArchitecturePageTest::name).filter(name -> !name.equals(WIRES)).forEach(name -> {
      assertThat(declared(name)).as("arrows of %s", name).containsAll(drawn.getOrDefault(name, Set.of()));
      assertThat(reached(drawn, name)).as("what %s may use", name).containsAll(declared(name));
    });
    assertThat(reached(drawn, WIRES)).hasSize(drawn.size());
  }

  private static Set<String> declared(String module) {
    try {
      var marked = Class.forName("org.baton." + module + ".package-info").getAnnotation(org.springframework.modulith.ApplicationModule.class);
      return new TreeSet<>(List.of(marked.allowedDependencies()).stream().map(name -> name.split(" ")[0]).toList());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String name(ApplicationModule module) {
    return module.getBasePackage().getLocalName();
  }

  private static Set<String> reached(Map<String, Set<String>> arrows, String from) {
    var reached = new TreeSet<String>();
    var open = new ArrayDeque<String>(arrows.getOrDefault(from, Set.of()));
    while (!open.isEmpty()) {
      var at = open.pop();
      if (reached.add(at)) {
        open.addAll(arrows.getOrDefault(at, Set.of()));
      }
    }
    return reached;
  }
}
