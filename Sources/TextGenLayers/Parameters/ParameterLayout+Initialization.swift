package import TextGenCompute

/// How the recurrent weights start.
package enum RecurrentInitialization: String, Sendable, Hashable, Codable, CaseIterable {
  /// Uniform within ±1/√H, as PyTorch.
  case uniform
  /// A random orthogonal matrix for each gate (Saxe et al. 2014).
  case orthogonal
  /// Near the identity for each gate, input weights of a deviation of 0.001 and biases of 0 (Le et al.
  /// 2015), meant for rectified units: with more, what they add up would grow from the first token on.
  ///
  /// Le et al. begin each sequence with an empty state; here one text goes on for millions of tokens, and
  /// with the identity itself the sum of all that was read would have no bound. It is 0.95 times the
  /// identity, which halves what is not renewed every 14 tokens.
  case identity
}

extension ParameterLayout {
  /// Random parameters to start training from.
  ///
  /// Weights and biases are uniform within ±1/√H, those of layers without memory within ±1/√D of the D
  /// floats that they read, as PyTorch; the embedding within ±√3 (variance 1), or ±1/√H where it is
  /// also the output layer; the open gate of a cell gets a bias of 1. For transformers see `startBlocks`.
  package func initialParameters(
    _ configuration: NetworkConfiguration, recurrent: RecurrentInitialization = .uniform,
    using generator: inout some RandomNumberGenerator
  ) -> FloatBuffer {
    let parameters = FloatBuffer(count: count)
    for tensor in tensors {
      let limit = initialLimit(of: tensor, configuration)
      for index in tensor.range {
        parameters[index] = Float.random(in: -limit...limit, using: &generator)
      }
    }
    let (hidden, shape) = (configuration.hiddenSize, configuration.architecture.layerShape)
    startBlocks(parameters)
    for layer in layers {
      if recurrent != .uniform, let weight = layer.recurrent?.weight {
        for gate in 0..<(shape?.gateCount ?? 0) {
          let matrix =
            recurrent == .identity
            ? identity(hidden) : orthogonal(hidden, using: &generator)
          parameters.store(matrix.span, at: weight.offset + gate * hidden * hidden)
        }
      }
      if recurrent == .identity { scaleDown(layer, in: parameters) }
      if let gate = configuration.cell?.traits.openGate, let bias = layer.recurrent?.bias {
        for unit in gate * hidden..<(gate + 1) * hidden {
          parameters[layer.input.bias.offset + unit] = 1
          parameters[bias.offset + unit] = 0
        }
      }
    }
    return parameters
  }
}

extension ParameterLayout {
  /// Scales the input weights of a recurrent layer down and sets its biases to 0 (Le et al. 2015).
  private func scaleDown(_ layer: LayerTensors, in parameters: FloatBuffer) {
    guard let recurrent = layer.recurrent else { return }
    let limit = 1 / Float(recurrent.weight.shape[1]).squareRoot()
    for index in layer.input.weight.range {
      // A uniform value within ±1/√H has a deviation of 1/√(3 H).
      parameters[index] *= 0.001 * Float(3).squareRoot() / limit
    }
    parameters.clear(layer.input.bias.range)
    parameters.clear(recurrent.bias.range)
  }

  /// Makes a transformer begin near the identity: normalizations change nothing, biases are 0, and what 2·L
  /// sums add together is as large as one layer's (Radford et al. 2019).
  private func startBlocks(_ parameters: FloatBuffer) {
    for tensor in blockVectors { parameters.clear(tensor.range) }
    let norms = blocks.flatMap { [$0.attentionNorm, $0.denseNorm] } + [finalNorm].compactMap { $0 }
    for index in norms.flatMap(\.weight.range) { parameters[index] = 1 }
    let share = 1 / Float(2 * max(blocks.count, 1)).squareRoot()
    for index in blocks.flatMap({ [$0.projection, $0.contraction] }).flatMap(\.weight.range) {
      parameters[index] *= share
    }
  }

  /// How far from 0 a weight starts at most.
  private func initialLimit(of tensor: Tensor, _ configuration: NetworkConfiguration) -> Float {
    if configuration.architecture == .unigram { return 0 }
    if tensor == embedding && !configuration.tiesEmbeddings { return Float(3).squareRoot() }
    let layer = layers.firstIndex {
      $0.recurrent == nil && ($0.input.weight == tensor || $0.input.bias == tensor)
    }
    if blocks.contains(where: { $0.contraction.weight == tensor }) {
      return 1 / Float(tensor.shape[1]).squareRoot()
    }
    let size = layer.map { configuration.inputSize(ofLayer: $0) } ?? configuration.hiddenSize
    return 1 / Float(size).squareRoot()
  }
}

/// A little less than the identity; see `RecurrentInitialization.identity`.
private func identity(_ size: Int) -> [Float] {
  (0..<size * size).map { $0 / size == $0 % size ? 0.95 : 0 }
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
