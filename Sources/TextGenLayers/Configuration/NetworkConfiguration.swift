/// The shape of a neural language model: what its parameters are.
package struct NetworkConfiguration: Sendable, Hashable {
  /// How it encodes the tokens before a position.
  package var architecture: Architecture
  /// Layers between the embedding and the output layer, 1 or more; a unigram has none.
  package var layerCount: Int
  /// Tokens in the vocabulary, V.
  package var vocabularySize: Int
  /// Floats that stand for a token, D.
  package var embeddingSize: Int
  /// Units of a layer, H.
  package var hiddenSize: Int
  /// Whether the output layer's weights are the embedding's (Press and Wolf 2017); then D is H.
  package var tiesEmbeddings: Bool

  /// A configuration with the given sizes; those of layers do not count for a unigram.
  package init(
    _ architecture: Architecture, layerCount: Int, vocabularySize: Int, embeddingSize: Int,
    hiddenSize: Int, tiesEmbeddings: Bool = false
  ) {
    let isEmpty = architecture == .unigram
    self.architecture = architecture
    self.layerCount = isEmpty ? 0 : layerCount
    self.vocabularySize = vocabularySize
    self.embeddingSize = isEmpty ? 0 : embeddingSize
    self.hiddenSize = isEmpty ? 0 : hiddenSize
    self.tiesEmbeddings = isEmpty ? false : tiesEmbeddings
  }

  /// A recurrent network of these sizes.
  package init(
    cell: CellKind, layerCount: Int, vocabularySize: Int, embeddingSize: Int, hiddenSize: Int,
    tiesEmbeddings: Bool = false
  ) {
    self.init(
      .recurrent(cell), layerCount: layerCount, vocabularySize: vocabularySize,
      embeddingSize: embeddingSize, hiddenSize: hiddenSize, tiesEmbeddings: tiesEmbeddings)
  }

  /// The recurrent cell; nil where layers have no memory.
  package var cell: CellKind? {
    if case .recurrent(let cell) = architecture { cell } else { nil }
  }

  /// The legal sizes; products of two stay far below the largest integer.
  package static let sizes = 1...(1 << 20)

  /// Checks every size.
  ///
  /// - Throws: `ConfigurationError` naming the first size that is not legal.
  package func validate() throws(ConfigurationError) {
    let layers = [
      ("layers", layerCount, 1...64), ("embedding size", embeddingSize, 1...65_536),
      ("hidden size", hiddenSize, 1...65_536),
    ]
    let named = [("vocabulary size", vocabularySize, Self.sizes)]
    for (name, size, legal) in named + (architecture == .unigram ? [] : layers) + contextSizes
    where !legal.contains(size) {
      throw .size(name: name, found: size, legal: legal)
    }
    if case .transformer(let heads, _) = architecture {
      if embeddingSize != hiddenSize {
        throw .unequalSizes(embedding: embeddingSize, hidden: hiddenSize)
      }
      if ![32, 64].contains(where: { $0 * heads == hiddenSize }) {
        throw .heads(count: heads, hidden: hiddenSize)
      }
    }
    if tiesEmbeddings && embeddingSize != hiddenSize {
      throw .tiedSizes(embedding: embeddingSize, hidden: hiddenSize)
    }
  }

  private var contextSizes: [(String, Int, ClosedRange<Int>)] {
    switch architecture {
    case .unigram, .recurrent: []
    case .window(let length):
      [("context length", length, 1...max(1, min(1024, 65_536 / max(embeddingSize, 1))))]
    case .bag(let lineBreak): [("line break", Int(lineBreak), 0...max(0, vocabularySize - 1))]
    case .transformer(let heads, let length):
      [("number of heads", heads, 1...1024), ("context length", length, 1...4096)]
    }
  }

  /// Floats that a layer reads at each step: those of the context, or of the layer below.
  func inputSize(ofLayer layer: Int) -> Int {
    layer == 0 ? context?.width ?? embeddingSize : hiddenSize
  }
}

/// A configuration that no network can have.
package enum ConfigurationError: Error, Hashable, CustomStringConvertible {
  /// A size outside its range.
  case size(name: String, found: Int, legal: ClosedRange<Int>)
  /// Tied embeddings whose size is not the hidden size.
  case tiedSizes(embedding: Int, hidden: Int)
  /// A transformer whose embedding is not as wide as its layers.
  case unequalSizes(embedding: Int, hidden: Int)
  /// Heads that are not 32 or 64 units wide.
  case heads(count: Int, hidden: Int)

  /// One sentence: what was found and what is expected.
  package var description: String {
    switch self {
    case .size(let name, let found, let legal):
      "the \(name) is \(found), but must be from \(legal.lowerBound) to \(legal.upperBound)"
    case .tiedSizes(let embedding, let hidden):
      "tied embeddings need an embedding as wide as a layer, but the embedding size is "
        + "\(embedding) and the hidden size \(hidden); make them equal or untie them"
    case .unequalSizes(let embedding, let hidden):
      "a transformer's embedding is as wide as its layers, but the embedding size is \(embedding) "
        + "and the hidden size \(hidden); make them equal"
    case .heads(let count, let hidden):
      "a transformer's heads are 32 or 64 units wide, but \(count) of them share \(hidden) units; "
        + "make the hidden size \(32 * count) or \(64 * count)"
    }
  }
}
