package pageloom.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What may be set, and what may not.
final class ProviderConfigTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/v1",
        "http://169.254.170.2/v1",
        "http://2852039166/v1",
        "http://0xa9fea9fe/v1",
        "http://0251.0376.0251.0376/v1",
        "http://[::ffff:169.254.169.254]/v1",
        "http://[fd00:ec2::254]/v1",
        "http://[fe80::1]/v1",
        "http://100.100.100.200/v1",
        "http://metadata.google.internal/v1",
        "http://Metadata.Google.Internal./v1",
        "http://metadata/v1",
      })
  void a_metadata_service_is_refused_however_it_is_written(String address) {
    assertThrows(IllegalArgumentException.class, () -> BaseUrl.of(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://example.org/v1",
        "file:///etc/passwd",
        "example.org/v1",
        "http://",
        "http:///v1",
        "https://user:secret@example.org/v1",
        "https://example.org/v1?key=secret",
        "https://example.org/v1#secret",
        "https://exa mple.org/secret",
        "",
      })
  void what_is_no_plain_http_address_is_refused_without_saying_it(String address) {
    var thrown = assertThrows(IllegalArgumentException.class, () -> BaseUrl.of(address));
    assertFalse(String.valueOf(thrown.getMessage()).contains("secret"));
    assertEquals(null, thrown.getCause());
  }

  @Test
  void slashes_at_the_end_do_not_matter() {
    assertEquals(
        "http://127.0.0.1:11434/v1/models",
        BaseUrl.of(" http://127.0.0.1:11434/v1// ").at("/models").toString());
  }

  @Test
  void a_name_that_leads_to_this_machine_may_be_called() {
    assertTrue(BaseUrl.of("http://localhost/v1").mayBeCalled());
  }

  @Test
  void the_dialect_follows_from_the_address() {
    assertEquals(Dialect.OPENROUTER, Dialect.at(BaseUrl.OPENROUTER.uri()));
    assertEquals(Dialect.OPENROUTER, Dialect.at(BaseUrl.of("http://127.0.0.1:4010/api/v1").uri()));
    assertEquals(Dialect.OPENAI, Dialect.at(BaseUrl.of("https://api.openai.com/v1").uri()));
    assertEquals(Dialect.COMMON, Dialect.at(BaseUrl.of("http://127.0.0.1:11434/v1").uri()));
  }

  @Test
  void a_key_is_never_said() {
    var config = new ProviderConfig(BaseUrl.OPENROUTER, new ApiKey(Asking.KEY));
    assertFalse(config.toString().contains(Asking.KEY));
    for (String bad : new String[] {Asking.KEY + "\n", Asking.KEY + " x", Asking.KEY + "é", ""}) {
      var thrown = assertThrows(IllegalArgumentException.class, () -> new ApiKey(bad));
      assertFalse(String.valueOf(thrown.getMessage()).contains(Asking.KEY));
    }
  }
}
