package org.baton.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped packs and those of the tests, held against everything that the modules declare. */
class ShippedPacksTest {

  @ParameterizedTest
  @MethodSource("org.baton.protocol.PackFiles#shippedAuthorities")
  void a_shipped_pack_is_sound(String authority) {
    assertThat(PlantedFaults.check(PlantedFaults.shipped(authority))).isEmpty();
  }
}
