package org.baton.protocol;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The calls that models may make, as the beans declare them. */
public final class BeanContract {

  /** A literal of a call, always a text. */
  public record Literal(String name, Names names) {}

  /** A call as code declares it. */
  public record Call(String bean, String method, ModelCall declared, List<Literal> literals) {

    public String name() {
      return bean + "." + method;
    }
  }

  private final Map<String, List<Call>> calls = new TreeMap<>();

  private BeanContract() {}

  /**
   * @param beans classes that are marked with {@link ModelBean}; several of one name are one bean to models
   * @throws IllegalStateException if a call could not be made as it is declared, or two are alike
   */
  public static BeanContract of(Collection<Class<?>> beans) {
    var contract = new BeanContract();
    beans.forEach(type -> {
      var bean = type.getAnnotation(ModelBean.class).name();
      var all = contract.calls.computeIfAbsent(bean, name -> new ArrayList<>());
      Arrays.stream(type.getDeclaredMethods()).filter(method -> method.isAnnotationPresent(ModelCall.class)).map(method -> call(bean, method)).forEach(all::add);
    });
    contract.calls.values().forEach(calls -> calls.sort(Comparator.comparing(Call::method).thenComparing(call -> call.literals().size())));
    var seen = new HashSet<String>();
    contract.calls().stream().filter(call -> !seen.add(call.name() + "/" + call.literals().size())).findFirst().ifPresent(call -> {
      throw new IllegalStateException("Two beans declare the call " + call.name() + " with " + call.literals().size() + " literals; expected one");
    });
    return contract;
  }

  private static Call call(String bean, Method method) {
    return new Call(bean, method.getName(), method.getAnnotation(ModelCall.class),
        Arrays.stream(method.getParameters()).skip(1).map(BeanContract::literal).toList());
  }

  private static Literal literal(Parameter parameter) {
    if (parameter.getType() != String.class || !parameter.isAnnotationPresent(Names.class)) {
      throw new IllegalStateException("The literal '" + parameter.getName() + "' of " + parameter.getDeclaringExecutable() + " is no text that says what it names; expected a String with @Names");
    }
    return new Literal(parameter.getName(), parameter.getAnnotation(Names.class));
  }

  public Set<String> beans() {
    return calls.keySet();
  }

  public List<Call> calls() {
    return calls.values().stream().flatMap(List::stream).toList();
  }

  /** The forms of a call; none if there is no such call. */
  Stream<Call> forms(String bean, String method) {
    return calls.getOrDefault(bean, List.of()).stream().filter(call -> call.method().equals(method));
  }
}
