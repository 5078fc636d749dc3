package pageloom.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `PAGELOOM_AUTH=container` in Tomcat with its own login and realm.
@Timeout(180)
final class ContainerLoginIT {
  private static final String CONTEXT =
      """
      <Context>
        <Valve className="org.apache.catalina.authenticator.BasicAuthenticator"/>
        <Realm className="org.apache.catalina.realm.MemoryRealm" pathname="conf/people.xml"/>
      </Context>
      """;

  private static final String PEOPLE =
      """
      <tomcat-users>
        <user username="ann" password="ann-secret" roles=""/>
        <user username="bob" password="bob-secret" roles=""/>
      </tomcat-users>
      """;

  @TempDir Path folder;
  @TempDir Path data;
  private final HttpClient client = HttpClient.newHttpClient();
  private URI base;

  private HttpRequest.Builder as(String name, String path) {
    String basic =
        Base64.getEncoder()
            .encodeToString((name + ":" + name + "-secret").getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Authorization", "Basic " + basic);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void people_are_those_of_the_container_and_each_has_their_own_pages() throws Exception {
    var settings = Map.of("PAGELOOM_DATA", data.toString(), "PAGELOOM_AUTH", "container");
    try (var tomcat = Container.TOMCAT_11.in(folder, settings)) {
      Files.writeString(folder.resolve("conf/context.xml"), CONTEXT);
      Files.writeString(folder.resolve("conf/people.xml"), PEOPLE);
      tomcat.deploy("");
      base = tomcat.base();
      var nobody = send(HttpRequest.newBuilder(URI.create(base + "/api/pages")));
      assertEquals(401, nobody.statusCode());
      String asks = nobody.headers().firstValue("WWW-Authenticate").orElse("");
      assertTrue(asks.startsWith("Basic"), asks);
      assertTrue(nobody.body().contains("\"status\":401"), nobody.body());
      assertEquals(401, send(HttpRequest.newBuilder(URI.create(base + "/"))).statusCode());
      assertEquals(401, send(as("eve", "/api/me")).statusCode());

      assertTrue(send(as("ann", "/api/me")).body().contains("\"ann\""));
      var started =
          send(
              as("ann", "/api/pages")
                  .header("Content-Type", "application/json")
                  .header("Sec-Fetch-Site", "same-origin")
                  .POST(BodyPublishers.ofString("{\"prompt\":\"A bakery\"}")));
      assertEquals(201, started.statusCode(), started.body());
      String id = JsonParser.parseString(started.body()).getAsJsonObject().get("id").getAsString();
      assertEquals(200, send(as("ann", "/api/pages/" + id)).statusCode());
      assertEquals(404, send(as("bob", "/api/pages/" + id)).statusCode());
    }
  }
}
