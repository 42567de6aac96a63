package org.baton.platform;

import java.beans.FeatureDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.el.VariableScopeElResolver;
import org.camunda.bpm.impl.juel.jakarta.el.CompositeELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
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
    resolvers.add(new ListedBeans());
    return resolvers;
  }

  private final class ListedBeans extends ELResolver {

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
      if (base == null && models.containsKey(property)) {
        context.setPropertyResolved(true);
        return models.get(property);
      }
      return null;
    }

    @Override
    public Object invoke(ELContext context, Object base, Object name, Class<?>[] types, Object[] arguments) {
      var method = listed(base, String.valueOf(name), arguments);
      if (method == null) {
        throw new ELException("'" + name + "' is no method that models may call; expected one of the beans " + models.names());
      }
      context.setPropertyResolved(true);
      own.require((DelegateExecution) arguments[0]);
      try {
        return method.invoke(base, arguments);
      } catch (InvocationTargetException e) {
        // As the engine's own resolver does: what a bean refuses reaches the caller as the bean said it.
        throw e.getCause() instanceof RuntimeException refused ? refused : new ELException(e.getCause());
      } catch (IllegalAccessException e) {
        throw new ELException(e);
      }
    }

    /** @return null unless the object is one of the beans and the arguments are those of one of its methods for models */
    private Method listed(Object base, String name, Object[] arguments) {
      var bean = models.entrySet().stream().filter(entry -> entry.getValue() == base).map(Map.Entry::getKey).map(String::valueOf).findFirst();
      if (bean.isEmpty() || arguments == null || arguments.length == 0 || !(arguments[0] instanceof DelegateExecution)) {
        return null;
      }
      return models.listed(bean.get()).filter(method -> method.getName().equals(name) && fits(method, arguments)).findFirst().orElse(null);
    }

    private static boolean fits(Method method, Object[] arguments) {
      var types = method.getParameterTypes();
      if (types.length != arguments.length) {
        return false;
      }
      for (var i = 1; i < types.length; i++) {
        if (!types[i].isInstance(arguments[i])) {
          return false;
        }
      }
      return true;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
      return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
      throw new ELException("'" + property + "' cannot be set by an expression");
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
      return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
      return Stream.<FeatureDescriptor>empty().iterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
      return Object.class;
    }
  }
}
