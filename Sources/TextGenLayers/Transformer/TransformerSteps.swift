import TextGenCompute

/// Steps of a transformer: windows of one step, a text each, on all threads.
final class TransformerSteps: NetworkSteps {
  private let weights: NetworkWeights
  /// One for each text of the largest step so far.
  private var bodies: [TransformerBody] = []

  init(_ weights: NetworkWeights) { self.weights = weights }

  func advance(
    _ states: inout ArraySlice<NetworkState>, with tokens: ArraySlice<Int32>, engine: Engine
  ) {
    while bodies.count < tokens.count {
      bodies.append(TransformerBody(weights, rows: 1, maximumSteps: 1, forTraining: false))
    }
    for (body, state) in zip(bodies, states) { body.setState(state, row: 0) }
    engine.forEach(tokens.count) { text in
      let place = tokens.startIndex + text
      bodies[text].forward(tokens[place...place], dropout: nil, engine: engine)
    }
    for (text, place) in states.indices.enumerated() {
      states[place] = bodies[text].state(row: 0, after: 1)
    }
  }
}
