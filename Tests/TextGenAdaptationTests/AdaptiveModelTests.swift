import Foundation
import Testing
import TextGenAdaptation
import TextGenCompute
import TextGenLanguageModeling
import TextGenLayers
import TextGenNGrams
import TextGenTestSupport
import TextGenTokenization

/// A model that learns from what it reads: still a distribution, learned from the past alone, a value.
struct AdaptiveModelTests {
  private let configuration = NetworkConfiguration(
    cell: .lstm, layerCount: 2, vocabularySize: 29, embeddingSize: 9, hiddenSize: 18)
  private let engine = Engine(threadCount: 2)

  private func tokens(_ count: Int, seed: UInt64) -> [TokenID] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { index in
      TokenID(
        UInt64.random(in: 0..<4, using: &generator) == 0
          ? Int.random(in: 0..<29, using: &generator) : index * index % 29)
    }
  }

  private var sample: NetworkSample {
    NetworkSample(configuration, rows: 1, steps: 1, scale: 0.5)
  }

  private func original() -> LanguageModel {
    let ngrams = NGramModel(
      counting: tokens(900, seed: 1).map { UInt16($0) }, vocabularySize: 29, cutoffs: [0, 0, 1])
    return LanguageModel(
      NetworkModel(configuration, parameters: sample.parameters, engine: engine),
      companion: LanguageModel.Companion(
        ngrams, gate: MixtureGate(weights: [0.3, 0.1, -0.1, 0, 0, 0.2, 0, 0])))
  }

  private func model(_ method: AdaptiveModel.Method) -> AdaptiveModel {
    AdaptiveModel(
      original(), parameters: sample.parameters, precision: .float32, method: method)
  }

  private func begun(_ model: AdaptiveModel) -> AdaptiveModel.State {
    var state = model.makeState()
    model.feed([1], to: &state)
    return state
  }

  @Test(arguments: AdaptiveModel.Method.allCases)
  func `a new text begins with what was learned of the last one`(_ method: AdaptiveModel.Method) {
    let model = model(method)
    let text = Array(tokens(96, seed: 5))
    var learned = begun(model)
    model.learn(text, state: &learned)
    var forgotten = learned
    model.beginText(in: &learned)
    model.feed([1], to: &learned)
    model.beginText(in: &forgotten)
    model.feed([1], to: &forgotten)
    let rows = model.logProbabilities(after: [learned, forgotten, begun(model)])
    #expect(rows[0] == rows[1] && rows[0] != rows[2])
    var fresh = begun(model)
    let again = model.score(text, state: &learned).reduce(0, +)
    #expect(again > model.score(text, state: &fresh).reduce(0, +))
  }

  @Test(arguments: AdaptiveModel.Method.allCases)
  func `probabilities sum to 1 and are those that texts are charged`(_ method: AdaptiveModel.Method)
  {
    let model = model(method)
    var state = begun(model)
    for token in tokens(100, seed: 2) {
      let row = model.logProbabilities(after: [state])[0]
      let sum = row.reduce(0.0) { $0 + exp(Double($1)) }
      #expect(abs(sum - 1) < 1e-5)
      let score = model.learnScoring([token], state: &state)[0]
      #expect(abs(score - row[Int(token)]) < 1e-4)
    }
  }

  @Test(arguments: AdaptiveModel.Method.allCases)
  func `a text changes nothing before its end`(_ method: AdaptiveModel.Method) {
    let model = model(method)
    let text = tokens(150, seed: 3)
    var other = text
    other[100] = (other[100] + 1) % 29
    var (one, two) = (begun(model), begun(model))
    let scores = (
      model.learnScoring(text, state: &one), model.learnScoring(other, state: &two)
    )
    #expect(scores.0.prefix(100) == scores.1.prefix(100))
    #expect(scores.0[100] != scores.1[100])
    #expect(scores.0.suffix(49) != scores.1.suffix(49))
  }

  @Test(arguments: AdaptiveModel.Method.allCases)
  func `a text in pieces teaches what it teaches whole`(_ method: AdaptiveModel.Method) {
    let model = model(method)
    let text = tokens(140, seed: 4)
    var whole = begun(model)
    let expected = model.learnScoring(text, state: &whole)
    var pieces = begun(model)
    var found: [Float] = []
    var rest = text[...]
    for length in [1, 31, 2, 40, 1, 30, 35] {
      found += model.learnScoring(Array(rest.prefix(length)), state: &pieces)
      rest = rest.dropFirst(length)
    }
    var error = ErrorMeasure(absolute: 1e-4, relative: 1e-4)
    error.compare(found, expected.map(Double.init), "scores")
    #expect(error.worst <= 1, "\(error.place)")
  }

  @Test(arguments: AdaptiveModel.Method.allCases)
  func `a second reading costs less, and a new text begins with nothing learned`(
    _ method: AdaptiveModel.Method
  ) {
    let model = model(method)
    let text = tokens(320, seed: 5)
    var state = begun(model)
    let first = model.learnScoring(text, state: &state).reduce(0, +)
    let second = model.learnScoring(text, state: &state).reduce(0, +)
    #expect(second > first + 5)
    var again = begun(model)
    #expect(model.learnScoring(text, state: &again).reduce(0, +) == first)
  }

  @Test(arguments: AdaptiveModel.Method.allCases)
  func `a copy of a state is a text of its own`(_ method: AdaptiveModel.Method) {
    let model = model(method)
    var state = begun(model)
    model.learn(tokens(100, seed: 6), state: &state)
    let kept = state
    let before = model.logProbabilities(after: [kept])[0]
    model.learn(tokens(100, seed: 7), state: &state)
    #expect(model.logProbabilities(after: [kept])[0] == before)
    // Two that learned different things are asked side by side as each alone.
    let together = model.logProbabilities(after: [state, kept, state])
    #expect(together[1] == before)
    #expect(together[0] == model.logProbabilities(after: [state])[0])
    #expect(together[0] == together[2])
  }

  @Test(arguments: AdaptiveModel.Method.allCases)
  func `what could follow teaches nothing`(_ method: AdaptiveModel.Method) {
    let model = model(method)
    var state = begun(model)
    model.learn(tokens(70, seed: 8), state: &state)
    let text = tokens(60, seed: 9)
    var fed = state
    model.feed(text, to: &fed)
    var scored = state
    let whole = model.score(text, state: &scored)
    var stepped = [state]
    var single: [Float] = []
    for token in text {
      single.append(model.logProbabilities(after: stepped)[0][Int(token)])
      model.advance(&stepped, with: [token])
    }
    var error = ErrorMeasure(absolute: 1e-4, relative: 1e-4)
    error.compare(whole, single.map(Double.init), "scores")
    let next = model.logProbabilities(after: [fed, scored, stepped[0]])
    error.compare(next[1], next[0].map(Double.init), "after scoring")
    error.compare(next[2], next[0].map(Double.init), "after steps")
    #expect(error.worst <= 1, "\(error.place)")
    // The same text once more: equally probable, since nothing was learned.
    var again = state
    #expect(model.score(text, state: &again) == whole)
  }

  @Test func `a segment is half a step against its clipped gradient`() {
    let model = model(.network)
    let text = tokens(33, seed: 10)
    var state = begun(model)
    var network = original().network.makeState()
    original().network.feed([1], to: &network)
    let training = ShardedNetwork(
      configuration, parameters: FloatBuffer(count: sample.parameters.count), batchSize: 1,
      sequenceLength: 32, dropsValues: false, engine: engine)
    training.parameters.store(sample.parameters.span, at: 0)
    training.pack()
    training.states = [network]
    _ = training.lossAndGradient(
      inputs: Array(text[0..<31]), targets: Array(text[1..<32]))
    let scale = Float(0.5 * min(1, 1 / training.gradientNorm()))
    let moved = zip(sample.parameters, training.gradient.values()).map { $0 - scale * $1 }
    let expected = LanguageModel(
      NetworkModel(configuration, parameters: moved, engine: engine),
      companion: original().companion)

    model.learn(Array(text[0..<32]), state: &state)
    // Both read the last token again, so that only the weights differ from before.
    var reference = original().makeState()
    original().feed([1] + text[0..<32], to: &reference)
    let found = model.logProbabilities(after: [state])[0]
    var error = ErrorMeasure(absolute: 1e-4, relative: 1e-4)
    error.compare(
      found, expected.logProbabilities(after: [reference])[0].map(Double.init), "next token")
    #expect(error.worst <= 1, "\(error.place)")
  }
}
