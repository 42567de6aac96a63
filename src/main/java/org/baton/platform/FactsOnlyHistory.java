package org.baton.platform;

import java.util.Set;
import org.baton.protocol.Fact;
import org.baton.protocol.Packs;
import org.camunda.bpm.engine.impl.history.AbstractHistoryLevel;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;

/**
 * Keeps all that happened, but of variables only engine facts: an allow-list, so that a name nobody thought of stays out. What a
 * form submits is never kept as such.
 */
class FactsOnlyHistory extends AbstractHistoryLevel {

  static final String NAME = "baton";
  private static final int ID = 71;
  private static final Set<HistoryEventTypes> OF_VARIABLES = Set.of(
      HistoryEventTypes.VARIABLE_INSTANCE_CREATE, HistoryEventTypes.VARIABLE_INSTANCE_UPDATE, HistoryEventTypes.VARIABLE_INSTANCE_MIGRATE,
      HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL, HistoryEventTypes.VARIABLE_INSTANCE_DELETE);

  private final Packs packs;

  FactsOnlyHistory(Packs packs) {
    this.packs = packs;
  }

  @Override
  public int getId() {
    return ID;
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
    if (type == HistoryEventTypes.FORM_PROPERTY_UPDATE) {
      return false;
    }
    if (type instanceof HistoryEventTypes known && OF_VARIABLES.contains(known) && entity instanceof VariableInstanceEntity variable) {
      return isFact(variable);
    }
    return HistoryLevel.HISTORY_LEVEL_FULL.isHistoryEventProduced(type, entity);
  }

  private boolean isFact(VariableInstanceEntity variable) {
    return Fact.all().contains(variable.getName())
        || variable.getProcessDefinitionId() != null
        && packs.ofProcess(variable.getProcessDefinitionId()).engineFacts().contains(variable.getName());
  }
}
