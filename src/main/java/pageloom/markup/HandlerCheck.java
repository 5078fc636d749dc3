package pageloom.markup;

import java.util.List;
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

  private static final String RUNNING_BEGINS = "jJvVdD";

  /// How attributes begin in which frameworks keep script.
  private static final List<String> FRAMEWORK =
      List.of("@", ":", "v-", "x-on", "x-data", "x-bind", "x-show", "hx-", "ng-");

  @Override
  public void look(Fragment fragment, FindingsContext context, Sink sink) {
    for (Element e : fragment.elements()) {
      for (Attribute a : e.attributes()) {
        String name = a.getKey().toLowerCase(Locale.ROOT);
        if ((name.startsWith("on") && name.length() > 2) || isOfFramework(name)) {
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

  private static boolean isOfFramework(String name) {
    for (String start : FRAMEWORK) {
      if (name.startsWith(start)) {
        return true;
      }
    }
    return false;
  }

  static boolean runs(String url) {
    return !url.isEmpty()
        && (url.charAt(0) <= ' ' || RUNNING_BEGINS.indexOf(url.charAt(0)) >= 0)
        && RUNNING.matcher(url).lookingAt();
  }
}
