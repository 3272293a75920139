import TextGenCompute
import TextGenLanguageModeling
import TextGenLayers
import TextGenTokenization

/// A network that goes on learning from the text that it reads: dynamic evaluation (Mikolov et al. 2010;
/// Krause et al. 2018), a step of gradient descent after each segment of text.
final class DynamicNetwork {
  /// Tokens between two steps.
  static let segmentLength = 32
  /// The step is this times the gradient, whose norm is first clipped to 1.
  static let learningRate = 0.5
  static let clipNorm = 1.0

  /// The network as it is now.
  let model: NetworkModel

  private let network: ShardedNetwork
  private let engine: Engine

  /// A network that begins with `parameters`.
  init(
    _ configuration: NetworkConfiguration, parameters: [Float], precision: ProductPrecision,
    engine: Engine
  ) {
    let buffer = FloatBuffer(count: parameters.count)
    buffer.store(parameters.span, at: 0)
    network = ShardedNetwork(
      configuration, parameters: buffer, batchSize: 1, sequenceLength: Self.segmentLength,
      dropsValues: false, precision: precision, engine: engine)
    model = NetworkModel(reading: network.weights, engine: engine)
    self.engine = engine
  }

  /// Another network, equal for now.
  func copy() -> DynamicNetwork {
    DynamicNetwork(
      model.configuration, parameters: network.parameters.values(), precision: model.precision,
      engine: engine)
  }

  /// Learns from a segment of text, 2 to `segmentLength` tokens; `state` has read all before its first.
  func learn(_ tokens: [TokenID], from state: NetworkState) {
    network.states = [state]
    _ = network.lossAndGradient(
      inputs: Array(tokens.dropLast()), targets: Array(tokens.dropFirst()))
    let norm = network.gradientNorm()
    guard norm.isFinite else { return }
    let scale = -Self.learningRate * min(1, Self.clipNorm / max(norm, 1e-12))
    network.forEachBlock { range in
      engine.add(
        range.count, scale: Float(scale), from: network.gradient, at: range.lowerBound,
        to: network.parameters, at: range.lowerBound)
    }
    network.pack()
  }
}
