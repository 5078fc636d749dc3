package pageloom.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pageloom.page.Command;
import pageloom.page.Json;

/// Reads a command from a body, field by field. What the fields name is checked when the command is
/// applied.
final class CommandBody {
  private static final int MAX_INSTRUCTION_CODE_POINTS = 4_000;
  private static final int MAX_NAME = 60;
  private static final int MAX_TITLE = 80;
  private static final int MAX_ORDER = 1_000;
  private static final String TYPES =
      "pause, resume, cancel, retry, rewrite, write, restore, remove, move, add, theme, rename,"
          + " budget";

  private final JsonBody body;

  private CommandBody(JsonBody body) {
    this.body = body;
  }

  /// The command that a body is.
  ///
  /// @throws Problem 422 with the field's name
  static Command.Order of(JsonBody body) {
    var fields = new CommandBody(body);
    return new Command.Order(fields.id(), Json.gson().toJson(body.json()), fields.command());
  }

  /// The command that a body was, as kept with its page.
  static Command read(String json) {
    return new CommandBody(JsonBody.of(json)).command();
  }

  private Command command() {
    String type = required("type", "use one of: " + TYPES + ".");
    return switch (type) {
      case "pause" -> new Command.Pause(flag("stop"));
      case "resume" -> new Command.Resume();
      case "cancel" -> new Command.Cancel();
      case "retry" -> new Command.Retry(section(), model());
      case "rewrite" ->
          new Command.Rewrite(section(), instruction(), model(), integer("expectedRevision", 0));
      case "write" -> new Command.Write(section(), html(), integer("expectedRevision", 0));
      case "restore" -> new Command.Restore(section(), number("revision", 1));
      case "remove" -> new Command.Remove(section());
      case "move" -> new Command.Move(section(), number("order", 0));
      case "add" -> new Command.Add(name(), optionalInstruction(), integer("order", 0), model());
      case "theme" -> theme();
      case "rename" -> new Command.Rename(title());
      case "budget" -> new Command.Budget(budget());
      default -> throw Problem.field("type", "use one of: " + TYPES + ".");
    };
  }

  private String id() {
    String id = required("id", "name the command with a UUID, so that it is applied once.");
    try {
      return UUID.fromString(id).toString();
    } catch (IllegalArgumentException e) {
      throw Problem.field("id", "must be a UUID.");
    }
  }

  private String section() {
    return required("section", "say which section.");
  }

  private @Nullable String model() {
    String model = body.string("model");
    if (model == null || model.matches("[!-~]{1,200}")) return model;
    throw Problem.field("model", "must be the id of a model.");
  }

  private String instruction() {
    String instruction = optionalInstruction();
    if (instruction != null) return instruction;
    throw Problem.field("instruction", "say what to change.");
  }

  private @Nullable String optionalInstruction() {
    String text = body.string("instruction");
    if (text == null || text.isBlank()) return null;
    if (text.codePointCount(0, text.length()) <= MAX_INSTRUCTION_CODE_POINTS) return text.strip();
    throw Problem.field(
        "instruction", "may have at most " + MAX_INSTRUCTION_CODE_POINTS + " characters.");
  }

  private String html() {
    String html = body.string("html");
    if (html != null) return html;
    throw Problem.field("html", "send the section's markup.");
  }

  private String name() {
    return text("name", MAX_NAME, "say what the section is called");
  }

  private String title() {
    return text("title", MAX_TITLE, "say what the page is called");
  }

  private String text(String field, int most, String demand) {
    String text = required(field, demand + ".").strip();
    if (text.codePointCount(0, text.length()) <= most) return text;
    throw Problem.field(field, demand + " in at most " + most + " characters.");
  }

  private Command theme() {
    JsonElement theme = body.json().get("theme");
    if (!(theme instanceof JsonObject parts)) {
      throw Problem.field(
          "theme", "must be an object with some of palette, mode, type, radius, density.");
    }
    return new Command.Restyle(
        JsonBody.string(parts, "palette", "theme.palette"),
        JsonBody.string(parts, "mode", "theme.mode"),
        JsonBody.string(parts, "type", "theme.type"),
        JsonBody.string(parts, "radius", "theme.radius"),
        JsonBody.string(parts, "density", "theme.density"));
  }

  private BigDecimal budget() {
    BigDecimal budget = PageStart.budget(body.json());
    if (budget != null) return budget;
    throw Problem.field("budgetUsd", "must be a number of dollars, 0 or more.");
  }

  private boolean flag(String field) {
    JsonElement value = body.json().get(field);
    if (PageStart.absent(value)) return false;
    if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean()) {
      return value.getAsBoolean();
    }
    throw Problem.field(field, "must be true or false.");
  }

  private int number(String field, int least) {
    Integer number = integer(field, least);
    if (number != null) return number;
    throw Problem.field(field, "must be a whole number from " + least + ".");
  }

  private @Nullable Integer integer(String field, int least) {
    JsonElement value = body.json().get(field);
    if (PageStart.absent(value)) return null;
    int number = PageStart.integer(value, least, MAX_ORDER);
    if (number >= least) return number;
    throw Problem.field(field, "must be a whole number from " + least + " to " + MAX_ORDER + ".");
  }

  private String required(String field, String demand) {
    String text = body.string(field);
    if (text != null && !text.isBlank()) return text;
    throw Problem.field(field, demand);
  }
}
