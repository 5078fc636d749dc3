package pageloom.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Prices, hours, dates, phone numbers and addresses of mail that a prompt states. Every pattern is
/// bounded, so the time grows with the length of the prompt and nothing else.
final class FactFinder {
  private static final int PER_KIND = 4;

  private static final String MONTH =
      "(?=\\p{L})(?:january|february|march|april|may|june|july|august|september|october|november|december"
          + "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
          + "|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"
          + "|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
          + "|januar|februar|märz|juni|juli|oktober|dezember"
          + "|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro)";
  private static final String DAY =
      "(?=\\p{L})(?:every\\hday|daily|weekdays|weekends"
          + "|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:days?)?"
          + "|lunes|martes|miércoles|jueves|viernes|sábados?|domingos?"
          + "|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
          + "|montags?|dienstags?|mittwochs?|donnerstags?|freitags?|samstags?|sonntags?"
          + "|mo|di|mi|do|fr|sa|so|täglich|segunda|terça|quarta|quinta|sexta"
          + "|a\\hdiario|todos\\h(?:los|os)\\hd[ií]as|tous\\hles\\hjours)";
  private static final String DAYS =
      DAY
          + "(?:(?:\\h?[-–—&,]\\h?|\\h(?:to|through|till|until|and|a|à|au|bis|y|e|et|und)\\h)"
          + DAY
          + "){0,4}";
  private static final String TIME =
      "\\d{1,2}(?:[:.h]\\d{2})?(?:\\h?(?:[ap]\\.?m\\b\\.?|uhr\\b|h\\b))?";
  private static final String RANGE =
      TIME + "\\h?(?:[-–—]|to|until|till|a|à|bis|às|até)\\h?" + TIME;
  private static final String PER =
      "(?:\\h?(?:/|per|an?|each|every|por|al|pro|par|im|ao)\\h?(?:month|mo|year|yr|week|night|hour|hr|day"
          + "|person|user|seat|head|class|session|lesson|visit|ticket|mes|año|noche|persona|hora|mois|nuit"
          + "|personne|heure|monat|jahr|nacht|stunde|mês|ano|noite|pessoa)\\b)?";
  private static final String AMOUNT = "\\d{1,9}(?:[.,]\\d{1,3}){0,3}";

  private static final Pattern PRICE =
      pattern(
          "(?<![\\p{L}\\p{N}])(?:(?:US|CA|AU|NZ|R)?[$€£¥₹₩]\\h?"
              + AMOUNT
              + "(?:\\h?k\\b)?"
              + PER
              + "|"
              + AMOUNT
              + "\\h?(?:[€£₽₴]|(?:usd|eur|gbp|chf|euros?|dollars?|pounds|kr|zł|sek|nok|dkk|reais|yen)\\b|円|元|원)"
              + PER
              + ")");
  private static final Pattern HOURS =
      pattern(
          "(?<![\\p{L}\\p{N}$€£.,/+-])(?:"
              + DAYS
              + "[,:]?\\h(?:(?:from|de|von|das|open|:)\\h)?"
              + RANGE
              + "|"
              + RANGE
              + "(?:[,]?\\h(?:on\\h)?"
              + DAYS
              + "\\b)?|24/7|24\\hhours(?:\\ha\\hday)?)(?![\\p{L}\\p{N}])");
  private static final Pattern MARKED = pattern("[ap]\\.?m|uhr|:|\\dh|24|[\\p{L}]{3}");
  private static final Pattern OPEN =
      pattern("open|hours|abierto|abrimos|ouvert|horaires?|geöffnet|aberto|from\\h$|horario");
  private static final Pattern DATE =
      pattern(
          "(?<![\\p{L}\\p{N}./-])(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{4}"
              + "|"
              + MONTH
              + "\\.?\\h\\d{1,2}(?:st|nd|rd|th)?(?:\\h?[-–]\\h?\\d{1,2}(?:st|nd|rd|th)?)?(?:,?\\h\\d{4})?"
              + "|\\d{1,2}(?:st|nd|rd|th|er|\\.|º)?(?:\\h?[-–]\\h?\\d{1,2}\\.?)?\\h(?:(?:of|de)\\h)?"
              + MONTH
              + "(?:,?\\h(?:(?:de|del)\\h)?\\d{4})?|"
              + MONTH
              + "\\h\\d{4})(?![\\p{L}\\p{N}%])|(?:(?<!\\d)\\d{4}年)?(?<!\\d)\\d{1,2}月\\d{1,2}日");

