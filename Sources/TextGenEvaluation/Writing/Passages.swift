import TextGenTokenization

/// Passages that are measured together: the samples of a model, or pieces of a real text.
package struct Passages: Sendable, Hashable {
  /// The code points of each passage, in NFC with LF as the only line end.
  let texts: [[Unicode.Scalar]]

  /// The passages `texts`, brought into normal form.
  package init(_ texts: [String]) {
    self.texts = texts.map { Array(TextNormalizer.normalize($0).text.unicodeScalars) }
  }

  /// Pieces of `text`, one as long as each of `others`, spread evenly over it.
  ///
  /// A piece begins after an empty line or, where there is none within its length, with a line, as
  /// samples do, as far as the text has room to choose. Pieces do not overlap: of a text too short
  /// for all of them, the last are missing or cut.
  package init(piecesOf text: String, asLongAs others: Passages) {
    let scalars = Array(TextNormalizer.normalize(text).text.unicodeScalars)
    var pieces: [[Unicode.Scalar]] = []
    var end = 0
    var remaining = others.characterCount
    for (number, other) in others.texts.enumerated() where end < scalars.count {
      let last = scalars.count - remaining
      let place = max(end, min(number * scalars.count / others.texts.count, last))
      let start = Self.beginning(in: scalars, from: place, within: min(other.count, last - place))
      end = min(scalars.count, start + other.count)
      remaining -= other.count
      pieces.append(Array(scalars[start..<end]))
    }
    texts = pieces
  }

  /// The number of code points.
  package var characterCount: Int { texts.reduce(0) { $0 + $1.count } }

  /// The words as they are spelled, and how often each stands there.
  ///
  /// Words are those of `WordScanner`, but for one that the end of its passage may have cut.
  package var spellings: [String: Int] {
    var counts: [String: Int] = [:]
    for text in texts {
      for word in Self.words(of: text) { counts[String(text[word]), default: 0] += 1 }
    }
    return counts
  }

  /// The same words of each passage by their numbers in `index`, which learns those that are new.
  func words(numberedBy index: inout WordIndex) -> [[WordID]] {
    texts.map { index.add(Self.words(of: $0), of: $0) }
  }

  private static func words(of text: [Unicode.Scalar]) -> [Range<Int>] {
    WordScanner(text).filter { $0.upperBound < text.count }
  }

  /// Where a piece begins: at `place`, or at most `length` code points later where that is above 0.
  private static func beginning(
    in scalars: [Unicode.Scalar], from place: Int, within length: Int
  ) -> Int {
    guard place > 0, length > 0 else { return place }
    var line: Int?
    for start in place...min(scalars.count - 1, place + length)
    where scalars[start - 1] == "\n" && scalars[start] != "\n" {
      if start > 1, scalars[start - 2] == "\n" { return start }
      if line == nil { line = start }
    }
    return line ?? place
  }
}
