package pageloom.plan;

import java.util.List;

/// One or more words to look for in a text: whole words, accents and plural endings aside; in
/// scripts without spaces, any part of a run.
///
/// @param stems the words in order
/// @param unspaced whether it is of a script without spaces
record Phrase(List<String> stems, boolean unspaced) {
  Phrase {
    stems = List.copyOf(stems);
  }

  static Phrase of(String text) {
    List<Word> words = Words.of(text).list();
    return new Phrase(
        words.stream().map(Word::stem).toList(), words.size() == 1 && words.get(0).unspaced());
  }

  /// A single Latin letter says nothing.
  boolean isUsable() {
    return !stems.isEmpty() && (stems.size() > 1 || stems.get(0).length() > 1 || unspaced);
  }

  int length() {
    return stems.size();
  }

  /// Whether the words from an index on are these.
  boolean isAt(Words words, int index) {
    if (index < 0 || index + length() > words.size()) return false;
    for (int i = 0; i < length(); i++) {
      if (!words.at(index + i).stem().equals(stems.get(i))) return false;
      if (i > 0 && words.at(index + i).parted()) return false;
    }
    return true;
  }
}
