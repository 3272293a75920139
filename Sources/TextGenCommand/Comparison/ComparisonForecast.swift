import TextGenLaboratory

/// How long the networks of a comparison will still take: by the budget, until some of them are done.
struct ComparisonForecast {
  /// Networks that have no figures yet.
  private(set) var networkCount: Int
  /// Seconds of training that each of them gets; nil where nobody can tell.
  let trainingSeconds: Double?
  /// Seconds that networks took, from their first step to their figures.
  private var taken: [Double] = []

  /// The forecast for `networkCount` networks that get `budget` each.
  init(of networkCount: Int, _ budget: ComparisonBudget?) {
    self.networkCount = networkCount
    trainingSeconds = budget?.seconds
  }

  /// Notes that a network has its figures, after so many seconds.
  mutating func note(seconds: Double) {
    taken.append(seconds)
    networkCount -= 1
  }

  /// Seconds of training alone, of all networks to come; nil where there is none, or nobody can tell.
  var trainingLeft: Double? {
    networkCount > 0 ? trainingSeconds.map { $0 * Double(networkCount) } : nil
  }

  /// Seconds with all measurements, by the mean of the networks so far; nil before the first one and after
  /// the last one.
  var secondsLeft: Double? {
    guard networkCount > 0, !taken.isEmpty else { return nil }
    return taken.reduce(0, +) / Double(taken.count) * Double(networkCount)
  }
}
