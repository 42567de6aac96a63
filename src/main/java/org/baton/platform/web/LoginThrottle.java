package org.baton.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Slows down whoever guesses passwords, and nobody else: limits hold for a user from one address, for an address, and for a user from
 * anywhere. The last two spare those who logged in from there before, so that nobody can shut a colleague out by guessing, and no
 * account is ever locked for good. Kept in memory: a restart forgets it.
 */
class LoginThrottle {

  private static final Logger LOG = LoggerFactory.getLogger(LoginThrottle.class);
  private static final int KEPT = 100_000;

  private final LoginSettings settings;
  private final TimeMeter time;
  private final Cache<Pair, Bucket> pairs;
  private final Cache<String, Bucket> addresses;
  private final Cache<String, Bucket> users;
  private final Cache<Pair, Boolean> known = Caffeine.newBuilder().maximumSize(KEPT).expireAfterAccess(Duration.ofDays(30)).build();

  LoginThrottle(LoginSettings settings, TimeMeter time) {
    this.settings = settings;
    this.time = time;
    pairs = buckets();
    addresses = buckets();
    users = buckets();
  }

  private record Pair(String user, String address) {}

  /** Whether the password may be looked at. @throws TooManyAttempts if too many were wrong lately */
  void admit(String user, String address) {
    var pair = new Pair(user, address);
    var spared = known.getIfPresent(pair) != null;
    var wait = Stream.of(pairs.getIfPresent(pair), spared ? null : addresses.getIfPresent(address), spared ? null : users.getIfPresent(user))
        .mapToLong(LoginThrottle::wait).max().orElse(0);
    if (wait > 0) {
      throw new TooManyAttempts(TimeUnit.NANOSECONDS.toSeconds(wait) + 1);
    }
  }

  /** @param named how the log names the user, as a wrong name may be a password */
  void wrong(String user, String address, String named) {
    var pair = new Pair(user, address);
    LOG.info("Wrong login as {} from {}", named, address);
    spend(pairs.get(pair, key -> bucket(settings.wrongByUser())), named + " from " + address);
    spend(addresses.get(address, key -> bucket(settings.wrongByAddress())), "anybody from " + address);
    spend(users.get(user, key -> bucket(settings.wrongAnywhere())), named + " from anywhere");
  }

  void right(String user, String address) {
    var pair = new Pair(user, address);
    known.put(pair, true);
    pairs.invalidate(pair);
  }

  private static long wait(Bucket bucket) {
    return bucket == null ? 0 : bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
  }

  /** Many at once may pass the gate together; what they took too much is waited for afterwards. */
  private static void spend(Bucket bucket, String who) {
    var open = wait(bucket) == 0;
    bucket.consumeIgnoringRateLimits(1);
    if (open && wait(bucket) > 0) {
      LOG.warn("Too many wrong logins as {}; refused for a while", who);
    }
  }

  private Bucket bucket(int wrong) {
    return Bucket.builder().withCustomTimePrecision(time)
        .addLimit(limit -> limit.capacity(wrong).refillGreedy(wrong, settings.within())).build();
  }

  private <K> Cache<K, Bucket> buckets() {
    return Caffeine.newBuilder().maximumSize(KEPT).expireAfterAccess(settings.within().multipliedBy(2)).build();
  }
}
