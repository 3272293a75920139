package import TextGenCompute
package import TextGenLanguageModeling
package import TextGenLayers

/// How a network is trained.
package struct TrainingConfiguration: Sendable, Hashable, Codable {
  /// Texts side by side, N.
  package var batchSize: Int
  /// Those of the texts that begin at a random line with an empty memory in each window, 0 up to but
  /// not N; the others are streams that carry their state.
  package var coldTextCount: Int
  /// Steps of truncated back-propagation through time, T.
  package var sequenceLength: Int
  /// How parameters follow their gradient.
  package var optimizer: OptimizerKind
  /// The rate after the warm-up.
  package var learningRate: Double
  /// What becomes of the rate after the warm-up.
  package var schedule: LearningRateSchedule
  /// The gradient's global norm is clipped to this.
  package var clipNorm: Double
  /// What a step takes away of every matrix beside its gradient, times the rate (Loshchilov and Hutter 2019).
  package var weightDecay: Double
  /// The probability of dropping a value between layers, 0 up to but not 1.
  package var dropout: Double
  /// What the products of a step multiply; weights, sums and the optimizer are floats all the same.
  package var precision: ProductPrecision
  /// The most tokens of the n-grams that are counted beside the network, 2 to 16; 0 for none.
  package var ngramOrder: Int
  /// Megabytes of the model's file that they may take, above 0; nil where there is no limit.
  package var ngramMegabytes: Double?
  /// What ends the run; without any, the validation loss does.
  package var budget: TrainingBudget
  /// Everything random follows from it.
  package var seed: UInt64
  /// The model whose weights the run starts from; nil where they are random.
  package var startingModel: StartingModel?
  /// How random recurrent weights were asked for; nil where they were not.
  package var recurrentInitialization: RecurrentInitialization?

  /// A configuration with the given values.
  package init(
    batchSize: Int = 32, coldTextCount: Int = 0, sequenceLength: Int = 64,
    optimizer: OptimizerKind = .adam,
    learningRate: Double = 2e-3, schedule: LearningRateSchedule = .cosine,
    clipNorm: Double = 1, weightDecay: Double = 0, dropout: Double = 0,
    precision: ProductPrecision = .float32, ngramOrder: Int = 0,
    ngramMegabytes: Double? = nil,
    budget: TrainingBudget = TrainingBudget(),
    seed: UInt64 = 0, startingModel: StartingModel? = nil
  ) {
    self.batchSize = batchSize
    self.coldTextCount = coldTextCount
    self.sequenceLength = sequenceLength
    self.optimizer = optimizer
    self.learningRate = learningRate
    self.schedule = schedule
    self.clipNorm = clipNorm
    self.weightDecay = weightDecay
    self.dropout = dropout
    self.precision = precision
    self.ngramOrder = ngramOrder
    self.ngramMegabytes = ngramMegabytes
    self.budget = budget
    self.seed = seed
    self.startingModel = startingModel
  }

  /// Reads what a run was begun with; where it names no precision, no schedule, no n-grams or no model,
  /// it was begun with floats, a cosine, a network alone, or random weights.
  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    batchSize = try values.decode(Int.self, forKey: .batchSize)
    coldTextCount = try values.decodeIfPresent(Int.self, forKey: .coldTextCount) ?? 0
    sequenceLength = try values.decode(Int.self, forKey: .sequenceLength)
    optimizer = try values.decode(OptimizerKind.self, forKey: .optimizer)
    learningRate = try values.decode(Double.self, forKey: .learningRate)
    schedule =
      try values.decodeIfPresent(LearningRateSchedule.self, forKey: .schedule) ?? .cosine
    clipNorm = try values.decode(Double.self, forKey: .clipNorm)
    weightDecay = try values.decodeIfPresent(Double.self, forKey: .weightDecay) ?? 0
    dropout = try values.decode(Double.self, forKey: .dropout)
    precision =
      try values.decodeIfPresent(ProductPrecision.self, forKey: .precision) ?? .float32
    ngramOrder = try values.decodeIfPresent(Int.self, forKey: .ngramOrder) ?? 0
    ngramMegabytes = try values.decodeIfPresent(Double.self, forKey: .ngramMegabytes)
    budget = try values.decode(TrainingBudget.self, forKey: .budget)
    seed = try values.decode(UInt64.self, forKey: .seed)
    startingModel = try values.decodeIfPresent(StartingModel.self, forKey: .startingModel)
    recurrentInitialization = try values.decodeIfPresent(
      RecurrentInitialization.self, forKey: .recurrentInitialization)
  }
}

/// The limits of a run; whichever is met first ends it.
package struct TrainingBudget: Sendable, Hashable, Codable {
  /// Passes over the training text.
  package var epochs: Double?
  /// Optimizer steps; at 0 nothing is trained, and n-grams are counted beside the weights as they are.
  package var steps: Int?
  /// Minutes of wall-clock time.
  package var minutes: Double?

  /// A budget with the given limits; none at all means early stopping.
  package init(epochs: Double? = nil, steps: Int? = nil, minutes: Double? = nil) {
    self.epochs = epochs
    self.steps = steps
    self.minutes = minutes
  }

  /// Whether nothing but the validation loss ends the run.
  package var isOpen: Bool { epochs == nil && steps == nil && minutes == nil }

  /// How much of the run is over, 0 to 1, and which limit is nearest; nil for an open budget.
  func progress(steps done: Int, epochs passed: Double, seconds: Double) -> (Double, EndReason)? {
    let shares: [(Double, EndReason)] = [
      steps.map { ($0 > 0 ? Double(done) / Double($0) : 1, .steps) },
      epochs.map { (passed / max($0, 1e-9), .epochs) },
      minutes.map { (seconds / max($0 * 60, 1e-9), .minutes) },
    ].compactMap { $0 }
    return shares.max { $0.0 < $1.0 }
  }
}

/// Why a run ended.
package enum EndReason: String, Sendable, Hashable, Codable {
  /// The validation loss stopped improving.
  case converged
  case epochs
  case steps
  case minutes
  /// Somebody asked for it.
  case interrupted
}
