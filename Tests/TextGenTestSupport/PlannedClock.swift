import Synchronization

/// A clock by which each piece of work that is measured takes the time that was planned for it.
package final class PlannedClock: Clock {
  /// A time after the making of the clock.
  package struct Instant: InstantProtocol {
    let offset: Duration

    package func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }

    package func duration(to other: Instant) -> Duration { other.offset - offset }

    package static func < (first: Instant, second: Instant) -> Bool { first.offset < second.offset }
  }

  package let minimumResolution = Duration.nanoseconds(1)
  private let durations: [Duration]
  private let reads = Mutex(0)

  /// A clock by which works take `durations`, the last of them over and over.
  package init(_ durations: [Duration]) {
    precondition(!durations.isEmpty, "no duration is planned")
    self.durations = durations
  }

  /// The time: whoever reads it twice has measured one piece of work.
  package var now: Instant {
    let ended = reads.withLock { reads in
      reads += 1
      return reads / 2
    }
    let offset = (0..<ended).reduce(Duration.zero) { $0 + durations[min($1, durations.count - 1)] }
    return Instant(offset: offset)
  }

  package func sleep(until deadline: Instant, tolerance: Duration?) async throws {}
}
