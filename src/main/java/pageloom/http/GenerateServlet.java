package pageloom.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import pageloom.page.LoggedEvent;
import pageloom.page.Page;
import pageloom.page.PageFeed;
import pageloom.page.PageId;
import pageloom.page.PageJson;
import pageloom.page.PageLog;
import pageloom.page.Section;
import pageloom.page.StorageException;

/// `POST /api/generate-multi-section`: starts a page and answers once, when it is complete.
final class GenerateServlet extends ApiServlet {
  private static final long serialVersionUID = 1;
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(15);

  private final transient PageStarter starter;
  private final transient Viewers viewers;
  private final transient PageLog log;

  GenerateServlet(PageStarter starter, Viewers viewers, PageLog log) {
    this.starter = starter;
    this.viewers = viewers;
    this.log = log;
    on("POST", this::post);
  }

  private void post(HttpServletRequest request, HttpServletResponse response) throws IOException {
    try (Viewers.Place place = viewers.admit(Caller.owner(request))) {
      PageId page = starter.start(request);
      AsyncContext async = request.startAsync(request, response);
      async.setTimeout(0);
      var ending = new Ending(async, () -> {});
      place.watch(() -> answer(ending, request, response, page));
    }
  }

  private void answer(
      Ending ending, HttpServletRequest request, HttpServletResponse response, PageId page) {
    try {
      try {
        await(page);
        JsonObject whole = whole(page);
        ending.write(() -> json(response, 200, whole));
      } catch (Problem problem) {
        ending.write(() -> ProblemFilter.write(request, response, problem));
      } catch (StorageException e) {
        ending.write(() -> ProblemFilter.write(request, response, ProblemFilter.storage(e)));
      }
    } catch (IOException | InterruptedException callerLeft) {
      // The page is kept under its id; nobody is there to be told.
    } finally {
      ending.end();
    }
  }

  private void await(PageId page) throws InterruptedException {
    try (var cursor = viewers.feed().open(page, 0)) {
      while (true) {
        switch (cursor.next(LOOK_AGAIN)) {
          case PageFeed.Events found -> {
            for (LoggedEvent event : found.events()) {
              if (event.type().equals("complete") || event.type().equals("cancelled")) return;
            }
          }
          case PageFeed.Idle nothing -> {}
          case PageFeed.Whispers unheard -> {}
          case PageFeed.Halted halt -> throw interrupted(page, halt.reason());
          case PageFeed.Stopping stop -> throw interrupted(page, "The server is restarting.");
        }
      }
    }
  }

  private static Problem interrupted(PageId page, String why) {
    return new Problem(
        503,
        "Page not finished",
        why + " The page goes on by itself; find it under /api/pages/" + page + ".");
  }

  private JsonObject whole(PageId id) {
    Page page = log.page(id);
    var sections = new JsonArray();
    var failed = new JsonArray();
    for (Section section : page.sections()) {
      var content = section.content();
      if (section.state() == Section.State.COMPLETED && content != null) {
        sections.add(PageJson.content(content));
      } else {
        var failure = new JsonObject();
        failure.addProperty("section", section.name());
        failure.addProperty("message", section.error());
        failed.add(failure);
      }
    }
    var json = new JsonObject();
    json.add("sections", sections);
    json.addProperty("is_multi_section", true);
    json.addProperty("page_type", page.init().pageType());
    json.addProperty("page_id", id.value());
    json.add("failed", failed);
    return json;
  }
}
