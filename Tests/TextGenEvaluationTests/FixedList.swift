import TextGenEvaluation

/// Shows always the same words, as far as they begin with the prefix, and counts what it is asked.
struct FixedList: TypingPredictor {
  let words: [String]
  private(set) var text = ""
  private(set) var requests: [String] = []

  init(_ words: [String]) { self.words = words }

  mutating func append(_ text: String) { self.text.unicodeScalars += text.unicodeScalars }

  mutating func words(beginningWith prefix: String, count: Int) -> [String] {
    requests.append(prefix)
    return Array(
      words.filter { $0.unicodeScalars.starts(with: prefix.unicodeScalars) }.prefix(count))
  }
}
