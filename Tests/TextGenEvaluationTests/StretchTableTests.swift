import Testing
import TextGenTestSupport

@testable import TextGenEvaluation

struct StretchTableTests {
  /// Texts of a few letters, so that many stretches are equal.
  private func texts(
    _ count: Int, upTo length: Int, letters: Int, using generator: inout SeededGenerator
  ) -> [[Unicode.Scalar]] {
    (0..<count).map { _ in
      (0..<Int.random(in: 0...length, using: &generator)).map { _ in
        Unicode.Scalar(UInt8(97 + Int.random(in: 0..<letters, using: &generator)))
      }
    }
  }

  private func stretches(_ text: [Unicode.Scalar], _ length: Int) -> [[Unicode.Scalar]] {
    text.count < length ? [] : (0...text.count - length).map { Array(text[$0..<$0 + length]) }
  }

  @Test(arguments: 1...8, [2, 5])
  func `shared stretches are those of a comparison of all with all`(length: Int, letters: Int) {
    var generator = SeededGenerator(seed: UInt64(10 * length + letters))
    for _ in 0..<30 {
      let few = texts(3, upTo: 40, letters: letters, using: &generator)
      let long = texts(1, upTo: 200, letters: letters, using: &generator)[0]
      let table = StretchTable(few, length: length)
      var found: Set<Int> = []
      table.forEachShared(with: long) { number, offset in
        let place = table.places[number]
        #expect(few[place.text][place.offset...].starts(with: long[offset..<offset + length]))
        found.insert(number)
        return true
      }
      let known = Set(stretches(long, length))
      let all = few.flatMap { stretches($0, length) }
      #expect(table.places.count == Set(all).count)
      #expect(table.numbers.map(found.contains) == all.map(known.contains))
    }
  }

  @Test(arguments: [2, 4])
  func `the longest copy is that of a comparison of all with all`(letters: Int) {
    var generator = SeededGenerator(seed: UInt64(letters))
    for _ in 0..<60 {
      let few = texts(3, upTo: 60, letters: letters, using: &generator)
      let long = texts(1, upTo: 300, letters: letters, using: &generator)[0]
      let span = CopiedSpan(longestOf: Passages(few.map { String($0[...]) }), in: long)
      let longest = (0...60).last { length in
        let known = Set(stretches(long, length))
        return few.contains { stretches($0, length).contains(where: known.contains) }
      }
      #expect(span.characters == longest ?? 0)
      let copied = Array(span.text.unicodeScalars)
      #expect(copied.count == span.characters)
      for texts in [few, [long]] {
        #expect(texts.contains { stretches($0, copied.count).contains(copied) } || copied.isEmpty)
      }
    }
  }

  @Test func `stretches of equal hash are told apart`() {
    // The Thue-Morse word and its complement have equal polynomial hashes modulo 2^64.
    var word: [Unicode.Scalar] = ["a"]
    while word.count < 4_096 { word += word.map { $0 == "a" ? "b" : "a" } }
    let complement = word.map { $0 == "a" ? "b" : "a" as Unicode.Scalar }
    let table = StretchTable([word, complement], length: word.count)
    #expect(table.numbers == [0, 1])
    var found: [Int] = []
    table.forEachShared(with: complement) { number, _ in
      found.append(number)
      return true
    }
    #expect(found == [1])
  }

  @Test func `the reading ends when it is told to`() {
    let table = StretchTable([["a"] as [Unicode.Scalar]], length: 1)
    var count = 0
    table.forEachShared(with: ["a", "a", "a"]) { _, offset in
      count += 1
      return offset < 1
    }
    #expect(count == 2)
  }
}
