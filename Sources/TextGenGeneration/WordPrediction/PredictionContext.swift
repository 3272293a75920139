package import TextGenLanguageModeling
import TextGenTokenization
import TextGenWords

/// A text that is being written, ready to say which word comes next.
///
///     var context = predictor.makeContext()
///     context.append("Os alunos ")
///     let first = context.candidates(prefix: "", count: 5)
///     let later = context.candidates(prefix: "tir", count: 5)
///
/// The model reads text once, as soon as its tokens are certain, and the texts that were searched
/// for one word are kept while its letters are typed, so an answer costs only what is new. Cutting
/// the text into other appends changes nothing. The context is a value: a copy is a fork.
package struct PredictionContext<Model: AutoregressiveModel>: Sendable {
  let predictor: WordPredictor<Model>
  private(set) var feed: TokenFeed
  package private(set) var state: Model.State
  /// The natural logarithm of the probability of the tokens read by `appendScoring`.
  private(set) var logProbability = 0.0
  private var end = TextEnd()
  private var search: WordSearch<Model>?
  /// The words that lists give first.
  private(set) var known: KnownWords

  init(_ predictor: WordPredictor<Model>) {
    self.predictor = predictor
    feed = TokenFeed(predictor.tokenizer)
    known = KnownWords(predictor.formation)
    state = predictor.model.makeState()
    predictor.model.feed([predictor.tokenizer.lineBreak], to: &state)
  }

  /// Whether a space belongs between the text and a next word.
  var needsSpace: Bool { end.needsSpace }

  /// Begins a new, empty text.
  package mutating func reset() { self = PredictionContext(predictor) }

  /// Begins a new, empty text; what the model has learned stays.
  mutating func beginText() {
    let (predictor, learned) = (predictor, state)
    self = PredictionContext(predictor)
    state = learned
    predictor.model.beginText(in: &state)
    predictor.model.feed([predictor.tokenizer.lineBreak], to: &state)
  }

  /// Reads `text`, which the model has read before, in place of all that is written.
  package mutating func reread(_ text: String) {
    beginText()
    suppose(text)
  }

  /// Adds what `bound` lets through of `text`; where that is not the whole, a new text begins with it.
  ///
  /// Returns whether it is the whole.
  package mutating func append(_ text: String, within bound: TextBound) -> Bool {
    let isWhole = bound.holds(text)
    if !isWhole { beginText() }
    append(isWhole ? text : bound.end(of: text))
    return isWhole
  }

  /// Adds `text`, exactly as it stands in the document; a model that adapts itself learns from it.
  package mutating func append(_ text: String) {
    known.add(text)
    extend(text) { model, tokens, state in
      model.learn(tokens, state: &state)
      return 0
    }
  }

  /// Appends tentative text: the model reads it without learning from it.
  private mutating func suppose(_ text: String) {
    known.add(text)
    extend(text) { model, tokens, state in
      model.feed(tokens, to: &state)
      return 0
    }
  }

  /// Appends tentative text, and adds its log-probability, as far as it is certain, to
  /// `logProbability`.
  mutating func appendScoring(_ text: String) {
    extend(text) { model, tokens, state in
      model.score(tokens, state: &state).reduce(0) { $0 + Double($1) }
    }
  }

  private mutating func extend(
    _ text: String, reading: (Model, [TokenID], inout Model.State) -> Double
  ) {
    guard !text.isEmpty else { return }
    search = nil
    let tokens = feed.append(text)
    if !tokens.isEmpty { logProbability += reading(predictor.model, tokens, &state) }
    end.append(text)
  }
}

