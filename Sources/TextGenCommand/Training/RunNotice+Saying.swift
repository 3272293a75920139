import TextGen

extension RunNotice {
  /// Says it, as the command line does.
  func say() {
    switch self {
    case .modelWarning(let sentence): Conversation.warn(sentence)
    case .corpus(let statistics, let unit): CorpusSummary(statistics, unit: unit).say()
    case .littleText(let characters): Conversation.note(TrainingAdvice.start(characters))
    case .limitedByTime:
      Conversation.say(
        "sizes: what learns most in the time on this machine; more minutes give a larger network")
    case .beginsAgain(let folder):
      Conversation.note("the run in \(folder) had saved nothing yet; it begins at the first step")
    case .replacesModel(let folder):
      Conversation.note("the first save of this run will replace the model in \(folder)")
    case .leavesNGrams(let model, let hasTexts):
      Conversation.note(
        "the n-grams of \(model) stay behind; this run counts those of its own text"
          + (hasTexts ? " and of what --ngram-corpus names" : ", and of more with --ngram-corpus"))
    }
  }
}
