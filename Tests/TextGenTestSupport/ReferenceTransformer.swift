// A transformer in Double, one token of one text at a time, as its formulas read.

import Foundation
import TextGenLayers

/// The layers of a transformer.
struct ReferenceTransformer {
  private let layout: ParameterLayout
  private let size, headCount, headSize, contextLength, layerCount: Int
  private let parameters: [Double]

  init(
    _ configuration: NetworkConfiguration, _ layout: ParameterLayout, headCount: Int,
    contextLength: Int, parameters: [Double]
  ) {
    self.layout = layout
    size = configuration.hiddenSize
    self.headCount = headCount
    headSize = size / headCount
    self.contextLength = contextLength
    layerCount = configuration.layerCount
    self.parameters = parameters
  }

  /// Reads a token and returns what the output layer reads (H).
  ///
  /// The state holds that (H), the number of tokens read, and for each token that can still be seen and
  /// each layer its rotated key and its value.
  func read(_ token: Int32, _ state: inout [Double]) -> [Double] {
    let place = state[size]
    let width = layerCount * 2 * size
    var past = stride(from: size + 1, to: state.count, by: width).map {
      Array(state[$0..<$0 + width])
    }
    past.append([])
    let start = layout.embedding.offset + Int(token) * size
    var x = Array(parameters[start..<start + size])
    for (layer, block) in layout.blocks.enumerated() {
      let gates = parameters.product(block.attention, normalized(x, block.attentionNorm))
      past[past.count - 1] += rotated(Array(gates[size..<2 * size]), place) + gates[(2 * size)...]
      let queries = rotated(Array(gates[..<size]), place)
      let found = (0..<headCount).flatMap { look($0, queries, past, at: 2 * layer * size) }
      x = zip(x, parameters.product(block.projection, found)).map(+)
      let dense = parameters.product(block.expansion, normalized(x, block.denseNorm)).map(gelu)
      x = zip(x, parameters.product(block.contraction, dense)).map(+)
    }
    let top = layout.finalNorm.map { normalized(x, $0) } ?? x
    state =
      top + [(place + 1).truncatingRemainder(dividingBy: 65_536)]
      + past.suffix(contextLength - 1).joined()
    return top
  }

  /// What one head finds at the places of `past`, whose keys begin at `offset`.
  private func look(
    _ head: Int, _ queries: [Double], _ past: [[Double]], at offset: Int
  ) -> [Double] {
    let units = head * headSize..<(head + 1) * headSize
    let scores = past.map { row in
      units.reduce(0) { $0 + queries[$1] * row[offset + $1] } / Double(headSize).squareRoot()
    }
    let largest = scores.max() ?? 0
    let weights = scores.map { exp($0 - largest) }
    let sum = weights.reduce(0, +)
    return units.map { unit in
      zip(weights, past).reduce(0) { $0 + $1.0 / sum * $1.1[offset + size + unit] }
    }
  }

  /// Every head's pairs of values turned by the angles of `place`.
  private func rotated(_ values: [Double], _ place: Double) -> [Double] {
    var result = values
    let half = headSize / 2
    for pair in 0..<headCount * half {
      let frequency = pow(10_000, -2 * Double(pair % half) / Double(headSize))
      let steps = max(1, (frequency * 65_536 / (2 * .pi)).rounded())
      let angle = place * steps * 2 * .pi / 65_536
      let (first, second) = (
        pair / half * headSize + pair % half, pair / half * headSize + pair % half + half
      )
      result[first] = values[first] * cos(angle) - values[second] * sin(angle)
      result[second] = values[second] * cos(angle) + values[first] * sin(angle)
    }
    return result
  }

  private func normalized(_ x: [Double], _ norm: ParameterLayout.Affine) -> [Double] {
    let mean = x.reduce(0, +) / Double(x.count)
    let variance = x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(x.count)
    return x.enumerated().map { index, value in
      (value - mean) / (variance + 1e-5).squareRoot() * parameters[norm.weight.offset + index]
        + parameters[norm.bias.offset + index]
    }
  }

  private func gelu(_ x: Double) -> Double {
    x * (1 + tanh((2 / Double.pi).squareRoot() * (x + 0.044_715 * x * x * x))) / 2
  }
}
