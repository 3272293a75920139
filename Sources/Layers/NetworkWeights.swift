public import Compute

/// A network's weights, packed for products.
///
/// Packing is cut into tasks that touch different memory, so that threads can share it.
public final class NetworkWeights {
  /// The shape of the network.
  public let configuration: NetworkConfiguration
  /// Where the parameters lie in a flat vector.
  public let layout: ParameterLayout

  let layers: [RecurrentPanels]
  let output: OutputPanels
  /// (V, D): the embedding, as in the flat vector.
  let embedding: FloatBuffer

  /// Room for the weights of a network; `forTraining` adds what a backward pass reads.
  public init(_ configuration: NetworkConfiguration, forTraining: Bool) {
    self.configuration = configuration
    layout = ParameterLayout(configuration)
    layers = (0..<configuration.layerCount).map { layer in
      RecurrentPanels(
        shape: configuration.cell.shape, inputSize: configuration.inputSize(ofLayer: layer),
        hiddenSize: configuration.hiddenSize, forTraining: forTraining)
    }
    output = OutputPanels(configuration, forTraining: forTraining)
    embedding = FloatBuffer(count: layout.embedding.count)
  }

  /// Weights for prediction alone, packed from a flat vector.
  public convenience init(
    _ configuration: NetworkConfiguration, packing parameters: [Float], engine: Engine
  ) {
    self.init(configuration, forTraining: false)
    let buffer = FloatBuffer(count: parameters.count)
    buffer.store(parameters.span, at: 0)
    pack(from: buffer, engine: engine)
  }

  /// Reads all weights from a flat vector.
  public func pack(from parameters: FloatBuffer, engine: Engine) {
    precondition(
      parameters.count == layout.count, "\(parameters.count) parameters for \(layout.count)")
    let perLayer = layers[0].panelCount
    let recurrent = layers.count * perLayer
    engine.forEach(recurrent + output.panelCount + 1) { task in
      if task < recurrent {
        let layer = task / perLayer
        layers[layer].pack(
          panel: task % perLayer, from: parameters, layout.layers[layer], engine: engine)
      } else if task < recurrent + output.panelCount {
        output.pack(panel: task - recurrent, from: parameters, layout, engine: engine)
      } else {
        embedding.copy(embedding.count, from: parameters, at: layout.embedding.offset, to: 0)
      }
    }
  }
}
