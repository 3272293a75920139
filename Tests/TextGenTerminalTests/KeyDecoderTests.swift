import Testing
import TextGenTyping

@testable import TextGenTerminal

struct KeyDecoderTests {
  private static let keys: [(bytes: String, key: Key)] = [
    ("ã", .text("ã")), ("\u{1B}[A", .move(.up)), ("😀", .text("😀")),
    ("\u{1B}[1;5C", .move(.wordRight)),
    ("\u{1B}[3~", .deleteForward), ("\r", .enter), ("\t", .tab), ("\u{7F}", .backspace),
    ("\u{1B}OH", .move(.lineStart)), ("\u{1B}[4~", .move(.lineEnd)), ("\u{1B}1", .alt("1")),
    ("\u{1A}", .control("z")), ("\u{1B}[200~um\r\ndois\u{1B}[A\u{1B}[201~", .paste("um\ndois[A")),
    ("\u{1B}[1;3D", .move(.wordLeft)), ("\u{1B}é", .alt("é")),
  ]

  @Test func `keys are the same wherever their bytes are cut`() {
    let bytes = Array(Self.keys.map(\.bytes).joined().utf8)
    let expected = Self.keys.map(\.key)
    var whole = KeyDecoder()
    #expect(whole.decode(bytes) == expected)
    for size in 1...7 {
      var decoder = KeyDecoder()
      var found: [Key] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        found += decoder.decode(Array(bytes[start..<min(start + size, bytes.count)]))
      }
      #expect(found == expected && !decoder.isWaiting)
    }
  }

  @Test func `an escape that nothing follows is a key`() {
    var decoder = KeyDecoder()
    #expect(decoder.decode([0x1B]).isEmpty && decoder.isWaiting)
    #expect(decoder.finish() == [.escape])
    #expect(decoder.decode([0x1B, 0x1B]) == [.escape])
    #expect(decoder.finish() == [.escape] && decoder.finish().isEmpty)
  }

  @Test func `bytes that are no text are passed over`() {
    var decoder = KeyDecoder()
    #expect(decoder.decode([0xFF, 0x61, 0xC3, 0x61, 0xE2, 0x28, 0x62]) == [.text("aa(b")])
    #expect(decoder.decode(Array("\u{1B}[".utf8) + Array(repeating: 0x30, count: 40)) == [])
    #expect(decoder.decode([0x61]) == [.text("a")])
  }
}
