import Testing
import Tokenization
import Training

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

  @Test func `ten minutes of a slow machine do not go to a network that needs an hour`() {
    #expect(shape(30_000_000, nil) == (2, 512))
    #expect(shape(30_000_000, 6e13) == (1, 384))
    let hurried = AutomaticConfiguration(
      tokenCount: 30_000_000, unit: .character, operations: 6e13)
    let patient = AutomaticConfiguration(tokenCount: 30_000_000, unit: .character)
    #expect(hurried.isLimitedByTime && !patient.isLimitedByTime)
    #expect(hurried.batchSize == patient.batchSize)
  }

  @Test(arguments: [
    (200_000, nil, 0.5), (1_000_000, nil, 0.3), (30_000_000, nil, 0), (1_000_000, 5e13, 0.1),
    (1_000_000, 2e13, 0.1), (450_000, 9e13, 0.3), (1_000_000, 1e15, 0.3), (30_000_000, 6e13, 0),
  ])
  func `a text that the time lets read only a few times needs less dropout`(
    _ tokens: Int, _ operations: Double?, _ dropout: Double
  ) {
    let sizes = AutomaticConfiguration(
      tokenCount: tokens, unit: .character, operations: operations)
    #expect(sizes.dropout == dropout)
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
