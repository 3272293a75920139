import Foundation
import Testing
import TextGenCompute
import TextGenKernels
import TextGenLanguageModeling
import TextGenLayers
import TextGenNGrams
import TextGenSafeTensors
import TextGenTestSupport
import TextGenTokenization

/// A network and n-grams as one model: still a distribution, and the same whichever way it is asked.
struct MixtureTests {
  private let vocabularySize = 37
  private let engine = Engine(threadCount: 2)

  private func tokens(_ count: Int, seed: UInt64) -> [TokenID] {
    var generator = SeededGenerator(seed: seed)
    var tokens: [TokenID] = [1]
    while tokens.count < count {
      let isFree = UInt64.random(in: 0..<3, using: &generator) == 0
      let next =
        isFree ? Int.random(in: 0..<36, using: &generator) : (Int(tokens.last ?? 0) * 5 + 1)
      tokens.append(TokenID(next % 36))
    }
    return tokens
  }

  private func model(_ weights: SIMD8<Float> = [0.3, 0.2, -0.4, 0.1, -0.2, 0.5, 0.1, 0])
    -> LanguageModel
  {
    let configuration = NetworkConfiguration(
      cell: .lstm, layerCount: 2, vocabularySize: vocabularySize, embeddingSize: 9, hiddenSize: 18)
    let sample = NetworkSample(configuration, rows: 1, steps: 1, scale: 0.8)
    let ngrams = NGramModel(
      counting: tokens(2_000, seed: 1).map { UInt16($0) }, vocabularySize: vocabularySize,
      cutoffs: [0, 0, 0, 1])
    return LanguageModel(
      NetworkModel(configuration, parameters: sample.parameters, engine: engine),
      companion: LanguageModel.Companion(ngrams, gate: MixtureGate(weights: weights)))
  }

  @Test func `probabilities of the mixture sum to 1`() {
    let model = model()
    var state = model.makeState()
    for token in tokens(120, seed: 2) {
      model.feed([token], to: &state)
      let row = model.logProbabilities(after: [state])[0]
      let sum = row.reduce(0.0) { $0 + Double(exp($1)) }
      #expect(abs(sum - 1) < 1e-5)
    }
  }

  @Test func `every probability lies between those of the network and of the n-grams`() throws {
    let model = model()
    var state = model.makeState()
    var ngrams = NGramModel.State()
    let companion = try #require(model.companion)
    var counted = [Float](repeating: 0, count: vocabularySize)
    var network = model.network.makeState()
    for token in tokens(60, seed: 3) {
      model.feed([token], to: &state)
      model.network.feed([token], to: &network)
      companion.model.advance(&ngrams, with: token)
      companion.model.probabilities(after: ngrams, into: &counted)
      let mixed = model.logProbabilities(after: [state])[0].map { exp($0) }
      let alone = model.network.logProbabilities(after: [network])[0].map { exp($0) }
      for token in mixed.indices {
        let bounds = [alone[token], counted[token]].sorted()
        #expect(mixed[token] > bounds[0] * 0.9999 && mixed[token] < bounds[1] * 1.0001)
      }
    }
  }

  @Test func `scores of texts side by side are those of single steps`() {
    let model = model()
    let texts = [40, 1, 0, 23, 64, 65].enumerated().map { tokens($1 + 1, seed: UInt64($0 + 5)) }
    var states = texts.map { text in
      var state = model.makeState()
      model.feed([text[0]], to: &state)
      return state
    }
    let starts = states
    let scores = model.score(texts.map { Array($0.dropFirst()) }, states: &states)
    for (index, text) in texts.enumerated() {
      var state = starts[index]
      var expected: [Float] = []
      for token in text.dropFirst() {
        expected.append(model.logProbabilities(after: [state])[0][Int(token)])
        var one = [state]
        model.advance(&one, with: [token])
        state = one[0]
      }
      var error = ErrorMeasure(absolute: 1e-5, relative: 1e-5)
      error.compare(scores[index], expected.map(Double.init), "text \(index)")
      #expect(error.worst <= 1, "\(error.place)")
      #expect(states[index] == state)
    }
  }

  @Test func `a text changes nothing before its end`() {
    let model = model()
    let text = tokens(80, seed: 9)
    var other = text
    other[50] = (other[50] + 1) % 36
    func scores(_ text: [TokenID]) -> [Float] {
      var state = model.makeState()
      model.feed([1], to: &state)
      return model.score(text, state: &state)
    }
    #expect(scores(text).prefix(50).map(\.bitPattern) == scores(other).prefix(50).map(\.bitPattern))
    #expect(scores(text)[50] != scores(other)[50])
  }

