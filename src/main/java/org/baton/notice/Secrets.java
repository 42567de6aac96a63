package org.baton.notice;

import java.security.SecureRandom;

/** Passwords that can be read out on the telephone: no letter that looks or sounds like another. */
final class Secrets {

  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int GROUPS = 4;
  private static final int GROUP = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Secrets() {}

  static String next() {
    var secret = new StringBuilder();
    for (var i = 0; i < GROUPS * GROUP; i++) {
      secret.append(i > 0 && i % GROUP == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return secret.toString();
  }
}
