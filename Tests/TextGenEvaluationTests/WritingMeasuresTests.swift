import Foundation
import Testing

@testable import TextGenEvaluation

struct WritingMeasuresTests {
  @Test func `distinct-n is different sequences by all, none across passages`() {
    let measures = WritingMeasures(Passages(["A casa, a casa a rua.", "a casa."]))
    #expect(measures.words == 8 && measures.characters == 28)
    // Pairs: a casa, casa a, a rua; triples: a casa a, casa a casa, casa a rua.
    #expect(measures.distinct == [1: 0.375, 2: 0.5, 3: 0.75, 4: 1])
  }

  @Test func `sequences longer than every passage are left out`() {
    #expect(WritingMeasures(Passages(["um dois.", "três."])).distinct == [1: 1, 2: 1])
    #expect(WritingMeasures(Passages(["1 2"])).distinct.isEmpty)
  }

  @Test func `lines and stanzas that may be cut are left out`() throws {
    let measures = WritingMeasures(
      Passages(["\nabc\na\n\n \t\nabcde\n\nab\nabc", "uma linha"]))
    // Lines of 3, 1, 5 and 2 code points; stanzas of 2 lines and of 1.
    let lines = try #require(measures.lineCharacters)
    #expect(lines.mean == 2.75 && lines.median == 2.5)
    let stanzas = try #require(measures.stanzaLines)
    #expect(stanzas.mean == 1.5 && stanzas.median == 1.5)
    let cut = WritingMeasures(Passages(["a\nb"]))
    #expect(cut.lineCharacters?.mean == 1 && cut.stanzaLines == nil)
    #expect(WritingMeasures(Passages(["a"])).lineCharacters == nil)
  }

  @Test func `the median of an odd number is the middle one`() throws {
    let lengths = try #require(Lengths([9, 1, 2]))
    #expect(lengths.mean == 4 && lengths.median == 2)
  }

  @Test func `a dictionary judges words as often as they stand there`() {
    let passages = Passages(["casa csa casa.", "Csa csa."])
    var measures = WritingMeasures(passages)
    measures.add(spellings: passages.spellings, rejected: ["csa", "rua"])
    #expect(measures.wordsInDictionary == 0.6)
    measures = WritingMeasures(Passages([]))
    measures.add(spellings: [:], rejected: [])
    #expect(measures.wordsInDictionary == nil)
  }

  @Test func `JSON has snake-case keys, and what was not measured is left out`() throws {
    let passages = Passages(["a casa\n\n"])
    var measures = WritingMeasures(passages)
    let keys = try Set(object(measures).keys)
    #expect(keys == ["characters", "words", "distinct", "line_characters", "stanza_lines"])
    measures.add(TrainingText(["a"]).comparisons(with: [passages])[0])
    measures.add(spellings: passages.spellings, rejected: [])
    let object = try object(measures)
    #expect(object["words_in_training"] as? Double == 0.5)
    #expect(object["words_in_dictionary"] as? Double == 1)
    #expect(object["new_eight_grams"] == nil)
    let copy = try #require(object["longest_copy"] as? [String: Any])
    #expect(copy["characters"] as? Int == 1 && copy["text"] as? String == "a")
    #expect(object["distinct"] as? [String: Double] == ["1": 1, "2": 1])
    #expect(object["line_characters"] as? [String: Double] == ["mean": 6, "median": 6])
  }

  private func object(_ measures: WritingMeasures) throws -> [String: Any] {
    let data = try JSONEncoder().encode(measures)
    return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }
}
