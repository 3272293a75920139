public import Compute
public import Layers
package import SafeTensors
public import Tokenization

/// `model.safetensors`: weights, configuration, vocabulary and history of a model in one file.
///
/// Tensors have PyTorch's names and layouts; all else is JSON in the metadata.
public struct ModelFile: Sendable {
  /// The name of the file in a checkpoint's folder.
  public static let fileName = "model.safetensors"

  /// The shape of the network.
  public let configuration: NetworkConfiguration
  /// The weights: a flat vector in the layout of `configuration`.
  public let parameters: [Float]
  /// Text to tokens and back.
  public let tokenizer: any Tokenizer
  /// How the model was trained.
  public let information: ModelInformation

  /// A file's content.
  public init(
    configuration: NetworkConfiguration, parameters: [Float], tokenizer: any Tokenizer,
    information: ModelInformation
  ) {
    self.configuration = configuration
    self.parameters = parameters
    self.tokenizer = tokenizer
    self.information = information
  }

  /// Reads a file, or the model of a checkpoint's folder.
  ///
  /// - Throws: `CheckpointError` where the file is missing, damaged, altered, newer than this
  ///   program, or no checkpoint at all.
  public init(contentsOf path: String) throws(CheckpointError) {
    let file = try openCheckpoint(path, fileName: Self.fileName)
    let metadata = try CheckpointMetadata(file)
    configuration = try metadata.configuration()
    tokenizer = try metadata.tokenizer(for: configuration)
    information = try metadata.decode(ModelInformation.self, CheckpointKey.information)
    let layout = ParameterLayout(configuration)
    do {
      try file.verifyChecksum()
      try file.requireFinite()
      parameters = try file.parameters(layout)
    } catch {
      throw .file(detail: error.description)
    }
  }

  /// Writes the file into `folder`, replacing it atomically.
  ///
  /// - Throws: `CheckpointError.file` where the system refuses.
  public func write(to folder: String) throws(CheckpointError) {
    var metadata = CheckpointMetadata.texts(configuration, tokenizer)
    metadata[CheckpointKey.information] = jsonText(information)
    var writer = SafeTensorsWriter(metadata: metadata)
    writer.add(parameters, ParameterLayout(configuration))
    try writeCheckpoint(writer, to: folder + "/" + Self.fileName)
  }

  /// The model, ready to predict.
  public func makeModel(engine: Engine) -> LanguageModel {
    LanguageModel(configuration, parameters: parameters, engine: engine)
  }
}

/// Opens the checkpoint file at `path`, or `fileName` in the folder `path`.
package func openCheckpoint(
  _ path: String, fileName: String
) throws(CheckpointError) -> SafeTensorsFile {
  let file = FileSystem.isFolder(path) ? path + "/" + fileName : path
  guard FileSystem.exists(file) else { throw .missing(path: file) }
  do {
    return try SafeTensorsFile(path: file)
  } catch {
    throw .file(detail: error.description)
  }
}

/// Writes a checkpoint file, with its errors as sentences.
package func writeCheckpoint(
  _ writer: SafeTensorsWriter, to path: String
) throws(CheckpointError) {
  do {
    try writer.write(to: path)
  } catch {
    throw .file(detail: "\(error)")
  }
}
