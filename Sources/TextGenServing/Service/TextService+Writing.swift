import TextGen
import TextGenAdaptation
import TextGenGeneration
import TextGenJSON
import TextGenLanguageModeling
import TextGenTokenization

extension TextService {
  /// An answer of `/v1/completions`.
  func complete(_ request: CompletionRequest) async throws(ServiceFailure) -> ServiceAnswer {
    let start = clock.now()
    let (model, session) = try writer(request)
    let seed = newSeed(request.writing)
    let limit = limits.echoedTokens
    let (prompts, echoes, memory) = try await search { () throws(ServiceFailure) in
      let prompts = try Self.prompts(request.prompts, model)
      let echoes = try Self.echoes(prompts, request, model, limit: limit)
      return (prompts, echoes, session?.memory)
    }
    let notes = request.logProbabilities.map { TokenNotes(bestCount: $0) }
    let pieces = try write(
      prompts, request.writing, seed: seed, notes: notes, model, remembering: memory)
    let answer = CompletionAnswer(
      request: request, model: model, prompts: prompts, echoes: echoes, id: Self.newID(),
      created: clock.date(), seed: seed)
    guard request.writing.streams else {
      return .json(try await answer.whole(pieces)).made(of: pieces)
    }
    return events(from: start) { sink in try await answer.stream(pieces, to: sink) }
      .made(of: pieces)
  }

  /// An answer of `/completion`.
  func complete(_ request: LlamaRequest) async throws(ServiceFailure) -> ServiceAnswer {
    let start = clock.now()
    let (answer, pieces) = try await begin(request)
    guard request.writing.streams else {
      return .json(try await answer.whole(pieces)).made(of: pieces)
    }
    return events(from: start) { sink in try await answer.stream(pieces, to: sink) }
      .made(of: pieces)
  }

  /// Begins to write for a request of llama.cpp's kind.
  func begin(
    _ request: LlamaRequest
  ) async throws(ServiceFailure) -> (answer: LlamaAnswer, pieces: WrittenPieces) {
    let model = try model(request.writing.model)
    let seed = newSeed(request.writing)
    let prompts = try await search { () throws(ServiceFailure) in
      try Self.prompts([request.prompt], model)
    }
    let needsNotes =
      request.probabilityCount > 0 || request.writing.streams || request.returnsTokens
    let notes = TokenNotes(
      bestCount: request.probabilityCount, areDrawn: request.probabilitiesAreDrawn)
    let pieces = try write(
      prompts, request.writing, seed: seed, notes: needsNotes ? notes : nil, model,
      timeLimit: request.timeLimit.map { .milliseconds($0) })
    return (LlamaAnswer(request: request, model: model, prompt: prompts[0], seed: seed), pieces)
  }

  func write(
    _ prompts: [Prompt], _ writing: WritingFields, seed: UInt64, notes: TokenNotes?,
    _ model: ServedModel, remembering memory: TextMemory? = nil, countField: String = "n",
    timeLimit: Duration? = nil
  ) throws(ServiceFailure) -> WrittenPieces {
    let (count, most) = (prompts.count * writing.count, limits.writing.texts)
    guard count <= most else {
      throw .invalidValue(
        countField,
        "the request asks for \(count) texts, but at most \(most) are written side by side here")
    }
    let vocabulary = model.model.tokenizer.vocabulary.count
    if let token = writing.sampling.biases.keys.first(where: { Int($0) >= vocabulary }) {
      throw .invalidValue(
        "logit_bias",
        "logit_bias has the token \(token), but the model's tokens are 0 to "
          + "\(vocabulary - 1)")
    }
    let requests = prompts.map { prompt in
      WritingRequest(
        prompt, count: writing.count, seed: seed, sampling: writing.sampling,
        conditions: writing.conditions, notes: notes)
    }
    do throws(OptionError) {
      for request in requests { try request.validate() }
    } catch {
      throw .invalidValue(
        error.option.replacing("-", with: "_"),
        "\(error.option) is \(error.value), but must be \(error.range)")
    }
    let pace =
      writing.streams ? TextPace(interval: .milliseconds(writing.interval)) : .whole
    guard let memory, let learner = model.learner else {
      return try model.scheduler.write(requests, pace: pace, timeLimit: timeLimit)
    }
    return try learner.write(
      requests, pace: pace, timeLimit: timeLimit, knowing: model.state(knowing: memory))
  }

