package org.baton.protocol;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The calls that models may make, as the beans declare them. */
public final class BeanContract {

  /**
   * A literal of a call.
   *
   * @param kind {@code text}, {@code number} or {@code truth}
   */
  public record Literal(String name, String kind, Names names) {}

  /** A call as code declares it. */
  public record Call(String bean, String method, ModelCall declared, List<Literal> literals) {

    public String name() {
      return bean + "." + method;
    }
  }

  private final Map<String, List<Call>> calls = new TreeMap<>();

  private BeanContract() {}

  /** @param beans classes that are marked with {@link ModelBean}; several of one name are one bean to models */
  public static BeanContract of(Collection<Class<?>> beans) {
    var contract = new BeanContract();
    beans.forEach(type -> {
      var bean = type.getAnnotation(ModelBean.class).name();
      var all = contract.calls.computeIfAbsent(bean, name -> new ArrayList<>());
      Arrays.stream(type.getDeclaredMethods()).filter(method -> method.isAnnotationPresent(ModelCall.class)).map(method -> call(bean, method)).forEach(all::add);
    });
    contract.calls.values().forEach(calls -> calls.sort(Comparator.comparing(Call::method).thenComparing(call -> call.literals().size())));
    return contract;
  }

  private static Call call(String bean, Method method) {
    return new Call(bean, method.getName(), method.getAnnotation(ModelCall.class),
        Arrays.stream(method.getParameters()).skip(1).map(BeanContract::literal).toList());
  }

  private static Literal literal(Parameter parameter) {
    var type = parameter.getType();
    return new Literal(parameter.getName(), type == String.class ? "text" : type == boolean.class || type == Boolean.class ? "truth" : "number",
        parameter.getAnnotation(Names.class));
  }

  public Set<String> beans() {
    return calls.keySet();
  }

  public List<Call> calls() {
    return calls.values().stream().flatMap(List::stream).toList();
  }

  /** Which methods the bean offers to models; empty if there is no such bean. */
  public Optional<Set<String>> methods(String bean) {
    return Optional.ofNullable(calls.get(bean)).map(of -> of.stream().map(Call::method).collect(Collectors.toSet()));
  }

  /** The forms of a call; none if there is no such call. */
  Stream<Call> forms(String bean, String method) {
    return calls.getOrDefault(bean, List.of()).stream().filter(call -> call.method().equals(method));
  }
}
