package org.baton.platform.web;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How browsers reach Baton.
 *
 * @param https whether browsers are told to come by HTTPS alone; false for the demo on one's own machine
 * @param origins pages beside Baton's own that may send changes, each as a browser names it, for example {@code https://baton.example.gov.uk}
 * @param sessionLimit after which a login to the web applications ends, however busy it was
 */
@ConfigurationProperties("baton.web")
record WebSettings(@DefaultValue("true") boolean https, List<String> origins, @DefaultValue("10h") Duration sessionLimit) {

  WebSettings {
    origins = origins == null ? List.of() : List.copyOf(origins);
    for (var origin : origins) {
      var uri = URI.create(origin);
      if (uri.getScheme() == null || uri.getHost() == null || !uri.getRawPath().isEmpty()) {
        throw new IllegalArgumentException("baton.web.origins names '" + origin + "'; expected scheme and host, for example https://baton.example.gov.uk");
      }
    }
    if (sessionLimit.isNegative() || sessionLimit.isZero()) {
      throw new IllegalArgumentException("baton.web.session-limit is " + sessionLimit + "; expected a time, for example 10h");
    }
  }
}
