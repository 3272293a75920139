package import TextGenLayers

extension Architecture {
  /// One of each kind and cell, for small vocabularies.
  package static let samples = layered + [.unigram]

  /// Those that have layers.
  package static let layered =
    CellKind.allCases.map(Architecture.recurrent)
    + [.window(length: 3), .bag(lineBreak: 2), .transformer(headCount: 2, contextLength: 3)]

  /// A configuration of about these sizes; those of a transformer are the least that there are.
  package func configuration(
    layers: Int, vocabulary: Int, embedding: Int, hidden: Int, tied: Bool = false
  ) -> NetworkConfiguration {
    let fixed = headCount.map { 32 * $0 }
    return NetworkConfiguration(
      self, layerCount: layers, vocabularySize: vocabulary,
      embeddingSize: fixed ?? embedding, hiddenSize: fixed ?? hidden, tiesEmbeddings: tied)
  }
}
