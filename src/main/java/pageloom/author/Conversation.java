package pageloom.author;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import pageloom.page.SectionAuthor.Wish;
import pageloom.provider.ChatRequest;
import pageloom.provider.ChatRequest.Message;
import pageloom.provider.ChatRequest.Role;
import pageloom.provider.Completion;
import pageloom.provider.Finish;
import pageloom.provider.ProviderException;

/// What is said to a model about one section. Every call is paid for from the desk before it is
/// made. Used by the section's thread.
final class Conversation {
  private static final int FIRST_CAP = 4_000;
  private static final int LARGER_CAP = 8_000;
  private static final int MAX_CONTINUATIONS = 2;

  private final Assignment assignment;
  private String answered;

  Conversation(Assignment assignment) {
    this.assignment = assignment;
    this.answered = assignment.model();
  }

  /// How it begins. All but the end is the same for every section of the page.
  List<Message> task() {
    Prompts prompts = assignment.prompts();
    String user = prompts.page() + "\n" + prompts.task(assignment.job().section()) + wish(prompts);
    return List.of(new Message(Role.SYSTEM, prompts.rules()), new Message(Role.USER, user));
  }

  private String wish(Prompts prompts) {
    Wish wish = assignment.job().wish();
    String instruction = wish.instruction();
    if (instruction == null) return "";
    String present = wish.present();
    return "\n"
        + (present == null ? prompts.wish(instruction) : prompts.rewrite(present, instruction));
  }

  /// The model that gave the last answer.
  String model() {
    return answered;
  }

  /// Asks and returns the fragment in the answer, continued where the answer was cut at its cap.
  ///
  /// @throws ProviderException where no answer comes
  /// @throws pageloom.page.Ledger.OverBudget where no money is left for a call
  /// @throws UnknownPrice where a call's price is not known
  String ask(List<Message> messages) throws InterruptedException {
    Completion first = call(messages, FIRST_CAP, "");
    String text = first.text();
    Finish finish = first.finish();
    for (int i = 0; i < MAX_CONTINUATIONS && finish == Finish.LENGTH; i++) {
      String goOn = assignment.prompts().continuation(text);
      Completion more = call(then(messages, text, goOn), FIRST_CAP, text);
      text = Joined.continuation(text, more.text()).text();
      finish = more.finish();
    }
    if (finish == Finish.LENGTH) text = call(messages, LARGER_CAP, "").text();
    return SectionText.of(text).fragment();
  }

  private Completion call(List<Message> messages, int cap, String shownBefore)
      throws InterruptedException {
    String model = assignment.model();
    String session = assignment.job().page().value();
    var request = new ChatRequest(model, assignment.fallbacks(), messages, cap, session, null);
    BigDecimal worstCase =
        assignment
            .provider()
            .worstCase(request)
            .orElseThrow(() -> new UnknownPrice(model, assignment.fallbacks()));
    var watcher = new Listener(assignment, request, worstCase, shownBefore);
    try {
      Completion completion = assignment.provider().prepare(request).await(watcher);
      answered = completion.model();
      return completion;
    } finally {
      watcher.close();
    }
  }

  /// The messages with what the model said and what is said to it next.
  static List<Message> then(List<Message> messages, String said, String next) {
    List<Message> longer = new ArrayList<>(messages);
    longer.add(new Message(Role.ASSISTANT, said));
    longer.add(new Message(Role.USER, next));
    return longer;
  }
}
