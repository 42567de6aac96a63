package org.baton.notice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/** Keeps the passwords of letters from whoever reads the database: AES-256 in Galois/counter mode, the key from the environment. */
@Component
public class Sealing {

  private static final int KEY = 32;
  private static final int NONCE = 16;

  private final AesBytesEncryptor cipher;

  Sealing(NoticeSettings settings, Environment environment) {
    var key = key(settings.key().isEmpty() && environment.acceptsProfiles(Profiles.of("demo")) ? demoKey(settings) : settings.key());
    cipher = new AesBytesEncryptor(new SecretKeySpec(key, "AES"), KeyGenerators.secureRandom(NONCE), AesBytesEncryptor.CipherAlgorithm.GCM);
  }

  /** Never the same twice for the same text. */
  public String seal(String secret) {
    return Base64.getEncoder().encodeToString(cipher.encrypt(secret.getBytes(StandardCharsets.UTF_8)));
  }

  /** @throws IllegalStateException if it was sealed with another key, or changed since */
  public String open(String sealed) {
    return new String(cipher.decrypt(Base64.getDecoder().decode(sealed)), StandardCharsets.UTF_8);
  }

  private static byte[] key(String base64) {
    var expected = "expected 32 bytes in base64, for example from 'openssl rand -base64 32', the same at every start";
    if (base64.isEmpty()) {
      throw new IllegalStateException("baton.notice.key (BATON_NOTICE_KEY) is not set; " + expected);
    }
    try {
      var key = Base64.getDecoder().decode(base64);
      if (key.length != KEY) {
        throw new IllegalStateException("baton.notice.key (BATON_NOTICE_KEY) has " + key.length + " bytes; " + expected);
      }
      return key;
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("baton.notice.key (BATON_NOTICE_KEY) is no base64; " + expected);
    }
  }

  /** Beside the folder of the mails, made at the first start; only the demo profile has one. */
  private static String demoKey(NoticeSettings settings) {
    var file = settings.folder().toAbsolutePath().resolveSibling("notice.key");
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, Base64.getEncoder().encodeToString(KeyGenerators.secureRandom(KEY).generateKey()), StandardOpenOption.CREATE_NEW);
    } catch (FileAlreadyExistsException e) {
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read(file);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
