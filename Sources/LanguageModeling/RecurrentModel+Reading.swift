import Compute
package import Layers
package import Tokenization

extension RecurrentModel {
  /// Reads N texts side by side, which may differ in length, and hands each token to `update` with the
  /// natural logarithms of the probabilities of all tokens, (V), before it was read.
  ///
  /// `update` changes the text's own result, and is called in the order of the text; texts are read on
  /// all threads. Each state must have read at least one token; it moves on to the end of its text.
  package func read<Result: Sendable>(
    _ texts: [[TokenID]], states: inout [RecurrentState], into results: [Result],
    _ update: (inout Result, TokenID, [Float]) -> Void
  ) -> [Result] {
    precondition(
      texts.count == states.count && texts.count == results.count,
      "\(texts.count) texts for \(states.count) states and \(results.count) results")
    var results = results
    for (text, row) in logProbabilities(after: states).enumerated() {
      if let token = texts[text].first { update(&results[text], token, row) }
    }
    let shards = ShardPlan.rows(batchSize: texts.count)
    let (starts, begun) = (states, results)
    let found = ShardResults<ReadShard<Result>>(count: shards.count)
    engine.forEach(shards.count) { shard in
      let rows = shards[shard]
      var part = ReadShard(results: Array(begun[rows]), states: Array(starts[rows]))
      read(Array(texts[rows]), &part, update)
      found.set(shard, part)
    }
    for (rows, part) in zip(shards, found.values) {
      guard let part else { continue }
      results.replaceSubrange(rows, with: part.results)
      states.replaceSubrange(rows, with: part.states)
    }
    return results
  }

  /// Hands on all tokens but the first of each text.
  private func read<Result>(
    _ texts: [[TokenID]], _ part: inout ReadShard<Result>,
    _ update: (inout Result, TokenID, [Float]) -> Void
  ) {
    let longest = texts.reduce(0) { max($0, $1.count) }
    let block = min(64, max(longest, 1))
    let window = makeWindow(rows: texts.count, maximumSteps: block)
    for (row, state) in part.states.enumerated() { window.setState(state, row: row) }
    for start in stride(from: 0, to: longest, by: block) {
      let steps = min(block, longest - start)
      let inputs = (start..<start + steps).flatMap { place in
        texts.map { place < $0.count ? $0[place] : 0 }
      }
      window.forward(inputs[...], engine: engine)
      window.forEachDistribution(inputs.count, engine: engine) { position, row in
        let (text, next) = (position % texts.count, start + position / texts.count + 1)
        guard next < texts[text].count else { return }
        update(&part.results[text], texts[text][next], row)
      }
      for row in texts.indices where texts[row].count > start && texts[row].count <= start + steps {
        part.states[row] = window.state(row: row, after: texts[row].count - start)
      }
      window.carryState(from: steps)
    }
  }
}

/// What a thread has found for its texts.
private struct ReadShard<Result: Sendable>: Sendable {
  var results: [Result]
  var states: [RecurrentState]
}
