import TextGen
import TextGenGeneration
import TextGenJSON

extension TextService {
  /// An answer of `/infill`: a word where the text goes on in the same line, else the rest of a sentence.
  func infill(_ request: InfillRequest) async throws(ServiceFailure) -> ServiceAnswer {
    if request.settings.writing.conditions.tokens > 0, request.goesOnInLine {
      return try await fillWord(request)
    }
    var settings = request.settings
    settings.writing.conditions.lines = 1
    let (answer, pieces) = try await begin(settings)
    var iterator = pieces.makeIterator()
    while let piece = try await iterator.next() {
      guard piece.chunk.result != nil else { continue }
      let content = Self.sentence(piece.chunk.text)
      let tokens = piece.chunk.result?.tokens ?? []
      return .json(answer.last(piece, content: content, tokens: tokens)).made(of: pieces)
    }
    throw .stopping
  }

  /// The best word between both texts.
  private func fillWord(_ request: InfillRequest) async throws(ServiceFailure) -> ServiceAnswer {
    let model = try model(request.settings.writing.model)
    // A text that is not written at all has the shape of the answer.
    var settings = request.settings
    settings.writing.conditions.tokens = 0
    settings.writing.count = 1
    let (answer, pieces) = try await begin(settings)
    let word = try await search { () throws(ServiceFailure) -> String in
      var session = model.model.makeTypingSession()
      session.append(request.before)
      let best = session.suggestions(count: 1, before: request.after).words.first?.word ?? ""
      let isSpaced = request.before.last.map { $0.isWhitespace } ?? true
      let space = request.after.first.map { $0.isWhitespace || $0.isPunctuation } ?? true
      return best.isEmpty ? "" : (isSpaced ? "" : " ") + best + (space ? "" : " ")
    }
    var iterator = pieces.makeIterator()
    guard let piece = try await iterator.next() else { throw .stopping }
    return .json(answer.last(piece, content: word, tokens: []))
  }

  /// `text` up to the end of its first sentence.
  static func sentence(_ text: String) -> String {
    guard let end = text.firstIndex(where: { ".!?…".contains($0) }) else { return text }
    // Marks that follow one another, and a quote after them, belong to it.
    let rest = text[end...].drop { ".!?…".contains($0) || "\"”»".contains($0) }
    return String(text[..<rest.startIndex])
  }
}
