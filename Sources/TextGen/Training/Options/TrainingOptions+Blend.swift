extension TrainingOptions {
  /// A model whose weights are mixed with those of the model that a run starts from.
  ///
  /// Both must have been trained from the same one: their average often knows what each has learned and
  /// forgets less of what it had (Izmailov et al. 2018; Wortsman et al. 2022).
  public struct Blend: Sendable, Hashable, Codable {
    /// The name or path of the model.
    public var model: String
    /// Its share of each weight, 0 to 1.
    public var share: Double

    /// `share` of `model`; the starting model has the rest.
    public init(model: String, share: Double) { (self.model, self.share) = (model, share) }
  }
}
