package import TextGenCompute

extension NetworkWindow {
  /// Reads `inputs` (T · N tokens) and takes the gradient of the negative log-probability of `targets`, the
  /// N tokens after them, back to each token and state.
  ///
  /// The window must have room for training and its weights no table of tokens.
  package func gradientReach(
    _ inputs: ArraySlice<Int32>, targets: ArraySlice<Int32>, engine: Engine
  ) -> GradientReach {
    forward(inputs, engine: engine)
    let steps = inputs.count / rows
    var states = (0..<body.stateLayerCount).map { _ in [Double](repeating: 0, count: steps) }
    backwardFromEnd(inputs, targets: targets, engine: engine) { [rows] layer, step, norms in
      states[layer][steps - 1 - step] = norms.reduce(0, +) / Double(rows)
    }
    let gradients = body.embeddingGradients(inputs, engine: engine)
    let width = weights.configuration.embeddingSize
    let inputs = (0..<steps).reversed().map { step in
      (0..<rows).reduce(0.0) { sum, row in
        let place = (step * rows + row) * width
        let squares = gradients[place..<place + width].reduce(0.0) { sum, value in
          sum + Double(value) * Double(value)
        }
        return sum + squares.squareRoot()
      } / Double(rows)
    }
    return GradientReach(inputs: inputs, states: states)
  }

  /// The gradient by the embedding of each token of the last `gradientReach`, (T · N, D).
  package func embeddingGradients(_ inputs: ArraySlice<Int32>, engine: Engine) -> [Float] {
    body.embeddingGradients(inputs, engine: engine)
  }

  /// What the units of all recurrent layers did in row `row` at each of the first `steps` steps of the last
  /// forward pass; nothing where no layer has cells.
  package func activity(row: Int, steps: Int) -> [UnitActivity] {
    body.activity(row: row, steps: steps)
  }
}
