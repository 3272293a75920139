import Compute
import Synchronization
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

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

  @Test(arguments: [2, 3, 8])
  func `jobs in quick succession, with pauses, from several threads at once, are each done once`(
    threads: Int
  ) {
    let engine = Engine(threadCount: threads)
    let sum = Atomic<Int>(0)
    Engine(threadCount: 3).forEach(3) { _ in
      for job in 0..<2_000 {
        engine.forEach(job % 5) { _ in sum.wrappingAdd(1, ordering: .relaxed) }
        // Long enough now and then for the threads to fall asleep.
        if job % 500 == 0 { usleep(2_000) }
      }
    }
    #expect(sum.load(ordering: .relaxed) == 3 * 2_000 * 2)
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
  func `the arithmetic units have a peak`(_ set: InstructionSet, _ precision: ProductPrecision) {
    let peak = Engine(instructionSet: set).peakOperationsPerSecond(precision)
    #expect((peak != nil) == (precision == .float32 || set.multipliesPairs))
    #expect(peak.map { $0 > 1e7 && $0 < 1e14 } ?? true)
  }
}
