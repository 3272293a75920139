import TextGenLanguageModeling
import TextGenLayers
import TextGenSafeTensors

// The states of a run in its file: where it stands and, where it was stopped between two validations,
// where it stood at the last one.

/// Which of the two states; its names in the file begin with `prefix`.
enum StatePart {
  case current
  case snapshot

  private var prefix: String { self == .current ? "" : "snapshot." }
  var progressKey: String { prefix + "progress" }
  var optimizerStepsKey: String { prefix + "optimizer_steps" }
  var parameters: String { prefix }
  var firstMoment: String { prefix + "adam.first_moment." }
  var secondMoment: String { prefix + "adam.second_moment." }
  var states: String { prefix + "recurrent_states" }
}

/// Reads the states of a file whose checksum is verified.
struct StateReader {
  let file: SafeTensorsFile
  let metadata: CheckpointMetadata
  let training: TrainingConfiguration
  let configuration: NetworkConfiguration

  /// The state `part`; every number in its legal range.
  func state(_ part: StatePart) throws(CheckpointError) -> TrainingState {
    let progress = try metadata.decode(TrainingProgress.self, part.progressKey)
    let optimizerSteps = try metadata.decode(Int.self, part.optimizerStepsKey)
    if let flaw = TrainingFile.flaw(training, progress, optimizerSteps: optimizerSteps) {
      throw .mismatch(path: file.name, detail: flaw)
    }
    let layout = ParameterLayout(configuration)
    let moments = training.optimizer.tensorsWithMoments(layout)
    let state: TrainingState
    do {
      state = TrainingState(
        progress: progress,
        parameters: try file.parameters(layout, prefix: part.parameters),
        firstMoment: try file.parameters(layout, of: moments.first, prefix: part.firstMoment),
        secondMoment: try file.parameters(layout, of: moments.second, prefix: part.secondMoment),
        optimizerSteps: optimizerSteps, states: try states(part))
    } catch {
      throw .file(.format(error))
    }
    guard state.states.count == training.batchSize else {
      throw .mismatch(
        path: file.name, detail: "it contains recurrent states that training cannot produce")
    }
    return state
  }

  private func states(_ part: StatePart) throws(SafeTensorsError) -> [NetworkState] {
    let width = NetworkState.rowCount(configuration)
    let values = try file.floats(named: part.states, shape: [training.batchSize, width])
    return stride(from: 0, to: values.count, by: width).compactMap {
      NetworkState(row: values[$0..<$0 + width], configuration)
    }
  }
}

extension SafeTensorsWriter {
  /// Adds the tensors and the counts of a state.
  mutating func add(
    _ state: TrainingState, _ part: StatePart, _ training: TrainingConfiguration,
    _ configuration: NetworkConfiguration
  ) {
    let layout = ParameterLayout(configuration)
    let moments = training.optimizer.tensorsWithMoments(layout)
    metadata[part.progressKey] = jsonText(state.progress)
    metadata[part.optimizerStepsKey] = jsonText(state.optimizerSteps)
    add(state.parameters, layout, prefix: part.parameters)
    add(state.firstMoment, layout, of: moments.first, prefix: part.firstMoment)
    add(state.secondMoment, layout, of: moments.second, prefix: part.secondMoment)
    add(
      part.states, shape: [state.states.count, NetworkState.rowCount(configuration)],
      state.states.flatMap { $0.row(configuration) })
  }
}
