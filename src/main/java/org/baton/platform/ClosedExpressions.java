package org.baton.platform;

import java.beans.FeatureDescriptor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collections;
import java.util.Date;
import java.util.Iterator;
import java.util.Set;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.CommandContextFunctions;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.FunctionMapper;
import org.camunda.bpm.impl.juel.jakarta.el.MethodNotFoundException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;

/**
 * The expression language of models, shut: it knows variables with a simple value and the listed methods of the listed beans, and
 * nothing else. There are no properties, no methods of values, no lists or maps, no other objects and no functions but the two that
 * Tasklist's filters use, so that a model which slipped through the pack check still cannot leave the grammar.
 */
class ClosedExpressions extends JuelExpressionManager {

  private static final Set<String> FUNCTIONS = Set.of(CommandContextFunctions.CURRENT_USER, CommandContextFunctions.CURRENT_USER_GROUPS);

  private final ModelBeans modelBeans;
  private final BiConsumer<String, DelegateExecution> beforeCall;

  /** @param beforeCall is told of each call of a bean before it is made, and refuses it by an exception */
  ClosedExpressions(ModelBeans modelBeans, BiConsumer<String, DelegateExecution> beforeCall) {
    this.modelBeans = modelBeans;
    this.beforeCall = beforeCall;
  }

  /** Stands for a bean until one of its methods is called. */
  private record Bean(String name) {}

  /** Stands for {@code execution} or {@code task}, which are arguments and nothing else. */
  private record Argument(String name) {}

  /** Asked for by name, so that whoever adds functions, to this manager or around it, opens nothing. */
  @Override
  protected FunctionMapper createFunctionMapper() {
    return new FunctionMapper() {
      @Override
      public Method resolveFunction(String prefix, String name) {
        if (prefix != null && !prefix.isEmpty() || !FUNCTIONS.contains(name)) {
          throw new ELException("the function '" + name + "' is not open to models; expected none");
        }
        return functions.get(name);
      }
    };
  }

  @Override
  public Expression createExpression(String text) {
    return new JuelExpression(createValueExpression(text), this, text) {
      @Override
      public Object getValue(VariableScope scope, BaseDelegateExecution contextExecution) {
        var value = super.getValue(scope, contextExecution);
        if (value instanceof Bean || value instanceof Argument) {
          throw new ProcessEngineException("'" + text + "' is no value; expected ${variable}, ${variable == constant} or ${bean.method(execution, 'literal')}");
        }
        return value;
      }
    };
  }

  @Override
  protected ELResolver createElResolver() {
    return new Resolver();
  }

  private final class Resolver extends ELResolver {

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
      if (base != null) {
        throw new PropertyNotFoundException("the property '" + property + "' is not open to models; expected a variable by itself");
      }
      var name = String.valueOf(property);
      if (modelBeans.containsKey(name)) {
        context.setPropertyResolved(true);
        return new Bean(name);
      }
      var scope = (VariableScope) context.getContext(VariableScope.class);
      if (name.equals("execution") && execution(scope) != null || name.equals("task") && scope instanceof DelegateTask) {
        context.setPropertyResolved(true);
        return new Argument(name);
      }
      return variable(context, scope, name);
    }

    private Object variable(ELContext context, VariableScope scope, String name) {
      var facts = (VariableContext) context.getContext(VariableContext.class);
      Object value = null;
      if (scope != null && scope.hasVariable(name)) {
        context.setPropertyResolved(true);
        value = scope.getVariable(name);
      } else if (facts != null && facts.containsVariable(name)) {
        context.setPropertyResolved(true);
        value = facts.resolve(name).getValue();
      }
      if (value == null || value instanceof String || value instanceof Boolean || value instanceof Number || value instanceof Date) {
        return value;
      }
      throw new PropertyNotFoundException("the variable '" + name + "' is no text, number, date, true or false; expected one of these");
    }

    @Override
    public Object invoke(ELContext context, Object base, Object name, Class<?>[] types, Object[] arguments) {
      if (!(base instanceof Bean bean) || arguments.length == 0 || !(arguments[0] instanceof Argument)) {
        throw new MethodNotFoundException("the method '" + name + "' is not open to models; expected a method of the listed beans, with execution or task first");
      }
      var scope = (VariableScope) context.getContext(VariableScope.class);
      var method = modelBeans.method(bean.name(), String.valueOf(name), arguments.length).orElseThrow(() -> new MethodNotFoundException(
          "the bean '" + bean.name() + "' has no method '" + name + "' with " + arguments.length + " arguments for models"));
      var values = new Object[arguments.length];
      for (var i = 0; i < values.length; i++) {
        values[i] = argument(arguments[i], method, i, scope);
      }
      beforeCall.accept(bean.name() + "." + name, execution(scope));
      context.setPropertyResolved(true);
      return call(bean, method, values);
    }

    private Object call(Bean bean, Method method, Object[] values) {
      try {
        return method.invoke(modelBeans.get(bean.name()), values);
      } catch (InvocationTargetException e) {
        throw new ELException(e.getCause());
      } catch (IllegalAccessException e) {
        throw new IllegalStateException("A listed method must be public in a public class: " + method, e);
      }
    }

    private Object argument(Object given, Method method, int position, VariableScope scope) {
      var type = method.getParameterTypes()[position];
      Object value = given;
      if (given instanceof Argument argument) {
        value = argument.name().equals("task") ? scope : execution(scope);
      } else if (given instanceof Long number && type == int.class) {
        value = Math.toIntExact(number);
      }
      var fits = type == String.class && value instanceof String || type == int.class && value instanceof Integer
          || type == long.class && value instanceof Long || type == boolean.class && value instanceof Boolean
          || position == 0 && type.isInstance(value);
      if (!fits) {
        throw new MethodNotFoundException("argument " + (position + 1) + " of " + method.getName() + " does not fit; expected " + type.getSimpleName());
      }
      return value;
    }

    /** The execution that an expression is evaluated in; null outside one. */
    private static DelegateExecution execution(VariableScope scope) {
      return scope instanceof DelegateExecution execution ? execution : scope instanceof DelegateTask task ? task.getExecution() : null;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
      return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
      throw new PropertyNotFoundException("'" + property + "' cannot be set by an expression");
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
      return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
      return Collections.emptyIterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
      return null;
    }
  }
}
