package org.baton.platform;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.baton.protocol.BeanContract;
import org.baton.protocol.FormContract;
import org.baton.protocol.FormShow;
import org.baton.protocol.FormTarget;
import org.baton.protocol.ModelBean;
import org.baton.protocol.PackRule;
import org.baton.protocol.PackTable;
import org.baton.protocol.TableContract;
import org.baton.protocol.TableRule;
import org.baton.protocol.TimerRule;
import org.springframework.beans.BeanUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.util.ClassUtils;

/** Collects what the modules offer to packs, of their classes alone: what they offer is made later. */
@Configuration
public class Contract {

  private static final String BATON = "org.baton";

  @Bean
  static FormContract formContract(ApplicationContext context) {
    return FormContract.of(types(context, FormTarget.class), types(context, FormShow.class));
  }

  @Bean
  static TableContract tableContract() {
    return tables();
  }

  @Bean
  static List<TableRule> tableRules() {
    return rules();
  }

  /** The calls that models may make. */
  public static BeanContract beans() {
    return BeanContract.of(found(new AnnotationTypeFilter(ModelBean.class)));
  }

  /** The tables that the modules declare. */
  public static TableContract tables() {
    return TableContract.of(found(new AnnotationTypeFilter(PackTable.class)));
  }

  /** What the modules say that rows must say together, in the order of their names. */
  public static List<TableRule> rules() {
    return made(TableRule.class);
  }

  /** What the modules say that the parts of a pack must say together, in the order of their names. */
  public static List<PackRule> packRules() {
    return made(PackRule.class);
  }

  /** What the modules say that the clocks of models must say together, in the order of their names. */
  public static List<TimerRule> timerRules() {
    return made(TimerRule.class);
  }

  private static <T> List<T> made(Class<T> of) {
    return found(new AssignableTypeFilter(of)).stream().sorted(Comparator.comparing(Class::getName)).map(type -> of.cast(BeanUtils.instantiateClass(type))).toList();
  }

  private static List<Class<?>> found(TypeFilter filter) {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(filter);
    return scanner.findCandidateComponents(BATON).stream().<Class<?>>map(definition -> ClassUtils.resolveClassName(definition.getBeanClassName(), null)).toList();
  }

  private static List<Class<?>> types(ApplicationContext context, Class<?> of) {
    var types = new ArrayList<Class<?>>();
    for (var name : context.getBeanNamesForType(of, true, false)) {
      types.add(context.getType(name, false));
    }
    return types;
  }
}
