package pageloom.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CopyTextTest {
  private final CopyText text =
      new CopyText(Map.of("brand", "Acme", "subject", "invoice app", "place", "Lyon"));

  @Test
  void values_go_where_their_names_stand() {
    assertEquals("Acme, invoice app in Lyon", text.fill("{brand}, {subject} in {place}"));
    assertEquals("Invoice app", text.fill("{Subject}"));
  }

  @Test
  void a_default_stands_in_for_what_nobody_said() {
    assertEquals("Open 9 to 17", text.fill("Open {hours|9 to 17}"));
    assertEquals("Lyon", text.fill("{place|our street}"));
    assertEquals("Call your phone number", text.fill("Call {phone}"));
  }

  @Test
  void no_brace_is_left() {
    assertEquals("a b", text.fill("a {unknown} b"));
    assertEquals("open", text.fill("{open"));
    assertEquals("close", text.fill("close}"));
    assertEquals("Acme", text.fill("{{brand}}"));
    assertEquals("", text.fill("{}"));
  }

  @Test
  void articles_follow_the_sound_of_what_is_filled_in() {
    assertEquals("an invoice app", text.fill("a {subject}"));
    assertEquals("An invoice app", text.fill("A {subject}"));
    assertEquals("such an invoice app", text.fill("such a {subject}"));
    var bakery = new CopyText(Map.of("subject", "bakery"));
    assertEquals("a bakery", bakery.fill("an {subject}"));
    assertEquals("than bakery", bakery.fill("than {subject}"));
  }

  @Test
  void an_item_that_held_only_an_unstated_fact_is_left_out() {
    var item = new CopyItem("{phone|}", "", "Phone", "", "phone", List.of(), false);
    var kept = new CopyItem("{place|}", "", "Address", "", "map-pin", List.of(), false);
    var copy = new Copy("", "Contact", "", "", "", "", false, List.of(item, kept));
    assertEquals(List.of("Lyon"), text.fill(copy).items().stream().map(CopyItem::title).toList());
  }
}
