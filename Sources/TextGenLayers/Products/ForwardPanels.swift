import TextGenCompute

/// Panels of 64 columns as the right sides of products, in words: (panels, 4, words of depth, 16), so that what
/// a narrow tile reads lies in a row.
struct ForwardPanels {
  let precision: ProductPrecision
  private let depth: Int
  private let words: FloatBuffer
  /// (panels, 64) of whole numbers: the scale of each column, and what its sums start with.
  private let scales, starts: FloatBuffer

  /// Room for `count` panels of `depth` rows; at least one, since a product of no depth also has a place.
  init(count: Int, depth: Int, _ precision: ProductPrecision) {
    self.precision = precision
    self.depth = depth
    words = FloatBuffer(count: count * max(1, precision.words(depth)) * 64)
    scales = FloatBuffer(count: precision == .int8 ? count * 64 : 0)
    starts = FloatBuffer(count: precision == .int8 ? count * 64 : 0)
  }

  /// Words from 16 columns to the next.
  private var vectorStride: Int { precision.words(depth) * 16 }

  /// Where a column begins, a multiple of 16.
  private func offset(panel: Int, column: Int) -> Int {
    precondition(column % 16 == 0, "column \(column), expected a multiple of 16")
    return (panel * 4 + column / 16) * vectorStride
  }

  /// The columns of `panel` from `column` on, a multiple of 16; those of further panels follow.
  func operand(panel: Int, column: Int = 0) -> Operand {
    Operand(
      words, offset: offset(panel: panel, column: column), depthStride: 16,
      vectorStride: vectorStride, panelStride: 4 * vectorStride,
      scales: precision == .int8
        ? Scales(scales, starts: starts, at: panel * 64 + column) : nil)
  }

  /// Writes `rows` rows of weights, which begin at `place` of `parameters`, as columns of `panel` from
  /// `column` on, a multiple of 16.
  func pack(
    _ parameters: PackingSource, at place: Int, rows: Int, panel: Int, column: Int,
    _ engine: Engine
  ) {
    let offset = offset(panel: panel, column: column)
    if precision == .int8 {
      let isPacked = parameters.withNumbers(rows * depth, at: place) { numbers, factors in
        engine.packColumns(
          rows: rows, depth: depth, from: numbers, times: factors, to: words, at: offset,
          vectorStride: vectorStride, scales: scales, starts: starts, at: panel * 64 + column)
      }
      if isPacked { return }
    }
    let weights = parameters.rows(rows, width: depth, at: place)
    var source = weights
    switch precision {
    case .int8:
      return engine.quantizeColumns(
        rows: rows, depth: depth, from: weights.buffer, at: weights.offset,
        stride: weights.stride, to: words, at: offset, vectorStride: vectorStride, scales: scales,
        starts: starts, at: panel * 64 + column)
    case .bfloat16:
      let count = precision.words(depth)
      source = LayerInput(buffer: FloatBuffer(count: rows * count), offset: 0, stride: count)
      engine.pairColumns(
        rows: rows, count: depth, from: weights.buffer, at: weights.offset,
        stride: weights.stride, to: source.buffer, at: 0, stride: count)
    case .float32: break
    }
    for row in stride(from: 0, to: rows, by: 16) {
      engine.transpose(
        rows: min(16, rows - row), depth: precision.words(depth), weights: source.buffer,
        at: source.offset + row * source.stride, rowStride: source.stride, to: words,
        at: offset + row / 16 * vectorStride, stride: 16)
    }
  }
}
