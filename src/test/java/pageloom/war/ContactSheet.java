package pageloom.war;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import pageloom.Chromium;

/// Draws pages for prompts of every kind into one picture, each as it shows first on a desk and on
/// a phone: `bench/contact-sheet`. It takes no part in the tests.
final class ContactSheet {
  private static final int DESK = 1280;
  private static final int PHONE = 360;

  private ContactSheet() {}

  /// @param arguments a file with a prompt on each line, and the picture to write
  public static void main(String[] arguments) throws Exception {
    Path data = Files.createTempDirectory("contact-sheet");
    List<String> cells = new ArrayList<>();
    try (var war = WarProcess.serving(data);
        var chromium = Chromium.open();
        Page builder = chromium.page()) {
      builder.navigate(war.base() + "/");
      for (String prompt : Files.readAllLines(Path.of(arguments[0]))) {
        String html = (String) builder.evaluate(WRITE, prompt);
        cells.add(
            "<figure>" + shot(chromium, html, DESK) + shot(chromium, html, PHONE) + "</figure>");
      }
      try (Page sheet = page(chromium, 1372)) {
        sheet.setContent(SHEET + String.join("", cells));
        sheet.screenshot(
            new Page.ScreenshotOptions().setPath(Path.of(arguments[1])).setFullPage(true));
      }
    }
  }

  private static String shot(Chromium chromium, String html, int width) {
    try (Page page = page(chromium, width)) {
      page.setContent(html);
      byte[] picture = page.screenshot();
      return "<img width=\""
          + (width == DESK ? 270 : 58)
          + "\" src=\"data:image/png;base64,"
          + Base64.getEncoder().encodeToString(picture)
          + "\">";
    }
  }

  private static Page page(Chromium chromium, int width) {
    return chromium
        .browser()
        .newPage(new Browser.NewPageOptions().setViewportSize(width, width == PHONE ? 1500 : 1140));
  }

  private static final String SHEET =
      """
      <!doctype html><style>
        body { margin: 0; padding: 8px; display: grid; grid-template-columns: repeat(4, max-content); gap: 12px 8px; background: #d8d5cd; }
        figure { margin: 0; display: flex; gap: 4px; align-items: start; }
      </style>\
      """;

  private static final String WRITE =
      """
      async (prompt) => {
        const body = JSON.stringify({ prompt, outputFormat: 'html' });
        const headers = { 'content-type': 'application/json' };
        const made = await (await fetch('api/generate-multi-section', { method: 'POST', headers, body })).json();
        const page = await (await fetch('api/pages/' + made.page_id)).json();
        const { Stylist } = await import('./builder/preview/stylist.js');
        const { standalone } = await import('./builder/download.js');
        const template = document.createElement('template');
        template.innerHTML = page.sections.map((section) => section.html).join('');
        window.stylist ??= new Stylist();
        window.stylist.begin();
        const named = [...template.content.querySelectorAll('[class]')];
        const css = await window.stylist.ensure(named.flatMap((element) => [...element.classList]));
        const { theme } = page.brief;
        return standalone({ title: page.title, language: 'en', theme, sections: page.sections }, css);
      }\
      """;
}
