package org.camunda.bpm.engine.impl;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.baton.protocol.Fact;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.context.Context;

/**
 * Takes the place of the engine's class of this name, whose checks of expressions in queries stop at the top level: in 7.24.0 an
 * expression inside an or-query is evaluated for anybody who is logged in (CVE-2026-109432). These look into every or-query too, and refuse
 * a person's query by the value of a variable that is no fact of Baton's: what may not be read must not be found letter by letter.
 */
public class QueryValidators {

  /** Beside the variable's name, its type stands among the conditions of an order. */
  private static final Set<String> TYPES = Set.of("string", "integer", "short", "date", "boolean", "long", "double");

  private QueryValidators() {}

  private static boolean hasExpressions(AbstractQuery<?, ?> query) {
    return !query.getExpressions().isEmpty()
        || query instanceof TaskQueryImpl task
        && task.getQueries().stream().anyMatch(nested -> nested != task && !nested.getExpressions().isEmpty());
  }

  private static void refuseHiddenVariables(AbstractQuery<?, ?> query) {
    var who = Context.getCommandContext().getAuthentication();
    if (who == null || who.getUserId() == null || who.getGroupIds() != null && who.getGroupIds().contains("camunda-admin")) {
      return;
    }
    variables(query).filter(name -> !Fact.all().contains(name)).findFirst().ifPresent(name -> {
      throw new BadUserRequestException("Queries by the variable '" + name + "' are forbidden; expected one of " + new TreeSet<>(Fact.all()));
    });
  }

  /** The variables that the query filters or sorts by, those of its or-queries included. */
  private static Stream<String> variables(AbstractQuery<?, ?> query) {
    var filtered = query instanceof TaskQueryImpl task
        ? Stream.concat(task.getVariables().stream().map(QueryVariableValue::getName),
            task.getQueries().stream().filter(nested -> nested != task).flatMap(QueryValidators::variables))
        : query instanceof AbstractVariableQueryImpl<?, ?> other ? other.getQueryVariableValues().stream().map(QueryVariableValue::getName) : Stream.<String>empty();
    var sorted = query.getOrderingProperties().stream().filter(order -> QueryOrderingProperty.RELATION_VARIABLE.equals(order.getRelation()))
        .flatMap(order -> order.getRelationConditions().stream()).map(QueryEntityRelationCondition::getScalarValue).map(String::valueOf)
        .filter(name -> !TYPES.contains(name));
    return Stream.concat(filtered, sorted);
  }

  /** Refuses expressions in queries that come with a request. */
  public static class AdhocQueryValidator<T extends AbstractQuery<?, ?>> implements Validator<T> {

    @SuppressWarnings("rawtypes")
    public static final AdhocQueryValidator INSTANCE = new AdhocQueryValidator();

    @Override
    public void validate(T query) {
      if (!Context.getProcessEngineConfiguration().isEnableExpressionsInAdhocQueries() && hasExpressions(query)) {
        throw new BadUserRequestException("Expressions are forbidden in ad-hoc queries, or-queries included");
      }
      refuseHiddenVariables(query);
    }

    @SuppressWarnings("unchecked")
    public static <T extends AbstractQuery<?, ?>> AdhocQueryValidator<T> get() {
      return INSTANCE;
    }
  }

  /** Refuses expressions in stored filters where the engine is so configured. */
  public static class StoredQueryValidator<T extends AbstractQuery<?, ?>> implements Validator<T> {

    @SuppressWarnings("rawtypes")
    public static final StoredQueryValidator INSTANCE = new StoredQueryValidator();

    @Override
    public void validate(T query) {
      if (!Context.getProcessEngineConfiguration().isEnableExpressionsInStoredQueries() && hasExpressions(query)) {
        throw new BadUserRequestException("Expressions are forbidden in stored queries, or-queries included");
      }
    }

    @SuppressWarnings("unchecked")
    public static <T extends AbstractQuery<?, ?>> StoredQueryValidator<T> get() {
      return INSTANCE;
    }
  }
}
