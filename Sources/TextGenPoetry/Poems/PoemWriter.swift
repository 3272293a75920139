import TextGenGeneration
package import TextGenLanguageModeling
import TextGenProsody
package import TextGenTokenization
package import TextGenVerse
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
  /// What words are worth for the theme, in nats.
  package let bonus: [WordID: Double]
  /// The words of the theme and their forms.
  let themeWords: Set<WordID>
  /// What the model reads before the poem.
  let prelude: [TokenID]
  /// The tables of the lines' metres, by what may end them.
  let outlooks: Outlooks

  /// A writer with the words of `lexicon`.
  package init(
    model: Model, tokenizer: any Tokenizer, lexicon: Lexicon, options: PoemOptions
  ) {
    self.model = model
    self.tokenizer = tokenizer
    self.options = options
    spelled = SpelledLexicon(
      lexicon, tokenizer: tokenizer, strictness: options.strictness, kind: options.outline.kind)
    let theme = ThemeWords(options.theme, spelled)
    bonus = theme.weights()
    themeWords = Set(theme.words.flatMap { [$0.word] + $0.family })
    outlooks = Outlooks(spelled.lexicon)
    prelude = tokenizer.nearestEncoding(of: options.prelude).tokens
  }

  /// The words that lines are made of.
  package var lexicon: VerseLexicon { spelled.lexicon }

  /// Themes that no word of the lexicon has.
  package var unknownThemes: [String] {
    options.theme.filter { ThemeWords([$0], spelled).words.isEmpty }
  }

  /// Poem number `index`, from 0, for `seed`.
  ///
  /// - Throws: `PoemFailure` where none was found.
  package func poem(index: Int, seed: UInt64) throws(PoemFailure) -> WrittenPoem {
    var search = PoemSearch(self, seed: seedOfText(index, seed: seed))
    return try search.poem()
  }
}
