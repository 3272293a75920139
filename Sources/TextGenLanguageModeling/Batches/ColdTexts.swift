package import TextGenTokenization

/// Texts that a network reads from a random line on, with an empty memory.
///
/// The streams of truncated back-propagation carry their state from window to window, so a network
/// trained on them alone meets an empty memory only in its first step. People type their first
/// sentence into one. A window of these texts begins with the line break before a line; all lines
/// are equally likely, and each step draws others.
package struct ColdTexts: Sendable {
  private let tokens: TokenSequence
  /// The positions of the line breaks that have a whole window after them.
  private let lineBreaks: [UInt32]

  /// Texts of `tokens` for windows of up to `sequenceLength` tokens; nil where no line has a whole
  /// window after it.
  package init?(_ tokens: TokenSequence, lineBreak: TokenID, sequenceLength: Int) {
    let end = min(tokens.count - sequenceLength, Int(UInt32.max))
    guard end > 0 else { return nil }
    let lineBreaks = (0..<end).filter {
      tokens[$0] == lineBreak && tokens[$0 + 1] != lineBreak
    }
    guard !lineBreaks.isEmpty else { return nil }
    self.tokens = tokens
    self.lineBreaks = lineBreaks.map { UInt32($0) }
  }

  /// `count` texts of a line break and `length` tokens after it, (N, T + 1).
  package func draw(
    _ count: Int, length: Int, using generator: inout some RandomNumberGenerator
  ) -> [[TokenID]] {
    (0..<count).map { _ in
      let position = Int(lineBreaks[Int.random(in: lineBreaks.indices, using: &generator)])
      return tokens.tokens(in: position..<position + length + 1)
    }
  }
}

extension TokenBatch {
  /// The batch with `texts` beside its own, each of one token more than the batch has steps.
  package func adding(_ texts: [[TokenID]]) -> TokenBatch {
    var (allInputs, allTargets): ([TokenID], [TokenID]) = ([], [])
    for step in 0..<sequenceLength {
      let row = step * batchSize..<(step + 1) * batchSize
      allInputs += inputs[row] + texts.map { $0[step] }
      allTargets += targets[row] + texts.map { $0[step + 1] }
    }
    return TokenBatch(
      inputs: allInputs, targets: allTargets, batchSize: batchSize + texts.count,
      sequenceLength: sequenceLength)
  }
}
