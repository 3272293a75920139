/// Says which row is being measured and how long the others will take.
struct RowProgress {
  private let count: Int
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var done = 0
  private let expectedSeconds: Double

  /// Progress over `count` rows that are expected to take `secondsPerRow` each.
  init(count: Int, secondsPerRow: Double) {
    self.count = count
    expectedSeconds = secondsPerRow
    start = clock.now
  }

  /// Says that the next row begins.
  mutating func begin(_ title: String) {
    let spent = (clock.now - start) / .seconds(1)
    // The expectation counts as one row that is done.
    let each = (spent + expectedSeconds) / Double(done + 1)
    let left = clockTime(each * Double(count - done))
    done += 1
    Conversation.say(
      BenchmarkMessage.row(title: title, done: done, of: count, left: left))
  }
}
