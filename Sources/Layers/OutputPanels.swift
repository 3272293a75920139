// The output layer: logits = h · Wᵀ + b in blocks of rows, softmax and its gradient while a block is
// in the cache. No buffer of (T · N, V) exists.

import Compute

/// The output weights in panels of 64 tokens.
struct OutputPanels {
  let vocabularySize: Int
  let hiddenSize: Int
  let panelCount: Int
  /// (panels, H, 64).
  let weights: FloatBuffer
  /// (⌈H/64⌉, panels, 64, 64); empty without training.
  let backward: FloatBuffer
  /// (panels, 64); -1e30 beyond the vocabulary, so that softmax gives those columns nothing.
  let bias: FloatBuffer

  init(_ configuration: NetworkConfiguration, forTraining: Bool) {
    vocabularySize = configuration.vocabularySize
    hiddenSize = configuration.hiddenSize
    panelCount = (vocabularySize + 63) / 64
    weights = FloatBuffer(count: panelCount * hiddenSize * 64)
    backward = FloatBuffer(
      count: forTraining ? (hiddenSize + 63) / 64 * panelCount * 4096 : 0)
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
    let first = layout.outputWeight.offset + panel * 64 * hiddenSize
    let tokens = tokenCount(panel)
    engine.transpose(
      rows: tokens, depth: hiddenSize, weights: parameters, at: first, rowStride: hiddenSize,
      to: weights, at: panel * hiddenSize * 64)
    bias.copy(
      tokens, from: parameters, at: layout.outputBias.offset + panel * 64, to: panel * 64)
    guard backward.count > 0 else { return }
    for token in 0..<tokens {
      for block in 0..<(hiddenSize + 63) / 64 {
        backward.copy(
          min(64, hiddenSize - block * 64), from: parameters,
          at: first + token * hiddenSize + block * 64,
          to: (block * panelCount + panel) * 4096 + token * 64)
      }
    }
  }

  /// Fills (panels, rows, 64) `logits` for `rows` rows of hidden states from row `first`.
  func forward(
    _ hidden: LayerInput, rows: Range<Int>, logits: FloatBuffer, engine: Engine
  ) {
    for panel in 0..<panelCount {
      for row in 0..<rows.count {
        logits.copy(64, from: bias, at: panel * 64, to: (panel * rows.count + row) * 64)
      }
      engine.product(
        rows: rows.count, columns: 64, depth: hiddenSize,
        a: Operand(
          hidden.buffer, offset: hidden.offset + rows.lowerBound * hidden.stride,
          rowStride: hidden.stride, depthStride: 1),
        b: Operand(weights, offset: panel * hiddenSize * 64, depthStride: 64),
        c: Operand(logits, offset: panel * rows.count * 64, rowStride: 64), .accumulated)
    }
  }

  /// Takes the gradient in `logits` to the hidden states and the weights.
  func backward(
    _ hidden: LayerInput, rows: Range<Int>, logits: FloatBuffer, hiddenGradient: LayerInput,
    gradient: FloatBuffer, _ layout: ParameterLayout, biasGradient: FloatBuffer, engine: Engine
  ) {
    let count = rows.count
    for block in 0..<(hiddenSize + 63) / 64 {
      let columns = min(64, hiddenSize - block * 64)
      for first in stride(from: 0, to: panelCount, by: 16) {
        engine.product(
          rows: count, columns: columns, blocks: min(16, panelCount - first), depth: 64,
          a: Operand(
            logits, offset: first * count * 64, rowStride: 64, depthStride: 1,
            blockStride: count * 64),
          b: Operand(
            backward, offset: (block * panelCount + first) * 4096, depthStride: 64,
            blockStride: 4096),
          c: Operand(
            hiddenGradient.buffer,
            offset: hiddenGradient.offset + rows.lowerBound * hiddenGradient.stride + block * 64,
            rowStride: hiddenGradient.stride), first == 0 ? .replaced : .accumulated)
      }
      for panel in 0..<panelCount {
        engine.product(
          rows: tokenCount(panel), columns: columns, depth: count,
          a: Operand(logits, offset: panel * count * 64, rowStride: 1, depthStride: 64),
          b: Operand(
            hidden.buffer, offset: hidden.offset + rows.lowerBound * hidden.stride + block * 64,
            depthStride: hidden.stride),
          c: Operand(
            gradient,
            offset: layout.outputWeight.offset + panel * 64 * hiddenSize + block * 64,
            rowStride: hiddenSize), .accumulated)
      }
    }
    for panel in 0..<panelCount {
      engine.addColumnSums(
        rows: count, of: logits, at: panel * count * 64, to: biasGradient, at: panel * 64)
    }
  }
}
