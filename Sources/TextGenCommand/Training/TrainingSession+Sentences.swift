import TextGen
import TextGenCompute
import TextGenLanguageModeling
import TextGenLayers
import TextGenNGrams
import TextGenTraining

// What is said at the beginning and at the end of a session.

extension TrainingSession {
  func say(_ start: TrainingStart) {
    let (network, training) = (start.configuration, start.training)
    Conversation.say(
      "model: \(network.architecture.title), \(counted(network.layerCount, "layer")) of \(network.hiddenSize), "
        + "embedding \(network.embeddingSize)\(network.tiesEmbeddings ? " (tied)" : ""), "
        + counted(start.parameterCount, "parameter"))
    if training.ngramOrder > 0, network.vocabularySize > NGramModel.maximumVocabulary {
      Conversation.note(
        "no n-grams are counted for \(grouped(network.vocabularySize)) tokens, only for up to "
          + "\(grouped(NGramModel.maximumVocabulary)); a smaller --vocabulary-size brings them back"
      )
    }
    if let model = training.startingModel {
      Conversation.say("weights: those of " + Conversation.escaped(model.name))
    }
    if training.budget.steps != 0 {
      Conversation.say(
        "steps: \(training.batchSize) × \(training.sequenceLength) tokens, "
          + "\(counted(start.stepsPerEpoch, "step")) an epoch, "
          + "\(training.optimizer.rawValue), learning rate \(training.learningRate)"
          + (training.schedule == .cosine ? "" : " (\(training.schedule.rawValue))")
          + ", dropout \(training.dropout), seed \(training.seed), "
          + "\(training.precision.rawValue), \(counted(start.threadCount, "thread"))")
    }
    Conversation.say("ends: " + end(of: training.budget))
    Conversation.say("checkpoint: " + Conversation.escaped(folder))
    if start.step > 0 { Conversation.say("goes on after step \(grouped(start.step))") }
  }

  private func end(of budget: TrainingBudget) -> String {
    if budget.steps == 0 {
      return "at once: nothing is trained, n-grams are counted beside the weights"
    }
    let limits = [
      budget.epochs.map { "\(shortest($0)) epochs" }, budget.steps.map { counted($0, "step") },
      budget.minutes.map { "\(shortest($0)) minutes" },
    ].compactMap { $0 }
    guard !limits.isEmpty else { return "when the validation loss stops improving" }
    return "after " + limits.joined(separator: " or ")
      + (limits.count > 1 ? ", whichever is first" : "")
  }

  private func shortest(_ value: Double) -> String {
    value == value.rounded() && value < 1e9 ? grouped(Int(value)) : "\(value)"
  }

  func say(_ end: TrainingEnd) {
    Conversation.say(
      "\(Self.why(end.reason)): \(counted(end.steps, "step")), \(fixed(end.epochs, 2)) epochs, "
        + clockTime(end.seconds))
    if let best = end.bestBitsPerCharacter {
      Conversation.say("best: \(fixed(best, 4)) bits per character on the held-out text")
    }
    let program = ShellWords.first
    if end.reason == .interrupted {
      Conversation.say("saved in \(Conversation.escaped(folder)); to go on:")
      Conversation.say("  " + ShellWords.commandLine(adding: "--resume", without: "--overwrite"))
    } else {
      Conversation.say("saved in \(Conversation.escaped(folder)); next:")
      let model = ShellWords.quoted(ModelCatalog.ofProgram.name(of: folder))
      let isFound = folder.hasPrefix("checkpoints/") && Environment["TEXTGEN_MODEL"] == nil
      let option = isFound ? "" : " --model \(model)"
      Conversation.say("  \(program) complete \"Os alunos tiraram...\"\(option)")
      Conversation.say("  \(program) sample --temperature 0.8\(option)")
      Conversation.say("  \(program) evaluate FILE\(option)")
      for line in TrainingAdvice.room(in: folder) { Conversation.say(line) }
    }
  }

  private static func why(_ reason: EndReason) -> String {
    switch reason {
    case .converged: "converged (the validation loss no longer improves)"
    case .epochs, .steps, .minutes: "done (the \(reason.rawValue) are over)"
    case .interrupted: "interrupted"
    }
  }
}
