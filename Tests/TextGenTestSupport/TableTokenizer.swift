package import TextGenTokenization

/// A tokenizer of characters or subwords for tests: the longest surface that fits comes next.
package struct TableTokenizer: Tokenizer {
  /// What one token stands for.
  package let unit: TokenUnit
  /// The bytes of each token.
  package let surfaces: [[UInt8]]
  /// The tokens by their numbers.
  package let vocabulary: Vocabulary
  /// Token 1.
  package let lineBreak: TokenID
  /// Token 0.
  package let unknown: TokenID?

  /// Token 0 is unknown, token 1 the line break, then `surfaces`.
  package init(_ unit: TokenUnit, bytes surfaces: [[UInt8]]) {
    self.unit = unit
    self.surfaces = [Array("\u{FFFD}".utf8), Array("\n".utf8)] + surfaces
    vocabulary = Vocabulary(tokens: self.surfaces.indices.map(String.init))
    (unknown, lineBreak) = (0, 1)
  }

  /// The same with surfaces that are texts.
  package init(_ unit: TokenUnit, _ surfaces: [String]) {
    self.init(unit, bytes: surfaces.map { Array($0.utf8) })
  }

  package func encoding(of text: String) -> Encoding {
    var encoding = Encoding()
    var rest = Array(text.utf8)[...]
    while let first = rest.first {
      let fitting = surfaces.indices.dropFirst().filter { rest.starts(with: surfaces[$0]) }
      if let best = fitting.max(by: { surfaces[$0].count < surfaces[$1].count }) {
        encoding.tokens.append(TokenID(best))
        rest = rest.dropFirst(surfaces[best].count)
      } else {
        let length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        encoding.tokens.append(0)
        encoding.unknownSpellings.append(String(decoding: rest.prefix(length), as: UTF8.self))
        rest = rest.dropFirst(length)
      }
    }
    return encoding
  }

  package func surface(of token: TokenID, after previous: TokenID?) -> [UInt8] {
    surfaces[Int(token)]
  }

  package func spellingBits(of spelling: String) -> Double { 0 }

  /// A tokenizer of the characters of `text`.
  package static func characters(_ text: String) -> TableTokenizer {
    TableTokenizer(.character, text.map(String.init))
  }
}
