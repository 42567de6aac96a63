package org.baton.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What browsers are told: keep nothing, show nothing inside a foreign page, run no script but those that stand in the page templates.
 * The engine's web applications have a policy for scripts of their own. Ends their logins after a while, and what they keep at a log-out.
 */
class SecurityHeaders extends OncePerRequestFilter {

  private static final Pattern SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);
  /** Programs and pictures without a word about a case, which browsers may keep. */
  private static final Pattern STATIC = Pattern.compile("/(camunda/(app|assets|lib)|webjars|swagger-ui)/.*|/camunda/favicon\\.ico");
  private static final Pattern LOG_OUT = Pattern.compile("/camunda/api/admin/auth/user/[^/]+/logout/?");

  private final WebSettings settings;
  private final InstantSource clock;
  private final String policy;

  SecurityHeaders(WebSettings settings, InstantSource clock) throws IOException {
    this.settings = settings;
    this.clock = clock;
    policy = "default-src 'none'; script-src 'self'" + scripts() + "; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:;"
        + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'";
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
    var path = request.getRequestURI().substring(request.getContextPath().length());
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("Referrer-Policy", "same-origin");
    if (!path.startsWith("/camunda/")) {
      response.setHeader("Content-Security-Policy", policy);
      if (settings.https()) {
        response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
      }
    }
    if (LOG_OUT.matcher(path).matches()) {
      response.setHeader("Clear-Site-Data", "\"storage\"");
    }
    endOldSession(request);
    if (STATIC.matcher(path).matches()) {
      chain.doFilter(request, response);
    } else {
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      chain.doFilter(request, new NothingKept(response));
    }
  }

  private void endOldSession(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session != null && clock.millis() - session.getCreationTime() > settings.sessionLimit().toMillis()) {
      session.invalidate();
    }
  }

  /** The scripts in the templates, as they stand there: one that somebody types into a page has another hash. */
  private static String scripts() throws IOException {
    var hashes = new TreeSet<String>();
    for (var page : new PathMatchingResourcePatternResolver().getResources("classpath*:pages/*.html")) {
      var script = SCRIPT.matcher(page.getContentAsString(StandardCharsets.UTF_8));
      while (script.find()) {
        hashes.add(" 'sha256-" + Base64.getEncoder().encodeToString(sha256(script.group(1))) + "'");
      }
    }
    return String.join("", hashes);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** The engine's API would allow a browser to keep answers as long as it asks again. */
  private static final class NothingKept extends HttpServletResponseWrapper {

    NothingKept(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void setHeader(String name, String value) {
      if (!HttpHeaders.CACHE_CONTROL.equalsIgnoreCase(name)) {
        super.setHeader(name, value);
      }
    }

    @Override
    public void addHeader(String name, String value) {
      if (!HttpHeaders.CACHE_CONTROL.equalsIgnoreCase(name)) {
        super.addHeader(name, value);
      }
    }
  }
}
