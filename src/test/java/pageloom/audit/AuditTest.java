package pageloom.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class AuditTest {
  @Test
  void a_line_has_names_and_values() {
    assertEquals(
        "audit login person=user:ann address=2001:db8::1",
        Audit.line("login", "person", "user:ann", "address", "2001:db8::1"));
  }

  @Test
  void no_value_looks_like_another_field_or_begins_a_line() {
    assertEquals(
        "audit login person=\"a\\\" admin=yes \\\\\\u{a}\\u{2028}\\u{202e}é\"",
        Audit.line("login", "person", "a\" admin=yes \\\n\u2028\u202eé"));
  }
}
