import TextGenJSON

/// A request of `/v1/next-words`.
package struct NextWordsRequest: Sendable, Hashable {
  package var model: String?
  /// The text before the cursor, literally: dots and underscores mean nothing.
  package var text: String
  /// Whether the last word is still being typed.
  package var isPartial: Bool
  /// Candidates, 1 to 100.
  package var count: Int
  /// Whether letters typed without accents find words with them.
  package var folds: Bool
  /// Whether the letters that may come next are told, too.
  package var tellsLetters: Bool
  /// The session that learns from the text; nil for none.
  package var session: String?
  /// Whether the text is to be finished with the best word and its sentence.
  package var finishes: Bool

  /// Reads a body.
  package init(_ body: [UInt8]) throws(ServiceFailure) {
    var fields = try RequestFields(body)
    model = try fields.string("model")
    text = try fields.neededString("text")
    isPartial = try fields.flag("partial") ?? true
    count = try fields.integer("count", in: 1...100) ?? 5
    folds = try fields.flag("fold") ?? true
    finishes = try fields.flag("finish") ?? false
    tellsLetters = try fields.flag("letters") ?? false
    session = try fields.string("session")
    guard session == nil || !finishes else {
      throw .unsupported("finish", "finish is not supported with a session")
    }
    guard !tellsLetters || !finishes else {
      throw .unsupported("letters", "letters is not supported with finish")
    }
    try fields.finish()
  }
}
