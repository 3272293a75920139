/// How a model was trained and what it was measured at: what travels with its weights.
package struct ModelInformation: Sendable, Hashable, Codable {
  /// The name of the corpus, without its folder.
  package var corpus: String
  /// Characters (NFC code points) of the training part.
  package var trainingCharacters: Int
  /// Characters that the first epoch read, where shares of the texts were given; else nil.
  package var epochCharacters: Int?
  /// Optimizer steps up to these weights.
  package var steps: Int
  /// Passes over the training part, with fractions.
  package var epochs: Double
  /// Bits per character of the held-out part; nil where nothing was held out.
  package var validationBitsPerCharacter: Double?
  /// The seed of the run.
  package var seed: UInt64
  /// The model whose weights the run started from; nil where they were random. The counts above are
  /// of the run alone.
  package var startingModel: StartingModel?

  enum CodingKeys: String, CodingKey {
    case corpus
    case trainingCharacters = "training_characters"
    case epochCharacters = "epoch_characters"
    case steps
    case epochs
    case validationBitsPerCharacter = "validation_bits_per_character"
    case seed
    case startingModel = "starting_model"
  }

  /// The information of a run.
  package init(
    corpus: String, trainingCharacters: Int, steps: Int, epochs: Double,
    validationBitsPerCharacter: Double?, seed: UInt64, startingModel: StartingModel? = nil,
    epochCharacters: Int? = nil
  ) {
    self.corpus = corpus
    self.trainingCharacters = trainingCharacters
    self.epochCharacters = epochCharacters
    self.steps = steps
    self.epochs = epochs
    self.validationBitsPerCharacter = validationBitsPerCharacter
    self.seed = seed
    self.startingModel = startingModel
  }
}

/// The model whose weights a run started from: enough to recognise it, and how it was trained.
///
/// Two are equal where name and weights are.
package struct StartingModel: Sendable, Hashable, Codable {
  /// The name of its folder or file, without the folders above.
  package var name: String
  /// A hash of its weights (`NumberHash`).
  package var fingerprint: UInt64
  /// The runs that made its weights, the last first; empty in files of versions before 0.2.
  package var runs: [ModelInformation]

  /// The model that `file` holds, called `name`.
  package init(name: String, _ file: ModelFile) {
    self.name = name
    var hash = NumberHash()
    for value in file.parameters { hash.add(UInt64(value.bitPattern)) }
    fingerprint = hash.value
    var last = file.information
    runs = last.startingModel?.runs ?? []
    last.startingModel?.runs = []
    runs.insert(last, at: 0)
  }

  /// Reads what a file says; it may say nothing of the runs.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    name = try values.decode(String.self, forKey: .name)
    fingerprint = try values.decode(UInt64.self, forKey: .fingerprint)
    runs = try values.decodeIfPresent([ModelInformation].self, forKey: .runs) ?? []
  }

  /// Writes the runs only where there are any.
  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(name, forKey: .name)
    try values.encode(fingerprint, forKey: .fingerprint)
    if !runs.isEmpty { try values.encode(runs, forKey: .runs) }
  }

  enum CodingKeys: String, CodingKey { case name, fingerprint, runs }

  package static func == (left: StartingModel, right: StartingModel) -> Bool {
    left.name == right.name && left.fingerprint == right.fingerprint
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(fingerprint)
  }
}
