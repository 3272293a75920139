// Activations and gate gradients as the sides of products.
//
// With floats the sides are the activations themselves: nothing is copied. With fewer bits they are
// copies in words, made a stretch of steps at a time, while the floats are in the cache:
//
//   inputs        (rows, words of D)       left side forward, summed over D
//   gate columns  (steps, panels, N, 32)   left side backward, summed over gates
//   gate rows     (steps, panels, ⌈N/2⌉, 64), source columns (⌈D/16⌉, steps, ⌈N/2⌉, 16)
//                                          both sides of weight gradients, summed over rows
//
// Narrow tiles read floats of a source 16 columns at a time, too.

import TextGenCompute

/// Rows as the left side of a product.
struct LeftSide {
  let rows: LayerInput
  /// The scale of each row of whole numbers.
  let scales: FloatBuffer?

  /// The rows from `row` on.
  func operand(from row: Int) -> Operand {
    Operand(
      rows.buffer, offset: rows.offset + row * rows.stride, rowStride: rows.stride,
      depthStride: 1,
      scales: scales.map { Scales($0, at: row) })
  }
}

/// Rows of some steps as the right side of a weight gradient, which sums over them.
struct RightSide {
  fileprivate let buffer: FloatBuffer
  fileprivate let offset, rowStride, vectorStride, stepStride: Int

  /// The columns from `column` on, a multiple of 64; a block is a step, further panels are the next columns.
  func operand(from column: Int) -> Operand {
    Operand(
      buffer, offset: offset + column / 16 * vectorStride, depthStride: rowStride,
      vectorStride: vectorStride, blockStride: stepStride, panelStride: 4 * vectorStride)
  }
}

/// The sides of the products of one shard over stretches of up to `maximumSteps` steps.
///
/// The output layer uses the same with logits in place of gates, and a block of rows as one step.
struct ProductSides {
  let precision: ProductPrecision
  /// Rows of a step, N.
  private var rows: Int
  private let panelCount: Int
  private let stride: Int
  private let inputs, scales, gateColumns, gateRows, sourceColumns: FloatBuffer

  /// Room for layers of up to `panelCount` panels that read up to `width` floats a row.
  init(
    _ precision: ProductPrecision, rows: Int, panelCount: Int, width: Int, maximumSteps: Int,
    forTraining: Bool
  ) {
    self.precision = precision
    self.rows = rows
    self.panelCount = panelCount
    // Sixteen more words keep rows off the same cache sets.
    stride = (width + 15) / 16 * 16 + 16
    let steps = precision == .bfloat16 && forTraining ? maximumSteps : 0
    let pairs = (rows + 1) / 2
    let sourceSteps = forTraining ? maximumSteps : 0
    inputs = FloatBuffer(count: precision == .float32 ? 0 : maximumSteps * rows * stride)
    scales = FloatBuffer(count: precision == .int8 ? maximumSteps * rows : 0)
    gateColumns = FloatBuffer(count: steps * panelCount * rows * 32)
    gateRows = FloatBuffer(count: steps * panelCount * pairs * 64)
    sourceColumns = FloatBuffer(count: sourceSteps * precision.words(rows) * stride)
  }

  /// The same for steps of `rows` rows, no more than there is room for.
  func of(rows: Int) -> ProductSides {
    precondition(rows <= self.rows, "\(rows) rows in place of \(self.rows)")
    var sides = self
    sides.rows = rows
    return sides
  }

  /// The first `count` of `input`'s rows, each `width` floats, as the left side of a product, which
  /// holds until the next call.
  func left(_ input: LayerInput, count: Int, width: Int, _ engine: Engine) -> LeftSide {
    let words = LayerInput(buffer: inputs, offset: 0, stride: stride)
    switch precision {
    case .float32: return LeftSide(rows: input, scales: nil)
    case .bfloat16:
      engine.pairColumns(
        rows: count, count: width, from: input.buffer, at: input.offset, stride: input.stride,
        to: inputs, at: 0, stride: stride)
      return LeftSide(rows: words, scales: nil)
    case .int8:
      engine.quantizeRows(
        rows: count, count: width, from: input.buffer, at: input.offset, stride: input.stride,
        to: inputs, at: 0, stride: stride, scales: scales, at: 0)
      return LeftSide(rows: words, scales: scales)
    }
  }

