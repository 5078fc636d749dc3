package pageloom.http;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import pageloom.access.Throttle;
import pageloom.export.PageExport;
import pageloom.page.Command;
import pageloom.page.PageEngine;
import pageloom.page.PageLog;
import pageloom.page.Shares;

/// Every resource of the API and the path it answers under.
///
/// @param viewers who follows pages
/// @param export makes files of pages
/// @param formats the output formats that a request may name, the default first
/// @param pageTypes what kinds of pages there are
/// @param models what models there are, asked for each time
/// @param shares links to pages
/// @param access who is let in, and how often
/// @param ready whether new work is welcome
public record Api(
    PageEngine engine,
    Viewers viewers,
    PageLog log,
    PageExport export,
    Set<String> formats,
    List<PageTypeLabel> pageTypes,
    Supplier<ModelChoices> models,
    Shares shares,
    Access access,
    BooleanSupplier ready) {
  /// Who is let in.
  ///
  /// @param identity finds out who asks
  /// @param starts how often a person may start a page
  /// @param clock by which links expire
  public record Access(Identity identity, Throttle starts, InstantSource clock) {}

  /// The models to choose from.
  ///
  /// @param provider the endpoint's host, or null where none is connected
  /// @param preset the model of a page that names none
  /// @param budgetUsd what a page may cost at most
  public record ModelChoices(
      @Nullable String provider,
      @Nullable String preset,
      BigDecimal budgetUsd,
      List<ModelChoice> models) {
    public ModelChoices {
      models = List.copyOf(models);
    }
  }

  /// A model as a choice; what is not known of it is null.
  public record ModelChoice(
      String id,
      String name,
      @Nullable Integer contextTokens,
      @Nullable BigDecimal inputUsdPerMillion,
      @Nullable BigDecimal outputUsdPerMillion) {}

  /// A page type as a choice.
  ///
  /// @param sections names of the sections that it has unless a request says otherwise
  public record PageTypeLabel(String id, String label, List<String> sections) {
    public PageTypeLabel {
      sections = List.copyOf(sections);
    }
  }

  /// Reads a command from the body that was kept with its page.
  public static Command command(String json) {
    return CommandBody.read(json);
  }

  /// Registers filters and servlets with the container.
  public void register(ServletContext context) {
    filter(context, "security-headers", new SecurityHeaders(context));
    filter(context, "problems", new ProblemFilter());
    var gate = context.addFilter("gate", new Gate(access.identity().rules(), access.identity()));
    gate.setAsyncSupported(true);
    gate.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/*");

    var starter = new PageStarter(engine, formats, access.starts());
    var links = new ShareLinks(shares, log, export, access);
    servlet(
        context, new GenerateStreamServlet(starter, viewers), "/api/generate-multi-section-stream");
    servlet(context, new GenerateServlet(starter, viewers, log), "/api/generate-multi-section");
    servlet(context, new PagesServlet(starter, log), "/api/pages");
    servlet(
        context,
        new PageServlet(viewers, log, engine, new PageServlet.Parts(export, links, starter)),
        "/api/pages/*");
    servlet(context, new EventsServlet(viewers, log), "/api/events");
    servlet(context, new ChecksServlet(log), "/api/checks");
    servlet(
        context,
        new ChoicesServlet(pageTypes, models),
        "/api/page-types",
        "/api/models",
        "/api/themes");
    servlet(context, new LoginServlet(access.identity()), "/api/login", "/api/logout", "/api/me");
    if (access.identity().rules().sharing()) servlet(context, new SharedServlet(links), "/s/*");
    servlet(context, new DescriptionServlet(), "/api/openapi.json");
    servlet(context, new HealthServlet(ready), "/healthz", "/readyz");
    servlet(context, new ErrorServlet(), "/error", "/api/*");
  }

  private static void filter(ServletContext context, String name, Filter filter) {
    var registration = context.addFilter(name, filter);
    registration.setAsyncSupported(true);
    registration.addMappingForUrlPatterns(
        EnumSet.of(DispatcherType.REQUEST, DispatcherType.ERROR), true, "/*");
  }

  private static void servlet(ServletContext context, Servlet servlet, String... paths) {
    var registration = context.addServlet(servlet.getClass().getSimpleName(), servlet);
    registration.setAsyncSupported(true);
    registration.addMapping(paths);
  }
}
