package pageloom;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The packages and every arrow between them, as ARCHITECTURE.md draws them.
final class ArchitectureTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("pageloom");

  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry("launch", Set.of()),
          Map.entry("provider", Set.of()),
          Map.entry("plan", Set.of()),
          Map.entry("markup", Set.of()),
          Map.entry("export", Set.of("markup")),
          Map.entry("access", Set.of()),
          Map.entry("audit", Set.of()),
          Map.entry("page", Set.of("plan", "audit")),
          Map.entry("author", Set.of("page", "plan", "markup", "provider")),
          Map.entry("store", Set.of("page", "plan", "access")),
          Map.entry("metrics", Set.of("page")),
          Map.entry("http", Set.of("access", "audit", "page", "plan", "markup", "export")),
          Map.entry(
              "app",
              Set.of(
                  "http",
                  "access",
                  "page",
                  "plan",
                  "author",
                  "markup",
                  "export",
                  "provider",
                  "store",
                  "metrics")));

  @Test
  void the_packages_are_exactly_those_of_the_picture() {
    Set<String> found = new TreeSet<>();
    MAIN.forEach(type -> found.add(type.getPackageName().replaceFirst("^pageloom\\.", "")));
    assertEquals(new TreeSet<>(ARROWS.keySet()), found);
  }

  @Test
  void a_package_depends_only_on_those_its_arrows_lead_to() {
    for (String from : ARROWS.keySet()) {
      List<String> forbidden = new ArrayList<>();
      for (String to : ARROWS.keySet()) {
        if (!to.equals(from) && !ARROWS.get(from).contains(to)) forbidden.add("pageloom." + to);
      }
      noClasses()
          .that()
          .resideInAPackage("pageloom." + from)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(forbidden.toArray(String[]::new))
          .check(MAIN);
    }
  }

  @Test
  void there_are_no_cycles() {
    slices().matching("pageloom.(*)").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void only_the_launcher_knows_which_server_it_is() {
    noClasses()
        .that()
        .resideOutsideOfPackage("pageloom.launch")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.eclipse.jetty..", "org.apache.catalina..")
        .check(MAIN);
  }

  @Test
  void only_the_store_speaks_sql() {
    noClasses()
        .that()
        .resideOutsideOfPackage("pageloom.store")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.sql..", "com.zaxxer..", "org.sqlite..")
        .check(MAIN);
  }

  @Test
  void names_say_what_a_class_is() {
    classes().should().haveNameNotMatching(".*(Manager|Helper|Utils?|Impl|Service)").check(MAIN);
  }
}
