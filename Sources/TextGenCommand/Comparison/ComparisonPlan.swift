import FoundationEssentials
import TextGenLaboratory
import TextGenLanguageModeling
import TextGenTokenization
import TextGenTraining

/// What a comparison is of: kept in its folder, so that one that was interrupted goes on as it began.
struct ComparisonPlan: Codable, Equatable {
  /// The corpora by name, and a number that texts which differ do not share.
  let corpus: [String]
  let fingerprint: UInt64
  /// The models, in the order in which they are trained.
  var models: [Contender]
  let parameters: Int
  let unit: String
  let vocabularySize: Int?
  let sequenceLength: Int?
  let dropout: Double?
  let optimizer: OptimizerKind?
  let clipNorm: Double?
  var budget: String
  let probeShare: Double
  let probeItems: Int
  let seed: UInt64

  static let fileName = "plan.json"

  /// The plan in `folder`; nil where there is none.
  ///
  /// - Throws: `Failure` where the file is no plan.
  init?(in folder: String) throws(Failure) {
    let path = folder + "/" + Self.fileName
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    guard let plan = try? JSONDecoder().decode(ComparisonPlan.self, from: data) else {
      throw Failure(ComparisonMessage.notAPlan(file: path))
    }
    self = plan
  }

  init(
    corpus: [String], fingerprint: UInt64, models: [Contender], budget: ComparisonBudget,
    _ options: ComparisonOptions
  ) {
    self.corpus = corpus
    self.fingerprint = fingerprint
    self.models = models
    parameters = options.parameters
    unit = options.unit.rawValue
    vocabularySize = options.vocabularySize
    sequenceLength = options.sequenceLength
    dropout = options.dropout
    optimizer = options.optimizer
    clipNorm = options.clipNorm
    self.budget = budget.description
    probeShare = options.probeShare
    probeItems = options.probeItems
    seed = options.seed
  }

  /// The norm from which gradients are clipped.
  var clippingLimit: Double { clipNorm ?? 1 }

  /// Whether both compare the same, whatever the models.
  func agrees(with other: ComparisonPlan) -> Bool {
    var other = other
    other.models = models
    return self == other
  }

  /// Writes the plan into `folder`.
  func save(in folder: OutputFolder) throws(Failure) {
    try OutputFile(Self.fileName, in: folder).write(jsonText(self) + "\n")
  }
}
