import Foundation
import Testing
import TextGenLaboratory
import TextGenLayers

struct ParameterBudgetTests {
  @Test(arguments: [60_000, 300_000, 1_000_000, 5_000_000], [64, 130, 4_000])
  func `all networks have as many parameters, within 2 percent`(
    about: Int, vocabularySize: Int
  ) throws {
    let budget = ParameterBudget(
      about: about, vocabularySize: vocabularySize, embeddingSize: 64, lineBreak: 0)
    let networks = Contender.allCases.filter(\.isNetwork)
    for contender in networks {
      guard let configuration = budget.configuration(of: contender) else {
        // The embedding of thousands of tokens alone is more than a small budget.
        #expect(about < 300_000 && vocabularySize == 4_000, "\(contender)")
        continue
      }
      try configuration.validate()
      let share = Double(configuration.parameterCount) / Double(budget.parameters)
      #expect(abs(share - 1) <= 0.02, "\(contender): \(share)")
    }
    if vocabularySize < 4_000 {
      #expect(abs(Double(budget.parameters) / Double(about) - 1) < 0.2)
    }
  }

  @Test func `the contenders are what they are called`() throws {
    let budget = ParameterBudget(
      about: 1_000_000, vocabularySize: 130, embeddingSize: 64, lineBreak: 7)
    let expected: [Contender: Architecture.Kind] = [
      .unigram: .unigram, .ngram: .unigram, .bag: .bag, .window: .window,
      .transformer: .transformer,
    ]
    for contender in Contender.allCases {
      let configuration = try #require(budget.configuration(of: contender))
      #expect(configuration.architecture.kind == expected[contender] ?? .recurrent)
    }
    #expect(budget.configuration(of: .bag)?.architecture == .bag(lineBreak: 7))
    #expect(budget.configuration(of: .deepLSTM)?.layerCount == 3)
    #expect(budget.configuration(of: .recurrent(.elmanReLU))?.cell == .elmanReLU)
    #expect(Contender.recurrent(.elmanReLU).initialization == .identity)
    #expect(Contender.recurrent(.mgu).initialization == .uniform)
  }

  @Test func `contenders are written by their names, in the order of their size`() throws {
    let names = [
      "unigram", "bag", "window", "ngram", "elman", "elman-relu", "mgu", "gru", "lstm", "lstm-deep",
      "transformer",
    ]
    #expect(Contender.allCases.map(\.rawValue) == names)
    let written = try JSONEncoder().encode(Contender.allCases)
    #expect(try JSONDecoder().decode([String].self, from: written) == names)
    #expect(try JSONDecoder().decode([Contender].self, from: written) == Contender.allCases)
    #expect(Contender(rawValue: "convolution") == nil)
  }
}
