/// Counts the grapheme clusters of a text for a vocabulary of characters.
final class CharacterCounter: UnitCounter {
  private var scanner = ClusterScanner()
  /// Counts of code points that most scripts use, by value, and of all others.
  private var common = [Int](repeating: 0, count: 0x3000)
  private var others: [UInt32: Int] = [:]
  private var clusters = ByteStringTable()
  private var clusterCounts: [Int] = []
  private var total = 0

  func add(_ piece: [UInt8]) {
    scanner.scan(piece) { value, _ in
      addCodePoint(value, count: 1)
      total += 1
    } multiple: { cluster in
      let index = clusters.insert(piece, cluster)
      if index == clusterCounts.count { clusterCounts.append(0) }
      clusterCounts[index] += 1
      total += 1
    }
  }

  func finish(minimumCount: Int?, maximumSize: Int?) -> any Tokenizer {
    let minimumCount = minimumCount ?? Self.defaultMinimumCount(total)
    var tokens: [CountedToken] = []
    for (index, count) in clusterCounts.enumerated() {
      if count >= minimumCount {
        tokens.append(CountedToken(bytes: Array(clusters[index]), count: count))
      } else {
        addCodePoints(of: clusters[index], count: count)
      }
    }
    for (value, count) in codePoints
    where count >= minimumCount && value != UInt32(UInt8.lineFeed) {
      tokens.append(CountedToken(bytes: utf8(of: value), count: count))
    }
    let lineFeed = CountedToken(bytes: [.lineFeed], count: common[Int(UInt8.lineFeed)])
    let kept = CountedToken.mostFrequent(
      tokens, always: [lineFeed], limit: max(1, (maximumSize ?? 8_192) - 1))
    let unknownCount = max(0, total - kept.reduce(0) { $0 + $1.count })
    return CharacterTokenizer(
      clusters: kept.map(\.bytes), counts: [unknownCount] + kept.map(\.count))
  }

  /// 2 in a small text and 5 from three million characters on.
  private static func defaultMinimumCount(_ total: Int) -> Int { min(5, 2 + total / 1_000_000) }

  /// The code points seen, each with its count.
  private var codePoints: [(value: UInt32, count: Int)] {
    common.enumerated().lazy.filter { $1 > 0 }.map { (UInt32($0), $1) }
      + others.map { ($0, $1) }
  }

  private func addCodePoint(_ value: UInt32, count: Int) {
    if Int(value) < common.count {
      common[Int(value)] += count
    } else {
      others[value, default: 0] += count
    }
  }

  private func addCodePoints(of cluster: ArraySlice<UInt8>, count: Int) {
    for scalar in String(decoding: cluster, as: UTF8.self).unicodeScalars {
      addCodePoint(scalar.value, count: count)
    }
  }
}
