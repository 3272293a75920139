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
  /// Seconds of training.
  package var seconds: Double
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
    case seconds
    case validationBitsPerCharacter = "validation_bits_per_character"
    case seed
    case startingModel = "starting_model"
  }

  /// The information of a run.
  package init(
    corpus: String, trainingCharacters: Int, steps: Int, epochs: Double, seconds: Double,
    validationBitsPerCharacter: Double?, seed: UInt64, startingModel: StartingModel? = nil,
    epochCharacters: Int? = nil
  ) {
    self.corpus = corpus
    self.trainingCharacters = trainingCharacters
    self.epochCharacters = epochCharacters
    self.steps = steps
    self.epochs = epochs
    self.seconds = seconds
    self.validationBitsPerCharacter = validationBitsPerCharacter
    self.seed = seed
    self.startingModel = startingModel
  }
}

/// The model whose weights a run started from: enough to recognise it.
package struct StartingModel: Sendable, Hashable, Codable {
  /// The name of its folder or file, without the folders above.
  package var name: String
  /// A hash of its weights (`NumberHash`).
  package var fingerprint: UInt64

  /// The model that `file` holds, called `name`.
  package init(name: String, _ file: ModelFile) {
    self.name = name
    var hash = NumberHash()
    for value in file.parameters { hash.add(UInt64(value.bitPattern)) }
    fingerprint = hash.value
  }
}
