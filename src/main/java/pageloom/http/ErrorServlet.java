package pageloom.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/// Answers for what no other servlet does: unknown API paths, and errors that the container itself
/// found. Its own error pages would be HTML and name the server.
final class ErrorServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    ProblemFilter.write(request, response, problem(code instanceof Integer status ? status : 404));
  }

  private static Problem problem(int status) {
    return switch (status) {
      case 401 -> new Problem(401, "Not signed in", "Sign in first.");
      case 403 -> new Problem(403, "Forbidden", "That is not yours to do.");
      case 404 -> Problem.notFound("There is nothing at this address.");
      case 405 -> new Problem(405, "Method not allowed", "Use GET.");
      case 414 -> new Problem(414, "URI too long", "Shorten the address.");
      case 431 -> new Problem(431, "Header fields too large", "Send smaller headers.");
      default ->
          status < 500
              ? new Problem(status, "Bad request", "The request can't be understood.")
              : new Problem(
                  status,
                  "Internal error",
                  "Something went wrong on the server; its log has it under this request's id.");
    };
  }
}
