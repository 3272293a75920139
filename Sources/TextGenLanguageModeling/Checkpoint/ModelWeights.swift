import TextGenCompute
import TextGenLayers

/// The weights of a model: floats in memory, or tensors of its file.
enum ModelWeights {
  case values([Float])
  case file(FileParameters)

  /// All of them as a flat vector.
  var values: [Float] {
    switch self {
    case .values(let values): values
    case .file(let parameters): parameters.values
    }
  }

  /// A network with these weights.
  func makeNetwork(
    _ configuration: NetworkConfiguration, precision: ProductPrecision, engine: Engine
  ) -> NetworkModel {
    switch self {
    case .values(let values):
      NetworkModel(configuration, parameters: values, precision: precision, engine: engine)
    case .file(let parameters):
      NetworkModel(configuration, parameters: parameters, precision: precision, engine: engine)
    }
  }
}
