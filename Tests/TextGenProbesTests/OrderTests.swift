import Testing
import TextGenProbes

struct OrderTests {
  private let pairs = Dictionary(grouping: Sample.items(.order), by: \.pairID).values

  @Test func `both contexts of a pair are the same bag of characters`() {
    for pair in pairs { #expect(pair[0].context.sorted() == pair[1].context.sorted()) }
  }

  @Test func `both contexts of a pair are the same bag of words`() {
    for pair in pairs {
      #expect(pair[0].context.plainWords.sorted() == pair[1].context.plainWords.sorted())
    }
  }

  @Test func `both contexts of a pair have their marks after the same words`() {
    for pair in pairs {
      let marks = pair.map { item in
        item.context.split(separator: " ").map { $0.last?.isLetter == false ? $0.last : nil }
      }
      #expect(marks[0] == marks[1])
    }
  }

  @Test func `continuations are single words`() {
    for item in Sample.items(.order) {
      #expect(item.alternatives.allSatisfy { $0.wordCount == 1 })
    }
  }
}
