import FoundationEssentials
package import TextGenCompute
package import TextGenLayers
import TextGenSafeTensors
package import TextGenTokenization

/// What a model's file says of itself: everything but its weights, which are not read, so that a folder
/// of models is listed at once.
package struct ModelSummary: Sendable {
  /// The shape of the network.
  package let configuration: NetworkConfiguration
  /// What a token is.
  package let unit: TokenUnit
  /// What the file holds the weights as.
  package let precision: ProductPrecision
  /// The most tokens of the n-grams beside the network; nil where there are none.
  package let ngramOrder: Int?
  /// How the model was trained.
  package let information: ModelInformation
  /// The size of the file.
  package let byteCount: Int

  /// Reads the head of a file, or of the model in a checkpoint's folder.
  ///
  /// - Throws: `CheckpointError` where the file is missing, newer than this program or no model; that its
  ///   weights are whole is not checked.
  package init(contentsOf path: String) throws(CheckpointError) {
    let file = try openCheckpoint(path, fileName: ModelFile.fileName)
    let metadata = try CheckpointMetadata(file)
    configuration = try metadata.configuration()
    unit = try metadata.decode(UnitRecord.self, CheckpointKey.tokenizer).unit
    precision = try metadata.weightPrecision()
    ngramOrder =
      file.metadata[CheckpointKey.ngrams] == nil
      ? nil : try metadata.decode(OrderRecord.self, CheckpointKey.ngrams).order
    information = try metadata.decode(ModelInformation.self, CheckpointKey.information)
    byteCount = file.byteCount
  }

  /// Whether `other` is of the same network, trained on the same text from the same start: an earlier or
  /// later state of one run, or a copy with other weights.
  package func isOfSameRun(as other: ModelSummary) -> Bool {
    let (mine, theirs) = (information, other.information)
    return configuration == other.configuration && unit == other.unit
      && mine.corpus == theirs.corpus && mine.trainingCharacters == theirs.trainingCharacters
      && mine.seed == theirs.seed && mine.startingModel == theirs.startingModel
  }
}

/// The part of a tokenizer that says what its tokens are.
private struct UnitRecord: Decodable {
  let unit: TokenUnit
}

/// The part of the record of n-grams that says how long they are.
private struct OrderRecord: Decodable {
  let order: Int
}
