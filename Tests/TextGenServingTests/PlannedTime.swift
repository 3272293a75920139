import Synchronization

/// A time that goes on when a test says so.
final class PlannedTime: Sendable {
  private let time = Mutex(Duration.zero)

  /// The time.
  var now: Duration { time.withLock { $0 } }

  /// Lets time go by.
  func pass(_ duration: Duration) { time.withLock { $0 += duration } }
}

/// Waits, some seconds at most, until `holds` does.
func eventually(_ holds: () -> Bool) async throws -> Bool {
  for _ in 0..<10_000 where !holds() { try await Task.sleep(for: .milliseconds(1)) }
  return holds()
}
