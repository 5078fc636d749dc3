package pageloom.page;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The port to where links to pages are kept: each shows a page as it was when the link was made,
/// to whoever has it, until it expires or is taken back, or its page is deleted.
public interface Shares {
  /// A link.
  ///
  /// @param id what its owner calls it by; opens nothing
  /// @param seq the page's last event that it shows
  record Share(String id, PageId page, long seq, Instant createdAt, Instant expiresAt) {}

  /// Keeps a link, and forgets those that have expired by the time it is made.
  ///
  /// @param fingerprint of what the link ends with, which is itself not kept
  /// @param html the document it shows
  /// @return false if there is no such page
  boolean keep(Share share, String fingerprint, String html);

  /// A page's links that have not expired, newest first.
  List<Share> of(PageId page, Instant now);

  /// Takes a link back.
  ///
  /// @return whether there was one
  boolean revoke(PageId page, String id);

  /// The document that a link shows, if it is good.
  Optional<String> open(String fingerprint, Instant now);
}
