package org.baton.platform;

import java.beans.FeatureDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;

/** Resolves the beans that models may call, and of each the methods that it offers; nothing can be read of them or set. */
final class ListedBeans extends ELResolver {

  private final ModelBeans models;
  private final OwnCase own;

  ListedBeans(ModelBeans models, OwnCase own) {
    this.models = models;
    this.own = own;
  }

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
    var call = listed(base, String.valueOf(name), arguments)
        .orElseThrow(() -> new ELException("'" + name + "' is no method that models may call; expected one of the beans " + models.names()));
    context.setPropertyResolved(true);
    own.require((DelegateExecution) arguments[0]);
    try {
      return call.method().invoke(call.bean(), arguments);
    } catch (InvocationTargetException e) {
      // As the engine's own resolver does: what a bean refuses reaches the caller as the bean said it.
      throw e.getCause() instanceof RuntimeException refused ? refused : new ELException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new ELException(e);
    }
  }

  /** Empty unless the object is one of the beans and the arguments are those of one of its methods for models. */
  private Optional<ModelBeans.Bound> listed(Object base, String name, Object[] arguments) {
    if (!(base instanceof ModelBeans.Offered offered) || arguments == null || arguments.length == 0 || !(arguments[0] instanceof DelegateExecution)) {
      return Optional.empty();
    }
    return models.listed(offered).filter(call -> call.method().getName().equals(name) && fits(call.method(), arguments)).findFirst();
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
