import TextGenLanguageModeling
import TextGenTokenization

/// What was read, for people.
struct CorpusSummary {
  private let statistics: CorpusStatistics
  private let unit: TokenUnit

  /// The summary of a corpus whose tokens are `unit`s.
  init(_ statistics: CorpusStatistics, unit: TokenUnit) {
    self.statistics = statistics
    self.unit = unit
  }

  /// Says it, warnings included.
  func say() {
    for message in messages { Conversation.say(message) }
    for warning in statistics.warnings { Conversation.warn(warning) }
  }

  /// What is said, without the warnings.
  private var messages: [TrainingMessage] {
    let (trained, held) = (statistics.training, statistics.validation)
    var messages: [TrainingMessage] = [
      .corpus(
        files: statistics.files, bytes: statistics.bytes, vocabulary: statistics.vocabularySize,
        unit: unit, added: statistics.addedTokens),
      .training(trained),
    ]
    if let epoch = statistics.epoch { messages.append(.epoch(epoch)) }
    if let more = statistics.ngramTexts { messages.append(.onlyNGrams(more)) }
    let share = Double(held.characters) / Double(max(1, trained.characters + held.characters))
    messages.append(
      held.characters > 0
        ? .heldOut(held, wholeFiles: statistics.heldOutTexts, share: share) : .nothingHeldOut)
    if !statistics.normalization.isEmpty { messages.append(.normalized(changes)) }
    return messages
  }

  private var changes: [String] {
    let changes = statistics.normalization
    let parts: [(Int, TrainingMessage)] = [
      (changes.byteOrderMarks, .byteOrderMarks(changes.byteOrderMarks)),
      (changes.lineEnds, .lineEnds(changes.lineEnds)),
      (changes.composedSequences, .composed(changes.composedSequences)),
    ]
    return parts.filter { $0.0 > 0 }.map(\.1.text)
  }
}
