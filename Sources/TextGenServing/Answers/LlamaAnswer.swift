import TextGen
import TextGenGeneration
import TextGenJSON
import TextGenTokenization

/// Answers of `/completion`, as llama.cpp's clients read them.
struct LlamaAnswer: Sendable {
  let request: LlamaRequest
  let model: ServedModel
  let prompt: Prompt
  let seed: UInt64

  /// The whole answer: an object, or a list of them where several texts were asked for.
  func whole(_ pieces: WrittenPieces) async throws(ServiceFailure) -> JSONValue {
    var texts: [WrittenPiece] = []
    var iterator = pieces.makeIterator()
    while let piece = try await iterator.next() { texts.append(piece) }
    guard texts.count == request.writing.count else { throw .stopping }
    let answers = texts.sorted { $0.chunk.index < $1.chunk.index }.map { piece in
      last(piece, content: piece.chunk.text, tokens: piece.chunk.result?.tokens ?? [])
    }
    return answers.count == 1 ? answers[0] : .array(answers)
  }

  /// Writes the events of the answer, up to the end of all texts.
  func stream(_ pieces: WrittenPieces, to sink: ServiceAnswer.EventSink) async throws {
    // The number of tokens of each text.
    var written: [Int: Int] = [:]
    var iterator = pieces.makeIterator()
    while let piece = try await iterator.next() {
      let tokens = piece.chunk.tokens.map(\.chosen.token)
      written[piece.chunk.index, default: 0] += tokens.count
      let count = written[piece.chunk.index] ?? 0
      if piece.chunk.result != nil {
        // The last event has no text of its own in llama.cpp.
        if !piece.chunk.text.isEmpty { try await sink(part(piece, tokens, written: count)) }
        try await sink(ServiceAnswer.event(last(piece, content: "", tokens: [])))
      } else {
        try await sink(part(piece, tokens, written: count))
      }
    }
  }

  /// An answer with another text than was written.
  func last(_ piece: WrittenPiece, content: String, tokens: [TokenID]) -> JSONValue {
    let result = piece.chunk.result
    var members: [JSONValue.Member] = [
      JSONValue.Member("index", .int(piece.chunk.index)),
      JSONValue.Member("content", .string(content)),
      JSONValue.Member("tokens", request.returnsTokens ? Self.ids(tokens) : []),
      JSONValue.Member("stop", true),
      JSONValue.Member("model", .string(model.name)),
      JSONValue.Member("tokens_predicted", .int(result?.tokens.count ?? 0)),
      JSONValue.Member("tokens_evaluated", .int(prompt.ownTokens.count)),
      JSONValue.Member("generation_settings", LlamaSettings(request, seed: seed).json),
      JSONValue.Member("prompt", .string(prompt.text)),
      JSONValue.Member("has_new_line", .bool(result?.text.contains("\n") ?? false)),
      JSONValue.Member("truncated", false),
      JSONValue.Member("stop_type", .string(Self.stopType(result?.stopped))),
      JSONValue.Member("stopping_word", .string(result?.stopText ?? "")),
      JSONValue.Member("tokens_cached", 0),
      JSONValue.Member("timings", timings(piece, written: result?.tokens.count ?? 0)),
    ]
    if request.probabilityCount > 0 {
      members.append(JSONValue.Member("completion_probabilities", probabilities(piece)))
    }
    return picked(.object(members))
  }
}

extension LlamaAnswer {
  private func part(_ piece: WrittenPiece, _ tokens: [TokenID], written: Int) -> [UInt8] {
    var members: [JSONValue.Member] = [
      JSONValue.Member("index", .int(piece.chunk.index)),
      JSONValue.Member("content", .string(piece.chunk.text)),
      JSONValue.Member("tokens", Self.ids(tokens)), JSONValue.Member("stop", false),
    ]
    if request.probabilityCount > 0 {
      members.append(JSONValue.Member("completion_probabilities", probabilities(piece)))
    }
    if request.timesTokens {
      members.append(JSONValue.Member("timings", timings(piece, written: written)))
    }
    return ServiceAnswer.event(.object(members))
  }

  private static func ids(_ tokens: [TokenID]) -> JSONValue {
    .array(tokens.map { .int(Int($0)) })
  }

  /// llama.cpp's word for why a text ended.
  private static func stopType(_ reason: StopReason?) -> String {
    switch reason {
    case .length, .lines: "limit"
    case .stop: "word"
    case .end: "eos"
    case .complete, .failed, nil: "none"
    }
  }

  private func timings(_ piece: WrittenPiece, written: Int) -> JSONValue {
    func figures(_ count: Int, _ time: Duration, _ name: String) -> [JSONValue.Member] {
      let milliseconds = time.seconds * 1000
      let each = count > 0 ? milliseconds / Double(count) : 0
      let rate = milliseconds > 0 ? Double(count) / milliseconds * 1000 : 0
      return [
        JSONValue.Member("\(name)_n", .int(count)),
        JSONValue.Member("\(name)_ms", .number(milliseconds)),
        JSONValue.Member("\(name)_per_token_ms", .number(each)),
        JSONValue.Member("\(name)_per_second", .number(rate)),
      ]
    }
    return .object(
      figures(prompt.ownTokens.count, piece.reading, "prompt")
        + figures(written, piece.writing, "predicted"))
  }

  private func probabilities(_ piece: WrittenPiece) -> JSONValue {
    let isDrawn = request.probabilitiesAreDrawn
    func choice(_ choice: WrittenToken.Choice, _ bytes: [UInt8]) -> [JSONValue.Member] {
      [
        JSONValue.Member("id", .int(Int(choice.token))),
        JSONValue.Member("token", .string(String(decoding: bytes, as: UTF8.self))),
        JSONValue.Member("bytes", .array(bytes.map { .int(Int($0)) })),
        isDrawn
          ? JSONValue.Member("prob", .number(exponential(choice.logProbability)))
          : JSONValue.Member("logprob", .number(choice.logProbability)),
      ]
    }
    return .array(
      piece.chunk.tokens.map { token in
        let best = token.best.map { best in
          JSONValue.object(choice(best, model.model.tokenizer.surface(of: best.token, after: nil)))
        }
        return .object(
          choice(token.chosen, token.bytes)
            + [JSONValue.Member(isDrawn ? "top_probs" : "top_logprobs", .array(best))])
      })
  }

  /// The fields that were asked for; one of a path such as `timings/prompt_n` is called by its path.
  private func picked(_ answer: JSONValue) -> JSONValue {
    guard let names = request.responseFields else { return answer }
    return .object(
      names.compactMap { name in
        let path = name.split(separator: "/").map(String.init)
        // llama.vim asks for the field without a name, which is none.
        guard !path.isEmpty else { return nil }
        let value = path.reduce(Optional(answer)) { value, name in value?[name] }
        return value.map { JSONValue.Member(name, $0) }
      })
  }
}
