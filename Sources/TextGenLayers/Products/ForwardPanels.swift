import TextGenCompute

/// Panels of 64 columns as the right sides of products, in words: (panels, words of depth, 64).
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

  /// The columns of `panel` from `column` on; those of further panels follow.
  func operand(panel: Int, column: Int = 0) -> Operand {
    let size = precision.words(depth) * 64
    return Operand(
      words, offset: panel * size + column, depthStride: 64, panelStride: size,
      scales: precision == .int8
        ? Scales(scales, starts: starts, at: panel * 64 + column) : nil)
  }

  /// Writes `rows` rows of weights, which begin at `place` of `parameters`, as columns of `panel` from
  /// `column` on.
  func pack(
    _ parameters: PackingSource, at place: Int, rows: Int, panel: Int, column: Int,
    _ engine: Engine
  ) {
    let offset = panel * precision.words(depth) * 64 + column
    if precision == .int8 {
      let isPacked = parameters.withNumbers(rows * depth, at: place) { numbers, factors in
        engine.packColumns(
          rows: rows, depth: depth, from: numbers, times: factors, to: words, at: offset,
          scales: scales, starts: starts, at: panel * 64 + column)
      }
      if isPacked { return }
    }
    let weights = parameters.rows(rows, width: depth, at: place)
    var source = weights
    switch precision {
    case .int8:
      return engine.quantizeColumns(
        rows: rows, depth: depth, from: weights.buffer, at: weights.offset,
        stride: weights.stride, to: words, at: offset, scales: scales, starts: starts,
        at: panel * 64 + column)
    case .bfloat16:
      let count = precision.words(depth)
      source = LayerInput(buffer: FloatBuffer(count: rows * count), offset: 0, stride: count)
      engine.pairColumns(
        rows: rows, count: depth, from: weights.buffer, at: weights.offset,
        stride: weights.stride, to: source.buffer, at: 0, stride: count)
    case .float32: break
    }
    engine.transpose(
      rows: rows, depth: precision.words(depth), weights: source.buffer, at: source.offset,
      rowStride: source.stride, to: words, at: offset)
  }
}
