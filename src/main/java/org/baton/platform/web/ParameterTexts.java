package org.baton.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.baton.protocol.ApiInput;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses parameters of Baton's own paths that no id, word or day is like, before a resource sees them: the database cannot hold some of their letters. */
@Configuration
class ParameterTexts implements WebMvcConfigurer, HandlerInterceptor {

  /** Longer than any id, and than what somebody searches for. */
  private static final int LONGEST = 500;

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && method.getBeanType().getPackageName().startsWith("org.baton.")) {
      request.getParameterMap().forEach((name, values) -> {
        for (var value : values) {
          ApiInput.text(ApiInput.text("The name of a parameter", name, LONGEST), value, LONGEST);
        }
      });
      if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables) {
        variables.forEach((name, value) -> ApiInput.text(name.toString(), value.toString(), LONGEST));
      }
    }
    return true;
  }
}
