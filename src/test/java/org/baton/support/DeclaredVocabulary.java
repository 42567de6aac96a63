package org.baton.support;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baton.deadline.Anchors;
import org.baton.deadline.Deadlines;
import org.baton.protocol.BeanContract;
import org.baton.protocol.FormContract;
import org.baton.protocol.FormShow;
import org.baton.protocol.FormTarget;
import org.baton.protocol.LetterData;
import org.baton.protocol.Moment;
import org.baton.platform.Contract;
import org.baton.protocol.PackRule;
import org.baton.protocol.PackVocabulary;
import org.baton.protocol.TableContract;
import org.baton.protocol.TableRule;
import org.baton.protocol.TimerRule;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/** What the modules offer to packs, read from their classes as the running application does it, but without one. */
public final class DeclaredVocabulary implements PackVocabulary {

  /** The calls that models may make. */
  public static final BeanContract BEANS = Contract.beans();
  /** The tables that Java reads. */
  public static final TableContract TABLES = Contract.tables();
  private static final List<PackRule> PACK_RULES = Contract.packRules();
  private static final List<TimerRule> TIMER_RULES = Contract.timerRules();
  private static final List<TableRule> RULES = Contract.rules();
  /** What forms can name, as the running application declares it. */
  public static final FormContract FORMS = FormContract.of(types(FormTarget.class), types(FormShow.class));

  private final List<LetterData> letterData = all(LetterData.class);
  private final List<Anchors> anchors = all(Anchors.class);

  @Override
  public BeanContract beans() {
    return BEANS;
  }

  @Override
  public TableContract tables() {
    return TABLES;
  }

  @Override
  public List<TableRule> tableRules() {
    return RULES;
  }

  @Override
  public List<PackRule> packRules() {
    return PACK_RULES;
  }

  @Override
  public List<TimerRule> timerRules() {
    return TIMER_RULES;
  }

  @Override
  public FormContract forms() {
    return FORMS;
  }

  @Override
  public Set<String> anchors() {
    return Stream.concat(Deadlines.ANCHORS.keySet().stream(), together(anchors, known -> known.names().keySet()).stream()).collect(Collectors.toSet());
  }

  /** By name, sorted. */
  public Map<String, String> anchorsInWords() {
    var words = new TreeMap<>(Deadlines.ANCHORS);
    anchors.forEach(known -> words.putAll(known.names()));
    return words;
  }

  @Override
  public Stream<LetterData> letterData() {
    return letterData.stream();
  }

  @Override
  public Map<String, Moment> anchorMoments() {
    return Moment.together(anchors.stream().map(Anchors::since));
  }

  private static <T> Set<String> together(List<T> some, Function<T, Set<String>> names) {
    return some.stream().flatMap(one -> names.apply(one).stream()).collect(Collectors.toSet());
  }

  private static <T> List<T> all(Class<T> type) {
    return types(type).stream().map(found -> type.cast(made(found))).toList();
  }

  private static List<Class<?>> types(Class<?> type) {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    var assignable = new AssignableTypeFilter(type);
    scanner.addIncludeFilter((reader, factory) -> assignable.match(reader, factory) && reader.getAnnotationMetadata().isAnnotated(Component.class.getName()));
    return scanner.findCandidateComponents("org.baton").stream().<Class<?>>map(definition -> ClassUtils.resolveClassName(definition.getBeanClassName(), null)).toList();
  }

  /** Made without what it works with: what it declares is constant. */
  private static Object made(Class<?> type) {
    try {
      Constructor<?> constructor = type.getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      return constructor.newInstance(new Object[constructor.getParameterCount()]);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
