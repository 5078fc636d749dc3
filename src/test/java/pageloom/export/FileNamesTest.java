package pageloom.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Whatever a page and its sections are called, its files can be unpacked anywhere.
final class FileNamesTest {
  @Test
  void sections_are_called_what_they_are() {
    assertEquals(
        List.of("Navigation", "SocialProof", "UberUns", "FaqHelp", "CTA"),
        FileNames.sections(List.of("Navigation", "SocialProof", "Über uns", "faq & help", "CTA")));
  }

  @Test
  void names_that_are_paths_devices_twins_or_not_latin_are_safe_and_unique() {
    assertEquals(
        List.of(
            "X",
            "CONSection",
            "NulSection",
            "COM1Section",
            "Section5",
            "FAQ",
            "FaqPart2",
            "FaqPart3",
            "Section9",
            "AppSection",
            "MapSection",
            "EtcPasswd",
            "Section13"),
        FileNames.sections(
            List.of(
                "../x",
                "CON",
                "nul",
                "COM1",
                "料金プラン",
                "FAQ",
                "Faq",
                "faq",
                "\u0000\u202E",
                "app",
                "Mäp",
                "/etc/passwd",
                "🙂")));
  }

  @Test
  void any_names_at_all_give_unique_identifiers_that_are_no_device() {
    var random = new Random(7);
    for (int round = 0; round < 500; round++) {
      List<String> names =
          IntStream.range(0, 24)
              .mapToObj(_ ->
                  random
                      .ints(random.nextInt(90), 0, random.nextBoolean() ? 0x80 : 0x3000)
                      .collect(
                          StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                      .toString())
              .toList();
      List<String> files = FileNames.sections(names);
      assertEquals(24, files.stream().map(f -> f.toLowerCase(Locale.ROOT)).distinct().count());
      for (String file : files) {
        assertTrue(file.matches("[A-Z][A-Za-z0-9]{0,79}"), file);
        assertTrue(!file.matches("(?i)con|prn|aux|nul|com\\d|lpt\\d|app|main|index"), file);
      }
    }
  }

  @Test
  void a_title_makes_a_name_to_save_a_file_under() {
    assertEquals("quill-tide", FileNames.slug("Quill & Tide!"));
    assertEquals("crème-brûlée", FileNames.slug("Crème Brûlée"));
    assertEquals("creme-brulee", FileNames.asciiSlug("Crème Brûlée"));
    assertEquals("パン屋", FileNames.slug("パン屋"));
    assertEquals("page", FileNames.asciiSlug("パン屋"));
    assertEquals("page", FileNames.slug("../.."));
    assertEquals("con-page", FileNames.slug("CON"));
    assertEquals(60, FileNames.slug("word ".repeat(40)).length() + 1);
  }
}
