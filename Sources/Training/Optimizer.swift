import Compute
import Kernels
import Layers

/// How parameters follow their gradient.
public enum OptimizerKind: String, Sendable, Hashable, Codable, CaseIterable {
  /// Steps scaled by running moments of the gradient (Kingma and Ba 2015).
  case adam
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
  /// Adam's moments, laid out as the parameters; zeros for other kinds.
  let firstMoment, secondMoment: FloatBuffer
  /// Updates made so far.
  var stepCount = 0

  private let engine: Engine

  /// An optimizer of `parameterCount` floats that has made no update.
  init(_ kind: OptimizerKind, parameterCount: Int, engine: Engine) {
    self.kind = kind
    firstMoment = FloatBuffer(count: parameterCount)
    secondMoment = FloatBuffer(count: parameterCount)
    self.engine = engine
  }

  /// Changes the network's parameters against its gradient, first multiplied by `gradientScale`.
  mutating func update(
    _ network: ShardedNetwork, learningRate: Double, gradientScale: Double
  ) {
    stepCount += 1
    switch kind {
    case .adam: updateByAdam(network, learningRate, gradientScale)
    case .sgd:
      network.forEachBlock { range in
        engine.add(
          range.count, scale: Float(-learningRate * gradientScale), from: network.gradient,
          at: range.lowerBound, to: network.parameters, at: range.lowerBound)
      }
    }
    network.pack()
  }

  private func updateByAdam(
    _ network: ShardedNetwork, _ learningRate: Double, _ gradientScale: Double
  ) {
    let steps = Double(stepCount)
    let update = AdamUpdate(
      learningRate: Float(learningRate), beta1: Float(Self.beta1), beta2: Float(Self.beta2),
      epsilon: Float(Self.epsilon),
      firstCorrection: Float(1 / (1 - power(Self.beta1, steps))),
      secondCorrection: Float(1 / (1 - power(Self.beta2, steps))),
      gradientScale: Float(gradientScale))
    network.forEachBlock { range in
      engine.adam(
        update, range, parameters: network.parameters, gradient: network.gradient,
        firstMoment: firstMoment, secondMoment: secondMoment)
    }
  }
}
