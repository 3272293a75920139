import Glibc

/// How often each code point occurs in the spellings of rare words.
package struct SpellingCounts: Sendable, Hashable, Codable {
  /// Code points, in rising order.
  package var codePoints: [UInt32] = []
  /// How often each occurs.
  package var counts: [Int] = []
  /// How many words were spelled, which is how often their end occurs.
  package var wordCount = 0

  /// No words.
  package init() {}
}

/// The cost of spelling words that have no token: code points drawn one by one, then an end.
///
/// Probabilities are counts plus one (add-one smoothing, Laplace 1814), with a count of one for "a
/// code point never seen", which then is one of 1,114,112.
struct SpellingModel: Sendable {
  /// What the model has seen.
  let counts: SpellingCounts
  private let bits: [UInt32: Double]
  private let endBits: Double
  private let unseenBits: Double

  /// The model of the words behind `counts`.
  init(_ counts: SpellingCounts) {
    self.counts = counts
    let total = Double(counts.counts.reduce(counts.wordCount, +) + counts.counts.count + 2)
    var bits: [UInt32: Double] = [:]
    for (codePoint, count) in zip(counts.codePoints, counts.counts) {
      bits[codePoint] = log2(total / Double(count + 1))
    }
    self.bits = bits
    endBits = log2(total / Double(counts.wordCount + 1))
    unseenBits = log2(total) + bitsPerUnknownCodePoint
  }

  /// The cost of `spelling` and its end, in bits.
  func bits(of spelling: String) -> Double {
    spelling.unicodeScalars.reduce(endBits) { $0 + (bits[$1.value] ?? unseenBits) }
  }
}

/// The bits of a code point of which nothing is known: one of 1,114,112.
let bitsPerUnknownCodePoint = 20.087_462_841_250_34