extension PredictionContext {
  /// The most probable words that begin with `prefix`, the letters of the word typed so far.
  ///
  /// The letters may lack accents and capitals, and one of four or more may be wrong where no word
  /// begins with them (`TypedLetters`): a candidate takes the place of the prefix, which it need not
  /// begin with. A probability is that of the word given the text and that its beginning was typed so;
  /// the sum over all words is at most 1, as the text may also go on with what is no word. Without a
  /// prefix the word stands at `place`. A prefix that begins no word, such as `"o al"`, or is longer
  /// than 256 bytes has no candidates. Words that nobody knows come after all others, though they may be
  /// more probable.
  package mutating func candidates(
    prefix: String = "", count: Int, place: WordPlace = .spaced
  ) -> WordPredictions {
    candidates(prefix: prefix, count: count, place: place, options: predictor.options) { _ in
      true
    }
  }

  /// The most probable words with which the text still keeps `constraint`, as `candidates` without it
  /// finds them.
  ///
  /// `state` is the rule's state after the text, but before `prefix`, whose place the word takes. The rule
  /// reads the word with the space before it, if there is one. A word that it vetoes is no candidate, and
  /// another takes its place; the probabilities of the others stay as they are.
  package mutating func candidates<Constraint: TextConstraint>(
    keeping constraint: Constraint, in state: Constraint.State, prefix: String = "", count: Int,
    place: WordPlace = .spaced
  ) -> WordPredictions {
    let space = prefix.isEmpty && place == .spaced && end.needsSpace ? " " : ""
    func isKept(_ word: String) -> Bool {
      constraint.state(after: space + word, in: state) != nil
    }
    return candidates(
      prefix: prefix, count: count, place: place, options: predictor.options, canBegin: isKept,
      isAccepted: isKept)
  }

  /// The most probable words among those that `isAccepted` accepts, first those of `known` or, without
  /// it, those that this context knows.
  mutating func candidates(
    prefix: String, count: Int, place: WordPlace, options: WordSearchOptions,
    known: KnownWords? = nil, canBegin: ((String) -> Bool)? = nil, isAccepted: (String) -> Bool
  ) -> WordPredictions {
    if prefix.isEmpty, place == .spaced, end.needsSpace {
      var spaced = self
      spaced.suppose(" ")
      return spaced.candidates(
        prefix: prefix, count: count, options: options, known: known, marks: end.isWord,
        canBegin: canBegin, isAccepted: isAccepted)
    }
    return candidates(
      prefix: prefix, count: count, options: options, known: known, marks: false,
      canBegin: canBegin, isAccepted: isAccepted)
  }

  /// The most probable words that follow immediately, and with `marks` those that may stand in place
  /// of the space before them.
  private mutating func candidates(
    prefix: String, count: Int, options: WordSearchOptions, known: KnownWords?, marks: Bool,
    canBegin: ((String) -> Bool)?, isAccepted: (String) -> Bool
  ) -> WordPredictions {
    let options = options.forList(of: count)
    let gap = feed.spelling()
    guard count >= 1, let letters = bytes(of: prefix, after: gap) else {
      return WordPredictions()
    }
    let known = known ?? self.known
    func best(in search: inout WordSearch<Model>) -> WordPredictions? {
      search.best(
        count, beginning: letters, options: options, isAccepted: isAccepted,
        isKnown: known.contains, canBegin: canBegin)
    }
    if gap.count <= Self.longestRespelling {
      // What a long list has searched has forgotten too much to be asked for other words.
      var earlier = options.isLong ? makeSearch(gap: gap) : search ?? makeSearch(gap: gap)
      if !options.isLong { search = nil }
      let found = best(in: &earlier)
      if !options.isLong { search = earlier }
      if var found {
        if marks, let marks = earlier.marks(options.minimumProbability) {
          (found.marks, found.space) = marks
        }
        return found
      }
    }
    return search(reading: prefix, written: letters, best) ?? WordPredictions()
  }

  /// What `find` finds where no tokens spell the pending text anew: with those of the text for sure, else with
  /// those of `prefix`, whose bytes are `letters`, too.
  private func search<Found>(
    reading prefix: String, written letters: [UInt8],
    _ find: (inout WordSearch<Model>) -> Found?
  ) -> Found? {
    if var search = makeSearch(reading: ""), let found = find(&search) { return found }
    guard var search = makeSearch(reading: prefix, written: letters) else { return nil }
    return find(&search)
  }

