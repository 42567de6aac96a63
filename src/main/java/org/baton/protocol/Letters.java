package org.baton.protocol;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/** Writes what a pack's templates say. */
@Service
public class Letters {

  /** What every letter can say. */
  static final String AUTHORITY_NAME = "authority";
  static final Mustache.Compiler MUSTACHE = Mustache.compiler().escapeHTML(false).strictSections(false)
      .withFormatter(value -> (value instanceof Supplier<?> asked ? asked.get() : value).toString());

  private final List<LetterData> sources;

  public Letters(List<LetterData> sources) {
    this.sources = sources;
  }

  /** @param subject first line of the template, after {@code Subject:} */
  public record Letter(String subject, String body) {}

  /**
   * Writes a letter from a template of the pack.
   *
   * @throws IllegalStateException if the template names something that nobody knows here: better no letter than a wrong one
   */
  public Letter write(Pack pack, String template, Map<String, Object> facts) {
    var text = fill(pack, "Template '" + template + "'", pack.template(template), facts);
    var firstLine = text.lines().findFirst().orElse("");
    return new Letter(firstLine.replaceFirst("^Subject:\\s*", ""), text.substring(Math.min(text.length(), firstLine.length() + 1)).strip() + "\n");
  }

  /**
   * Fills in what a cell of a table leaves open, for example the day in the category of a document.
   *
   * @throws IllegalStateException as {@link #write}
   */
  public String fill(Pack pack, String cell, Map<String, Object> facts) {
    return cell.contains("{{") ? fill(pack, "'" + cell + "'", cell, facts) : cell;
  }

  private String fill(Pack pack, String what, String text, Map<String, Object> facts) {
    var data = new HashMap<String, Object>();
    data.put(AUTHORITY_NAME, pack.profile().name());
    var known = new HashMap<>(facts);
    known.put(LetterData.AUTHORITY, pack.authority());
    sources.forEach(source -> {
      var said = source.data(known);
      assert source.names().containsAll(said.keySet()) : source + " gives " + said.keySet() + ", but names only " + source.names();
      data.putAll(said);
    });
    try {
      return MUSTACHE.compile(text).execute(data);
    } catch (MustacheException e) {
      throw new IllegalStateException(what + " of '" + pack.authority() + "' cannot be written: " + e.getMessage(), e);
    }
  }
}
