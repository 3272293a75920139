extension NetworkConfiguration: Codable {
  private enum CodingKeys: String, CodingKey {
    case architecture
    case cell
    case contextLength = "context_length"
    case headCount = "heads"
    case lineBreak = "line_break"
    case layerCount = "layers"
    case vocabularySize = "vocabulary_size"
    case embeddingSize = "embedding_size"
    case hiddenSize = "hidden_size"
    case tiesEmbeddings = "tie_embeddings"
  }

  /// Reads an object with the keys of the command's options; one without an architecture is recurrent.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    let kind = try values.decodeIfPresent(Architecture.Kind.self, forKey: .architecture)
    let architecture: Architecture =
      switch kind ?? .recurrent {
      case .unigram: .unigram
      case .recurrent: .recurrent(try values.decode(CellKind.self, forKey: .cell))
      case .window: .window(length: try values.decode(Int.self, forKey: .contextLength))
      case .bag: .bag(lineBreak: try values.decode(Int32.self, forKey: .lineBreak))
      case .transformer:
        .transformer(
          headCount: try values.decode(Int.self, forKey: .headCount),
          contextLength: try values.decode(Int.self, forKey: .contextLength))
      }
    self.init(
      architecture, layerCount: try values.decode(Int.self, forKey: .layerCount),
      vocabularySize: try values.decode(Int.self, forKey: .vocabularySize),
      embeddingSize: try values.decode(Int.self, forKey: .embeddingSize),
      hiddenSize: try values.decode(Int.self, forKey: .hiddenSize),
      tiesEmbeddings: try values.decode(Bool.self, forKey: .tiesEmbeddings))
  }

  /// Writes what `init(from:)` reads.
  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    if cell == nil { try values.encode(architecture.kind, forKey: .architecture) }
    try values.encodeIfPresent(cell, forKey: .cell)
    try values.encodeIfPresent(architecture.contextLength, forKey: .contextLength)
    try values.encodeIfPresent(architecture.headCount, forKey: .headCount)
    if case .bag(let lineBreak) = architecture {
      try values.encode(lineBreak, forKey: .lineBreak)
    }
    try values.encode(layerCount, forKey: .layerCount)
    try values.encode(vocabularySize, forKey: .vocabularySize)
    try values.encode(embeddingSize, forKey: .embeddingSize)
    try values.encode(hiddenSize, forKey: .hiddenSize)
    try values.encode(tiesEmbeddings, forKey: .tiesEmbeddings)
  }
}
