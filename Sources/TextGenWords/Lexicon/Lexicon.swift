/// A set of words in a few bytes each, asked as it lies in a file.
///
/// The words are a minimal acyclic automaton whose arcs are their bytes (Daciuk, Mihov, Watson and
/// Watson 2000): what words begin or end with in common is stored once. An arc of `bytes` leads only
/// to bytes after it, so whatever a damaged file holds, a look-up ends within as many steps as the
/// word has bytes. Opening one looks at its head alone.
package struct Lexicon: Sendable, Hashable {
  /// The automaton as a file holds it; `ArcCode` describes it.
  package let bytes: [UInt8]
  /// The number of words.
  package let count: Int
  let code: ArcCode
  /// Where the arcs of the root begin.
  let root: Int

  /// The lexicon that a file holds as `bytes`.
  ///
  /// - Throws: `LexiconError` where their head is none of a lexicon; `verify` looks at the rest.
  package init(bytes: [UInt8]) throws(LexiconError) {
    guard let head = LexiconHead(bytes) else {
      throw LexiconError(
        "its \(bytes.count) bytes do not begin as those of a lexicon do")
    }
    guard head.count == 0 || head.end < bytes.count else {
      throw LexiconError("it announces \(head.count) words, but has room for none")
    }
    self.bytes = bytes
    (count, code, root) = (head.count, head.code, head.end)
  }

  /// The lexicon of `words`; those without a byte and those of more than `longestWord` bytes are left
  /// out.
  package init(_ words: some Sequence<String>) {
    self.init(sorting: words.map { Array($0.utf8) })
  }

  /// The lexicon of words in UTF-8, in any order.
  package init(sorting words: [[UInt8]]) {
    let sorted = words.sorted { $0.lexicographicallyPrecedes($1) }
    var builder = LexiconBuilder()
    for word in sorted where (1...Self.longestWord).contains(word.count) { builder.add(word) }
    let (states, count) = builder.finish()
    let encoder = LexiconEncoder(states, wordCount: count)
    (bytes, self.count, code, root) = (encoder.bytes, count, encoder.code, encoder.root)
  }

  /// The most bytes of a word; what is longer is no word.
  package static var longestWord: Int { 64 }

  /// Whether `word` is in the lexicon, spelled and capitalised exactly so.
  package func contains(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    guard let last = bytes.last, let place = place(after: bytes.dropLast()) else { return false }
    return arc(last, from: place)?.endsWord ?? false
  }

  /// Whether any word begins with `beginning`, or is it.
  package func hasWord(beginning: String) -> Bool {
    let bytes = Array(beginning.utf8)
    guard count > 0, let last = bytes.last else { return count > 0 }
    return place(after: bytes.dropLast()).map { arc(last, from: $0) != nil } ?? false
  }

  /// The words that begin with `beginning`, in the order of their bytes.
  package func words(beginning: String = "") -> LexiconWords {
    LexiconWords(self, beginning: Array(beginning.utf8))
  }
}

extension Lexicon {
  /// Where the arcs begin that go on after `beginning`; nil where nothing goes on.
  func place(after beginning: some Sequence<UInt8>) -> Int? {
    var place = root < bytes.count ? root : nil
    for byte in beginning {
      guard let from = place else { return nil }
      place = arc(byte, from: from)?.target
    }
    return place
  }

  /// The arc of `label` among those that begin at `place`.
  func arc(_ label: UInt8, from place: Int) -> Arc? {
    var next = place
    while let arc = code.arc(at: next, of: bytes), arc.label <= label {
      if arc.label == label { return arc }
      if arc.isLast { return nil }
      next = arc.end
    }
    return nil
  }
}

/// Why bytes are no lexicon.
package struct LexiconError: Error, Hashable, CustomStringConvertible {
  /// The end of a sentence about a lexicon.
  package let description: String

  init(_ description: String) { self.description = description }
}
