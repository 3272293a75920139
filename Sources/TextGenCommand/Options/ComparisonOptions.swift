import ArgumentParser
import TextGen
import TextGenLaboratory
import TextGenTokenization
import TextGenTraining

/// What a comparison is of.
struct ComparisonOptions: ParsableArguments {
  @Option(
    CompareText.models, .list, words: Contender.allCases.map(\.rawValue),
    transform: contenderNames)
  var models: [Contender]?
  @Option(CompareText.budget, .budget, transform: comparisonBudget)
  var budget: ComparisonBudget?
  @Option(CompareText.parameters, .count, transform: wholeNumber(in: 10_000...1_000_000_000))
  var parameters = 1_000_000
  @Option(CompareText.unit)
  var unit = TokenUnit.character
  @Option(CompareText.vocabularySize, .count, transform: wholeNumber(of: .vocabularySize))
  var vocabularySize: Int?
  @Option(CompareText.sequenceLength, .count, transform: wholeNumber(in: 2...4096))
  var sequenceLength: Int?
  @Option(CompareText.dropout, .share, transform: number(of: .dropout))
  var dropout: Double?
  @Option(CompareText.optimizer)
  var optimizer: OptimizerKind?
  @Option(CompareText.clipNorm, .number, transform: number(of: .clipNorm))
  var clipNorm: Double?
  @Option(CompareText.probeShare, .share, transform: number(.numbers(0...0.9)))
  var probeShare = 0.1
  @Option(CompareText.probeItems, .count, transform: wholeNumber(in: 1...200))
  var probeItems = 100
  @Option(CompareText.seed, .seed, transform: seedNumber)
  var seed: UInt64 = 0
  @Option(CorpusArgumentText.encoding, .encoding, transform: anyText)
  var encoding: String?
}

/// A reader of names of models between commas.
@Sendable private func contenderNames(_ text: String) throws -> [Contender] {
  let names = text.split(separator: ",").map { $0.filter { $0 != " " } }
  let models = try names.map { name in
    guard let model = Contender(rawValue: name) else {
      let all = Contender.allCases.map(\.rawValue)
      throw ValidationError(UsageMessage.unknownContender(String(name), all: all))
    }
    return model
  }
  guard !models.isEmpty else { throw ValidationError(ExpectedValue.contenders) }
  return Contender.allCases.filter { models.contains($0) || $0 == .unigram }
}

/// A reader of budgets.
@Sendable private func comparisonBudget(_ text: String) throws -> ComparisonBudget {
  guard let budget = ComparisonBudget(withDecimalPoint(text)) else {
    throw ValidationError(ExpectedValue.budget)
  }
  return budget
}
