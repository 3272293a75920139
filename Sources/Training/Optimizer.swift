import Compute
import Kernels
import Layers

/// Adam (Kingma and Ba 2015) over the flat vectors of a network.
public struct Adam {
  /// Decay of the first and the second moment.
  public static let beta1 = 0.9
  public static let beta2 = 0.999
  /// Added to the root of the second moment.
  public static let epsilon = 1e-8

  /// The moments, laid out as the parameters.
  let firstMoment, secondMoment: FloatBuffer
  /// Updates made so far.
  public internal(set) var stepCount = 0

  private let engine: Engine

  /// An optimizer of `parameterCount` floats that has made no update.
  init(parameterCount: Int, engine: Engine) {
    firstMoment = FloatBuffer(count: parameterCount)
    secondMoment = FloatBuffer(count: parameterCount)
    self.engine = engine
  }

  /// Changes the network's parameters against its gradient, first multiplied by `gradientScale`.
  mutating func update(
    _ network: ShardedNetwork, learningRate: Double, gradientScale: Double
  ) {
    stepCount += 1
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
    network.pack()
  }
}
