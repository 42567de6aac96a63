package org.baton.platform;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.AbstractMap;
import java.util.Arrays;
import java.util.List;
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
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

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
    return Optional.ofNullable(types.get(bean)).map(type -> offered(type).map(Method::getName).collect(Collectors.toSet()));
  }

  @Override
  public List<List<String>> parameters(String bean, String name) {
    return offered(types.get(bean)).filter(method -> method.getName().equals(name))
        .map(method -> Arrays.stream(method.getParameterTypes()).skip(1).map(ModelBeans::kind).toList()).toList();
  }

  private static Stream<Method> offered(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
        .filter(method -> method.getParameterCount() > 0 && method.getParameterTypes()[0] == DelegateExecution.class);
  }

  private static String kind(Class<?> type) {
    return type == String.class ? "text" : type == boolean.class || type == Boolean.class ? "truth" : "number";
  }

  @Override
  public Set<String> homes() {
    return stores.stream().flatMap(store -> store.homes().stream()).collect(Collectors.toSet());
  }
}
