import TextGenLanguageModeling
import TextGenTokenization

/// Fills the blanks of a text from left to right with a beam of partly filled texts.
///
/// For each text in the beam the most probable words after what stands on the left are found, and
/// each is weighed with the text on the right, up to the next blank, the end of the sentence or
/// some 80 characters. The weight of a filling is the model's probability of the whole text with
/// it. A word's probability at a blank is the share of its fillings in the weight of all those that
/// were considered; a filling left out of the beam keeps the share that it had. So the
/// probabilities at a blank sum to at most 1, and they are exact posteriors when no probable word
/// is missing among those considered.
struct BlankFiller<Model: AutoregressiveModel>: Sendable {
  /// A text filled up to some place.
  struct Filling: Sendable {
    var context: PredictionContext<Model>
    /// The word at each place so far; nil where none was found.
    var words: [String?] = []
    /// The share in the weight of all fillings considered, from 0 to 1.
    var share = 1.0
  }

  let pattern: CompletionPattern
  let options: CompletionOptions
  let search: WordSearchOptions
  /// The words that lists give first: those of the text on both sides, too, but none of a filling.
  let known: KnownWords
  /// The texts in the beam, all of them filled up to the same place.
  private(set) var beam: [Filling]
  /// The share of each word at each place, as far as it has left the beam.
  private var settled: [[String: Double]]
  /// The places for which a search ended before it had found all words that were to be weighed.
  private var cutShort: Set<Int> = []

  /// A filler that has read the text before the first place into `context`.
  init(
    _ pattern: CompletionPattern, context: PredictionContext<Model>, options: CompletionOptions,
    search: WordSearchOptions
  ) {
    self.pattern = pattern
    self.options = options
    self.search = search
    var known = context.known
    for literal in pattern.literals.dropFirst() {
      known.add(" " + TextBound.context.beginning(of: literal) + " ")
    }
    self.known = known
    beam = [Filling(context: context)]
    settled = Array(repeating: [:], count: pattern.places.count)
  }

  /// Fills all blanks with at least `count` words each, if there are so many, keeping `width` texts
  /// from one to the next.
  mutating func fill(count: Int, width: Int) {
    let blanks = pattern.isOpen ? pattern.places.dropLast() : pattern.places[...]
    for place in blanks.indices {
      let isLast = place == pattern.places.count - 1
      extend(at: place, words: max(count, options.wordsPerBlank / (place == 0 ? 1 : 4)))
      if isLast {
        settle(keeping: .max)
      } else if options.betweenContext.holds(pattern.literals[place + 1]) {
        settle(keeping: width)
        read(literal: place + 1)
      } else {
        settle(keeping: 1)
        readEnd(ofLiteral: place + 1)
      }
    }
  }

  /// The `count` best words of place number `place` with their probabilities.
  func predictions(at place: Int, count: Int) -> WordPredictions {
    var shares = settled[place]
    for filling in beam {
      if let word = filling.words[place] { shares[word, default: 0] += filling.share }
    }
    let candidates = WordPrediction.ranked(shares, known).normalized().prefix(count)
    return WordPredictions(
      candidates: Array(candidates), isExact: false,
      isCutShort: cutShort.contains(place) && candidates.count < count)
  }
}

extension BlankFiller {
  /// Replaces each text in the beam by its fillings at `place`.
  private mutating func extend(at place: Int, words count: Int) {
    let blank = pattern.places[place]
    let typed = TypedParts(beginning: blank.prefix, end: blank.suffix)
    let right = Self.rightContext(pattern.literals[place + 1], within: options.rightContext)
    var extended: [Filling] = []
    var sequences: [SequenceScorer<Model>.Sequence] = []
    // No word ends with so many letters.
    let isWord = blank.suffix.utf8.count <= PredictionContext<Model>.longestPrefix
    for (number, filling) in beam.enumerated() where isWord {
      var context = filling.context
      let found = context.candidates(
        prefix: blank.prefix, count: count, place: .immediate, options: search, known: known,
        isAccepted: typed.canEnd)
      if found.isCutShort { cutShort.insert(place) }
      for candidate in found.candidates {
        var next = filling
        next.words.append(candidate.word)
        extended.append(next)
        sequences.append(
          SequenceScorer<Model>.Sequence(
            state: number, logProbability: filling.context.logProbability,
            tokens: filling.context.feed.tokens(adding: candidate.word + right)))
      }
    }
    guard !extended.isEmpty else {
      for index in beam.indices { beam[index].words.append(nil) }
      return
    }
    let scorer = SequenceScorer(model: beam[0].context.predictor.model, margin: options.margin)
    let scores = scorer.score(sequences, states: beam.map(\.context.state))
    let share = beam.reduce(0) { $0 + $1.share }
    let letters = extended.map { ($0.words.last ?? nil).map(typed.weight) ?? 1 }
    beam = Self.shared(extended, scores: scores, letters: letters, total: share)
  }

