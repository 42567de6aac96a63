package org.baton.platform;

import java.util.ArrayList;
import java.util.List;
import org.baton.protocol.FormContract;
import org.baton.protocol.FormShow;
import org.baton.protocol.FormTarget;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Collects what the modules offer to packs. */
@Configuration
class Contract {

  /** Of the classes alone: what declares it is made later. */
  @Bean
  static FormContract formContract(ApplicationContext context) {
    return FormContract.of(types(context, FormTarget.class), types(context, FormShow.class));
  }

  private static List<Class<?>> types(ApplicationContext context, Class<?> of) {
    var types = new ArrayList<Class<?>>();
    for (var name : context.getBeanNamesForType(of, true, false)) {
      types.add(context.getType(name, false));
    }
    return types;
  }
}
