import Testing
import TextGen

@testable import TextGenTyping

struct CandidateSlotsTests {
  private func candidates(_ words: String...) -> [Candidate] {
    words.map { Candidate(word: $0, probability: 0.1) }
  }

  private func shown(_ slots: CandidateSlots) -> [String?] { slots.places.map { $0?.word } }

  @Test func `a candidate that stays keeps its place, others take free ones`() {
    var slots = CandidateSlots(count: 3)
    slots.show(candidates("a", "b", "c", "d"))
    #expect(shown(slots) == ["a", "b", "c"])
    slots.show(candidates("c", "x", "a", "b"))
    #expect(shown(slots) == ["a", "x", "c"])
    slots.show(candidates("y"))
    #expect(shown(slots) == ["y", nil, nil])
    slots.clear()
    #expect(shown(slots) == [nil, nil, nil])
  }

  @Test func `a saved share is of characters that no key brought`() {
    var keys = KeyCount()
    #expect(keys.savedShare(ofCharacters: 0) == 0)
    keys.keys = 25
    #expect(keys.savedShare(ofCharacters: 100) == 0.75)
    #expect(keys.savedShare(ofCharacters: 10) == 0)
  }
}
