package org.baton.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses pages that no list has, by name: the engine's API hands a negative page on to the database, and takes a number that is none
 * for an address that is not there.
 */
class Paging extends OncePerRequestFilter {

  private static final List<String> NAMES = List.of("firstResult", "maxResults");
  /** Fits the engine's numbers; no list is that long. */
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

  /** A body of form fields is the log-in's, which reads it itself. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getContentType() != null && request.getContentType().startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws ServletException, IOException {
    for (var name : NAMES) {
      var value = request.getParameter(name);
      if (value != null && !NUMBER.matcher(value).matches()) {
        Answers.error(response, HttpServletResponse.SC_BAD_REQUEST, "InvalidRequestException",
            name + " is of " + value.length() + " characters and no number of a row; expected a whole number from 0 to 999999999");
        return;
      }
    }
    chain.doFilter(request, response);
  }
}
