package import TextGenEvaluation

/// Bits per character of a text, and how far they would move on another text of its kind.
package struct BitsPerCharacter: Sendable, Hashable, Codable {
  /// All bits by all characters.
  package let value: Double
  /// The middle 95 % of what texts of as many blocks, drawn from these with repetition, cost (Efron 1979).
  package let low, high: Double

  /// Resampled texts.
  private static let draws = 1_000

  /// The figures of a text whose stretches cost `blocks`, drawn with `generator`.
  package init(_ blocks: [BlockCost], using generator: inout some RandomNumberGenerator) {
    func share(_ blocks: some Sequence<BlockCost>) -> Double {
      let sum = blocks.reduce(into: BlockCost(bits: 0, characters: 0)) {
        $0.bits += $1.bits
        $0.characters += $1.characters
      }
      return sum.characters == 0 ? 0 : sum.bits / Double(sum.characters)
    }
    value = share(blocks)
    guard blocks.count > 1, value.isFinite else {
      (low, high) = (value, value)
      return
    }
    var shares: [Double] = []
    for _ in 0..<Self.draws {
      shares.append(
        share(
          (0..<blocks.count).map { _ in
            blocks[Int.random(in: 0..<blocks.count, using: &generator)]
          }))
    }
    shares.sort()
    low = shares[Self.draws / 40]
    high = shares[Self.draws - 1 - Self.draws / 40]
  }
}
