package pageloom.markup;

import pageloom.markup.Finding.Kind;

/// No emoji: it looks different everywhere, ignores the theme, and stands where an icon should.
final class EmojiCheck implements Check {
  private static final Sieve EMOJI =
      new Sieve("(?:\\p{IsEmoji_Presentation}|\\p{IsExtended_Pictographic}\\uFE0F){1,8}");

  @Override
  public void look(Fragment fragment, FindingsContext context, Sink sink) {
    fragment
        .seen()
        .find(EMOJI)
        .filter(hit -> !context.stated().contains(hit.text()))
        .forEach(hit ->
            sink.found(
                Kind.EMOJI,
                hit.line(),
                "There is the emoji "
                    + Sink.shortened(hit.text())
                    + ": draw an inline <svg> icon with stroke=\"currentColor\", or leave it out"));
  }
}
