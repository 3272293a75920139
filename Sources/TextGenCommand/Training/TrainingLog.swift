import FoundationEssentials

/// The events of a run.
struct TrainingLog {
  /// A step of the optimizer.
  struct Step {
    let step: Int
    let bitsPerCharacter, gradientNorm, learningRate: Double
    let clipped: Bool
  }

  /// A measurement of the held-out text.
  struct Validation {
    let step: Int
    let bitsPerCharacter, seconds: Double
  }

  /// Steps at most, evenly spread over the run.
  private static let shownSteps = 1_000

  /// Steps and measurements in their order.
  let steps: [Step]
  let validations: [Validation]
  /// The share of the steps in the log whose gradient was clipped.
  let clippedShare: Double

  /// The log in `folder`; empty where there is none.
  init(of folder: String) {
    let data = FileManager.default.contents(atPath: folder + "/log.jsonl") ?? Data()
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    var (steps, validations): ([Step], [Validation]) = ([], [])
    for line in data.split(separator: UInt8(ascii: "\n")) {
      guard let event = try? decoder.decode(Event.self, from: Data(line)) else { continue }
      if let step = event.asStep { steps.append(step) }
      if let validation = event.asValidation { validations.append(validation) }
    }
    clippedShare = Double(steps.count { $0.clipped }) / Double(max(1, steps.count))
    let count = min(steps.count, Self.shownSteps)
    let all = steps
    self.steps = (0..<count).map { all[$0 * (all.count - 1) / max(1, count - 1)] }
    self.validations = validations
  }

  /// A line of the log, whatever it is about.
  private struct Event: Decodable {
    let event: String
    let step: Int?
    let bitsPerCharacter, gradientNorm, learningRate, seconds: Double?
    let clipped: Bool?

    var asStep: Step? {
      guard event == "step", let step, let bitsPerCharacter, let gradientNorm, let learningRate,
        let clipped
      else { return nil }
      return Step(
        step: step, bitsPerCharacter: bitsPerCharacter, gradientNorm: gradientNorm,
        learningRate: learningRate, clipped: clipped)
    }

    var asValidation: Validation? {
      guard event == "validation", let step, let bitsPerCharacter, let seconds else { return nil }
      return Validation(step: step, bitsPerCharacter: bitsPerCharacter, seconds: seconds)
    }
  }
}
