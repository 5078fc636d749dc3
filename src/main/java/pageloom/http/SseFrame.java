package pageloom.http;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import pageloom.page.Json;
import pageloom.page.LoggedEvent;
import pageloom.page.PageFeed;
import pageloom.page.PageId;

/// The frames of a stream (WHATWG HTML, "Server-sent events") as bytes, one write each.
enum SseFrame {
  /// The streaming contract: a `data:` line and an empty one, nothing else.
  PLAIN {
    @Override
    byte[] of(PageId page, LoggedEvent event) {
      return bytes("data: " + event.json() + "\n\n");
    }

    @Override
    boolean shows(LoggedEvent event) {
      return switch (event.type()) {
        case "init", "status", "section_complete", "error", "complete" -> true;
        default -> false;
      };
    }
  },

  /// A page's log: the same with an id to resume from.
  RESUMABLE {
    @Override
    byte[] of(PageId page, LoggedEvent event) {
      return bytes("id: " + new EventId(page, event.seq()) + "\ndata: " + event.json() + "\n\n");
    }

    @Override
    boolean shows(LoggedEvent event) {
      return true;
    }
  },

  /// Logs of several pages on one connection: each frame says of which, as the event's name.
  NAMED {
    @Override
    byte[] of(PageId page, LoggedEvent event) {
      String id = new EventId(page, event.seq()).toString();
      return bytes("event: " + page + "\nid: " + id + "\ndata: " + event.json() + "\n\n");
    }

    @Override
    boolean shows(LoggedEvent event) {
      return true;
    }

    @Override
    byte[] data(PageId page, String json) {
      return bytes("event: " + page + "\ndata: " + json + "\n\n");
    }
  };

  /// Says that the line is alive; no consumer sees it.
  static final byte[] HEARTBEAT = bytes(": hb\n\n");

  abstract byte[] of(PageId page, LoggedEvent event);

  /// A reader of the page's log; a resumable stream also hears how sections grow.
  PageFeed.Cursor open(PageFeed feed, PageId page, long after, Runnable news) {
    PageFeed.Cursor cursor = feed.open(page, after, news);
    return this == PLAIN ? cursor : cursor.listening();
  }

  /// Whether this stream carries events of that type.
  abstract boolean shows(LoggedEvent event);

  /// Says why a page's stream does not go on.
  byte[] error(PageId page, String message) {
    var json = new JsonObject();
    json.addProperty("type", "error");
    json.addProperty("message", message);
    return data(page, Json.gson().toJson(json));
  }

  /// What is in no log.
  byte[] data(PageId page, String json) {
    return bytes("data: " + json + "\n\n");
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
