package import TextGenAdaptation
package import TextGenGeneration

/// Words for somebody who types: the session follows the text and suggests what may come next.
///
///     var session = model.makeTypingSession()
///     session.append("Os alunos ")
///     session.suggestions(typed: "tir", count: 5)
///
/// An answer costs only what is new since the last one. A session is a value: a copy is a fork.
/// Probabilities are the model's to 1 %.
public struct TypingSession: Sendable {
  /// The most characters before the cursor that count; what is before them is forgotten.
  public static var memory: Int { TextBound.context.characters }

  private var context: any AnyPredictionContext
  /// The end of the text: what is read again where some of it is deleted.
  private var text = ""
  /// Whether what was learned of one text is there for the next one.
  package var keepsLearned = false

  package init(_ context: any AnyPredictionContext) { self.context = context }

  /// Adds what was written before the cursor, exactly as it is in the document.
  ///
  /// Returns how many characters at its beginning were not read, as it is longer than `memory`.
  @discardableResult
  public mutating func append(_ added: String) -> Int {
    let isWhole = context.append(added, within: .context)
    text = TextBound.context.end(of: text + added)
    return isWhole ? 0 : added.count - TextBound.context.end(of: added).count
  }

  /// Takes `count` characters (grapheme clusters) away before the cursor, or all that the session still has.
  public mutating func deleteLast(_ count: Int) {
    guard count > 0 else { return }
    reread(String(text.dropLast(count)))
  }

  /// Makes `earlier`, which was read before, all that is written; nothing more is learned from it.
  package mutating func reread(_ earlier: String) {
    text = TextBound.context.end(of: earlier)
    context.reread(text)
  }

  /// Goes on with the same text in the place of `other`, which has another memory.
  package mutating func goOn(in other: TypingSession) {
    let text = text
    self = other
    reread(text)
  }

  /// What the model remembers; nil where it has no memory.
  package var memory: TextMemory? { (context.learned as? AdaptiveModel.State)?.memory }

  /// Begins an empty text, and forgets what the model has learned of this one.
  public mutating func reset() {
    if keepsLearned { return reread("") }
    context.reset()
    text = ""
  }

  /// The words that may be meant by `typed`, letters of the word at the cursor that are not part of the text,
  /// best first, `count` of them, 1 to 1000; with `right`, text after the cursor, those that fit before it.
  ///
  /// A candidate takes the place of `typed`, which may lack accents and capitals; where no known word begins
  /// with four letters or more, one of them may be wrong.
  public mutating func suggestions(
    typed: String = "", count: Int = 5, before right: String = ""
  ) -> Suggestions {
    let count = min(max(1, count), 1000)
    let found =
      right.isEmpty
      ? context.candidates(prefix: typed, count: count, place: .spaced)
      : context.candidates(
        prefix: typed, count: count, before: right, options: CompletionOptions())
    return Suggestions(found, count: count)
  }

  /// The letters that may come next in the word of which `typed` is typed, best first, each with its
  /// probability given that. With `folds` the letters typed may lack accents and capitals.
  package func letters(typed: String = "", folds: Bool = true) -> [LetterPrediction] {
    context.letters(after: typed, folds: folds)
  }
}

/// The words, and perhaps marks, that may come next.
public struct Suggestions: Sendable, Hashable {
  /// The words, best first. Their probabilities are given that a space is before them.
  public var words: [Candidate]
  /// The words and among them the punctuation marks that are as probable as the fifth word. Where there is
  /// such a mark, all probabilities are given the text alone.
  public var wordsAndMarks: [Candidate]
  /// The probability of a space after the text, by which those of the words were multiplied in
  /// `wordsAndMarks`; 1 where no mark is listed.
  public var spaceProbability: Double
  /// Whether the search came to its limit before it had found as many words as were asked for.
  public var isCutShort: Bool

  package init(_ found: WordPredictions, count: Int) {
    words = found.candidates.map(Candidate.init)
    let all = found.withMarks(among: count)
    wordsAndMarks = all.map(Candidate.init)
    spaceProbability = all.contains(where: \.isMark) ? found.space : 1
    isCutShort = found.isCutShort
  }
}
