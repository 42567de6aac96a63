package org.baton.platform;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baton.protocol.FormStore;
import org.baton.protocol.ModelBean;
import org.baton.protocol.PackVocabulary;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** The beans that models may call, by name, and nothing else; also what the pack check knows of them. */
@Component
class ModelBeans extends AbstractMap<Object, Object> implements PackVocabulary {

  private final ApplicationContext context;
  private final ObjectProvider<FormStore> stores;
  private final Map<String, Class<?>> types = new TreeMap<>();
  private final Map<String, String> beanNames = new TreeMap<>();

  ModelBeans(ApplicationContext context, ObjectProvider<FormStore> stores) {
    this.context = context;
    this.stores = stores;
    for (var bean : context.getBeanNamesForAnnotation(ModelBean.class)) {
      var name = context.findAnnotationOnBean(bean, ModelBean.class).name();
      types.put(name, context.getType(bean));
      beanNames.put(name, bean);
    }
  }

  @Override
  public boolean containsKey(Object name) {
    return types.containsKey(String.valueOf(name));
  }

  @Override
  public Object get(Object name) {
    return containsKey(name) ? context.getBean(beanNames.get(String.valueOf(name))) : null;
  }

  @Override
  public Set<Entry<Object, Object>> entrySet() {
    return types.keySet().stream().map(name -> Map.entry((Object) name, get(name))).collect(Collectors.toSet());
  }

  @Override
  public Optional<Set<String>> methods(String bean) {
    return Optional.ofNullable(types.get(bean)).map(type -> listed(type).map(Method::getName).collect(Collectors.toSet()));
  }

  /** The method of that name that the bean offers to models; empty if there is none with that number of arguments, the first included. */
  Optional<Method> method(String bean, String name, int arguments) {
    return Optional.ofNullable(types.get(bean)).stream().flatMap(ModelBeans::listed)
        .filter(method -> method.getName().equals(name) && method.getParameterCount() == arguments).findFirst();
  }

  private static Stream<Method> listed(Class<?> type) {
    return Arrays.stream(ClassUtils.getUserClass(type).getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()) && !method.isBridge())
        .filter(method -> method.getParameterCount() > 0)
        .filter(method -> method.getParameterTypes()[0] == DelegateExecution.class || method.getParameterTypes()[0] == DelegateTask.class);
  }

  @Override
  public Set<String> homes() {
    return stores.stream().flatMap(store -> store.homes().stream()).collect(Collectors.toSet());
  }
}
