/// Counts the grapheme clusters of a text for a vocabulary of characters.
struct CharacterCounter: UnitCounter {
  private var scanner = ClusterScanner()
  private var counts = ClusterCounts()

  mutating func add(_ piece: [UInt8]) { scanner.scan(piece, into: &counts) }

  var defaultMaximumSize: Int { 8_192 }

  /// The clusters and code points that are frequent enough, the line feed left out.
  func candidates(minimumCount: Int?) -> [CountedToken] {
    let minimumCount = minimumCount ?? Self.defaultMinimumCount(counts.total)
    var counts = counts
    let clusters = counts.splitRareClusters(minimumCount: minimumCount)
    let letters = counts.codePoints.filter { $0.count >= minimumCount && $0.value != 0x0A }
    return clusters + letters.map { CountedToken(bytes: utf8(of: $0.value), count: $0.count) }
  }

  func finish(minimumCount: Int?, maximumSize: Int?) -> any Tokenizer {
    let kept = CountedToken.mostFrequent(
      candidates(minimumCount: minimumCount),
      always: [CountedToken(bytes: [.lineFeed], count: counts.lineFeeds)],
      limit: max(1, (maximumSize ?? defaultMaximumSize) - 1))
    let unknownCount = max(0, counts.total - kept.reduce(0) { $0 + $1.count })
    return CharacterTokenizer(
      clusters: kept.map(\.bytes), counts: [unknownCount] + kept.map(\.count))
  }

  /// 2 in a small text and 5 from three million characters on.
  private static func defaultMinimumCount(_ total: Int) -> Int { min(5, 2 + total / 1_000_000) }
}

/// How often each cluster occurs.
private struct ClusterCounts: ClusterSink {
  /// The number of clusters.
  private(set) var total = 0
  /// Counts of code points that most scripts use, by value, and of all others.
  private var common = [Int](repeating: 0, count: 0x3000)
  private var others: [UInt32: Int] = [:]
  private var clusters = ByteStringTable()
  private var clusterCounts: [Int] = []

  @inline(__always)
  mutating func append(codePoint value: UInt32, _ text: [UInt8], _ range: Range<Int>) {
    total += 1
    add(value, count: 1)
  }

  mutating func append(cluster text: [UInt8], _ range: Range<Int>) {
    total += 1
    let index = clusters.insert(text, range)
    if index == clusterCounts.count { clusterCounts.append(0) }
    clusterCounts[index] += 1
  }

  var lineFeeds: Int { common[Int(UInt8.lineFeed)] }

  /// The code points seen, each with its count.
  var codePoints: [(value: UInt32, count: Int)] {
    common.indices.filter { common[$0] > 0 }.map { (UInt32($0), common[$0]) }
      + others.map { ($0, $1) }
  }

  /// The clusters of several code points that are frequent enough; the others count as their code
  /// points from now on.
  mutating func splitRareClusters(minimumCount: Int) -> [CountedToken] {
    var frequent: [CountedToken] = []
    for (index, count) in clusterCounts.enumerated() {
      if count >= minimumCount {
        frequent.append(CountedToken(bytes: Array(clusters[index]), count: count))
        continue
      }
      for scalar in String(decoding: clusters[index], as: UTF8.self).unicodeScalars {
        add(scalar.value, count: count)
      }
    }
    clusters = ByteStringTable()
    clusterCounts = []
    return frequent
  }

  @inline(__always)
  private mutating func add(_ value: UInt32, count: Int) {
    if Int(value) < common.count {
      common[Int(value)] += count
    } else {
      others[value, default: 0] += count
    }
  }
}
