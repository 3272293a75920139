package import TextGenLayers

/// The bytes of a run's files without n-grams, whose size only counting tells.
package struct CheckpointSize {
  /// The model, and the state to resume from.
  package let model, state: Int

  /// The sizes for a network and its training, headers aside.
  package init(_ configuration: NetworkConfiguration, _ training: TrainingConfiguration) {
    let layout = ParameterLayout(configuration)
    let moments = training.optimizer.tensorsWithMoments(layout)
    let parameters = layout.tensors.reduce(0) { $0 + $1.count }
    let momentCount = (moments.first + moments.second).reduce(0) { $0 + $1.count }
    let rows = training.batchSize * NetworkState.rowCount(configuration)
    model = 4 * parameters
    state = 4 * (parameters + momentCount + rows)
  }

  /// The free bytes that saving takes in a folder whose files of an earlier run take `replaced`: a file
  /// is written beside the one that it replaces.
  package func freeBytesNeeded(replacing replaced: Int = 0) -> Int {
    max(model, model + state + max(model, state) - replaced)
  }
}
