package pageloom.http;

import com.google.gson.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/// `/healthz` says that the process lives, `/readyz` whether it takes new work (503 while it
/// stops).
final class HealthServlet extends ApiServlet {
  private static final long serialVersionUID = 1;

  private final transient BooleanSupplier ready;

  HealthServlet(BooleanSupplier ready) {
    this.ready = ready;
    on("GET", this::get);
  }

  private void get(HttpServletRequest request, HttpServletResponse response) throws IOException {
    boolean fine = request.getServletPath().equals("/healthz") || ready.getAsBoolean();
    var json = new JsonObject();
    json.addProperty("status", fine ? "ok" : "stopping");
    json(response, fine ? 200 : 503, json);
  }
}
