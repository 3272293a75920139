import Testing
import TextGenLayers
import TextGenTokenization
import TextGenTraining

@Suite struct AutomaticConfigurationTests {
  private static let sizes = [1_000, 50_000, 200_000, 1_000_000, 30_000_000]
  private static let times = [1e6, 1e12, 5e12, 2e13, 6e13, 2e14, 1e15, 1e18]

  private func shape(_ tokens: Int, _ operations: Double?) -> (Int, Int) {
    let sizes = AutomaticConfiguration(
      tokenCount: tokens, unit: .character, operations: operations)
    return (sizes.layerCount, sizes.hiddenSize)
  }

  @Test(arguments: sizes)
  func `more time gives no smaller network and none that the text does not bear`(_ tokens: Int) {
    let most = shape(tokens, nil)
    for (less, more) in zip(Self.times, Self.times.dropFirst()) {
      #expect(shape(tokens, less) <= shape(tokens, more))
      #expect(shape(tokens, more) <= most)
    }
    #expect(shape(tokens, Self.times.last) == most)
  }

  @Test(arguments: [200_000, 1_000_000, 30_000_000])
  func `a time too short for the network gives a smaller one, and nothing else of it changes`(
    _ tokens: Int
  ) {
    let patient = AutomaticConfiguration(tokenCount: tokens, unit: .character)
    let hurried = AutomaticConfiguration(tokenCount: tokens, unit: .character, operations: 1e12)
    #expect(hurried.isLimitedByTime && !patient.isLimitedByTime)
    #expect(
      (hurried.layerCount, hurried.hiddenSize) < (patient.layerCount, patient.hiddenSize))
    #expect(hurried.batchSize == patient.batchSize)
    #expect(hurried.sequenceLength == patient.sequenceLength)
    #expect(hurried.learningRate(of: .muon) == patient.learningRate(of: .muon))
  }

  @Test(arguments: sizes)
  func `a text that the time lets read only a few times needs less dropout`(_ tokens: Int) {
    func dropout(_ operations: Double?) -> Double {
      AutomaticConfiguration(tokenCount: tokens, unit: .character, operations: operations).dropout
    }
    for (less, more) in zip(Self.times, Self.times.dropFirst()) {
      #expect(dropout(less) <= dropout(more) || dropout(less) == dropout(nil))
    }
    #expect(Self.times.allSatisfy { dropout($0) <= dropout(nil) })
    #expect(dropout(Self.times.last) == dropout(nil))
    if tokens == 1_000_000 { #expect(dropout(2e13) < dropout(nil)) }
  }

  @Test func `a text that is too large to learn by heart needs less dropout than a small one`() {
    let dropouts = Self.sizes.dropFirst(2).map {
      AutomaticConfiguration(tokenCount: $0, unit: .character).dropout
    }
    #expect(zip(dropouts, dropouts.dropFirst()).allSatisfy { $0 >= $1 })
  }

  @Test(arguments: sizes, CellKind.allCases)
  func `an LSTM alone takes Muon's long steps, rectified units take the shortest of Adam's`(
    _ tokens: Int, _ cell: CellKind
  ) {
    let sizes = AutomaticConfiguration(tokenCount: tokens, unit: .character, cell: cell)
    let long = tokens < 100_000 ? 2e-2 : 1e-2
    #expect(sizes.learningRate(of: .muon) == (cell == .lstm ? long : 5e-3))
    let adam = tokens >= 2_000_000 && cell.gateCount > 1 ? 5e-3 : 2e-3
    #expect(sizes.learningRate(of: .adam) == (cell == .elmanReLU ? 2e-4 : adam))
    #expect(sizes.optimizer == (cell == .elman && tokens < 100_000 ? .adam : .muon))
  }

  @Test(arguments: sizes, Architecture.Kind.allCases)
  func `networks without recurrence have rates of their own, whatever the cell`(
    _ tokens: Int, _ kind: Architecture.Kind
  ) {
    guard kind != .recurrent else { return }
    let rates = CellKind.allCases.map { cell in
      let sizes = AutomaticConfiguration(tokenCount: tokens, unit: .character, kind, cell: cell)
      return [sizes.learningRate(of: .adam), sizes.learningRate(of: .muon)]
    }
    let expected = [kind == .unigram ? 5e-2 : 2e-3, tokens < 100_000 ? 2e-2 : 1e-2]
    #expect(rates.allSatisfy { $0 == expected })
  }

  @Test(arguments: TokenUnit.allCases)
  func `an embedding is never wider than its layer`(_ unit: TokenUnit) {
    for operations in Self.times {
      let sizes = AutomaticConfiguration(
        tokenCount: 30_000_000, unit: unit, operations: operations)
      #expect(sizes.embeddingSize <= sizes.hiddenSize)
    }
  }
}
