import Testing
import TextGenTokenization

struct TextNormalizerTests {
  @Test func `normal text stays as it is`() {
    let text = "Ação — “água”\n\0\u{7}fim\n"
    let normalized = TextNormalizer.normalize(text)
    #expect(normalized.text.utf8.elementsEqual(text.utf8))
    #expect(normalized.changes.isEmpty)
  }

  @Test(arguments: [
    ("a\r\nb\rc\n", "a\nb\nc\n", 2), ("\r\r\n\n", "\n\n\n", 2), ("\r", "\n", 1), ("\r\n", "\n", 1),
  ])
  func `line ends become line feeds and are counted`(text: String, expected: String, count: Int) {
    let normalized = TextNormalizer.normalize(text)
    #expect(normalized.text.utf8.elementsEqual(expected.utf8))
    #expect(normalized.changes.lineEnds == count)
  }

  @Test func `a byte order mark is dropped at the start only`() {
    let normalized = TextNormalizer.normalize("\u{FEFF}a\u{FEFF}b")
    #expect(normalized.text.utf8.elementsEqual("a\u{FEFF}b".utf8))
    #expect(normalized.changes.byteOrderMarks == 1)
    #expect(TextNormalizer.normalize("\u{FEFF}\u{FEFF}").text.utf8.elementsEqual("\u{FEFF}".utf8))
  }

  @Test func `decomposed letters are composed and counted`() {
    let normalized = TextNormalizer.normalize("ac\u{327}a\u{303}o e\u{301} é \u{212B}")
    #expect(normalized.text.utf8.elementsEqual("ação é é Å".utf8))
    #expect(normalized.changes.composedSequences == 4)
  }

  @Test func `thousands of marks in the wrong order are put in order`() {
    let count = 5_000
    let text = "a" + String(repeating: "\u{301}\u{323}", count: count) + "e\u{301}"
    let expected =
      "\u{1EA1}" + String(repeating: "\u{323}", count: count - 1)
      + String(repeating: "\u{301}", count: count) + "é"
    let normalized = TextNormalizer.normalize(text)
    #expect(normalized.text.utf8.elementsEqual(expected.utf8))
    #expect(normalized.changes.composedSequences == 2)
  }

  @Test func `normalising twice changes nothing`() {
    var random = RandomText(seed: 5)
    for _ in 0..<1_000 {
      let once = TextNormalizer.normalize(random.next(upTo: 10)).text
      // A second mark at the start would be a new first one.
      guard !once.unicodeScalars.starts(with: ["\u{FEFF}"]) else { continue }
      #expect(TextNormalizer.normalize(once).changes.isEmpty, "\(once.debugDescription)")
    }
  }
}
