package import TextGenTokenization

/// Input and target tokens of N texts side by side over T steps.
package struct TokenBatch: Sendable, Hashable {
  /// The tokens read, (T, N): step t of text n is at index t · N + n.
  package let inputs: [TokenID]
  /// The token after each input, (T, N).
  package let targets: [TokenID]
  /// The number of texts, N.
  package let batchSize: Int
  /// The number of steps, T.
  package let sequenceLength: Int

  /// A batch of `sequenceLength` steps of `batchSize` texts, step by step.
  package init(inputs: [TokenID], targets: [TokenID], batchSize: Int, sequenceLength: Int) {
    precondition(
      inputs.count == batchSize * sequenceLength && targets.count == inputs.count,
      "\(inputs.count) inputs and \(targets.count) targets for \(batchSize) x \(sequenceLength)")
    self.inputs = inputs
    self.targets = targets
    self.batchSize = batchSize
    self.sequenceLength = sequenceLength
  }
}

/// A token sequence cut into N streams that are read side by side, T tokens at a time, for
/// truncated back-propagation through time (Williams and Peng 1990).
///
/// Stream n is the n-th of N equal stretches of the sequence. Window k + 1 goes on where window k
/// ends, in every stream, so the state of a network can be carried. The last window is shorter
/// when T does not divide the stretch; fewer than N tokens at the end of the sequence are left out.
package struct TruncatedBPTTBatches: Sendable, RandomAccessCollection {
  /// The number of streams, N.
  package let batchSize: Int
  /// The number of steps in each window but the last, T.
  package let sequenceLength: Int
  /// The number of steps in a stream.
  package let streamLength: Int
  private let tokens: TokenSequence

  /// The batches of `tokens`, at least N · T + 1 of them; N and T are at least 1.
  ///
  /// - Throws: `CorpusError.tooSmallForBatches` when there are fewer.
  package init(
    _ tokens: TokenSequence, batchSize: Int, sequenceLength: Int
  ) throws(CorpusError) {
    precondition(
      batchSize >= 1 && sequenceLength >= 1,
      "a batch size of \(batchSize) and a sequence length of \(sequenceLength)")
    let (product, isOverflow) = batchSize.multipliedReportingOverflow(by: sequenceLength)
    guard !isOverflow, tokens.count > product else {
      throw .tooSmallForBatches(
        tokens: tokens.count, batchSize: batchSize, sequenceLength: sequenceLength)
    }
    self.tokens = tokens
    self.batchSize = batchSize
    self.sequenceLength = sequenceLength
    streamLength = (tokens.count - 1) / batchSize
  }

  /// The number of windows in one pass over the sequence.
  package var windowCount: Int { (streamLength + sequenceLength - 1) / sequenceLength }

  /// Window `k`, from 0 to the window count less 1.
  package func window(_ k: Int) -> TokenBatch {
    precondition((0..<windowCount).contains(k), "window \(k) of \(windowCount)")
    let start = k * sequenceLength
    let length = Swift.min(sequenceLength, streamLength - start)
    var inputs = [TokenID](repeating: 0, count: length * batchSize)
    var targets = inputs
    for n in 0..<batchSize {
      let place = n * streamLength + start
      let stretch = tokens.tokens(in: place..<place + length + 1)
      for t in 0..<length {
        inputs[t * batchSize + n] = stretch[t]
        targets[t * batchSize + n] = stretch[t + 1]
      }
    }
    return TokenBatch(
      inputs: inputs, targets: targets, batchSize: batchSize, sequenceLength: length)
  }

  package var startIndex: Int { 0 }

  package var endIndex: Int { windowCount }

  package subscript(k: Int) -> TokenBatch { window(k) }
}
