package import TextGenLanguageModeling
package import TextGenTokenization
package import TextGenWords

/// Predicts the next word of a text or fills its blanks, and finishes its sentence.
///
/// At the end of a text without blanks a candidate's probability is the model's exact probability
/// of the word. At a blank it is the word's share in the probabilities of the filled texts that were
/// considered. At the end of a text with blanks it is the exact one, averaged over the ways the
/// blanks were filled.
package struct Completer<Model: AutoregressiveModel>: Sendable {
  private let predictor: WordPredictor<Model>
  private let options: CompletionOptions

  /// The most candidates of one position.
  package static var maximumCount: Int { 1000 }

  /// A completer with a model and, where there are any, the words that it knows.
  package init(
    model: Model, tokenizer: any Tokenizer, lexicon: Lexicon? = nil,
    options: CompletionOptions = CompletionOptions()
  ) {
    self.init(
      predictor: WordPredictor(model: model, tokenizer: tokenizer, lexicon: lexicon),
      options: options)
  }

  /// A completer that shares a predictor with others.
  package init(
    predictor: WordPredictor<Model>, options: CompletionOptions = CompletionOptions()
  ) {
    self.predictor = predictor
    self.options = options
  }

  /// The `count` best candidates for each place of `text`, and the text completed.
  ///
  /// - Throws: `CompletionError` for a count outside 1 to 1000 and for too many blanks.
  package func complete(
    _ text: String, count: Int = 5, lastWord: LastWord = .finished
  ) throws(CompletionError) -> Completion {
    guard (1...Self.maximumCount).contains(count) else {
      throw .candidateCount(found: count, limit: Self.maximumCount)
    }
    let pattern = try CompletionPattern(
      text, lastWord: lastWord, limit: options.maximumBlanks)
    var filler = makeFiller(pattern)
    filler.fill(
      count: count, width: max(2, options.beamWidth / max(1, pattern.places.count)))
    let blanks = pattern.isOpen ? pattern.places.dropLast() : pattern.places[...]
    var found = blanks.indices.map { filler.predictions(at: $0, count: count) }
    let best = filler.best(among: found)
    var words = best.words
    var ending = ""
    if pattern.isOpen, let last = pattern.places.last {
      let open = openPredictions(of: filler, last, count: count)
      found.append(open)
      let first = open.withMarks(among: count).first
      words.append(first?.word)
      if let first { ending = finish(best.context, prefix: last.prefix, first) }
    }
    let positions = zip(pattern.places, found).map { place, found in
      Completion.Position(place, found, count: count)
    }
    return Completion(
      positions: positions, completed: pattern.text(filledWith: words, ending: ending))
  }
}

extension Completer {
  private func makeFiller(_ pattern: CompletionPattern) -> BlankFiller<Model> {
    var context = predictor.makeContext()
    let left = options.leftContext.end(of: pattern.literals[0])
    // Nothing but white space is no text yet.
    if !left.allSatisfy(\.isWhitespace) { context.append(left) }
    return BlankFiller(
      pattern, context: context, options: options, search: predictor.options.forBlanks)
  }

  /// The words at the open end, averaged over the fillings of the blanks before it.
  private func openPredictions(
    of filler: BlankFiller<Model>, _ place: CompletionPattern.Place, count: Int
  ) -> WordPredictions {
    let beam = filler.beam
    let total = beam.reduce(0) { $0 + $1.share }
    var probabilities: [String: Double] = [:]
    var isCutShort = false
    var last: WordPredictions?
    for filling in beam {
      var context = filling.context
      let found = context.candidates(
        prefix: place.prefix, count: count, place: .spaced, options: predictor.options,
        known: filler.known
      ) { _ in true }
      for candidate in found.candidates {
        let share = filling.share / total
        probabilities[candidate.word, default: 0] += share * candidate.probability
      }
      isCutShort = isCutShort || found.isCutShort
      last = found
    }
    let candidates = WordPrediction.ranked(probabilities, filler.known).prefix(count)
    var result = WordPredictions(
      candidates: Array(candidates), isExact: false,
      isCutShort: isCutShort && candidates.count < count)
    // A mark of the place says that a word comes next. Without one there are no blanks before it.
    if place.mark.isEmpty, let last { (result.marks, result.space) = (last.marks, last.space) }
    return result
  }

  /// What follows `last`, the last word or mark of a text, up to the end of its sentence.
  private func finish(
    _ context: PredictionContext<Model>, prefix: String, _ last: WordPrediction
  ) -> String {
    if last.endsSentence { return "" }
    let tokens = context.tokens(of: last, replacing: prefix)
    var state = context.state
    predictor.model.feed(tokens, to: &state)
    let search = SentenceBeamSearch(
      model: predictor.model, tokenizer: predictor.tokenizer,
      characterLimit: options.sentenceLimit)
    return search.ending(after: state, last: tokens.last ?? context.feed.last)
  }
}

extension Completion.Position {
  fileprivate init(_ place: CompletionPattern.Place, _ found: WordPredictions, count: Int) {
    let candidates = found.withMarks(among: count)
    self.init(
      offset: place.offset, candidates: candidates,
      space: candidates.contains(where: \.isMark) ? found.space : nil,
      isCutShort: found.isCutShort)
  }
}

extension BlankFiller {
  /// The filling of the greatest share whose words all stand in the lists `found`; where there is
  /// none, that of the greatest share with the first word of each list that lacks its own. Of a list
  /// with known words, only those count.
  func best(among found: [WordPredictions]) -> Filling {
    let lists = found.map { list in
      let words = list.candidates.map(\.word)
      let known = words.filter(known.contains)
      return known.isEmpty ? words : known
    }
    func isListed(_ word: String?, _ list: [String]) -> Bool { word.map(list.contains) ?? true }
    if let filling = beam.first(where: { zip($0.words, lists).allSatisfy(isListed) }) {
      return filling
    }
    var filling = beam[0]
    filling.words = zip(filling.words, lists).map { isListed($0, $1) ? $0 : $1.first }
    return filling
  }
}

extension PredictionContext {
  /// The tokens of the pending text and a candidate, with a space between them where one belongs.
  func tokens(of candidate: WordPrediction, replacing prefix: String) -> [TokenID] {
    let isSpaced = prefix.isEmpty && needsSpace && !candidate.isMark
    return feed.tokens(adding: (isSpaced ? " " : "") + candidate.word)
  }
}

extension CompletionPattern {
  /// The text with `words` at its places; a place without a word is left as it was.
  func text(filledWith words: [String?], ending: String) -> String {
    var text = ""
    for (index, place) in places.enumerated() {
      text += literals[index]
      let isEnd = isOpen && index == places.count - 1
      guard index < words.count, let word = words[index] else {
        text += place.prefix + place.mark + place.suffix
        continue
      }
      if isEnd, place.prefix.isEmpty, !WordPrediction.marks.contains(word) {
        var end = TextEnd()
        end.append(text)
        if end.needsSpace { text += " " }
      }
      text += word + (isEnd ? ending : "")
    }
    return text + (literals.last ?? "")
  }
}
