import Testing
import TextGenCompute
import TextGenLaboratory
import TextGenLanguageModeling
import TextGenLayers
import TextGenProbes
import TextGenTestSupport
import TextGenTokenization

struct ProbeExamTests {
  private static let probes: ProbeSet = {
    var generator = SeededGenerator(seed: 4)
    return ProbeSet(
      ProbeSizes(lineCount: 400, longRangeItemCount: 4, otherItemCount: 60), using: &generator)
  }()

  private func tokenizer(_ unit: TokenUnit) throws -> any Tokenizer {
    let text = Self.probes.trainingLines.joined(separator: "\n")
    return try Corpus(
      training: [text], validationFraction: 0.1, tokenizer: .learned(unit)
    ).tokenizer
  }

  private func model(
    _ architecture: Architecture, _ tokenizer: any Tokenizer, seed: UInt64
  ) -> NetworkModel {
    let configuration = NetworkConfiguration(
      architecture, layerCount: 2, vocabularySize: tokenizer.vocabulary.count, embeddingSize: 20,
      hiddenSize: 40)
    var generator = SeededGenerator(seed: seed)
    let parameters = [Float].random(
      ParameterLayout(configuration).count, in: -0.7...0.7, using: &generator)
    return NetworkModel(
      configuration, parameters: parameters, engine: Engine(threadCount: 2))
  }

  @Test(arguments: TokenUnit.allCases, [1, 2])
  func `a bag of words answers questions of order exactly at chance`(
    unit: TokenUnit, seed: UInt64
  ) throws {
    let tokenizer = try tokenizer(unit)
    let items = Self.probes.items.filter { $0.family == .order }
    let bag = ProbeExam(
      model: model(.bag(lineBreak: tokenizer.lineBreak), tokenizer, seed: seed),
      tokenizer: tokenizer)
    #expect(bag.score(items).accuracy(of: .order)?.share == 0.5)
    #expect(bag.score(items).accuracy(of: .order)?.count == 60)
  }

  @Test(arguments: TokenUnit.allCases)
  func `the more probable line is the answer`(unit: TokenUnit) throws {
    let tokenizer = try tokenizer(unit)
    let model = model(.recurrent(.gru), tokenizer, seed: 3)
    let items = Self.probes.items.filter { $0.family == .agreement }
    var right = 0.0
    for item in items {
      let lines = item.alternatives.map { alternative in
        var state = model.makeState()
        model.feed([tokenizer.lineBreak], to: &state)
        return model.score(tokenizer.encode(item.context + alternative), state: &state)
          .reduce(0.0) { $0 + Double($1) }
      }
      let others = lines.indices.filter { $0 != item.rightIndex }
      if others.allSatisfy({ lines[$0] < lines[item.rightIndex] }) { right += 1 }
    }
    var shares: [Double] = []
    let score = ProbeExam(model: model, tokenizer: tokenizer).score(items) { shares.append($0) }
    #expect(score.accuracy(of: .agreement)?.rightCount == right)
    #expect(right > 0 && right < 60)
    #expect(shares == shares.sorted() && shares.last == 1)
  }
}
