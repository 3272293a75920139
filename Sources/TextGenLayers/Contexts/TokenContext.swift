import TextGenCompute

/// What the first layer reads where it does not read single tokens: a row for each place of a text, made
/// of the embeddings of the token read last and of earlier ones.
protocol TokenContext: Sendable {
  /// Floats of a row.
  var width: Int { get }
  /// Embeddings are read as the nearest multiples of one by this; nil where they are read as they are.
  var embeddingGrid: Float? { get }
  /// What is remembered of a text before its first token.
  var emptyMemory: [Float] { get }

  /// Whether `memory`, which may come from a file, is one of a text of `vocabularySize` tokens.
  func accepts(_ memory: ArraySlice<Float>, vocabularySize: Int) -> Bool

  /// Reads `tokens` of one text and writes a row after each; `memory` moves on.
  ///
  /// `embedding` holds a row for each token of the vocabulary.
  func read(
    _ tokens: [Int32], _ memory: inout [Float], _ embedding: LayerInput, to rows: LayerInput,
    _ engine: Engine)

  /// Adds what the gradients of the rows of `tokens`, which were read after `memory`, make of that of each
  /// embedding: D floats at `offset(place, token)`, where places before the first of `tokens` are below 0.
  /// A nil offset leaves it out.
  func addGradient(
    of rows: LayerInput, _ tokens: [Int32], after memory: [Float], to gradient: FloatBuffer,
    _ engine: Engine, at offset: (_ place: Int, _ token: Int) -> Int?)
}

extension TokenContext {
  var embeddingGrid: Float? { nil }
}

extension NetworkConfiguration {
  /// What the first layer reads in place of single tokens; nil where those are all.
  var context: (any TokenContext)? {
    switch architecture {
    case .unigram, .recurrent, .transformer: nil
    case .window(let length): WindowContext(length: length, embeddingSize: embeddingSize)
    case .bag(let lineBreak): BagContext(lineBreak: lineBreak, embeddingSize: embeddingSize)
    }
  }
}
