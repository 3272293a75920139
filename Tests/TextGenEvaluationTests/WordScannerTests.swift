import Testing
import TextGenEvaluation

struct WordScannerTests {
  /// Texts and their words, found by Python 3.11: matches of `\w+(?:[-'’]\w+)*` with a letter.
  static let golden: [(String, [Range<Int>])] = [
    ("", []),
    ("a", [0..<1]),
    ("  ", []),
    ("a casa, a rua", [0..<1, 2..<6, 8..<9, 10..<13]),
    ("guarda-chuva e dir-se-ia", [0..<12, 13..<14, 15..<24]),
    ("d'água d\u{2019}água 'tis rock'n'roll", [0..<6, 7..<13, 15..<18, 19..<30]),
    ("a--b a- -b a-'b", [0..<1, 3..<4, 5..<6, 9..<10, 11..<12, 14..<15]),
    ("9,5 R$ 10h30 1.234 3ª 1º", [4..<5, 7..<12, 19..<21, 22..<24]),
    ("_ __ _a a_ 1_2", [5..<7, 8..<10]),
    ("x² ½ ½l \u{216b} \u{217b}a \u{2460}", [0..<2, 5..<7, 10..<12]),
    ("e\u{301} n\u{303}o q\u{303} q\u{303}a", [0..<1, 3..<4, 5..<6, 7..<8, 10..<11, 12..<13]),
    ("não-não\u{2014}sim\u{2013}não\u{2011}x", [0..<7, 8..<11, 12..<15, 16..<17]),
    ("olá\u{d}\u{a}\u{9}fim\u{a0}já", [0..<3, 6..<9, 10..<12]),
    (
      "\u{1f44d} \u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467} a\u{1f44d}b \u{1f1e7}\u{1f1f7}br",
      [8..<9, 10..<11, 14..<16]
    ),
    ("\u{5e9}\u{5dc}\u{5d5}\u{5dd} \u{645}\u{631}", [0..<4, 5..<7]),
    (
      "\u{928}\u{92e}\u{938}\u{94d}\u{924}\u{947} \u{926}\u{941}\u{928}\u{93f}\u{92f}\u{93e}",
      [0..<3, 4..<5, 7..<8, 9..<10, 11..<12]
    ),
    ("\u{65e5}\u{672c}\u{8a9e} \u{3068} \u{4e2d}\u{6587}", [0..<3, 4..<5, 6..<8]),
    ("foo.bar@x-y.pt/z", [0..<3, 4..<7, 8..<11, 12..<14, 15..<16]),
    ("O'Neill's-", [0..<9]),
    ("\u{2019}a\u{2019} 'b' -c- ª", [1..<2, 5..<6, 9..<10, 12..<13]),
    (
      "\u{661}\u{662}\u{663} \u{663}a x\u{200d}y x\u{ad}y",
      [4..<6, 7..<8, 9..<10, 11..<12, 13..<14]
    ),
    ("a\u{0}b c\u{feff}d", [0..<1, 2..<3, 4..<5, 6..<7]),
    ("\u{fb01}m \u{1c5} \u{2b0} \u{ff9f}", [0..<2, 3..<4, 5..<6, 7..<8]),
  ]

  @Test(arguments: golden)
  func `words are those of Python's regular expression`(text: String, words: [Range<Int>]) {
    #expect(Array(WordScanner(Array(text.unicodeScalars))) == words)
  }

  @Test func `a long run of joiners is read once`() {
    let text =
      String(repeating: "a-", count: 20_000) + "--" + String(repeating: "-'", count: 20_000)
    #expect(Array(WordScanner(Array(text.unicodeScalars))) == [0..<39_999])
  }
}
