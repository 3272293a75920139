import Synchronization
import Testing
import TextGenTestSupport

@testable import TextGenCompute

struct EngineTests {
  @Test(arguments: [1, 2, 3, 8], [0, 1, 2, 7, 100])
  func `each part is called once`(threads: Int, count: Int) {
    let calls = FloatBuffer(count: count)
    Engine(threadCount: threads).forEach(count) { part in calls[part] += 1 }
    #expect(calls.values() == [Float](repeating: 1, count: count))
  }

  @Test func `threads that race for tiny parts do each once`() {
    let calls = Atomic<Int>(0)
    let sum = Atomic<Int>(0)
    Engine(threadCount: 8).forEach(300_000) { part in
      calls.wrappingAdd(1, ordering: .relaxed)
      sum.wrappingAdd(part, ordering: .relaxed)
    }
    #expect(calls.load(ordering: .relaxed) == 300_000)
    #expect(sum.load(ordering: .relaxed) == 300_000 * 299_999 / 2)
  }

  @Test(arguments: [1, 2, 3, 8])
  func `results are in the order of the parts`(threads: Int) {
    let squares = Engine(threadCount: threads).map(50) { Double($0 * $0) }
    #expect(squares == (0..<50).map { Double($0 * $0) })
  }

  @Test func `an engine may be used inside an engine's part`() {
    let engine = Engine(threadCount: 3)
    let sums = engine.map(5) { part in engine.map(4) { Double(part + $0) }.reduce(0, +) }
    #expect(sums == [6, 10, 14, 18, 22])
  }

  /// Threads without patience sleep between all jobs, others between hardly any.
  @Test(arguments: [2, 3, 8], [0, 1_000])
  func `jobs in quick succession from several threads at once are each done once`(
    threads: Int, patience: Int
  ) {
    let team = ThreadTeam(threadCount: threads, patience: patience)
    let sum = Atomic<Int>(0)
    Engine(threadCount: 3).forEach(3) { _ in
      for job in 0..<2_000 {
        team.run(job % 4 + 2) { _ in sum.wrappingAdd(1, ordering: .relaxed) }
      }
    }
    #expect(sum.load(ordering: .relaxed) == 3 * 500 * (2 + 3 + 4 + 5))
  }

  @Test func `parts see what the caller wrote before and the caller what they wrote`() {
    let engine = Engine(threadCount: 4)
    let buffer = FloatBuffer(count: 64)
    for round in 1...3_000 {
      buffer[63] = Float(round)
      engine.forEach(63) { part in buffer[part] = buffer[63] }
      #expect(buffer.values(0..<63).allSatisfy { $0 == Float(round) })
    }
  }

  @Test func `the best instructions are available and the plain ones always are`() {
    #expect(InstructionSet.available.first == .reference)
    #expect(InstructionSet.available.contains(.baseline))
    #expect(InstructionSet.available.last == .best)
    #expect(InstructionSet.available == InstructionSet.available.sorted())
  }

  @Test(arguments: InstructionSet.available, ProductPrecision.allCases)
  func `the peak is the operations of the best trial by its time`(
    _ set: InstructionSet, _ precision: ProductPrecision
  ) {
    // The first measurement sets the size of a part: 10,000 rounds in 100 ms, so a hundred in the
    // millisecond of a part. Of ten trials the third is the best.
    let clock = PlannedClock([100, 9, 8, 4, 7].map { .milliseconds($0) })
    let peak = Engine(threadCount: 2, instructionSet: set)
      .peakOperationsPerSecond(precision, clock: clock)
    guard precision == .float32 || set.multipliesPairs else { return #expect(peak == nil) }
    let values = [ProductPrecision.float32: 1, .bfloat16: 2, .int8: 4]
    let operations = 2 * 16 * 100 * 18 * 16 * 2 * (values[precision] ?? 0)
    #expect(peak == Double(operations) / 0.004)
  }
}
