import TextGenLanguageModeling

// Every number of `training.safetensors` that training counts or computes with has its legal range
// here, so that an altered file is refused before it is used.

extension TrainingFile {
  /// The largest count: all of them are exact as floats, and none of them overflows when it grows.
  private static let most = 1 << 53

  /// What is wrong with the first number outside of its range; nil where all are legal.
  static func flaw(
    _ training: TrainingConfiguration, _ progress: TrainingProgress, optimizerSteps: Int
  ) -> String? {
    let counts =
      counts(of: training) + counts(of: progress) + [("optimizer_steps", optimizerSteps, 0...most)]
    for (name, value, range) in counts where !range.contains(value) {
      return "\(name) is \(value), outside of \(range.lowerBound) to \(range.upperBound)"
    }
    for (name, value, range) in numbers(of: training) + numbers(of: progress) {
      guard let value, !range.contains(value) else { continue }
      return "\(name) is \(value), outside of \(range.lowerBound) to \(range.upperBound)"
    }
    return nil
  }

  private typealias Count = (name: String, value: Int, range: ClosedRange<Int>)
  private typealias Number = (name: String, value: Double?, range: ClosedRange<Double>)

  private static func counts(of training: TrainingConfiguration) -> [Count] {
    [
      ("training.batchSize", training.batchSize, 1...65_536),
      ("training.coldTextCount", training.coldTextCount, 0...max(0, training.batchSize &- 1)),
      ("training.sequenceLength", training.sequenceLength, 1...1_000_000),
      (
        "training.ngramOrder", training.ngramOrder == 0 ? 2 : training.ngramOrder,
        2...CountedNGrams.maximumOrder
      ),
      ("training.budget.steps", training.budget.steps ?? 0, 0...most),
    ]
  }

  private static func counts(of progress: TrainingProgress) -> [Count] {
    [
      ("progress.step", progress.step, 0...most), ("progress.epoch", progress.epoch, 0...most),
      ("progress.window", progress.window, 0...most),
      ("progress.rollbacks", progress.rollbacks, 0...most),
      ("progress.logBytes", progress.logBytes, 0...most),
      ("progress.learningRate.cuts", progress.learningRate.cuts, 0...LearningRate.maximumCuts),
      ("progress.learningRate.stale", progress.learningRate.stale, 0...LearningRate.patience),
    ]
  }

  private static let positive = Double.leastNonzeroMagnitude...Double.greatestFiniteMagnitude

  private static func numbers(of training: TrainingConfiguration) -> [Number] {
    [
      ("training.learningRate", training.learningRate, positive),
      ("training.clipNorm", training.clipNorm, positive),
      ("training.weightDecay", training.weightDecay, 0...1000),
      ("training.dropout", training.dropout, 0...1.0.nextDown),
      ("training.ngramMegabytes", training.ngramMegabytes, positive),
      ("training.budget.epochs", training.budget.epochs, positive),
      ("training.budget.minutes", training.budget.minutes, positive),
    ]
  }

  private static func numbers(of progress: TrainingProgress) -> [Number] {
    [
      ("progress.seconds", progress.seconds, 0...Double.greatestFiniteMagnitude),
      ("progress.bestLoss", progress.bestLoss, -1...Double.greatestFiniteMagnitude),
      ("progress.learningRate.recovery", progress.learningRate.recovery, 0...1),
    ]
  }
}
