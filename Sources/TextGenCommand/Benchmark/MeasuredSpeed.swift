/// Tokens per second of some work, over several repeats.
struct MeasuredSpeed: Hashable {
  /// The median of the repeats.
  let median: Double
  /// The slowest repeat.
  let minimum: Double
  /// The fastest repeat.
  let maximum: Double
  /// How many repeats there were.
  let repeats: Int
  /// Seconds of a core that a token costs, on all threads together, on average over the repeats; nil where
  /// nobody counted them.
  let processorSeconds: Double?

  /// Repeats at most; each takes an equal part of the time there is, or as long as the work does.
  private static let mostRepeats = 8
  /// Repeats at least, whatever they take: a median of fewer says little.
  private static let fewestRepeats = 3

  /// The speed of `body`, which works on `tokens` tokens: it is called twice to warm up, then for
  /// about `seconds`.
  init(tokens: Int, seconds: Double, _ body: () -> Void) {
    let clock = ContinuousClock()
    var calls = 0
    func run(for seconds: Double) -> Double {
      let start = clock.now
      var count = 0
      var elapsed = 0.0
      repeat {
        body()
        count += 1
        elapsed = (clock.now - start) / .seconds(1)
      } while elapsed < seconds
      calls += count
      return Double(count * tokens) / elapsed
    }
    let length = seconds / Double(Self.mostRepeats)
    body()
    _ = run(for: length / 2)
    let start = clock.now
    calls = 0
    let processorSeconds = ResourceUsage.processorSeconds
    var speeds: [Double] = []
    while speeds.count < Self.fewestRepeats
      || speeds.count < Self.mostRepeats && (clock.now - start) / .seconds(1) < seconds
    {
      speeds.append(run(for: length))
    }
    self.init(
      ofRepeats: speeds,
      processorSeconds: (ResourceUsage.processorSeconds - processorSeconds)
        / Double(calls * tokens))
  }

  /// What is said of some repeats, at least one.
  init(ofRepeats speeds: [Double], processorSeconds: Double? = nil) {
    precondition(!speeds.isEmpty, "no repeats")
    self.init(
      median: TextGenCommand.median(speeds), minimum: speeds.min() ?? 0, maximum: speeds.max() ?? 0,
      repeats: speeds.count, processorSeconds: processorSeconds)
  }

  /// A speed that was measured elsewhere.
  init(median: Double, minimum: Double, maximum: Double, repeats: Int, processorSeconds: Double?) {
    (self.median, self.minimum, self.maximum) = (median, minimum, maximum)
    (self.repeats, self.processorSeconds) = (repeats, processorSeconds)
  }

  /// Seconds of a core that a million tokens cost.
  var processorSecondsPerMillion: Double? { processorSeconds.map { $0 * 1e6 } }
}
