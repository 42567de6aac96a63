package org.baton.story;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;

/** Rows that show one thing, in a file of examples of any kind. */
record Example<R>(
    @JsonPropertyDescription("What the rows show, one sentence") String says,
    @JsonPropertyDescription("What they prove, three at most") List<String> clauses,
    @JsonPropertyDescription("What it is shown by") List<R> rows) {

  Example {
    clauses = clauses == null ? List.of() : List.copyOf(clauses);
    if (says == null || rows == null || rows.isEmpty() || clauses.size() > PackYaml.MOST_CLAUSES) {
      throw new IllegalArgumentException("An example says what it shows ('says'), its 'rows', and three 'clauses' at most");
    }
  }
}
