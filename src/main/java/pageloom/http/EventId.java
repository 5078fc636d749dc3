package pageloom.http;

import java.util.Optional;
import java.util.regex.Pattern;
import pageloom.page.PageId;

/// The `id:` of an event: where in which page's log a client is. Spelled `v1.<page>.<seq>`.
record EventId(PageId page, long seq) {
  private static final Pattern SPELLING = Pattern.compile("v1\\.([0-9a-f-]{36})\\.(\\d{1,18})");

  /// The id that a client sent, if it is one.
  static Optional<EventId> of(String text) {
    var match = SPELLING.matcher(text);
    if (!match.matches()) return Optional.empty();
    return PageId.of(match.group(1)).map(page -> new EventId(page, Long.parseLong(match.group(2))));
  }

  @Override
  public String toString() {
    return "v1." + page + "." + seq;
  }
}
