import TextGenJSON
import TextGenPoetry
import TextGenProsody

/// Answers of `/v1/verse`.
struct VerseAnswer: Sendable {
  /// What came of one search.
  struct Outcome: Sendable {
    let index: Int
    let result: Result<WrittenPoem, PoemFailure>
    /// Words of the theme that the model doesn't know.
    let unknownThemes: [String]
  }

  let request: VerseRequest
  let modelName: String
  let seed: UInt64

  /// A poem, with its scansion as its form was checked by it, or why there is none.
  func record(_ outcome: Outcome) -> JSONValue {
    switch outcome.result {
    case .success(let poem): .object(head(outcome) + members(poem))
    case .failure(let failure): .object(head(outcome) + members(failure))
    }
  }

  private func members(_ poem: WrittenPoem) -> [JSONValue.Member] {
    let scanned = poem.poem
    return [
      member("text", .string(poem.text)), member("tokens", .int(poem.tokens)),
      member("stopped", "form"), member("steps", .int(poem.steps)),
      member("plans", .int(poem.plans)), member("scheme", .string(scanned.scheme)),
      member("metre", .optional(scanned.metre.map { .string($0.name) })),
      member(
        "stanzas",
        .array(scanned.stanzas.map { .array($0.map { Self.record(scanned.lines[$0]) }) })),
    ]
  }

  private func members(_ failure: PoemFailure) -> [JSONValue.Member] {
    [
      member("text", .null), member("tokens", 0), member("stopped", "failed"),
      member("steps", .int(failure.steps)), member("plans", .int(failure.plans)),
      member(
        "failure",
        [
          "line": .int(failure.line), "reason": .string(failure.reason.name),
          "message": .string(Self.sentence(failure)),
        ]),
    ]
  }

  /// The whole answer.
  ///
  /// - Throws: `ServiceFailure` where no poem was found.
  func whole(_ outcomes: [Outcome]) throws(ServiceFailure) -> JSONValue {
    if let failure = noPoem(outcomes) { throw failure }
    return [
      "model": .string(modelName), "seed": .int(Int(clamping: seed)),
      "poems": .array(outcomes.map(record)),
    ]
  }

  /// The refusal where none of the poems was found.
  private func noPoem(_ outcomes: [Outcome]) -> ServiceFailure? {
    var first: PoemFailure?
    for outcome in outcomes {
      switch outcome.result {
      case .success: return nil
      case .failure(let failure): first = first ?? failure
      }
    }
    return first.map { failure in
      ServiceFailure(
        status: 422, .invalidRequest, code: "no_poem",
        "no \(request.form ?? "poem") was found for seed \(seed): \(Self.sentence(failure))",
        field: Self.field(failure))
    }
  }

  private func head(_ outcome: Outcome) -> [JSONValue.Member] {
    [
      member("index", .int(outcome.index)), member("seed", .int(Int(clamping: seed))),
      member("form", .optional(request.form.map(JSONValue.string))),
      member("theme", .array(request.options.theme.map(JSONValue.string))),
      member("unknown_theme", .array(outcome.unknownThemes.map(JSONValue.string))),
      member("strict", .string(request.options.strictness.rawValue)),
    ]
  }

  private static func record(_ line: ScannedLine) -> JSONValue {
    [
      "text": .string(line.text), "syllables": .optional(line.reading.map { .int($0.count) }),
      "stresses": .array((line.reading?.stresses ?? []).map { .int($0) }),
      "rhyme": .string(line.rhyme.letter),
    ]
  }

  private func member(_ name: String, _ value: JSONValue) -> JSONValue.Member {
    JSONValue.Member(name, value)
  }

  private static func field(_ failure: PoemFailure) -> String? {
    switch failure.reason {
    case .firstLine, .givenLine: "first_line"
    case .acrostic: "acrostic"
    case .rhyme: "rhyme"
    case .steps: nil
    }
  }

  private static func sentence(_ failure: PoemFailure) -> String {
    switch failure.reason {
    case .firstLine(let found?, let asked):
      "the first line is read with \(found) syllables, but \(asked) are asked"
    case .firstLine(nil, let asked):
      "the first line can't be read as verse; give one of \(asked) syllables"
    case .givenLine(.acrostic):
      "the first line begins with another letter than the acrostic; change one of them"
    case .givenLine:
      "the first line ends with a word that can bear no stress; end it with another word"
    case .rhyme(let needed, let known):
      "line \(failure.line) needs \(needed) words that rhyme, and at most \(known) that do are known"
    case .acrostic(let letter):
      "the model knows no word with which line \(failure.line) may begin with \(letter)"
    case .steps:
      "line \(failure.line) failed most often in \(failure.steps) steps; try another seed, theme or "
        + "strict pt-br"
    }
  }
}
