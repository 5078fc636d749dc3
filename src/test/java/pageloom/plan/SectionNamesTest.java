package pageloom.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class SectionNamesTest {
  private final SectionNames names = new SectionNames();

  private String anchor(String given, String kind) {
    return names.anchor(names.name(given), kind);
  }

  @Test
  void an_anchor_is_the_name_in_kebab_case() {
    assertEquals("social-proof", anchor("SocialProof", "social_proof"));
    assertEquals("cta", anchor("CTA", "cta"));
    assertEquals("uber-uns", anchor("Über uns", "about"));
    assertEquals("section-24-hours", anchor("24 hours", "hours"));
  }

  @Test
  void a_name_without_latin_letters_is_anchored_by_its_kind() {
    assertEquals("pricing", anchor("料金", "pricing"));
    assertEquals("pricing2", anchor("价格", "pricing"));
    assertEquals("content", anchor("★", "content"));
  }

  @Test
  void no_anchor_is_the_beginning_of_another() {
    assertEquals("contact", anchor("Contact", "contact"));
    assertEquals("contactform", anchor("Contact Form", "contact"));
    assertEquals("heroimage", anchor("HeroImage", "content").replace("-", ""));
    assertEquals("hero2", anchor("Hero", "hero"));
  }

  @Test
  void a_spelling_that_differs_only_in_case_or_spaces_is_a_double() {
    assertEquals("SocialProof", names.name("SocialProof"));
    assertEquals("Social Proof2", names.name("Social Proof"));
    assertEquals("★", names.name("★"));
    assertEquals("★2", names.name("★"));
  }
}
