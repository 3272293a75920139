import ArgumentParser
import FoundationEssentials
import TextGenCompute

/// What computes: threads and instructions.
struct EngineOptions: ParsableArguments {
  @Option(
    help: .hidden, transform: wholeNumber(in: 1...1024))
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
        "TEXTGEN_ISA is \(name), which is no known instruction set; "
          + "this processor can run \(available)")
    }
    guard set <= .best else {
      throw Failure(
        "TEXTGEN_ISA asks for \(name), which this processor lacks; it can run \(available)")
    }
    return set
  }
}
