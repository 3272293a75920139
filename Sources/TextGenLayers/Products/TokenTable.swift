// What the first layer's input projection makes of each token of a small vocabulary.
//
// A window of N · T tokens would multiply N · T embeddings with the weights; a vocabulary of V tokens
// has only V different products. The table holds them, bias included, and a window copies rows: at
// 128 characters, two layers of 512 and 64 × 100 tokens 7 % of all operations fall away. On the way
// back gate gradients are summed per token first.

import TextGenCompute

extension NetworkConfiguration {
  /// Whether a table serves in place of the first layer's input product.
  var readsTokenTable: Bool {
    cell != nil && vocabularySize <= TokenTable.largestVocabulary
  }
}

/// (panels, V, 64): embedding · input weights + bias, remade whenever the weights change.
struct TokenTable {
  /// Vocabularies of more tokens are multiplied window by window.
  static let largestVocabulary = 1024

  let vocabularySize: Int
  let values: FloatBuffer

  /// Room for the table of a layer.
  init(_ panels: RecurrentPanels, vocabularySize: Int) {
    self.vocabularySize = vocabularySize
    values = FloatBuffer(count: panels.panelCount * vocabularySize * 64)
  }

  /// Fills one panel from its packed weights.
  func fill(panel: Int, _ panels: RecurrentPanels, _ embedding: LayerInput, engine: Engine) {
    panels.projectInput(
      panel..<panel + 1, LeftSide(rows: embedding, scales: nil), rows: vocabularySize,
      to: values, at: 0, engine)
  }

  /// The first layer's part of a backward pass, from gate gradients summed per token.
  ///
  /// Adds to the gradient of the embedding and replaces that of the input weights.
  func backward(
    _ sums: FloatBuffer, _ panels: RecurrentPanels, _ embedding: LayerInput,
    gradient: FloatBuffer, _ layout: ParameterLayout, engine: Engine
  ) {
    let rows = vocabularySize
    let slots = panels.shape.inputSlots
    let units = panels.shape.unitsPerPanel
    let depth = panels.inputSize
    for blocks in columnBlocks(depth) {
      engine.product(
        panels: blocks.count, rows: rows, columns: blocks.columns, blocks: panels.panelCount,
        depth: slots.count * units,
        a: Operand(
          sums, offset: slots.lowerBound * units, rowStride: 64, depthStride: 1,
          blockStride: rows * 64),
        b: panels.inputBackward(block: blocks.first, panel: 0),
        c: Operand(
          gradient, offset: layout.embedding.offset + blocks.first * 64, rowStride: depth,
          panelStride: 64), .accumulated)
      for panel in 0..<panels.panelCount {
        for (slot, gate) in panels.shape.inputGates.enumerated() {
          guard let gate else { continue }
          engine.product(
            panels: blocks.count, rows: panels.unitCount(panel), columns: blocks.columns,
            depth: rows,
            a: Operand(
              sums, offset: panel * rows * 64 + slot * units, rowStride: 1, depthStride: 64),
            b: Operand(
              embedding.buffer, offset: embedding.offset + blocks.first * 64,
              depthStride: embedding.stride, panelStride: 64),
            c: Operand(
              gradient,
              offset: layout.layers[0].input.weight.offset
                + (gate * panels.hiddenSize + panel * units) * depth + blocks.first * 64,
              rowStride: depth, panelStride: 64), .replaced)
        }
      }
    }
  }
}
