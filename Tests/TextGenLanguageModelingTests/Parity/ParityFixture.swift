import Foundation
import Testing
import TextGenCompute
import TextGenLayers
import TextGenSafeTensors

/// What PyTorch computes in float64 from one tiny network and one batch; see `make_fixtures.py`.
struct ParityFixture {
  /// The fixtures of the folder.
  static let names = [
    "elman-relu-1", "elman-relu-2", "elman-relu-2-tied", "elman-tanh-1", "elman-tanh-2",
    "elman-tanh-2-odd", "elman-tanh-2-tied", "gru-1", "gru-1-odd", "gru-2", "gru-2-tied",
    "lstm-1", "lstm-1-odd", "lstm-2", "lstm-2-tied", "mgu-1", "mgu-2", "mgu-2-odd", "mgu-2-tied",
  ]

  static var folder: URL { Bundle.module.bundleURL.appending(path: "Fixtures") }

  let configuration: NetworkConfiguration
  /// N streams of T steps.
  let rows, steps: Int
  /// (T, N), ordered by time step.
  let inputs, targets: [Int32]
  private let file: SafeTensorsFile

  init(_ name: String) throws {
    file = try SafeTensorsFile(path: Self.folder.appending(path: name + ".safetensors").path)
    let record = try JSONDecoder().decode(
      Record.self, from: Data(file.metadata["configuration", default: ""].utf8))
    configuration = try #require(record.configuration)
    rows = record.rows
    steps = record.steps
    inputs = try file.values(named: "inputs", as: Int32.self, shape: [steps, rows])
    targets = try file.values(named: "targets", as: Int32.self, shape: [steps, rows])
  }

  private struct Record: Decodable {
    let cell, activation: String
    let layers: Int
    let tied: Bool
    let vocabularySize, embeddingSize, hiddenSize, rows, steps: Int

    enum CodingKeys: String, CodingKey {
      case cell, activation, layers, tied
      case vocabularySize = "V"
      case embeddingSize = "D"
      case hiddenSize = "H"
      case rows = "N"
      case steps = "T"
    }

    var configuration: NetworkConfiguration? {
      CellKind(rawValue: activation == "relu" ? "elman-relu" : cell).map {
        NetworkConfiguration(
          cell: $0, layerCount: layers, vocabularySize: vocabularySize,
          embeddingSize: embeddingSize, hiddenSize: hiddenSize, tiesEmbeddings: tied)
      }
    }
  }

  /// The weights as a flat vector.
  func parameters() throws -> FloatBuffer {
    let layout = ParameterLayout(configuration)
    let parameters = FloatBuffer(count: layout.count)
    for tensor in layout.tensors {
      let values = try file.floats(named: tensor.name, shape: tensor.shape)
      parameters.store(values.span, at: tensor.offset)
    }
    return parameters
  }

  /// The mean cross-entropy in nats.
  func loss() throws -> Double { try doubles("loss")[0] }

  /// The gradient of the loss by a tensor of the weights.
  func gradient(of tensor: ParameterLayout.Tensor) throws -> [Double] {
    try file.values(named: "gradient." + tensor.name, as: Double.self, shape: tensor.shape)
  }

  /// (T · N, V) log-probabilities: what the logits stand for, whatever is added to all of a row.
  func logProbabilities() throws -> [[Double]] {
    let size = configuration.vocabularySize
    let logits = try file.values(named: "logits", as: Double.self, shape: [steps, rows, size])
    return (0..<steps * rows).map { row in
      let x = logits[row * size..<(row + 1) * size]
      let logSum = log(x.reduce(0) { $0 + exp($1) })
      return x.map { $0 - logSum }
    }
  }

  /// The state of each stream before the first step.
  func initialStates() throws -> [NetworkState] {
    try states("h0", "c0") { try file.floats(named: $0).map(Double.init) }
      .map { values in
        var state = NetworkState(configuration)
        state.values = values.map(Float.init)
        return state
      }
  }

  /// The values of the state of each stream after the last step.
  func finalStates() throws -> [[Double]] { try states("hN", "cN", doubles) }

  /// The gradient of the loss by the state of each stream before the first step.
  func initialStateGradients() throws -> [[Double]] {
    try states("gradient.h0", "gradient.c0", doubles)
  }

  private func doubles(_ name: String) throws -> [Double] {
    try file.values(named: name, as: Double.self)
  }

  /// From (layers, N, H) tensors to the values of N states in the order of `NetworkState`.
  private func states(
    _ hidden: String, _ cell: String, _ read: (String) throws -> [Double]
  ) throws -> [[Double]] {
    let size = configuration.hiddenSize
    let parts =
      try configuration.cell?.shape.hasCell == true ? [read(hidden), read(cell)] : [read(hidden)]
    return (0..<rows).map { row in
      var values: [Double] = []
      for layer in 0..<configuration.layerCount {
        let start = (layer * rows + row) * size
        for part in parts { values += part[start..<start + size] }
      }
      return values
    }
  }
}
