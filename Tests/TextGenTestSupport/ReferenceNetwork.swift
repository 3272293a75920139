// The whole network once more in Double, one token of one text at a time, as its formulas read:
// embedding or context, layers, output layer, softmax. What the real one is compared with.

import Foundation
package import TextGenLayers

/// A neural language model in Double, forward only.
package struct ReferenceNetwork: Sendable {
  /// The shape of the network.
  package let configuration: NetworkConfiguration
  /// The parameters, a flat vector in the layout of `configuration`.
  package var parameters: [Double]

  private let layout: ParameterLayout
  private let hiddenSize: Int
  private let hasCell: Bool

  /// A network with these parameters.
  package init(_ configuration: NetworkConfiguration, parameters: [Float]) {
    self.configuration = configuration
    self.parameters = parameters.map(Double.init)
    layout = ParameterLayout(configuration)
    hiddenSize = configuration.hiddenSize
    hasCell = configuration.cell?.shape.hasCell ?? false
  }

  /// The mean cross-entropy in nats of windows of N texts, ordered by time step, from `states`.
  package func loss(
    inputs: [Int32], targets: [Int32], states: [NetworkState]
  ) -> Double {
    let rows = states.count
    var sum = 0.0
    for (row, start) in states.enumerated() {
      var state = Self.state(start)
      for place in stride(from: row, to: inputs.count, by: rows) {
        sum -= read(inputs[place], &state)[Int(targets[place])]
      }
    }
    return sum / Double(inputs.count)
  }

  /// The values of a state, and after them what a transformer has seen.
  package static func state(_ state: NetworkState) -> [Double] {
    state.values.map(Double.init) + state.past.joined().map(Double.init)
  }

  /// Reads a token, moves the state on and returns the log-probabilities (V) of the next.
  package func read(_ token: Int32, _ state: inout [Double]) -> [Double] {
    logSoftmax(parameters.product(layout.output, top(after: token, &state)))
  }

  /// What the output layer reads (H) after `token`.
  private func top(after token: Int32, _ state: inout [Double]) -> [Double] {
    if case .transformer(let heads, let length) = configuration.architecture {
      let transformer = ReferenceTransformer(
        configuration, layout, headCount: heads, contextLength: length, parameters: parameters)
      return transformer.read(token, &state)
    }
    let size = hiddenSize * (hasCell ? 2 : 1)
    let memory = layout.layers.count * size
    var x = context(token, &state, from: memory)
    for (layer, tensors) in layout.layers.enumerated() {
      let range = layer * size..<(layer + 1) * size
      let next = step(x, Array(state[range]), tensors)
      state.replaceSubrange(range, with: next)
      x = Array(next[..<hiddenSize])
    }
    return x
  }

  /// What the first layer reads at `token`; the memory, which begins at `start`, moves on.
  private func context(_ token: Int32, _ state: inout [Double], from start: Int) -> [Double] {
    let width = configuration.embeddingSize
    func embedding(_ token: Int) -> [Double] {
      guard token >= 0 else { return Array(repeating: 0, count: width) }
      let place = layout.embedding.offset + token * width
      return Array(parameters[place..<place + width])
    }
    switch configuration.architecture {
    case .unigram, .recurrent, .transformer: return embedding(Int(token))
    case .window:
      state.append(Double(token))
      state.remove(at: start)
      return state[start...].flatMap { embedding(Int($0)) }
    case .bag(let lineBreak):
      var line = Array(state[start..<start + width]) + [state[start + 2 * width]]
      var past = Array(state[start + width..<start + 2 * width]) + [state[start + 2 * width + 1]]
      if token == lineBreak {
        past = zip(past, line).map { ($0 + $1) / 2 }
        line = line.map { _ in 0 }
      }
      line = zip(line, embedding(Int(token)) + [1]).map { $0 + $1 }
      state.replaceSubrange(
        start..., with: line[..<width] + past[..<width] + [line[width], past[width]])
      let sums = zip(line, past).map { $0 + $1 }
      return sums[..<width].map { $0 / sums[width].squareRoot() }
    }
  }

  /// The next state of one layer, hidden part first.
  private func step(
    _ x: [Double], _ state: [Double], _ tensors: ParameterLayout.LayerTensors
  ) -> [Double] {
    let h = Array(state[..<hiddenSize])
    let input = parameters.product(tensors.input, x)
    let units = 0..<hiddenSize
    guard let cell = configuration.cell, let tensors = tensors.recurrent else {
      return units.map { tanh(input[$0]) }
    }
    let recurrent = parameters.product(tensors, h)
    func gate(_ index: Int, _ unit: Int) -> Double {
      input[index * hiddenSize + unit] + recurrent[index * hiddenSize + unit]
    }
    switch cell {
    case .elman:
      return units.map { tanh(gate(0, $0)) }
    case .elmanReLU:
      return units.map { max(gate(0, $0), 0) }
    case .gru:
      return units.map { unit in
        let r = logistic(gate(0, unit))
        let z = logistic(gate(1, unit))
        let candidate = 2 * hiddenSize + unit
        let n = tanh(input[candidate] + r * recurrent[candidate])
        return (1 - z) * n + z * h[unit]
      }
    case .mgu:
      return units.map { unit in
        let f = logistic(gate(0, unit))
        let candidate = hiddenSize + unit
        let n = tanh(input[candidate] + f * recurrent[candidate])
        return (1 - f) * h[unit] + f * n
      }
    case .lstm:
      let c = units.map { unit in
        logistic(gate(1, unit)) * state[hiddenSize + unit]
          + logistic(gate(0, unit)) * tanh(gate(2, unit))
      }
      return units.map { logistic(gate(3, $0)) * tanh(c[$0]) } + c
    }
  }
}

extension [Double] {
  /// `weight · x + bias` of a flat vector of parameters.
  ///
  /// A debug build spends most of the time of a numeric gradient here, so the loop is over memory itself.
  func product(_ tensors: ParameterLayout.Affine, _ x: [Double]) -> [Double] {
    withUnsafeBufferPointer { parameters in
      x.withUnsafeBufferPointer { x in
        (0..<tensors.weight.shape[0]).map { row in
          var sum = parameters[tensors.bias.offset + row]
          var (place, column) = (tensors.weight.offset + row * x.count, 0)
          while column < x.count {
            sum += parameters[place] * x[column]
            place += 1
            column += 1
          }
          return sum
        }
      }
    }
  }
}

private func logistic(_ x: Double) -> Double { 1 / (1 + exp(-x)) }

private func logSoftmax(_ logits: [Double]) -> [Double] {
  let maximum = logits.max() ?? 0
  let logSum = log(logits.reduce(0) { $0 + exp($1 - maximum) })
  return logits.map { $0 - maximum - logSum }
}
