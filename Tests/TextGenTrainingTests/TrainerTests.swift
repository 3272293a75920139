import Foundation
import Testing
import TextGenCompute
import TextGenLanguageModeling
import TextGenLayers
import TextGenTestSupport
import TextGenTokenization
import TextGenTraining

struct TrainerTests {
  private func events(_ run: TinyRun, folder: String? = nil) throws -> [TrainingEvent] {
    var events: [TrainingEvent] = []
    _ = try run.trainer(folder).run { events.append($0) }
    return events
  }

  private static let learners =
    CellKind.allCases.map(Architecture.recurrent)
    + [.window(length: 6), .transformer(headCount: 1, contextLength: 20)]

  @Test(arguments: learners, [OptimizerKind.adam, .muon])
  func `each network that sees enough learns one line by heart`(
    _ architecture: Architecture, _ optimizer: OptimizerKind
  ) throws {
    let corpus = try Corpus(training: [String(repeating: "o rato roeu a rolha\n", count: 12)])
    let configuration = architecture.configuration(
      layers: 1, vocabulary: corpus.tokenizer.vocabulary.count, embedding: 8, hidden: 16)
    let training = TrainingConfiguration(
      batchSize: 2, sequenceLength: 20, optimizer: optimizer, learningRate: 2e-2,
      budget: TrainingBudget(steps: 250))
    let trainer = try Trainer(
      corpus, configuration, training, name: "line", engine: Engine(), folder: nil)
    var last = Double.infinity
    _ = try trainer.run { event in
      if case .step(let step) = event { last = step.loss }
    }
    #expect(last < 0.05)
  }

  @Test func `the bits of a step charge unknown words their spelling, as those of evaluate do`()
    throws
  {
    let lines = (0..<40).map { "o gato viu o rato\($0 % 4 == 0 ? " x\($0)y" : "")" }
    let corpus = try Corpus(
      training: [lines.joined(separator: "\n")], validationFraction: 0.1, tokenizer: .learned(.word)
    )
    let part = corpus.statistics.training
    #expect(part.unknownTokens > 0)
    let configuration = Architecture.recurrent(.lstm).configuration(
      layers: 1, vocabulary: corpus.tokenizer.vocabulary.count, embedding: 4, hidden: 8)
    let training = TrainingConfiguration(
      batchSize: 2, sequenceLength: 8, budget: TrainingBudget(steps: 3))
    let trainer = try Trainer(
      corpus, configuration, training, name: "words", engine: Engine(), folder: nil)
    var steps: [TrainingStep] = []
    _ = try trainer.run { event in
      if case .step(let step) = event { steps.append(step) }
    }
    #expect(steps.count == 3)
    let spelling = part.unknownSpellingBits / Double(part.characters)
    for step in steps {
      let known = step.loss / log(2) * Double(part.tokens) / Double(part.characters)
      #expect(abs(step.bitsPerCharacter - known - spelling) < 1e-9)
    }
  }

