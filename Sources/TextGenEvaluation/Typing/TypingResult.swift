/// What a simulated typist did, for each length of list.
package struct TypingResult: Sendable, Hashable {
  /// The number of words written.
  package let wordCount: Int
  /// The number of code points up to the end of the last word.
  package let characterCount: Int
  /// The keys pressed, by the length of the list.
  package internal(set) var keys: [Int: Int]
  /// The words that were shown before their first letter, by the length of the list.
  package internal(set) var hits: [Int: Int]
  /// How long the lists took.
  var latency = ListTimes()

  init(listLengths: [Int], wordCount: Int, characterCount: Int) {
    self.wordCount = wordCount
    self.characterCount = characterCount
    keys = Dictionary(uniqueKeysWithValues: listLengths.map { ($0, 0) })
    hits = keys
  }

  /// The share of words among the first k candidates before their first letter, by k.
  package var recall: [Int: Double] { hits.mapValues { Double($0) / Double(wordCount) } }

  /// (characters - keys) / characters, by k.
  package var keystrokeSavings: [Int: Double] {
    keys.mapValues { Double(characterCount - $0) / Double(characterCount) }
  }

  /// The time that one list takes, in milliseconds.
  package var listMilliseconds: ListMilliseconds { ListMilliseconds(latency) }
}
