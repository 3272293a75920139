import TextGenTokenization

/// The tokens of a text that grows at its end, given out as soon as they are certain.
///
/// Text at the end may change its tokens when more is written: a combining mark joins a letter, a
/// word goes on. Held back are, for characters, the last grapheme cluster and, for other units, the
/// last run of white space and what follows it. A run longer than `longestRun` clusters is given
/// out in pieces. What is given out depends on the text alone, not on how it is cut into appends,
/// and each step encodes only new text and one run before it.
struct TokenFeed: Sendable {
  /// The most clusters that are held back for white space to come.
  static let longestRun = 256

  let tokenizer: any Tokenizer
  /// The text whose tokens are not given out yet.
  private(set) var pending = ""
  /// The last token given out; the line break before the first.
  private(set) var last: TokenID
  /// The run before `pending`, with which it is encoded: a word may bring its space along.
  private var anchor = ""
  private var anchorTokens: [TokenID] = []

  /// The feed of an empty text, which begins after a line break.
  init(_ tokenizer: any Tokenizer) {
    self.tokenizer = tokenizer
    last = tokenizer.lineBreak
  }

  /// Adds `text` and returns the tokens that have become certain.
  mutating func append(_ text: String) -> [TokenID] {
    pending += text
    return tokenizer.unit.bringsSpaces ? takeRuns() : takeClusters()
  }

  /// The tokens of the pending text followed by `text`.
  func tokens(adding text: String = "") -> [TokenID] {
    let whole = tokenizer.encode(anchor + pending + text)
    guard whole.starts(with: anchorTokens) else { return tokenizer.encode(pending + text) }
    return Array(whole.dropFirst(anchorTokens.count))
  }

  /// The normalised bytes of the pending text followed by `text`, unknown tokens spelled out.
  func spelling(adding text: String = "") -> [UInt8] {
    let encoding = tokenizer.encoding(of: anchor + pending + text)
    guard encoding.tokens.starts(with: anchorTokens) else {
      var unanchored = self
      (unanchored.anchor, unanchored.anchorTokens) = ("", [])
      return unanchored.spelling(adding: text)
    }
    return spelling(of: encoding, from: anchorTokens.count)
  }
}

extension TokenFeed {
  private func spelling(of encoding: Encoding, from start: Int) -> [UInt8] {
    var unknownSpellings = encoding.unknownSpellings[...]
    var previous = start > 0 ? nil : Optional(last)
    var bytes: [UInt8] = []
    for (index, token) in encoding.tokens.enumerated() {
      var surface = tokenizer.surface(of: token, after: previous)
      if token == tokenizer.unknown, let spelling = unknownSpellings.popFirst() {
        // The unknown token shows as U+FFFD, three bytes, perhaps after a space.
        surface = surface.dropLast(3) + Array(spelling.utf8)
      }
      if index >= start { bytes += surface }
      previous = token
    }
    return bytes
  }

  private mutating func takeClusters() -> [TokenID] {
    guard let final = pending.last else { return [] }
    let tokens = tokenizer.encode(String(pending.dropLast()))
    pending = String(final)
    last = tokens.last ?? last
    return tokens
  }

  /// Gives out the runs of white space and text behind it that are followed by white space.
  private mutating func takeRuns() -> [TokenID] {
    var tokens: [TokenID] = []
    var (start, run, count) = (pending.startIndex, pending.startIndex, 0)
    var wasSpace = true
    for index in pending.indices {
      let isSpace = pending[index].isWhitespace
      if isSpace && !wasSpace {
        (run, count) = (index, 0)
      } else if count == Self.longestRun {
        tokens += take(pending[start..<index])
        (anchor, anchorTokens) = ("", [])
        (start, run, count) = (index, index, 0)
      }
      count += 1
      wasSpace = isSpace
    }
    if run > start { tokens += take(pending[start..<run]) }
    pending = String(pending[run...])
    return tokens
  }

  /// Gives out the tokens of `text`, whose last run becomes the anchor.
  private mutating func take(_ text: Substring) -> [TokenID] {
    var given = self
    given.pending = String(text)
    let tokens = given.tokens()
    last = tokens.last ?? last
    let word = text.lastIndex { !$0.isWhitespace } ?? text.startIndex
    let space = text[..<word].lastIndex(where: \.isWhitespace)
    anchor = String(text[(space.map(text.index(after:)) ?? text.startIndex)...])
    anchorTokens = tokenizer.encode(anchor)
    return tokens
  }
}
