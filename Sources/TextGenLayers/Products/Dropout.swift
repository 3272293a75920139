import TextGenCompute
import TextGenKernels

/// Dropout between layers: which values a training step drops.
///
/// A value's fate depends on the seed, the step, the layer, its stream and its time step, never on
/// the shard or thread that computes it.
package struct Dropout: Sendable {
  /// The probability of dropping, 0 up to but not 1.
  package let probability: Double
  private let key: UInt64
  private let batchSize: Int

  /// The dropout of step `step` of a run with `seed`, on windows of `batchSize` streams.
  package init(probability: Double, seed: UInt64, step: Int, batchSize: Int) {
    precondition(probability >= 0 && probability < 1, "a dropout of \(probability)")
    self.probability = probability
    self.batchSize = batchSize
    var generator = SeededGenerator(seed: seed &+ UInt64(bitPattern: Int64(step)))
    key = generator.next()
  }

  func rows(ofLayer layer: Int) -> DropoutRows {
    DropoutRows(
      key: UInt32(truncatingIfNeeded: key &+ UInt64(layer) &* 0x9E37_79B9_7F4A_7C15 >> 16),
      probability: probability)
  }

  /// The number of row `row` of a shard of `rows` streams that begins at stream `first`.
  func rowNumber(_ row: Int, rows: Int, first: Int) -> Int {
    row / rows * batchSize + first + row % rows
  }
}
