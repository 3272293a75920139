import TextGenGeneration
import TextGenJSON

/// A request of `/infill`: text to be written between what is before the cursor and what is after it.
package struct InfillRequest: Sendable, Hashable {
  /// The end of other texts that counts, in characters.
  package static let extraCharacters = 2000

  /// What is before the cursor, with the end of other texts before it.
  package var before: String
  /// What is after the cursor.
  package var after: String
  /// Everything else; its prompt is `before`.
  package var settings: LlamaRequest

  /// Reads a body; names of samplers that are unknown are ignored here.
  package init(_ body: [UInt8]) throws(ServiceFailure) {
    var fields = try RequestFields(body)
    let prefix = try fields.string("input_prefix") ?? ""
    let prompt = try fields.string("prompt") ?? ""
    after = try fields.string("input_suffix") ?? ""
    var extra = ""
    for (field, value) in try fields.list("input_extra", atMost: 1024) ?? [] {
      var part = try RequestFields(value, field: field)
      extra += (try part.string("text") ?? "") + "\n"
    }
    before = String(extra.suffix(Self.extraCharacters)) + prefix + prompt
    try fields.refuse("stream", unless: [false], "stream is not supported here")
    settings = try LlamaRequest(&fields, prompt: .text(before))
  }

  /// Whether the text after the cursor goes on in the same line.
  package var goesOnInLine: Bool {
    after.prefix { !$0.isNewline }.contains { !$0.isWhitespace }
  }
}
