import TextGenTokenization

extension FileFormat: Translated {
  var english: String { rawValue }

  /// The format's name, with its article.
  var portuguese: String {
    switch self {
    case .pdf: "um PDF"
    case .postScript: "um arquivo PostScript"
    case .richText: "um documento Rich Text (RTF)"
    case .oldOffice: "um documento antigo do Office, como DOC"
    case .kindle: "um livro Kindle (MOBI)"
    case .epub: "um livro EPUB"
    case .openDocument: "um arquivo OpenDocument (ODT)"
    case .word: "um documento do Word (DOCX)"
    case .excel: "uma planilha do Excel (XLSX)"
    case .powerPoint: "um arquivo do PowerPoint (PPTX)"
    case .zip: "um arquivo ZIP"
    case .gzip: "um arquivo gzip"
    case .bzip2: "um arquivo bzip2"
    case .xz: "um arquivo xz"
    case .zstandard: "um arquivo Zstandard"
    case .sevenZip: "um arquivo 7z"
    case .rar: "um arquivo RAR"
    case .tar: "um arquivo tar"
    case .png: "uma imagem PNG"
    case .jpeg: "uma imagem JPEG"
    case .gif: "uma imagem GIF"
    case .tiff: "uma imagem TIFF"
    case .webP: "uma imagem WebP"
    case .wav: "uma gravação WAV"
    case .ogg: "uma gravação Ogg"
    case .flac: "uma gravação FLAC"
    case .mp3: "uma gravação MP3"
    case .mp4: "um filme ou uma gravação MP4"
    case .elf: "um programa (ELF)"
    case .machO: "um programa (Mach-O)"
    case .sqlite: "um banco de dados SQLite"
    case .safetensors: "um arquivo safetensors, como um modelo"
    }
  }
}

extension FileFormat.Remedy: Translated {
  var english: String { rawValue }

  var portuguese: String {
    switch self {
    case .save: "guarde-o como texto simples (UTF-8)"
    case .unpack: "descompacte-o e indique os arquivos de texto que há nele"
    case .replace: "indique um arquivo de texto"
    }
  }
}
