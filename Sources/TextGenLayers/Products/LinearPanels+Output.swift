// The output layer: logits = h · Wᵀ + b in blocks of rows, softmax and its gradient while a block is
// in the cache. No buffer of (T · N, V) exists.

import TextGenCompute

extension LinearPanels {
  /// The panels of an output layer; softmax gives nothing to what is beyond the vocabulary.
  convenience init(
    outputOf configuration: NetworkConfiguration, precision: ProductPrecision, forTraining: Bool
  ) {
    self.init(
      inputSize: configuration.hiddenSize, outputSize: configuration.vocabularySize,
      padding: -1e30, precision: precision, forTraining: forTraining)
  }

  /// Rows that are worked on together: the logits of a block are at most about 10 MB.
  func blockRows(_ rows: Int) -> Int {
    min(rows, max(64, min(1024, 2_500_000 / (panelCount * 64))))
  }
}