  /// The bytes of `prefix` as they are searched for after `gap`; nil where it begins no word.
  private func bytes(of prefix: String, after gap: [UInt8]) -> [UInt8]? {
    guard prefix.utf8.count <= Self.longestPrefix else { return nil }
    let spelling = feed.spelling(adding: prefix)
    let letters =
      spelling.starts(with: gap) ? Array(spelling.dropFirst(gap.count)) : Array(prefix.utf8)
    var lexer = WordLexer()
    guard letters.count <= Self.longestRespelling, lexer.read(letters) == .open,
      letters.isEmpty || lexer.wordLength > 0
    else { return nil }
    return letters
  }

  /// The letters that may come next in a word for whose beginning `prefix` was typed, best first: to 0.01 %
  /// what all texts that go on with them have together. Without a prefix they begin a word.
  package func letters(after prefix: String, folds: Bool) -> [LetterPrediction] {
    if prefix.isEmpty, end.needsSpace {
      var spaced = self
      spaced.suppose(" ")
      return spaced.letters(after: prefix, folds: folds)
    }
    let gap = feed.spelling()
    guard let letters = bytes(of: prefix, after: gap) else { return [] }
    var options = predictor.options
    options.pathPrecision = min(options.pathPrecision, Self.letterPrecision)
    func next(in search: inout WordSearch<Model>) -> [LetterPrediction]? {
      search.letters(after: letters, folds: folds, options: options)
    }
    if gap.count <= Self.longestRespelling {
      var direct = makeSearch(gap: gap)
      if let found = next(in: &direct) { return found }
    }
    return search(reading: prefix, written: letters, next) ?? []
  }

  /// The share of a text's mass below which a token path is not followed for its next letter.
  private static var letterPrecision: Double { 1e-4 }

  /// The most probable words that begin with `prefix` and are followed by `right`, text that stands
  /// after them: a probability is the share of a word among those that were weighed with it.
  package func candidates(
    prefix: String = "", count: Int, before right: String,
    options: CompletionOptions = CompletionOptions()
  ) -> WordPredictions {
    var context = self
    guard !right.isEmpty else { return context.candidates(prefix: prefix, count: count) }
    if prefix.isEmpty, end.needsSpace { context.suppose(" ") }
    var filler = BlankFiller(
      CompletionPattern(prefix: prefix, before: right), context: context, options: options,
      search: predictor.options.forBlanks)
    filler.fill(count: count, width: options.beamWidth)
    return filler.predictions(at: 0, count: count)
  }

  /// The most bytes of a part of a word, before normalisation takes some of them away.
  static var longestPrefix: Int { 4 * longestRespelling }

  /// The most bytes that a search spells anew, each of which may cost a reading of the model.
  private static var longestRespelling: Int { 256 }

  /// A search in which the tokens of the pending text, `gap`, are found anew with the word.
  private func makeSearch(gap: [UInt8]) -> WordSearch<Model> {
    WordSearch(
      model: predictor.model, table: predictor.table, unit: predictor.tokenizer.unit,
      state: state, last: feed.last, gap: gap)
  }

  /// A search after the tokens of the pending text and `text`, for when no known tokens spell them.
  ///
  /// A word tokenizer cannot go on in a word that is unknown to it, hence nil.
  private func makeSearch(reading text: String, written: [UInt8] = []) -> WordSearch<Model>? {
    let tokens = feed.tokens(adding: text)
    if predictor.tokenizer.unit.tokensAreWords, !written.isEmpty { return nil }
    var state = state
    predictor.model.feed(tokens, to: &state)
    return WordSearch(
      model: predictor.model, table: predictor.table, unit: predictor.tokenizer.unit,
      state: state, last: tokens.last ?? feed.last, gap: [], written: written)
  }
}
