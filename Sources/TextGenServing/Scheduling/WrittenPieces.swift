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

/// Counts the tokens of the texts of one job that have come to their end.
package final class TokenTally: Sendable {
  private let count = Atomic(0)

  /// The tokens so far.
  package var value: Int { count.load(ordering: .relaxed) }

  fileprivate func add(_ tokens: Int) { count.wrappingAdd(tokens, ordering: .relaxed) }
}

/// The pieces of the texts of one job, as they are written.
///
/// Where they are dropped, or the task that takes them is cancelled, the writing ends: within one step of
/// the batch.
package struct WrittenPieces: Sendable {
  private let stream: AsyncStream<Delivery.Event>
  private let delivery: Delivery
  /// The tokens of the texts whose ends were taken.
  let tally = TokenTally()

  init(_ stream: AsyncStream<Delivery.Event>, _ delivery: Delivery) {
    (self.stream, self.delivery) = (stream, delivery)
  }

  /// What takes the pieces, each of which is given out once.
  package func makeIterator() -> Iterator {
    Iterator(events: stream.makeAsyncIterator(), delivery: delivery, tally: tally)
  }

  /// Takes pieces.
  package struct Iterator {
    fileprivate var events: AsyncStream<Delivery.Event>.Iterator
    fileprivate let delivery: Delivery
    fileprivate let tally: TokenTally

    /// The next piece; nil when all texts have ended.
    ///
    /// - Throws: `ServiceFailure` where texts will not be written to their end.
    package mutating func next() async throws(ServiceFailure) -> WrittenPiece? {
      let event = await events.next()
      guard !Task.isCancelled else { throw .clientGone }
      switch event {
      case .piece(let piece):
        delivery.didTake()
        tally.add(piece.chunk.result?.tokens.count ?? 0)
        return piece
      case .failure(let failure): throw failure
      case nil: return nil
      }
    }
  }
}
