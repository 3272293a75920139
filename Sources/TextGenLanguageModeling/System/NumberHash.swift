/// A hash of numbers and their order, the same in every process: FNV-1a, one step a number of 64 bits
/// (Fowler, Noll and Vo 1991).
struct NumberHash {
  private(set) var value: UInt64

  /// The hash of no numbers, or what `start` stands for.
  init(_ start: UInt64 = 0xCBF2_9CE4_8422_2325) { value = start }

  /// Adds `number`.
  @inline(__always)
  mutating func add(_ number: UInt64) { value = (value ^ number) &* 0x100_0000_01B3 }
}
