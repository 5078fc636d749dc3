package pageloom.plan;

/// How a request is put together: "Please build a | modern SaaS | landing page | for | a note app".
///
/// @param start where the matter begins, past politeness, verb and article
/// @param modifiers what stands before the page noun
/// @param object where the thing that the page is about begins; past the last word if nothing does
/// @param namesPage whether it says page or website at all
record PromptFrame(int start, Span modifiers, int object, boolean namesPage) {
  private static final int LOOK_AHEAD = 12;

  /// @param past past the sections that the prompt asks for alone, or 0
  static PromptFrame of(Words words, WordLists lists, int past) {
    if (past > 0) return new PromptFrame(past, Span.NONE, object(words, lists, past), true);
    int matter = matter(words, lists);
    int page = pageNoun(words, lists, matter);
    int start = page < 0 ? matter : Math.min(page, articles(words, lists, matter));
    if (page < 0) return new PromptFrame(start, Span.NONE, start, false);
    Span before = new Span(start, page);
    int needs = needs(words, before);
    if (needs > start) return new PromptFrame(start, Span.NONE, start, true);
    int object = object(words, lists, lists.pages().skip(words, page));
    return new PromptFrame(start, before, object, true);
  }

  private static int object(Words words, WordLists lists, int past) {
    int link = link(words, lists, past);
    return link < 0 ? words.size() : plainArticles(words, lists, link);
  }

  /// Past articles and adjectives of praise, but not those that can be part of a name of goods.
  static int plainArticles(Words words, WordLists lists, int from) {
    int at = from;
    while (true) {
      int next = lists.praise().skip(words, lists.articles().skip(words, at));
      if (next == at || next >= words.size()) return next;
      at = next;
    }
  }

  /// Past articles and adjectives of looks.
  static int articles(Words words, WordLists lists, int from) {
    int at = from;
    while (true) {
      int next = lists.styles().skip(words, lists.articles().skip(words, at));
      if (next == at || next >= words.size()) return next;
      at = next;
    }
  }

  private static int matter(Words words, WordLists lists) {
    int at = 0;
    while (true) {
      int next = lists.openings().skip(words, at);
      int verb = lists.makes().endAt(words, next);
      if (verb > next && isVerb(words, lists, next, verb)) next = verb;
      if (next == at) break;
      at = next;
    }
    return plainArticles(words, lists, at);
  }

  /// `Design studio` is a noun, `design a studio page` is not.
  private static boolean isVerb(Words words, WordLists lists, int index, int past) {
    if (!words.key(index).equals("design") && !words.key(index).equals("code")) return true;
    return lists.articles().isAt(words, past)
        || lists.styles().isAt(words, past)
        || lists.openings().isAt(words, past)
        || lists.pages().isAt(words, past);
  }

  private static int pageNoun(Words words, WordLists lists, int start) {
    for (int i = start; i < words.size() && i < start + LOOK_AHEAD; i++) {
      if (i > start && words.at(i).parted() && !lists.styles().isAt(words, i - 1)) return -1;
      if (lists.pages().isAt(words, i)) return i;
      if (i > start && lists.links().isAt(words, i)) return -1;
      if (i > start && isStop(words, i)) return -1;
    }
    return -1;
  }

  private static boolean isStop(Words words, int index) {
    return switch (words.key(index)) {
      case "with", "that", "which", "called", "named", "in", "con", "avec", "mit", "com" -> true;
      default -> false;
    };
  }

  private static int needs(Words words, Span before) {
    for (int i = before.from(); i < before.to(); i++) {
      switch (words.key(i)) {
        case "need", "needs", "want", "wants" -> {
          return i;
        }
        default -> {}
      }
    }
    return -1;
  }

  private static int link(Words words, WordLists lists, int past) {
    for (int i = past; i < words.size() && i < past + LOOK_AHEAD; i++) {
      if (words.at(i).gap().indexOf('\n') >= 0 || words.at(i).gap().contains(". ")) return -1;
      int end = lists.links().skip(words, i);
      if (end > i) return end;
    }
    return -1;
  }
}
