package pageloom.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import pageloom.page.PageId;

/// `POST /api/generate-multi-section-stream`: starts a page and streams it until it is complete.
final class GenerateStreamServlet extends ApiServlet {
  private static final long serialVersionUID = 1;

  private final transient PageStarter starter;
  private final transient Viewers viewers;

  GenerateStreamServlet(PageStarter starter, Viewers viewers) {
    this.starter = starter;
    this.viewers = viewers;
    on("POST", this::post);
  }

  private void post(HttpServletRequest request, HttpServletResponse response) throws IOException {
    // Before the page: what nobody can see must not cost anything.
    try (Viewers.Place place = viewers.admit(Caller.owner(request))) {
      PageId page = starter.start(request);
      var subject = new Follower.Subject(page, 0, SseFrame.PLAIN, Follower.End.WITH_PAGE);
      new EventStream("", List.of(subject)).follow(request, response, viewers, place);
    }
  }
}
