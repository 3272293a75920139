import TextGenGeneration
import TextGenLanguageModeling

/// Writes texts one after the other, although they are written side by side: the first one as it
/// comes, what comes of the others when their turn has come. As JSON each text is written as soon as
/// it is done. Of a text that failed only JSON has a line.
struct SampleOutput {
  /// How texts are written.
  enum Format: Sendable { case plain, json, jsonPieces }

  /// What texts begin with; nil where it is not shown.
  private let prompt: String?
  private let seed: UInt64
  private let format: Format
  private var waiting: [Text]
  private var current = 0
  /// The number of texts that have begun.
  private var begun = 0
  /// What to say of the texts that failed.
  private(set) var failures: [ReadingMessage] = []

  private struct Text {
    var pending = ""
    var result: GeneratedText?
    var hasBegun = false
    var endsLine = true
  }

  /// An output of `count` texts.
  init(prompt: String?, seed: UInt64, count: Int, format: Format) {
    self.prompt = prompt
    self.seed = seed
    self.format = format
    waiting = Array(repeating: Text(), count: count)
  }

  /// Begins the first text.
  func begin() throws(OutputError) {
    if format == .plain { try StandardStream.output.write(prompt ?? "") }
  }

  /// Takes a piece of one of the texts.
  mutating func add(_ chunk: TextChunk) throws(OutputError) {
    if let failure = chunk.result?.failure {
      failures.append(message(failure, ofText: chunk.index))
    }
    guard format == .plain else { return try writeJSON(chunk) }
    waiting[chunk.index].pending += chunk.text
    if let result = chunk.result { waiting[chunk.index].result = result }
    guard chunk.index == current else { return }
    while current < waiting.count {
      try writeCurrent()
      guard waiting[current].result != nil else { return }
      current += 1
    }
  }

  private func writeJSON(_ chunk: TextChunk) throws(OutputError) {
    if format == .jsonPieces, !chunk.text.isEmpty {
      try StandardStream.output.writeLine(
        json: jsonText(PieceRecord(index: chunk.index, piece: chunk.text)))
    }
    guard let result = chunk.result else { return }
    if let failure = result.failure {
      return try StandardStream.output.writeLine(
        json: jsonText(
          FailedRecord(
            index: chunk.index, prompt: prompt, seed: seed,
            failure: FailedRecord.Failure(
              line: failure.beginning.count(where: \.isNewline) + 1, deadEnds: failure.deadEnds,
              message: message(failure, ofText: chunk.index).english))))
    }
    try StandardStream.output.writeLine(
      json: jsonText(
        SampleRecord(
          index: chunk.index, prompt: prompt, text: result.text, seed: seed,
          tokens: result.tokens.count, stopped: result.stopped)))
  }

  private mutating func writeCurrent() throws(OutputError) {
    let text = waiting[current]
    let isEnd = text.result != nil
    guard text.result?.failure == nil, isEnd || !text.pending.isEmpty else { return }
    if !text.hasBegun {
      if begun > 0 { try StandardStream.output.write("\n* * *\n\n" + (prompt ?? "")) }
      begun += 1
      waiting[current].hasBegun = true
    }
    try StandardStream.output.write(text.pending)
    if let last = text.pending.last { waiting[current].endsLine = last.isNewline }
    waiting[current].pending = ""
    let isEmpty = text.result.map { $0.text.isEmpty } ?? false
    let endsLine = isEmpty ? prompt?.last.map(\.isNewline) ?? false : waiting[current].endsLine
    if isEnd, !endsLine { try StandardStream.output.write("\n") }
  }

  /// Why a text failed.
  private func message(_ failure: ConstraintFailure, ofText index: Int) -> ReadingMessage {
    .deadEnds(
      failure.deadEnds, text: index + 1, seed: seed,
      after: String(failure.beginning.suffix(30)), wanted: Array(failure.wanted))
  }
}

/// A text as JSON; the names of the properties are its keys.
private struct SampleRecord: Encodable {
  let index: Int
  let prompt: String?
  let text: String
  let seed: UInt64
  let tokens: Int
  let stopped: StopReason
}

/// A text that failed as JSON.
private struct FailedRecord: Encodable {
  struct Failure: Encodable {
    let line: Int
    let reason = "acrostic"
    let deadEnds: Int
    let message: String

    private enum CodingKeys: String, CodingKey {
      case deadEnds = "dead_ends"
      case line, reason, message
    }
  }

  private enum CodingKeys: CodingKey { case index, prompt, text, seed, tokens, stopped, failure }

  let index: Int
  let prompt: String?
  let seed: UInt64
  let failure: Failure

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(index, forKey: .index)
    try container.encodeIfPresent(prompt, forKey: .prompt)
    try container.encodeNil(forKey: .text)
    try container.encode(seed, forKey: .seed)
    try container.encode(0, forKey: .tokens)
    try container.encode(StopReason.failed, forKey: .stopped)
    try container.encode(failure, forKey: .failure)
  }
}

/// A piece of a text as JSON; the names of the properties are its keys.
private struct PieceRecord: Encodable {
  let index: Int
  let piece: String
}