  @Test
  func `one step of gradient descent is the clipped gradient times the rate`() throws {
    func parameters(steps: Int, rate: Double) throws -> [Float] {
      try withFolder { folder in
        var run = TinyRun()
        run.training.optimizer = .sgd
        run.training.learningRate = rate
        run.training.budget = TrainingBudget(steps: steps)
        _ = try run.trainer(folder).run { _ in }
        return try TrainingFile(contentsOf: folder).state.parameters
      }
    }
    // The warm-up makes the first step a fiftieth of the rate; steps are proportional to it.
    let start = try parameters(steps: 1, rate: 1e-30)
    let once = try parameters(steps: 1, rate: 1)
    let twice = try parameters(steps: 1, rate: 2)
    let moves = zip(start, zip(once, twice)).map { ($1.0 - $0, $1.1 - $0) }
    #expect(moves.contains { $0.0 != 0 })
    for (single, double) in moves { #expect(abs(double - 2 * single) < 1e-6) }
    let norm = moves.reduce(0.0) { $0 + Double($1.0) * Double($1.0) }.squareRoot()
    #expect(norm > 0 && norm <= 1.0 / 50 + 1e-6)
  }

  @Test(arguments: OptimizerKind.allCases)
  func `a decay takes its share of the matrices, and nothing of the biases`(
    _ optimizer: OptimizerKind
  ) throws {
    func parameters(rate: Double, decay: Double) throws -> [Float] {
      try withFolder { folder in
        var run = TinyRun()
        run.training.optimizer = optimizer
        run.training.learningRate = rate
        run.training.weightDecay = decay
        run.training.budget = TrainingBudget(steps: 1)
        _ = try run.trainer(folder).run { _ in }
        return try TrainingFile(contentsOf: folder).state.parameters
      }
    }
    let start = try parameters(rate: 1e-30, decay: 0)
    let free = try parameters(rate: 0.1, decay: 0)
    let decayed = try parameters(rate: 0.1, decay: 20)
    let layout = ParameterLayout(TinyRun().configuration(try TinyRun.corpus()))
    for tensor in layout.tensors {
      // A fiftieth of the rate in the first step, times the decay.
      let share: Float = tensor.shape.count > 1 ? 0.1 / 50 * 20 : 0
      for place in tensor.range {
        #expect(abs(free[place] - share * start[place] - decayed[place]) < 1e-6)
      }
    }
  }

  @Test(arguments: CellKind.allCases)
  func `a step of Muon orthogonalizes each gate's momentum`(_ cell: CellKind) throws {
    func state(rate: Double) throws -> TrainingState {
      try withFolder { folder in
        var run = TinyRun(architecture: .recurrent(cell))
        run.training.optimizer = .muon
        run.training.learningRate = rate
        run.training.budget = TrainingBudget(steps: 1)
        _ = try run.trainer(folder).run { _ in }
        return try TrainingFile(contentsOf: folder).state
      }
    }
    let (start, end) = (try state(rate: 1e-30), try state(rate: 0.5))
    let configuration = TinyRun(architecture: .recurrent(cell)).configuration(try TinyRun.corpus())
    let layout = ParameterLayout(configuration)
    let gates = cell.gateCount
    let layer = layout.layers[0]
    for tensor in [layer.input.weight, try #require(layer.recurrent?.weight)] {
      let (rows, columns) = (tensor.shape[0] / gates, tensor.shape[1])
      for gate in 0..<gates {
        // Of the first step the momentum is the gradient, whose multiples have the same directions.
        let first = tensor.offset + gate * rows * columns
        let isTall = rows > columns
        let places = (0..<rows * columns).map { index in
          isTall ? first + index % rows * columns + index / rows : first + index
        }
        let directions = Orthogonalizer.reference(
          places.map { Double(end.firstMoment[$0]) }, rows: min(rows, columns))
        let step = 0.5 / 50 * 0.2 * Double(max(rows, columns)).squareRoot()
        for (place, direction) in zip(places, directions) {
          let move = Double(end.parameters[place]) - Double(start.parameters[place])
          #expect(abs(move + step * direction) < 1e-5, "\(tensor.name), gate \(gate)")
        }
        #expect(directions.contains { abs($0) > 0.01 })
      }
    }
    // The rest moves as with Adam: by the rate, whatever the size of the gradient.
    let bias = layout.output.bias.offset
    #expect(abs(abs(end.parameters[bias] - start.parameters[bias]) - 0.01) < 1e-4)
  }

  @Test
  func `an open run stops by itself and says so`() throws {
    var run = TinyRun()
    run.training.budget = TrainingBudget()
    run.training.learningRate = 5e-2
    guard case .end(let end)? = try events(run).last else {
      Issue.record("the last event is not the end")
      return
    }
    #expect(end.reason == .converged)
    #expect(end.bestBitsPerCharacter.map { $0 > 0 && $0 < 4 } == true)
  }

  @Test
  func `an open run without held-out text is refused`() throws {
    let corpus = try Corpus(training: [TinyRun.text])
    var run = TinyRun()
    run.training.budget = TrainingBudget()
    #expect(throws: CorpusError.nothingHeldOut) {
      try Trainer(
        corpus, run.configuration(corpus), run.training, name: "x", engine: Engine(), folder: nil)
    }
  }

