import Testing
import TextGenCompute
import TextGenLayers
import TextGenTestSupport

/// Steps of many texts side by side give the bits of a window, whatever the precision and the threads.
struct NetworkStepperTests {
  struct Case: CustomStringConvertible {
    let architecture: Architecture
    let precision: ProductPrecision
    /// 70 tokens are looked up in a table, 1,030 are multiplied.
    let vocabularySize: Int

    var description: String { "\(architecture.title) \(precision) V \(vocabularySize)" }

    static let all = Architecture.samples.flatMap { architecture in
      ProductPrecision.allCases.flatMap { precision in
        [70, 1_030].map {
          Case(architecture: architecture, precision: precision, vocabularySize: $0)
        }
      }
    }
  }

  @Test(arguments: Case.all)
  func `steps are those of a window`(kind: Case) {
    let sample = NetworkSample(
      kind.architecture.configuration(
        layers: 2, vocabulary: kind.vocabularySize, embedding: 9, hidden: 83),
      rows: 5, steps: 3, scale: 0.2)
    let engine = Engine()
    let weights = NetworkWeights(
      sample.configuration, precision: kind.precision, packing: sample.parameters, engine: engine)
    let window = NetworkWindow(weights, rows: 5, maximumSteps: 3, forTraining: false)
    for row in 0..<5 { window.setState(sample.states[row], row: row) }
    window.forward(sample.inputs[...], engine: engine)
    let expected = window.logProbabilities(of: sample.targets[...], engine: engine)

    for threads in [1, 3] {
      let engine = Engine(threadCount: threads)
      let stepper = NetworkStepper(weights, rows: 7)
      var states = sample.states[...]
      for step in 0..<3 {
        let places = step * 5..<step * 5 + 5
        stepper.advance(&states, with: sample.inputs[places], engine: engine)
        for row in 0..<5 { #expect(states[row] == window.state(row: row, after: step + 1)) }
        let rows = stepper.logProbabilities(after: states, engine: engine)
        let found = zip(rows, sample.targets[places]).map { $0[Int($1)] }
        #expect(found.bits == Array(expected[places]).bits)
      }
    }
  }

  @Test func `a stepper forgets what it computed before`() {
    let sample = WindowTests.sample(.recurrent(.gru), rows: 3, steps: 1)
    let engine = Engine()
    let weights = NetworkWeights(
      sample.configuration, packing: sample.parameters, engine: engine)
    let stepper = NetworkStepper(weights, rows: 3)
    func step(_ rows: Range<Int>) -> [NetworkState] {
      var states = sample.states[rows]
      stepper.advance(&states, with: sample.inputs[rows], engine: engine)
      return Array(states)
    }
    let first = step(0..<3)
    #expect(step(1..<2) == [first[1]])
    #expect(step(0..<3) == first)
  }
}
