import TextGenGeneration
import TextGenJSON

/// Answers of `/v1/sample`: what `sample --json` writes.
struct SampleAnswer: Sendable {
  let request: SampleRequest
  let seed: UInt64

  /// A line for each text, in their order.
  func whole(_ pieces: WrittenPieces) async throws(ServiceFailure) -> [UInt8] {
    var texts: [Int: GeneratedText] = [:]
    var iterator = pieces.makeIterator()
    while let piece = try await iterator.next() { texts[piece.chunk.index] = piece.chunk.result }
    guard texts.count == request.writing.count else { throw .stopping }
    return texts.sorted { $0.key < $1.key }.flatMap { index, text in
      record(index, text).bytes + [0x0A]
    }
  }

  /// Writes an event for each piece of a text, and one for each text when it is done.
  func stream(_ pieces: WrittenPieces, to sink: ServiceAnswer.EventSink) async throws {
    var iterator = pieces.makeIterator()
    while let piece = try await iterator.next() {
      let chunk = piece.chunk
      if !chunk.text.isEmpty {
        try await sink(
          ServiceAnswer.event(["index": .int(chunk.index), "piece": .string(chunk.text)]))
      }
      if let text = chunk.result {
        try await sink(ServiceAnswer.event(record(chunk.index, text)))
      }
    }
  }

  private func record(_ index: Int, _ text: GeneratedText) -> JSONValue {
    var members = [JSONValue.Member("index", .int(index))]
    if request.tellsPrompt { members.append(JSONValue.Member("prompt", .string(request.prompt))) }
    members += [
      JSONValue.Member("text", .string(text.text)),
      JSONValue.Member("seed", .int(Int(clamping: seed))),
      JSONValue.Member("tokens", .int(text.tokens.count)),
      JSONValue.Member("stopped", .string(text.stopped.rawValue)),
    ]
    return .object(members)
  }
}
