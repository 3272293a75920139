import Figures
import FoundationEssentials

/// The course of a training as a page: losses, gradients, clipping and the learning rate, by its log.
struct TrainingReport {
  private let log: TrainingLog
  private let name: String
  private let language: Language

  /// The page of the run in `folder`.
  init(of folder: String, language: Language) {
    log = TrainingLog(of: folder)
    name = folder
    self.language = language
  }

  /// The page.
  var page: Report {
    Report(
      language.word("Treino: ", "Training: ") + name, language: language,
      sections: [
        Report.Section(
          language.word("Perda", "Loss"),
          [
            .figure(
              chart(
                language.word("Bits por caractere", "Bits per character"),
                language.word("bits por caractere", "bits per character"),
                [
                  (
                    language.word("treino", "training"),
                    log.steps.map { ($0.step, $0.bitsPerCharacter) }
                  ),
                  (
                    language.word("validação", "validation"),
                    log.validations.map { ($0.step, $0.bitsPerCharacter) }
                  ),
                ]),
              caption: language.word(
                "A validação mede texto que o modelo não viu; o treino, a janela de cada passo.",
                "Validation measures text that the model has not seen, training each step's window."
              ))
          ]),
        Report.Section(
          language.word("Gradiente", "Gradient"),
          [
            .figure(
              chart(
                language.word("Norma do gradiente", "Norm of the gradient"),
                language.word("norma", "norm"),
                [(language.word("norma", "norm"), log.steps.map { ($0.step, $0.gradientNorm) })],
                scale: .logarithmic),
              caption: clippingCaption)
          ]),
        Report.Section(
          language.word("Taxa de aprendizagem", "Learning rate"),
          [
            .figure(
              chart(
                language.word("Taxa de aprendizagem", "Learning rate"),
                language.word("taxa", "rate"),
                [(language.word("taxa", "rate"), log.steps.map { ($0.step, $0.learningRate) })]),
              caption: language.word(
                "Sobe no início e depois segue o plano do treino.",
                "It rises at first and then follows the schedule of the run."))
          ]),
      ])
  }

  private var clippingCaption: String {
    let style = NumberStyle(language)
    let share = style.fixed(100 * log.clippedShare, decimals: 1) + " %"
    return language.word(
      "Em \(share) dos passos que o log guarda, no máximo um por segundo, a norma era maior do que "
        + "o limite e foi cortada.",
      "In \(share) of the steps in the log, at most one a second, the norm was above its limit and "
        + "was clipped.")
  }

  private func chart(
    _ title: String, _ label: String, _ curves: [(String, [(Int, Double)])],
    scale: Axis.Scale = .linear
  ) -> LineChart {
    LineChart(
      title, x: Axis(language.word("passo", "step")), y: Axis(label, scale: scale),
      series: curves.map { name, points in
        LineChart.Series(name, points.map { Point(Double($0.0), $0.1) })
      },
      language: language)
  }
}

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
