import TextGen
import TextGenGeneration
import TextGenJSON
import TextGenLanguageModeling
import TextGenTokenization

extension TextService {
  /// An answer of `/v1/next-words`.
  func nextWords(_ request: NextWordsRequest) async throws(ServiceFailure) -> ServiceAnswer {
    let (model, session) = try self.session(request.session, model: request.model)
    if request.finishes { return try await finish(request, model) }
    let (contexts, now) = (contexts, clock.now())
    let answer = try await search { () throws(ServiceFailure) -> JSONValue in
      let (before, typed) =
        request.isPartial
        ? LastWord.split(request.text) : (before: request.text[...], typed: request.text.suffix(0))
      // Words that only the accents tell from what was typed are taken out afterwards.
      let count = request.folds ? request.count : min(1000, 4 * request.count + 20)
      let (typedText, folds) = (String(typed), request.folds)
      let found: Suggestions
      var letters: [LetterPrediction]?
      if let session {
        (found, letters) = try session.read(String(before)) {
          document -> (Suggestions, [LetterPrediction]?) in
          let words = document.suggestions(typed: typedText, count: count)
          guard request.tellsLetters else { return (words, nil) }
          return (words, document.letters(typed: typedText, folds: folds))
        }
      } else {
        var context = contexts.session(model, reading: before, now: now)
        found = context.suggestions(typed: typedText, count: count)
        if request.tellsLetters { letters = context.letters(typed: typedText, folds: folds) }
      }
      let candidates = found.wordsAndMarks.filter { candidate in
        request.folds || candidate.isMark || candidate.word.hasPrefix(typed)
      }.prefix(request.count)
      var position: [JSONValue.Member] = [
        JSONValue.Member("offset", .int(before.count)),
        JSONValue.Member("candidates", .array(candidates.map(Self.record))),
      ]
      if candidates.contains(where: \.isMark) {
        position.append(JSONValue.Member("space", Self.probability(found.spaceProbability)))
      }
      if found.isCutShort { position.append(JSONValue.Member("complete", false)) }
      var members = [
        JSONValue.Member("model", .string(model.name)),
        JSONValue.Member("positions", [.object(position)]),
      ]
      if let letters {
        members.append(JSONValue.Member("letters", Self.records(letters)))
      }
      return .object(members)
    }
    metrics.didSearch(for: clock.now() - now)
    return .json(answer)
  }

  /// The same with the text finished; there dots and underscores would mean something.
  private func finish(
    _ request: NextWordsRequest, _ model: ServedModel
  ) async throws(ServiceFailure) -> ServiceAnswer {
    let end = request.text.reversed().first { !$0.isWhitespace }
    guard !request.text.contains("__"), !request.text.hasSuffix("..."), end != "…", end != "_"
    else {
      throw .unsupported(
        "finish", "finish is not supported for a text that ends with dots or has a blank")
    }
    let isPartial = request.isPartial && !LastWord.split(request.text).typed.isEmpty
    return try await completion(
      of: request.text, count: request.count, isPartial ? .unfinished : .whole, model)
  }

  /// An answer of `/v1/fill`.
  func fill(_ request: FillRequest) async throws(ServiceFailure) -> ServiceAnswer {
    try await completion(of: request.text, count: request.count, .whole, try model(request.model))
  }

  private func completion(
    of text: String, count: Int, _ lastWord: TextModel.LastWord, _ model: ServedModel
  ) async throws(ServiceFailure) -> ServiceAnswer {
    let start = clock.now()
    let json = try await search { () throws(ServiceFailure) -> String in
      do throws(CompletionFailure) {
        let completion = try model.model.complete(text, count: count, lastWord: lastWord)
        return CompletionRecord(model: model.name, text: text, completion).json
      } catch {
        throw .invalidValue("text", error.description)
      }
    }
    metrics.didSearch(for: clock.now() - start)
    return .text(Array(json.utf8), "application/json")
  }

  /// An answer of `/v1/surprise`.
  func surprise(_ request: SurpriseRequest) async throws(ServiceFailure) -> ServiceAnswer {
    let model = try model(request.model)
    return .json(
      try await search { () throws(ServiceFailure) -> JSONValue in
        SurpriseAnswer(model.model.score(request.text), model: model.name).json
      })
  }

  private static func record(_ candidate: Candidate) -> JSONValue {
    let members: [JSONValue.Member] = [
      JSONValue.Member("word", .string(candidate.word)),
      JSONValue.Member("probability", probability(candidate.probability)),
    ]
    return .object(candidate.isMark ? members + [JSONValue.Member("mark", true)] : members)
  }

  /// The letters that are worth a key, best first.
  private static func records(_ letters: [LetterPrediction]) -> JSONValue {
    .array(
      letters.prefix(40).filter { $0.probability >= 1e-4 }.map { letter in
        [
          "text": .string(String(letter.letter)),
          "probability": probability(min(1, letter.probability)),
        ]
      })
  }

  /// A probability with the digits that mean something.
  private static func probability(_ value: Double) -> JSONValue {
    .number(SignificantDigits.ofProbabilities.rounded(value))
  }
}