  /// "2 may enter", "you may 3 times": the verb, not the month.
  private static final Pattern MODAL = Pattern.compile("may \\d{1,2}|\\d{1,2} may");

  private static final Pattern EMAIL =
      pattern(
          "(?<![\\p{L}\\p{N}._%+@-])[a-z0-9][a-z0-9._%+-]{0,62}+@[a-z0-9][a-z0-9-]{0,40}+"
              + "(?:\\.[a-z0-9-]{1,40}+){0,3}\\.[a-z]{2,20}\\b");
  private static final Pattern PHONE =
      pattern(
          "(?<![\\p{L}\\p{N}$€£.,:/+@-])(?:\\+\\d{1,3}(?:[\\h./-]\\(?\\d{1,8}\\)?){1,6}"
              + "|(?:\\(\\d{1,5}\\)[\\h.-]?)?\\d{2,5}(?:[\\h./-]\\d{2,8}){1,6})(?![\\p{L}\\p{N}])"
              + "|(?<![\\p{L}\\p{N}$€£.,:/+@-])(?:\\+|0)\\d{7,14}(?![\\p{L}\\p{N}])");
  private static final Pattern DATE_LIKE =
      pattern("\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[/.-]\\d{1,2}[/.-]\\d{4}|\\d{4}[-/]\\d{4}");
  private static final Pattern CALL =
      pattern("call|phone|tel|whatsapp|mobile|anruf|ligue|llama|llám|appel|☎");

  private final String text;
  private final List<Fact> facts = new ArrayList<>();

  private FactFinder(String text) {
    this.text = text;
  }

  /// What the text states, the place aside, at most four of a kind, each verbatim.
  static List<Fact> find(String text) {
    var finder = new FactFinder(text);
    if (text.chars().anyMatch(Character::isDigit)) {
      finder.all(PRICE, Fact.Kind.PRICE);
      finder.all(HOURS, Fact.Kind.HOURS);
      finder.all(DATE, Fact.Kind.DATE);
      finder.all(PHONE, Fact.Kind.PHONE);
    }
    if (text.indexOf('@') >= 0) finder.all(EMAIL, Fact.Kind.EMAIL);
    return finder.facts;
  }

  private void all(Pattern pattern, Fact.Kind kind) {
    Matcher matcher = pattern.matcher(text);
    int found = 0;
    while (found < PER_KIND && matcher.find()) {
      String match = matcher.group().strip();
      var fact = new Fact(kind, match);
      if (!isSure(kind, match, matcher.start()) || facts.contains(fact)) continue;
      facts.add(fact);
      found++;
    }
  }

  private boolean isSure(Fact.Kind kind, String match, int start) {
    String before = text.substring(Math.max(0, start - 24), start);
    return switch (kind) {
      case HOURS -> MARKED.matcher(match).find() || OPEN.matcher(before).find();
      case PHONE -> isPhone(match, before);
      case DATE -> !MODAL.matcher(match).matches();
      case PRICE, PLACE, EMAIL -> true;
    };
  }

  private static boolean isPhone(String match, String before) {
    long digits = match.chars().filter(Character::isDigit).count();
    if (digits < 7 || digits > 15 || DATE_LIKE.matcher(match).matches()) return false;
    return "+(0".indexOf(match.charAt(0)) >= 0
        || CALL.matcher(before).find()
        || match.matches("\\d{3}[-.\\h]\\d{3}[-.\\h]\\d{4}|\\d{3}-\\d{4}");
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
