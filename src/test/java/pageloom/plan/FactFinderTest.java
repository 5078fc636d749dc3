package pageloom.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FactFinderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "from $19 per month                     | PRICE | $19 per month",
        "costs 1.200 € now                      | PRICE | 1.200 €",
        "tickets at €45                         | PRICE | €45",
        "45 euros por persona                   | PRICE | 45 euros por persona",
        "R$ 80 por hora                         | PRICE | R$ 80 por hora",
        "只要 300元                               | PRICE | 300元",
        "open Mon-Fri 9am-5pm                   | HOURS | Mon-Fri 9am-5pm",
        "open 8:30 to 18:00 daily               | HOURS | 8:30 to 18:00 daily",
        "Tuesday to Sunday from 7am to 3pm      | HOURS | Tuesday to Sunday from 7am to 3pm",
        "mardi à samedi de 7h à 19h             | HOURS | mardi à samedi de 7h à 19h",
        "Mo-Fr 9-18 Uhr                         | HOURS | Mo-Fr 9-18 Uhr",
        "lunes a viernes de 9:00 a 20:00        | HOURS | lunes a viernes de 9:00 a 20:00",
        "we answer 24/7                         | HOURS | 24/7",
        "on June 12-13, 2026 in Berlin          | DATE  | June 12-13, 2026",
        "on 5 September 2026                    | DATE  | 5 September 2026",
        "am 12. Oktober 2026                    | DATE  | 12. Oktober 2026",
        "el 3 de mayo de 2026                   | DATE  | 3 de mayo de 2026",
        "on 2026-11-03                          | DATE  | 2026-11-03",
        "2026年5月3日に開催                         | DATE  | 2026年5月3日",
        "call 718-555-0142                      | PHONE | 718-555-0142",
        "call +45 12 34 56 78 today             | PHONE | +45 12 34 56 78",
        "(512) 555-0199                         | PHONE | (512) 555-0199",
        "tel 030 1234567                        | PHONE | 030 1234567",
        "write hello@nordlys.example.           | EMAIL | hello@nordlys.example"
      })
  void a_stated_fact_is_found_verbatim(String prompt, Fact.Kind kind, String text) {
    assertEquals(List.of(new Fact(kind, text)), FactFinder.find(prompt));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "for 3 to 5 people",
        "founded in 2019-2020",
        "version 1.2.3",
        "a team of 12",
        "2 may enter",
        "ages 4-12",
        "top 10 of 100 users",
        "100% green"
      })
  void numbers_that_state_nothing_are_left_alone(String prompt) {
    assertEquals(List.of(), FactFinder.find(prompt));
  }

  @Test
  void a_kind_is_reported_four_times_at_most() {
    assertEquals(4, FactFinder.find("$1, $2, $3, $4, $5, $6").size());
  }
}
