package pageloom.http;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The server's numbers at `/metrics`, for Prometheus.
///
/// @param contentType of the format for what a request accepts, which may be null
/// @param writer writes them in that format
public record Exposition(UnaryOperator<@Nullable String> contentType, Writer writer) {
  /// Writes all numbers.
  @FunctionalInterface
  public interface Writer {
    void write(@Nullable String accept, OutputStream out) throws IOException;
  }

  /// Registers the servlet with the container.
  public void register(ServletContext context) {
    context.addServlet("metrics", new MetricsServlet(this)).addMapping("/metrics");
  }

  private static final class MetricsServlet extends ApiServlet {
    private static final long serialVersionUID = 1;

    private final transient Exposition exposition;

    MetricsServlet(Exposition exposition) {
      this.exposition = exposition;
      on("GET", this::get);
    }

    private void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
      String accept = request.getHeader("Accept");
      response.setContentType(exposition.contentType().apply(accept));
      response.setHeader("Cache-Control", "no-store");
      exposition.writer().write(accept, response.getOutputStream());
    }
  }
}
