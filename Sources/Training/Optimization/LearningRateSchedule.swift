/// What becomes of the learning rate after the warm-up.
public enum LearningRateSchedule: String, Sendable, Hashable, Codable, CaseIterable {
  /// Half a cosine down to 1 % over the budget (Loshchilov and Hutter 2017).
  case cosine
  /// It stays, so that a later run goes on from there.
  case constant
  /// A line down to 1 % over the budget.
  case linear
}
