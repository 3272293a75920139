import TextGenCompute
import TextGenGeneration
import TextGenLanguageModeling
import TextGenLayers
import TextGenTokenization

/// Steps of generation, to be timed: each reads a token in every stream and draws the next one from
/// the softmax at temperature 0.8, as `sample` does.
struct GenerationBenchmark {
  private let model: NetworkModel
  private let temperature = Temperature(0.8)
  private var states: [NetworkState]
  private var tokens: [TokenID]
  private var generator = SeededGenerator(seed: 1)

  /// A benchmark of `streams` streams side by side, with random weights.
  init(
    _ configuration: NetworkConfiguration, streams: Int, precision: ProductPrecision,
    engine: Engine
  ) {
    let parameters = ParameterLayout(configuration).initialParameters(
      configuration, using: &generator)
    model = NetworkModel(
      configuration, parameters: parameters.values(), precision: precision, engine: engine)
    states = Array(repeating: model.makeState(), count: streams)
    tokens = Array(repeating: 0, count: streams)
  }

  /// Makes one step: a token for each stream.
  mutating func step() {
    model.advance(&states, with: tokens)
    for (stream, row) in model.logProbabilities(after: states).enumerated() {
      var logits = row
      temperature.process(&logits, context: GenerationContext())
      tokens[stream] = CategoricalSampler().sample(logits, using: &generator) ?? 0
    }
  }
}
