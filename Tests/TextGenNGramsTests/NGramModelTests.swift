import Foundation
import Testing
import TextGenNGrams
import TextGenTestSupport

struct NGramModelTests {
  /// A text with more structure than chance: each token depends on the two before it.
  private static func text(_ count: Int, vocabularySize: Int, seed: UInt64) -> [UInt16] {
    var generator = SeededGenerator(seed: seed)
    var tokens: [UInt16] = [0, 1]
    while tokens.count < count {
      let last = Int(tokens[tokens.count - 1]) * 3 + Int(tokens[tokens.count - 2])
      let isFree = UInt64.random(in: 0..<4, using: &generator) == 0
      let next =
        isFree ? Int.random(in: 0..<vocabularySize, using: &generator) : last % vocabularySize
      tokens.append(UInt16(next))
    }
    return tokens
  }

  private func state(_ model: NGramModel, after tokens: some Sequence<UInt16>) -> NGramModel.State {
    var state = NGramModel.State()
    for token in tokens { model.advance(&state, with: Int32(token)) }
    return state
  }

  @Test(arguments: [(2, 5, 40), (3, 7, 300), (4, 9, 2_000), (6, 3, 500), (16, 2, 60)])
  func `probabilities are those of the definition`(order: Int, vocabularySize: Int, count: Int) {
    let tokens = Self.text(count, vocabularySize: vocabularySize, seed: 3)
    let model = NGramModel(
      counting: tokens, vocabularySize: vocabularySize + 1,
      cutoffs: Array(repeating: 0, count: order))
    let reference = ReferenceKneserNey(tokens, vocabularySize: vocabularySize + 1, order: order)
    var row = [Float](repeating: 0, count: vocabularySize + 1)
    let other = Self.text(200, vocabularySize: vocabularySize, seed: 4)
    for end in stride(from: 0, to: other.count, by: 7) {
      let context = Array(other[..<end].suffix(order - 1))
      model.probabilities(after: state(model, after: other[..<end]), into: &row)
      for token in row.indices {
        // A byte holds a probability to 3 %, and the sum of a row is off by no more.
        let expected = reference.probability(of: UInt16(token), after: context)
        #expect(abs(Double(row[token]) / expected - 1) < 0.08, "\(token) after \(context)")
      }
      #expect(abs(row.reduce(0, +) - 1) < 1e-5)
    }
  }

