import TextGen
import TextGenLanguageModeling
import TextGenLayers
import TextGenNGrams
import TextGenTraining

// What is said at the beginning and at the end of a session.

extension TrainingSession {
  func say(_ start: TrainingStart) {
    let (network, training) = (start.configuration, start.training)
    Conversation.say(
      TrainingMessage.network(
        title: network.architecture.text, layers: network.layerCount, size: network.hiddenSize,
        embedding: network.embeddingSize, isTied: network.tiesEmbeddings,
        parameters: start.parameterCount))
    if training.ngramOrder > 0, network.vocabularySize > NGramModel.maximumVocabulary {
      Conversation.note(
        TrainingMessage.tooManyTokens(
          network.vocabularySize, most: NGramModel.maximumVocabulary))
    }
    if let model = training.startingModel {
      Conversation.say(TrainingMessage.weights(of: model.name))
    }
    if training.budget.steps != 0 {
      Conversation.say(
        RunMessage.steps(training, perEpoch: start.stepsPerEpoch, threads: start.threadCount))
    }
    Conversation.say(RunMessage.ends(training.budget))
    Conversation.say(TrainingMessage.checkpoint(folder: folder))
    if start.step > 0 { Conversation.say(TrainingMessage.continues(step: start.step)) }
  }

  func say(_ end: TrainingEnd) {
    Conversation.say(
      RunMessage.ended(
        end.reason, steps: end.steps, epochs: fixed(end.epochs, 2), time: clockTime(end.seconds)))
    if let best = end.bestBitsPerCharacter {
      Conversation.say(TrainingMessage.best(fixed(best, 4)))
    }
    let program = ShellWords.first
    if end.reason == .interrupted {
      Conversation.say(TrainingMessage.savedToResume(folder: folder))
      Conversation.say("  " + ShellWords.commandLine(adding: "--resume", without: "--overwrite"))
    } else {
      Conversation.say(TrainingMessage.savedToUse(folder: folder))
      let model = ShellWords.quoted(ModelCatalog.ofProgram.name(of: folder))
      let isFound = folder.hasPrefix("checkpoints/") && Environment["TEXTGEN_MODEL"] == nil
      let option = isFound ? "" : " --model \(model)"
      Conversation.say("  \(program) complete \"Os alunos tiraram...\"\(option)")
      Conversation.say("  \(program) sample --temperature 0.8\(option)")
      Conversation.say("  \(program) evaluate \(ValueName.file.placeholder)\(option)")
      for line in TrainingAdvice.room(in: folder) { Conversation.say(line) }
    }
  }
}
