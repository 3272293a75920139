/// A format that is not plain text, recognised by its first bytes; the raw value names it, with its article.
package enum FileFormat: String, Sendable, Hashable, CaseIterable {
  case pdf = "a PDF"
  case postScript = "a PostScript file"
  case richText = "a Rich Text document (RTF)"
  case oldOffice = "an old Office document, such as DOC"
  case kindle = "a Kindle book (MOBI)"
  case epub = "an EPUB book"
  case openDocument = "an OpenDocument file (ODT)"
  case word = "a Word document (DOCX)"
  case excel = "an Excel workbook (XLSX)"
  case powerPoint = "a PowerPoint file (PPTX)"
  case zip = "a ZIP archive"
  case gzip = "a gzip archive"
  case bzip2 = "a bzip2 archive"
  case xz = "an xz archive"
  case zstandard = "a Zstandard archive"
  case sevenZip = "a 7z archive"
  case rar = "a RAR archive"
  case tar = "a tar archive"
  case png = "a PNG picture"
  case jpeg = "a JPEG picture"
  case gif = "a GIF picture"
  case tiff = "a TIFF picture"
  case webP = "a WebP picture"
  case wav = "a WAV recording"
  case ogg = "an Ogg recording"
  case flac = "a FLAC recording"
  case mp3 = "an MP3 recording"
  case mp4 = "an MP4 film or recording"
  case elf = "a program (ELF)"
  case machO = "a program (Mach-O)"
  case sqlite = "an SQLite database"
  case safetensors = "a safetensors file, such as a model"

  /// What a person can do about such a file.
  package enum Remedy: String, Sendable {
    case save = "save it as plain text (UTF-8)"
    case unpack = "unpack it and name the text files in it"
    case replace = "name a text file"
  }

  /// What can be done about a file of the format.
  package var remedy: Remedy {
    switch self {
    case .pdf, .postScript, .richText, .oldOffice, .kindle, .epub, .openDocument, .word, .excel,
      .powerPoint:
      .save
    case .zip, .gzip, .bzip2, .xz, .zstandard, .sevenZip, .rar, .tar: .unpack
    case .png, .jpeg, .gif, .tiff, .webP, .wav, .ogg, .flac, .mp3, .mp4, .elf, .machO, .sqlite,
      .safetensors:
      .replace
    }
  }
}

extension FileFormat {
  /// The format of a file with these bytes; nil where they may be text.
  init?(of bytes: [UInt8]) {
    if bytes.starts(with: Self.zipSignature) {
      self = Self.zipFormat(bytes)
    } else if let match = Self.signatures.first(where: { $0.matches(bytes) }) {
      self = match.format
    } else {
      return nil
    }
  }

  private struct Signature {
    let format: FileFormat
    let offset: Int
    let bytes: [UInt8]

    init(_ format: FileFormat, _ bytes: [UInt8], at offset: Int = 0) {
      (self.format, self.bytes, self.offset) = (format, bytes, offset)
    }

    init(_ format: FileFormat, _ text: String, at offset: Int = 0) {
      self.init(format, Array(text.utf8), at: offset)
    }

    func matches(_ file: [UInt8]) -> Bool {
      file.count >= offset + bytes.count && file[offset...].starts(with: bytes)
    }
  }

  private static let zipSignature: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

  /// Office documents and books are ZIP archives; they name their parts at the beginning or the end.
  private static func zipFormat(_ bytes: [UInt8]) -> FileFormat {
    let ends = Array(bytes.prefix(1 << 16)) + Array(bytes.suffix(1 << 16))
    let parts = String(decoding: ends, as: UTF8.self).utf8
    let marks: [(String, FileFormat)] = [
      ("application/epub+zip", .epub), ("application/vnd.oasis.opendocument", .openDocument),
      ("word/", .word), ("xl/", .excel), ("ppt/", .powerPoint),
    ]
    return marks.first { contains(parts, $0.0) }?.1 ?? .zip
  }

  private static func contains(_ text: String.UTF8View, _ mark: String) -> Bool {
    let (text, mark) = (Array(text), Array(mark.utf8))
    guard text.count >= mark.count else { return false }
    return (0...text.count - mark.count).contains { start in
      text[start] == mark[0] && text[start...].starts(with: mark)
    }
  }

  private static let signatures = [
    Signature(.pdf, "%PDF-"),
    Signature(.postScript, "%!PS-Adobe"),
    Signature(.richText, "{\\rtf"),
    Signature(
      .oldOffice,
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
    Signature(.kindle, "BOOKMOBI", at: 60),
    Signature(.gzip, [0x1F, 0x8B, 0x08]),
    Signature(.bzip2, [0x31, 0x41, 0x59, 0x26, 0x53, 0x59], at: 4),
    Signature(.xz, [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00]),
    Signature(.zstandard, [0x28, 0xB5, 0x2F, 0xFD]),
    Signature(.sevenZip, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
    Signature(.rar, "Rar!\u{1A}\u{7}"),
    Signature(.tar, "ustar", at: 257),
    Signature(.png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
    Signature(.jpeg, [0xFF, 0xD8, 0xFF]),
    Signature(.gif, "GIF87a"), Signature(.gif, "GIF89a"),
    Signature(.tiff, [0x49, 0x49, 0x2A, 0x00]),
    Signature(.tiff, [0x4D, 0x4D, 0x00, 0x2A]),
    Signature(.webP, "WEBP", at: 8),
    Signature(.wav, "WAVEfmt ", at: 8),
    Signature(.ogg, "OggS\u{0}"),
    Signature(.flac, "fLaC\u{0}"),
    Signature(.mp3, "ID3\u{3}"),
    Signature(.mp3, "ID3\u{4}"),
    Signature(.mp4, "ftyp", at: 4),
    Signature(.elf, [0x7F, 0x45, 0x4C, 0x46]),
    Signature(.machO, [0xCF, 0xFA, 0xED, 0xFE]),
    Signature(.sqlite, "SQLite format 3\u{0}"),
    // The length of the header, then the header.
    Signature(.safetensors, [0, 0, 0, 0x7B, 0x22], at: 5),
  ]
}
