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
  func backward(
    _ inputs: ArraySlice<Int32>, dropout: (Dropout, firstRow: Int)?, gradient: FloatBuffer,
    engine: Engine)

  /// Puts `state` before step 0 of row `row`.
  func setState(_ state: NetworkState, row: Int)

  /// The state of row `row` after `steps` steps.
  func state(row: Int, after steps: Int) -> NetworkState

  /// Makes the state after `steps` steps the state before step 0.
  func carryState(from steps: Int)

  /// After `backward`, the gradient of the loss by the embedding of each token of `inputs`, (T · N, D).
  ///
  /// There must be no table of tokens.
  func embeddingGradients(_ inputs: ArraySlice<Int32>, engine: Engine) -> [Float]
}
