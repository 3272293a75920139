extension Lexicon {
  /// The lexicon of the words of both.
  ///
  /// - Throws: `LexiconError` where one of them is damaged.
  package func joined(with other: Lexicon) throws(LexiconError) -> Lexicon {
    if self == other { return self }
    try verify()
    try other.verify()
    return Lexicon(sorting: allWords + other.allWords)
  }

  private var allWords: [[UInt8]] {
    var result: [[UInt8]] = []
    result.reserveCapacity(count)
    var words = words()
    while let word = words.nextBytes() { result.append(word) }
    return result
  }

  /// Looks at all of its bytes: each arc leads to a state, and there are as many words as it says.
  ///
  /// Looking words up needs no such check; going through all words does, as what leads to no word can
  /// take for ever.
  ///
  /// - Throws: `LexiconError` that says where it is damaged.
  package func verify() throws(LexiconError) {
    var states: [(start: Int, arcs: [Arc])] = []
    var (place, start) = (root, root)
    var arcs: [Arc] = []
    while place < bytes.count {
      guard let arc = code.arc(at: place, of: bytes),
        arcs.last.map({ $0.label < arc.label }) ?? true
      else { throw LexiconError("it is damaged at its byte \(place)") }
      arcs.append(arc)
      place = arc.end
      if arc.isLast {
        states.append((start, arcs))
        (arcs, start) = ([], place)
      }
    }
    guard arcs.isEmpty else { throw LexiconError("it ends within a word") }
    var counts: [Int: Int] = [:]
    for state in states.reversed() {
      var sum = 0
      for arc in state.arcs {
        sum += arc.endsWord ? 1 : 0
        guard let target = arc.target else { continue }
        guard let words = counts[target] else {
          throw LexiconError("it leads to its byte \(target), where nothing begins")
        }
        sum = min(sum + words, Int(UInt32.max))
      }
      counts[state.start] = sum
    }
    guard counts[root] ?? 0 == count else {
      throw LexiconError("it announces \(count) words, but has \(counts[root] ?? 0)")
    }
  }
}
