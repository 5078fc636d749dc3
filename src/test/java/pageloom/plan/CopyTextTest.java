package pageloom.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CopyTextTest {
  private static final CopyWords ENGLISH = CopyWords.of("en");

  private final CopyText text =
      new CopyText(Map.of("brand", "Acme", "subject", "invoice app", "place", "Lyon"), ENGLISH);

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
    var bakery = new CopyText(Map.of("subject", "bakery"), ENGLISH);
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

  @Test
  void stand_ins_and_articles_are_those_of_the_language() {
    var spanish = new CopyText(Map.of("subject", "app"), CopyWords.of("es"));
    assertEquals("Llama: tu número de teléfono", spanish.fill("Llama: {phone}"));
    assertEquals("a app", spanish.fill("a {subject}"));
  }

  @ParameterizedTest
  @CsvSource({
    "en, Closed, Sample hours",
    "es, Cerrado, Horario de ejemplo",
    "fr, Fermé, Exemple d’horaires",
    "de, Geschlossen, Beispielzeiten",
    "pt, Fechado, Horário de exemplo"
  })
  void stated_hours_replace_the_sample_in_every_language(
      String language, String closed, String mark) {
    var filler = new CopyText(Map.of("hours", "9-17"), CopyWords.of(language));
    var open = new CopyItem("A", "", "{hours|8-12}", "", "", List.of(), false);
    var shut = new CopyItem("B", "", closed, "", "", List.of(), false);
    var copy = new Copy("", "T", "", "", "", mark, true, List.of(open, shut));
    Copy settled = filler.facts().settle("hours", copy);
    assertEquals("", settled.note());
    assertEquals(List.of(open), settled.items());
  }
}
