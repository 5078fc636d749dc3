package pageloom.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where each word of a text stands, so that hundreds of phrases can be looked up in a long text.
final class WordIndex {
  private static final int SHORTEST_PART = 5;
  private static final int COMPOUNDS_WITHIN = 200;

  private final Words words;
  private final Map<String, List<Integer>> places = new HashMap<>();
  private final List<Integer> unspaced = new ArrayList<>();

  /// @param compounds whether a word's end counts as a word, as in German `Steuerberatung`
  WordIndex(Words words, boolean compounds) {
    this.words = words;
    for (int i = 0; i < words.size(); i++) {
      Word word = words.at(i);
      add(word.stem(), i);
      if (word.unspaced()) unspaced.add(i);
      if (compounds && i < COMPOUNDS_WITHIN) addEndings(word.stem(), i);
    }
  }

  /// Indexes of the words at which a phrase begins.
  List<Integer> places(Phrase phrase) {
    if (phrase.unspaced()) {
      String part = phrase.stems().get(0);
      return unspaced.stream().filter(i -> words.at(i).stem().contains(part)).toList();
    }
    List<Integer> first = places.getOrDefault(phrase.stems().get(0), List.of());
    if (phrase.length() == 1) return first;
    return first.stream().filter(i -> phrase.isAt(words, i)).toList();
  }

  private void addEndings(String stem, int index) {
    int length = Math.min(stem.length(), 40);
    for (int cut = 3; cut <= length - SHORTEST_PART; cut++) add(stem.substring(cut), index);
  }

  private void add(String stem, int index) {
    places.computeIfAbsent(stem, k -> new ArrayList<>(2)).add(index);
  }
}
