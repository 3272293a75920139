import Testing
import TextGenProbes

struct ProbeSetTests {
  @Test func `lines and items are as many as asked for`() {
    #expect(Sample.set.trainingLines.count == 4 * 1_800)
    for distance in ProbeFamily.longRange.testDistances {
      #expect(Sample.items(.longRange).count { $0.distance == distance } == 48)
    }
    for family in [ProbeFamily.order, .agreement, .brackets] {
      #expect(Sample.items(family).count == 240)
    }
    for distance in ProbeFamily.brackets.testDistances {
      #expect(Sample.items(.brackets).count { $0.distance == distance } == 48)
    }
  }

  @Test func `only the families asked for take part`() {
    let set = Sample.make(
      seed: 2, ProbeSizes(families: [.order], lineCount: 20, otherItemCount: 10))
    #expect(set.trainingLines.count == 20)
    #expect(set.items.count == 10)
    #expect(set.items.allSatisfy { $0.family == .order })
  }

  @Test func `the same seed gives the same set and another seed another`() {
    let sizes = ProbeSizes(lineCount: 60, longRangeItemCount: 6, otherItemCount: 12)
    let (a, b) = (Sample.make(seed: 5, sizes), Sample.make(seed: 5, sizes))
    let c = Sample.make(seed: 6, sizes)
    #expect(a.items == b.items && a.trainingLines == b.trainingLines)
    #expect(a.items != c.items && a.trainingLines != c.trainingLines)
  }

  @Test func `no line and no item occurs twice`() {
    #expect(Set(Sample.set.trainingLines).count == Sample.set.trainingLines.count)
    #expect(Set(Sample.set.items.map(\.line)).count == Sample.set.items.count)
  }

  @Test func `lines are whole sentences without line breaks`() {
    for line in Sample.set.trainingLines + Sample.set.items.map(\.line) {
      #expect(line.hasSuffix(".") && line.first?.isUppercase == true, "\(line)")
      #expect(!line.contains { $0.isNewline } && !line.contains("  "), "\(line)")
      #expect(!line.contains(" ,") && !line.contains(" .") && !line.contains(".."), "\(line)")
    }
  }

  @Test func `continuations begin alike, end with a full stop and none begins another`() {
    for item in Sample.set.items {
      let (a, b) = (item.alternatives[0], item.alternatives[1])
      #expect(item.alternatives.count == 2)
      #expect(a.hasSuffix(".") && b.hasSuffix(".") && !a.hasPrefix(b) && !b.hasPrefix(a))
      if item.family != .brackets { #expect(a.first == " " && b.first == " ") }
      #expect(item.context.last?.isWhitespace == false)
    }
  }

  @Test func `twins share all but the context and the right answer`() {
    for (id, twins) in Dictionary(grouping: Sample.set.items, by: \.pairID) {
      #expect(twins.count == 2, "pair \(id)")
      #expect(twins[0].kind == twins[1].kind && twins[0].distance == twins[1].distance)
      #expect(twins[0].alternatives == twins[1].alternatives)
      #expect(twins[0].context != twins[1].context)
      #expect(twins[0].rightIndex + twins[1].rightIndex == 1)
    }
  }

  @Test func `each answer is right as often as it is wrong at each distance`() {
    struct Cell: Hashable {
      let family: ProbeFamily
      let distance: Int
      let answer: String
    }
    var balance: [Cell: Int] = [:]
    for item in Sample.set.items where item.family != .order {
      for (index, answer) in item.alternatives.enumerated() {
        let cell = Cell(family: item.family, distance: item.distance, answer: answer)
        balance[cell, default: 0] += index == item.rightIndex ? 1 : -1
      }
    }
    #expect(balance.values.allSatisfy { $0 == 0 })
  }

  @Test func `training shows singular and plural equally often`() {
    for verb in Subject.verbs {
      let singular = Sample.set.trainingLines.count { $0.hasSuffix(" \(verb.singular).") }
      let plural = Sample.set.trainingLines.count { $0.hasSuffix(" \(verb.plural).") }
      #expect(singular == plural && singular > 0, "\(verb)")
    }
  }

  @Test func `no training line of this or another seed holds a test context`() {
    let lines = Sample.set.trainingLines + Sample.make(seed: 77).trainingLines.prefix(1_000)
    let contexts = Dictionary(
      grouping: Sample.set.items.map(\.context), by: { String($0.prefix(8)) })
    for line in lines {
      for start in line.indices where line[start].isUppercase {
        let rest = line[start...]
        for context in contexts[String(rest.prefix(8)), default: []] {
          #expect(!rest.hasPrefix(context), "\(line) contains \(context)")
        }
      }
    }
  }

  @Test func `an open mark stays open for exactly as many characters as its distance says`() {
    for item in Sample.items(.brackets) {
      let inside = item.context.split { "«“([".contains($0) }.last ?? ""
      #expect(inside.count == item.distance, "\(item.context)")
    }
  }
}
