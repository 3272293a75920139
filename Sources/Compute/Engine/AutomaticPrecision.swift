extension ProductPrecision {
  /// The precision of a new run whose user leaves it open, on a processor with `instructionSet`:
  /// bfloat16 where it makes steps faster.
  ///
  /// The only place that decides this; a run keeps what it began with wherever it is resumed.
  public static func automatic(on instructionSet: InstructionSet) -> ProductPrecision {
    instructionSet.multipliesPairs ? .bfloat16 : .float32
  }
}
