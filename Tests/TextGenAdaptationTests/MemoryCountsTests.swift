import Testing
import TextGenAdaptation
import TextGenTestSupport
import TextGenTokenization

struct MemoryCountsTests {
  /// A memory that has read `tokens`, and the place after them.
  private func memory(of tokens: [TokenID]) -> (TextMemory, TextMemory.Place) {
    var memory = TextMemory()
    var place = TextMemory.Place()
    for token in tokens { _ = memory.learn(token, 0.1, at: &place) }
    return (memory, place)
  }

  private func tokens(_ count: Int, seed: UInt64) -> [TokenID] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in TokenID(Int.random(in: 0..<11, using: &generator)) }
  }

  private func row(_ memory: TextMemory, _ end: [TokenID]) -> [Float] {
    var row = [Float](repeating: -2.4, count: 11)
    memory.mix(&row, at: end.reduce(TextMemory.Place()) { memory.place(after: $0, $1) })
    return row
  }

  @Test func `a memory made of its counts is the same to the bit, and learns on`() throws {
    let read = tokens(800, seed: 1)
    var (memory, place) = memory(of: read)
    var copy = try #require(TextMemory(memory.counts))
    #expect(copy.counts == memory.counts)
    #expect(row(copy, Array(read.suffix(4))) == row(memory, Array(read.suffix(4))))
    var other = read.suffix(4).reduce(TextMemory.Place()) { copy.place(after: $0, $1) }
    for token in tokens(200, seed: 2) {
      #expect(
        copy.learn(token, 0.05, at: &other) == memory.learn(token, 0.05, at: &place))
    }
    #expect(copy.counts == memory.counts)
  }

  @Test func `the oldest sequences go first, and what is left is a memory`() throws {
    let (memory, _) = memory(of: tokens(500, seed: 3))
    for limit in [0, 1, 10, 100, memory.count] {
      var counts = memory.counts
      counts.keepNewest(limit)
      #expect(counts.count == limit)
      #expect(TextMemory(counts) != nil)
    }
    var few = memory.counts
    few.keepNewest(memory.count - 1)
    // The first sequence from which nothing goes on.
    let parents = Set(memory.counts.parents)
    let oldest = try #require((1...memory.count).first { !parents.contains(Int32($0)) })
    #expect(!(1...few.count).map(few.sequence).contains(memory.counts.sequence(oldest)))
  }

  @Test func `nothing with a forgotten token or pair is left`() throws {
    let (memory, _) = memory(of: tokens(500, seed: 4))
    var counts = memory.counts
    counts.forget(pairs: [[1, 2]], single: [7])
    #expect(counts.count > 50 && counts.count < memory.count)
    for number in 1...counts.count {
      let sequence = counts.sequence(number)
      #expect(
        !sequence.contains(7) && !zip(sequence, sequence.dropFirst()).contains { $0 == (1, 2) })
    }
    #expect(TextMemory(counts) != nil)
  }

  @Test func `counts that contradict themselves are no memory`() {
    let gates = TextMemory().counts.gates
    func isMemory(_ parents: [Int32], _ tokens: [TokenID], _ counts: [Int32], _ gates: [Float])
      -> Bool
    {
      TextMemory(MemoryCounts(parents: parents, tokens: tokens, counts: counts, gates: gates))
        != nil
    }
    #expect(isMemory([0, 1], [3, 4], [2, 1], gates) && isMemory([], [], [], gates))
    #expect(!isMemory([0, 2], [3, 4], [2, 1], gates))
    #expect(!isMemory([0, 0], [3, 3], [2, 1], gates))
    #expect(!isMemory([0], [3, 4], [2, 1], gates))
    #expect(!isMemory([0, -1], [3, 4], [2, 1], gates))
    #expect(!isMemory([0], [3], [0], gates) && !isMemory([0], [-3], [1], gates))
    #expect(!isMemory([0], [3], [1], Array(gates.dropLast())))
    #expect(!isMemory([0], [3], [1], gates.map { _ in .nan }))
  }

  @Test func `what two sessions learned side by side is added up`() throws {
    let begun = memory(of: tokens(300, seed: 5)).0.counts
    func session(_ read: [TokenID]) throws -> MemoryCounts {
      var memory = try #require(TextMemory(begun))
      var place = TextMemory.Place()
      for token in read { _ = memory.learn(token, 0.1, at: &place) }
      return memory.counts
    }
    let (one, other) = (try session(tokens(80, seed: 6)), try session(tokens(90, seed: 7)))
    #expect(one.goesOn(from: begun) && !begun.goesOn(from: one) && !one.goesOn(from: other))
    var sum = begun
    sum.add(one, since: begun)
    #expect(sum == one)
    sum.add(other, since: begun)
    #expect(TextMemory(sum) != nil && sum.gates == other.gates)
    func numbers(_ counts: MemoryCounts) -> [[TokenID]: Int] {
      Dictionary(
        uniqueKeysWithValues: (0..<counts.count).map {
          (counts.sequence($0 + 1), Int(counts.counts[$0]))
        })
    }
    var expected = numbers(one)
    for (sequence, count) in numbers(other) { expected[sequence, default: 0] += count }
    for (sequence, count) in numbers(begun) { expected[sequence, default: 0] -= count }
    #expect(numbers(sum) == expected)
    // What was forgotten meanwhile comes back only where it was learned again.
    var forgotten = begun
    forgotten.forget(pairs: [], single: Set((0..<11 as Range<TokenID>)))
    #expect(forgotten.count == 0)
    forgotten.add(one, since: begun)
    let left = numbers(forgotten)
    for (sequence, count) in numbers(one) {
      let added = count - (numbers(begun)[sequence] ?? 0)
      #expect(left[sequence] == (added > 0 ? added : nil))
    }
  }
}
