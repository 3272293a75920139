import Glibc

/// The cost of spelling words that have no token: code points drawn one by one, then an end.
///
/// Probabilities are counts plus one over the spellings of rare training words (add-one
/// smoothing, Laplace 1814), with one more count for "a code point never seen", which then is one
/// of 1,114,112.
public struct SpellingModel: Sendable, Hashable, Codable {
  /// Code points seen in rare words, in rising order.
  public private(set) var codePoints: [UInt32]
  /// How often each occurs.
  public private(set) var counts: [Int]
  /// How many words were spelled, which is how often the end occurs.
  public private(set) var wordCount: Int

  /// The model of no words: every code point is new.
  public init() { self.init(codePoints: [], counts: [], wordCount: 0) }

  init(codePoints: [UInt32], counts: [Int], wordCount: Int) {
    self.codePoints = codePoints
    self.counts = counts
    self.wordCount = wordCount
  }

  /// The cost of `spelling` and its end, in bits.
  public func bits(of spelling: String) -> Double {
    let total = Double(counts.reduce(wordCount, +) + counts.count + 2)
    var bits = log2(total / Double(wordCount + 1))
    for scalar in spelling.unicodeScalars {
      if let index = index(of: scalar.value) {
        bits += log2(total / Double(counts[index] + 1))
      } else {
        bits += log2(total) + log2(1_114_112)
      }
    }
    return bits
  }

  private func index(of value: UInt32) -> Int? {
    var (low, high) = (0, codePoints.count)
    while low < high {
      let middle = (low + high) / 2
      if codePoints[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < codePoints.count && codePoints[low] == value ? low : nil
  }
}