  @Test
  func `a loss that is not finite is rolled back, and given up when nothing helps`() throws {
    var run = TinyRun(architecture: .recurrent(.elmanReLU))
    run.training.learningRate = 1e30
    run.training.dropout = 0
    var recoveries = 0
    let trainer = try run.trainer(nil)
    #expect(throws: Divergence.self) {
      try trainer.run { event in
        if case .recovered = event { recoveries += 1 }
      }
    }
    #expect(recoveries == 8)
  }

  @Test
  func `a budget of epochs ends after as many`() throws {
    var run = TinyRun()
    run.training.budget = TrainingBudget(epochs: 2)
    guard case .end(let end)? = try events(run).last else {
      Issue.record("the last event is not the end")
      return
    }
    #expect(end.reason == .epochs)
    #expect(end.epochs == 2)
  }

  @Test
  func `every event is a line of JSON with its name`() throws {
    try withFolder { folder in
      let events = try events(TinyRun(), folder: folder)
      for event in events {
        let object = try JSONSerialization.jsonObject(with: Data(event.json.utf8))
        #expect((object as? [String: Any])?["event"] is String)
        #expect(!event.json.contains("\n"))
      }
      let log = try String(contentsOfFile: folder + "/log.jsonl", encoding: .utf8)
      let lines = log.split(separator: "\n")
      #expect(lines.first?.contains("\"event\":\"start\"") == true)
      #expect(lines.last?.contains("\"event\":\"end\"") == true)
      #expect(lines.contains { $0.contains("\"event\":\"validation\"") })
    }
  }

  @Test
  func `the learning rate warms up, falls with the budget and is cut on plateaus`() {
    var rate = LearningRate()
    #expect(rate.factor(step: 0, progress: 0) == 1.0 / 50)
    #expect(rate.factor(step: 1000, progress: 0) == 1)
    #expect(abs(rate.factor(step: 1000, progress: 1) - 0.01) < 1e-12)
    #expect(rate.note(improved: true) == .none)
    #expect((0..<2).map { _ in rate.note(improved: false) } == [.none, .none])
    #expect(rate.note(improved: false) == .cut)
    #expect(abs(rate.factor(step: 1000, progress: nil) - 0.3) < 1e-12)
    for _ in 0..<8 { _ = rate.note(improved: false) }
    #expect(rate.note(improved: false) == .converged)
  }

  @Test func `each schedule warms up, then stays or falls to a hundredth`() {
    var rate = LearningRate()
    for schedule in LearningRateSchedule.allCases {
      #expect(rate.factor(step: 0, progress: 0, by: schedule) == 1.0 / 50)
      #expect(rate.factor(step: 49, progress: 0, by: schedule) == 1)
    }
    func factors(_ schedule: LearningRateSchedule) -> [Double] {
      [0.25, 0.5, 1, 2].map { rate.factor(step: 1000, progress: $0, by: schedule) }
    }
    #expect(factors(.constant) == [1, 1, 1, 1])
    for (factor, expected) in zip(factors(.linear), [0.7525, 0.505, 0.01, 0.01]) {
      #expect(abs(factor - expected) < 1e-12)
    }
    for (factor, expected) in zip(factors(.cosine), [0.855017856687341, 0.505, 0.01, 0.01]) {
      #expect(abs(factor - expected) < 1e-12)
    }
    for _ in 0..<LearningRate.patience { _ = rate.note(improved: false) }
    #expect(rate.factor(step: 1000, progress: nil, by: .constant) == 1)
    #expect(abs(rate.factor(step: 1000, progress: nil, by: .linear) - 0.3) < 1e-12)
  }
}
