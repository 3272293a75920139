import TextGenLanguageModeling
import TextGenPoetry
import TextGenProsody

/// Writes poems in their order, each as soon as it is done; of one that failed only JSON has a line.
struct PoemOutput {
  /// What a poem was asked for, as reports have it.
  struct Request {
    let form: Form?
    let theme: String?
    let strictness: Strictness
    let seed: UInt64
    let isJSON: Bool
  }

  let request: Request
  private var written = 0
  /// What to say of the poems that failed.
  private(set) var failures: [PoemMessage] = []

  init(_ request: Request) { self.request = request }

  /// Writes poem number `index`, from 0, or why there is none.
  mutating func add(_ result: Result<WrittenPoem, PoemFailure>, index: Int) throws(OutputError) {
    switch result {
    case .success(let poem):
      if request.isJSON {
        try StandardStream.output.writeLine(json: jsonText(record(poem, index)))
      } else {
        try StandardStream.output.write((written > 0 ? "\n* * *\n\n" : "") + poem.text)
      }
      written += 1
    case .failure(let failure):
      let message = PoemMessage.notFound(
        failure, form: request.form?.name, seed: request.seed, poem: index + 1)
      failures.append(message)
      if request.isJSON {
        try StandardStream.output.writeLine(json: jsonText(record(failure, index, message)))
      }
    }
  }

  private func record(_ poem: WrittenPoem, _ index: Int) -> JSONValue {
    let form = request.form
    let violations = form?.violations(in: poem.poem) ?? []
    let scanned = ScanRecord(
      number: index + 1, poem: poem.poem, form: form, violations: violations)
    return record(
      index, steps: poem.steps, plans: poem.plans,
      [
        "text": .string(poem.text), "tokens": .int(poem.tokens), "stopped": .string("form"),
        "poem": scanned.json,
      ])
  }

  private func record(_ failure: PoemFailure, _ index: Int, _ message: PoemMessage) -> JSONValue {
    record(
      index, steps: failure.steps, plans: failure.plans,
      [
        "text": .null, "tokens": .int(0), "stopped": .string("failed"), "poem": .null,
        "failure": .object([
          "line": .int(failure.line), "reason": .string(failure.reason.name),
          "message": .string(message.english),
        ]),
      ])
  }

  /// What each poem was asked for and what its search took, with `members`.
  private func record(
    _ index: Int, steps: Int, plans: Int, _ members: [String: JSONValue]
  ) -> JSONValue {
    let common: [String: JSONValue] = [
      "index": .int(index), "prompt": .string(""), "seed": .unsigned(request.seed),
      "form": .optional(request.form?.name), "theme": .optional(request.theme),
      "strict": .string(request.strictness.rawValue), "steps": .int(steps), "plans": .int(plans),
    ]
    return .object(common.merging(members) { _, own in own })
  }
}
