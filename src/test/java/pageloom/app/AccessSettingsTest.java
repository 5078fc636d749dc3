package pageloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pageloom.access.Authentication;

final class AccessSettingsTest {
  private static final String PASSWORD = "canary horse battery";

  private static Config config(String... settings) {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < settings.length; i += 2) map.put(settings[i], settings[i + 1]);
    return Config.of(map);
  }

  @Test
  void by_default_one_person_at_this_machine_has_no_limits_of_their_own() {
    AccessSettings access = config().access();
    assertInstanceOf(Authentication.ThisMachine.class, access.rules().authentication());
    assertTrue(access.starts().isEmpty());
    assertEquals(12_000, access.streams().person());
    assertFalse(access.rules().sharing());
  }

  @Test
  void with_a_password_each_person_has_the_documented_limits() {
    AccessSettings access = config("PAGELOOM_PASSWORD", PASSWORD).access();
    assertInstanceOf(Authentication.Password.class, access.rules().authentication());
    assertEquals(4, access.generating());
    assertEquals(10, access.starts().getFirst().most());
    assertEquals(20, access.streams().person());
    assertFalse(access.toString().contains("canary"), access.toString());
  }

  @Test
  void limits_can_be_lifted_only_where_nobody_else_comes_in() {
    assertFalse(config("PAGELOOM_LIMITS", "off").limited());
    assertThrows(
        Config.Invalid.class,
        () -> config("PAGELOOM_LIMITS", "off", "PAGELOOM_PASSWORD", PASSWORD));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PAGELOOM_PASSWORD|canary|at least 12",
        "PAGELOOM_TOKEN|canary|at least 16",
        "PAGELOOM_AUTH|maybe|password, proxy or container",
        "PAGELOOM_AUTH|password|needs PAGELOOM_PASSWORD",
        "PAGELOOM_AUTH|proxy|PAGELOOM_PROXY_SECRET",
        "PAGELOOM_PROXY_SECRET|canary-0123456789|needs PAGELOOM_AUTH=proxy",
        "PAGELOOM_PROXY|10.0.0.0/99|ranges such as",
        "PAGELOOM_PUBLIC_URL|pages.example.com|without a path",
        "PAGELOOM_PUBLIC_URL|https://example.com/pages|without a path",
        "PAGELOOM_CORS_ORIGINS|*|must be origins",
        "PAGELOOM_SHARING|yes|on or off",
        "PAGELOOM_LIMITS|maybe|on or off",
        "PAGELOOM_PERSON_STREAMS|0|from 1"
      })
  void what_can_not_be_used_is_refused_and_secrets_are_not_repeated(
      String name, String value, String complaint) {
    var invalid = assertThrows(Config.Invalid.class, () -> config(name, value));
    assertTrue(invalid.getMessage().contains(complaint), invalid.getMessage());
    assertFalse(invalid.getMessage().contains("canary"), invalid.getMessage());
  }
}
