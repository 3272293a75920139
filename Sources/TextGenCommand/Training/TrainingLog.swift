import TextGenTraining

/// The steps and measurements of a run, as its page shows them.
struct TrainingLog {
  /// Steps at most, evenly spread over the run.
  private static let shownSteps = 1_000

  /// Steps in their order.
  let steps: [TrainingStep]
  /// Measurements of the held-out text in their order.
  let validations: [TrainingValidation]
  /// The share of the steps in the log whose gradient was clipped.
  let clippedShare: Double

  /// The log in `folder`; empty where there is none.
  init(of folder: String) {
    var (steps, validations): ([TrainingStep], [TrainingValidation]) = ([], [])
    for record in RunLog(of: RunFolder(folder)).records {
      switch record {
      case .step(let step): steps.append(step)
      case .validation(let validation): validations.append(validation)
      default: break
      }
    }
    clippedShare = Double(steps.count { $0.wasClipped }) / Double(max(1, steps.count))
    let count = min(steps.count, Self.shownSteps)
    let all = steps
    self.steps = (0..<count).map { all[$0 * (all.count - 1) / max(1, count - 1)] }
    self.validations = validations
  }
}