  @Test func `rare n-grams that are left out leave their share to shorter contexts`() {
    let tokens = Self.text(3_000, vocabularySize: 12, seed: 5)
    let whole = NGramModel(counting: tokens, vocabularySize: 12, cutoffs: [0, 0, 0, 0])
    let pruned = NGramModel(counting: tokens, vocabularySize: 12, cutoffs: [0, 0, 1, 1])
    #expect(pruned.count < whole.count)
    #expect(pruned.levels[0] == whole.levels[0], "one token and its share")
    var counts: [[UInt16]: Int] = [:]
    for start in 0...(tokens.count - 4) {
      counts[Array(tokens[start..<start + 4]), default: 0] += 1
    }
    var row = [Float](repeating: 0, count: 12)
    var shorter = row
    var (leftOut, grown) = (0, 0)
    for end in stride(from: 3, to: 500, by: 11) {
      let context = Array(tokens[end - 3..<end])
      let (longest, next) = (
        state(pruned, after: context), state(pruned, after: context.dropFirst())
      )
      pruned.probabilities(after: longest, into: &row)
      #expect(abs(row.reduce(0, +) - 1) < 1e-5)
      guard longest.count == 3 else { continue }
      pruned.probabilities(after: next, into: &shorter)
      let share = pruned.openShare(longest)
      let rare = (0..<12).filter { counts[context + [UInt16($0)]] == 1 }
      // A byte holds a share to 3 %, and the sum of a row is off by no more.
      for token in rare { #expect(abs(row[token] / (share * shorter[token]) - 1) < 0.08) }
      let before = whole.openShare(state(whole, after: context))
      #expect(share >= before)
      if share > before { grown += 1 }
      leftOut += rare.count
    }
    #expect(leftOut > 20 && grown > 10)
  }

  /// The log-probability of a text, in nats per token.
  private func score(_ model: NGramModel, _ tokens: [UInt16]) -> Float {
    var state = NGramModel.State()
    var row = [Float](repeating: 0, count: model.vocabularySize)
    let sum = tokens.reduce(Float(0)) { sum, token in
      model.probabilities(after: state, into: &row)
      model.advance(&state, with: Int32(token))
      return sum + log(row[Int(token)])
    }
    return sum / Float(tokens.count)
  }

  @Test(arguments: [9_000, 5_000, 2_000, 0])
  func `a limit of bytes keeps what matters most`(_ limit: Int) {
    let tokens = Self.text(6_000, vocabularySize: 40, seed: 7)
    let whole = NGramModel(counting: tokens, vocabularySize: 40, cutoffs: [0, 0, 0, 0])
    let pruned = NGramModel(
      counting: tokens, vocabularySize: 40, cutoffs: [0, 0, 0, 0], byteLimit: limit)
    func bytes(_ model: NGramModel) -> Int {
      model.encodedLevels.reduce(0) {
        $0 + $1.families.count + $1.probabilities.count + $1.backoffs.count
      }
    }
    // Three bytes a single token: itself, its probability, and that nothing follows it; and their number.
    let smallest = 3 * 40 + 1
    #expect(bytes(whole) > 9_000)
    #expect(bytes(pruned) <= max(limit, smallest))
    #expect(NGramModel.flaw(single: pruned.single, levels: pruned.levels) == nil)
    var row = [Float](repeating: 0, count: 40)
    for end in stride(from: 3, to: 500, by: 11) {
      pruned.probabilities(after: state(pruned, after: tokens[..<end]), into: &row)
      #expect(abs(row.reduce(0, +) - 1) < 1e-5)
    }
    // The text is more probable than under a model of the same size without the longest n-grams.
    let cut = (2...4).map { order in
      NGramModel(
        counting: tokens, vocabularySize: 40, cutoffs: Array(repeating: 0, count: order),
        byteLimit: nil)
    }.filter { bytes($0) <= bytes(pruned) }
    for other in cut { #expect(score(pruned, tokens) > score(other, tokens)) }
    if limit >= 5_000 { #expect(!cut.isEmpty) }
  }

  @Test func `bytes of a file give the same model`() throws {
    for (order, vocabularySize) in [(2, 3), (3, 40), (5, 300)] {
      let model = NGramModel(
        counting: Self.text(4_000, vocabularySize: vocabularySize - 1, seed: 9),
        vocabularySize: vocabularySize, cutoffs: (0..<order).map { $0 / 2 })
      let read = try NGramModel(single: model.single, encoded: model.encodedLevels)
      #expect(read.levels == model.levels && read.single == model.single)
    }
  }

  @Test func `bytes that were damaged are refused, or give a model that can be used`() {
    let model = NGramModel(
      counting: Self.text(500, vocabularySize: 20, seed: 10), vocabularySize: 21,
      cutoffs: [0, 0, 0])
    var generator = SeededGenerator(seed: 11)
    var refusals = 0
    for _ in 0..<2_000 {
      var levels = model.encodedLevels
      let level = Int.random(in: 0..<levels.count, using: &generator)
      let place = Int.random(in: 0..<levels[level].families.count, using: &generator)
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: levels[level].families[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
      case 1: levels[level].families.removeLast(1 + place % 5)
      case 2: levels[level].families.append(UInt8(place % 3))
      case 3: levels[level].probabilities.removeLast()
      default: levels[level].backoffs.append(0)
      }
      do {
        let read = try NGramModel(single: model.single, encoded: levels)
        var row = [Float](repeating: 0, count: 21)
        read.probabilities(after: state(read, after: [1, 2, 3]), into: &row)
        #expect(abs(row.reduce(0, +) - 1) < 1e-5)
      } catch {
        refusals += 1
        #expect(error.description.contains("level"))
      }
    }
    #expect(refusals > 1_000)
  }

  @Test func `a vocabulary of more tokens than two bytes can name is refused`() {
    // One family: the token 69,999.
    let first = EncodedLevel(families: [1, 0xEF, 0xA2, 4], probabilities: [0], backoffs: [])
    let second = EncodedLevel(families: [0], probabilities: [], backoffs: [])
    let single = [Float](repeating: 1e-5, count: 70_000)
    #expect {
      try NGramModel(single: single, encoded: [first, second])
    } throws: { error in
      "\(error)" == "its vocabulary has 70000 tokens, expected at most 65536"
    }
  }

  @Test func `a limit that is not reached changes nothing`() {
    let tokens = Self.text(2_000, vocabularySize: 12, seed: 8)
    let free = NGramModel(counting: tokens, vocabularySize: 12, cutoffs: [0, 0, 1])
    let limited = NGramModel(
      counting: tokens, vocabularySize: 12, cutoffs: [0, 0, 1], byteLimit: 1_000_000)
    #expect(free.levels == limited.levels)
  }

  @Test func `a state holds no more than the last order less one tokens`() {
    let tokens = Self.text(400, vocabularySize: 4, seed: 6)
    let model = NGramModel(counting: tokens, vocabularySize: 4, cutoffs: [0, 0, 0])
    for end in 2..<60 {
      #expect(state(model, after: tokens[..<end]) == state(model, after: tokens[(end - 2)..<end]))
    }
  }

  @Test func `a token that the text does not have has a probability, and no context`() {
    let model = NGramModel(counting: [0, 1, 0, 1, 0], vocabularySize: 3, cutoffs: [0, 0])
    var row = [Float](repeating: 0, count: 3)
    let unseen = state(model, after: [0, 2])
    #expect(unseen.count == 0)
    model.probabilities(after: unseen, into: &row)
    #expect(row[2] > 0 && row[2] < row[0])
    #expect(model.openShare(unseen) == 1)
  }

  @Test(arguments: [[], [1], [1, 1]] as [[UInt16]])
  func `texts shorter than the order are counted`(tokens: [UInt16]) {
    let model = NGramModel(counting: tokens, vocabularySize: 2, cutoffs: [0, 0, 0])
    var row: [Float] = [0, 0]
    model.probabilities(after: state(model, after: tokens), into: &row)
    #expect(abs(row[0] + row[1] - 1) < 1e-5)
    #expect(tokens.isEmpty ? row[0] == row[1] : row[1] > row[0])
  }

  @Test func `cutoffs that fall stop the program`() async {
    await #expect(processExitsWith: .failure) {
      _ = NGramModel(counting: [0, 1], vocabularySize: 2, cutoffs: [0, 2, 1])
    }
  }
}
