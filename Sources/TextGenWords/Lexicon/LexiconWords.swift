/// The words of a lexicon that begin with given bytes, in the order of their bytes.
package struct LexiconWords: Sequence, IteratorProtocol, Sendable {
  private let lexicon: Lexicon
  /// The beginning of the next word.
  private var word: [UInt8]
  /// Where the next arc begins at each depth, nil after the last one.
  private var path: [Int?] = []
  /// Whether the beginning itself is a word that is still to be given.
  private var beginsWithWord = false
  /// As many words as there can be, whatever a damaged file says.
  private var remaining: Int

  init(_ lexicon: Lexicon, beginning: [UInt8]) {
    self.lexicon = lexicon
    word = beginning
    remaining = lexicon.count
    guard let last = beginning.last else {
      path = [lexicon.place(after: [])]
      return
    }
    guard let place = lexicon.place(after: beginning.dropLast()),
      let arc = lexicon.arc(last, from: place)
    else { return }
    beginsWithWord = arc.endsWord
    path = [arc.target]
  }

  /// The next word.
  package mutating func next() -> String? {
    nextBytes().map { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes of the next word.
  package mutating func nextBytes() -> [UInt8]? {
    guard remaining > 0 else { return nil }
    if beginsWithWord {
      beginsWithWord = false
      remaining -= 1
      return word
    }
    while let place = path.last {
      guard let place, let arc = lexicon.code.arc(at: place, of: lexicon.bytes) else {
        path.removeLast()
        if !path.isEmpty { word.removeLast() }
        continue
      }
      path[path.count - 1] = arc.isLast ? nil : arc.end
      path.append(arc.target)
      word.append(arc.label)
      if arc.endsWord {
        remaining -= 1
        return word
      }
    }
    return nil
  }
}
