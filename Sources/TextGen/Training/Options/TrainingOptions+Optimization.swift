extension TrainingOptions {
  /// How a network follows its gradient, step by step.
  public struct Optimization: Sendable, Hashable {
    /// The probability of dropping a value between layers, from 0 to below 1.
    public var dropout: Double?
    /// Texts side by side, 1 to 65,536.
    public var batchSize: Int?
    /// The part of these texts that begin at a random line without memory, from 0 to below 1; open: 0.
    public var coldShare: Double?
    /// Steps of truncated back-propagation through time, 1 to 1,000,000.
    public var sequenceLength: Int?
    /// What makes a step of a gradient.
    public var optimizer: Optimizer?
    /// The length of a step after the first fifty, above 0 to 1e30.
    public var learningRate: Double?
    /// What becomes of the learning rate; open: a cosine.
    public var schedule: Schedule?
    /// The norm from which a gradient is clipped, above 0 to 1e30; open: 1.
    public var clipNorm: Double?
    /// What a step takes away of a weight, times the learning rate, 0 to 1000; open: 0.
    public var weightDecay: Double?
    /// What the products of a step multiply; open: what is faster on the processor.
    public var precision: Precision?

    /// An optimization of which all is open.
    public init() {}

    /// How many of `batchSize` texts begin cold; nil where that is open.
    package func coldTextCount(of batchSize: Int) -> Int? {
      coldShare.map { min(batchSize - 1, Int((Double(batchSize) * $0).rounded())) }
    }
  }
}
