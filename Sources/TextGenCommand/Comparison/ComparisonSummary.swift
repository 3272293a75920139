import FoundationEssentials
import TextGenFigures
import TextGenLaboratory
import TextGenLanguageModeling

/// The figures of a comparison as one table and as JSON.
struct ComparisonSummary {
  let plan: ComparisonPlan
  let results: [ContenderResult]
  let findings: Findings

  init(_ plan: ComparisonPlan, _ results: [ContenderResult]) {
    self.plan = plan
    self.results = results
    findings = Findings(results)
  }

  /// Distances of the long-range probes that the table shows.
  static let distances = [3, 12, 30]

  /// Two tables, what is to be seen in them, and why a model has no figures.
  var text: String {
    let measured = results.filter { $0.failure == nil }
    var costs = TextTable(trailing: Set(1...7))
    costs.add(ComparisonMessage.costHeader.cells)
    for result in measured { costs.add(costRow(result)) }
    var probes = TextTable(trailing: Set(1...6))
    probes.add(ComparisonMessage.probeHeader(distances: Self.distances).cells)
    for result in measured where result.probes != nil { probes.add(probeRow(result)) }
    let failures = results.compactMap { result in
      result.failure.map { "\(result.name.rawValue): \(ContenderVerdict.shown($0))\n" }
    }
    let said = Language.ofProgram.word(findings.portuguese, findings.english)
    return ComparisonMessage.costLegend.text + "\n" + costs.text + "\n"
      + ComparisonMessage.probeLegend.text + "\n" + probes.text + "\n" + said + "\n"
      + failures.joined()
  }

  private func costRow(_ result: ContenderResult) -> [String] {
    func bits(_ part: ContenderResult.Part) -> String {
      result.bitsPerCharacter[part].map { fixed($0.value, 3) } ?? ""
    }
    let interval = result.bitsPerCharacter[.validation].map {
      " (\(fixed($0.low, 2))–\(fixed($0.high, 2)))"
    }
    return [
      result.name.rawValue, grouped(result.parameters), compact(Double(result.tokens)),
      clockTime(result.seconds), megabytes(result.peakResidentBytes), bits(.train),
      bits(.validation) + (interval ?? ""), bits(.test),
    ]
  }

  private func probeRow(_ result: ContenderResult) -> [String] {
    func share(_ value: Double?) -> String { value.map { percent($0, 0) } ?? "" }
    let brackets = result.probes.map { probes in
      // In the order of the distances, as sums of a dictionary differ from process to process.
      probes.brackets.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value.share }
        / Double(max(1, probes.brackets.count))
    }
    return [
      result.name.rawValue, share(result.probes?.order.share),
      share(result.probes?.agreement.share),
    ] + Self.distances.map { share(result.longRange($0)) } + [share(brackets)]
  }

  /// The same as one JSON object.
  var json: String {
    jsonText(
      Record(
        corpus: plan.corpus.joined(separator: ", "), budget: plan.budget, seed: plan.seed,
        probeShare: plan.probeShare, models: results.map(Model.init),
        findings: findings.english), keys: .convertToSnakeCase)
  }

  private struct Record: Encodable {
    let corpus, budget: String
    let seed: UInt64
    let probeShare: Double
    let models: [Model]
    let findings: String
  }

  /// A model by the names of the interface.
  private struct Model: Encodable {
    let name: String
    let parameters, tokens: Int
    let seconds: Double
    let peakResidentBytes: Int
    let bitsPerCharacter: [String: Double]
    let interval: [String: [Double]]
    let probes: Probes?
    let gradientNorm, stateGradientNorm: [String: Double]
    let failure: String?

    struct Probes: Encodable {
      let longRange: [String: Double]
      let order, agreement: Double
      let brackets: [String: Double]
    }

    init(_ result: ContenderResult) {
      name = result.name.rawValue
      (parameters, tokens) = (result.parameters, result.tokens)
      (seconds, peakResidentBytes) = (result.seconds, result.peakResidentBytes)
      let bits = result.bitsPerCharacter
      bitsPerCharacter = Self.named(bits) { $0.value }
      interval = Self.named(bits) { [$0.low, $0.high] }
      probes = result.probes.map { probes in
        func shares(_ answers: [Int: ProbeResult.Answers]) -> [String: Double] {
          Dictionary(uniqueKeysWithValues: answers.map { ("\($0)", $1.share) })
        }
        return Probes(
          longRange: shares(probes.longRange), order: probes.order.share,
          agreement: probes.agreement.share, brackets: shares(probes.brackets))
      }
      gradientNorm = Self.numbered(result.inputGradients)
      stateGradientNorm = Self.numbered(result.stateGradients)
      failure = result.failure
    }

    private static func named<Value>(
      _ bits: [ContenderResult.Part: BitsPerCharacter], _ value: (BitsPerCharacter) -> Value
    ) -> [String: Value] {
      Dictionary(uniqueKeysWithValues: bits.map { ($0.rawValue, value($1)) })
    }

    private static func numbered(_ values: [Double]) -> [String: Double] {
      Dictionary(uniqueKeysWithValues: values.enumerated().map { ("\($0)", $1) })
    }
  }
}
