import TextGenGeneration
import TextGenLanguageModeling

/// Writes texts one after the other, although they are written side by side: the first one as it
/// comes, what comes of the others when their turn has come. As JSON each text is written as soon as
/// it is done.
struct SampleOutput {
  /// How texts are written.
  enum Format: Sendable { case plain, json, jsonPieces }

  /// What texts begin with; nil where it is not shown.
  private let prompt: String?
  private let seed: UInt64
  private let format: Format
  private var waiting: [Text]
  private var current = 0

  private struct Text {
    var pending = ""
    var result: GeneratedText?
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
    guard format == .plain else { return try writeJSON(chunk) }
    waiting[chunk.index].pending += chunk.text
    if let result = chunk.result { waiting[chunk.index].result = result }
    guard chunk.index == current else { return }
    while current < waiting.count {
      try writeCurrent()
      guard waiting[current].result != nil else { return }
      current += 1
      if current < waiting.count {
        try StandardStream.output.write("\n* * *\n\n" + (prompt ?? ""))
      }
    }
  }

  private func writeJSON(_ chunk: TextChunk) throws(OutputError) {
    if format == .jsonPieces, !chunk.text.isEmpty {
      try StandardStream.output.writeLine(
        json: jsonText(PieceRecord(index: chunk.index, piece: chunk.text)))
    }
    guard let result = chunk.result else { return }
    try StandardStream.output.writeLine(
      json: jsonText(
        SampleRecord(
          index: chunk.index, prompt: prompt, text: result.text, seed: seed,
          tokens: result.tokens.count, stopped: result.stopped)))
  }

  private mutating func writeCurrent() throws(OutputError) {
    let text = waiting[current]
    try StandardStream.output.write(text.pending)
    if let last = text.pending.last { waiting[current].endsLine = last.isNewline }
    waiting[current].pending = ""
    let isEmpty = text.result.map { $0.text.isEmpty } ?? false
    let endsLine = isEmpty ? prompt?.last.map(\.isNewline) ?? false : waiting[current].endsLine
    if text.result != nil, !endsLine { try StandardStream.output.write("\n") }
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

/// A piece of a text as JSON; the names of the properties are its keys.
private struct PieceRecord: Encodable {
  let index: Int
  let piece: String
}
