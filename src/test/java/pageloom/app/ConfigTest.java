package pageloom.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pageloom.provider.Price;

/// Settings and what is said about wrong ones.
final class ConfigTest {
  @Test
  void every_setting_is_in_the_help_and_in_the_readme() throws Exception {
    String help = Files.readString(Path.of("src/main/resources/pageloom/launch/help.txt"));
    String readme = Files.readString(Path.of("README.md"));
    for (String name : Config.NAMES) {
      assertTrue(help.contains(name), name + " in --help");
      assertTrue(readme.contains("| `" + name + "` |"), name + " in README.md");
    }
  }

  @Test
  void without_key_and_endpoint_the_patterns_write() {
    assertTrue(Config.of(Map.of()).model().isEmpty());
  }

  @Test
  void a_key_alone_means_openrouter() {
    ModelSettings model =
        Config.of(Map.of("OPENROUTER_API_KEY", "sk-canary")).model().orElseThrow();
    assertEquals("openrouter.ai", model.base().uri().getHost());
    assertEquals(null, model.unlisted());
    assertFalse(model.toString().contains("canary"), model.toString());
  }

  @Test
  void fallbacks_keep_their_order() {
    var settings = Map.of("PAGELOOM_API_KEY", "sk-1", "PAGELOOM_FALLBACK_MODELS", "b/two, a/one,");
    assertEquals(List.of("b/two", "a/one"), Config.of(settings).model().orElseThrow().fallbacks());
  }

  @Test
  void an_endpoint_on_this_machine_costs_nothing_unless_a_price_is_set() {
    var local = Map.of("PAGELOOM_BASE_URL", "http://127.0.0.1:11434/v1", "PAGELOOM_MODEL", "m");
    assertEquals(Price.FREE, Config.of(local).model().orElseThrow().unlisted());
    var priced = new java.util.HashMap<>(local);
    priced.put("PAGELOOM_PRICE", "3/15");
    Price price = Config.of(priced).model().orElseThrow().unlisted();
    assertEquals(0, new BigDecimal("0.000003").compareTo(price.input()));
    assertEquals(0, new BigDecimal("0.000015").compareTo(price.output()));
  }

  @Test
  void a_password_of_the_database_is_in_no_text_about_it() {
    var settings =
        Map.of(
            "PAGELOOM_DB_URL",
            "jdbc:postgresql://db/pageloom?password=canary-1",
            "PAGELOOM_DB_USER",
            "me",
            "PAGELOOM_DB_PASSWORD",
            "canary-2");
    assertEquals(
        "jdbc:postgresql://db/pageloom as me",
        Config.of(settings).database().orElseThrow().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PAGELOOM_DB_URL=jdbc:mysql://x/y|PAGELOOM_DB_URL: must be the address of a PostgreSQL",
        "PAGELOOM_DB_USER=me|PAGELOOM_DB_USER: needs PAGELOOM_DB_URL",
        "PAGELOOM_DB_CONNECTIONS=1|PAGELOOM_DB_CONNECTIONS: must be a whole number from 2",
        "PAGELOOM_BASE_URL=ftp://x|PAGELOOM_BASE_URL: must begin with http",
        "PAGELOOM_BASE_URL=http://169.254.169.254/v1|PAGELOOM_BASE_URL: must not be a metadata"
            + " service",
        "PAGELOOM_BASE_URL=http://example.test/v1|PAGELOOM_MODEL: name the model",
        "PAGELOOM_MODEL=m|PAGELOOM_MODEL: needs an endpoint",
        "PAGELOOM_FALLBACK_MODELS=m|PAGELOOM_FALLBACK_MODELS: needs an endpoint",
        "PAGELOOM_PRICE=cheap|PAGELOOM_PRICE: must be two prices",
        "PAGELOOM_BUDGET_PAGE=-1|PAGELOOM_BUDGET_PAGE: must be an amount",
        "PAGELOOM_DEV=yes|PAGELOOM_DEV: must be on or off",
        "PAGELOOM_MAX_QUEUED=x|PAGELOOM_MAX_QUEUED: must be a whole number",
        "PAGELOOM_COLOUR=blue|PAGELOOM_COLOUR: there is no such setting"
      })
  void a_wrong_setting_is_named_with_what_it_must_be(String setting, String complaint) {
    String[] parts = setting.split("=", 2);
    var wrong = assertThrows(Config.Invalid.class, () -> Config.of(Map.of(parts[0], parts[1])));
    assertTrue(String.valueOf(wrong.getMessage()).contains(complaint), wrong.getMessage());
  }

  @Test
  void all_complaints_are_made_at_once_and_none_repeats_a_key() {
    var wrong =
        assertThrows(
            Config.Invalid.class,
            () ->
                Config.of(Map.of("PAGELOOM_API_KEY", "sk canary", "PAGELOOM_BUDGET_DAY", "much")));
    List<String> lines = String.valueOf(wrong.getMessage()).lines().toList();
    assertEquals(2, lines.size(), lines.toString());
    assertFalse(lines.toString().contains("canary"), lines.toString());
  }
}
