import Testing
import TextGenProbes

struct AgreementTests {
  @Test func `each of the four forms is right equally often`() {
    let counts = Dictionary(
      grouping: Sample.items(.agreement),
      by: { $0.line.dropLast().last == "s" ? String($0.line.suffix(3)) : String($0.line.suffix(2)) }
    ).mapValues(\.count)
    #expect(counts == ["o.": 60, "a.": 60, "os.": 60, "as.": 60])
  }

  @Test func `a noun and its attractor meet in one half alone`() {
    func combination(_ line: String) -> [Substring]? {
      let words = line.split(separator: " ")
      guard
        ["O", "A", "Os", "As"].contains(words[0]),
        let link = words.firstIndex(where: { ["do", "da", "dos", "das"].contains($0) }),
        link + 3 == words.count - 1, !line.contains(",")
      else { return nil }
      return [words[1], words[link + 1]]
    }
    let tested = Set(Sample.items(.agreement).compactMap { combination($0.line) })
    let trained = Set(Sample.set.trainingLines.compactMap(combination))
    #expect(tested.count > 100 && trained.count > 500)
    #expect(tested.isDisjoint(with: trained))
  }

  @Test func `the first twin alone has an attractor of another form`() {
    for twins in Dictionary(grouping: Sample.items(.agreement), by: \.pairID).values {
      let endings = twins.map { item in
        let words = item.context.split(separator: " ")
        return (words[0].lowercased(), words[words.count - 2].dropFirst())
      }
      #expect(endings[0].0 != endings[0].1)
      #expect(endings[1].0 == endings[1].1)
    }
  }
}
