package org.baton.platform.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often a password may be wrong.
 *
 * @param wrongByUser for one user from one address
 * @param wrongByAddress from one address, whoever is named; holds for users who never logged in from there
 * @param wrongAnywhere for one user from anywhere; holds for addresses from which the user never logged in
 * @param within in what time; the right to try comes back evenly
 * @param strength of the password hash, as the power of two of its rounds, from 4 to 31
 */
@ConfigurationProperties("baton.login")
record LoginSettings(@DefaultValue("10") int wrongByUser, @DefaultValue("100") int wrongByAddress, @DefaultValue("100") int wrongAnywhere,
    @DefaultValue("15m") Duration within, @DefaultValue("11") int strength) {

  LoginSettings {
    if (wrongByUser < 1 || wrongByAddress < 1 || wrongAnywhere < 1 || within.toSeconds() < 1) {
      throw new IllegalArgumentException("baton.login has " + wrongByUser + ", " + wrongByAddress + ", " + wrongAnywhere + " wrong passwords within "
          + within + "; expected at least 1 of each and a second");
    }
    if (strength < 4 || strength > 31) {
      throw new IllegalArgumentException("baton.login.strength is " + strength + "; expected 4 to 31, for example 11");
    }
  }
}
