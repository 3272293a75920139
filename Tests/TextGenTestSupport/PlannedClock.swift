import Synchronization

/// A clock by which each piece of work that is measured takes the time that was planned for it.
public final class PlannedClock: Clock {
  /// A time after the making of the clock.
  public struct Instant: InstantProtocol {
    let offset: Duration

    public func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }

    public func duration(to other: Instant) -> Duration { other.offset - offset }

    public static func < (first: Instant, second: Instant) -> Bool { first.offset < second.offset }
  }

  public let minimumResolution = Duration.nanoseconds(1)
  private let durations: [Duration]
  private let reads = Mutex(0)

  /// A clock by which works take `durations`, the last of them over and over.
  public init(_ durations: [Duration]) {
    precondition(!durations.isEmpty, "no duration is planned")
    self.durations = durations
  }

  /// The time: whoever reads it twice has measured one piece of work.
  public var now: Instant {
    let ended = reads.withLock { reads in
      reads += 1
      return reads / 2
    }
    let offset = (0..<ended).reduce(Duration.zero) { $0 + durations[min($1, durations.count - 1)] }
    return Instant(offset: offset)
  }

  public func sleep(until deadline: Instant, tolerance: Duration?) async throws {}
}
