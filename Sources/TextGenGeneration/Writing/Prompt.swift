package import TextGenTokenization

/// The beginning of a text as a model reads it.
package struct Prompt: Sendable, Hashable {
  /// The prompt as it was given, or as its tokens spell it.
  package let text: String
  /// The tokens that are fed, the line break before the text included.
  let tokens: [TokenID]
  /// Bytes at the end of the prompt that are not fed but begin the next token.
  ///
  /// A word or a subword usually brings the space before it along; a prompt that ends with that
  /// space would otherwise be followed by a second one.
  let respelled: [UInt8]

  /// The prompt `text`.
  package init(_ text: String, tokenizer: any Tokenizer) {
    self.text = text
    let holdsSpace =
      tokenizer.unit.bringsSpaces && text.last == " "
      && text.dropLast().last.map { !$0.isWhitespace } == true
    let fed = holdsSpace ? String(text.dropLast()) : text
    tokens = [tokenizer.lineBreak] + tokenizer.nearestEncoding(of: fed).tokens
    respelled = holdsSpace ? [0x20] : []
  }

  /// The prompt that consists of `tokens`, ids of `tokenizer`; it is read exactly so.
  package init(tokens: [TokenID], tokenizer: any Tokenizer) {
    text = tokenizer.decode(tokens)
    self.tokens = [tokenizer.lineBreak] + tokens
    respelled = []
  }

  /// The tokens of the prompt itself.
  package var ownTokens: ArraySlice<TokenID> { tokens.dropFirst() }
}
