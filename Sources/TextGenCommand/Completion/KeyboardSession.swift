import TextGenGeneration
import TextGenLanguageModeling
import TextGenTokenization
import TextGenWords

/// A writing session of `complete --keyboard`: one JSON request a line, one JSON answer a line.
///
/// A request that cannot be understood is answered with its error and changes nothing. `KEYBOARD.md`
/// is the reference.
struct KeyboardSession<Model: AutoregressiveModel> {
  private var context: PredictionContext<Model>
  /// The end of the text: what is read again where some of it is deleted.
  private var text = ""

  /// A session that begins with an empty text.
  init(model: Model, tokenizer: any Tokenizer, lexicon: Lexicon?) {
    context = WordPredictor(
      model: model, tokenizer: tokenizer, lexicon: lexicon, options: .interactive
    ).makeContext()
  }

  /// The answer to one line.
  mutating func answer(_ line: StandardInput.Line) -> String {
    do throws(RequestError) {
      return resultText(answer(try KeyboardRequest(line)))
    } catch {
      return jsonText(["error": error.description])
    }
  }

  private mutating func answer(_ request: KeyboardRequest) -> Answer {
    if request.isReset {
      context.reset()
      text = ""
    }
    if request.deleted > 0 {
      text.removeLast(min(request.deleted, text.count))
      context.reread(text)
    }
    var answer = Answer()
    if !context.append(request.added, within: .context) {
      answer.unread = request.added.count - TextBound.context.end(of: request.added).count
    }
    text = TextBound.context.end(of: text + request.added)
    guard let count = request.count else { return answer }
    let found = context.candidates(prefix: request.prefix, count: count, before: request.after)
    let candidates = request.wantsMarks ? found.withMarks(among: count) : found.candidates
    answer.candidates = candidates.map(\.word)
    answer.probabilities = candidates.map(\.probability)
    if candidates.contains(where: \.isMark) { answer.space = found.space }
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
