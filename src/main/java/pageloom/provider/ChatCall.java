package pageloom.provider;

/// One request on its way to an answer, over as many attempts as that takes.
public interface ChatCall {
  /// Sends the request and blocks until the answer is complete. May be called once.
  ///
  /// @param watcher is called on this same thread only
  /// @throws ProviderException when there is no answer; its failure says why
  /// @throws InterruptedException when the thread is interrupted; the request is cancelled then
  Completion await(CallWatcher watcher) throws InterruptedException;

  /// Ends the call from any thread: the socket is closed at once, and [#await] fails with
  /// [Failure.Cancelled].
  void cancel();
}
