package org.baton.platform;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.context.annotation.Profile;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Refuses to run on H2 without the demo profile: real families' data belongs in a real database. Asks before anything is made, as
 * opening an H2 database makes its file.
 */
@Component
@Profile("!demo")
class NoDemoDatabase implements BeanFactoryPostProcessor, EnvironmentAware, PriorityOrdered {

  private Environment environment;

  @Override
  public void setEnvironment(Environment environment) {
    this.environment = environment;
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    var url = environment.getProperty("spring.datasource.url", "jdbc:h2:");
    if (url.startsWith("jdbc:h2:")) {
      throw new IllegalStateException("spring.datasource.url is '" + url
          + "'; expected PostgreSQL outside the demo profile: add the profile 'postgres' and set BATON_DB_URL");
    }
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }
}
