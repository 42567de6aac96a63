package org.baton.platform;

import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/**
 * The second wall behind the pack check: the expression language knows process variables, the beans for models and their documented
 * methods, and nothing else - no property of any object, no reflection, no list or map. A model that got past the check could still not
 * leave the grammar. Whatever bean is called, the case and the meeting that its process carries are looked at first.
 */
class ClosedExpressions extends JuelExpressionManager {

  private final ModelBeans models;
  private final OwnCase own;

  ClosedExpressions(ModelBeans models, OwnCase own) {
    super(models);
    this.models = models;
    this.own = own;
  }

  @Override
  protected ELResolver createElResolver() {
    var resolvers = new CompositeELResolver();
    resolvers.add(new VariableScopeElResolver());
    resolvers.add(new ListedBeans(models, own));
    return resolvers;
  }
}
