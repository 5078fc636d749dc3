package pageloom.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AccessRulesTest {
  private static final WebOrigin OWN = WebOrigin.of("https://pages.example.com").orElseThrow();

  private static final AccessRules OPEN =
      new AccessRules(
          new Authentication.Password("correct horse battery"),
          Optional.of(OWN),
          List.of(Network.of("10.0.0.0/8"), Network.of("fd00::/16")),
          Set.of(WebOrigin.of("https://friend.example").orElseThrow()),
          Optional.empty(),
          false);

  @ParameterizedTest
  @CsvSource({
    "localhost,true",
    "app.localhost,true",
    "127.0.0.1,true",
    "127.9.9.9,true",
    "[::1],true",
    "pages.example.com,true",
    "example.com,false",
    "pages.example.com.evil.example,false",
    "localhost.evil.example,false",
    "127.0.0.1.evil.example,false",
    "127.0.0.1000,false",
    "0.0.0.0,false",
    "192.168.0.7,false",
    "localhost.,false"
  })
  void it_answers_to_names_of_this_machine_and_to_its_own(String host, boolean answers) {
    assertEquals(answers, OPEN.answersTo(host));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "same-origin,-,false,true",
        "none,-,false,true",
        "same-site,-,true,false",
        "cross-site,-,true,false",
        "cross-site,https://friend.example,false,true",
        "cross-site,https://friend.example.evil.example,false,false",
        "same-origin,null,false,false",
        "-,null,true,false",
        "-,https://pages.example.com,false,true",
        "-,https://pages.example.com:444,false,false",
        "-,http://pages.example.com,false,false",
        "-,https://evil.example,true,false",
        "-,-,false,false",
        "-,-,true,true",
        "nonsense,-,true,false"
      })
  void only_our_own_page_and_programs_with_the_token_may_change_something(
      String site, String origin, boolean token, boolean may) {
    String sent = site == null ? "" : site;
    assertEquals(may, OPEN.maySpend(sent, origin == null ? "" : origin, OWN, token));
  }

  @Test
  void at_ones_own_machine_a_program_needs_no_token() {
    assertEquals(true, AccessRules.thisMachine().maySpend("", "", OWN, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "203.0.113.1|198.51.100.7|203.0.113.1",
        "10.0.0.1|198.51.100.7|198.51.100.7",
        "10.0.0.1|1.1.1.1, 198.51.100.7|198.51.100.7",
        "10.0.0.1|1.1.1.1,198.51.100.7 , 10.0.0.2|198.51.100.7",
        "10.0.0.1|nonsense|10.0.0.1",
        "10.0.0.1|1.1.1.1, nonsense|10.0.0.1",
        "10.0.0.1|10.0.0.3|10.0.0.3",
        "10.0.0.1|fd00::5, fd01::7|fd01::7",
        "10.0.0.1|''|10.0.0.1"
      })
  void the_client_is_the_last_that_no_trusted_proxy_is(String peer, String chain, String client) {
    assertEquals(client, OPEN.client(peer, chain));
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8,10.255.0.1,true",
    "10.0.0.0/8,11.0.0.1,false",
    "192.168.1.0/25,192.168.1.127,true",
    "192.168.1.0/25,192.168.1.128,false",
    "192.0.2.7,192.0.2.7,true",
    "192.0.2.7,192.0.2.8,false",
    "0.0.0.0/0,8.8.8.8,true",
    "0.0.0.0/0,::1,false",
    "fd00::/8,fd12::1,true",
    "fd00::/8,fe80::1,false",
    "::1/128,::1,true",
    "10.0.0.0/8,localhost,false"
  })
  void a_network_contains_what_shares_its_first_bits(String network, String ip, boolean in) {
    assertEquals(in, Network.anyContains(List.of(Network.of(network)), ip));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "10.0.0.0/33", "::/129", "example.com", "10.0.0.0/-1", "10/8/8", "/8"})
  void what_is_no_network_is_refused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Network.of(text));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "https://Example.com,https://example.com",
        "https://example.com:443,https://example.com",
        "http://example.com:8080,http://example.com:8080",
        "http://[::1]:80,http://[::1]",
        "null,-",
        "https://example.com/,-",
        "https://user@example.com,-",
        "https://example.com?x,-",
        "ftp://example.com,-",
        "https://,-",
        "//example.com,-",
        "https://exa mple.com,-",
        "https://example.com:99999999999,-"
      })
  void an_origin_is_a_scheme_a_host_and_a_port(String text, String origin) {
    assertEquals(origin, WebOrigin.of(text).map(WebOrigin::toString).orElse(null));
  }
}
