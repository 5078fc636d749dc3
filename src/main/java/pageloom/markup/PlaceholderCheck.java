package pageloom.markup;

import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import pageloom.markup.Finding.Kind;

/// Everything is written out: no dummy text, no "and so on".
final class PlaceholderCheck implements Check {
  private static final Sieve DUMMY =
      new Sieve(
          "(?iu)\\blorem ipsum\\b|\\bdolor sit amet\\b|\\b(?:rest|remainder) (?:of (?:the"
              + " )?(?:section|page|code|content|items|cards|html)|unchanged|(?:is|stays|remains)"
              + " (?:the same|unchanged))|\\b(?:same|unchanged) as"
              + " (?:above|before)\\b|\\b(?:omitted|truncated) for brevity\\b|\\byour (?:awesome"
              + " |catchy"
              + " )?(?:text|headline|title|heading|content|copy|description|image|photo|logo|tagline)"
              + " (?:goes )?here\\b|\\b(?:insert|add|put) (?:your |the |a )?\\w{1,20}"
              + " here\\b|\\bplaceholder"
              + " (?:text|copy|image|title|heading|content)\\b|\\b(?:john|jane) (?:doe|smith)\\b"
              + "|\\[(?:your|insert|company|brand|product|name|city|date|price)\\b[^\\]\\n]{0,40}]"
              + "|\\{\\{[^{}\\n]{1,60}}}|\\bTODO:|\\bFIXME\\b|\\bTBD\\b");
  private static final Sieve WHOLE =
      new Sieve(
          "(?m)^(?:\\.{3}|…|\\[\\s?(?:\\.{3}|…)\\s?]|TODO|XXX+|(?i:card title|feature title|section"
              + " title|item \\d{1,2}|heading \\d|title \\d|company name|product name))$");
  private static final Pattern OMISSION =
      Pattern.compile(
          "(?iu)\\.{3}|…|\\b(?:unchanged|omitted|truncated|abbreviated|placeholder|todo|fixme"
              + "|same as (?:above|before)|for brevity|and so on|etc)\\b"
              + "|\\brest (?:of|here|is|remains|stays|goes)\\b"
              + "|^\\s*(?:and )?(?:\\d+ )?more(?: [\\w-]+){0,3}(?: here)?\\s*$"
              + "|^\\s*(?:repeat|similar|same|remaining|additional|continued?|insert)\\b"
              + "|^\\s*(?:other|further) (?:cards|items|sections|features|rows|links|plans)\\b"
              + "|^\\s*(?:add|your|put) .{0,60}\\bhere\\b");

  private static final Pattern SIGNS = Pattern.compile("\\W+");

  @Override
  public void look(Fragment fragment, FindingsContext context, Sink sink) {
    for (Sieve sieve : List.of(DUMMY, WHOLE)) {
      fragment
          .seen()
          .find(sieve)
          .filter(hit -> !fragment.stated().says(hit.text()) || SIGNS.matcher(hit.text()).matches())
          .forEach(hit ->
              sink.found(
                  Kind.PLACEHOLDER,
                  hit.line(),
                  Sink.quoted(hit.text())
                      + " is dummy text: write what this page really says there"));
    }
    for (Comment comment : fragment.comments()) {
      String text = comment.getData();
      String head = text.length() > 200 ? text.substring(0, 200) : text;
      if (OMISSION.matcher(head).find()) {
        sink.found(
            Kind.PLACEHOLDER,
            Fragment.line(comment),
            "The comment "
                + Sink.quoted(text)
                + " stands for markup that is missing: write all of it, and no comments");
      }
    }
  }
}
