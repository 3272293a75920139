import Compute
import Synchronization
import Testing

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

  @Test func `the best instructions are available and the plain ones always are`() {
    #expect(InstructionSet.available.first == .reference)
    #expect(InstructionSet.available.contains(.baseline))
    #expect(InstructionSet.available.last == .best)
    #expect(InstructionSet.available == InstructionSet.available.sorted())
  }
}
