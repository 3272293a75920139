import Synchronization

/// Asks a run from elsewhere, such as a signal handler, to finish its step, save and end.
package final class StopRequest: Sendable {
  private let flag = Atomic<Bool>(false)

  /// A request that nobody has made yet.
  package init() {}

  /// Makes the request.
  package func make() { flag.store(true, ordering: .relaxed) }

  /// Whether it has been made.
  package var isMade: Bool { flag.load(ordering: .relaxed) }
}
