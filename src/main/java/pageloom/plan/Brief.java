package pageloom.plan;

import java.util.List;

/// What every section of one page must agree on.
///
/// @param brand name from the prompt, or an invented one
/// @param subject lower-case noun phrase of what the page is about
/// @param audience who it is for
/// @param language BCP 47 tag of the copy
/// @param voice how it speaks, in a few words
/// @param facts what the prompt states
/// @param theme how it looks
/// @param seed what every free choice was drawn from: the same prompt and seed give the same page
public record Brief(
    String brand,
    String subject,
    String audience,
    String language,
    String voice,
    List<Fact> facts,
    Theme theme,
    long seed) {
  public Brief {
    facts = List.copyOf(facts);
  }

  /// The same with another look.
  public Brief with(Theme other) {
    return new Brief(brand, subject, audience, language, voice, facts, other, seed);
  }
}
