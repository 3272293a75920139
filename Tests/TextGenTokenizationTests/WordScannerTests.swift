import Testing

@testable import TextGenTokenization

struct WordScannerTests {
  private func cuts(_ text: [UInt8], plain: Bool) -> [String] {
    var scanner = WordScanner()
    if plain { scanner.scan(text) } else { scanner.appendByICU(text, text.indices) }
    return scanner.segments.map {
      "\($0.kind) " + String(decoding: text[$0.range], as: UTF8.self).debugDescription
    }
  }

  @Test func `the plain path cuts as ICU does`() {
    var random = RandomText(seed: 6)
    for _ in 0..<3_000 {
      let text = Array(TextNormalizer.normalize(random.next(upTo: 12)).text.utf8)
      let (plain, icu) = (cuts(text, plain: true), cuts(text, plain: false))
      #expect(plain == icu)
    }
  }

  @Test func `the plain path cuts as ICU does beside every sign`() {
    let signs = (0x20...0x7E).map { String(UnicodeScalar(UInt8($0))) } + ["\n", "×", "ã", "—", "1"]
    for first in signs {
      for second in signs {
        let text = Array("ação\(first)\(second)um\(first) \(second)9\(second)".utf8)
        let (plain, icu) = (cuts(text, plain: true), cuts(text, plain: false))
        #expect(plain == icu)
      }
    }
  }
}
