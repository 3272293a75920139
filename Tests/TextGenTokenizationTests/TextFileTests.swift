import Foundation
import Testing

@testable import TextGenTokenization

struct TextFileTests {
  private func file(_ bytes: [UInt8], encoding: String? = nil) throws(TextFileError) -> TextFile {
    try TextFile(name: "x.txt", bytes: bytes, encoding: encoding)
  }

  private static let prose = """
    A opinião das crianças não é uma questão de educação: às vezes é só imaginação, coração e
    paciência. Ninguém lhes pediu que fossem sábias; é bom que não o sejam tão cedo.

    """

  /// `text` in a charset of one byte a character.
  private func latin1(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }

  /// UTF-8 that was read as `charset` and saved again.
  private func misread(_ text: String, as charset: String) throws -> [UInt8] {
    guard let converter = CharsetConverter(charset) else {
      throw TextFileError.unknownEncoding(file: "x.txt", encoding: charset)
    }
    return converter.utf8(from: Array(text.utf8)).utf8
  }

  @Test(
    arguments: [
      ([0x61, 0x80], 1), ([0x61, 0xC3], 1), ([0xC0, 0xAF], 0), ([0x61, 0x62, 0xED, 0xA0, 0x80], 2),
      ([0xF5, 0x80, 0x80, 0x80], 0), ([0xE2, 0x82], 0), ([0xC3, 0xA3, 0xFF], 2),
    ] as [([UInt8], Int)])
  func `invalid bytes are refused with the offset of the first`(bytes: [UInt8], offset: Int) {
    #expect {
      try file(bytes)
    } throws: {
      guard case .notUTF8("x.txt", bytes[offset], offset, _) = $0 as? TextFileError else {
        return false
      }
      return "\($0)".contains("offset \(offset)")
    }
  }

  @Test func `a text in Latin-1 is refused with its likely encoding and read with it`() throws {
    let bytes = latin1(Self.prose)
    let offset = try #require(bytes.firstIndex { $0 >= 0x80 })
    #expect {
      try file(bytes)
    } throws: {
      "\($0)" == "x.txt is not UTF-8: byte 0xE3 at offset \(offset); it looks like windows-1252"
    }
    #expect(try file(bytes, encoding: "windows-1252").text == Self.prose)
    #expect(try file(bytes, encoding: "latin1").text == Self.prose)
  }

  @Test func `a text that is UTF-8 but for one byte is said to be`() {
    #expect {
      try file(Array((Self.prose + Self.prose).utf8) + [0xFF] + Array(Self.prose.utf8))
    } throws: {
      "\($0)".hasSuffix(", though most of it is")
    }
  }

  @Test func `UTF-16 is recognised and read`() throws {
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in Self.prose.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect {
      try file(bytes)
    } throws: { "\($0)".hasSuffix("; it looks like UTF-16LE") }
    #expect(TextNormalizer.normalize(try file(bytes, encoding: "UTF-16").text).text == Self.prose)
  }

  @Test func `a long text is converted across the ends of buffers`() throws {
    let text = String(repeating: Self.prose, count: 400)
    #expect(try file(latin1(text), encoding: "windows-1252").text == text)
  }

  @Test func `replaced bytes are counted`() throws {
    let lossy = try file([0x61, 0xFF, 0x62, 0xC3], encoding: "utf-8-lossy")
    #expect(lossy.text == "a\u{FFFD}b\u{FFFD}")
    #expect(lossy.warnings == [.replaced(file: "x.txt", encoding: "utf-8", count: 2)])
  }

  @Test func `surrogates without a partner are replaced and counted`() throws {
    let broken = try file(Array("a+2AA-b".utf8), encoding: "utf-7")
    #expect(broken.text == "a\u{FFFD}b")
    #expect(broken.warnings == [.replaced(file: "x.txt", encoding: "utf-7", count: 1)])
    let emoji = String(repeating: "👍", count: 20_000)
    var bytes: [UInt8] = [0x61, 0]
    for unit in emoji.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(try file(bytes, encoding: "utf-16le").text == "a" + emoji)
  }

  @Test func `an unknown encoding is refused`() {
    for encoding in ["klingon", "", "utf-8-via-klingon", "utf-8-via-", "utf-8-via-utf-16"] {
      #expect(throws: TextFileError.self) { try file([0x61], encoding: encoding) }
    }
  }

  @Test(arguments: ["macintosh", "windows-1252"])
  func `UTF-8 that was encoded twice is recognised and repaired`(charset: String) throws {
    let bytes = try misread(Self.prose, as: charset)
    let damaged = try file(bytes)
    #expect(damaged.text != Self.prose)
    let warning = try #require(damaged.warnings.first)
    #expect(warning.description.contains("looks like UTF-8 that was read as \(charset) ("))
    #expect(TextFile.repairPrefix == "utf-8-via-")
    let repaired = try file(bytes, encoding: "utf-8-via-\(charset)")
    #expect(repaired.text == Self.prose)
    #expect(repaired.warnings.isEmpty)
  }

  @Test func `right characters stay when a text is repaired`() throws {
    let bytes = try misread("coração", as: "macintosh") + Array(" é ção".utf8)
    let repaired = try file(bytes, encoding: "utf-8-via-macintosh")
    #expect(repaired.text == "coração é ção")
    #expect(repaired.warnings == [.notRepaired(file: "x.txt", charset: "macintosh", count: 3)])
  }

  @Test func `sound Portuguese gives no warning`() throws {
    #expect(try file(Array((Self.prose + "IRMÃ… NÃO “MAÇÔ Ã»").utf8)).warnings.isEmpty)
  }

  @Test func `missing files, folders and devices are refused by name`() throws {
    let missing = FileManager.default.temporaryDirectory.path + "/no such file"
    #expect(throws: TextFileError.missing(file: missing)) { try TextFile(contentsOf: missing) }
    let folder = FileManager.default.temporaryDirectory.path
    #expect(throws: TextFileError.isFolder(file: folder)) { try TextFile(contentsOf: folder) }
    #expect(throws: TextFileError.self) { try TextFile(contentsOf: "/dev/zero") }
    #expect(throws: TextFileError.self) { try TextFile(contentsOf: "a\0b") }
    #expect(try TextFile(contentsOf: "/dev/null").byteCount == 0)
  }

  @Test func `a pipe is read to its end`() throws {
    let pipe = Pipe()
    let path = "/proc/self/fd/\(pipe.fileHandleForReading.fileDescriptor)"
    let text = String(repeating: "linha\n", count: 1_000)
    try pipe.fileHandleForWriting.write(contentsOf: Data(text.utf8))
    try pipe.fileHandleForWriting.close()
    #expect(try TextFile(contentsOf: path).text == text)
  }

  @Test func `a named pipe is read when somebody writes, and refused when nobody does`() throws {
    let path = FileManager.default.temporaryDirectory.path + "/pipe-\(UUID().uuidString)"
    #expect(mkfifo(path, 0o600) == 0)
    defer { try? FileManager.default.removeItem(atPath: path) }
    let text = String(repeating: "linha\n", count: 100_000)
    Thread.detachNewThread { try? text.write(toFile: path, atomically: false, encoding: .utf8) }
    #expect(try TextFile(contentsOf: path).text == text)
    #expect {
      try TextFile(contentsOf: path)
    } throws: {
      "\($0)".contains("start what writes into it first")
    }
  }
}
