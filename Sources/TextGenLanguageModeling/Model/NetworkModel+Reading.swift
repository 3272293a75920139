import TextGenCompute
package import TextGenLayers
package import TextGenNGrams
package import TextGenTokenization

extension NetworkModel {
  /// Reads N texts side by side, which may differ in length, and returns for each the natural
  /// logarithms of the probabilities of its tokens before they were read.
  ///
  /// Each state must have read at least one token; it moves on to the end of its text.
  package func score(_ texts: [[TokenID]], states: inout [NetworkState]) -> [[Float]] {
    let first = logProbabilities(after: states)
    let scores = zip(texts, first).map { text, row in text.first.map { [row[Int($0)]] } ?? [] }
    return readBlocks(texts, states: &states, into: scores) { block, scores in
      let targets = block.targets
      let logProbabilities = block.window.logProbabilities(of: targets[...], engine: engine)
      for position in targets.indices {
        guard let next = block.next(after: position) else { continue }
        scores[next.text].append(logProbabilities[position])
      }
    }
  }

  /// Reads N texts as `score` does, and hands each token to `update` with the natural logarithms of the
  /// probabilities of all tokens, (V), before it was read.
  ///
  /// `update` changes the text's own result, and is called in the order of the text; texts are read on
  /// all threads.
  package func read<Result: Sendable>(
    _ texts: [[TokenID]], states: inout [NetworkState], into results: [Result],
    _ update: (inout Result, TokenID, [Float]) -> Void
  ) -> [Result] {
    var results = results
    for (text, row) in logProbabilities(after: states).enumerated() {
      if let token = texts[text].first { update(&results[text], token, row) }
    }
    return readBlocks(texts, states: &states, into: results) { block, results in
      block.window.forEachDistribution(block.inputs.count, engine: engine) { position, row in
        guard let next = block.next(after: position) else { return }
        update(&results[next.text], next.token, row)
      }
    }
  }

  /// Reads N texts as `score` does, and hands `update` what this network and `ngrams` say of each token;
  /// `ngramStates` move on with `states`.
  package func read<Result: Sendable>(
    _ texts: [[TokenID]], states: inout [NetworkState], beside ngrams: NGramModel,
    _ ngramStates: inout [NGramModel.State], into results: [Result],
    _ update: (inout Result, MixtureGate.Sample) -> Void
  ) -> [Result] {
    let starts = zip(ngramStates, results).map { (state: $0, result: $1) }
    let ends = read(texts, states: &states, into: starts) { text, token, logarithms in
      update(&text.result, ngrams.sample(token, logarithms, after: text.state, engine: engine))
      ngrams.advance(&text.state, with: token)
    }
    ngramStates = ends.map(\.state)
    return ends.map(\.result)
  }
}

extension NetworkModel {
  /// Reads texts in blocks of steps and calls `visit` after each; the states move on to their ends.
  private func readBlocks<Result: Sendable>(
    _ texts: [[TokenID]], states: inout [NetworkState], into results: [Result],
    _ visit: (ReadBlock, inout [Result]) -> Void
  ) -> [Result] {
    precondition(
      texts.count == states.count && texts.count == results.count,
      "\(texts.count) texts for \(states.count) states and \(results.count) results")
    let shards = ShardPlan.rows(batchSize: texts.count)
    let starts = states
    let found = ShardResults<(results: [Result], states: [NetworkState])>(count: shards.count)
    engine.forEach(shards.count) { shard in
      let rows = shards[shard]
      var part = (results: Array(results[rows]), states: Array(starts[rows]))
      readShard(Array(texts[rows]), &part.states) { visit($0, &part.results) }
      found.set(shard, part)
    }
    let parts = found.values.compactMap { $0 }
    states = parts.flatMap(\.states)
    return parts.flatMap(\.results)
  }

  /// Reads the texts of one thread.
  private func readShard(
    _ texts: [[TokenID]], _ states: inout [NetworkState], _ visit: (ReadBlock) -> Void
  ) {
    let longest = texts.reduce(0) { max($0, $1.count) }
    let size = min(64, max(longest, 1))
    let window = makeWindow(rows: texts.count, maximumSteps: size)
    for (row, state) in states.enumerated() { window.setState(state, row: row) }
    for start in stride(from: 0, to: longest, by: size) {
      let steps = min(size, longest - start)
      let block = ReadBlock(window: window, texts: texts, start: start, stepCount: steps)
      window.forward(block.inputs[...], engine: engine)
      visit(block)
      for row in texts.indices where texts[row].count > start && texts[row].count <= start + steps {
        states[row] = window.state(row: row, after: texts[row].count - start)
      }
      window.carryState(from: steps)
    }
  }
}
