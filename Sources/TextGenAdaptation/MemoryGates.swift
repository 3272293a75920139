#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// How much of the prediction a context of a memory takes over: a share for each length of context, how
/// often it occurred and how much of what followed it was new, learned by gradient ascent on the
/// log-probability of the text.
struct MemoryGates: Sendable {
  private static let totals = 13
  private static let novelties = 4

  /// The logits of the shares, and how often each was changed.
  private var logits: [Float]
  private var changes: [Float]

  /// The shares before anything is read.
  init() {
    let count = TextMemory.maximumContext * Self.totals * Self.novelties
    changes = [Float](repeating: 0, count: count)
    logits = (0..<count).map { index in
      let total = exp2f(Float(index / Self.novelties % Self.totals) / 2)
      let distinct = total * (Float(index % Self.novelties) + 0.5) / Float(Self.novelties)
      let share = 0.3 * total / (total + distinct + 1)
      return logf(share / (1 - share))
    }
  }

  /// All that was learned: the logits, then how often each was changed.
  var values: [Float] { logits + changes }

  /// Gates that have learned `values`; nil where these are none.
  init?(values: [Float]) {
    self.init()
    guard values.count == 2 * logits.count, values.allSatisfy(\.isFinite) else { return nil }
    changes = Array(values[logits.count...])
    logits = values[..<logits.count].map { min(max($0, -10), 10) }
    guard changes.allSatisfy({ $0 >= 0 }) else { return nil }
  }

  /// The gate of a context of `length` + 1 tokens that was followed `total` times, 1 or more, by
  /// `distinct` different tokens.
  static func index(length: Int, total: UInt32, distinct: UInt32) -> Int {
    let size = min(totals - 1, Int(2 * log2f(Float(total))))
    let novelty = min(novelties - 1, novelties * Int(distinct) / (Int(total) + 1))
    return (length * totals + size) * novelties + novelty
  }

  /// The share of a gate, between 0 and 1.
  func share(_ gate: Int) -> Float { 1 / (1 + expf(-logits[gate])) }

  /// Changes a gate; `slope` is the derivative of the log-probability of the last token by its share.
  mutating func learn(_ gate: Int, slope: Float) {
    let share = share(gate)
    changes[gate] += 1
    let rate = max(Self.leastRate, 1 / (changes[gate].squareRoot() + 3))
    let change = rate * slope * share * (1 - share)
    logits[gate] = min(max(logits[gate] + min(max(change, -2), 2), -10), 10)
  }

  private static let leastRate: Float = 0.15
}
