import TextGenTokenization

/// The beginning of a text as a model reads it.
struct Prompt: Sendable {
  let text: String
  /// The tokens that are fed, the line break before the text included.
  let tokens: [TokenID]
  /// Bytes at the end of the prompt that are not fed but begin the next token.
  ///
  /// A word or a subword usually brings the space before it along; a prompt that ends with that
  /// space would otherwise be followed by a second one.
  let respelled: [UInt8]

  init(_ text: String, tokenizer: any Tokenizer) {
    self.text = text
    let holdsSpace =
      tokenizer.unit != .character && text.last == " "
      && text.dropLast().last.map { !$0.isWhitespace } == true
    let fed = holdsSpace ? String(text.dropLast()) : text
    tokens = [tokenizer.lineBreak] + tokenizer.nearestEncoding(of: fed).tokens
    respelled = holdsSpace ? [0x20] : []
  }
}
