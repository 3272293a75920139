/// The shape of a recurrent language model: what its parameters are.
public struct NetworkConfiguration: Sendable, Hashable, Codable {
  /// The recurrent cell.
  public var cell: CellKind
  /// Recurrent layers, 1 or more.
  public var layerCount: Int
  /// Tokens in the vocabulary, V.
  public var vocabularySize: Int
  /// Floats that stand for a token, D.
  public var embeddingSize: Int
  /// Units of a recurrent layer, H.
  public var hiddenSize: Int
  /// Whether the output layer's weights are the embedding's (Press and Wolf 2017); then D is H.
  public var tiesEmbeddings: Bool

  enum CodingKeys: String, CodingKey {
    case cell
    case layerCount = "layers"
    case vocabularySize = "vocabulary_size"
    case embeddingSize = "embedding_size"
    case hiddenSize = "hidden_size"
    case tiesEmbeddings = "tie_embeddings"
  }

  /// A configuration with the given sizes.
  public init(
    cell: CellKind, layerCount: Int, vocabularySize: Int, embeddingSize: Int, hiddenSize: Int,
    tiesEmbeddings: Bool = false
  ) {
    self.cell = cell
    self.layerCount = layerCount
    self.vocabularySize = vocabularySize
    self.embeddingSize = embeddingSize
    self.hiddenSize = hiddenSize
    self.tiesEmbeddings = tiesEmbeddings
  }

  /// The legal sizes; products of two stay far below the largest integer.
  public static let sizes = 1...(1 << 20)

  /// Checks every size.
  ///
  /// - Throws: `ConfigurationError` naming the first size that is not legal.
  public func validate() throws(ConfigurationError) {
    let named = [
      ("layers", layerCount, 1...64), ("vocabulary size", vocabularySize, Self.sizes),
      ("embedding size", embeddingSize, 1...65_536), ("hidden size", hiddenSize, 1...65_536),
    ]
    for (name, size, legal) in named where !legal.contains(size) {
      throw .size(name: name, found: size, legal: legal)
    }
    if tiesEmbeddings && embeddingSize != hiddenSize {
      throw .tiedSizes(embedding: embeddingSize, hidden: hiddenSize)
    }
  }

  /// Floats that a layer reads at each step: the embedding's, or the layer's below.
  func inputSize(ofLayer layer: Int) -> Int { layer == 0 ? embeddingSize : hiddenSize }
}

/// A configuration that no network can have.
public enum ConfigurationError: Error, Hashable, CustomStringConvertible {
  /// A size outside its range.
  case size(name: String, found: Int, legal: ClosedRange<Int>)
  /// Tied embeddings whose size is not the hidden size.
  case tiedSizes(embedding: Int, hidden: Int)

  /// One sentence: what was found and what is expected.
  public var description: String {
    switch self {
    case .size(let name, let found, let legal):
      "the \(name) is \(found), but must be from \(legal.lowerBound) to \(legal.upperBound)"
    case .tiedSizes(let embedding, let hidden):
      "tied embeddings need an embedding as wide as a layer, but the embedding size is "
        + "\(embedding) and the hidden size \(hidden); make them equal or untie them"
    }
  }
}
