import Foundation
import Testing
import TextGenCompute

struct ProcessorTests {
  /// Shows that an emulated processor is the one that its emulator was asked for.
  @Test(.enabled(if: expected != nil))
  func `the best instructions are those that the environment names`() {
    #expect(InstructionSet.best.rawValue == Self.expected)
  }

  private static var expected: String? {
    ProcessInfo.processInfo.environment["TEXTGEN_EXPECTED_ISA"]
  }
}
