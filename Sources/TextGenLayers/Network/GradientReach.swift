/// How far back the gradient of one prediction reaches.
package struct GradientReach: Sendable {
  /// For each step back, from 0: the norm of the gradient by the embedding of the token there, the mean
  /// over all texts.
  package var inputs: [Double]
  /// For each layer, lowest first, and each step back: the norm of the gradient by the hidden state there,
  /// the mean over all texts; empty where layers have no state.
  package var states: [[Double]]
}
