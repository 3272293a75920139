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
    var states: [[Double]] = []
    let recurrent = (body as? RecurrentBody).flatMap {
      weights.configuration.cell != nil ? $0 : nil
    }
    if let recurrent {
      states = recurrent.tapes.map { _ in [Double](repeating: 0, count: steps) }
      recurrent.watch = { [rows] layer, step in
        let norms = (0..<rows).map {
          recurrent.stateGradientNorm(layer: layer, step: step, row: $0)
        }
        states[layer][steps - 1 - step] = norms.reduce(0, +) / Double(rows)
      }
    }
    defer { recurrent?.watch = nil }
    backwardFromEnd(inputs, targets: targets, engine: engine)
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
    guard weights.configuration.cell != nil, let body = body as? RecurrentBody else { return [] }
    return body.tapes.indices.flatMap { layer in
      body.activity(layer: layer, row: row, steps: steps).map {
        UnitActivity(layer: layer, name: $0.name, values: $0.values)
      }
    }
  }
}
