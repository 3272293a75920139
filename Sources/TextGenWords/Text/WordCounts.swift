import TextGenTokenization

/// How often each word occurs in a training text, as it is written.
package struct WordCounts: Sendable {
  private var table = ByteStringTable()
  private var counts: [Int] = []
  /// The number of words of the text, each time that one occurs.
  private var total = 0

  /// The words of an empty text.
  package init() {}

  /// Adds the words of `piece`, normalised UTF-8 that begins and ends where no word goes on.
  package mutating func add(_ piece: [UInt8]) {
    let end = WordReader.forEachWord(in: piece) { count(piece, $0) }
    if end < piece.count {
      // A space ends the last word as the next piece does.
      let open = Array(piece[end...]) + [0x20]
      _ = WordReader.forEachWord(in: open) { count(open, $0) }
    }
  }

  private mutating func count(_ bytes: [UInt8], _ range: Range<Int>) {
    guard range.count <= Lexicon.longestWord else { return }
    let index = table.insert(bytes, range)
    if index == counts.count { counts.append(0) }
    counts[index] += 1
    total += 1
  }

  /// The lexicon of the words that a model of this text knows.
  ///
  /// Where a text is short, an author's poems, every word is hers. In a long one what occurs once is
  /// mostly a slip or a rare name: of 270,251 words of 103 million characters 115,000. In one of several
  /// hundred million slips come twice. The limit keeps the lexicon small beside the weights: where it is
  /// exceeded, more rare words are left out.
  package func lexicon(byteLimit: Int = 1_000_000) -> Lexicon {
    var minimum = total <= Self.shortText ? 1 : total <= Self.longText ? 2 : 3
    while true {
      let lexicon = lexicon(minimumCount: minimum)
      if lexicon.bytes.count <= byteLimit || lexicon.count == 0 { return lexicon }
      minimum += max(1, minimum / 2)
    }
  }

  /// The most words of a text of which all are kept: some 3 million characters.
  private static var shortText: Int { 500_000 }

  /// The most words of a text in which two occurrences suffice: some 150 million characters.
  private static var longText: Int { 25_000_000 }

  /// The lexicon of the words that occur so often; a capital is left out where the small form says as
  /// much.
  func lexicon(minimumCount: Int) -> Lexicon {
    let frequent = counts.indices.filter { counts[$0] >= minimumCount }.map { Array(table[$0]) }
    return Lexicon(
      sorting: frequent.filter { word in
        let text = String(decoding: word, as: UTF8.self)
        return !text.smallForms.contains { small in
          let bytes = Array(small.utf8)
          return table.index(of: bytes, bytes.indices).map { counts[$0] >= minimumCount } ?? false
        }
      })
  }
}