  /// The model of a request, and the session whose memory speaks with it.
  private func writer(
    _ request: CompletionRequest
  ) throws(ServiceFailure) -> (model: ServedModel, session: WriterSession?) {
    let (model, session) = try self.session(request.session, model: request.writing.model)
    guard session?.method != .both else {
      throw .unsupported("session", "session must be one of the method memory to write texts")
    }
    return (model, session)
  }

  /// The seed of a request, or a new one: a number that all of JSON's readers can hold.
  func newSeed(_ writing: WritingFields) -> UInt64 {
    writing.seed ?? UInt64.random(in: 0...UInt64(UInt32.max))
  }

  private static func newID() -> String {
    "cmpl-" + String(UInt64.random(in: .min ... .max), radix: 36)
      + String(UInt64.random(in: .min ... .max), radix: 36)
  }
}

extension TextService {
  /// The prompts as the model reads them.
  static func prompts(
    _ fields: [PromptField], _ model: ServedModel
  ) throws(ServiceFailure) -> [Prompt] {
    let tokenizer = model.model.tokenizer
    var prompts: [Prompt] = []
    for (index, field) in fields.enumerated() {
      let name = fields.count == 1 ? "prompt" : "prompt[\(index)]"
      switch field {
      case .text(let text): prompts.append(Prompt(text, tokenizer: tokenizer))
      case .tokens(let ids):
        prompts.append(
          Prompt(tokens: try PromptField.tokens(ids, name, tokenizer), tokenizer: tokenizer))
      case .parts(let parts):
        var tokens: [TokenID] = []
        for part in parts {
          switch part {
          case .text(let text): tokens += tokenizer.nearestEncoding(of: text).tokens
          case .tokens(let ids): tokens += try PromptField.tokens(ids, name, tokenizer)
          case .parts: break
          }
        }
        prompts.append(Prompt(tokens: tokens, tokenizer: tokenizer))
      }
    }
    return prompts
  }

  /// What texts begin with, where a request wants its prompts back.
  private static func echoes(
    _ prompts: [Prompt], _ request: CompletionRequest, _ model: ServedModel, limit: Int
  ) throws(ServiceFailure) -> [CompletionAnswer.Echo] {
    guard request.echoes else { return [] }
    guard let count = request.logProbabilities else {
      return prompts.map { CompletionAnswer.Echo(text: $0.text, tokens: []) }
    }
    let tokens = prompts.reduce(0) { $0 + $1.ownTokens.count }
    guard tokens <= limit else {
      throw .tooLarge(
        "prompt has \(tokens) tokens, but with echo and logprobs at most \(limit) are read",
        field: "prompt")
    }
    func noted(_ prompt: Prompt, _ model: some AutoregressiveModel, _ tokenizer: any Tokenizer)
      -> [WrittenToken]?
    { prompt.noted(TokenNotes(bestCount: count), by: model, tokenizer: tokenizer) }
    var echoes: [CompletionAnswer.Echo] = []
    for prompt in prompts {
      guard let tokens = noted(prompt, model.model.model, model.model.tokenizer) else {
        throw .clientGone
      }
      echoes.append(CompletionAnswer.Echo(text: prompt.text, tokens: tokens))
    }
    return echoes
  }

  /// The stream that `write` writes; a failure midway is its last event, without the one that ends it well.
  func events(
    from start: Duration,
    _ write: @escaping @Sendable (ServiceAnswer.EventSink) async throws -> Void
  ) -> ServiceAnswer {
    .events { [metrics, clock] sink in
      do {
        var hasBegun = false
        try await write { bytes in
          if !hasBegun { metrics.didBeginStream(after: clock.now() - start) }
          hasBegun = true
          try await sink(bytes)
        }
      } catch let failure as ServiceFailure {
        try? await sink(ServiceAnswer.event(failure.json))
      } catch {
        // The client has gone.
      }
    }
  }
}
