public import Compute

extension NetworkWeights {
  /// The natural logarithms of the probabilities of the next token of N texts, (N, V).
  public func nextLogProbabilities(after states: [RecurrentState], engine: Engine) -> [[Float]] {
    let size = configuration.hiddenSize
    let parts = configuration.cell.shape.hasCell ? 2 : 1
    let top = (configuration.layerCount - 1) * parts * size
    let block = output.blockRows(max(states.count, 1))
    let hidden = FloatBuffer(count: block * size)
    let logits = FloatBuffer(count: block * output.panelCount * 64)
    let sides = ProductSides(
      precision, rows: block, panelCount: output.panelCount, width: size, maximumSteps: 1,
      forTraining: false)
    var result: [[Float]] = []
    result.reserveCapacity(states.count)
    for start in stride(from: 0, to: states.count, by: block) {
      let count = min(block, states.count - start)
      for row in 0..<count {
        let values = states[start + row].values
        hidden.store(values.span.extracting(top..<top + size), at: row * size)
      }
      output.forward(
        LayerInput(buffer: hidden, offset: 0, stride: size), rows: count, logits: logits,
        sides: sides, engine: engine)
      for row in 0..<count {
        result.append(
          engine.logSoftmax(
            logits: logits, panels: output.panelCount, rows: count, row: row,
            count: configuration.vocabularySize))
      }
    }
    return result
  }
}
