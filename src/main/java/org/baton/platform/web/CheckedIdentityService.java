package org.baton.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The one place where passwords are looked at, whichever door they come by: with the throttle in front instead of the engine's lock for
 * good, and outside of any transaction, as a look takes a tenth of a second. A right password is known again for a while, as it comes
 * with each request of a machine; a changed one ends that at once.
 */
class CheckedIdentityService extends IdentityServiceImpl {

  private static final Logger LOG = LoggerFactory.getLogger(CheckedIdentityService.class);
  private static final String HMAC = "HmacSHA256";

  private final ProcessEngineConfigurationImpl engine;
  private final LoginThrottle throttle;
  private final PasswordHash hash;
  private final SecretKeySpec secret;
  private final Cache<String, Boolean> seen = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofMinutes(10)).build();

  CheckedIdentityService(ProcessEngineConfigurationImpl engine, LoginThrottle throttle, PasswordHash hash) {
    this.engine = engine;
    this.throttle = throttle;
    this.hash = hash;
    var key = new byte[32];
    new SecureRandom().nextBytes(key);
    secret = new SecretKeySpec(key, HMAC);
  }

  /** @param hash with the name of its algorithm in front */
  private record Stored(String hash, String salt) {}

  /** Named as what it is to {@code Doors}: reading. */
  private record GetStoredPassword(String user) implements Command<Stored> {

    @Override
    public Stored execute(CommandContext context) {
      return context.getReadOnlyIdentityProvider().findUserById(user) instanceof UserEntity found && found.getPassword() != null
          ? new Stored(found.getPassword(), found.getSalt()) : null;
    }
  }

  @Override
  public boolean checkPassword(String user, String password) {
    if (user == null || password == null) {
      return false;
    }
    var stored = commandExecutor.execute(new GetStoredPassword(user));
    var key = stored == null ? null : sealed(user, password, stored);
    if (key != null && seen.getIfPresent(key) != null) {
      return true;
    }
    var address = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web ? web.getRequest().getRemoteAddr() : null;
    if (address != null) {
      throttle.admit(user, address);
    }
    var right = matches(password, stored);
    if (right) {
      renew(user, password, stored);
      seen.put(key, true);
    }
    if (address != null && right) {
      throttle.right(user, address);
    } else if (address != null) {
      throttle.wrong(user, address, stored == null ? "somebody unknown of " + user.length() + " characters" : "'" + user + "'");
    }
    return right;
  }

  private boolean matches(String password, Stored stored) {
    if (stored == null || old(stored)) {
      hash.checkNobody(password);
    }
    return stored != null && engine.getPasswordManager().check(EncryptionUtil.saltPassword(password, stored.salt()), stored.hash());
  }

  private boolean old(Stored stored) {
    return !stored.hash().startsWith("{" + hash.hashAlgorithmName() + "}");
  }

  /** A hash of before Baton hashed slowly is replaced at the first right login. */
  private void renew(String id, String password, Stored stored) {
    if (!old(stored) || getCurrentAuthentication() != null) {
      return;
    }
    var user = createUserQuery().userId(id).singleResult();
    user.setPassword(password);
    try {
      saveUser(user, true);
    } catch (OptimisticLockingException e) {
      LOG.debug("Another request of the same user has renewed the hash");
    }
  }

  private String sealed(String user, String password, Stored stored) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(secret);
      for (var part : new String[] {user, password, stored.hash()}) {
        mac.update(part.getBytes(StandardCharsets.UTF_8));
        mac.update((byte) 0);
      }
      return Base64.getEncoder().encodeToString(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + HMAC, e);
    }
  }
}
