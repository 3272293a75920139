import TextGenCompute

/// The layers of a network between its tokens and the output layer, over a window of N texts.
///
/// The order of calls is that of `NetworkWindow`: forward, then backward where there is training, then
/// the states after the window.
protocol NetworkBody: AnyObject {
  /// Reads `inputs`, ordered by time step.
  func forward(
    _ inputs: ArraySlice<Int32>, dropout: (Dropout, firstRow: Int)?, engine: Engine)

  /// What the output layer reads, a row for each token, after dropout or without.
  func output(dropped: Bool) -> LayerInput

  /// Where the gradient of these rows is put before `backward`.
  var outputGradient: LayerInput { get }

  /// Writes the gradient of all parameters but the output layer's to `gradient`; adds to that of the
  /// embedding.
  ///
  /// `visit`, if any, is told the gradients of the hidden states of `stateLayerCount` layers.
  func backward(
    _ inputs: ArraySlice<Int32>, dropout: (Dropout, firstRow: Int)?, gradient: FloatBuffer,
    engine: Engine, visit: StateGradientVisitor?)

  /// Puts `state` before step 0 of row `row`.
  func setState(_ state: NetworkState, row: Int)

  /// The state of row `row` after `steps` steps.
  func state(row: Int, after steps: Int) -> NetworkState

  /// Makes the state after `steps` steps the state before step 0.
  func carryState(from steps: Int)

  /// After `backward`, the gradient of the loss by the embedding of each token of `inputs`, (T · N, D).
  ///
  /// - Precondition: the weights have no token table.
  func embeddingGradients(_ inputs: ArraySlice<Int32>, engine: Engine) -> [Float]

  // What only some bodies have; the others have the values of the extension below.

  /// Layers that carry a hidden state from step to step.
  var stateLayerCount: Int { get }

  /// What the units of all layers with a state did in row `row` at each of the first `steps` steps of the
  /// last forward pass.
  func activity(row: Int, steps: Int) -> [UnitActivity]

  /// After `backward`, the gradient of the loss by the states before step 0 of row `row`; nil where no
  /// gradient goes there.
  func initialStateGradient(row: Int) -> NetworkState?
}

extension NetworkBody {
  var stateLayerCount: Int { 0 }

  func activity(row: Int, steps: Int) -> [UnitActivity] { [] }

  func initialStateGradient(row: Int) -> NetworkState? { nil }
}

/// Is told, layer by layer from the highest and step by step from the last, the Euclidean norms of the
/// gradient of the loss by the hidden state of each of the N texts.
typealias StateGradientVisitor = (_ layer: Int, _ step: Int, _ norms: [Double]) -> Void

extension NetworkWeights {
  /// A body that runs on these weights.
  func makeBody(
    rows: Int, maximumSteps: Int, forTraining: Bool, dropsValues: Bool
  ) -> any NetworkBody {
    switch configuration.architecture {
    case .unigram, .recurrent, .window, .bag:
      RecurrentBody(
        self, rows: rows, maximumSteps: maximumSteps, forTraining: forTraining,
        dropsValues: dropsValues)
    case .transformer:
      TransformerBody(self, rows: rows, maximumSteps: maximumSteps, forTraining: forTraining)
    }
  }

  /// Single steps on these weights, of up to `rows` texts.
  func makeSteps(rows: Int) -> any NetworkSteps {
    switch configuration.architecture {
    case .unigram, .recurrent, .window, .bag: RecurrentSteps(self, rows: rows)
    case .transformer: TransformerSteps(self)
    }
  }
}
