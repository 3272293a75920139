extension TrainingRun {
  /// The run while it trains, event by event; the last one is the end.
  ///
  /// A thread of its own computes, and waits while nobody asks for the next event. A task that is cancelled
  /// makes the run finish its step, save and end: the events of that still come, and after the last one
  /// everything is on the disk. Who leaves the loop early has the run stop in the same way, unheard. To train
  /// further, ask for the events again, or resume the run.
  ///
  /// One loop at a time trains; a second one waits until the first is over.
  public var events: Events { Events(run: self) }

  /// The events of a run.
  public struct Events: AsyncSequence, Sendable {
    public typealias Element = Event

    fileprivate let run: TrainingRun

    /// Begins to train when the first event is asked for.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(run: run) }

    /// Takes the events of one session.
    public struct AsyncIterator: AsyncIteratorProtocol {
      private let session: EventSession

      fileprivate init(run: TrainingRun) { session = EventSession(EventExchange(run)) }

      /// The next event; nil after the end.
      ///
      /// - Throws: `TrainingFailure` where the run diverges or cannot be saved.
      public mutating func next() async throws -> Event? { try await session.exchange.next() }
    }
  }
}

/// Stops the training of a session when nobody can ask for its events any more.
private final class EventSession: Sendable {
  let exchange: EventExchange

  init(_ exchange: EventExchange) { self.exchange = exchange }

  deinit { exchange.abandon() }
}
