import Compute

/// Rows of floats that a layer reads: `stride` apart from `offset`, step by step.
struct LayerInput {
  let buffer: FloatBuffer
  let offset: Int
  let stride: Int

  /// The rows from `row` on.
  func rows(from row: Int) -> LayerInput {
    LayerInput(buffer: buffer, offset: offset + row * stride, stride: stride)
  }
}

/// What a recurrent layer reads.
enum LayerSource {
  /// Embeddings, or the outputs of the layer below.
  case rows(LayerInput)
  /// Tokens, (T, N), through a table of what the input projection makes of each.
  case tokens(ArraySlice<Int32>, TokenTable)
}
