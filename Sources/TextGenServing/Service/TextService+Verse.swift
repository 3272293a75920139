import TextGen
import TextGenCompute
import TextGenGeneration
import TextGenJSON
import TextGenLanguageModeling
import TextGenPoetry
import TextGenTokenization
import TextGenWords

extension TextService {
  /// An answer of `/v1/verse`: the poems of `textgen sample --form` with that seed.
  func verse(_ request: VerseRequest) async throws(ServiceFailure) -> ServiceAnswer {
    let start = clock.now()
    let model = try writer(request.model)
    guard
      let lexicon = Lexicon.forPoems(model.model.lexicon, tokenizer: model.model.tokenizer)
    else {
      throw .unsupported("model", "the model \"\(model.name)\" doesn't say which words it knows")
    }
    let seed = request.seed ?? UInt64.random(in: 0...UInt64(UInt32.max))
    let answer = VerseAnswer(request: request, modelName: model.name, seed: seed)
    guard request.streams else {
      let outcomes = try await search(on: poets) {
        () throws(ServiceFailure) -> [VerseAnswer.Outcome] in
        var outcomes: [VerseAnswer.Outcome] = []
        Self.write(request, model, lexicon, seed) { _, _ in
        } didEnd: {
          outcomes.append($0)
        }
        return outcomes
      }
      return .json(try answer.whole(outcomes))
    }
    return events(from: start) { [self] sink in
      let (events, continuation) = AsyncStream.makeStream(of: JSONValue.self)
      let searching = Task {
        defer { continuation.finish() }
        try await search(on: poets) { () throws(ServiceFailure) in
          var shown: [String] = []
          Self.write(request, model, lexicon, seed) { index, lines in
            let common = zip(shown, lines).prefix { $0 == $1 }.count
            if common < shown.count {
              continuation.yield(
                ["index": .int(index), "retract": .int(shown.count - common)])
            }
            for line in lines[common...] {
              continuation.yield(["index": .int(index), "line": .string(line)])
            }
            shown = lines
          } didEnd: { outcome in
            shown = []
            continuation.yield(answer.record(outcome))
          }
        }
      }
      try await withTaskCancellationHandler {
        for await event in events { try await sink(ServiceAnswer.event(event)) }
        try await searching.value
      } onCancel: {
        searching.cancel()
      }
    }
  }

  /// Writes poems one after the other; a cancelled task ends it.
  private static func write(
    _ request: VerseRequest, _ model: ServedModel, _ lexicon: Lexicon, _ seed: UInt64,
    didChange: @escaping (Int, [String]) -> Void, didEnd: (VerseAnswer.Outcome) -> Void
  ) {
    func write(_ model: some AutoregressiveModel, _ tokenizer: any Tokenizer) {
      let writer = PoemWriter(
        model: model, tokenizer: tokenizer, lexicon: lexicon, options: request.options)
      for index in 0..<request.count where !Task.isCancelled {
        let result = Result { () throws(PoemFailure) in
          try writer.poem(index: index, seed: seed) { didChange(index, $0) }
        }
        didEnd(
          VerseAnswer.Outcome(
            index: index, result: result, unknownThemes: writer.unknownThemes))
      }
    }
    write(model.model.model, model.model.tokenizer)
  }
}
