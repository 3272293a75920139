import Testing
import TextGenLanguageModeling
import TextGenTokenization

struct TruncatedBPTTBatchesTests {
  private func batches(
    _ count: Int, _ batchSize: Int, _ sequenceLength: Int
  ) throws -> TruncatedBPTTBatches {
    try TruncatedBPTTBatches(
      TokenSequence(0..<TokenID(count), vocabularySize: count), batchSize: batchSize,
      sequenceLength: sequenceLength)
  }

  @Test(arguments: [1, 2, 3], [1, 2, 5])
  func `windows go on where the last one ended, row by row`(batchSize: Int, length: Int) throws {
    let batches = try batches(47, batchSize, length)
    var streams = [[TokenID]](repeating: [], count: batchSize)
    for batch in batches {
      for index in batch.inputs.indices {
        streams[index % batchSize].append(batch.inputs[index])
        #expect(batch.targets[index] == batch.inputs[index] + 1)
      }
    }
    let streamLength = 46 / batchSize
    #expect(
      streams
        == (0..<batchSize).map { n in (0..<streamLength).map { TokenID(n * streamLength + $0) } })
  }

  @Test func `only the last window is shorter`() throws {
    #expect(try batches(21, 2, 4).map(\.sequenceLength) == [4, 4, 2])
    #expect(try batches(17, 2, 4).map(\.sequenceLength) == [4, 4])
  }

  @Test func `a batch lies step by step`() throws {
    let batch = try batches(9, 2, 3).window(0)
    #expect(batch.inputs == [0, 4, 1, 5, 2, 6])
    #expect(batch.targets == [1, 5, 2, 6, 3, 7])
  }

  @Test func `too few tokens are refused with all three numbers`() throws {
    #expect(try batches(7, 2, 3).windowCount == 1)
    #expect(throws: CorpusError.tooSmallForBatches(tokens: 6, batchSize: 2, sequenceLength: 3)) {
      try batches(6, 2, 3)
    }
    #expect(throws: CorpusError.self) { try batches(6, .max, 3) }
  }
}
