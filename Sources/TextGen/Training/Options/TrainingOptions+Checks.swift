import TextGenLanguageModeling
import TextGenNGrams

extension TrainingOptions {
  /// Checks every value, and that no two options exclude each other.
  ///
  /// - Throws: `TrainingFailure` that names what is not legal.
  func check() throws(TrainingFailure) {
    try checkTexts()
    try checkNetwork()
    try checkOptimization()
    try check(.ngramOrder, ngrams.order, "from 2 to \(NGramModel.maximumOrder), or 0") {
      $0 == 0 || (2...NGramModel.maximumOrder).contains($0)
    }
    try check(.ngramMegabytes, ngrams.megabytes, Self.limits, Self.isLimit)
    try check(.epochs, budget.epochs, Self.limits, Self.isLimit)
    try check(.steps, budget.steps, in: 0...1_000_000_000)
    try check(.minutes, budget.minutes, Self.limits, Self.isLimit)
    try check(.saveInterval, saveInterval, "from 0 to 1e9") { (0...1e9).contains($0) }
    if startingModel != nil, network.recurrentInitialization != nil {
      throw .exclusion(.recurrentInitialization, .startingModel)
    }
    if !ngrams.texts.isEmpty, ngrams.order == 0 { throw .exclusion(.ngramTexts, .ngramOrder) }
    if trainsNothing, corpus.limitsVocabulary {
      throw .exclusion(.steps, corpus.vocabularySize == nil ? .minimumCount : .vocabularySize)
    }
  }

  private func checkTexts() throws(TrainingFailure) {
    if corpus.texts.isEmpty { throw .noText }
    if !corpus.validationTexts.isEmpty, corpus.validationFraction != nil {
      throw .exclusion(.validationTexts, .validationFraction)
    }
    let all = corpus.texts + ngrams.texts + corpus.validationTexts
    if all.count(where: { $0 == "-" }) > 1 { throw .repeatedText("-") }
    var shared: Set<String> = []
    for share in corpus.shares {
      let range = CorpusShare.factors
      try check(.shares, share.factor, "from \(range.lowerBound) to \(range.upperBound)") {
        range.contains($0)
      }
      // Two spellings of a path are one text.
      let path = CorpusShare(path: share.path, factor: share.factor).path
      if !shared.insert(path).inserted { throw .repeatedText(path) }
    }
    try check(.vocabularySize, corpus.vocabularySize, in: 2...1 << 20)
    try check(.minimumCount, corpus.minimumCount, in: 1...1_000_000_000)
    try check(.validationFraction, corpus.validationFraction, Self.parts, Self.isPart)
  }

  private func checkNetwork() throws(TrainingFailure) {
    let kind = network.architecture ?? .recurrent
    if network.cell != nil, kind != .recurrent { throw .exclusion(.cell, .architecture) }
    if network.contextLength != nil, kind != .window, kind != .transformer {
      throw .exclusion(.contextLength, .architecture)
    }
    if network.heads != nil, kind != .transformer { throw .exclusion(.heads, .architecture) }
    try check(.contextLength, network.contextLength, in: 1...1024)
    try check(.heads, network.heads, in: 1...1024)
    try check(.layers, network.layers, in: 1...64)
    try check(.hiddenSize, network.hiddenSize, in: 1...65_536)
    try check(.embeddingSize, network.embeddingSize, in: 1...65_536)
  }

  private func checkOptimization() throws(TrainingFailure) {
    try check(.dropout, optimization.dropout, Self.parts, Self.isPart)
    try check(.batchSize, optimization.batchSize, in: 1...65_536)
    try check(.coldShare, optimization.coldShare, Self.parts, Self.isPart)
    try check(.sequenceLength, optimization.sequenceLength, in: 1...1_000_000)
    try check(.learningRate, optimization.learningRate, Self.sizes, Self.isSize)
    try check(.clipNorm, optimization.clipNorm, Self.sizes, Self.isSize)
    try check(.weightDecay, optimization.weightDecay, "from 0 to 1000") { (0...1000).contains($0) }
  }
}

extension TrainingOptions {
  private static let limits = "above 0, at most 1e9"
  private static func isLimit(_ value: Double) -> Bool { value > 0 && value <= 1e9 }

  private static let sizes = "above 0, at most 1e30"
  private static func isSize(_ value: Double) -> Bool { value > 0 && value <= 1e30 }

  private static let parts = "from 0 to below 1"
  private static func isPart(_ value: Double) -> Bool { value >= 0 && value < 1 }

  private func check(
    _ option: Option, _ value: Int?, in range: ClosedRange<Int>
  ) throws(TrainingFailure) {
    try check(option, value, "from \(range.lowerBound) to \(range.upperBound)") {
      range.contains($0)
    }
  }

  private func check<Value>(
    _ option: Option, _ value: Value?, _ range: String, _ isLegal: (Value) -> Bool
  ) throws(TrainingFailure) {
    guard let value, !isLegal(value) else { return }
    throw .option(OptionFailure(name: option.rawValue, value: "\(value)", range: range))
  }
}
