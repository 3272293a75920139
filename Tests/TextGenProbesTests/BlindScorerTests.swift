import Testing
import TextGenProbes

/// Models that do not see what decides answer one half right, exactly, and so at each distance.
struct BlindScorerTests {
  private func expectHalf(_ score: ProbeScore, _ families: [ProbeFamily]) {
    for family in families {
      #expect(score.accuracy(of: family)?.share == 0.5)
      for kind in family.kinds { #expect(score.accuracy(of: kind)?.share == 0.5, "\(kind)") }
      for distance in score.distances(of: family) {
        #expect(score.accuracy(of: family, at: distance)?.share == 0.5, "\(family) \(distance)")
      }
    }
  }

  @Test func `the frequency of the answers gives chance`() {
    var counts: [Substring: Int] = [:]
    for line in Sample.set.trainingLines {
      let words = line.split(separator: " ")
      counts[words[words.count - 1], default: 0] += 1
      counts[line.suffix(2), default: 0] += 1
    }
    let score = Sample.score(Sample.set.items) { _, answer in
      let key = answer.split(separator: " ").last ?? ""
      return Double(counts[key, default: 0])
    }
    #expect(counts["».", default: 0] > 100)
    expectHalf(score, ProbeFamily.allCases)
  }

  @Test func `the length of the answers gives chance`() {
    let score = Sample.score(Sample.set.items) { _, answer in -Double(answer.count) }
    expectHalf(score, ProbeFamily.allCases)
  }

  @Test func `the words of the line without their order give chance`() {
    let score = Sample.score(Sample.items(.order)) { item, answer in
      (item.context + answer).plainWords.sorted().joined(separator: " ").fingerprint
    }
    expectHalf(score, [.order])
  }

  @Test func `the characters of the line without their order give chance`() {
    let score = Sample.score(Sample.items(.order)) { item, answer in
      String((item.context + answer).sorted()).fingerprint
    }
    expectHalf(score, [.order])
  }

  @Test func `the words after the cue give chance`() {
    let families = [ProbeFamily.longRange, .agreement]
    let score = Sample.score(families.flatMap(Sample.items)) { item, answer in
      let words = item.context.split(separator: " ").suffix(item.distance)
      return (words.joined(separator: " ") + answer).fingerprint
    }
    expectHalf(score, families)
  }

  @Test func `the characters after the opening mark give chance`() {
    let score = Sample.score(Sample.items(.brackets)) { item, answer in
      (item.context.suffix(item.distance) + answer).fingerprint
    }
    expectHalf(score, [.brackets])
  }
}
