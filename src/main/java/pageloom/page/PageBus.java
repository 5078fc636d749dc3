package pageloom.page;

import org.jspecify.annotations.Nullable;

/// The port to the other processes: hints, any of which may get lost, and none of which waits for
/// anybody. What matters is in the log; a hint says that it is time to look.
public interface PageBus {
  /// There are no others.
  PageBus NONE =
      new PageBus() {
        @Override
        public void subscribe(Listener listener) {}

        @Override
        public void grown(PageId page, long seq) {}

        @Override
        public void called(PageId page) {}

        @Override
        public void listening(PageId page) {}

        @Override
        public void whisper(PageId page, String section, @Nullable String json) {}
      };

  /// From now on tells what the others say.
  void subscribe(Listener listener);

  /// The page's log goes up to this now.
  void grown(PageId page, long seq);

  /// Somebody has to work on a page, or has a command for whoever does.
  void called(PageId page);

  /// Somebody here wants to hear what is whispered about a page, for the next seconds.
  void listening(PageId page);

  /// Says how a section grows; null takes the last word back.
  void whisper(PageId page, String section, @Nullable String json);

  /// Who hears what other processes say. Must not block for long.
  interface Listener {
    void grown(PageId page, long seq);

    void called(PageId page);

    void listening(PageId page);

    void whisper(PageId page, String section, @Nullable String json);
  }
}
