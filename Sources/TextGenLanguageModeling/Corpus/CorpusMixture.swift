import TextGenCompute
import TextGenTokenization

/// The tokens of a block of text.
struct CorpusBlock: Sendable {
  /// Where they are among those of the training part.
  let tokens: Range<Int>
  /// What is known of them.
  let statistics: CorpusPartStatistics
  /// Line breaks that it lacks to end in a blank line.
  let missingLineBreaks: Int
}

/// A corpus whose texts are read by shares, in blocks that are shuffled in each epoch, so that each batch
/// has something of every source. Between two blocks there is a blank line at least.
struct CorpusMixture: Sendable {
  /// Which blocks an epoch reads.
  let plan: ReadingPlan
  /// The blocks, in the order of the plan.
  let blocks: [CorpusBlock]

  /// The text of epoch `epoch`, from 0: blocks of `tokens` in an order that follows from `seed`.
  func text(
    ofEpoch epoch: Int, seed: UInt64, of tokens: TokenSequence, _ tokenizer: any Tokenizer
  ) -> EpochText {
    var order = blocks.indices.flatMap {
      Array(repeating: UInt32($0), count: plan.readings(of: $0, in: epoch))
    }
    // Apart from the generators of cold texts, which follow from the seed and the step.
    var generator = SeededGenerator(
      seed: (seed ^ 0x94D0_49BB_1331_11EB) &+ UInt64(epoch) &* 0xBF58_476D_1CE4_E5B9)
    order.shuffle(using: &generator)
    let statistics = statistics(ofEpoch: epoch)
    var text = TokenSequence(vocabularySize: tokenizer.vocabulary.count)
    text.reserveCapacity(statistics.tokens)
    for index in order {
      let block = blocks[Int(index)]
      text.append(contentsOf: tokens, in: block.tokens)
      for _ in 0..<block.missingLineBreaks { text.append(tokenizer.lineBreak) }
    }
    return EpochText(tokens: text, statistics: statistics)
  }

  /// What epoch `epoch` reads.
  func statistics(ofEpoch epoch: Int) -> CorpusPartStatistics {
    var sum = CorpusPartStatistics()
    for (index, block) in blocks.enumerated() {
      let readings = plan.readings(of: index, in: epoch)
      guard readings > 0 else { continue }
      sum.characters += readings * (block.statistics.characters + block.missingLineBreaks)
      sum.tokens += readings * (block.tokens.count + block.missingLineBreaks)
      sum.unknownTokens += readings * block.statistics.unknownTokens
      sum.unknownSpellingBits += Double(readings) * block.statistics.unknownSpellingBits
    }
    return sum
  }

  /// Tokens that every epoch has at least.
  var leastTokens: Int {
    plan.factors.indices.reduce(0) { $0 + leastTokens(ofCircle: $1) }
  }

  /// The tokens of whole rounds, and of the emptiest part of a round that can be left over.
  private func leastTokens(ofCircle circle: Int) -> Int {
    let own = blocks.indices.filter { plan.places[$0].circle == circle }
      .map { (position: plan.places[$0].position, tokens: blocks[$0].tokens.count) }
      .sorted { $0.position < $1.position }
    let total = own.reduce(0) { $0 + $1.tokens }
    let rounds = plan.factors[circle].rounded(.down)
    let rest = plan.factors[circle] - rounds
    guard rest > 0, !own.isEmpty else { return Int(rounds) * total }
    // The emptiest part begins just behind the beginning of a block.
    var (least, sum, end) = (Int.max, 0, 1)
    for start in own.indices {
      if end <= start { (sum, end) = (0, start + 1) }
      func position(_ index: Int) -> Double {
        own[index % own.count].position + Double(index / own.count)
      }
      while end < start + own.count, position(end) < own[start].position + rest {
        sum += own[end % own.count].tokens
        end += 1
      }
      least = min(least, sum)
      // The next part begins behind the next block.
      if end > start + 1 { sum -= own[(start + 1) % own.count].tokens }
    }
    return Int(rounds) * total + least
  }

  /// A hash of what each epoch reads.
  var fingerprint: UInt64 {
    // Apart from those of tokens.
    var hash = NumberHash(0x9AE1_6A3B_2F90_404F)
    for (place, block) in zip(plan.places, blocks) {
      hash.add(place.position.bitPattern)
      hash.add(plan.factors[place.circle].bitPattern)
      hash.add(UInt64(block.tokens.upperBound))
    }
    return hash.value
  }
}
