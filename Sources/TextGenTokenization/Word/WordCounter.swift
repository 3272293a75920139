/// Counts the words of a text for a vocabulary of words.
struct WordCounter: UnitCounter {
  private var scanner = WordScanner()
  private var tracker = SpacingTracker()
  private var types = ByteStringTable()
  private var counts: [Int] = []
  private var spacings: [Spacing] = []
  private var glueCount = 0
  private var spaceCount = 0

  mutating func add(_ piece: [UInt8]) {
    scanner.scan(piece)
    for segment in scanner.segments {
      if segment.kind == .spaces {
        tracker.addSpaces(segment.range.count)
        continue
      }
      let type = types.insert(piece, segment.range)
      if type == counts.count {
        counts.append(0)
        spacings.append(Spacing(of: piece[segment.range]))
      }
      counts[type] += 1
      countGap(before: spacings[type])
    }
    if tracker.hasSpaces { countGap(before: .none) }
  }

  var defaultMaximumSize: Int { 20_000 }

  /// The words and signs that are frequent enough.
  func candidates(minimumCount: Int?) -> [CountedToken] {
    countedTypes.filter { $0.count >= minimumCount ?? 2 }
  }

  func finish(minimumCount: Int?, maximumSize: Int?) -> any Tokenizer {
    let lineFeed: [UInt8] = [.lineFeed]
    let types = countedTypes
    let lineFeeds = types.first { $0.bytes == lineFeed }?.count ?? 0
    let always = [
      CountedToken(bytes: lineFeed, count: lineFeeds),
      CountedToken(bytes: [.space], count: spaceCount),
    ]
    let kept = CountedToken.mostFrequent(
      candidates(minimumCount: minimumCount).filter { $0.bytes != lineFeed }, always: always,
      limit: max(0, (maximumSize ?? defaultMaximumSize) - WordTokenizer.specials.count))
    let rare = Self.rareTypes(of: types, kept: kept)
    return WordTokenizer(
      tokens: kept.map(\.bytes),
      counts: [rare.reduce(0) { $0 + $1.count }, glueCount] + kept.map(\.count),
      spelling: SpellingModel(Self.spellingCounts(of: rare)))
  }

  private var countedTypes: [CountedToken] {
    counts.indices.map { CountedToken(bytes: Array(types[$0]), count: counts[$0]) }
  }

  private mutating func countGap(before next: Spacing) {
    switch tracker.gap(before: next) {
    case .implied: break
    case .glue: glueCount += 1
    case .spaces(let count): spaceCount += count
    }
  }

  private static func rareTypes(of types: [CountedToken], kept: [CountedToken]) -> [CountedToken] {
    var table = ByteStringTable()
    for token in kept { _ = table.insert(token.bytes, token.bytes.indices) }
    return types.filter { table.index(of: $0.bytes, $0.bytes.indices) == nil }
  }

  private static func spellingCounts(of types: [CountedToken]) -> SpellingCounts {
    var counts: [UInt32: Int] = [:]
    var wordCount = 0
    for type in types {
      wordCount += type.count
      for scalar in String(decoding: type.bytes, as: UTF8.self).unicodeScalars {
        counts[scalar.value, default: 0] += type.count
      }
    }
    let sorted = counts.sorted { $0.key < $1.key }
    var result = SpellingCounts()
    result.codePoints = sorted.map(\.key)
    result.counts = sorted.map(\.value)
    result.wordCount = wordCount
    return result
  }
}
