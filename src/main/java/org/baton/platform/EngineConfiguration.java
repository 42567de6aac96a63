package org.baton.platform;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.baton.casefile.run.Runs;
import org.baton.deadline.Deadlines;
import org.baton.platform.web.BasicLogin;
import org.baton.protocol.Packs;
import org.baton.protocol.SystemRights;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;

/** How the engine runs in Baton. */
@Configuration
class EngineConfiguration {

  @Bean
  ProcessEnginePlugin batonEngine(Packs packs, ModelBeans beans, FormGate forms, @Lazy Deadlines deadlines, @Lazy Runs runs, TaskReads reads, OwnCase own, SystemRights system, ObjectProvider<Rights> rights) {
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomHistoryLevels(new ArrayList<>(List.of(new FactsOnlyHistory(packs))));
        engine.setResourceAuthorizationProvider(new TaskRights());
        engine.setRepositoryService(new PackRepository());
        engine.setBeans(beans);
        // The starter's own manager would show the whole application context to models.
        engine.setExpressionManager(new ClosedExpressions(beans, own));
        engine.setCustomPreDeployers(new ArrayList<>(List.of(new PackGate(packs, beans, system, rights))));
        engine.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new CaseParseListener(forms, deadlines, runs), new StepLimits())));
        engine.setFailedJobCommandFactory(new LostRaces());
        engine.setCustomPreCommandInterceptorsTxRequired(new ArrayList<>(List.of(new Doors(engine, reads), new SecondTry())));
      }
    };
  }

  /** The page that creates a first administrator is never there, whatever state the database is in (CVE-2026-77226). */
  @Bean
  FilterRegistrationBean<Filter> noSetup() {
    var filter = new FilterRegistrationBean<Filter>((request, response, chain) -> ((HttpServletResponse) response).sendError(HttpServletResponse.SC_NOT_FOUND));
    filter.addUrlPatterns("/camunda/api/admin/setup/*");
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  /** Nothing of the engine or of Baton answers without a login, but for the web applications' own pages, which have theirs. */
  @Bean
  FilterRegistrationBean<BasicLogin> apiAuthentication() {
    var filter = new FilterRegistrationBean<>(new BasicLogin());
    filter.addUrlPatterns("/engine-rest/*", "/api/*", "/records/*", "/register/*", "/directory/*", "/letters/*", "/packs/*", "/v3/*", "/swagger-ui/*",
      "/swagger-ui.html", "/webjars/*");
    filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
    filter.setAsyncSupported(true);
    return filter;
  }
}
