/// The loss of a run stayed infinite or not a number, whatever the learning rate.
package struct Divergence: Error, Sendable, Hashable, CustomStringConvertible {
  /// The step that could not be made.
  package let step: Int
  /// The learning rate of the last trial.
  package let learningRate: Double

  /// A divergence at `step`.
  package init(step: Int, learningRate: Double) {
    (self.step, self.learningRate) = (step, learningRate)
  }

  /// One sentence: what was found, and what is left.
  package var description: String {
    "the loss is infinite or not a number at step \(step) even with a learning rate of "
      + "\(learningRate); the last good model is kept"
  }
}
