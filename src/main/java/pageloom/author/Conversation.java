package pageloom.author;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import pageloom.markup.Sanitizer;
import pageloom.page.SectionAuthor.Desk;
import pageloom.page.SectionAuthor.Job;
import pageloom.provider.ChatProvider;
import pageloom.provider.ChatRequest;
import pageloom.provider.ChatRequest.Message;
import pageloom.provider.ChatRequest.Role;
import pageloom.provider.Completion;
import pageloom.provider.Finish;
import pageloom.provider.ProviderException;

/// What is said to a model about one section. Every call is paid for from the desk before it is
/// made. Used by the section's thread.
final class Conversation {
  private static final int FIRST_CAP = 6_000;
  private static final int LARGER_CAP = 12_000;
  private static final int MAX_CONTINUATIONS = 2;

  private final ChatProvider provider;
  private final Sanitizer sanitizer;
  private final Job job;
  private final Desk desk;
  private final String asked;
  private String answered;

  Conversation(ChatProvider provider, Sanitizer sanitizer, Job job, Desk desk, String model) {
    this.provider = provider;
    this.sanitizer = sanitizer;
    this.job = job;
    this.desk = desk;
    this.asked = model;
    this.answered = model;
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
      Completion more = call(Prompts.goOn(messages, text), FIRST_CAP, text);
      text = Joined.continuation(text, more.text());
      finish = more.finish();
    }
    if (finish == Finish.LENGTH) text = call(messages, LARGER_CAP, "").text();
    return SectionText.of(text).fragment();
  }

  private Completion call(List<Message> messages, int cap, String shownBefore)
      throws InterruptedException {
    var request = new ChatRequest(asked, List.of(), messages, cap, job.page().value(), null);
    BigDecimal worstCase = provider.worstCase(request).orElseThrow(() -> new UnknownPrice(asked));
    var watcher = new Listener(provider, sanitizer, job, desk, request, worstCase, shownBefore);
    try {
      Completion completion = provider.prepare(request).await(watcher);
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
