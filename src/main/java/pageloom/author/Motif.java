package pageloom.author;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The kinds of picture; `motifs.json` has the words of a subject that call for each.
enum Motif {
  FOOD,
  BLOCKS,
  WINDOW,
  STREET,
  PLAN,
  HILLS,
  CONTOURS,
  GOODS,
  WEAVE,
  CUTOUTS,
  WAVES,
  ARCS,
  TILES,
  PORTRAIT;

  private static final List<Motif> NEUTRAL = List.of(TILES, CUTOUTS, CONTOURS, ARCS, WAVES);

  /// By motif the beginnings of words that call for it.
  private static final Map<String, List<String>> WORDS =
      new Gson()
          .fromJson(
              Resources.text("motifs.json"),
              new TypeToken<Map<String, List<String>>>() {}.getType());

  void draw(Canvas canvas) {
    switch (this) {
      case FOOD -> StillLifeArt.food(canvas);
      case BLOCKS -> BlockArt.draw(canvas);
      case WINDOW -> SoftwareArt.draw(canvas);
      case STREET -> PlaceArt.street(canvas);
      case PLAN -> PlaceArt.plan(canvas);
      case HILLS -> PlaceArt.hills(canvas);
      case CONTOURS -> PlaceArt.contours(canvas);
      case GOODS -> StillLifeArt.goods(canvas);
      case WEAVE -> CraftArt.weave(canvas);
      case CUTOUTS -> CraftArt.cutouts(canvas);
      case WAVES -> GeometryArt.waves(canvas);
      case ARCS -> GeometryArt.arcs(canvas);
      case TILES -> GeometryArt.tiles(canvas);
      case PORTRAIT -> PeopleArt.portrait(canvas);
    }
  }

  /// What suits a subject: the motif with the most letters of it recognised at the start of a word,
  /// or for an unknown subject a neutral one by seed.
  static Motif of(String subject, long seed) {
    String text = " " + subject.toLowerCase(Locale.ROOT);
    Motif best = NEUTRAL.get((int) Math.floorMod(seed >>> 7, (long) NEUTRAL.size()));
    int most = 0;
    for (Motif motif : values()) {
      int score = 0;
      for (String word : WORDS.getOrDefault(motif.name(), List.of())) {
        boolean spaced = word.charAt(0) < 0x3000;
        if (text.contains(spaced ? " " + word : word)) score += word.length();
      }
      if (score > most) {
        most = score;
        best = motif;
      }
    }
    return best;
  }
}
