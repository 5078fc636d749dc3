package pageloom.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import pageloom.access.AccessRules;
import pageloom.access.Secrets;
import pageloom.access.WebOrigin;
import pageloom.audit.Audit;
import pageloom.export.Download;
import pageloom.export.ExportFormat;
import pageloom.export.PageExport;
import pageloom.page.Page;
import pageloom.page.PageId;
import pageloom.page.PageLog;
import pageloom.page.PageRecord;
import pageloom.page.Shares;

/// Links to a page as it is when the link is made, for whoever is given one. What a link shows is
/// kept with it, so nothing that happens to the page later shows there.
final class ShareLinks {
  private static final int TOKEN_BITS = 128;
  private static final int DEFAULT_DAYS = 7;
  private static final int MAX_DAYS = 90;
  private static final int MAX_LINKS = 20;

  private final Shares shares;
  private final PageLog log;
  private final PageExport export;
  private final AccessRules rules;
  private final InstantSource clock;

  ShareLinks(Shares shares, PageLog log, PageExport export, Api.Access access) {
    this.shares = shares;
    this.log = log;
    this.export = export;
    this.rules = access.identity().rules();
    this.clock = access.clock();
  }

  /// Makes a link.
  ///
  /// @return the link, with its address, which is never told again
  JsonObject make(PageRecord record, HttpServletRequest request) throws IOException {
    requireSharing();
    int days = days(JsonBody.read(request).json().get("days"));
    Instant now = clock.instant();
    if (shares.of(record.id(), now).size() >= MAX_LINKS) {
      throw new Problem(
          409, "Conflict", "The page has " + MAX_LINKS + " links. Take one back first.");
    }
    Page page = log.page(record.id());
    Download file = export.of(ExportAnswer.finished(record, page), ExportFormat.HTML);
    var html = new ByteArrayOutputStream(file.size());
    file.writeTo(html);
    String token = Secrets.random(TOKEN_BITS);
    var share =
        new Shares.Share(
            UUID.randomUUID().toString(),
            record.id(),
            page.seq(),
            now,
            now.plus(Duration.ofDays(days)));
    String text = html.toString(StandardCharsets.UTF_8);
    if (!shares.keep(share, Secrets.fingerprint(token), text)) {
      throw Problem.notFound("There is no such page. It may have been deleted.");
    }
    Audit.say(
        "link made",
        "person",
        Caller.owner(request),
        "page",
        record.id(),
        "link",
        share.id(),
        "days",
        days);
    JsonObject json = json(share);
    json.addProperty("url", base(request) + "/s/" + token);
    return json;
  }

  private static int days(JsonElement value) {
    if (PageStart.absent(value)) return DEFAULT_DAYS;
    int days = PageStart.integer(value, 1, MAX_DAYS);
    if (days > 0) return days;
    throw Problem.field("days", "must be a whole number from 1 to " + MAX_DAYS + ".");
  }

  private String base(HttpServletRequest request) {
    WebOrigin origin = rules.publicUrl().orElseGet(() -> Gate.own(request));
    return origin + request.getContextPath();
  }

  /// A page's links.
  JsonObject of(PageId page) {
    requireSharing();
    var links = new JsonArray();
    shares.of(page, clock.instant()).forEach(share -> links.add(json(share)));
    var json = new JsonObject();
    json.add("shares", links);
    return json;
  }

  private static JsonObject json(Shares.Share share) {
    var json = new JsonObject();
    json.addProperty("id", share.id());
    json.addProperty("seq", share.seq());
    json.addProperty("createdAt", share.createdAt().toString());
    json.addProperty("expiresAt", share.expiresAt().toString());
    return json;
  }

  /// Takes a link back.
  void revoke(PageId page, String id, HttpServletRequest request) {
    requireSharing();
    if (!shares.revoke(page, id)) throw Problem.notFound("The page has no such link.");
    Audit.say("link revoked", "person", Caller.owner(request), "page", page, "link", id);
  }

  private void requireSharing() {
    if (rules.sharing()) return;
    throw new Problem(
        403, "Forbidden", "Links are switched off here; the operator sets PAGELOOM_SHARING=on.");
  }

  /// The document that a link shows.
  Optional<String> open(String token) {
    return shares.open(Secrets.fingerprint(token), clock.instant());
  }
}
