package pageloom.plan;

import java.util.Map;
import java.util.Set;

/// Which language a prompt is written in, told by its commonest small words. Good enough to know
/// whether its nouns can stand in English copy; English when in doubt.
enum PromptLanguage {
  EN,
  ES,
  FR,
  DE,
  PT,
  IT,
  OTHER;

  private static final int WORDS_READ = 300;

  private static final Map<PromptLanguage, Set<String>> SMALL_WORDS =
      Map.of(
          EN,
          words(
              "the a an for with and of in my is our that to page website section app about build"
                  + " create make from at your near shop store"),
          ES,
          words(
              "el la los las para con una un de y en mi que del quiero crea crear haz pagina web"
                  + " tienda sitio llamada llamado precios nuestra nuestro por seccion empresa"),
          FR,
          words(
              "le la les pour avec une un des et mon ma notre du dans au aux je cree creer site"
                  + " page moi appele appelee nomme nommee boutique en d l qui entreprise"),
          DE,
          words(
              "der die das fur mit und ein eine einen einer im mein meine unser unsere ich wir"
                  + " erstelle baue seite webseite website bitte namens bei zum zur von"),
          IT,
          words(
              "il lo gli di per con una un della del mio mia nostra nostro che sito da e crea corso"
                  + " pagina negozio chiamata chiamato prezzi dei delle alla azienda"),
          PT,
          words(
              "o os as para com uma um de e em meu minha que do da no na quero crie criar pagina"
                  + " site loja chamada chamado nossa nosso precos secao por"));

  /// Whether Romance word order puts the head of a noun phrase first.
  boolean headFirst() {
    return this == ES || this == FR || this == PT || this == IT;
  }

  static PromptLanguage of(Words words) {
    int read = Math.min(words.size(), WORDS_READ);
    int foreign = 0;
    for (int i = 0; i < read; i++) {
      int c = words.at(i).text().codePointAt(0);
      if (c > 0x24F && Character.isLetter(c)) foreign++;
    }
    if (foreign * 2 > read) return OTHER;
    PromptLanguage best = EN;
    int most = count(EN, words, read);
    for (PromptLanguage language : new PromptLanguage[] {ES, FR, DE, PT, IT}) {
      int hits = count(language, words, read);
      if (hits > most) {
        most = hits;
        best = language;
      }
    }
    return most == 0 && hasUmlaut(words, read) ? DE : best;
  }

  private static int count(PromptLanguage language, Words words, int read) {
    Set<String> small = SMALL_WORDS.getOrDefault(language, Set.of());
    int hits = 0;
    for (int i = 0; i < read; i++) if (small.contains(words.at(i).key())) hits++;
    return hits;
  }

  private static boolean hasUmlaut(Words words, int read) {
    for (int i = 0; i < read; i++) {
      if (words.at(i).text().chars().anyMatch(c -> "äöüÄÖÜß".indexOf(c) >= 0)) return true;
    }
    return false;
  }

  private static Set<String> words(String list) {
    return Set.of(list.split(" "));
  }
}
