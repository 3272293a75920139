import TextGenGeneration
package import TextGenLanguageModeling
import TextGenProsody
package import TextGenTokenization
package import TextGenWords

/// Writes poems that keep a form, with any model whose file knows words.
///
///     let writer = PoemWriter(model: model, tokenizer: tokenizer, lexicon: lexicon, options: options)
///     let poem = try writer.poem(index: 0, seed: 7)
///     print(poem.text)
///
/// The same seed gives the same poem on any number of threads: no clock ends a search.
package struct PoemWriter<Model: AutoregressiveModel>: Sendable {
  let model: Model
  let tokenizer: any Tokenizer
  let spelled: SpelledLexicon
  let options: PoemOptions
  let near: NearWords
  /// What words are worth for the theme, in nats; empty without one.
  let bonus: [Float]
  /// The words of the theme and their forms.
  let themeWords: WantedWords
  /// The words that come most with those of the theme.
  let companions: WantedWords
  /// What these are worth more while a poem has too few of them, in nats.
  let worthOfCompanion: Float
  /// The words of the themes that the lexicon lacks.
  package let unknownThemes: [String]
  /// The model's state before the first line.
  let start: Model.State
  /// The tables of the lines' metres, by what may end them.
  let outlooks: Outlooks

  /// A writer with the words of `lexicon`.
  package init(
    model: Model, tokenizer: any Tokenizer, lexicon: Lexicon, options: PoemOptions
  ) {
    self.model = model
    self.tokenizer = tokenizer
    self.options = options
    let spelled = SpelledLexicon(
      lexicon, tokenizer: tokenizer, strictness: options.strictness, kind: options.outline.kind,
      asked: ThemeWords.texts(options.theme))
    self.spelled = spelled
    near = NearWords(spelled.lexicon)
    let theme = ThemeWords(options.theme, spelled)
    bonus = theme.worth(near)
    themeWords = WantedWords(theme.own, spelled)
    let company = theme.companions(near)
    companions = WantedWords(company, spelled)
    worthOfCompanion = theme.worth(ofCompany: company)
    outlooks = Outlooks(spelled.lexicon)
    unknownThemes = options.theme.flatMap { ThemeWords.unknown(in: $0, spelled) }
    var start = model.makeState()
    model.feed(
      [spelled.lineBreak] + tokenizer.nearestEncoding(of: options.prelude).tokens, to: &start)
    self.start = start
  }

  /// Poem number `index`, from 0, for `seed`. Where the task is cancelled the search ends.
  ///
  /// - Parameter progress: called with the lines so far whenever another one is looked for.
  /// - Throws: `PoemFailure` where none was found.
  package func poem(
    index: Int, seed: UInt64, progress: ([String]) -> Void = { _ in }
  ) throws(PoemFailure) -> WrittenPoem {
    var search = PoemSearch(self, seed: seedOfText(index, seed: seed))
    return try search.poem(progress)
  }
}
