import TextGenWords

/// Finds the words of a text: what recall, savings and perplexity per word are counted in.
///
/// A word is a match of `\w+(?:[-'’]\w+)*` with at least one letter, where `\w` is a letter
/// (general category L), a number (Nd, Nl, No) or an underscore: Python's `\w`, so that figures can
/// be compared with those of other programs. `guarda-chuva`, `d’água` and `dir-se-ia` are one word,
/// `9,5` is none. A combining mark that has no composed form ends a word.
package struct WordScanner: Sequence, IteratorProtocol, Sendable {
  private let scalars: [Unicode.Scalar]
  private var position = 0

  /// A scanner of `scalars`, a text in NFC.
  package init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// The offsets of the next word in code points.
  package mutating func next() -> Range<Int>? {
    while position < scalars.count {
      guard scalars[position].isWordScalar else {
        position += 1
        continue
      }
      let start = position
      position = end(ofTokenFrom: start)
      if scalars[start..<position].contains(where: \.isLetter) { return start..<position }
    }
    return nil
  }

  /// The end of the longest match that begins at `start`, where a word scalar stands.
  private func end(ofTokenFrom start: Int) -> Int {
    var end = start + 1
    while end < scalars.count {
      if scalars[end].isWordScalar {
        end += 1
      } else if scalars[end].isWordJoiner, end + 1 < scalars.count,
        scalars[end + 1].isWordScalar
      {
        end += 2
      } else {
        break
      }
    }
    return end
  }
}

extension Unicode.Scalar {
  /// Whether the scalar is a letter, a number or an underscore.
  fileprivate var isWordScalar: Bool { isLetter || isNumber || self == "_" }
}