  /// The fillings with shares of `total` in proportion to the exponentials of their scores and the
  /// weights of the letters typed.
  private static func shared(
    _ fillings: [Filling], scores: [Double], letters: [Double], total: Double
  ) -> [Filling] {
    let best = scores.max() ?? 0
    guard best > -.infinity else { return fillings }
    let weights = zip(scores, letters).map { exponential($0 - best) * $1 }
    let sum = weights.reduce(0, +)
    return fillings.indices.filter { weights[$0] > 0 }.map { index in
      var filling = fillings[index]
      filling.share = total * weights[index] / sum
      return filling
    }.sorted { $0.share > $1.share }
  }

  /// Leaves the `width` best texts in the beam and notes the shares of the others.
  private mutating func settle(keeping width: Int) {
    for filling in beam.dropFirst(width) {
      for (place, word) in filling.words.enumerated() {
        if let word { settled[place][word, default: 0] += filling.share }
      }
    }
    beam = Array(beam.prefix(width))
  }

  /// Lets each text in the beam read its last word and the text up to the next place.
  private mutating func read(literal: Int) {
    for index in beam.indices {
      let word = beam[index].words.last ?? nil
      beam[index].context.appendScoring((word ?? "") + pattern.literals[literal])
    }
  }

  /// Lets the best text read the end of the text up to the next place, which is too long for words
  /// before it to matter.
  private mutating func readEnd(ofLiteral literal: Int) {
    let bound = TextBound(characters: options.leftContext.characters / pattern.places.count)
    beam[0].context.beginText()
    beam[0].context.append(bound.end(of: pattern.literals[literal]))
  }

  /// The beginning of `text` up to the end of its sentence, of its line or of what `bound` lets
  /// through.
  static func rightContext(_ text: String, within bound: TextBound) -> String {
    var result = ""
    var endsSentence = false
    for character in bound.beginning(of: text) {
      if endsSentence, character.isWhitespace { break }
      result.append(character)
      if character.isNewline, result.contains(where: { !$0.isWhitespace }) { break }
      endsSentence = [".", "!", "?", "…"].contains(character)
    }
    return result
  }
}

/// The letters typed at both ends of a word.
private struct TypedParts {
  let beginning: TypedLetters
  let end: TypedLetters

  init(beginning: String, end: String) {
    self.beginning = TypedLetters(TextNormalizer.normalize(beginning).text)
    self.end = TypedLetters(TextNormalizer.normalize(end).text)
  }

  /// Whether `word`, which begins as was typed, may also end so.
  func canEnd(_ word: String) -> Bool {
    word.unicodeScalars.count >= beginning.letters.count + end.letters.count
      && end.weight(ofEnd: word) > 0
  }

  /// The weight of `word`, one of those that were found for these letters.
  func weight(of word: String) -> Double {
    let weight = beginning.weight(ofBeginning: word)
    let forgiven = weight > 0 ? weight : beginning.forgiving.weight(ofBeginning: word)
    return (forgiven > 0 ? forgiven : 1) * end.weight(ofEnd: word)
  }
}

extension WordPrediction {
  /// Words in the order of their probabilities; of equal ones, in the order of their bytes. Those that
  /// are not `known` come last.
  static func ranked(
    _ probabilities: [String: Double], _ known: KnownWords = KnownWords(nil)
  ) -> [WordPrediction] {
    let sorted = probabilities.map(WordPrediction.init).sorted { left, right in
      left.probability != right.probability
        ? left.probability > right.probability
        : left.word.utf8.lexicographicallyPrecedes(right.word.utf8)
    }
    var (first, last): ([WordPrediction], [WordPrediction]) = ([], [])
    for candidate in sorted {
      if known.contains(candidate.word) { first.append(candidate) } else { last.append(candidate) }
    }
    return first + last
  }
}

extension [WordPrediction] {
  /// The words with their shares of the sum, which is taken in their order: that of a dictionary is
  /// another one in each process, and so are the last bits of its sum.
  func normalized() -> [WordPrediction] {
    let total = Swift.max(reduce(0) { $0 + $1.probability }, .leastNormalMagnitude)
    return map { WordPrediction(word: $0.word, probability: $0.probability / total) }
  }
}