  /// Takes over the gate gradients of a step, which is number `index` of the stretch.
  func pairGates(_ gates: FloatBuffer, step: Int, index: Int, _ engine: Engine) {
    guard precision == .bfloat16 else { return }
    let size = panelCount * rows * 64
    engine.pairColumns(
      rows: 1, count: size, from: gates, at: step * size, stride: 0, to: gateColumns,
      at: index * size / 2, stride: 0)
    let pairs = (rows + 1) / 2
    for panel in 0..<panelCount {
      engine.pairRows(
        rows: rows, count: 64, from: gates, at: step * size + panel * rows * 64, stride: 64,
        to: gateRows, at: (index * panelCount + panel) * pairs * 64, stride: 64)
    }
  }

  /// The gate gradients of a step as a left side: (panels, N, gates from `column` on).
  func gates(
    _ gates: FloatBuffer, step: Int, index: Int, panel: Int, column: Int
  ) -> Operand {
    guard precision == .bfloat16 else {
      return Operand(
        gates, offset: (step * panelCount + panel) * rows * 64 + column, rowStride: 64,
        depthStride: 1, blockStride: rows * 64)
    }
    return Operand(
      gateColumns, offset: (index * panelCount + panel) * rows * 32 + column / 2, rowStride: 32,
      depthStride: 1, blockStride: rows * 32)
  }

  /// The gate gradients of the stretch that begins at `step`, read by columns from `column` on; a
  /// block is a step.
  func gatesByColumns(_ gates: FloatBuffer, from step: Int, panel: Int, column: Int) -> Operand {
    guard precision == .bfloat16 else {
      return Operand(
        gates, offset: (step * panelCount + panel) * rows * 64 + column, rowStride: 1,
        depthStride: 64, blockStride: panelCount * rows * 64)
    }
    let pairs = (rows + 1) / 2
    return Operand(
      gateRows, offset: panel * pairs * 64 + column, rowStride: 1, depthStride: 64,
      blockStride: panelCount * pairs * 64)
  }

  /// `steps` steps of `source`, `width` floats a row, as the right side of a weight gradient, which holds until
  /// the next call.
  func source(_ source: LayerInput, steps: Int, width: Int, _ engine: Engine) -> RightSide {
    if precision == .float32 && !engine.instructionSet.readsNarrowColumns {
      return RightSide(
        buffer: source.buffer, offset: source.offset, rowStride: source.stride, vectorStride: 16,
        stepStride: rows * source.stride)
    }
    let vectorStride = steps * depthOfRows * 16
    for column in Swift.stride(from: 0, to: width, by: 16) {
      let count = min(16, width - column)
      let target = column / 16 * vectorStride
      if precision == .float32 {
        engine.copyRows(
          steps * rows, count: count, from: source.buffer, at: source.offset + column,
          stride: source.stride, to: sourceColumns, at: target, stride: 16)
      } else {
        for step in 0..<steps {
          let part = source.rows(from: step * rows)
          engine.pairRows(
            rows: rows, count: count, from: part.buffer, at: part.offset + column,
            stride: part.stride, to: sourceColumns, at: target + step * depthOfRows * 16,
            stride: 16)
        }
      }
    }
    return RightSide(
      buffer: sourceColumns, offset: 0, rowStride: 16, vectorStride: vectorStride,
      stepStride: depthOfRows * 16)
  }

  /// Words of the rows of one step, summed over in a weight gradient.
  var depthOfRows: Int { precision.words(rows) }
}
