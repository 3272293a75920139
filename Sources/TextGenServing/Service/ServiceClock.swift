import FoundationEssentials

/// Where a service has its times from, so that a test can plan them.
package struct ServiceClock: Sendable {
  /// The time since some moment, which never goes back.
  package var now: @Sendable () -> Duration
  /// Seconds since 1970.
  package var date: @Sendable () -> Int

  /// A clock of the given times.
  package init(now: @escaping @Sendable () -> Duration, date: @escaping @Sendable () -> Int) {
    (self.now, self.date) = (now, date)
  }

  /// The clock of the machine.
  package static var system: ServiceClock {
    let start = ContinuousClock.now
    return ServiceClock(
      now: { ContinuousClock.now - start }, date: { Int(Date().timeIntervalSince1970) })
  }
}
