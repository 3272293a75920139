/// The learning rate over a run, as a factor of the configured one.
///
/// A linear warm-up; then, with a budget, what the schedule says, and without one, a constant that is cut
/// to 0.3 whenever the validation loss has not improved for `patience` validations; after the last cut
/// has brought nothing, the run has converged. A constant schedule is never cut.
package struct LearningRate: Sendable, Hashable, Codable {
  /// Steps of the warm-up.
  package static let warmupSteps = 50
  /// Validations without an improvement before a cut.
  package static let patience = 3
  /// What a cut leaves of the rate.
  package static let cut = 0.3
  /// Cuts before the run has converged.
  package static let maximumCuts = 3

  /// The memory of a new run.
  package init() {}

  /// Cuts made after plateaus.
  package private(set) var cuts = 0
  /// Validations since the last improvement or cut.
  package private(set) var stale = 0
  /// What divergence has left of the rate.
  package private(set) var recovery = 1.0

  /// Validations after which a run without a budget has converged, if none of them is an improvement.
  package var validationsLeft: Int {
    max(0, (Self.maximumCuts + 1 - cuts) * Self.patience - stale)
  }

  /// The factor at `step`, from 0, when `progress` of the budget is over; nil without a budget.
  package func factor(
    step: Int, progress: Double?, by schedule: LearningRateSchedule = .cosine
  ) -> Double {
    let warmup = min(1, Double(step + 1) / Double(Self.warmupSteps))
    let progress = progress.map { min(max($0, 0), 1) }
    let decay =
      switch (schedule, progress) {
      case (.constant, _): 1.0
      case (.cosine, let progress?): 0.01 + 0.99 * (1 + cosine(.pi * progress)) / 2
      case (.linear, let progress?): 1 - 0.99 * progress
      case (.cosine, nil), (.linear, nil): power(Self.cut, Double(cuts))
      }
    return warmup * decay * recovery
  }

  /// Notes a validation; returns whether the run has converged.
  package mutating func note(improved: Bool) -> Plateau {
    stale = improved ? 0 : stale + 1
    guard stale >= Self.patience else { return .none }
    stale = 0
    guard cuts < Self.maximumCuts else { return .converged }
    cuts += 1
    return .cut
  }

  /// Halves the rate after a loss that was not finite.
  package mutating func recover() { recovery /= 2 }

  /// What a validation means for a run without a budget.
  package enum Plateau { case none, cut, converged }
}

/// What becomes of the learning rate after the warm-up.
package enum LearningRateSchedule: String, Sendable, Hashable, Codable, CaseIterable {
  /// Half a cosine down to 1 % over the budget (Loshchilov and Hutter 2017).
  case cosine
  /// It stays, so that a later run goes on from there.
  case constant
  /// A line down to 1 % over the budget.
  case linear
}
