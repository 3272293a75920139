import Foundation
import Testing
import TextGenAdaptation
import TextGenCompute
import TextGenTestSupport
import TextGenTokenization

/// A memory of the same kind that searches the whole text for each context, in double precision.
///
/// Its shares are those before anything is learned of them, so it stands beside a memory for the first
/// use of each gate only.
private struct SlowMemory {
  var text: [TokenID] = []

  /// What followed each context of 1 to 4 tokens that the text ends with.
  func followers(after text: [TokenID]) -> [[TokenID: Int]] {
    (1...TextMemory.maximumContext).map { length in
      guard text.count >= length else { return [:] }
      let context = Array(text.suffix(length))
      var found: [TokenID: Int] = [:]
      for start in 0..<max(0, text.count - length) {
        guard Array(text[start..<start + length]) == context else { continue }
        found[text[start + length], default: 0] += 1
      }
      return found
    }
  }
}

/// The memory of what was read: a distribution, learned from the past alone.
struct TextMemoryTests {
  private let vocabularySize = 23

  private func tokens(_ count: Int, seed: UInt64) -> [TokenID] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { index in
      TokenID(
        UInt64.random(in: 0..<3, using: &generator) == 0
          ? Int.random(in: 0..<23, using: &generator) : index * index % 23)
    }
  }

  /// A distribution that is not uniform.
  private var logarithms: [Float] {
    let weights = (1...vocabularySize).map { Float($0 % 7 + 1) }
    let sum = weights.reduce(0, +)
    return weights.map { log($0 / sum) }
  }

  @Test func `a memory of nothing changes nothing`() {
    var row = logarithms
    TextMemory().mix(&row, at: TextMemory.Place())
    #expect(row == logarithms)
    #expect(TextMemory().probability(of: 3, 0.25, at: TextMemory.Place()) == 0.25)
  }

  @Test func `probabilities with a memory sum to 1, and are those of single tokens`() {
    var memory = TextMemory()
    var place = TextMemory.Place()
    let model = logarithms
    for token in tokens(400, seed: 1) {
      var row = model
      memory.mix(&row, at: place)
      let sum = row.reduce(0.0) { $0 + exp(Double($1)) }
      #expect(abs(sum - 1) < 1e-5)
      for index in row.indices {
        let single = memory.probability(of: TokenID(index), exp(model[index]), at: place)
        #expect(abs(exp(row[index]) - single) < 1e-5)
      }
      let before = memory.probability(of: token, exp(model[Int(token)]), at: place)
      #expect(memory.learn(token, exp(model[Int(token)]), at: &place) == before)
    }
  }

  @Test func `contexts and their followers are those that a search of the text finds`() {
    var memory = TextMemory()
    var place = TextMemory.Place()
    var slow = SlowMemory()
    let text = tokens(300, seed: 2)
    for token in text {
      let followers = slow.followers(after: slow.text)
      let known = followers.flatMap(\.keys)
      for candidate in 0..<TokenID(vocabularySize) {
        // From nothing, a memory gives a probability exactly to what followed one of the contexts.
        let given = memory.probability(of: candidate, 0, at: place)
        #expect((given > 0) == known.contains(candidate))
      }
      _ = memory.learn(token, 0.04, at: &place)
      slow.text.append(token)
    }
  }

  @Test func `a context that has one follower pulls to its frequency`() {
    var memory = TextMemory()
    var place = TextMemory.Place()
    for token: TokenID in [1, 2, 3, 1, 2] { _ = memory.learn(token, 0.1, at: &place) }
    let model: Float = 0.1
    let expected = memory.probability(of: 3, model, at: place)
    let other = memory.probability(of: 4, model, at: place)
    #expect(expected > model)
    #expect(other < model)
    // Both contexts, of one and of two tokens, were followed by 3 alone, so what one gains the rest loses
    // in equal parts.
    #expect(abs((1 - expected) / (1 - model) - other / model) < 1e-5)
  }

  @Test func `shares grow where contexts were right`() {
    var right = TextMemory()
    var wrong = TextMemory()
    var places = (TextMemory.Place(), TextMemory.Place())
    var generator = SeededGenerator(seed: 3)
    for index in 0..<2_000 {
      _ = right.learn(TokenID(index % 7), 0.05, at: &places.0)
      _ = wrong.learn(TokenID.random(in: 0..<20, using: &generator), 0.05, at: &places.1)
    }
    let sure = right.probability(of: TokenID(2_000 % 7), 0.05, at: places.0)
    #expect(sure > 0.95)
    let unsure = (0..<20).map { wrong.probability(of: $0, 0.05, at: places.1) }.max() ?? 0
    #expect(unsure < 0.1)
  }

  @Test func `a place moves on as reading does, and nothing is learned by it`() {
    var memory = TextMemory()
    var place = TextMemory.Place()
    for token in tokens(200, seed: 4) { _ = memory.learn(token, 0.1, at: &place) }
    let count = memory.count
    let token: TokenID = 5
    let supposed = memory.place(after: place, token)
    var read = memory
    var next = place
    _ = read.learn(token, 0.1, at: &next)
    for candidate in 0..<TokenID(vocabularySize) {
      // What has just been read for the first time has a place of its own, but nothing after it.
      let one = memory.probability(of: candidate, 0, at: supposed) > 0
      let two = read.probability(of: candidate, 0, at: next) > 0
      #expect(one == two)
    }
    #expect(memory.count == count)
  }
}
