package org.baton.support;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.baton.protocol.ModelBean;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** What models may call, read from the classes, so that no test keeps a list of its own. */
public final class ModelCalls {

  private ModelCalls() {}

  /** The methods of each bean by its name in models. */
  public static Map<String, Set<String>> byBean() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ModelBean.class));
    var beans = new TreeMap<String, Set<String>>();
    scanner.findCandidateComponents("org.baton").stream().map(definition -> type(definition.getBeanClassName()))
        .forEach(type -> beans.put(type.getAnnotation(ModelBean.class).name(), Arrays.stream(type.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()) && method.getParameterCount() > 0 && method.getParameterTypes()[0] == DelegateExecution.class)
            .map(Method::getName).collect(Collectors.toSet())));
    return beans;
  }

  /** The kinds of literals that the method takes after {@code execution}, for each of its forms. */
  public static List<List<String>> parameters(String bean, String method) {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ModelBean.class));
    return scanner.findCandidateComponents("org.baton").stream().map(definition -> type(definition.getBeanClassName()))
        .filter(type -> type.getAnnotation(ModelBean.class).name().equals(bean)).flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(one -> one.getName().equals(method) && Modifier.isPublic(one.getModifiers()))
        .map(one -> Arrays.stream(one.getParameterTypes()).skip(1).map(type -> type == String.class ? "text" : type == boolean.class ? "truth" : "number").toList()).toList();
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
