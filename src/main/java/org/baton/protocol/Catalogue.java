package org.baton.protocol;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The clauses of one authority's published protocol, in the order of the document. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Catalogue(String authority, String title, String source, boolean complete, List<Clause> clauses) {

  public Optional<Clause> find(String id) {
    return Optional.ofNullable(byId().get(id));
  }

  private Map<String, Clause> byId() {
    var byId = new LinkedHashMap<String, Clause>();
    clauses.forEach(clause -> byId.put(clause.id(), clause));
    return byId;
  }
}
