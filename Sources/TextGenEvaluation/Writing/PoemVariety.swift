import Glibc
package import TextGenProsody

/// How various poems are among themselves, their words whatever their case.
///
/// Longer texts repeat more, so poems are compared by as many words of both.
package struct PoemVariety: Sendable, Hashable, Codable {
  package private(set) var poems = 0
  package private(set) var words = 0
  /// Different words, and different pairs of neighbouring words, by all of them.
  package private(set) var distinct1: Double?
  package private(set) var distinct2: Double?
  /// The mean BLEU of each poem against all others, of words and pairs of words, without a penalty for
  /// length (Zhu et al. 2018, https://doi.org/10.1145/3209978.3210080): 0 where poems share nothing.
  package private(set) var selfBLEU: Double?
  /// The entropy in bits of the classes of the lines' last words.
  package private(set) var rhymeEntropy: Double?
  /// The number of poems that have the commonest pair of words that rhyme.
  package private(set) var commonestPair = 0

  /// The variety of the first of `poems` that have at most `limit` words.
  package init(_ poems: [ScannedPoem], limit: Int) {
    var texts: [[String]] = []
    var (rhymes, pairs): ([RhymeClass: Int], [Set<String>: Int]) = ([:], [:])
    let rhymer = Rhymer()
    for poem in poems {
      let text = poem.lines.flatMap(\.words).map { $0.word.lowercased() }
      guard words + text.count <= limit else { break }
      words += text.count
      texts.append(text)
      for word in poem.lines.compactMap(\.words.last) {
        if let rhyme = rhymer.rhymeClass(of: word, .both) { rhymes[rhyme, default: 0] += 1 }
      }
      for pair in Self.pairs(of: poem) { pairs[pair, default: 0] += 1 }
    }
    self.poems = texts.count
    distinct1 = Self.distinct(texts.flatMap { $0 })
    distinct2 = Self.distinct(texts.flatMap(Self.pairs))
    selfBLEU = Self.selfBLEU(texts)
    rhymeEntropy = Self.entropy(rhymes.values)
    commonestPair = pairs.values.max() ?? 0
  }

  /// The words of `poems`.
  package static func wordCount(_ poems: [ScannedPoem]) -> Int {
    poems.reduce(0) { $0 + $1.lines.reduce(0) { $0 + $1.words.count } }
  }

  private enum CodingKeys: String, CodingKey {
    case poems, words
    case distinct1 = "distinct_1"
    case distinct2 = "distinct_2"
    case selfBLEU = "self_bleu"
    case rhymeEntropy = "rhyme_entropy"
    case commonestPair = "commonest_pair"
  }
}

extension PoemVariety {
  /// Neighbouring words.
  private static func pairs(_ words: [String]) -> [String] {
    zip(words, words.dropFirst()).map { $0 + " " + $1 }
  }

  /// The last words of lines that rhyme, in pairs.
  private static func pairs(of poem: ScannedPoem) -> Set<Set<String>> {
    var groups: [Int: [String]] = [:]
    for line in poem.lines {
      guard let group = line.rhyme.group, let word = line.words.last?.word else { continue }
      groups[group, default: []].append(word.lowercased())
    }
    return Set(
      groups.values.flatMap { words in
        words.indices.flatMap { place in words[..<place].map { Set([$0, words[place]]) } }
      })
  }

  private static func distinct(_ all: [String]) -> Double? {
    all.isEmpty ? nil : Double(Set(all).count) / Double(all.count)
  }

  private static func entropy(_ counts: some Collection<Int>) -> Double? {
    let total = Double(counts.reduce(0, +))
    guard total > 0 else { return nil }
    // In a fixed order, so that sums are equal each time.
    return counts.sorted().reduce(0) { sum, count in
      let share = Double(count) / total
      return sum - share * log2(share)
    }
  }

  private static func selfBLEU(_ texts: [[String]]) -> Double? {
    guard texts.count > 1 else { return nil }
    let precisions = [texts, texts.map(pairs)].map(sharedShares)
    let sum = zip(precisions[0], precisions[1]).reduce(0) { $0 + ($1.0 * $1.1).squareRoot() }
    return sum / Double(texts.count)
  }

  /// Of each text the share of items that another text has as often.
  private static func sharedShares(_ texts: [[String]]) -> [Double] {
    let counts = texts.map { text in
      text.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
    }
    // The most that any text has of an item, in which one, and the most that another has.
    var most: [String: (count: Int, text: Int, next: Int)] = [:]
    for (text, items) in counts.enumerated() {
      for (item, count) in items {
        guard let known = most[item] else {
          most[item] = (count: count, text: text, next: 0)
          continue
        }
        most[item] =
          count > known.count
          ? (count: count, text: text, next: known.count)
          : (count: known.count, text: known.text, next: max(known.next, count))
      }
    }
    return counts.enumerated().map { text, items in
      let all = items.values.reduce(0, +)
      let shared = items.reduce(0) { sum, item in
        guard let known = most[item.key] else { return sum }
        return sum + min(item.value, known.text == text ? known.next : known.count)
      }
      return all == 0 ? 0 : Double(shared) / Double(all)
    }
  }
}
