package import TextGenCompute
package import TextGenLanguageModeling
import TextGenLayers
package import TextGenTokenization

#if canImport(Glibc)
  private import Glibc
#else
  private import Darwin
#endif

/// A model that learns from the text that it reads, and forgets it with the state.
///
/// `learn` and `learnScoring` read committed text: the memory learns from each token, the network after
/// each segment. Each token is predicted from what was learned before it. `feed`, `advance` and `score`
/// read tentative text, which teaches nothing.
package struct AdaptiveModel: AutoregressiveModel {
  /// What learns.
  package enum Method: String, Sendable, Hashable, CaseIterable {
    /// A memory of what followed what, beside the model.
    case memory
    /// The network itself, by dynamic evaluation.
    case network
    /// Both.
    case both
  }

  /// What a model remembers of a text and has learned from it.
  package struct State: Sendable {
    fileprivate var base: LanguageModel.State
    fileprivate var place = TextMemory.Place()
    fileprivate var adaptation: Adaptation
    /// What was read since the network's last lesson.
    fileprivate var segment: Segment?
  }

  /// Text that the network has read, but not yet learned.
  fileprivate struct Segment: Sendable {
    let start: NetworkState
    var tokens: [TokenID] = []
  }

  private let original: LanguageModel
  private let fresh: Adaptation

  /// `original`, with `parameters`, a flat vector in the layout of its configuration, as what its network
  /// begins with; products of a network that learns have `precision`, `float32` or `bfloat16`. A text begins
  /// with `memory`, what is known of others.
  package init(
    _ original: LanguageModel, parameters: [Float], precision: ProductPrecision,
    method: Method = .both, remembering memory: TextMemory = TextMemory()
  ) {
    self.original = original
    let memory = method == .network ? nil : memory
    guard method != .memory else {
      fresh = Adaptation(of: original, memory: memory, network: nil)
      return
    }
    let network = DynamicNetwork(
      original.network.configuration, parameters: parameters, precision: precision,
      engine: original.engine)
    fresh = Adaptation(of: original, memory: memory, network: network)
  }

  /// The number of tokens in the vocabulary, V.
  package var vocabularySize: Int { original.vocabularySize }

  /// The state before the first token.
  package func makeState() -> State {
    State(base: fresh.model.makeState(), adaptation: fresh)
  }

  /// Begins another text with all that was learned.
  package func beginText(in state: inout State) {
    state.base = state.adaptation.model.makeState()
    state.place = TextMemory.Place()
    state.segment = nil
  }

  /// Reads `tokens` in one text and learns nothing.
  package func feed(_ tokens: [TokenID], to state: inout State) {
    state.adaptation.model.feed(tokens, to: &state.base)
    state.pass(tokens)
  }

  /// Reads one token in each of N texts and learns nothing.
  package func advance(_ states: inout [State], with tokens: [TokenID]) {
    forEachAdaptation(&states) { adaptation, part, indices in
      adaptation.model.advance(&part, with: indices.map { tokens[$0] })
    }
    for index in states.indices { states[index].pass([tokens[index]]) }
  }

  /// The natural logarithms of the probabilities of the next token of N texts, (N, V).
  package func logProbabilities(after states: [State]) -> [[Float]] {
    var read = states
    var rows = [[Float]](repeating: [], count: states.count)
    forEachAdaptation(&read) { adaptation, part, indices in
      for (index, row) in zip(indices, adaptation.model.logProbabilities(after: part)) {
        rows[index] = row
        adaptation.mix(&rows[index], at: states[index].place)
      }
    }
    return rows
  }

  /// Scores N texts side by side and learns nothing.
  package func score(_ texts: [[TokenID]], states: inout [State]) -> [[Float]] {
    var scores = [[Float]](repeating: [], count: texts.count)
    forEachAdaptation(&states) { adaptation, part, indices in
      let found = adaptation.model.score(indices.map { texts[$0] }, states: &part)
      for (index, row) in zip(indices, found) { scores[index] = row }
    }
    for index in states.indices {
      let adaptation = states[index].adaptation
      for (number, token) in texts[index].enumerated() {
        if let memory = adaptation.memory {
          let own = memory.probability(
            of: token, expf(scores[index][number]), at: states[index].place)
          scores[index][number] = logf(max(own, .leastNormalMagnitude))
        }
        states[index].pass([token])
      }
    }
    return scores
  }

  /// Reads committed text and learns from its tokens.
  package func learn(_ tokens: [TokenID], state: inout State) {
    _ = learnScoring(tokens, state: &state)
  }

  /// Reads committed text, learns from its tokens and returns the log-probability of each before it was
  /// read.
  package func learnScoring(_ tokens: [TokenID], state: inout State) -> [Float] {
    guard !tokens.isEmpty else { return [] }
    if !isKnownUniquelyReferenced(&state.adaptation) {
      state.adaptation = state.adaptation.copy()
    }
    var scores: [Float] = []
    var start = 0
    while start < tokens.count {
      var segment = state.segment ?? Segment(start: state.base.network)
      let room = DynamicNetwork.segmentLength - segment.tokens.count
      let part = Array(tokens[start..<min(start + room, tokens.count)])
      let base = state.adaptation.model.score(part, state: &state.base)
      for (token, logarithm) in zip(part, base) {
        scores.append(
          logf(state.adaptation.learn(token, expf(logarithm), at: &state.place)))
      }
      segment.tokens += part
      state.segment = segment
      if segment.tokens.count == DynamicNetwork.segmentLength {
        state.adaptation.learn(segment.tokens, from: segment.start)
        state.segment = nil
      }
      start += part.count
    }
    return scores
  }

  /// Calls `body` for the states of each adaptation; in a search they all have the same.
  private func forEachAdaptation(
    _ states: inout [State],
    _ body: (Adaptation, inout [LanguageModel.State], [Int]) -> Void
  ) {
    var left = Array(states.indices)
    while let first = left.first {
      let adaptation = states[first].adaptation
      let group = left.filter { states[$0].adaptation === adaptation }
      var part = group.map { states[$0].base }
      body(adaptation, &part, group)
      for (index, base) in zip(group, part) { states[index].base = base }
      let done = Set(group)
      left.removeAll { done.contains($0) }
    }
  }
}

extension AdaptiveModel.State {
  /// What is remembered; nil where no memory learns.
  package var memory: TextMemory? { adaptation.memory }

  /// Moves the place on over text that teaches nothing.
  fileprivate mutating func pass(_ tokens: [TokenID]) {
    for token in tokens { place = adaptation.place(after: place, token) }
    segment = nil
  }
}