  @Test func `a gate learns which of the two is right`() {
    let sums = DistributionSums(own: -1, other: -2, otherUnderOwn: -3, ownUnderOther: -2)
    let ngrams = NGramModel(counting: [0, 1, 0, 1], vocabularySize: 2, cutoffs: [0, 0])
    let features = MixtureFeatures(sums, NGramModel.State(), of: ngrams)
    func share(_ network: Float, _ counted: Float) -> Float {
      let sample = MixtureGate.Sample(features: features, network: network, ngrams: counted)
      return MixtureGate(fitting: Array(repeating: sample, count: 50)).share(features)
    }
    #expect(share(-0.1, -3) > 0.9)
    #expect(share(-3, -0.1) < 0.1)
    #expect(MixtureGate().share(features) == 0.5)
  }

  @Test func `a file keeps n-grams and gate, quantized or not`() throws {
    let first = try ModelFile(contentsOf: StoredCheckpoint(version: 1).path())
    let size = first.configuration.vocabularySize
    let ngrams = NGramModel(
      counting: (0..<400).map { UInt16($0 * $0 % size) }, vocabularySize: size, cutoffs: [0, 0, 0])
    let gate = MixtureGate(weights: [1, -2, 0.5, 0, 0.25, 3, -1, 0])
    let file = ModelFile(
      configuration: first.configuration, parameters: first.parameters,
      companion: LanguageModel.Companion(ngrams, gate: gate), tokenizer: first.tokenizer,
      information: first.information)
    for file in [file, file.quantized()] {
      try withTemporaryFile { path in
        try file.write(toFile: path)
        let read = try ModelFile(contentsOf: path)
        #expect(read.companion?.gate == gate)
        #expect(read.companion?.model.levels == ngrams.levels)
        #expect(read.companion?.model.single == ngrams.single)
      }
    }
  }

  /// The stored model with n-grams beside it.
  private func mixture() throws -> ModelFile {
    let first = try ModelFile(contentsOf: StoredCheckpoint(version: 1).path())
    let size = first.configuration.vocabularySize
    let ngrams = NGramModel(
      counting: (0..<400).map { UInt16($0 * $0 % size) }, vocabularySize: size, cutoffs: [0, 0, 0])
    return ModelFile(
      configuration: first.configuration, parameters: first.parameters,
      companion: LanguageModel.Companion(ngrams, gate: MixtureGate(weights: .zero)),
      tokenizer: first.tokenizer, information: first.information)
  }

  @Test(arguments: [false, true])
  func `a damaged byte anywhere is refused, with one sentence for any number of threads`(
    isQuantized: Bool
  ) throws {
    let mixture = try mixture()
    let file = isQuantized ? mixture.quantized() : mixture
    try withTemporaryFile { path in
      try file.write(toFile: path)
      let bytes = try Data(contentsOf: URL(filePath: path))
      let start = 8 + bytes.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
      let engines = [Engine(), Engine(threadCount: 3)]
      for place in stride(from: 3, to: bytes.count, by: 7) {
        var damaged = bytes
        damaged[place] ^= 0x10
        try damaged.write(to: URL(filePath: path))
        let sentences = engines.map { engine in
          do throws(CheckpointError) {
            _ = try ModelFile(contentsOf: path, engine: engine)
            return ""
          } catch {
            return error.description
          }
        }
        #expect(sentences[0] == sentences[1] && !sentences[0].isEmpty, "byte \(place)")
        // The checksum speaks first of all that looks at tensors.
        let isOfData = place >= start
        #expect(!isOfData || sentences[0].contains("the contents have the checksum"))
      }
    }
  }

  @Test func `n-grams of a lower order than the file has tensors for are refused`() throws {
    let file = try mixture()
    try withTemporaryFile { path in
      try file.write(toFile: path)
      let whole = try SafeTensorsFile(path: path)
      var metadata = whole.metadata
      metadata["textgen.checksum"] = nil
      metadata["ngrams"] = metadata["ngrams"]?.replacing("\"order\":3", with: "\"order\":2")
      var writer = SafeTensorsWriter(metadata: metadata)
      for tensor in whole.tensors {
        if tensor.type == .uint8 {
          writer.add(
            tensor.name, shape: tensor.shape,
            try whole.values(named: tensor.name, as: UInt8.self))
        } else {
          writer.add(tensor.name, shape: tensor.shape, try whole.floats(named: tensor.name))
        }
      }
      try writer.write(to: path)
      #expect {
        try ModelFile(contentsOf: path)
      } throws: { error in
        "\(error)".contains("they are of order 2, but there is a tensor ngrams.")
      }
    }
  }
}
