import TextGenLayers

extension OptimizerKind {
  /// The tensors of `layout` whose first and second moments the optimizer changes; those of all others
  /// stay zero, and no file needs them.
  func tensorsWithMoments(
    _ layout: ParameterLayout
  ) -> (first: [ParameterLayout.Tensor], second: [ParameterLayout.Tensor]) {
    switch self {
    case .adam: return (layout.tensors, layout.tensors)
    case .sgd: return ([], [])
    case .muon:
      let matrices = Set(layout.matrices.map(\.tensor.name))
      return (layout.tensors, layout.tensors.filter { !matrices.contains($0.name) })
    }
  }
}
