package pageloom.http;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import pageloom.page.PageId;
import pageloom.page.PageRecord;

/// The `id:` of an event: where in which page's log a client is. Spelled `v1.<page>.<seq>`.
record EventId(PageId page, long seq) {
  private static final Pattern SPELLING = Pattern.compile("v1\\.([0-9a-f-]{36})\\.(\\d{1,18})");

  /// The id that a client sent, if it is one.
  static Optional<EventId> of(String text) {
    var match = SPELLING.matcher(text);
    if (!match.matches()) return Optional.empty();
    return PageId.of(match.group(1)).map(page -> new EventId(page, Long.parseLong(match.group(2))));
  }

  /// What is wrong with an id that a client sent for a page, if anything.
  ///
  /// @param sent empty where it is no id at all
  static @Nullable String wrong(Optional<EventId> sent, PageRecord record) {
    if (sent.isEmpty()) return "the id is malformed";
    if (!sent.get().page().equals(record.id())) return "the id is of another page";
    if (sent.get().seq() > record.lastSeq()) return "the id is beyond the page's last event";
    return null;
  }

  @Override
  public String toString() {
    return "v1." + page + "." + seq;
  }
}
