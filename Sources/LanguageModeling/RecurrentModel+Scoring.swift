import Compute
public import Layers
public import Tokenization

/// The scores of some texts, and the states after them.
private typealias ShardScores = (scores: [[Float]], states: [RecurrentState])

extension RecurrentModel {
  /// Reads N texts side by side, which may differ in length, and returns for each the natural
  /// logarithms of the probabilities of its tokens before they were read.
  ///
  /// Each state must have read at least one token; it moves on to the end of its text.
  public func score(_ texts: [[TokenID]], states: inout [RecurrentState]) -> [[Float]] {
    precondition(texts.count == states.count, "\(texts.count) texts for \(states.count) states")
    let first = logProbabilities(after: states)
    var scores = zip(texts, first).map { text, row in text.first.map { [row[Int($0)]] } ?? [] }
    let shards = ShardPlan.rows(batchSize: texts.count)
    let starts = states
    let results = ShardResults<ShardScores>(count: shards.count)
    engine.forEach(shards.count) { shard in
      results.set(shard, scoreShard(Array(texts[shards[shard]]), Array(starts[shards[shard]])))
    }
    for (rows, result) in zip(shards, results.values) {
      guard let result else { continue }
      for (row, text) in zip(rows, zip(result.scores, result.states)) {
        scores[row] += text.0
        states[row] = text.1
      }
    }
    return scores
  }

  /// The scores of all tokens but the first of each text, and the states after the last.
  private func scoreShard(
    _ texts: [[TokenID]], _ states: [RecurrentState]
  ) -> ShardScores {
    let longest = texts.reduce(0) { max($0, $1.count) }
    let block = min(64, max(longest, 1))
    let window = makeWindow(rows: texts.count, maximumSteps: block)
    for (row, state) in states.enumerated() { window.setState(state, row: row) }
    var scores = texts.map { _ in [Float]() }
    var ends = states
    for start in stride(from: 0, to: longest, by: block) {
      let steps = min(block, longest - start)
      func token(_ step: Int, _ row: Int) -> TokenID {
        step < texts[row].count ? texts[row][step] : 0
      }
      let inputs = (0..<steps).flatMap { step in
        texts.indices.map { token(start + step, $0) }
      }
      let targets = (1...steps).flatMap { step in texts.indices.map { token(start + step, $0) } }
      window.forward(inputs[...], engine: engine)
      let logProbabilities = window.logProbabilities(of: targets[...], engine: engine)
      for row in texts.indices {
        let count = texts[row].count
        for step in 0..<steps where start + step + 1 < count {
          scores[row].append(logProbabilities[step * texts.count + row])
        }
        if count > start && count <= start + steps {
          ends[row] = window.state(row: row, after: count - start)
        }
      }
      window.carryState(from: steps)
    }
    return (scores, ends)
  }
}
