import TextGenCompute
import TextGenLanguageModeling
import TextGenProsody
import TextGenTokenization
import TextGenVerse

/// Searches for the best lines that keep a rule: a beam of beginnings that goes in step with the syllables.
///
/// Beginnings are compared only where they have come equally far, so that none is preferred for being
/// short. They are extended by whole words: the model's likeliest ones that the rule admits, and, where a
/// last word fits, the words of its class whether or not the model thinks of them. A word of several tokens
/// is spelled along a trie of all words, so that no step is spent on what becomes none. Only beginnings that
/// are kept are read by the model, all at once.
struct LineSearch<Model: AutoregressiveModel>: Sendable {
  typealias Hypothesis = LineHypothesis<Model.State>
  typealias Unfinished = UnfinishedWord<Model.State>
  typealias Line = FoundLine<Model.State>

  let model: Model
  let spelled: SpelledLexicon
  let rule: VerseConstraint
  let ending: OutlineLine.Ending
  let width: SearchWidth
  /// What words are worth besides their probability.
  let worth: WordWorth

  /// The tokens that the model has read.
  var steps = 0
  /// Which tokens may follow.
  var choices: WordChoices

  init(
    model: Model, spelled: SpelledLexicon, rule: VerseConstraint, endings: TokenTrie,
    ending: OutlineLine.Ending, width: SearchWidth, worth: WordWorth, wanted: WantedWords
  ) {
    (self.model, self.spelled, self.rule) = (model, spelled, rule)
    choices = WordChoices(spelled: spelled, rule: rule, endings: endings, wanted: wanted)
    (self.ending, self.width, self.worth) = (ending, width, worth)
  }

  /// The best lines, best first, after a text that `state` has read up to its last line break.
  ///
  /// - Parameter penalty: what is wrong with a line, in nats; nil refuses it.
  mutating func lines(
    after state: Model.State, in sentence: SentenceMeasure,
    noise: inout GumbelNoise<SeededGenerator>, penalty: (String) -> Double?
  ) -> [Line] {
    var buckets = [[Hypothesis]](repeating: [], count: rule.length + 1)
    buckets[0] = [Hypothesis(model: state, rule: rule.makeState(), sentence: sentence)]
    var ends: [Hypothesis] = []
    for progress in buckets.indices {
      var rounds = 0
      while !buckets[progress].isEmpty, rounds < SearchWidth.rounds {
        let isLate = rule.length - progress <= SearchWidth.lateSyllables
        var beam = Self.best(buckets[progress], isLate ? width.lateBeam : width.beam)
        buckets[progress] = []
        let rows = read(&beam)
        for next in lengthened(beam, rows, isEnd: false, &noise) {
          buckets[max(progress, rule.progress(of: next.rule))].append(next)
        }
        ends += lengthened(beam, rows, isEnd: true, &noise)
        rounds += 1
      }
    }
    return finished(ends, &noise, penalty)
  }

  /// The best of `hypotheses`, best first.
  static func best(_ hypotheses: [Hypothesis], _ count: Int) -> [Hypothesis] {
    descending(hypotheses.map(\.rank)).prefix(count).map { hypotheses[$0] }
  }

  /// Lets the model read the last token of each text, and returns what it expects next.
  mutating func read(_ beam: inout [Hypothesis]) -> [[Float]] {
    let unread = beam.indices.filter { beam[$0].pending != nil }
    var states = unread.map { beam[$0].model }
    model.advance(&states, with: unread.compactMap { beam[$0].pending })
    steps += beam.count
    for (place, state) in zip(unread, states) {
      beam[place].model = state
      beam[place].pending = nil
    }
    return model.logProbabilities(after: beam.map(\.model))
  }
}

/// The places of `values` from the greatest to the least, equal ones as they come.
func descending(_ values: [Double]) -> [Int] {
  values.indices.sorted { first, second in
    values[first] != values[second] ? values[first] > values[second] : first < second
  }
}
