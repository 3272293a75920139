import ArgumentParser
import TextGenLaboratory
import TextGenTokenization
import TextGenTraining

/// What a comparison is of.
struct ComparisonOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: .hidden, transform: contenderNames)
  var models: [Contender] = Contender.allCases
  @Option(
    parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 10_000...1_000_000_000))
  var parameters = 1_000_000
  @Option(parsing: .unconditional, help: .hidden, transform: comparisonBudget)
  var budget = ComparisonBudget.minutes(1)
  @Option(parsing: .unconditional, help: .hidden, transform: choice)
  var unit = TokenUnit.character
  @Option(parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 2...1 << 20))
  var vocabularySize: Int?
  @Option(parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 2...4096))
  var sequenceLength: Int?
  @Option(
    parsing: .unconditional, help: .hidden,
    transform: number("from 0 to below 1") { $0 >= 0 && $0 < 1 })
  var dropout: Double?
  @Option(parsing: .unconditional, help: .hidden, transform: choice)
  var optimizer: OptimizerKind?
  @Option(parsing: .unconditional, help: .hidden, transform: positiveNumber)
  var clipNorm: Double?
  @Option(
    parsing: .unconditional, help: .hidden,
    transform: number("from 0 to 0.9") { (0...0.9).contains($0) })
  var probeShare = 0.1
  @Option(parsing: .unconditional, help: .hidden, transform: wholeNumber(in: 1...200))
  var probeItems = 100
  @Option(parsing: .unconditional, help: .hidden, transform: seedNumber)
  var seed: UInt64 = 0
}

/// A reader of names of models between commas.
@Sendable private func contenderNames(_ text: String) throws -> [Contender] {
  let names = text.split(separator: ",").map { $0.filter { $0 != " " } }
  let models = try names.map { name in
    guard let model = Contender(rawValue: name) else {
      let all = Contender.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("'\(name)' is no model; choose from \(all)")
    }
    return model
  }
  guard !models.isEmpty else { throw ValidationError("expected names of models between commas") }
  return Contender.allCases.filter { models.contains($0) || $0 == .unigram }
}

/// A reader of budgets.
@Sendable private func comparisonBudget(_ text: String) throws -> ComparisonBudget {
  guard let budget = ComparisonBudget(withDecimalPoint(text)) else {
    throw ValidationError("expected tokens, tokens=N, minutes or minutes=M, such as minutes=1")
  }
  return budget
}
