package pageloom.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/// A style attribute as React's object.
final class JsxStyleTest {
  @Test
  void a_style_attribute_becomes_an_object() {
    assertEquals(
        "{ color: \"red\", marginTop: \"1px\", \"--x-y\": \"2\", WebkitMask: \"none\", msFlex:"
            + " \"1\" }",
        JsxStyle.object("color:red; MARGIN-top : 1px;--x-y:2;-webkit-mask:none;-ms-flex:1;"));
  }

  @Test
  void semicolons_inside_quotes_and_brackets_end_nothing() {
    assertEquals(
        "{ background: \"url(data:a;b)\", content: \"\\\";\\\"\" }",
        JsxStyle.object("background:url(data:a;b);content:\";\""));
  }

  @Test
  void nothing_is_an_empty_object() {
    assertEquals("{}", JsxStyle.object(" ; "));
  }
}
