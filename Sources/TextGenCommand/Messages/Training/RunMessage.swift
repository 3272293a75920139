import TextGenCompute
import TextGenTraining

/// How a run makes its steps, when it ends, and why it ended.
enum RunMessage: Translated {
  case steps(TrainingConfiguration, perEpoch: Int, threads: Int)
  case ends(TrainingBudget)
  case ended(EndReason, steps: Int, epochs: String, time: String)

  var english: String {
    switch self {
    case .steps(let training, let perEpoch, let threads):
      "steps: \(training.batchSize) × \(training.sequenceLength) tokens, "
        + "\(counted(perEpoch, "step")) an epoch, "
        + "\(training.optimizer.rawValue), learning rate \(plain(training.learningRate))"
        + (training.schedule == .cosine ? "" : " (\(training.schedule.rawValue))")
        + ", dropout \(plain(training.dropout)), seed \(training.seed), "
        + "\(training.precision.rawValue), \(counted(threads, "thread"))"
    case .ends(let budget):
      "ends: "
        + Self.end(
          budget,
          Limits(epochs: "epochs", step: "step", steps: "steps", minutes: "minutes", or: " or "),
          nothing: "at once: nothing is trained, n-grams are counted beside the weights",
          open: "when the validation loss stops improving", after: "after ",
          first: ", whichever is first")
    case .ended(let reason, let steps, let epochs, let time):
      "\(Self.english(reason)): \(counted(steps, "step")), \(epochs) epochs, \(time)"
    }
  }

  var portuguese: String {
    switch self {
    case .steps(let training, let perEpoch, let threads):
      "passos: \(training.batchSize) × \(training.sequenceLength) tokens, "
        + "\(counted(perEpoch, "passo")) por época, "
        + "\(training.optimizer.rawValue), taxa de aprendizagem \(plain(training.learningRate))"
        + (training.schedule == .cosine ? "" : " (\(training.schedule.rawValue))")
        + ", dropout \(plain(training.dropout)), semente \(training.seed), "
        + "\(training.precision.rawValue), "
        + counted(threads, "linha de execução", "linhas de execução")
    case .ends(let budget):
      "fim: "
        + Self.end(
          budget,
          Limits(epochs: "épocas", step: "passo", steps: "passos", minutes: "minutos", or: " ou "),
          nothing: "logo: não se treina nada, contam-se n-gramas ao lado dos pesos",
          open: "quando a perda de validação deixa de melhorar", after: "depois de ",
          first: ", o que vier primeiro")
    case .ended(let reason, let steps, let epochs, let time):
      "\(Self.portuguese(reason)): \(counted(steps, "passo")), \(epochs) épocas, \(time)"
    }
  }
}

extension RunMessage {
  /// The words of limits in one language.
  private struct Limits {
    let epochs, step, steps, minutes, or: String
  }

  private static func end(
    _ budget: TrainingBudget, _ words: Limits, nothing: String, open: String, after: String,
    first: String
  ) -> String {
    if budget.steps == 0 { return nothing }
    let limits = [
      budget.epochs.map { "\(shortest($0)) \(words.epochs)" },
      budget.steps.map { counted($0, words.step, words.steps) },
      budget.minutes.map { "\(shortest($0)) \(words.minutes)" },
    ].compactMap { $0 }
    guard !limits.isEmpty else { return open }
    return after + limits.joined(separator: words.or) + (limits.count > 1 ? first : "")
  }

  private static func shortest(_ value: Double) -> String {
    value == value.rounded() && value < 1e9 ? grouped(Int(value)) : plain(value)
  }

  private static func english(_ reason: EndReason) -> String {
    switch reason {
    case .converged: "converged (the validation loss no longer improves)"
    case .epochs, .steps, .minutes: "done (the \(reason.rawValue) are over)"
    case .interrupted: "interrupted"
    }
  }

  private static func portuguese(_ reason: EndReason) -> String {
    switch reason {
    case .converged: "convergiu (a perda de validação já não melhora)"
    case .epochs: "feito (acabaram as épocas)"
    case .steps: "feito (acabaram os passos)"
    case .minutes: "feito (acabou o tempo)"
    case .interrupted: "interrompido"
    }
  }
}
