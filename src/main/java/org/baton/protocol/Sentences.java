package org.baton.protocol;

import com.fasterxml.jackson.core.type.TypeReference;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What Baton itself says in chronologies, minutes, papers and reasons: a sentence under each name. A pack that has a file of its own says
 * those that stand there in its own words.
 */
public final class Sentences {

  /** The pack's own, under this name among its files. */
  static final String FILE = "templates/sentences.yaml";
  static final Mustache.Compiler MUSTACHE = Mustache.compiler().escapeHTML(false).strictSections(false).emptyStringIsFalse(true).nullValue("")
      .withFormatter(value -> value instanceof LocalDate day ? AnswerWords.DAY.format(day) : String.valueOf(value));

  private static final TypeReference<TreeMap<String, String>> TEXTS = new TypeReference<>() {};
  private static final Map<String, String> SHARED = read(PackFiles.shared("templates", "sentences.yaml"));
  private static final Map<String, Template> SHARED_TEMPLATES = compiled(SHARED);

  private final Map<String, Template> own;

  /** @param own the file of the pack; null if it has none */
  Sentences(byte[] own) {
    this.own = own == null ? Map.of() : compiled(read(own));
  }

  /** Every sentence as all authorities say it that do not say it otherwise, by name. */
  public static Map<String, String> shared() {
    return SHARED;
  }

  /** @throws java.io.UncheckedIOException if the file is no YAML of texts */
  static Map<String, String> read(byte[] yaml) {
    return Collections.unmodifiableMap(StrictYaml.read(yaml, TEXTS));
  }

  /**
   * @param namesAndValues in turn; a value that is null is not known, a day is said as a day
   * @throws IllegalArgumentException if there is no such sentence
   */
  String say(String name, Object... namesAndValues) {
    var template = own.getOrDefault(name, SHARED_TEMPLATES.get(name));
    if (template == null) {
      throw new IllegalArgumentException("There is no sentence '" + name + "'; expected one of " + SHARED.keySet());
    }
    var facts = new HashMap<String, Object>();
    for (var i = 0; i < namesAndValues.length; i += 2) {
      facts.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return template.execute(facts);
  }

  /** The authority's own words, where they have no placeholders. */
  Optional<String> own(String name) {
    return Optional.ofNullable(own.get(name)).map(template -> template.execute(Map.of()));
  }

  /** As {@link #own}, of those of all authorities. */
  Optional<String> ofBaton(String name) {
    return Optional.ofNullable(SHARED_TEMPLATES.get(name)).map(template -> template.execute(Map.of()));
  }

  private static Map<String, Template> compiled(Map<String, String> texts) {
    var templates = new TreeMap<String, Template>();
    texts.forEach((name, text) -> templates.put(name, MUSTACHE.compile(text)));
    return templates;
  }
}
