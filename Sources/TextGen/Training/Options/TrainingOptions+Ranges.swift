import TextGenLanguageModeling
import TextGenNGrams

extension TrainingOptions.Option {
  /// The legal values of an option that is a number, for the library and the command line; nil for any
  /// other.
  package var range: OptionRange? {
    switch self {
    case .shares: .numbers(CorpusShare.factors)
    case .vocabularySize: .whole(2...1 << 20)
    case .minimumCount: .whole(1...1_000_000_000)
    case .contextLength, .heads: .whole(1...1024)
    case .layers: .whole(1...64)
    case .hiddenSize, .embeddingSize, .batchSize: .whole(1...65_536)
    case .sequenceLength: .whole(1...1_000_000)
    case .validationFraction, .dropout, .coldShare: .part
    case .learningRate, .clipNorm: .aboveZero(upTo: 1e30)
    case .weightDecay: .numbers(0...1000)
    case .blend: .numbers(0...1)
    case .ngramOrder: .wholeOrNone(2...NGramModel.maximumOrder)
    case .epochs, .minutes, .ngramMegabytes: .aboveZero(upTo: 1e9)
    case .steps: .whole(0...1_000_000_000)
    case .saveInterval: .numbers(0...1e9)
    case .texts, .unit, .encoding, .validationTexts, .architecture, .cell, .tiesEmbeddings,
      .recurrentInitialization, .optimizer, .schedule, .precision, .ngramTexts, .startingModel,
      .seed:
      nil
    }
  }

  /// Refuses a value outside the range.
  func check(_ value: Int?) throws(TrainingFailure) {
    if let value, let range, !range.contains(value) { throw failure("\(value)", range) }
  }

  /// Refuses a value outside the range.
  func check(_ value: Double?) throws(TrainingFailure) {
    if let value, let range, !range.contains(value) { throw failure("\(value)", range) }
  }

  private func failure(_ value: String, _ range: OptionRange) -> TrainingFailure {
    .option(OptionFailure(name: rawValue, value: value, range: range.description))
  }
}
