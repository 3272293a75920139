import Testing

@testable import TextGenTerminal

struct TextLayoutTests {
  private func rows(_ text: String, columns: Int, cursor: Int = 0) -> [String] {
    let characters = Array(text)
    let layout = TextLayout(characters, from: 0, cursor: cursor, columns: columns, count: 100)
    return layout.rows.map { String(characters[$0.start..<$0.end]) }
  }

  @Test func `rows break between words, and long words anywhere`() {
    #expect(rows("um dois três", columns: 9) == ["um dois ", "três"])
    #expect(rows("abcdefghij", columns: 5) == ["abcd", "efgh", "ij"])
    #expect(rows("um\n\ndois\n", columns: 9) == ["um", "", "dois", ""])
    #expect(rows("日本語", columns: 4) == ["日", "本", "語"])
    #expect(rows("", columns: 9) == [""])
  }

  @Test func `the cursor is in the row that its character begins or would`() {
    let characters = Array("um dois três")
    func cursor(_ place: Int) -> [Int] {
      let layout = TextLayout(characters, from: 0, cursor: place, columns: 9, count: 3)
      return [layout.cursor.row, layout.cursor.column]
    }
    #expect(
      cursor(0) == [0, 0] && cursor(7) == [0, 7] && cursor(8) == [1, 0] && cursor(12) == [1, 4])
    let wide = TextLayout(Array("e😀x"), from: 0, cursor: 2, columns: 9, count: 3)
    #expect(wide.cursor == (0, 3))
  }

  @Test func `a view shows the cursor and stays while it can`() {
    let characters = Array((0..<100).map { "linha \($0)" }.joined(separator: "\n"))
    let end = TextLayout.start(
      characters, cursor: characters.count, earlier: 0, columns: 20, count: 10)
    let layout = TextLayout(characters, from: end, cursor: characters.count, columns: 20, count: 10)
    #expect(layout.cursor.row < 10)
    #expect(
      TextLayout.start(
        characters, cursor: characters.count - 9, earlier: end, columns: 20, count: 10)
        == end)
    #expect(TextLayout.start(characters, cursor: 0, earlier: end, columns: 20, count: 10) == 0)
    let long = Array(repeating: Character("a"), count: 100_000)
    let start = TextLayout.start(long, cursor: 99_000, earlier: 0, columns: 40, count: 10)
    #expect(start <= 99_000 && 99_000 - start < 400)
  }
}
