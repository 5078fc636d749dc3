package pageloom.markup;

import java.util.regex.Pattern;
import pageloom.markup.Finding.Kind;

/// No attribute runs anything.
final class HandlerCheck implements Check {
  private static final Pattern RUNNING =
      Pattern.compile(
          "(?i)^[\\x00-\\x20]*(?:j\\s*a\\s*v\\s*a\\s*s\\s*c\\s*r\\s*i\\s*p\\s*t|v\\s*b\\s*s\\s*c\\s*r"
              + "\\s*i\\s*p\\s*t|data\\s*:\\s*text/html)");

  private static final String RUNNING_BEGINS = "jJvVdD";

  /// How attributes begin in which frameworks keep script.
  private static final Pattern FRAMEWORK = Pattern.compile("v-|x-(?:on|data|bind|show)|hx-|ng-");

  @Override
  public void look(Fragment fragment, FindingsContext context, Sink sink) {
    for (Fragment.Given a : fragment.attributes()) {
      String name = a.name();
      if ((name.startsWith("on") && name.length() > 2) || isOfFramework(name)) {
        found(
            sink,
            a,
            " on <",
            "take it away; <details>, popovertarget, links to ids and :has variants work without"
                + " one");
      } else if (runs(a.value()) || name.equals("srcdoc")) {
        found(sink, a, " of <", "link to a section such as href=\"#" + context.anchor() + "\"");
      }
    }
  }

  private static void found(Sink sink, Fragment.Given a, String where, String instead) {
    sink.found(
        Kind.SCRIPT,
        Fragment.line(a.element()),
        Sink.shortened(a.name())
            + where
            + Sink.shortened(a.element().normalName())
            + "> would run a script: "
            + instead);
  }

  private static boolean isOfFramework(String name) {
    return switch (name.charAt(0)) {
      case '@', ':' -> true;
      case 'v', 'h', 'n', 'x' -> FRAMEWORK.matcher(name).lookingAt();
      default -> false;
    };
  }

  static boolean runs(String url) {
    return !url.isEmpty()
        && (url.charAt(0) <= ' ' || RUNNING_BEGINS.indexOf(url.charAt(0)) >= 0)
        && RUNNING.matcher(url).lookingAt();
  }
}
