package org.baton.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses changes that a page of somebody else's makes a browser send: a browser adds the login by itself, to whatever page asks. The
 * browser says where a request comes from, and no page can make it lie. What says nothing is no browser, and passes to the login.
 */
class CrossSite extends OncePerRequestFilter {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  private final Set<String> origins;

  CrossSite(WebSettings settings) {
    origins = Set.copyOf(settings.origins());
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
    if (SAFE.contains(request.getMethod()) || ours(request)) {
      chain.doFilter(request, response);
    } else {
      Answers.error(response, HttpServletResponse.SC_FORBIDDEN, "CrossSiteRequest",
          "A page of another address asked for this; expected one of Baton's own. Behind a proxy, baton.web.origins names Baton's address");
    }
  }

  private boolean ours(HttpServletRequest request) {
    var origin = origin(request);
    if (origin != null && origins.contains(origin)) {
      return true;
    }
    var site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin") || site.equals("none");
    }
    return origin == null || origin.equals(own(request));
  }

  /** Null if the request names none; a name that is none stands for itself and equals no origin. */
  private static String origin(HttpServletRequest request) {
    var origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin != null) {
      return origin.toLowerCase(Locale.ROOT);
    }
    var referer = request.getHeader(HttpHeaders.REFERER);
    if (referer == null) {
      return null;
    }
    try {
      var page = new URI(referer);
      return page.getHost() == null ? referer : origin(page.getScheme(), page.getHost(), page.getPort());
    } catch (URISyntaxException e) {
      return referer;
    }
  }

  private static String own(HttpServletRequest request) {
    return origin(request.getScheme(), request.getServerName(), request.getServerPort());
  }

  private static String origin(String scheme, String host, int port) {
    var usual = port == -1 || "https".equals(scheme) && port == 443 || "http".equals(scheme) && port == 80;
    return (scheme + "://" + host + (usual ? "" : ":" + port)).toLowerCase(Locale.ROOT);
  }
}
