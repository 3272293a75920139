public import LanguageModeling
public import Tokenization

/// Predicts the next word of a text or fills its blanks, and finishes its sentence.
///
/// At the end of a text without blanks a candidate's probability is the model's exact probability
/// of the word. At a blank it is the word's share in the probabilities of the filled texts that were
/// considered. At the end of a text with blanks it is the exact one, averaged over the ways the
/// blanks were filled.
public struct Completer<Model: AutoregressiveModel>: Sendable {
  private let predictor: WordPredictor<Model>
  private let options: CompletionOptions

  /// The most candidates of one position.
  public static var maximumCount: Int { 1000 }

  /// A completer with a model.
  public init(
    model: Model, tokenizer: any Tokenizer, options: CompletionOptions = CompletionOptions()
  ) {
    self.init(predictor: WordPredictor(model: model, tokenizer: tokenizer), options: options)
  }

  /// A completer that shares a predictor with others.
  public init(
    predictor: WordPredictor<Model>, options: CompletionOptions = CompletionOptions()
  ) {
    self.predictor = predictor
    self.options = options
  }

  /// The `count` best candidates for each place of `text`, and the text completed.
  ///
  /// - Throws: `CompletionError` for a count outside 1 to 1000 and for too many blanks.
  public func complete(
    _ text: String, count: Int = 5, lastWord: LastWord = .finished
  ) throws(CompletionError) -> Completion {
    guard (1...Self.maximumCount).contains(count) else {
      throw .candidateCount(found: count, limit: Self.maximumCount)
    }
    let pattern = CompletionPattern(text, lastWord: lastWord)
    guard pattern.places.count <= options.maximumBlanks else {
      throw .tooManyBlanks(found: pattern.places.count, limit: options.maximumBlanks)
    }
    var filler = makeFiller(pattern)
    filler.fill(
      count: count, width: max(2, options.beamWidth / max(1, pattern.places.count)))
    var candidates = pattern.places.indices.map { place in
      pattern.isOpen && place == pattern.places.count - 1 ? [] : filler.candidates(at: place)
    }
    var words = filler.beam.first?.words ?? []
    var ending = ""
    if pattern.isOpen, let last = pattern.places.last {
      candidates[candidates.count - 1] = openCandidates(of: filler.beam, last, count: count)
      words.append(candidates.last?.first?.word)
      if let word = words.last ?? nil, let best = filler.beam.first {
        ending = finish(best.context, prefix: last.prefix, word: word)
      }
    }
    let positions = zip(pattern.places, candidates).map { place, candidates in
      Completion.Position(offset: place.offset, candidates: Array(candidates.prefix(count)))
    }
    return Completion(
      positions: positions, completed: pattern.text(filledWith: words, ending: ending))
  }
}

extension Completer {
  private func makeFiller(_ pattern: CompletionPattern) -> BlankFiller<Model> {
    var context = predictor.makeContext()
    context.append(Self.end(of: pattern.literals[0], limit: options.leftContext))
    var search = predictor.options
    search.minimumProbability = min(search.minimumProbability, 1e-6)
    // The words are weighed anew with the text on the right, so 1 % is exact enough here.
    search.relativeTolerance = 1e-2
    search.pathPrecision = 1e-3
    return BlankFiller(pattern, context: context, options: options, search: search)
  }

  /// The words at the open end, averaged over the fillings of the blanks before it.
  private func openCandidates(
    of beam: [BlankFiller<Model>.Filling], _ place: CompletionPattern.Place, count: Int
  ) -> [WordPrediction] {
    let total = beam.reduce(0) { $0 + $1.share }
    var probabilities: [String: Double] = [:]
    for filling in beam {
      var context = filling.context
      for candidate in context.candidates(prefix: place.prefix, count: count).candidates {
        let share = filling.share / total
        probabilities[candidate.word, default: 0] += share * candidate.probability
      }
    }
    return WordPrediction.ranked(probabilities)
  }

  /// What follows `word`, the last word of a text, up to the end of its sentence.
  private func finish(
    _ context: PredictionContext<Model>, prefix: String, word: String
  ) -> String {
    let tokens = context.tokens(ofWord: word, replacing: prefix)
    var state = context.state
    predictor.model.feed(tokens, to: &state)
    let search = SentenceBeamSearch(
      model: predictor.model, tokenizer: predictor.tokenizer,
      characterLimit: options.sentenceLimit)
    return search.ending(after: state, last: tokens.last ?? context.feed.last)
  }

  /// The end of `text`, at most `limit` characters, from the beginning of a word.
  private static func end(of text: String, limit: Int) -> String {
    guard text.count > limit else { return text }
    let end = text.suffix(limit)
    return String(end.drop { !$0.isWhitespace }.drop(while: \.isWhitespace))
  }
}

extension PredictionContext {
  /// The tokens of the pending text and `word`, with a space between them where one belongs.
  func tokens(ofWord word: String, replacing prefix: String) -> [TokenID] {
    feed.tokens(adding: (prefix.isEmpty && needsSpace ? " " : "") + word)
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
      if isEnd, place.prefix.isEmpty {
        var end = TextEnd()
        end.append(text)
        if end.needsSpace { text += " " }
      }
      text += word + (isEnd ? ending : "")
    }
    return text + (literals.last ?? "")
  }
}
