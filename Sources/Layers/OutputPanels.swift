// The output layer: logits = h · Wᵀ + b in blocks of rows, softmax and its gradient while a block is
// in the cache. No buffer of (T · N, V) exists.

import Compute

/// The output weights in panels of 64 tokens.
final class OutputPanels {
  let vocabularySize: Int
  let hiddenSize: Int
  let panelCount: Int
  let precision: ProductPrecision
  /// (panels, words of H, 64).
  private let weights: ForwardPanels
  /// (⌈H/64⌉, panels, words of 64, 64); empty without training.
  private let backward: FloatBuffer
  /// (panels, 64); -1e30 beyond the vocabulary, so that softmax gives those columns nothing.
  private let bias: FloatBuffer

  init(
    _ configuration: NetworkConfiguration, precision: ProductPrecision, forTraining: Bool
  ) {
    vocabularySize = configuration.vocabularySize
    hiddenSize = configuration.hiddenSize
    self.precision = precision
    panelCount = (vocabularySize + 63) / 64
    weights = ForwardPanels(count: panelCount, depth: hiddenSize, precision)
    backward = FloatBuffer(
      count: forTraining ? (hiddenSize + 63) / 64 * panelCount * precision.words(64) * 64 : 0)
    bias = FloatBuffer(count: panelCount * 64)
    for column in vocabularySize..<panelCount * 64 { bias[column] = -1e30 }
  }

  /// Rows that are worked on together: the logits of a block are at most about 10 MB.
  func blockRows(_ rows: Int) -> Int {
    min(rows, max(64, min(1024, 2_500_000 / (panelCount * 64))))
  }

  /// Tokens of `panel`; the last may be short.
  func tokenCount(_ panel: Int) -> Int { min(64, vocabularySize - panel * 64) }

  /// Reads the weights of one panel from `parameters`.
  func pack(panel: Int, from parameters: FloatBuffer, _ layout: ParameterLayout, engine: Engine) {
    let tokens = tokenCount(panel)
    let rows = LayerInput(
      buffer: parameters, offset: layout.outputWeight.offset + panel * 64 * hiddenSize,
      stride: hiddenSize)
    weights.pack(rows, rows: tokens, panel: panel, column: 0, engine)
    bias.copy(
      tokens, from: parameters, at: layout.outputBias.offset + panel * 64, to: panel * 64)
    guard backward.count > 0 else { return }
    let size = precision.words(64) * 64
    for block in 0..<(hiddenSize + 63) / 64 {
      engine.packBackward(
        rows, rows: tokens, columns: block * 64..<min(block * 64 + 64, hiddenSize), precision,
        to: backward, at: (block * panelCount + panel) * size)
    }
  }

  /// Fills (panels, rows, 64) `logits` for the first `rows` rows of hidden states.
  func forward(
    _ hidden: LayerInput, rows: Int, logits: FloatBuffer, sides: ProductSides, engine: Engine
  ) {
    let left = sides.left(hidden, count: rows, width: hiddenSize, engine)
    project(0..<panelCount, left, rows: rows, to: logits, engine)
  }

  /// Writes some panels of logits (panels, rows, 64).
  func project(
    _ panels: Range<Int>, _ left: LeftSide, rows: Int, to logits: FloatBuffer, _ engine: Engine
  ) {
    engine.product(
      precision, panels: panels.count, rows: rows, columns: 64,
      depth: precision.words(hiddenSize), a: left.operand(from: 0),
      b: weights.operand(panel: panels.lowerBound),
      c: Operand(
        logits, offset: panels.lowerBound * rows * 64, rowStride: 64, panelStride: rows * 64),
      .started(by: Operand(bias, offset: panels.lowerBound * 64)), readsAhead: true)
  }

  /// Takes the gradient in `logits` to the hidden states and the weights; the gradient of the weights
  /// is added to, or replaced, that of the biases added to.
  func backward(
    _ hidden: LayerInput, rows: Int, logits: FloatBuffer, hiddenGradient: LayerInput,
    gradient: FloatBuffer, _ layout: ParameterLayout, _ destination: Destination,
    biasGradient: FloatBuffer, sides: ProductSides, engine: Engine
  ) {
    let sides = sides.of(rows: rows)
    sides.pairGates(logits, step: 0, index: 0, engine)
    let (source, _) = sides.source(hidden, steps: 1, width: hiddenSize, engine)
    let size = precision.words(64) * 64
    // Sixteen panels of 64 × 64 weights are 256 KB, which the second cache holds for all rows.
    for first in stride(from: 0, to: panelCount, by: 16) {
      for blocks in columnBlocks(hiddenSize) {
        engine.product(
          precision, panels: blocks.count, rows: rows, columns: blocks.columns,
          blocks: min(16, panelCount - first), depth: precision.words(64),
          a: sides.gates(logits, step: 0, index: 0, panel: first, column: 0),
          b: Operand(
            backward, offset: (blocks.first * panelCount + first) * size, depthStride: 64,
            blockStride: size, panelStride: panelCount * size),
          c: Operand(
            hiddenGradient.buffer, offset: hiddenGradient.offset + blocks.first * 64,
            rowStride: hiddenGradient.stride, panelStride: 64),
          first == 0 ? .replaced : .accumulated)
      }
    }
    for panel in 0..<panelCount {
      for blocks in columnBlocks(hiddenSize) {
        engine.product(
          precision, panels: blocks.count, rows: tokenCount(panel), columns: blocks.columns,
          depth: sides.depthOfRows,
          a: sides.gatesByColumns(logits, from: 0, panel: panel, column: 0),
          b: Operand(
            source.buffer, offset: source.offset + blocks.first * 64,
            depthStride: source.stride, panelStride: 64),
          c: Operand(
            gradient,
            offset: layout.outputWeight.offset + panel * 64 * hiddenSize + blocks.first * 64,
            rowStride: hiddenSize, panelStride: 64), destination)
      }
    }
    for panel in 0..<panelCount {
      engine.addColumnSums(
        rows: rows, of: logits, at: panel * rows * 64, to: biasGradient, at: panel * 64)
    }
  }
}
