import TextGen
import TextGenGeneration
import TextGenJSON
import TextGenTokenization

/// Answers of `/v1/completions`.
struct CompletionAnswer: Sendable {
  /// What comes before the texts of one prompt.
  struct Echo: Sendable {
    /// The prompt.
    var text: String
    /// The notes of its tokens, where they are asked for.
    var tokens: [WrittenToken]
  }

  let request: CompletionRequest
  let model: ServedModel
  let prompts: [Prompt]
  /// The prompts that texts begin with; empty where they don't.
  let echoes: [Echo]
  let id: String
  let created: Int
  let seed: UInt64

  /// The whole answer.
  func whole(_ pieces: WrittenPieces) async throws(ServiceFailure) -> JSONValue {
    var texts: [Int: WrittenPiece] = [:]
    var iterator = pieces.makeIterator()
    while let piece = try await iterator.next() { texts[number(of: piece)] = piece }
    let choices = texts.sorted { $0.key < $1.key }.map { number, piece in
      var log = logProbabilities(piece.prompt)
      let echo = echoes.isEmpty ? nil : echoes[piece.prompt]
      let text = (echo?.text ?? "") + piece.chunk.text
      return choice(
        number, text, (echo?.tokens ?? []) + piece.chunk.tokens, log: &log,
        finish: piece.chunk.result.map(Self.finishReason))
    }
    guard choices.count == prompts.count * request.writing.count else { throw .stopping }
    let written = texts.values.reduce(0) { $0 + ($1.chunk.result?.tokens.count ?? 0) }
    return .object(head + [member("choices", .array(choices)), member("usage", usage(written))])
  }

  /// Writes the events of the answer, up to the end of all texts.
  func stream(_ pieces: WrittenPieces, to sink: ServiceAnswer.EventSink) async throws {
    var logs = prompts.indices.flatMap { prompt in
      (0..<request.writing.count).map { _ in logProbabilities(prompt) }
    }
    for (prompt, echo) in echoes.enumerated() {
      for index in 0..<request.writing.count {
        let number = prompt * request.writing.count + index
        let choice = choice(number, echo.text, echo.tokens, log: &logs[number], finish: nil)
        try await sink(event([choice]))
      }
    }
    var written = 0
    var iterator = pieces.makeIterator()
    while let piece = try await iterator.next() {
      let number = number(of: piece)
      written += piece.chunk.result?.tokens.count ?? 0
      let choice = choice(
        number, piece.chunk.text, piece.chunk.tokens, log: &logs[number],
        finish: piece.chunk.result.map(Self.finishReason))
      try await sink(event([choice]))
    }
    if request.includesUsage {
      try await sink(
        ServiceAnswer.event(
          .object(head + [member("choices", []), member("usage", usage(written))])))
    }
    try await sink(ServiceAnswer.done)
  }
}

extension CompletionAnswer {
  private func member(_ name: String, _ value: JSONValue) -> JSONValue.Member {
    JSONValue.Member(name, value)
  }

  /// The number of a text among all texts of the request.
  private func number(of piece: WrittenPiece) -> Int {
    piece.prompt * request.writing.count + piece.chunk.index
  }

  private var head: [JSONValue.Member] {
    [
      member("id", .string(id)), member("object", "text_completion"),
      member("created", .int(created)),
      member("model", .string(model.name)),
      member("system_fingerprint", .string(model.fingerprint)),
      member("seed", .int(Int(clamping: seed))),
    ]
  }

  private func logProbabilities(_ prompt: Int) -> LogProbabilities {
    let tokenizer = model.model.tokenizer
    return echoes.isEmpty
      ? LogProbabilities(tokenizer, after: prompts[prompt].ownTokens.last ?? tokenizer.lineBreak)
      : LogProbabilities(tokenizer, after: tokenizer.lineBreak)
  }

  private func choice(
    _ number: Int, _ text: String, _ tokens: [WrittenToken], log: inout LogProbabilities,
    finish: String?
  ) -> JSONValue {
    [
      "text": .string(text), "index": .int(number),
      "logprobs": request.logProbabilities == nil ? .null : log.json(tokens),
      "finish_reason": .optional(finish.map(JSONValue.string)),
    ]
  }

  private func event(_ choices: [JSONValue]) -> [UInt8] {
    let usage = request.includesUsage ? [member("usage", .null)] : []
    return ServiceAnswer.event(.object(head + [member("choices", .array(choices))] + usage))
  }

  private func usage(_ written: Int) -> JSONValue {
    let read = prompts.reduce(0) { $0 + $1.ownTokens.count }
    return [
      "prompt_tokens": .int(read), "completion_tokens": .int(written),
      "total_tokens": .int(read + written),
    ]
  }

  /// The reasons that OpenAI's clients know.
  private static func finishReason(_ text: GeneratedText) -> String {
    text.stopped == .length ? "length" : "stop"
  }
}
