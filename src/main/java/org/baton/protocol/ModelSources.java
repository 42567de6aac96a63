package org.baton.protocol;

import java.util.Map;
import java.util.Optional;

/**
 * What the check of a pack's models looks at.
 *
 * @param models by file name
 * @param tables by decision id
 * @param forms by form id
 * @param letters their texts, by file name without the folder
 */
record ModelSources(Map<String, BpmnFile> models, Map<String, TableModel> tables, Map<String, FormDefinition> forms, Catalogue catalogue, PackVocabulary vocabulary, Map<String, String> letters) {

  Optional<FormDefinition> form(String id) {
    return Optional.ofNullable(forms.get(id));
  }
}
