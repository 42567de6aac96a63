package org.camunda.bpm.engine.impl;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.context.Context;

/**
 * Takes the place of the engine's class of this name, whose checks of expressions in queries stop at the top level: in 7.24.0 an
 * expression inside an or-query is evaluated for anybody who is logged in (CVE-2026-109432). These look into every or-query too.
 */
public class QueryValidators {

  private QueryValidators() {}

  private static boolean hasExpressions(AbstractQuery<?, ?> query) {
    return !query.getExpressions().isEmpty()
        || query instanceof TaskQueryImpl task
        && task.getQueries().stream().anyMatch(nested -> nested != task && !nested.getExpressions().isEmpty());
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
