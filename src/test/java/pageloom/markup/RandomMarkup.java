package pageloom.markup;

import java.util.List;
import java.util.Random;

/// Markup as nobody would write it: known and unknown tags nested at random, often not closed,
/// attributes of all sorts, characters that some notation minds. The same seed gives the same.
final class RandomMarkup {
  private static final List<String> TAGS =
      List.of(
          "div",
          "p",
          "span",
          "a",
          "b",
          "i",
          "em",
          "strong",
          "ul",
          "ol",
          "li",
          "h1",
          "h2",
          "h3",
          "section",
          "nav",
          "table",
          "thead",
          "tbody",
          "tr",
          "td",
          "th",
          "caption",
          "colgroup",
          "col",
          "form",
          "label",
          "input",
          "button",
          "select",
          "optgroup",
          "option",
          "textarea",
          "details",
          "summary",
          "dialog",
          "pre",
          "code",
          "br",
          "hr",
          "img",
          "picture",
          "source",
          "video",
          "svg",
          "g",
          "path",
          "circle",
          "text",
          "tspan",
          "title",
          "desc",
          "defs",
          "linearGradient",
          "stop",
          "clipPath",
          "use",
          "foreignObject",
          "math",
          "mi",
          "script",
          "style",
          "iframe",
          "template",
          "noscript",
          "x-card",
          "font",
          "center",
          "dl",
          "dt",
          "dd",
          "fieldset",
          "legend",
          "progress",
          "meter",
          "figure",
          "figcaption",
          "blockquote",
          "small",
          "ruby",
          "rt",
          "datalist",
          "output",
          "nobr",
          "marquee",
          "frameset",
          "body",
          "html");

  private static final List<String> ATTRIBUTES =
      List.of(
          "class=\"flex gap-2\"",
          "class=\"md:flex hidden\"",
          "class=\"inline-block\"",
          "class=\"whitespace-pre-line\"",
          "class=\"[&>li]:mt-2 before:content-['{x}']\"",
          "class=\"inline\"",
          "class='grid sm:block'",
          "class=\"block\"",
          "id=a",
          "id=b",
          "id=\"hero-x\"",
          "for=a",
          "href=\"#b\"",
          "href=https://example.com/?a=1&b=2",
          "href='javascript:alert(1)'",
          "aria-labelledby=\"a b\"",
          "aria-hidden=true",
          "aria-level=2",
          "data-x='{\"a\":[1]}'",
          "title='He said \"no\" \\ {x} &amp;lt;'",
          "alt=\"\"",
          "title=\"two\nlines\"",
          "title='caf&eacute;&nbsp;&#x2003;'",
          "hidden",
          "disabled",
          "checked",
          "selected",
          "open",
          "multiple",
          "required",
          "readonly",
          "inert",
          "popover",
          "popover=manual",
          "popovertarget=b",
          "tabindex=3",
          "tabindex=-1",
          "colspan=2",
          "rowspan=3",
          "type=radio",
          "type=checkbox",
          "type=number",
          "type=submit",
          "type=range",
          "name=pick",
          "value=7",
          "value='a b'",
          "value=\"\"",
          "placeholder='{…}'",
          "onclick=alert(1)",
          "style=\"color:red\"",
          "width=10",
          "height=50%",
          "viewBox='0 0 9 9'",
          "viewbox='0 0 1 1'",
          "stroke-width=2",
          "fill='url(#a)'",
          "clip-path='url(#b)'",
          "xlink:href='#a'",
          "d='M0 0h1'",
          "gradientUnits=userSpaceOnUse",
          "stop-color=red",
          "mask-type=alpha",
          "transform-origin=center",
          "role=list",
          "dir=rtl",
          "lang=fr",
          "datetime=2026-01-01",
          "src=https://example.com/a.png",
          "srcset='https://e.com/a 2x'",
          "maxlength=9",
          "start=-4",
          "reversed",
          "min=0",
          "max=10.50",
          "low=2.5",
          "rows=3",
          "autocomplete=email",
          "spellcheck=false",
          "inputmode=tel",
          "translate=no");

  private static final List<String> TEXTS =
      List.of(
          "plain",
          " ",
          "\n  ",
          " leading",
          "trailing ",
          "a  b",
          "{braces}",
          "{{ mustache }}",
          "&lt;b&gt;",
          "&amp;amp;",
          "a & b",
          "1 > 0",
          "\"quoted\" 'text'",
          "back\\slash \\n",
          "&nbsp;",
          "a&nbsp;b ",
          "日本語",
          "😀",
          "é\u0301",
          "\u200B",
          "\u2028",
          "&#13;",
          "&#x2003;x",
          "${template}",
          "`tick`",
          "// no comment",
          "/* no */",
          "<!-- gone -->",
          "\t tab\t",
          "{/* jsx */}",
          "&bogus; &#123;",
          "\uFEFF",
          "</div>",
          "</p>",
          "</table>",
          "</svg>",
          "</select>",
          "\n\nlines\n",
          "<![CDATA[x]]>",
          "<",
          "&#0;");

  private final Random random;

  RandomMarkup(long seed) {
    random = new Random(seed);
  }

  String fragment() {
    var html = new StringBuilder();
    int size = 3 + random.nextInt(25);
    nodes(html, new int[] {size}, 0);
    return html.toString();
  }

  private void nodes(StringBuilder html, int[] left, int depth) {
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count && left[0] > 0; i++) {
      left[0]--;
      if (random.nextInt(5) < 2) {
        html.append(pick(TEXTS));
      } else {
        element(html, left, depth);
      }
    }
  }

  private void element(StringBuilder html, int[] left, int depth) {
    String tag = pick(TAGS);
    html.append('<').append(tag);
    for (int n = random.nextInt(4); n > 0; n--) {
      html.append(' ').append(pick(ATTRIBUTES));
    }
    html.append(random.nextInt(12) == 0 ? "/>" : ">");
    if (depth < 8) {
      nodes(html, left, depth + 1);
    }
    if (random.nextInt(6) > 0) {
      html.append("</").append(tag).append('>');
    }
  }

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
