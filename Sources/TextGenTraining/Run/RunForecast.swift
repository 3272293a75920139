/// How much of a run is over and how long it may still take, by what it has shown so far.
///
/// A budget says when a run ends. Without one its held-out text does: after `LearningRate.patience`
/// measurements without an improvement the rate is cut, and after the last cut the run ends. So the earliest
/// end is known at any time, and each improvement puts it off. How often that will be nobody knows. The
/// forecast reckons with as many measurements again as the present rate has improved for so far, with less of
/// them the longer nothing improves, and with two after each cut to come. Of five recorded runs that small
/// texts ended, to which this rule was fitted, it held the end at 80 % of all measurements.
package struct RunForecast: Sendable {
  /// What is left of a run.
  package struct Outlook: Sendable, Hashable {
    /// The share of the run that is over, from 0 to 1, if it takes as long as the forecast reckons with.
    package let share: Double
    /// Seconds that are left: those of the earliest end, and those that the forecast reckons with. A budget
    /// leaves no room between them.
    package let seconds: ClosedRange<Double>
  }

  /// Measurements over which the pace is taken.
  private static let pacedMeasurements = 4

  /// Measurements by which a cut puts the end off, as the forecast reckons.
  private static let measurementsGainedByCut = 2

  /// Whether nothing but the held-out text ends the run.
  package let isOpen: Bool
  /// The best measurement so far; nil where there is none, or none that is known.
  package private(set) var best: TrainingValidation?
  /// Measurements so far, as far as they are known.
  package private(set) var measurementCount = 0
  /// Measurements since the best one.
  package private(set) var measurementsSinceBest = 0

  private var learningRate = LearningRate()
  /// Measurements since the last cut, and those of them up to the last improvement.
  private var (sinceCut, improved) = (0, 0)
  /// Steps between two measurements.
  private var interval: Int
  /// The step of the last measurement.
  private var measuredStep: Int
  private var step: TrainingStep?
  /// When steps of this session were made: the first one, then those of measurements.
  private var moments: [(step: Int, seconds: Double)] = []

  /// The forecast of a run with `budget` that has made `step` steps and measures every `interval` steps.
  ///
  /// - Parameters:
  ///   - learningRate: Its memory, which decides where the run ends.
  ///   - earlier: The measurements of earlier sessions, as far as they are known.
  package init(
    _ budget: TrainingBudget, interval: Int, step: Int = 0,
    learningRate: LearningRate = LearningRate(), earlier: [TrainingValidation] = []
  ) {
    isOpen = budget.isOpen
    self.interval = max(1, interval)
    measuredStep = step - step % self.interval
    for validation in earlier { learn(validation) }
    self.learningRate = learningRate
  }

  /// Notes a step.
  package mutating func note(_ step: TrainingStep) {
    if moments.isEmpty { moments = [(step.step, step.seconds)] }
    self.step = step
  }

  /// Notes a measurement.
  package mutating func note(_ validation: TrainingValidation) {
    if validation.step > measuredStep { interval = validation.step - measuredStep }
    measuredStep = validation.step
    moments.append((validation.step, validation.seconds))
    if moments.count > Self.pacedMeasurements + 1 { moments.removeFirst() }
    learn(validation)
  }

  private mutating func learn(_ validation: TrainingValidation) {
    measurementCount += 1
    sinceCut += 1
    if validation.isBest {
      (best, measurementsSinceBest) = (validation, 0)
      improved = sinceCut
    } else {
      measurementsSinceBest += 1
    }
    if learningRate.note(improved: validation.isBest) == .cut { (sinceCut, improved) = (0, 0) }
  }

  /// Measurements to the end: at the earliest, and as the forecast reckons.
  package var measurementsLeft: ClosedRange<Int> {
    let least = learningRate.validationsLeft
    let patience = LearningRate.patience
    let again = improved * max(0, patience - learningRate.stale) / patience
    let cuts = max(0, LearningRate.maximumCuts - learningRate.cuts)
    return least...(least + again + Self.measurementsGainedByCut * cuts)
  }

  /// What is left; nil where there is nothing to go by yet.
  package var outlook: Outlook? {
    guard let step else { return nil }
    guard isOpen else {
      guard let share = step.progress, share > 0 else { return nil }
      let seconds = step.seconds * max(0, 1 - share) / share
      return Outlook(share: min(1, share), seconds: seconds...seconds)
    }
    guard let pace else { return nil }
    func steps(_ measurements: Int) -> Double {
      Double(max(0, measuredStep + measurements * interval - step.step))
    }
    let measurements = measurementsLeft
    let (least, most) = (steps(measurements.lowerBound), steps(measurements.upperBound))
    return Outlook(
      share: Double(step.step) / max(1, Double(step.step) + most),
      seconds: (pace * least)...(pace * most))
  }

  /// Seconds per step in this session, measuring included; nil where they are not known.
  private var pace: Double? {
    guard let first = moments.first, let step, step.step > first.step else { return nil }
    return max(0, step.seconds - first.seconds) / Double(step.step - first.step)
  }
}

extension Trainer {
  /// What is known of the end of the run before its next step.
  package var forecast: RunForecast {
    let log = progress.step > 0 ? files.folder.map { RunLog(of: RunFolder($0)) } : nil
    return RunForecast(
      training.budget, interval: validationInterval, step: progress.step,
      learningRate: progress.learningRate, earlier: log?.validations ?? [])
  }
}
