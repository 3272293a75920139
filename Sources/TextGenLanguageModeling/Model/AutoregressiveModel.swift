package import TextGenTokenization

/// A model of token sequences: it reads tokens one after the other and says what comes next.
///
/// The state is a value that holds all that the model remembers of a text; copying it forks the
/// text. A new text begins with `makeState()` and is first fed the tokenizer's line break:
///
///     var state = model.makeState()
///     model.feed([tokenizer.lineBreak] + tokenizer.encode("Os alunos"), to: &state)
///     let next = model.logProbabilities(after: [state])[0]
package protocol AutoregressiveModel: Sendable {
  /// What the model remembers of one text.
  associatedtype State: Sendable

  /// The number of tokens in the vocabulary, V.
  var vocabularySize: Int { get }

  /// The state before the first token.
  func makeState() -> State

  /// Begins another text: what the state remembers of the last one is gone, what the model has learned
  /// of it stays.
  func beginText(in state: inout State)

  /// Reads `tokens` in one text.
  func feed(_ tokens: [TokenID], to state: inout State)

  /// Reads one token in each of N texts side by side: `tokens[n]` goes to `states[n]`.
  func advance(_ states: inout [State], with tokens: [TokenID])

  /// The natural logarithms of the probabilities of the next token of N texts, (N, V).
  ///
  /// The exponentials of each row sum to 1. Each state must have read at least one token.
  func logProbabilities(after states: [State]) -> [[Float]]

  /// Reads N texts side by side, which may differ in length, `texts[n]` to `states[n]`, and returns the
  /// natural logarithm of the probability of each token before it was read.
  ///
  /// Each state must have read at least one token.
  func score(_ texts: [[TokenID]], states: inout [State]) -> [[Float]]

  /// Reads committed text: a model that adapts itself learns from these tokens.
  func learn(_ tokens: [TokenID], state: inout State)

  /// Like `learn`, and returns the log-probability of each token before it was read.
  func learnScoring(_ tokens: [TokenID], state: inout State) -> [Float]
}

extension AutoregressiveModel {
  /// Begins with a new state; models that adapt themselves override it.
  package func beginText(in state: inout State) { state = makeState() }

  /// Reads one token in each text by single feeds; models that can do better override it.
  package func advance(_ states: inout [State], with tokens: [TokenID]) {
    precondition(
      states.count == tokens.count, "\(tokens.count) tokens for \(states.count) states")
    for n in states.indices { feed([tokens[n]], to: &states[n]) }
  }

  /// Scores token by token; models that can do better override it.
  package func score(_ texts: [[TokenID]], states: inout [State]) -> [[Float]] {
    precondition(texts.count == states.count, "\(texts.count) texts for \(states.count) states")
    return zip(texts, states.indices).map { text, n in
      text.map { token in
        let logProbability = logProbabilities(after: [states[n]])[0][Int(token)]
        feed([token], to: &states[n])
        return logProbability
      }
    }
  }

  /// Scores one text.
  package func score(_ tokens: [TokenID], state: inout State) -> [Float] {
    var states = [state]
    let scores = score([tokens], states: &states)
    state = states[0]
    return scores[0]
  }

  /// Reads and learns nothing; models that adapt themselves override it.
  package func learn(_ tokens: [TokenID], state: inout State) { feed(tokens, to: &state) }

  /// Scores and learns nothing; models that adapt themselves override it.
  package func learnScoring(_ tokens: [TokenID], state: inout State) -> [Float] {
    score(tokens, state: &state)
  }
}
