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
    for sentence in sentences { Conversation.say(sentence) }
    for warning in statistics.warnings { Conversation.warn(warning) }
  }

  /// The sentences, without the warnings.
  var sentences: [String] {
    let (trained, held) = (statistics.training, statistics.validation)
    var lines = [
      "corpus: \(counted(statistics.files, "file")), \(counted(statistics.bytes, "byte")); "
        + "vocabulary of \(counted(statistics.vocabularySize, unit.rawValue))" + added,
      "training: \(counted(trained.characters, "character")), "
        + "\(counted(trained.tokens, "token"))" + unknown(trained),
    ]
    if let epoch = statistics.epoch {
      lines.append(
        "an epoch reads: about \(counted(epoch.characters, "character")), "
          + "\(counted(epoch.tokens, "token"))\(unknown(epoch)), in mixed order")
    }
    if let more = statistics.ngramTexts {
      lines.append(
        "only for n-grams: \(counted(more.characters, "character")), "
          + "\(counted(more.tokens, "token"))" + unknown(more))
    }
    if held.characters > 0 {
      let share = Double(held.characters) / Double(max(1, trained.characters + held.characters))
      lines.append(
        "held out: \(wholeTexts)\(counted(held.characters, "character")) (\(percent(share))), "
          + "\(counted(held.tokens, "token"))" + unknown(held))
    } else {
      lines.append("held out: nothing")
    }
    if !statistics.normalization.isEmpty { lines.append("normalised: " + changes) }
    return lines
  }

  private var wholeTexts: String {
    statistics.heldOutTexts.map { counted($0, "whole file") + ", " } ?? ""
  }

  private var added: String {
    guard let count = statistics.addedTokens else { return "" }
    return count == 0 ? ", none of them new" : ", \(grouped(count)) of them new"
  }

  private func unknown(_ part: CorpusPartStatistics) -> String {
    guard part.unknownTokens > 0 else { return "" }
    return ", \(grouped(part.unknownTokens)) of them unknown (\(percent(part.unknownRate, 2)))"
  }

  private var changes: String {
    let changes = statistics.normalization
    let parts = [
      (changes.byteOrderMarks, "byte order mark dropped", "byte order marks dropped"),
      (changes.lineEnds, "line end made LF", "line ends made LF"),
      (changes.composedSequences, "sequence composed (NFC)", "sequences composed (NFC)"),
    ]
    return parts.filter { $0.0 > 0 }.map { counted($0.0, $0.1, $0.2) }.joined(separator: ", ")
  }
}
