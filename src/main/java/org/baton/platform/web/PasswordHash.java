package org.baton.platform.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** A hash that costs whoever steals the table a tenth of a second for each guess. Hashes of before, one round of SHA-512, go on to be known by the engine. */
class PasswordHash implements PasswordEncryptor {

  private final BCryptPasswordEncoder bcrypt;
  private final String nobodys;

  PasswordHash(LoginSettings settings) {
    bcrypt = new BCryptPasswordEncoder(settings.strength());
    nobodys = bcrypt.encode("nobody's");
  }

  @Override
  public String encrypt(String password) {
    return bcrypt.encode(shortened(password));
  }

  @Override
  public boolean check(String password, String encrypted) {
    return bcrypt.matches(shortened(password), encrypted);
  }

  @Override
  public String hashAlgorithmName() {
    return "bcrypt";
  }

  /** Takes as long as a check, so that the time of an answer does not tell which users there are. */
  void checkNobody(String password) {
    check(password, nobodys);
  }

  /** bcrypt reads 72 bytes and no more; a long password and its salt are longer. */
  private static String shortened(String password) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
