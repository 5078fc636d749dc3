package pageloom.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/// A second opinion on a sanitized fragment, with a list of its own: of what must not be there.
final class Harmless {
  private static final Set<String> FORBIDDEN =
      Set.of(
          "script",
          "style",
          "iframe",
          "object",
          "embed",
          "base",
          "meta",
          "link",
          "template",
          "noscript",
          "foreignobject",
          "math",
          "applet",
          "frame",
          "frameset",
          "animate",
          "set",
          "animatetransform",
          "animatemotion",
          "feimage",
          "image",
          "xmp",
          "plaintext",
          "noembed",
          "noframes",
          "portal",
          "title");
  private static final Set<String> FORBIDDEN_ATTRIBUTES =
      Set.of(
          "style",
          "srcdoc",
          "formaction",
          "action",
          "method",
          "ping",
          "autofocus",
          "background",
          "cite",
          "data",
          "xlink:href",
          "is",
          "slot",
          "nonce",
          "autoplay",
          "formmethod",
          "formtarget",
          "enctype",
          "http-equiv",
          "contenteditable",
          "attributename");

  private Harmless() {}

  /// What is wrong with it; nothing, it should be.
  static List<String> complaints(String html) {
    List<String> complaints = new ArrayList<>();
    Element body = Jsoup.parseBodyFragment(html).body();
    if (body.childNodeSize() != 1 || body.childrenSize() != 1) {
      complaints.add("not one root");
    }
    body.child(0)
        .traverse((node, depth) -> {
          switch (node) {
            case Element element -> element(element, complaints);
            case Comment comment -> complaints.add("comment " + comment);
            case DataNode data -> complaints.add("raw text " + data);
            case Node other -> {}
          }
        });
    return complaints;
  }

  private static void element(Element element, List<String> complaints) {
    String name = element.normalName();
    boolean drawingTitle = name.equals("title") && !element.tag().namespace().endsWith("xhtml");
    if (FORBIDDEN.contains(name) && !drawingTitle || name.contains("-") || name.contains(":")) {
      complaints.add("<" + name + ">");
    }
    for (Attribute attribute : element.attributes()) {
      String key = attribute.getKey().toLowerCase(Locale.ROOT);
      String value = attribute.getValue().replaceAll("[\\x00-\\x20\\x7f-\\xa0]", "");
      String lower = value.toLowerCase(Locale.ROOT);
      if (key.startsWith("on")
          || FORBIDDEN_ATTRIBUTES.contains(key)
          || !key.matches("[a-z0-9\\-]+")) {
        complaints.add(key);
      }
      // Words for people, and names of classes, which nothing follows.
      if (!key.startsWith("data-")
          && !Set.of("title", "alt", "value", "placeholder", "class").contains(key)
          && lower.matches("(?:javascript|vbscript|data:text|data:image/svg|blob|file):?.*")) {
        complaints.add(key + "=" + value);
      }
      if (key.equals("class") && lower.contains("url(")) {
        complaints.add("class " + value);
      }
      if (key.equals("name")
          && !Set.of("input", "select", "textarea", "button", "details", "fieldset", "output")
              .contains(name)) {
        complaints.add("name on " + name);
      }
      if (Set.of("href", "src", "srcset", "poster").contains(key)
          && !lower.matches("(?:https?://|mailto:|tel:|sms:|#|data:image/(?:png|jpe?g|gif)).*")) {
        complaints.add(key + "=" + value);
      }
    }
  }
}
