/// Interpolated modified Kneser-Ney smoothing straight from its definition, with dictionaries.
struct ReferenceKneserNey {
  let order: Int
  let vocabularySize: Int
  /// For each length, the count of each n-gram: how often it occurs at the highest order, and below how
  /// many different tokens come before it.
  private var counts: [[[UInt16]: Int]]

  init(_ tokens: [UInt16], vocabularySize: Int, order: Int) {
    self.order = order
    self.vocabularySize = vocabularySize
    counts = (1...order).map { length in
      var occurrences: [[UInt16]: Int] = [:]
      var before: [[UInt16]: Set<Int>] = [:]
      for start in 0...(tokens.count - length) {
        let gram = Array(tokens[start..<start + length])
        occurrences[gram, default: 0] += 1
        before[gram, default: []].insert(start == 0 ? -1 : Int(tokens[start - 1]))
      }
      return length == order ? occurrences : before.mapValues(\.count)
    }
  }

  /// The discounts for counts of 1, 2 and more at one length.
  private func discounts(_ length: Int) -> [Double] {
    let n = (1...4).map { k in Double(counts[length - 1].values.count { $0 == k }) }
    guard n.allSatisfy({ $0 > 0 }) else { return [0.5, 1, 1.5] }
    let y = n[0] / (n[0] + 2 * n[1])
    return (1...3).map { k in
      let d = Double(k) - Double(k + 1) * y * n[k] / n[k - 1]
      return min(max(d, 0.01), Double(k) - 0.01)
    }
  }

  /// The probability of `token` after `context`, of which the last order - 1 tokens count.
  func probability(of token: UInt16, after context: [UInt16]) -> Double {
    let length = context.count + 1
    let lower =
      context.isEmpty
      ? 1 / Double(vocabularySize)
      : probability(of: token, after: Array(context.dropFirst()))
    let table = counts[length - 1]
    let siblings = (0..<vocabularySize).map { table[context + [UInt16($0)]] ?? 0 }
    let total = Double(siblings.reduce(0, +))
    guard total > 0 else { return lower }
    let d = discounts(length)
    func left(_ count: Int) -> Double { count == 0 ? 0 : Double(count) - d[min(count, 3) - 1] }
    let share = max(1 - siblings.reduce(0) { $0 + left($1) } / total, 1e-6)
    return left(siblings[Int(token)]) / total + share * lower
  }
}
