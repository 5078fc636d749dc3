package pageloom.markup;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import pageloom.markup.Finding.Kind;

/// No attribute runs anything.
final class HandlerCheck implements Check {
  private static final Pattern RUNNING =
      Pattern.compile(
          "(?i)^[\\x00-\\x20]*(?:j\\s*a\\s*v\\s*a\\s*s\\s*c\\s*r\\s*i\\s*p\\s*t|v\\s*b\\s*s\\s*c\\s*r"
              + "\\s*i\\s*p\\s*t|data\\s*:\\s*text/html)");

  /// Attributes in which frameworks keep script.
  private static final Pattern FRAMEWORK =
      Pattern.compile("[@:]|v-|x-(?:on|data|bind|show)|hx-|ng-");

  @Override
  public void look(Fragment fragment, FindingsContext context, Sink sink) {
    for (Element e : fragment.elements()) {
      for (Attribute a : e.attributes()) {
        String name = a.getKey().toLowerCase(Locale.ROOT);
        if ((name.startsWith("on") && name.length() > 2) || FRAMEWORK.matcher(name).lookingAt()) {
          sink.found(
              Kind.SCRIPT,
              Fragment.line(e),
              Sink.shortened(name)
                  + " on <"
                  + Sink.shortened(e.normalName())
                  + "> would run a script: take it away; <details>, popovertarget, links to ids and"
                  + " :has variants work without one");
        } else if (runs(a.getValue()) || name.equals("srcdoc")) {
          sink.found(
              Kind.SCRIPT,
              Fragment.line(e),
              Sink.shortened(name)
                  + " of <"
                  + Sink.shortened(e.normalName())
                  + "> would run a script: link to a section such as href=\"#"
                  + context.anchor()
                  + "\"");
        }
      }
    }
  }

  static boolean runs(String url) {
    return RUNNING.matcher(url).lookingAt();
  }
}
