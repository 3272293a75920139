import Foundation
import Synchronization
import Testing
import TextGenKernels

@testable import TextGenCompute

/// Planted faults: a run under a sanitizer that does not report them would not report real ones.
struct SanitizerTests {
  @Test(.enabled(if: isLinked("__asan_init")), arguments: InstructionSet.available)
  func `a kernel that reads beyond its buffer is reported`(instructions: InstructionSet) async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [name = instructions.rawValue as String] in
      let values = UnsafeMutablePointer<Float>.allocate(capacity: 16)
      values.initialize(repeating: 1, count: 16)
      let engine = Engine(instructionSet: InstructionSet(rawValue: name) ?? .reference)
      print(engine.kernels.sumOfSquares(count: 32, values))
    }
    #expect(report(result).contains("heap-buffer-overflow"))
  }

  @Test(.enabled(if: isLinked("__asan_init")))
  func `memory that nobody frees is reported`() async {
    // The report comes after the standard error of the test is closed.
    await #expect(processExitsWith: .failure) {
      for _ in 0..<100 { _ = UnsafeMutablePointer<Float>.allocate(capacity: 1_000) }
    }
  }

  @Test(.enabled(if: isLinked("__tsan_init")))
  func `threads of an engine that write to one place are reported`() async {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) {
      let shared = FloatBuffer(count: 1)
      let arrived = Atomic<Int>(0)
      let end = ContinuousClock.now + .seconds(10)
      Engine(threadCount: 2).forEach(2) { part in
        arrived.wrappingAdd(1, ordering: .relaxed)
        while arrived.load(ordering: .relaxed) < 2, ContinuousClock.now < end {}
        // One write each can pass unseen, being at the same moment; so can thousands, whose history
        // is no longer known.
        for step in 0..<100 { shared[0] = Float(part + step) }
      }
    }
    #expect(report(result).contains("data race"))
  }

  private func report(_ result: ExitTest.Result?) -> String {
    String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
  }
}

/// Whether this program holds a function of that name, as those of a sanitizer.
private func isLinked(_ function: String) -> Bool { dlsym(nil, function) != nil }
