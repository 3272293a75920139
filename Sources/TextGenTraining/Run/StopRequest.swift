import Synchronization

/// Asks a run from elsewhere, such as a signal handler, to finish its step, save and end.
public final class StopRequest: Sendable {
  private let flag = Atomic<Bool>(false)

  /// A request that nobody has made yet.
  public init() {}

  /// Makes the request.
  public func make() { flag.store(true, ordering: .relaxed) }

  /// Whether it has been made.
  public var isMade: Bool { flag.load(ordering: .relaxed) }
}
