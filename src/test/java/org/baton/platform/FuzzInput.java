package org.baton.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.baton.protocol.FormDefinition.Field;

/** Values of every kind that somebody could send, each decided by the seed alone. Every free text carries {@link #TYPED}. */
final class FuzzInput {

  /** What an answer or a log that repeats a free text is known by. */
  static final String TYPED = "Qzv told";

  private static final List<String> SNIPPETS = List.of("'; drop table family_case; --", "' or '1'='1", "${''.getClass().forName('x')}", "#{execution.id}", "=1/0", "{{caseId}}", "%s%n%d",
      "<script>alert(1)</script>", "<!--", "]]>", "\\u0000", "{\"a\":", "[[[", "null", "NaN", "../../etc/passwd", "%00", "a@b@c", "\u202eright to left\u202c", "\u0645\u0631\u062d\u0628\u0627",
      "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67", "\u4f60\u597d", "e\u0301\u0323\u0323\u0323", "\u0130\u0131\u00df", "line\r\nline", "tab\ttab", "O\u2019Neill", "| a | b |", "* _ ` #", "\ufeff");
  private static final List<String> UNSEEN = List.of("", " ", "\t\n", "\u00a0", "\u200b", "\u2028", "\u3000", "\u200d\u200b \u2060");
  private static final List<String> CONTROLS = List.of("\u0000", "\u0007", "\u001b[31m", "\u007f", "\u0085", "\uffff", "\ud800", "\udc00\ud800", "\ufdd0");
  private static final List<String> DAYS = List.of("2026-02-02", "2015-05-31T23:00:00Z", "2015-06-01Tgarbage", "0015-01-01", "2062-01-01", "2026-02-30", "2026-13-01", "9999-12-31",
      "+999999999-12-31", "-999999999-01-01", "1582-10-10", "2026-02-02T09:00", "2026-02-02T09:00:00+14:00", "2026-02-02T24:00:00Z", "2026-W05", "01/02/2026", "20260202", "1", "1970-01-01T00:00:00Z",
      "1000000000-01-01T00:00:00Z", "2026-03-29T01:30:00", "tomorrow");
  private static final List<Number> NUMBERS = List.of(0, -1, 1, 2, 7, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE, 0.1, -0.0, 1e308, -1e308, Double.MIN_VALUE, Double.NaN,
      Double.POSITIVE_INFINITY, new BigInteger("9".repeat(60)), 1_000_000_001, 3.9999999999999996);
  private static final int LONGEST = 300_000;
  private static final int MANY = 10_000;
  private static final ObjectMapper JSON = JsonMapper.builder().disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS).build();
  private static final ObjectMapper ESCAPED = JsonMapper.builder().disable(JsonWriteFeature.WRITE_NAN_AS_STRINGS).enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final Random random;

  FuzzInput(long seed) {
    random = new Random(seed);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean oneIn(int chances) {
    return random.nextInt(chances) == 0;
  }

  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  /** A text of any kind; now and then a very long one. */
  String text() {
    return switch (below(12)) {
      case 0, 1, 2 -> TYPED + " " + pick(SNIPPETS);
      case 3 -> pick(UNSEEN);
      case 4 -> TYPED + pick(CONTROLS);
      case 5 -> pick(DAYS);
      case 6 -> String.valueOf(pick(NUMBERS));
      case 7 -> repeated(pick(List.of(40, 41, 60, 64, 65, 100, 101, 200, 201, 255, 256, 1000, 3900, 4000, 4001)));
      case 8 -> oneIn(12) ? repeated(1 + below(LONGEST)) : oneIn(4) ? repeated(20_001) : TYPED;
      case 9 -> TYPED + " " + oddText();
      default -> TYPED + " a plain word";
    };
  }

  private String oddText() {
    var text = new StringBuilder();
    for (var i = below(30); i >= 0; i--) {
      text.appendCodePoint(oneIn(3) ? below(0x80) : oneIn(10) ? below(0x110000) : below(0xd800));
    }
    return text.toString();
  }

  private String repeated(int length) {
    var unit = pick(List.of("x", "ab ", "\u00e9", "\ud83d\ude00", "(", "a.", "W"));
    return (TYPED + " " + unit.repeat(length / unit.length() + 1)).substring(0, Math.max(length, 1));
  }

  /** A value of any kind. */
  Object any() {
    return any(0);
  }

  private Object any(int depth) {
    return switch (below(depth > 3 ? 9 : 13)) {
      case 0 -> null;
      case 1, 2 -> pick(NUMBERS);
      case 3 -> random.nextBoolean();
      case 4 -> pick(DAYS);
      case 5, 6, 7, 8 -> text();
      case 9 -> nested(50);
      case 10 -> oneIn(15) ? Collections.nCopies(MANY, oneIn(2) ? Map.of() : TYPED) : many(depth);
      case 11 -> many(depth);
      default -> map(depth);
    };
  }

  private List<Object> many(int depth) {
    var list = new ArrayList<Object>();
    for (var i = below(5); i > 0; i--) {
      list.add(any(depth + 1));
    }
    return list;
  }

  private Map<String, Object> map(int depth) {
    var map = new LinkedHashMap<String, Object>();
    for (var i = below(4); i > 0; i--) {
      map.put(key(), any(depth + 1));
    }
    return map;
  }

  private String key() {
    return oneIn(2) ? pick(List.of("caseId", "meetingId", "value", "type", "__proto__", "", "a.b", "name", "class", "authority")) : text();
  }

  private Object nested(int depth) {
    Object inner = TYPED;
    for (var i = 0; i < depth; i++) {
      inner = oneIn(2) ? Collections.singletonList(inner) : Map.of("a", inner);
    }
    return inner;
  }

  /** The valid answers with one to three of them spoilt, left out, doubled or added. */
  Map<String, Object> spoilt(Map<String, Object> valid, List<Field> fields) {
    var answers = new LinkedHashMap<>(valid);
    for (var i = 1 + below(3); i > 0; i--) {
      if (oneIn(12) || fields.isEmpty()) {
        answers.put(key(), any());
      } else {
        var field = pick(fields);
        answers.compute(field.key(), (key, value) -> spoilt(field, value));
      }
    }
    if (oneIn(15) && !answers.isEmpty()) {
      answers.remove(pick(List.copyOf(answers.keySet())));
    }
    return answers;
  }

  private Object spoilt(Field field, Object value) {
    if (field.repeats() && !oneIn(4)) {
      return rows(field, value);
    }
    if (!field.options().isEmpty() && oneIn(3)) {
      return pick(field.options());
    }
    return switch (field.type()) {
      case "datetime" -> oneIn(3) ? any() : pick(DAYS);
      case "number" -> oneIn(3) ? any() : pick(NUMBERS);
      case "checklist", "taglist" -> oneIn(2) ? any() : new ArrayList<>(Arrays.asList(text(), null, field.options().isEmpty() ? text() : pick(field.options())));
      default -> oneIn(3) ? any() : text();
    };
  }

  private Object rows(Field field, Object value) {
    var rows = new ArrayList<Object>();
    if (value instanceof List<?> given) {
      rows.addAll(given);
    }
    switch (below(6)) {
      case 0 -> rows.add(below(rows.size() + 1), oneIn(2) ? null : any());
      case 1 -> {
        if (!rows.isEmpty()) {
          return new ArrayList<>(Collections.nCopies(oneIn(10) && plain(rows.get(0)) ? MANY : 2 + below(40), rows.get(0)));
        }
      }
      case 2 -> rows.add(map(1));
      default -> {
        var row = new LinkedHashMap<String, Object>();
        if (!rows.isEmpty() && rows.get(0) instanceof Map<?, ?> first) {
          first.forEach((key, cell) -> row.put(String.valueOf(key), cell));
          rows.remove(0);
        }
        if (!field.children().isEmpty()) {
          var child = pick(field.children());
          row.put(child.key(), spoilt(child, row.get(child.key())));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** Copies of what holds copies itself would be more than anybody can send. */
  private static boolean plain(Object row) {
    return row instanceof Map<?, ?> cells && cells.values().stream().noneMatch(cell -> cell instanceof Collection || cell instanceof Map);
  }

  /** What a parameter of that type may be, or anything. @param known ids that exist */
  Object of(Type type, List<String> known, int depth) {
    if (oneIn(8) || depth > 5) {
      return oneIn(3) ? null : any(depth);
    }
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType() == Map.class ? map(depth) : listOf(generic.getActualTypeArguments()[0], known, depth);
    }
    var plain = (Class<?>) type;
    if (plain.isRecord()) {
      var row = new LinkedHashMap<String, Object>();
      for (RecordComponent component : plain.getRecordComponents()) {
        row.put(component.getName(), of(component.getGenericType(), known, depth + 1));
      }
      return row;
    }
    if (plain.isEnum()) {
      return pick(List.of(plain.getEnumConstants())).toString();
    }
    if (plain == LocalDate.class || plain == Instant.class) {
      return pick(DAYS);
    }
    if (plain == int.class || plain == long.class || Number.class.isAssignableFrom(plain)) {
      return pick(NUMBERS);
    }
    if (plain == boolean.class || plain == Boolean.class) {
      return random.nextBoolean();
    }
    return oneIn(2) && !known.isEmpty() ? pick(known) : text();
  }

  private Object listOf(Type type, List<String> known, int depth) {
    var rows = new ArrayList<Object>();
    for (var i = oneIn(20) ? 300 : below(4); i > 0; i--) {
      rows.add(oneIn(15) ? null : of(type, known, depth + 1));
    }
    return rows;
  }

  /** As JSON, which is now and then broken: cut off, with a key twice, a byte that is none, or deeper than anybody reads. */
  byte[] body(Object value) {
    return oneIn(8) ? broken(json(value)) : json(value).getBytes(StandardCharsets.UTF_8);
  }

  String json(Object value) {
    try {
      return (oneIn(3) ? ESCAPED : JSON).writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] broken(String json) {
    var at = below(json.length() + 1);
    return switch (below(9)) {
      case 0 -> json.substring(0, at).getBytes(StandardCharsets.UTF_8);
      case 1 -> (json.substring(0, at) + pick(List.of("{", "}", "\"", ",", "null", "\\", "[")) + json.substring(at)).getBytes(StandardCharsets.UTF_8);
      case 2 -> json.replaceFirst("\\{\"([^\"]*)\":", "{\"$1\":null,\"$1\":").getBytes(StandardCharsets.UTF_8);
      case 3 -> noUtf8(json.getBytes(StandardCharsets.UTF_8));
      case 4 -> json.getBytes(StandardCharsets.UTF_16);
      case 5 -> new byte[0];
      case 6 -> "[".repeat(5000).getBytes(StandardCharsets.UTF_8);
      case 7 -> ("\ufeff" + json).getBytes(StandardCharsets.UTF_8);
      default -> json(any()).getBytes(StandardCharsets.UTF_8);
    };
  }

  private byte[] noUtf8(byte[] bytes) {
    if (bytes.length > 0) {
      bytes[below(bytes.length)] = (byte) 0xc3;
    }
    return bytes;
  }

  /** A file of a pack with a piece lost, doubled, moved or replaced. */
  byte[] spoiltFile(byte[] file) {
    var text = new String(file, StandardCharsets.UTF_8);
    var from = below(text.length() + 1);
    var to = Math.min(text.length(), from + 1 + below(oneIn(3) ? 2000 : 30));
    var spoilt = switch (below(12)) {
      case 0 -> text.substring(0, from);
      case 1 -> text.substring(0, from) + text.substring(to);
      case 2 -> text.substring(0, to) + text.substring(from);
      case 3 -> text.substring(0, from) + text() + text.substring(to);
      case 4 -> text.substring(0, from) + pick(List.of("<x xmlns=\"\"/>", "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///\">]>", "&a;", "{{", "\u0000", "<bpmn:terminateEventDefinition/>", "\"\"", "- ")) + text.substring(from);
      case 5, 6, 7 -> value(text, "\"[^\"<>]{0,60}\"", "\"" + text().replace("\"", "").replace("<", "&lt;").replace("&l", "") + "\"");
      case 8 -> value(text, "<text>[^<]{0,60}</text>", "<text>" + pick(List.of("", "\"\"", "-", "not(1)", "[1..", "> 5", "1/0", "date(\"x\")", "for i in 1..999999999 return i", TYPED)) + "</text>");
      case 9 -> value(text, ": [^\n]{0,60}\n", ": " + pick(List.of("[]", "{}", "~", "&a [*a]", "999999999999", "-1", TYPED)) + "\n");
      case 10 -> pick(List.of("", "{}", "[]", "null", "<a/>", "a: b", "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"/>", "[".repeat(20_000), "<a>".repeat(20_000)));
      default -> new String(noUtf8(text.getBytes(StandardCharsets.UTF_8)), StandardCharsets.ISO_8859_1);
    };
    var out = new ByteArrayOutputStream();
    out.writeBytes(spoilt.getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  private String value(String text, String pattern, String by) {
    var found = java.util.regex.Pattern.compile(pattern).matcher(text);
    var start = below(text.length() + 1);
    return found.find(start) ? text.substring(0, found.start()) + by + text.substring(found.end()) : text + by;
  }
}
