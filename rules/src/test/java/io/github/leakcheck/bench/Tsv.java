package io.github.leakcheck.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows of a tab-separated file with a header line; a cell that is not there is empty. */
final class Tsv {
  private Tsv() {}

  static List<Row> read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    String[] columns = lines.get(0).split("\t", -1);
    List<Row> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      Map<String, String> row = new HashMap<>();
      for (int i = 0; i < Math.min(columns.length, cells.length); i++) {
        row.put(columns[i], cells[i]);
      }
      rows.add(new Row(row));
    }
    return rows;
  }

  /** One row. */
  record Row(Map<String, String> cells) {
    /** Never null. */
    String get(String column) {
      return cells.getOrDefault(column, "");
    }

    int number(String column) {
      return Integer.parseInt(get(column));
    }

    /** The release that a version column names; two colons in it mean other coordinates. */
    Release release(String column) {
      return Release.of(get("groupId"), get("artifactId"), get(column));
    }
  }
}
