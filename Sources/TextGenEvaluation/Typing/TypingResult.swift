/// What a simulated typist did, for each length of list.
public struct TypingResult: Sendable, Hashable {
  /// The number of words written.
  public let wordCount: Int
  /// The number of code points up to the end of the last word.
  public let characterCount: Int
  /// The keys pressed, by the length of the list.
  public internal(set) var keys: [Int: Int]
  /// The words that were shown before their first letter, by the length of the list.
  public internal(set) var hits: [Int: Int]
  /// How long the lists took.
  var latency = ListTimes()

  init(listLengths: [Int], wordCount: Int, characterCount: Int) {
    self.wordCount = wordCount
    self.characterCount = characterCount
    keys = Dictionary(uniqueKeysWithValues: listLengths.map { ($0, 0) })
    hits = keys
  }

  /// The share of words among the first k candidates before their first letter, by k.
  public var recall: [Int: Double] { hits.mapValues { Double($0) / Double(wordCount) } }

  /// (characters - keys) / characters, by k.
  public var keystrokeSavings: [Int: Double] {
    keys.mapValues { Double(characterCount - $0) / Double(characterCount) }
  }

  /// The time that one list takes, in milliseconds.
  public var listMilliseconds: ListMilliseconds { ListMilliseconds(latency) }
}
