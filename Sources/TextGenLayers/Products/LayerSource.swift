import TextGenCompute

/// Rows of floats that a layer reads: `stride` apart from `offset`, step by step.
struct LayerInput {
  let buffer: FloatBuffer
  let offset: Int
  let stride: Int

  /// The rows from `row` on.
  func rows(from row: Int) -> LayerInput {
    LayerInput(buffer: buffer, offset: offset + row * stride, stride: stride)
  }

  /// The rows of text `text` of `count` side by side.
  func text(_ text: Int, of count: Int) -> LayerInput {
    LayerInput(buffer: buffer, offset: offset + text * stride, stride: count * stride)
  }
}

extension ArraySlice<Int32> {
  /// The tokens of text `text` of `count` side by side.
  func text(_ text: Int, of count: Int) -> [Int32] {
    Swift.stride(from: startIndex + text, to: endIndex, by: count).map { self[$0] }
  }
}

/// What a recurrent layer reads.
enum LayerSource {
  /// Embeddings, or the outputs of the layer below.
  case rows(LayerInput)
  /// Tokens, (T, N), through a table of what the input projection makes of each.
  case tokens(ArraySlice<Int32>, TokenTable)
}

/// `count` blocks of `columns` columns each, from block `first` of 64 columns on.
struct ColumnBlocks {
  let first, count, columns: Int
}

/// The columns of a matrix in blocks of 64, the last of which may be short: one or two runs.
func columnBlocks(_ columns: Int) -> [ColumnBlocks] {
  let whole = columns / 64
  let rest = columns % 64
  return [
    ColumnBlocks(first: 0, count: whole, columns: 64),
    ColumnBlocks(first: whole, count: 1, columns: rest),
  ].filter { $0.count > 0 && $0.columns > 0 }
}
