package import TextGenCompute
package import TextGenLayers
import TextGenNGrams
package import TextGenSafeTensors
package import TextGenTokenization
package import TextGenWords

/// `model.safetensors`: weights, configuration, vocabulary and history of a model in one file.
///
/// Tensors have PyTorch's names and layouts; all else is text in the metadata. A quantized file, which
/// may have any name, holds matrices as whole numbers of 8 bits and predicts with them.
package struct ModelFile: Sendable {
  /// The name of the file in a checkpoint's folder.
  package static let fileName = "model.safetensors"

  /// The shape of the network.
  package let configuration: NetworkConfiguration
  /// The weights: a flat vector in the layout of `configuration`, made at each call of a model that was
  /// read from a file.
  package var parameters: [Float] { weights.values }
  private let weights: ModelWeights
  /// What the file holds the weights as: floats, or whole numbers of 8 bits, as which they multiply
  /// unless another precision is asked for.
  package let precision: ProductPrecision
  /// The n-grams beside the network, where there are any.
  package let companion: LanguageModel.Companion?
  /// The words that the model knows; nil where the file does not say, or a token is a word.
  package var lexicon: Lexicon?
  /// Text to tokens and back.
  package let tokenizer: any Tokenizer
  /// How the model was trained.
  package let information: ModelInformation
  /// What differs where this process cuts text by other rules than those of the training; else nil.
  package let versionWarning: UnicodeMismatch?

  /// The content of a file of floats.
  package init(
    configuration: NetworkConfiguration, parameters: [Float],
    companion: LanguageModel.Companion? = nil, lexicon: Lexicon? = nil,
    tokenizer: any Tokenizer, information: ModelInformation
  ) {
    self.configuration = configuration
    weights = .values(parameters)
    precision = .float32
    self.companion = companion
    self.lexicon = lexicon
    self.tokenizer = tokenizer
    self.information = information
    versionWarning = nil
  }

  /// Reads a file, or the model of a checkpoint's folder, on the threads of `engine`.
  ///
  /// The file is checked as a whole, but its weights are read when they are used.
  ///
  /// - Throws: `CheckpointError` where the file is missing, damaged, altered, newer than this
  ///   program, or no checkpoint at all.
  package init(contentsOf path: String, engine: Engine = Engine()) throws(CheckpointError) {
    let file = try openCheckpoint(path, fileName: Self.fileName)
    let metadata = try CheckpointMetadata(file)
    configuration = try metadata.configuration()
    let parts = ModelParts(file, metadata, configuration, engine: engine)
    (tokenizer, versionWarning) = try parts.tokenizer.get()
    information = try metadata.decode(ModelInformation.self, CheckpointKey.information)
    precision = try metadata.weightPrecision()
    try parts.soundness.get()
    do {
      weights = .file(try FileParameters(file, ParameterLayout(configuration), precision))
    } catch {
      throw .file(.format(error))
    }
    companion = try parts.companion.get()
    lexicon = try file.lexicon()
  }

  /// Writes the file into `folder`, replacing it atomically.
  ///
  /// - Throws: `CheckpointError.file` where the system refuses.
  package func write(to folder: String) throws(CheckpointError) {
    try write(toFile: folder + "/" + Self.fileName)
  }

  /// Writes the file at `path`, replacing it atomically.
  ///
  /// - Throws: `CheckpointError.file` where the system refuses.
  package func write(toFile path: String) throws(CheckpointError) {
    var metadata = CheckpointMetadata.texts(
      configuration, tokenizer, precision, hasNGrams: companion != nil)
    metadata[CheckpointKey.information] = jsonText(information)
    let layout = ParameterLayout(configuration)
    var writer = SafeTensorsWriter(metadata: metadata)
    if precision == .int8 {
      writer.metadata[CheckpointKey.quantization] = CheckpointKey.quantizationName
      writer.addQuantized(parameters, layout)
    } else {
      writer.add(parameters, layout)
    }
    if let companion {
      writer.metadata[CheckpointKey.ngrams] = jsonText(
        NGramRecord(order: companion.model.order, gate: companion.gate))
      writer.add(companion.model)
    }
    if let lexicon { writer.add(lexicon) }
    try writeCheckpoint(writer, to: path)
  }
}

extension ModelFile {
  /// The file at `path`, or that of the checkpoint's folder `path`.
  package static func location(of path: String) -> String {
    checkpointFile(path, fileName: fileName)
  }

  /// The same model with its matrices as whole numbers of 8 bits.
  package func quantized() -> ModelFile {
    precision == .int8 ? self : ModelFile(rounding: self)
  }

  /// The same model with weights of which `share`, 0 to 1, comes from `other`; nil where that has another
  /// shape or other tokens.
  package func blended(with other: ModelFile, share: Double) -> ModelFile? {
    guard configuration == other.configuration, tokenizer.unit == other.tokenizer.unit,
      tokenizer.vocabulary.hasTokens(of: other.tokenizer.vocabulary)
    else { return nil }
    let share = Float(share)
    let values = zip(parameters, other.parameters).map { $0 + share * ($1 - $0) }
    return ModelFile(self, values, .float32)
  }

  private init(rounding file: ModelFile) {
    self.init(file, ParameterLayout(file.configuration).rounded(file.parameters), .int8)
  }

  /// `file` with other weights.
  private init(_ file: ModelFile, _ values: [Float], _ precision: ProductPrecision) {
    configuration = file.configuration
    weights = .values(values)
    self.precision = precision
    companion = file.companion
    lexicon = file.lexicon
    tokenizer = file.tokenizer
    information = file.information
    versionWarning = file.versionWarning
  }

  /// The model, ready to predict with products of `precision`, or of that of the file.
  ///
  /// With int8 it predicts what the quantized file does, to the bit.
  package func makeModel(
    precision: ProductPrecision? = nil, engine: Engine
  ) -> LanguageModel {
    let precision = precision ?? self.precision
    let source = precision == .int8 ? quantized() : self
    let network = source.weights.makeNetwork(
      configuration, precision: precision, engine: engine)
    return LanguageModel(network, companion: companion)
  }
}

/// Opens the checkpoint file at `path`, or `fileName` in the folder `path`.
package func openCheckpoint(
  _ path: String, fileName: String
) throws(CheckpointError) -> SafeTensorsFile {
  let file = checkpointFile(path, fileName: fileName)
  guard FileSystem.exists(file) else { throw .missing(path: file) }
  do {
    return try SafeTensorsFile(path: file)
  } catch {
    throw .file(.format(error))
  }
}

/// The path of the file at `path`, or of `fileName` in the folder `path`.
private func checkpointFile(_ path: String, fileName: String) -> String {
  FileSystem.isFolder(path) ? path + "/" + fileName : path
}

/// Writes a checkpoint file, with its errors as sentences.
package func writeCheckpoint(
  _ writer: SafeTensorsWriter, to path: String
) throws(CheckpointError) {
  do {
    try writer.write(to: path)
  } catch let error as FileError {
    throw .file(.system(error))
  } catch {
    throw .file(.other("\(error)"))
  }
}
