import Testing
import TextGenProbes

struct ProbeScoreTests {
  private func item(_ kind: ProbeKind, distance: Int, alternatives: Int = 2) -> ProbeItem {
    ProbeItem(
      kind: kind, distance: distance, context: "Era",
      alternatives: (0..<alternatives).map { " \($0)." }, rightIndex: 0, pairID: 0)
  }

  @Test func `accuracy is by family, kind and distance`() {
    var score = ProbeScore()
    score.add(item(.name, distance: 1), logProbabilities: [-1, -2])
    score.add(item(.name, distance: 1), logProbabilities: [-2, -1])
    score.add(item(.name, distance: 8), logProbabilities: [-1, -2])
    score.add(item(.language, distance: 8), logProbabilities: [-3, -3])
    score.add(item(.verdict, distance: 8), logProbabilities: [-3, -4])
    #expect(score.accuracy(of: .longRange) == ProbeAccuracy(rightCount: 2.5, count: 4))
    #expect(score.accuracy(of: .longRange, at: 8) == ProbeAccuracy(rightCount: 1.5, count: 2))
    #expect(score.accuracy(of: ProbeKind.name) == ProbeAccuracy(rightCount: 2, count: 3))
    #expect(score.accuracy(of: ProbeKind.name, at: 1)?.share == 0.5)
    #expect(score.accuracy(of: .brackets) == nil)
    #expect(score.accuracy(of: .longRange, at: 2) == nil)
    #expect(score.distances(of: .longRange) == [1, 8])
  }

  private static let ties: [([Double], Double)] = [
    ([-1, -2, -3], 1), ([-1, -1, -3], 0.5), ([-1, -1, -1], 1.0 / 3), ([-2, -1, -3], 0),
    ([.nan, -1, -1], 0), ([-1, .nan, -2], 0),
    ([-.infinity, -.infinity, -.infinity], 1.0 / 3),
  ]

  @Test(arguments: ties)
  func `a tie shares the answer`(_ logProbabilities: [Double], _ expected: Double) {
    var score = ProbeScore()
    score.add(item(.name, distance: 1, alternatives: 3), logProbabilities: logProbabilities)
    #expect(score.accuracy(of: .longRange)?.rightCount == expected)
  }

  // (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n) with z = 1.959964, calculated apart.
  @Test(arguments: [
    (5.0, 10, 0.2366, 0.7634), (0, 10, 0, 0.2775), (10, 10, 0.7225, 1), (1, 1, 0.2065, 1),
    (180, 200, 0.8506, 0.9343), (50, 100, 0.4038, 0.5962),
  ])
  func `the interval is that of Wilson`(
    _ right: Double, _ count: Int, _ lower: Double, _ upper: Double
  ) {
    let interval = ProbeAccuracy(rightCount: right, count: count).interval
    #expect(abs(interval.lowerBound - lower) < 5e-5)
    #expect(abs(interval.upperBound - upper) < 5e-5)
  }
}
