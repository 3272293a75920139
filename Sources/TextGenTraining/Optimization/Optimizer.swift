import TextGenCompute
import TextGenKernels
import TextGenLayers

/// How parameters follow their gradient.
package enum OptimizerKind: String, Sendable, Hashable, Codable, CaseIterable {
  /// Steps scaled by running moments of the gradient (Kingma and Ba 2015).
  case adam
  /// Steps along the orthogonalized momentum for the matrices of the recurrent layers (Jordan et al. 2024),
  /// and Adam for the rest.
  case muon
  /// Stochastic gradient descent: the gradient times the learning rate.
  case sgd
}

/// Changes the flat vectors of a network against its gradient.
struct Optimizer {
  /// Adam's decay of the first and the second moment.
  static let beta1 = 0.9
  static let beta2 = 0.999
  /// Added to the root of Adam's second moment.
  static let epsilon = 1e-8

  let kind: OptimizerKind
  /// Adam's moments, laid out as the parameters; the first is Muon's momentum where that is used. Zeros for
  /// other kinds.
  let firstMoment, secondMoment: FloatBuffer
  /// Updates made so far.
  var stepCount = 0

  private let engine: Engine
  private let muon: Muon?

  /// An optimizer of the parameters of `network` that has made no update.
  init(_ kind: OptimizerKind, for network: ShardedNetwork, engine: Engine) {
    self.kind = kind
    firstMoment = FloatBuffer(count: network.parameters.count)
    secondMoment = FloatBuffer(count: network.parameters.count)
    self.engine = engine
    muon =
      kind == .muon
      ? Muon(
        network.weights.layout, precision: network.weights.precision, engine: engine) : nil
  }

  /// Changes the network's parameters against its gradient, first multiplied by `gradientScale`; matrices
  /// first lose `learningRate * weightDecay` of themselves.
  mutating func update(
    _ network: ShardedNetwork, learningRate: Double, weightDecay: Double, gradientScale: Double
  ) {
    stepCount += 1
    if weightDecay > 0 { shrink(network, by: learningRate * weightDecay) }
    switch kind {
    case .adam: updateByAdam(network, learningRate, gradientScale, nil)
    case .muon:
      muon?.update(
        network, momentum: firstMoment, learningRate: learningRate, gradientScale: gradientScale)
      updateByAdam(network, learningRate, gradientScale, muon?.others)
    case .sgd:
      network.forEachBlock { range in
        engine.add(
          range.count, scale: Float(-learningRate * gradientScale), from: network.gradient,
          at: range.lowerBound, to: network.parameters, at: range.lowerBound)
      }
    }
    network.pack()
  }

  /// Takes `share` away of all weights but biases.
  private func shrink(_ network: ShardedNetwork, by share: Double) {
    let matrices = network.weights.layout.tensors.filter { $0.shape.count > 1 }.map(\.range)
    network.forEachBlock { block in
      for range in matrices.map({ $0.clamped(to: block) }) where !range.isEmpty {
        engine.add(
          range.count, scale: Float(-min(share, 1)), from: network.parameters,
          at: range.lowerBound, to: network.parameters, at: range.lowerBound)
      }
    }
  }

  /// Adam on all parameters, or on those of `ranges`.
  private func updateByAdam(
    _ network: ShardedNetwork, _ learningRate: Double, _ gradientScale: Double,
    _ ranges: [Range<Int>]?
  ) {
    let steps = Double(stepCount)
    let update = AdamUpdate(
      learningRate: Float(learningRate), beta1: Float(Self.beta1), beta2: Float(Self.beta2),
      epsilon: Float(Self.epsilon),
      firstCorrection: Float(1 / (1 - power(Self.beta1, steps))),
      secondCorrection: Float(1 / (1 - power(Self.beta2, steps))),
      gradientScale: Float(gradientScale))
    network.forEachBlock { block in
      for range in ranges?.map({ $0.clamped(to: block) }) ?? [block] where !range.isEmpty {
        engine.adam(
          update, range, parameters: network.parameters, gradient: network.gradient,
          firstMoment: firstMoment, secondMoment: secondMoment)
      }
    }
  }
}
