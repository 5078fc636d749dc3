package pageloom.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pageloom.export.Download;
import pageloom.export.ExportFormat;
import pageloom.export.FinishedPage;
import pageloom.export.PageExport;
import pageloom.page.Page;
import pageloom.page.PageRecord;
import pageloom.page.Section;
import pageloom.page.SectionContent;

/// `/api/pages/{id}/export`: what is done of a page, as a file to save.
final class ExportAnswer {
  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]+");

  private ExportAnswer() {}

  static void send(
      PageExport export,
      PageRecord record,
      Page page,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ExportFormat format = format(request.getParameter("format"));
    Download file = export.of(finished(record, page), format);
    response.setContentType(file.mediaType());
    response.setContentLength(file.size());
    response.setHeader("Content-Disposition", disposition(file.name()));
    response.setHeader("Cache-Control", "no-store");
    file.writeTo(response.getOutputStream());
  }

  private static ExportFormat format(@Nullable String wire) {
    Optional<ExportFormat> format = ExportFormat.of(wire == null ? "html" : wire);
    if (format.isEmpty()) {
      throw Problem.field(
          "format", "must be one of " + String.join(", ", ExportFormat.wires()) + ".");
    }
    return format.get();
  }

  /// What is done of a page.
  static FinishedPage finished(PageRecord record, Page page) {
    List<FinishedPage.Section> done = new ArrayList<>();
    for (Section section : page.sections()) {
      SectionContent content = section.content();
      // What is shown counts, also while another version is being made.
      if (content != null) {
        done.add(new FinishedPage.Section(section.name(), content.html()));
      }
    }
    return new FinishedPage(
        page.title() == null ? record.plan().title() : page.title(),
        record.plan().brief().language(),
        page.look().theme().mode(),
        page.look().css(),
        done);
  }

  /// The name for clients of today and a plain one for others (RFC 6266, section 4.3; RFC 8187).
  private static String disposition(String name) {
    String plain = UNSAFE.matcher(name).replaceAll("_");
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\""
        + plain
        + "\"; filename*=UTF-8''"
        + encoded.replace("*", "%2A");
  }
}
