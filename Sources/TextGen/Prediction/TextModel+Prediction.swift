package import TextGenGeneration
import TextGenLanguageModeling

extension TextModel {
  /// The most candidates of one position.
  public static var maximumCandidates: Int { 1000 }

  /// What a text's last word is.
  public enum LastWord: Sendable, Hashable {
    /// Whole: the next one is predicted.
    case whole
    /// Still being typed: its ends are predicted.
    case unfinished
  }

  /// The best candidates for each position of `text`, `count` each, and the text completed.
  ///
  /// `...`, `…` or `___` at the end mark the position to go on from; without a mark it is after the last word.
  /// Two or more underscores anywhere are a blank, and what stands to its right counts. A probability at the
  /// end of a text is the model's, to a millionth; at a blank it is the word's share among those weighed.
  ///
  /// - Throws: `CompletionFailure` for a count outside 1 to 1000 and for more than 16 blanks.
  public func complete(
    _ text: String, count: Int = 5, lastWord: LastWord = .whole
  ) throws(CompletionFailure) -> TextCompletion {
    try complete(text, count: count, lastWord: lastWord, searching: WordSearchOptions())
  }

  /// The same, with searches that go as far as `options` say.
  package func complete(
    _ text: String, count: Int, lastWord: LastWord, searching options: WordSearchOptions
  ) throws(CompletionFailure) -> TextCompletion {
    do throws(CompletionError) {
      return TextCompletion(
        try wordPredictor(options).complete(
          text, count: count, lastWord: lastWord == .whole ? .finished : .unfinished))
    } catch {
      throw CompletionFailure(error)
    }
  }

  /// The words that may come after `text`, the most probable first, `count` of them, 1 to 1000; with
  /// `typed`, those that may be meant by letters typed so far.
  public func nextWords(after text: String, typed: String = "", count: Int = 5) -> Suggestions {
    var session = makeTypingSession()
    session.append(text)
    return session.suggestions(typed: typed, count: count)
  }

  /// A session for somebody who types.
  public func makeTypingSession() -> TypingSession {
    TypingSession(wordPredictor(.interactive).makeAnyContext())
  }

  /// A predictor that searches as far as `options` say.
  package func wordPredictor(
    _ options: WordSearchOptions = WordSearchOptions()
  ) -> any AnyWordPredictor {
    func make(_ model: some AutoregressiveModel) -> any AnyWordPredictor {
      WordPredictor(model: model, tokenizer: tokenizer, lexicon: file.lexicon)
    }
    var predictor = predictor.get { make(model) }
    predictor.options = options
    return predictor
  }
}
