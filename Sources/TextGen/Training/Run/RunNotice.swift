package import TextGenLanguageModeling
package import TextGenTokenization

/// What is worth knowing of a run before it trains, in the order in which it is found.
package enum RunNotice: Sendable {
  /// A model was trained with other rules for cutting text than this process has.
  case modelWarning(UnicodeMismatch)
  /// The text was read.
  case corpus(CorpusStatistics, unit: TokenUnit)
  /// The text is little to learn from alone, and a model that came with the program could be started from.
  case littleText(characters: Int)
  /// The time does not suffice for as large a network as the text bears.
  case limitedByTime
  /// The run in the folder had saved nothing and begins at its first step.
  case beginsAgain(folder: String)
  /// The first save will replace what is in the folder.
  case replacesModel(folder: String)
  /// The n-grams of the model that the run starts from are not those of the run; it has further texts for
  /// its own.
  case leavesNGrams(model: String, hasTexts: Bool)
}

extension RunNotice {
  /// The sentences of it that are warnings.
  var warnings: [String] {
    switch self {
    case .modelWarning(let mismatch): [mismatch.description]
    case .corpus(let statistics, _): statistics.warnings.map(\.description)
    default: []
    }
  }
}
