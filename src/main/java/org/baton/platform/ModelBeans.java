package org.baton.platform;

import java.lang.reflect.Method;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baton.deadline.Anchors;
import org.baton.deadline.Deadlines;
import org.baton.protocol.BeanContract;
import org.baton.protocol.FormContract;
import org.baton.protocol.LetterData;
import org.baton.protocol.ModelBean;
import org.baton.protocol.ModelCall;
import org.baton.protocol.Moment;
import org.baton.protocol.PackRule;
import org.baton.protocol.PackVocabulary;
import org.baton.protocol.TableContract;
import org.baton.protocol.TableRule;
import org.baton.protocol.TimerRule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** The beans that models may call, by name, and nothing else; also what the pack check knows of them. */
@Component
class ModelBeans extends AbstractMap<Object, Object> implements PackVocabulary {

  private final ApplicationContext context;
  private final BeanContract contract;
  private final FormContract forms;
  private final TableContract tables;
  private final List<TableRule> rules;
  private final List<PackRule> packRules = Contract.packRules();
  private final List<TimerRule> timerRules = Contract.timerRules();
  private final ObjectProvider<LetterData> letterData;
  private final ObjectProvider<Anchors> anchors;
  /** Names of Spring's beans by those that models know; several can be one bean to models. */
  private final Map<String, List<String>> beanNames = new TreeMap<>();
  private final Map<String, List<Listed>> methods = new TreeMap<>();

  ModelBeans(ApplicationContext context, FormContract forms, TableContract tables, List<TableRule> rules, ObjectProvider<LetterData> letterData, ObjectProvider<Anchors> anchors) {
    this.letterData = letterData;
    this.anchors = anchors;
    this.context = context;
    this.forms = forms;
    this.tables = tables;
    this.rules = rules;
    for (var bean : context.getBeanNamesForAnnotation(ModelBean.class)) {
      beanNames.computeIfAbsent(context.findAnnotationOnBean(bean, ModelBean.class).name(), name -> new ArrayList<>()).add(bean);
    }
    beanNames.forEach((name, beans) -> methods.put(name, beans.stream().flatMap(bean -> Arrays.stream(context.getType(bean).getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(ModelCall.class)).map(method -> new Listed(method, bean))).toList()));
    contract = BeanContract.of(beanNames.values().stream().flatMap(List::stream).<Class<?>>map(context::getType).toList());
  }

  /** A bean as expressions see it: nothing but a name. */
  record Offered(String name) {}

  private record Listed(Method method, String bean) {}

  /** A method that models may call, and the object that has it. */
  record Bound(Method method, Object bean) {}

  /** The methods of a bean that models may call. */
  Stream<Bound> listed(Offered offered) {
    return methods.getOrDefault(offered.name(), List.of()).stream().map(one -> new Bound(one.method(), context.getBean(one.bean())));
  }

  @Override
  public boolean containsKey(Object name) {
    return beanNames.containsKey(String.valueOf(name));
  }

  @Override
  public Object get(Object name) {
    return containsKey(name) ? new Offered(String.valueOf(name)) : null;
  }

  @Override
  public Set<Entry<Object, Object>> entrySet() {
    return beanNames.keySet().stream().map(name -> Map.entry((Object) name, get(name))).collect(Collectors.toSet());
  }

  @Override
  public BeanContract beans() {
    return contract;
  }

  Set<String> names() {
    return Set.copyOf(beanNames.keySet());
  }

  @Override
  public TableContract tables() {
    return tables;
  }

  @Override
  public List<TableRule> tableRules() {
    return rules;
  }

  @Override
  public List<PackRule> packRules() {
    return packRules;
  }

  @Override
  public List<TimerRule> timerRules() {
    return timerRules;
  }

  @Override
  public FormContract forms() {
    return forms;
  }

  @Override
  public Stream<LetterData> letterData() {
    return letterData.stream();
  }

  @Override
  public Map<String, Moment> anchorMoments() {
    return Moment.together(anchors.stream().map(Anchors::since));
  }

  @Override
  public Set<String> anchors() {
    return Stream.concat(Deadlines.ANCHORS.keySet().stream(), anchors.stream().flatMap(known -> known.names().keySet().stream())).collect(Collectors.toSet());
  }
}
