import Foundation
import Testing
import TextGenTestSupport

@testable import TextGenTokenization

struct FileFormatTests {
  private static let prose = "Não há texto sem palavras, nem palavras sem letras.\n"

  private func refusal(_ bytes: [UInt8], encoding: String? = nil) -> String? {
    do {
      _ = try TextFile(name: "x", bytes: bytes, encoding: encoding)
      return nil
    } catch {
      return "\(error)"
    }
  }

  /// What begins a file, and what it is called.
  private static let formats: [([UInt8], String)] = [
    (Array("%PDF-1.7\n".utf8), "a PDF"),
    (Array("{\\rtf1\\ansi".utf8), "a Rich Text document (RTF)"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Office document, such as DOC"),
    (zip("word/document.xml"), "a Word document (DOCX)"),
    (zip("xl/workbook.xml"), "an Excel workbook (XLSX)"),
    (zip("mimetypeapplication/vnd.oasis.opendocument.text"), "an OpenDocument file (ODT)"),
    (zip("mimetypeapplication/epub+zip"), "an EPUB book"), (zip("fotos/a.jpg"), "a ZIP archive"),
    ([0x1F, 0x8B, 0x08, 0x00], "a gzip archive"),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG picture"),
    ([0xFF, 0xD8, 0xFF, 0xE0], "a JPEG picture"), (Array("GIF89a".utf8), "a GIF picture"),
    ([0x7F, 0x45, 0x4C, 0x46, 2], "a program (ELF)"),
    (Array("SQLite format 3\u{0}".utf8), "an SQLite database"),
    ([0x40, 1, 0, 0, 0, 0, 0, 0] + Array("{\"a\":".utf8), "a safetensors file, such as a model"),
  ]

  private static func zip(_ part: String) -> [UInt8] {
    [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 26) + Array(part.utf8)
  }

  @Test(arguments: formats, [nil, "windows-1252", "utf-8-lossy", "UTF-16"])
  func `what is no text is called by its name, whatever the encoding`(
    _ format: ([UInt8], String), _ encoding: String?
  ) throws {
    let sentence = try #require(refusal(format.0, encoding: encoding))
    #expect(sentence.hasPrefix("x is \(format.1), not plain text; "))
  }

  @Test(arguments: [nil, "windows-1252", "utf-8-lossy"])
  func `random bytes and NUL are no text`(_ encoding: String?) throws {
    var generator = SeededGenerator(seed: 5)
    let random = (0..<4_000).map { _ in UInt8.random(in: 0...255, using: &generator) }
    for bytes in [random, [UInt8](repeating: 0, count: 5_000)] {
      let sentence = try #require(refusal(bytes, encoding: encoding))
      #expect(sentence.contains("of it are control characters, such as NUL; name a text file"))
    }
  }

  @Test(arguments: [
    "PK é uma sigla.\n", "ID3 e GIF89", "RIFF", "A linha [1m em negrito [0m.\n", "a\u{0}b\u{1}",
    "% PDF\n", "1 < 2 e 3 > 2 </3 " + prose,
  ])
  func `text stays text`(_ text: String) throws {
    let bytes = Array(text.utf8)
    #expect(try TextFile(name: "x", bytes: bytes).bytes == bytes)
    #expect(try TextFile(name: "x", bytes: bytes).warnings.isEmpty)
  }

  @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
  func `UTF-16 without a mark is named, also where it is valid UTF-8`(
    _ encoding: String.Encoding
  ) throws {
    let name = encoding == .utf16LittleEndian ? "UTF-16LE" : "UTF-16BE"
    for text in [Self.prose, "So letras simples nesta linha.\n"] {
      let data = try #require(text.data(using: encoding))
      #expect(refusal(Array(data)) == "x looks like \(name)")
      #expect(refusal(Array(data), encoding: name) == nil)
    }
  }

  @Test func `UTF-16 with a mark keeps its sentence`() throws {
    let data = try #require(Self.prose.data(using: .utf16))
    #expect(
      refusal(Array(data))
        == "x is not UTF-8: byte 0xFF at offset 0; it looks like UTF-16LE"
    )
  }

  @Test(arguments: [
    "<!DOCTYPE html>\n<title>Um</title>", "\u{FEFF}  <HTML lang=pt>", "<?xml version='1.0'?><TEI>",
    String(repeating: "<p>\(prose)</p>\n", count: 5),
  ])
  func `markup is read, with a warning`(_ text: String) throws {
    let file = try TextFile(name: "x", bytes: Array(text.utf8))
    #expect(file.warnings == [.markup(file: "x")])
  }
}
