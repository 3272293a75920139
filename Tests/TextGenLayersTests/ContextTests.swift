import Testing
import TextGenCompute
import TextGenLayers
import TextGenTestSupport

/// What a network without recurrent layers can know of a text, to the bit.
struct ContextTests {
  private static let lineBreak: Int32 = 2

  private func sample(_ architecture: Architecture) -> NetworkSample {
    NetworkSample(
      architecture.configuration(
        layers: 2, vocabulary: 40, embedding: 9, hidden: 19),
      rows: 1, steps: 1)
  }

  /// The log-probabilities after `tokens` of a text, token by token or as one window.
  private func prediction(_ sample: NetworkSample, after tokens: [Int32]) -> [Float] {
    let engine = Engine()
    let weights = NetworkWeights(
      sample.configuration, packing: sample.parameters, engine: engine)
    let stepper = NetworkStepper(weights, rows: 1)
    var states = [NetworkState(sample.configuration)][...]
    for token in tokens { stepper.advance(&states, with: [token], engine: engine) }
    return stepper.logProbabilities(after: states, engine: engine)[0]
  }

  @Test func `a bag of words cannot tell one order of a line's tokens from another`() {
    let sample = sample(.bag(lineBreak: Self.lineBreak))
    var generator = SeededGenerator(seed: 3)
    let earlier: [Int32] = [Self.lineBreak, 7, 30, 7, Self.lineBreak, Self.lineBreak, 11]
    let line = (0..<300).map { _ in Int32.random(in: 3..<40, using: &generator) }
    let expected = prediction(sample, after: earlier + [Self.lineBreak] + line)
    for _ in 0..<5 {
      let other = earlier + [Self.lineBreak] + line.shuffled(using: &generator)
      #expect(prediction(sample, after: other).bits == expected.bits)
    }
    var changed = line
    changed[0] = changed[0] == 3 ? 4 : 3
    #expect(prediction(sample, after: earlier + [Self.lineBreak] + changed) != expected)
    #expect(prediction(sample, after: [Self.lineBreak] + line) != expected, "earlier lines count")
  }

  @Test func `a bag of words halves what lies a line further back`() {
    let sample = sample(.bag(lineBreak: Self.lineBreak))
    let lines: [[Int32]] = [[5, 6], [7], []]
    let engine = Engine()
    let weights = NetworkWeights(
      sample.configuration, packing: sample.parameters, engine: engine)
    let stepper = NetworkStepper(weights, rows: 1)
    var states = [NetworkState(sample.configuration)][...]
    for token in lines.flatMap({ [Self.lineBreak] + $0 }) {
      stepper.advance(&states, with: [token], engine: engine)
    }
    let memory = states[0].values.suffix(20)
    #expect(Array(memory.suffix(2)) == [1, 1.75])
    let embedding = ParameterLayout(sample.configuration).embedding.offset
    func value(_ token: Int32, _ column: Int) -> Float {
      sample.parameters[embedding + Int(token) * 9 + column]
    }
    for column in 0..<9 {
      let past =
        (value(2, column) + value(5, column) + value(6, column)) / 4
        + (value(2, column) + value(7, column)) / 2
      #expect(memory[memory.startIndex + 9 + column] == past)
    }
  }

  @Test func `a window sees its tokens and nothing before them`() {
    let sample = sample(.window(length: 4))
    let expected = prediction(sample, after: [2, 9, 8, 20, 21, 22, 23])
    #expect(prediction(sample, after: [2, 30, 20, 21, 22, 23]).bits == expected.bits)
    #expect(prediction(sample, after: [20, 21, 22, 23]).bits == expected.bits)
    #expect(prediction(sample, after: [2, 9, 8, 19, 21, 22, 23]) != expected)
    #expect(prediction(sample, after: [2, 9, 8, 21, 20, 22, 23]) != expected, "order counts")
  }

  @Test func `a row of a file that is no state is refused`() {
    for (architecture, place, wrong): (Architecture, Int, [Float]) in [
      (.window(length: 4), 2, [-2, 0.5, 40, .infinity, .nan]), (.bag(lineBreak: 2), 1, [-1]),
    ] {
      let configuration = sample(architecture).configuration
      let row = NetworkState(configuration).row(configuration)
      #expect(NetworkState(row: row, configuration) == NetworkState(configuration))
      for value in wrong {
        var changed = row
        changed[row.count - place] = value
        #expect(NetworkState(row: changed, configuration) == nil, "\(value)")
      }
      #expect(NetworkState(row: row.dropLast(), configuration) == nil)
    }
  }

  @Test func `what a transformer has seen goes to a file and back`() {
    let sample = NetworkSample(
      Architecture.transformer(headCount: 2, contextLength: 5).configuration(
        layers: 2, vocabulary: 7, embedding: 1, hidden: 1), rows: 1, steps: 1)
    let configuration = sample.configuration
    let row = sample.states[0].row(configuration)
    #expect(row.count == NetworkState.rowCount(configuration))
    #expect(NetworkState(row: row, configuration) == sample.states[0])
    for (place, value): (Int, Float) in [(64, -1), (64, 65_536), (65, 5), (65, -1), (65, .nan)] {
      var changed = row
      changed[place] = value
      #expect(NetworkState(row: changed, configuration) == nil, "\(value)")
    }
  }
}
