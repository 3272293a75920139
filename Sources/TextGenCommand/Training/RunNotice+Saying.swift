import TextGen

extension RunNotice {
  /// Says it, as the command line does.
  func say() {
    switch self {
    case .modelWarning(let mismatch): Conversation.warn(mismatch)
    case .corpus(let statistics, let unit): CorpusSummary(statistics, unit: unit).say()
    case .littleText(let characters):
      Conversation.note(TrainingMessage.littleText(characters: characters))
    case .limitedByTime: Conversation.say(TrainingMessage.sizesByTime)
    case .beginsAgain(let folder):
      Conversation.note(TrainingMessage.beginsAgain(folder: folder))
    case .replacesModel(let folder):
      Conversation.note(TrainingMessage.replacesAtFirstSave(folder: folder))
    case .leavesNGrams(let model, let hasTexts):
      Conversation.note(TrainingMessage.ngramsStayBehind(model: model, hasMore: hasTexts))
    }
  }
}
