package org.baton.notice;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** Files of directory rows, line by line, so that one that cannot be read leaves the others. */
final class DirectoryCsv {

  static final List<String> COLUMNS = List.of("kind", "who", "forum", "name", "address", "since", "until");
  private static final CsvMapper CSV = CsvMapper.builder().enable(CsvParser.Feature.WRAP_AS_ARRAY, CsvParser.Feature.TRIM_SPACES).build();

  private DirectoryCsv() {}

  static Directory.Row row(List<String> columns, List<String> cells) {
    if (cells.size() > columns.size()) {
      throw new IllegalArgumentException("there are " + cells.size() + " cells; expected " + columns.size());
    }
    var row = new HashMap<String, String>();
    for (var i = 0; i < cells.size(); i++) {
      row.put(columns.get(i), cells.get(i));
    }
    return new Directory.Row(null, row.get("kind"), row.get("who"), row.get("forum"), row.get("name"), row.get("address"), row.get("since"), row.get("until"));
  }

  static List<String> cells(String line, char separator) {
    try (MappingIterator<String[]> rows = CSV.readerFor(String[].class).with(CsvSchema.emptySchema().withColumnSeparator(separator)).readValues(line)) {
      return rows.hasNext() ? List.of(rows.next()) : List.of();
    } catch (IOException | RuntimeJsonMappingException e) {
      throw new IllegalArgumentException("it cannot be read; expected cells parted by '" + separator + "', quotes closed on the same line");
    }
  }

  static List<byte[]> lines(byte[] file) {
    var lines = new ArrayList<byte[]>();
    var line = new ByteArrayOutputStream();
    for (var one : file) {
      if (one == '\n') {
        lines.add(line.toByteArray());
        line.reset();
      } else if (one != '\r') {
        line.write(one);
      }
    }
    lines.add(line.toByteArray());
    return lines;
  }

  static Optional<String> decoded(byte[] line) {
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
