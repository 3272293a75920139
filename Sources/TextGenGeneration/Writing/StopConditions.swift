/// When a text ends: at whichever condition comes first.
package struct StopConditions: Sendable, Hashable {
  /// The most characters (grapheme clusters), at least 0; nil for no such limit.
  package var characters: Int?
  /// The most lines, at least 0, lines of white space not counted; nil for no such limit.
  package var lines: Int?
  /// Texts that end the text before themselves, none of them empty: the one that is whole first and, of
  /// several at once, the longest.
  package var texts: [String]
  /// The most tokens, at least 0, which bounds every text.
  package var tokens: Int

  /// Conditions; those left out do not apply, and the limit is a million tokens.
  package init(
    characters: Int? = nil, lines: Int? = nil, texts: [String] = [], tokens: Int = 1_000_000
  ) {
    self.characters = characters
    self.lines = lines
    self.texts = texts
    self.tokens = tokens
  }

  /// Refuses values outside their legal ranges.
  ///
  /// - Throws: `OptionError`, which names the option, the value and the range.
  package func validate() throws(OptionError) {
    try OptionError.require((characters ?? 0) >= 0, "length", characters ?? 0, "0 or more")
    try OptionError.require((lines ?? 0) >= 0, "lines", lines ?? 0, "0 or more")
    try OptionError.require(
      !texts.contains(""), "stop", "empty", "a text of at least one character")
    try OptionError.require(tokens >= 0, "tokens", tokens, "0 or more")
  }
}

/// Why a text ended.
package enum StopReason: String, Sendable, Hashable, Codable {
  /// It has as many characters or tokens as were asked for.
  case length
  /// It has as many lines as were asked for.
  case lines
  /// It came to the stop text, which is not part of it.
  case stop
  /// No token could be chosen.
  case end
  /// It keeps its rule, after which nothing may follow.
  case complete
  /// None was found that keeps its rule.
  case failed
}
