/// The element type of matrix operands; sums are always floats.
package enum ProductPrecision: String, Sendable, Hashable, Codable, CaseIterable {
  /// Floats: one a word.
  case float32
  /// Floats rounded to bfloat16 (8 bits of precision): two a word, paired along the depth.
  case bfloat16
  /// Int8 and a scale for each row: four a word. For prediction only.
  case int8

  /// The words of a depth of `count`.
  package func words(_ count: Int) -> Int {
    switch self {
    case .float32: count
    case .bfloat16: (count + 1) / 2
    case .int8: (count + 3) / 4
    }
  }
}

extension ProductPrecision {
  /// The precision of a new run whose user leaves it open, on a processor with `instructionSet`:
  /// bfloat16 where it makes steps faster.
  ///
  /// The only place that decides this; a run keeps what it began with wherever it is resumed.
  package static func automatic(on instructionSet: InstructionSet) -> ProductPrecision {
    instructionSet.multipliesPairs ? .bfloat16 : .float32
  }
}
