import Foundation
import Testing
import TextGenCompute
import TextGenLanguageModeling
import TextGenLayers
import TextGenTestSupport
import TextGenTokenization

/// All ways of reading a text do the same sums in the same order, so all comparisons are to the bit.
struct LanguageModelTests {
  /// Around the blocks of 64 tokens of scoring and of 256 of feeding.
  static let lengths = [0, 1, 63, 64, 65, 300]

  private func model(_ cell: CellKind, threads: Int = 1) -> NetworkModel {
    let configuration = NetworkConfiguration(
      cell: cell, layerCount: 2, vocabularySize: 70, embeddingSize: 9, hiddenSize: 19)
    let sample = NetworkSample(configuration, rows: 1, steps: 1, scale: 0.2)
    return NetworkModel(
      configuration, parameters: sample.parameters, engine: Engine(threadCount: threads))
  }

  private func tokens(_ count: Int, seed: UInt64 = 3) -> [TokenID] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in TokenID.random(in: 0..<70, using: &generator) }
  }

  /// The state after one token.
  private func start(_ model: NetworkModel, _ token: TokenID = 5) -> NetworkState {
    var state = model.makeState()
    model.feed([token], to: &state)
    return state
  }

  @Test(arguments: CellKind.allCases, lengths)
  func `feeding a text is advancing token by token and scoring it`(cell: CellKind, count: Int) {
    let model = model(cell)
    let text = tokens(count)
    var fed = start(model)
    model.feed(text, to: &fed)

    var advanced = [start(model)]
    var expected: [Float] = []
    for token in text {
      expected.append(model.logProbabilities(after: advanced)[0][Int(token)])
      model.advance(&advanced, with: [token])
    }
    #expect(fed == advanced[0])

    var scored = start(model)
    #expect(model.score(text, state: &scored).bits == expected.bits)
    #expect(scored == fed)
  }

  @Test(arguments: CellKind.allCases)
  func `a text fed in pieces is the text fed at once`(cell: CellKind) {
    let model = model(cell)
    let text = tokens(300)
    var whole = model.makeState()
    model.feed(text, to: &whole)
    var pieces = model.makeState()
    for range in [0..<1, 1..<1, 1..<40, 40..<299, 299..<300] {
      model.feed(Array(text[range]), to: &pieces)
    }
    #expect(pieces == whole)
  }

  @Test(arguments: CellKind.allCases, [1, 2, 3])
  func `texts side by side score as each alone, on any number of threads`(
    cell: CellKind, threads: Int
  ) {
    let model = model(cell, threads: threads)
    let texts = [300, 0, 64, 1, 65, 63, 0, 128].enumerated().map { index, count in
      tokens(count, seed: UInt64(index))
    }
    var states = texts.indices.map { start(model, TokenID($0)) }
    let before = states
    let scores = model.score(texts, states: &states)
    #expect(scores.map(\.count) == texts.map(\.count))
    let plain = self.model(cell)
    for (index, text) in texts.enumerated() {
      var alone = before[index]
      #expect(scores[index].bits == plain.score(text, state: &alone).bits)
      #expect(states[index] == alone)
    }
  }

  @Test(arguments: CellKind.allCases)
  func `log-probabilities are one row of probabilities for each state`(cell: CellKind) {
    let model = model(cell)
    // More states than are worked on together.
    let states = (0..<1_030).map { index in
      var state = model.makeState()
      for place in state.values.indices { state.values[place] = Float((index + place) % 7) / 7 }
      return state
    }
    let rows = model.logProbabilities(after: states)
    #expect(rows.count == 1_030)
    for index in [0, 1, 6, 1_023, 1_024, 1_029] {
      #expect(rows[index].count == model.vocabularySize)
      #expect(abs(rows[index].reduce(0) { $0 + exp(Double($1)) } - 1) < 1e-6)
      #expect(rows[index].bits == model.logProbabilities(after: [states[index]])[0].bits)
    }
  }

  @Test(arguments: CellKind.allCases)
  func `nothing read changes nothing`(cell: CellKind) {
    let model = model(cell)
    let before = start(model)
    var state = before
    model.feed([], to: &state)
    #expect(state == before)
    #expect(model.score([], state: &state) == [])
    #expect(state == before)
    var none: [NetworkState] = []
    model.advance(&none, with: [])
    #expect(model.score([], states: &none) == [])
    #expect(model.logProbabilities(after: []) == [])
  }

  @Test(arguments: CellKind.allCases)
  func `a copied state is a fork of the text`(cell: CellKind) {
    let model = model(cell)
    let trunk = start(model)
    var branch = trunk
    model.feed(tokens(5), to: &branch)
    #expect(branch != trunk)
    #expect(trunk == start(model))
  }

  @Test(arguments: CellKind.allCases)
  func `the protocol's own advance and score agree`(cell: CellKind) {
    let model = model(cell)
    let plain = PlainModel(model: model)
    let text = tokens(20)
    var (first, second) = (start(model), start(model))
    #expect(model.score(text, state: &first).bits == plain.score(text, state: &second).bits)
    #expect(first == second)
    var (some, others) = ([first, start(model)], [first, start(model)])
    model.advance(&some, with: [1, 2])
    plain.advance(&others, with: [1, 2])
    #expect(some == others)
  }

  @Test(arguments: InstructionSet.available)
  func `every instruction set scores alike`(instructions: InstructionSet) {
    let model = model(.lstm)
    let sample = NetworkSample(model.configuration, rows: 1, steps: 1, scale: 0.2)
    let other = NetworkModel(
      model.configuration, parameters: sample.parameters,
      engine: Engine(instructionSet: instructions))
    let text = tokens(100)
    var (first, second) = (start(model), start(model))
    let expected = model.score(text, state: &first)
    // Other roundings of sums and exponentials, carried through the text.
    var error = ErrorMeasure(absolute: 1e-5, relative: 1e-5)
    error.compare(other.score(text, state: &second), expected.map(Double.init), "scores")
    #expect(error.worst <= 1, "\(error.place)")
  }

  @Test func `a token beyond the vocabulary stops the program`() async {
    await #expect(processExitsWith: .failure) {
      let model = LanguageModelTests().model(.gru)
      var state = model.makeState()
      model.feed([70], to: &state)
    }
  }
}

/// A model with nothing but what the protocol asks for.
private struct PlainModel: AutoregressiveModel {
  let model: NetworkModel

  var vocabularySize: Int { model.vocabularySize }
  func makeState() -> NetworkState { model.makeState() }
  func feed(_ tokens: [TokenID], to state: inout NetworkState) { model.feed(tokens, to: &state) }
  func logProbabilities(after states: [NetworkState]) -> [[Float]] {
    model.logProbabilities(after: states)
  }
}
