import TextGenTokenization

/// A prompt in the nearest form that a model knows.
struct KnownPrompt {
  /// The prompt as the model reads it.
  let text: String

  private let replacements: [NearestEncoding.Replacement]

  /// The form of `prompt` that `tokenizer` knows best.
  init(_ prompt: String, tokenizer: any Tokenizer) {
    let nearest = tokenizer.nearestEncoding(of: prompt)
    replacements = nearest.replacements
    text = replacements.isEmpty ? prompt : tokenizer.decode(nearest.tokens)
  }

  /// Says once what the model has never seen and what it reads instead.
  func sayReplacements() {
    guard !replacements.isEmpty else { return }
    let shown = replacements.prefix(8)
    Conversation.note(
      ReadingMessage.neverSeen(Array(shown), others: replacements.count - shown.count))
  }
}
