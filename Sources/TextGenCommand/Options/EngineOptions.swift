import ArgumentParser
import FoundationEssentials
import TextGenCompute

/// What computes: threads and instructions.
struct EngineOptions: ParsableArguments {
  @Option(ModelText.threads, .count, transform: wholeNumber(in: 1...1024))
  var threads: Int?

  /// The engine that the option and `$TEXTGEN_ISA` ask for.
  ///
  /// - Throws: `Failure` for instructions that are unknown or that this processor lacks.
  func makeEngine() throws -> Engine {
    let count = threads ?? max(1, ProcessInfo.processInfo.activeProcessorCount)
    return Engine(threadCount: count, instructionSet: try instructionSet())
  }

  private func instructionSet() throws -> InstructionSet {
    guard let name = Environment["TEXTGEN_ISA"] else { return .best }
    let available = InstructionSet.available.map(\.rawValue).joined(separator: ", ")
    guard let set = InstructionSet(rawValue: name) else {
      throw Failure(
        ReadingMessage.instructionSet(name, isKnown: false, available: available))
    }
    guard set <= .best else {
      throw Failure(
        ReadingMessage.instructionSet(name, isKnown: true, available: available))
    }
    return set
  }
}
