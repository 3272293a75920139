import TextGenCompute
import TextGenTraining

/// What was measured of one case in this process.
struct BenchmarkRun {
  /// The case.
  let subject: BenchmarkCase
  /// The speed of each activity that was measured.
  private(set) var speeds: [Activity: MeasuredSpeed] = [:]
  /// The most memory that the process held after the first activity.
  private(set) var peakResidentBytes = 0
  /// Operations per second that no product exceeds; nil where no instruction serves the precision.
  private(set) var peakOperationsPerSecond: Double?

  /// Measures `activities` in order, each for about `seconds`.
  init(_ subject: BenchmarkCase, _ activities: [Activity], seconds: Double, engine: Engine) {
    self.subject = subject
    peakOperationsPerSecond = engine.peakOperationsPerSecond(subject.precision)
    for activity in activities {
      Conversation.say(BenchmarkMessage.activity(activity))
      speeds[activity] = Self.speed(of: activity, subject, seconds: seconds, engine)
      if peakResidentBytes == 0 { peakResidentBytes = ResourceUsage.peakResidentBytes }
    }
    // Again, since another process may have been in the way.
    peakOperationsPerSecond = [
      peakOperationsPerSecond, engine.peakOperationsPerSecond(subject.precision),
    ].compactMap { $0 }.max()
  }

  private static func speed(
    of activity: Activity, _ subject: BenchmarkCase, seconds: Double, _ engine: Engine
  ) -> MeasuredSpeed {
    switch activity {
    case .training:
      var benchmark = TrainingBenchmark(
        subject.configuration, batchSize: subject.batchSize,
        sequenceLength: subject.sequenceLength, precision: subject.precision, engine: engine)
      return MeasuredSpeed(tokens: benchmark.tokensPerStep, seconds: seconds) { benchmark.step() }
    case .generation:
      var benchmark = GenerationBenchmark(
        subject.configuration, streams: subject.streams, precision: subject.precision,
        engine: engine)
      return MeasuredSpeed(tokens: subject.streams, seconds: seconds) { benchmark.step() }
    }
  }

  /// What the speed of an activity amounts to; nil where it was not measured.
  func figures(_ activity: Activity) -> MeasuredFigures? {
    speeds[activity].map {
      MeasuredFigures(subject, activity, $0, peakOperationsPerSecond: peakOperationsPerSecond)
    }
  }
}

/// What a speed amounts to.
struct MeasuredFigures {
  /// Thousands of millions of operations per second.
  let gigaflops: Double
  /// Their share of the most that the arithmetic units can do; nil where that is not known.
  let shareOfPeak: Double?

  /// The figures of a speed at which `subject` was measured.
  init(
    _ subject: BenchmarkCase, _ activity: Activity, _ speed: MeasuredSpeed,
    peakOperationsPerSecond: Double?
  ) {
    let operations = speed.median * subject.operationsPerToken(activity)
    gigaflops = operations * 1e-9
    shareOfPeak = peakOperationsPerSecond.map { operations / $0 }
  }
}
