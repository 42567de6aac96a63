package org.baton.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider;
import org.springframework.http.HttpHeaders;

/** The login of the APIs and of Baton's own pages. Says when to come again if too many passwords were wrong. */
public class BasicLogin extends ProcessEngineAuthenticationFilter {

  @Override
  public void init(FilterConfig config) {
    authenticationProvider = new HttpBasicAuthenticationProvider();
    // With an empty prefix no path of the engine's API is open to everybody.
    servletPathPrefix = "";
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
    try {
      super.doFilter(request, response, chain);
    } catch (TooManyAttempts e) {
      var refused = (HttpServletResponse) response;
      refused.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(e.seconds()));
      Answers.error(refused, e.getStatus().getStatusCode(), "TooManyAttempts", e.getMessage());
    }
  }
}
