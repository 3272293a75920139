import FoundationEssentials
import TextGenCompute
import TextGenLanguageModeling
package import TextGenLayers
package import TextGenTraining

/// The memory that training a network takes at least, so that a size typed wrong is refused with a
/// sentence and not by the system.
package struct MemoryNeed {
  /// Copies of the parameters: packed weights for both directions (half as large in bfloat16), their
  /// gradient, two moments and the last snapshot.
  private static func copies(_ precision: ProductPrecision) -> Double {
    precision == .float32 ? 8 : 7
  }

  /// Bytes of the parameters and all that is as large.
  let parameterBytes: Double
  /// Bytes of what a step keeps for its backward pass.
  let activationBytes: Double

  /// The need of a configuration whose sizes are legal.
  package init(_ configuration: NetworkConfiguration, _ training: TrainingConfiguration) {
    let layout = ParameterLayout(configuration)
    parameterBytes = 4 * Self.copies(training.precision) * Double(layout.count)
    let rows = Double(training.batchSize) * Double(training.sequenceLength)
    activationBytes = 4 * rows * configuration.activationsOfRow
  }

  /// Refuses what is larger than this machine's memory, or than what its container may use of it.
  package func check() throws(TrainingFailure) {
    let machine = Double(ProcessInfo.processInfo.physicalMemory)
    let limit = SystemMemory.groupLimit() ?? .infinity
    let available = min(machine, limit)
    guard parameterBytes + activationBytes > available else { return }
    throw .memory(
      parameterBytes: parameterBytes, activationBytes: activationBytes, available: available,
      isContainer: limit < machine)
  }
}
