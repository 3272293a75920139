/// Finds the words in bytes of a text, as `WordLexer` defines them.
package enum WordReader {
  /// Calls `body` with the place of each word that has a letter and has ended in `bytes`, and returns
  /// where the word begins that may go on after them; their count where there is none.
  package static func forEachWord(
    in bytes: [UInt8], _ body: (Range<Int>) -> Void
  ) -> Int {
    var start = 0
    while start < bytes.count {
      var lexer = WordLexer()
      var (end, verdict) = (start, WordLexer.Verdict.open)
      while verdict == .open, end < bytes.count {
        verdict = lexer.read(bytes[end])
        end += 1
      }
      if verdict == .open { return start }
      if lexer.wordLength > 0 {
        if lexer.hasLetter { body(start..<start + lexer.wordLength) }
        start += lexer.wordLength
      } else {
        // Where the code point that begins no word is malformed, its last byte may begin one.
        start = max(start + 1, end - 1)
      }
    }
    return bytes.count
  }
}

/// The words of a text that is being written, each known as soon as it has ended.
package struct WrittenWords: Sendable, Hashable {
  private var words: Set<String> = []
  /// The end of the text from the beginning of a word that may go on.
  private var open: [UInt8] = []

  /// The words of an empty text.
  package init() {}

  /// Adds `text`, which follows what was added before.
  package mutating func add(_ text: String) {
    let bytes = open + Array(text.utf8)
    let end = WordReader.forEachWord(in: bytes) { range in
      words.insert(String(decoding: bytes[range], as: UTF8.self))
    }
    // So that a text without a break costs no more than its length.
    open = bytes.count - end > 4 * Lexicon.longestWord ? [] : Array(bytes[end...])
  }

  /// Whether `word` stands in the text.
  package func contains(_ word: String) -> Bool { words.contains(word) }
}
