/// A format that is not plain text, recognised by its first bytes.
struct FileFormat: Sendable, Hashable {
  /// With its article, such as "a PDF".
  let name: String
  /// What to do about it.
  let remedy: String

  /// The format of a file with these bytes; nil where they may be text.
  init?(of bytes: [UInt8]) {
    if bytes.starts(with: Self.zip) {
      self = Self.zipFormat(bytes)
    } else if let match = Self.signatures.first(where: { $0.matches(bytes) }) {
      self = match.format
    } else {
      return nil
    }
  }

  private init(_ name: String, _ kind: Kind) {
    self.name = name
    remedy = kind.rawValue
  }

  /// What is in the file, by what a person can do about it.
  private enum Kind: String {
    case document = "save it as plain text (UTF-8)"
    case archive = "unpack it and name the text files in it"
    case other = "name a text file"
  }

  private struct Signature {
    let format: FileFormat
    let offset: Int
    let bytes: [UInt8]

    init(_ name: String, _ kind: Kind, _ bytes: [UInt8], at offset: Int = 0) {
      format = FileFormat(name, kind)
      (self.bytes, self.offset) = (bytes, offset)
    }

    init(_ name: String, _ kind: Kind, _ text: String, at offset: Int = 0) {
      self.init(name, kind, Array(text.utf8), at: offset)
    }

    func matches(_ file: [UInt8]) -> Bool {
      file.count >= offset + bytes.count && file[offset...].starts(with: bytes)
    }
  }

  private static let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

  /// Office documents and books are ZIP archives; they name their parts at the beginning or the end.
  private static func zipFormat(_ bytes: [UInt8]) -> FileFormat {
    let ends = Array(bytes.prefix(1 << 16)) + Array(bytes.suffix(1 << 16))
    let parts = String(decoding: ends, as: UTF8.self).utf8
    for (mark, name) in [
      ("application/epub+zip", "an EPUB book"),
      ("application/vnd.oasis.opendocument", "an OpenDocument file (ODT)"),
      ("word/", "a Word document (DOCX)"), ("xl/", "an Excel workbook (XLSX)"),
      ("ppt/", "a PowerPoint file (PPTX)"),
    ] where contains(parts, mark) {
      return FileFormat(name, .document)
    }
    return FileFormat("a ZIP archive", .archive)
  }

  private static func contains(_ text: String.UTF8View, _ mark: String) -> Bool {
    let (text, mark) = (Array(text), Array(mark.utf8))
    guard text.count >= mark.count else { return false }
    return (0...text.count - mark.count).contains { start in
      text[start] == mark[0] && text[start...].starts(with: mark)
    }
  }

  private static let signatures = [
    Signature("a PDF", .document, "%PDF-"),
    Signature("a PostScript file", .document, "%!PS-Adobe"),
    Signature("a Rich Text document (RTF)", .document, "{\\rtf"),
    Signature(
      "an old Office document, such as DOC", .document,
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
    Signature("a Kindle book (MOBI)", .document, "BOOKMOBI", at: 60),
    Signature("a gzip archive", .archive, [0x1F, 0x8B, 0x08]),
    Signature("a bzip2 archive", .archive, [0x31, 0x41, 0x59, 0x26, 0x53, 0x59], at: 4),
    Signature("an xz archive", .archive, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]),
    Signature("a Zstandard archive", .archive, [0x28, 0xB5, 0x2F, 0xFD]),
    Signature("a 7z archive", .archive, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
    Signature("a RAR archive", .archive, "Rar!\u{1A}\u{7}"),
    Signature("a tar archive", .archive, "ustar", at: 257),
    Signature("a PNG picture", .other, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
    Signature("a JPEG picture", .other, [0xFF, 0xD8, 0xFF]),
    Signature("a GIF picture", .other, "GIF87a"), Signature("a GIF picture", .other, "GIF89a"),
    Signature("a TIFF picture", .other, [0x49, 0x49, 0x2A, 0x00]),
    Signature("a TIFF picture", .other, [0x4D, 0x4D, 0x00, 0x2A]),
    Signature("a WebP picture", .other, "WEBP", at: 8),
    Signature("a WAV recording", .other, "WAVEfmt ", at: 8),
    Signature("an Ogg recording", .other, "OggS\u{0}"),
    Signature("a FLAC recording", .other, "fLaC\u{0}"),
    Signature("an MP3 recording", .other, "ID3\u{3}"),
    Signature("an MP3 recording", .other, "ID3\u{4}"),
    Signature("an MP4 film or recording", .other, "ftyp", at: 4),
    Signature("a program (ELF)", .other, [0x7F, 0x45, 0x4C, 0x46]),
    Signature("a program (Mach-O)", .other, [0xCF, 0xFA, 0xED, 0xFE]),
    Signature("an SQLite database", .other, "SQLite format 3\u{0}"),
    // The length of the header, then the header.
    Signature("a safetensors file, such as a model", .other, [0, 0, 0, 0x7B, 0x22], at: 5),
  ]
}
