package org.baton.platform.web;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** What every request passes before it reaches a resource, and how the engine knows people. */
@Configuration
class WebConfiguration {

  /** First of all, so that an answer of any other filter has them too. */
  @Bean
  FilterRegistrationBean<SecurityHeaders> securityHeaders(WebSettings settings) throws IOException {
    return first(new SecurityHeaders(settings, InstantSource.system()), 0);
  }

  @Bean
  FilterRegistrationBean<CrossSite> crossSite(WebSettings settings) {
    return first(new CrossSite(settings), 2);
  }

  /** Behind the log-in, so that nobody without one learns what an address takes. */
  @Bean
  FilterRegistrationBean<Paging> paging() {
    var filter = new FilterRegistrationBean<>(new Paging());
    filter.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
    filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
    filter.setOrder(Ordered.LOWEST_PRECEDENCE);
    filter.setAsyncSupported(true);
    return filter;
  }

  /** The page that the server shows errors with is none that somebody may ask for. */
  @Bean
  FilterRegistrationBean<Filter> noErrorPage() {
    Filter notFound = (request, response, chain) -> ((HttpServletResponse) response).sendError(HttpServletResponse.SC_NOT_FOUND);
    var filter = first(notFound, 3);
    filter.addUrlPatterns("/error");
    return filter;
  }

  private static <T extends Filter> FilterRegistrationBean<T> first(T filter, int place) {
    var registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
    registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
    return registration;
  }

  @Bean
  RequestErrors requestErrors() {
    return new RequestErrors();
  }

  @Bean
  RequestErrors.Last lastRequestErrors() {
    return new RequestErrors.Last();
  }

  @Bean
  LoginThrottle loginThrottle(LoginSettings settings) {
    return new LoginThrottle(settings, TimeMeter.SYSTEM_MILLISECONDS);
  }

  /** Before the database is opened, which makes its file if there is none. */
  @Bean
  static BeanFactoryPostProcessor privateFolders(Environment environment) {
    return beans -> {
      PrivateFiles.shutH2(environment.getProperty("spring.datasource.url"));
      for (var folder : new String[] {"baton.records.folder", "baton.notice.folder"}) {
        if (environment.getProperty(folder) != null) {
          PrivateFiles.shut(Path.of(environment.getProperty(folder)));
        }
      }
    };
  }

  @Bean
  ProcessEnginePlugin identitiesOfPeople(LoginSettings settings, LoginThrottle throttle, @Lazy FormerUsers former) {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        var hash = new PasswordHash(settings);
        engine.setPasswordEncryptor(hash);
        engine.setPasswordPolicy(new PasswordRules());
        engine.setIdentityService(new CheckedIdentityService(engine, throttle, hash));
        engine.setIdentityProviderSessionFactory(new SessionFactory() {
          @Override
          public Class<?> getSessionType() {
            return Identities.class;
          }

          @Override
          public Session openSession() {
            return new Identities(former);
          }
        });
      }

      /** Behind the first door, so that no other plug-in's list of interceptors takes this one out. */
      @Override
      public void postInit(ProcessEngineConfigurationImpl engine) {
        var door = (CommandInterceptor) engine.getCommandExecutorTxRequired();
        var neighbours = new Neighbours(engine);
        neighbours.setNext(door.getNext());
        door.setNext(neighbours);
      }
    };
  }
}
