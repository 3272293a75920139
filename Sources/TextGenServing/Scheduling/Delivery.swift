import Synchronization

/// The way of pieces to the client, and how many are on it.
final class Delivery: Sendable {
  /// What is delivered.
  enum Event: Sendable {
    case piece(WrittenPiece)
    case failure(ServiceFailure)
  }

  private let continuation: AsyncStream<Event>.Continuation
  private let count = Atomic(0)
  /// At this many pieces texts rest.
  private let limit: Int
  /// Called when texts need rest no longer.
  private let didCatchUp: @Sendable () -> Void

  init(
    _ continuation: AsyncStream<Event>.Continuation, limit: Int,
    didCatchUp: @escaping @Sendable () -> Void
  ) {
    self.continuation = continuation
    self.limit = limit
    self.didCatchUp = didCatchUp
  }

  /// Whether too many pieces have not been taken.
  var isFull: Bool { count.load(ordering: .acquiring) >= limit }

  /// Sends a piece.
  func send(_ piece: WrittenPiece) {
    count.wrappingAdd(1, ordering: .releasing)
    continuation.yield(.piece(piece))
  }

  /// Ends the pieces, for a reason where they are not all there are.
  func end(_ failure: ServiceFailure? = nil) {
    if let failure { continuation.yield(.failure(failure)) }
    continuation.finish()
  }

  /// Takes notice of a piece that the client took.
  func didTake() {
    let left = count.wrappingSubtract(1, ordering: .acquiringAndReleasing).newValue
    if left == limit - 1 { didCatchUp() }
  }
}
