/// Counts the words of a text and learns which pairs of subwords to merge.
struct SubwordCounter: UnitCounter {
  private var scanner = SubwordScanner()
  private var types = ByteStringTable()
  private var counts: [Int] = []
  private var singles = ByteStringTable()
  private var singleCounts: [Int] = []

  mutating func add(_ piece: [UInt8]) {
    scanner.scan(piece) { range in
      Self.count(piece, range, in: &types, &counts)
    } single: { range in
      Self.count(piece, range, in: &singles, &singleCounts)
    }
  }

  @inline(__always)
  private static func count(
    _ piece: [UInt8], _ range: Range<Int>, in table: inout ByteStringTable, _ counts: inout [Int]
  ) {
    let index = table.insert(piece, range)
    if index == counts.count { counts.append(0) }
    counts[index] += 1
  }

  var defaultMaximumSize: Int { 4_000 }

  /// The code points outside ASCII that are frequent enough.
  func candidates(minimumCount: Int?) -> [CountedToken] {
    var letters: [UInt32: Int] = [:]
    for (table, counts) in [(types, counts), (singles, singleCounts)] {
      for (index, count) in counts.enumerated() {
        for scalar in String(decoding: table[index], as: UTF8.self).unicodeScalars
        where scalar.value >= 0x80 {
          letters[scalar.value, default: 0] += count
        }
      }
    }
    return letters.filter { $0.value >= minimumCount ?? 2 }.map {
      CountedToken(bytes: utf8(of: $0.key), count: $0.value)
    }
  }

  func finish(minimumCount: Int?, maximumSize: Int?) -> any Tokenizer {
    let minimumCount = max(2, minimumCount ?? 2)
    let maximumSize = max(256, maximumSize ?? defaultMaximumSize)
    let alphabet = CountedToken.mostFrequent(
      candidates(minimumCount: minimumCount), always: [], limit: (maximumSize - 256) / 2)
    var learner = BytePairLearner(
      BytePairMerges(alphabet: alphabet.map { String(decoding: $0.bytes, as: UTF8.self) }),
      words: counts.indices.map { (Array(types[$0]), counts[$0]) })
    learner.merge(minimumCount: minimumCount, maximumSize: maximumSize)
    var tokenCounts = learner.tokenCounts
    for (index, count) in singleCounts.enumerated() {
      let bytes = Array(singles[index])
      for token in learner.merges.codePointTokens(bytes, bytes.indices) {
        tokenCounts[Int(token)] += count
      }
    }
    return SubwordTokenizer(merges: learner.merges, counts: tokenCounts)
  }
}
