import Testing
import TextGenKernels

@testable import TextGenCompute

/// Buffers and kernels read and write inside their buffers or stop the program.
struct BoundsTests {
  @Test func `a buffer begins as zeros and holds what is stored`() {
    let buffer = FloatBuffer(count: 600_000)
    #expect(buffer.values(599_990..<600_000) == [Float](repeating: 0, count: 10))
    buffer[599_999] = 3
    let other = FloatBuffer(count: 4)
    other.copy(2, from: buffer, at: 599_998, to: 1)
    #expect(other.values() == [0, 0, 3, 0])
    other.clear(2..<3)
    #expect(other.values() == [0, 0, 0, 0])
    #expect(FloatBuffer(count: 0).values() == [])
  }

  @Test(arguments: [262_127, 262_128, 262_129, 393_199, 393_200, 524_288, 1_000_003])
  func `buffers of any size are zeros in lines of the cache, whatever lay there before`(
    _ count: Int
  ) {
    for _ in 0..<3 {
      let buffer = FloatBuffer(count: count)
      let isClear = buffer.values().allSatisfy { $0.bitPattern == 0 }
      #expect(isClear)
      #expect(Int(bitPattern: buffer.base) % 64 == 0)
      for index in stride(from: 0, to: count, by: 97) { buffer[index] = 1 }
      buffer[count - 1] = 1
    }
  }

  @Test func `an index beyond a buffer stops the program`() async {
    await #expect(processExitsWith: .failure) { FloatBuffer(count: 4)[4] = 1 }
  }

  @Test func `a copy beyond a buffer stops the program`() async {
    await #expect(processExitsWith: .failure) {
      FloatBuffer(count: 4).copy(3, from: FloatBuffer(count: 4), at: 0, to: 2)
    }
  }

  @Test func `a product beyond a buffer stops the program`() async {
    await #expect(processExitsWith: .failure) {
      let (a, b, c) = (FloatBuffer(count: 6), FloatBuffer(count: 48), FloatBuffer(count: 31))
      Engine().product(
        rows: 2, columns: 16, depth: 3, a: Operand(a, rowStride: 3, depthStride: 1),
        b: Operand(b, depthStride: 16), c: Operand(c, rowStride: 16), .replaced)
    }
  }

  @Test func `a product with a stride below 0 stops the program`() async {
    await #expect(processExitsWith: .failure) {
      let (a, b, c) = (FloatBuffer(count: 6), FloatBuffer(count: 48), FloatBuffer(count: 32))
      Engine().product(
        rows: 2, columns: 16, depth: 3, a: Operand(a, rowStride: -2, depthStride: 2),
        b: Operand(b, depthStride: 16), c: Operand(c, rowStride: 16), .replaced)
    }
  }

  @Test func `a target beyond the logits stops the program`() async {
    await #expect(processExitsWith: .failure) {
      _ = Engine().softmax(
        logits: FloatBuffer(count: 64), panels: 1, targets: [64], gradientScale: 0)
    }
  }

  @Test func `a step of a cell whose states are too narrow stops the program`() async {
    await #expect(processExitsWith: .failure) {
      let buffers = CellBuffers(steps: 1, rows: 1, panels: 1, stateStride: 16, hasCell: false)
      Engine().forward(.elmanTanh, buffers, step: 0)
    }
  }

  @Test func `a step of an LSTM without cell states stops the program`() async {
    await #expect(processExitsWith: .failure) {
      let buffers = CellBuffers(steps: 1, rows: 1, panels: 1, stateStride: 16, hasCell: false)
      Engine().forward(.lstm, buffers, step: 0)
    }
  }
}
