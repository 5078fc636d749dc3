package pageloom.markup;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What one attribute may say, and how it is spelled: gives the canonical value, or nothing when
/// the attribute must go. Its own output it gives back unchanged.
@FunctionalInterface
interface ValueRule {
  Optional<String> clean(String value);

  /// Any characters.
  ValueRule TEXT = Optional::of;

  /// There or not there.
  ValueRule FLAG = value -> Optional.of("");

  ValueRule CLASSES = value -> ClassList.of(value).allowed();
  ValueRule LINK = UrlPolicy::link;
  ValueRule IMAGE = UrlPolicy::image;
  ValueRule IMAGE_SET = UrlPolicy::imageSet;
  ValueRule MEDIA = UrlPolicy::media;
  ValueRule LOCAL = UrlPolicy::local;

  /// An SVG value: characters, with references into the same fragment at most.
  ValueRule PAINT = SvgValues::clean;

  /// A whole number from 1 to 1000.
  ValueRule COUNT = value -> whole(value).filter(n -> n >= 1 && n <= 1000).map(String::valueOf);

  ValueRule WHOLE = value -> whole(value).map(String::valueOf);

  /// In the order of the page, or out of it; never before it.
  ValueRule TAB = value -> whole(value).map(n -> n < 0 ? "-1" : "0");

  ValueRule NUMBER = ValueRule::number;

  /// A length without a unit, or a percentage.
  ValueRule LENGTH =
      value ->
          value.strip().endsWith("%")
              ? number(value.strip().substring(0, value.strip().length() - 1)).map(n -> n + "%")
              : number(value.strip().replaceFirst("px$", ""));

  /// The name of a form field: none that would hide what a script expects of the form itself.
  ValueRule FIELD_NAME =
      value ->
          Patterns.FIELD.matcher(value).matches()
                  && !Patterns.TAKEN.contains(value.toLowerCase(Locale.ROOT))
              ? Optional.of(value)
              : Optional.empty();

  /// One of a few words, in lower case.
  static ValueRule oneOf(String... words) {
    Set<String> allowed = Set.of(words);
    return value -> Optional.of(value.strip().toLowerCase(Locale.ROOT)).filter(allowed::contains);
  }

  private static Optional<Integer> whole(String value) {
    String digits = value.strip();
    return Patterns.WHOLE.matcher(digits).matches()
        ? Optional.of(Integer.parseInt(digits))
        : Optional.empty();
  }

  private static Optional<String> number(String value) {
    String digits = value.strip();
    if (!Patterns.NUMBER.matcher(digits).matches()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(digits);
    return Optional.of(number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
  }

  /// The patterns behind the rules.
  final class Patterns {
    static final Pattern WHOLE = Pattern.compile("-?\\d{1,7}");
    static final Pattern NUMBER = Pattern.compile("-?(?:\\d{1,9}(?:\\.\\d{0,6})?|\\.\\d{1,6})");
    static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9_.\\-\\[\\]]{0,63}");
    static final Set<String> TAKEN =
        Set.of(
            "action",
            "method",
            "submit",
            "reset",
            "requestsubmit",
            "elements",
            "length",
            "target",
            "enctype",
            "id",
            "attributes",
            "children",
            "childnodes",
            "firstchild",
            "lastchild",
            "nextsibling",
            "previoussibling",
            "parentnode",
            "parentelement",
            "nodename",
            "nodetype",
            "nodevalue",
            "ownerdocument",
            "textcontent",
            "innerhtml",
            "outerhtml",
            "innertext",
            "tagname",
            "localname",
            "namespaceuri",
            "classname",
            "classlist",
            "style",
            "dataset",
            "shadowroot",
            "baseuri",
            "appendchild",
            "removechild",
            "insertbefore",
            "replacechild",
            "remove",
            "removeattribute",
            "setattribute",
            "getattribute",
            "hasattribute",
            "queryselector",
            "queryselectorall",
            "constructor",
            "prototype",
            "__proto__",
            "tostring",
            "valueof",
            "hasownproperty",
            "isconnected",
            "contains",
            "clonenode",
            "addeventlistener",
            "removeeventlistener",
            "dispatchevent",
            "click",
            "focus",
            "blur");

    private Patterns() {}
  }
}
