import Testing

@testable import TextGenLanguageServer

struct MessageReaderTests {
  @Test func `messages are the same wherever their bytes are cut`() {
    let bodies = [Array("{}".utf8), Array("{\"a\":\"ção😀\"}".utf8), []]
    let bytes =
      bodies.flatMap { MessageReader.framed($0) }
      + Array("Content-Type: x\r\nCONTENT-LENGTH:  2\r\n\r\n{}".utf8)
    let expected = (bodies + [Array("{}".utf8)]).map { MessageReader.Found.body($0) }
    for size in [1, 2, 3, 5, 7, 64, bytes.count] {
      var reader = MessageReader()
      var found: [MessageReader.Found] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        found += reader.read(bytes[start..<min(start + size, bytes.count)])
      }
      #expect(found == expected, "\(size)")
    }
  }

  @Test func `a malformed header is passed over up to the next one`() {
    var reader = MessageReader()
    let rest = MessageReader.framed(Array("{}".utf8))
    #expect(
      reader.read(Array("Content-Length: x\r\n\r\n{\"a\":1}".utf8) + rest) == [
        .malformed, .body(Array("{}".utf8)),
      ])
    #expect(reader.read(Array("Nothing: 1\r\n\r\n".utf8)) == [.malformed])
    #expect(reader.read(rest) == [.body(Array("{}".utf8))])
    #expect(reader.read(Array(repeating: 0x61, count: 9000)) == [.malformed])
    #expect(reader.read(rest) == [.body(Array("{}".utf8))])
  }

  @Test func `a body that is too large is passed over`() {
    var reader = MessageReader()
    let count = MessageReader.limit + 1
    #expect(reader.read(Array("Content-Length: \(count)\r\n\r\n".utf8)) == [.tooLarge(count)])
    let block = Array(repeating: 0x20 as UInt8, count: 1 << 20)
    for _ in 0..<64 { #expect(reader.read(block).isEmpty) }
    let end = [0x20 as UInt8] + MessageReader.framed([0x7B, 0x7D])
    #expect(reader.read(end) == [.body([0x7B, 0x7D])])
  }
}
