package import TextGenAdaptation
import TextGenLanguageModeling

/// A writing session of `complete --keyboard`: one JSON request per line, one JSON answer per line.
///
/// A request that cannot be understood is answered with its error and changes nothing. `KEYBOARD.md`
/// is the reference.
package struct KeyboardSession {
  private var session: TypingSession

  /// A session that begins with an empty text.
  package init(_ model: TextModel) { session = model.makeTypingSession() }

  /// A session that goes on with another one's text and memory.
  package init(_ session: TypingSession) { self.session = session }

  /// What the model remembers; nil where it has no memory.
  package var memory: TextMemory? { session.memory }

  /// The answer to one line; nil stands for one that is longer than `KeyboardRequest.maximumLineLength`.
  package mutating func answer(_ line: [UInt8]?) -> String {
    do throws(RequestError) {
      return Self.answer(try KeyboardRequest(line), in: &session)
    } catch {
      return Self.refusal(error)
    }
  }

  /// The answer to a request of somebody whose text `session` follows.
  package static func answer(
    _ request: KeyboardRequest, in session: inout TypingSession
  ) -> String {
    resultText(found(request, in: &session))
  }

  /// The answer to a line that is no request.
  package static func refusal(_ error: RequestError) -> String {
    jsonText(["error": error.description])
  }

  private static func found(
    _ request: KeyboardRequest, in session: inout TypingSession
  ) -> Answer {
    if request.isReset { session.reset() }
    session.deleteLast(request.deleted)
    var answer = Answer()
    let unread = session.append(request.added)
    if unread > 0 { answer.unread = unread }
    guard let count = request.count else { return answer }
    let found = session.suggestions(
      typed: request.prefix, count: count, before: request.after)
    let candidates = request.wantsMarks ? found.wordsAndMarks : found.words
    answer.candidates = candidates.map(\.word)
    answer.probabilities = candidates.map(\.probability)
    if candidates.contains(where: \.isMark) { answer.space = found.spaceProbability }
    if found.isCutShort { answer.complete = false }
    return answer
  }

  /// The names of the properties are the keys of the JSON.
  private struct Answer: Encodable {
    var candidates: [String] = []
    var probabilities: [Double] = []
    /// The probability of a space after the text, where a mark is listed: a factor of all words'.
    var space: Double?
    /// False where the list is cut short; absent elsewhere.
    var complete: Bool?
    /// The characters at the beginning of the added text that were not read, where there are any.
    var unread: Int?
  }
}
