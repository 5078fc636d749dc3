package pageloom.provider;

import java.math.BigDecimal;
import java.util.Optional;

/// A place that answers chats with a model's text. Any thread may use it.
public interface ChatProvider extends AutoCloseable {
  /// A call for this request; nothing is sent before it is awaited.
  ChatCall prepare(ChatRequest request);

  /// What is known of the endpoint's models by now. Never blocks; a list that is old is fetched
  /// anew in the background.
  ModelList models();

  /// The most that one attempt at this request can cost, in USD. Empty where the price of a model
  /// it may reach is unknown. Waits a few seconds at most for the first list of prices.
  Optional<BigDecimal> worstCase(ChatRequest request) throws InterruptedException;

  /// About what an answer has used and cost so far, while it comes. Never blocks.
  Usage soFar(ChatRequest request, StreamedText text);

  /// Asks the endpoint what an answer cost whose usage is only estimated, as after a cancel. Blocks
  /// for up to half a minute, for the endpoint knows late. Empty where it never tells.
  ///
  /// @param generationId the endpoint's name for the answer
  Optional<Usage> settled(String generationId) throws InterruptedException;

  /// Ends every call that is under way.
  @Override
  void close();
}
