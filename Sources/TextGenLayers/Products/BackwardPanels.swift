import TextGenCompute

/// The same weights as `ForwardPanels`, turned: 64 columns are 64 inputs, and the 64 outputs of a panel are summed
/// over, in words: (⌈D/64⌉, panels, 4, words of 64, 16).
struct BackwardPanels {
  let precision: ProductPrecision
  private let panelCount: Int
  private let words: FloatBuffer

  /// Room for `panelCount` panels of `depth` inputs.
  init(panelCount: Int, depth: Int, _ precision: ProductPrecision) {
    self.precision = precision
    self.panelCount = panelCount
    words = FloatBuffer(count: (depth + 63) / 64 * panelCount * precision.words(64) * 64)
  }

  /// Whether nothing is held: there is no training.
  var isEmpty: Bool { words.count == 0 }

  /// The weights of 64 inputs, block `block`, of the outputs of `panel` from `output` on; blocks of the
  /// product are panels, and those of the next 64 inputs follow as a further panel.
  func operand(block: Int, panel: Int, from output: Int = 0) -> Operand {
    let vector = precision.words(64) * 16
    return Operand(
      words, offset: (block * panelCount + panel) * 4 * vector + precision.words(output) * 16,
      depthStride: 16, vectorStride: vector, blockStride: 4 * vector,
      panelStride: panelCount * 4 * vector)
  }

  /// Writes `rows` rows of `depth` weights as those of the outputs of `panel` from `output` on.
  func pack(
    _ weights: LayerInput, rows: Int, depth: Int, panel: Int, from output: Int = 0,
    _ engine: Engine
  ) {
    let vector = precision.words(64) * 16
    for column in stride(from: 0, to: depth, by: 16) {
      let count = min(16, depth - column)
      let target =
        ((column / 64 * panelCount + panel) * 4 + column % 64 / 16) * vector
        + precision.words(output) * 16
      if precision == .bfloat16 {
        engine.pairRows(
          rows: rows, count: count, from: weights.buffer, at: weights.offset + column,
          stride: weights.stride, to: words, at: target, stride: 16)
      } else {
        for row in 0..<rows {
          words.copy(
            count, from: weights.buffer, at: weights.offset + row * weights.stride + column,
            to: target + row * 16)
        }
      }
    }
  }
}
