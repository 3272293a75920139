import TextGenGeneration
import TextGenJSON

/// A request of `/v1/sample`: the options of `textgen sample` by their long names.
package struct SampleRequest: Sendable, Hashable {
  /// The most characters of a text.
  package static let characterLimit = 1_000_000

  package var prompt: String
  /// Whether texts are told with their prompt.
  package var tellsPrompt: Bool
  package var writing: WritingFields

  /// Reads a body.
  package init(_ body: [UInt8]) throws(ServiceFailure) {
    var fields = try RequestFields(body.isEmpty ? Array("{}".utf8) : body)
    var writing = WritingFields()
    writing.model = try fields.string("model")
    prompt = try fields.string("prompt") ?? ""
    tellsPrompt = try !(fields.flag("no_echo") ?? false)
    writing.count = try fields.integer("count", in: 1...CompletionRequest.textLimit) ?? 1
    writing.seed = try fields.takeSeed()
    try fields.takeSampling(
      [
        ("temperature", .temperature), ("top_k", .topK), ("top_p", .topP), ("min_p", .minP),
        ("typical_p", .typicalP), ("mirostat", .mirostat),
        ("repetition_penalty", .repetitionPenalty),
      ], into: &writing.sampling)
    let length = try fields.integer("length", in: 0...Self.characterLimit)
    let lines = try fields.integer("lines", in: 0...Self.characterLimit / 1000)
    writing.conditions = StopConditions(
      characters: length ?? lines.map { $0 * 1000 } ?? 500, lines: lines,
      texts: try fields.takeStops(atMost: 4), tokens: WritingFields.tokenLimit)
    try fields.takeStream(into: &writing)
    try fields.finish()
    self.writing = writing
  }
}
