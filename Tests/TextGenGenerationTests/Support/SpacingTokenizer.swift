import TextGenTokenization

/// A tokenizer of words for tests: one space between words is implied, another is a token, and a
/// glue token stands where the space is missing.
struct SpacingTokenizer: Tokenizer {
  let words: [String]
  let vocabulary: Vocabulary
  let unit = TokenUnit.word
  let lineBreak: TokenID = 1
  let unknown: TokenID? = 0
  private let space: TokenID = 2
  private let glue: TokenID = 3

  /// Tokens 0 to 3 are unknown, line break, space and glue, then `words` and signs.
  init(_ words: [String]) {
    self.words = ["\u{FFFD}", "\n", " ", ""] + words
    vocabulary = Vocabulary(tokens: self.words.indices.map(String.init))
  }

  func encoding(of text: String) -> Encoding {
    var encoding = Encoding()
    var spaceCount = 0
    for piece in Self.pieces(of: text) {
      if piece == " " {
        spaceCount += 1
        continue
      }
      let token = words.dropFirst(4).firstIndex(of: piece).map(TokenID.init)
      let next = piece == "\n" ? lineBreak : token ?? 0
      appendGap(spaceCount, before: next, to: &encoding.tokens)
      if next == 0 { encoding.unknownSpellings.append(piece) }
      encoding.tokens.append(next)
      spaceCount = 0
    }
    encoding.tokens += Array(repeating: space, count: spaceCount)
    return encoding
  }

  private func appendGap(_ count: Int, before next: TokenID, to tokens: inout [TokenID]) {
    let isImplied = tokens.last.map { impliesSpace($0, next) } ?? false
    if isImplied, count == 0 { tokens.append(glue) }
    if !isImplied || count > 1 { tokens += Array(repeating: space, count: count) }
  }

  func surface(of token: TokenID, after previous: TokenID?) -> [UInt8] {
    let isSpaced = previous.map { impliesSpace($0, token) } ?? false
    return (isSpaced ? [0x20] : []) + Array(words[Int(token)].utf8)
  }

  func spellingBits(of spelling: String) -> Double { 0 }

  private func impliesSpace(_ left: TokenID, _ right: TokenID) -> Bool {
    let closers = [",", "."]
    func isWord(_ token: TokenID) -> Bool {
      token == 0 || token > 3 && !closers.contains(words[Int(token)])
    }
    return (isWord(left) || closers.contains(words[Int(left)]) && left > 3) && isWord(right)
  }

  private static func pieces(of text: String) -> [String] {
    var pieces: [String] = []
    for character in text {
      let isInside = character.isLetter || character == "-"
      if isInside, let last = pieces.last?.last, last.isLetter || last == "-" {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
      }
    }
    return pieces
  }
}
