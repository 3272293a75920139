import Synchronization
package import TextGenGeneration

/// A piece of one of the texts that a client asked for.
package struct WrittenPiece: Sendable, Hashable {
  /// The number of the prompt, from 0.
  package var prompt: Int
  /// The piece of the text.
  package var chunk: TextChunk
  /// How long the prompt was read, up to the first piece of any text of the job.
  package var reading: Duration
  /// How long texts have been written since.
  package var writing: Duration
}

/// The pieces of the texts of one job, as they are written.
///
/// Where they are dropped, or the task that takes them is cancelled, the writing ends: within one step of
/// the batch.
package struct WrittenPieces: Sendable {
  private let stream: AsyncStream<Delivery.Event>
  private let delivery: Delivery

  init(_ stream: AsyncStream<Delivery.Event>, _ delivery: Delivery) {
    (self.stream, self.delivery) = (stream, delivery)
  }

  /// What takes the pieces, each of which is given out once.
  package func makeIterator() -> Iterator {
    Iterator(events: stream.makeAsyncIterator(), delivery: delivery)
  }

  /// Takes pieces.
  package struct Iterator {
    fileprivate var events: AsyncStream<Delivery.Event>.Iterator
    fileprivate let delivery: Delivery

    /// The next piece; nil when all texts have ended.
    ///
    /// - Throws: `ServiceFailure` where texts will not be written to their end.
    package mutating func next() async throws(ServiceFailure) -> WrittenPiece? {
      let event = await events.next()
      guard !Task.isCancelled else { throw .clientGone }
      switch event {
      case .piece(let piece):
        delivery.didTake()
        return piece
      case .failure(let failure): throw failure
      case nil: return nil
      }
    }
  }
}
