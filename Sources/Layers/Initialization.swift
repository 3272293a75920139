public import Compute

/// How the recurrent weights start.
public enum RecurrentInitialization: String, Sendable, Hashable, Codable, CaseIterable {
  /// Uniform within ±1/√H, as PyTorch.
  case uniform
  /// A random orthogonal matrix for each gate (Saxe et al. 2014).
  case orthogonal
  /// The identity for each gate (Le et al. 2015), meant for rectified units.
  case identity
}

extension ParameterLayout {
  /// Random parameters to start training from.
  ///
  /// Weights and biases are uniform within ±1/√H; the embedding within ±√3 (variance 1), or ±1/√H
  /// where it is also the output layer; the LSTM's forget gate gets a bias of 1.
  public func initialParameters(
    _ configuration: NetworkConfiguration, recurrent: RecurrentInitialization = .uniform,
    using generator: inout some RandomNumberGenerator
  ) -> FloatBuffer {
    let parameters = FloatBuffer(count: count)
    let bound = 1 / Float(configuration.hiddenSize).squareRoot()
    for tensor in tensors {
      let isFreeEmbedding = tensor == embedding && !configuration.tiesEmbeddings
      let limit = isFreeEmbedding ? Float(3).squareRoot() : bound
      for index in tensor.range {
        parameters[index] = Float.random(in: -limit...limit, using: &generator)
      }
    }
    let hidden = configuration.hiddenSize
    for layer in layers {
      if recurrent != .uniform {
        for gate in 0..<configuration.cell.shape.gateCount {
          let start = layer.recurrentWeight.offset + gate * hidden * hidden
          let matrix =
            recurrent == .identity
            ? identity(hidden) : orthogonal(hidden, using: &generator)
          parameters.store(matrix.span, at: start)
        }
      }
      if configuration.cell == .lstm {
        for unit in 0..<hidden {
          parameters[layer.inputBias.offset + LSTMCell.forgetGate * hidden + unit] = 1
          parameters[layer.recurrentBias.offset + LSTMCell.forgetGate * hidden + unit] = 0
        }
      }
    }
    return parameters
  }
}

private func identity(_ size: Int) -> [Float] {
  (0..<size * size).map { $0 / size == $0 % size ? 1 : 0 }
}

/// A random orthogonal matrix: Gaussian rows made orthonormal one after the other (Gram–Schmidt), in
/// Double, since what is left of the last rows is short and has lost digits.
private func orthogonal(_ size: Int, using generator: inout some RandomNumberGenerator) -> [Float] {
  var rows: [[Double]] = []
  while rows.count < size {
    // A sum of uniform values is close enough to a Gaussian for a random direction.
    var row = (0..<size).map { _ in
      (0..<6).reduce(0.0) { sum, _ in sum + Double.random(in: -1...1, using: &generator) }
    }
    for other in rows {
      let projection = dot(row, other)
      for index in row.indices { row[index] -= projection * other[index] }
    }
    let norm = dot(row, row).squareRoot()
    guard norm > 1e-6 else { continue }
    rows.append(row.map { $0 / norm })
  }
  return rows.flatMap { $0.map(Float.init) }
}

private func dot(_ left: [Double], _ right: [Double]) -> Double {
  var sum = 0.0
  for index in left.indices { sum += left[index] * right[index] }
  return sum
}
