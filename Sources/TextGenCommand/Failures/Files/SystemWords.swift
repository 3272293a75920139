import Glibc

/// What the operating system says of failures; the library of the system knows it in English as long as
/// nobody asks it for another language.
enum SystemWords: CaseIterable, Translated {
  case missing, denied, notPermitted, fullDisk, readOnly, notAFolder, isFolder, exists
  case inputOutput, manyFiles, manyFilesInSystem, manyLinks, longName, quota, largeFile, memory
  case closed, busy, noLocks, notSupported, noDevice, noProgram

  /// The number of the error.
  var code: Int32 {
    switch self {
    case .missing: ENOENT
    case .denied: EACCES
    case .notPermitted: EPERM
    case .fullDisk: ENOSPC
    case .readOnly: EROFS
    case .notAFolder: ENOTDIR
    case .isFolder: EISDIR
    case .exists: EEXIST
    case .inputOutput: EIO
    case .manyFiles: EMFILE
    case .manyFilesInSystem: ENFILE
    case .manyLinks: ELOOP
    case .longName: ENAMETOOLONG
    case .quota: EDQUOT
    case .largeFile: EFBIG
    case .memory: ENOMEM
    case .closed: EBADF
    case .busy: EBUSY
    case .noLocks: ENOLCK
    case .notSupported: EOPNOTSUPP
    case .noDevice: ENXIO
    case .noProgram: ENOEXEC
    }
  }

  /// As the system says it.
  var english: String { Self.english(code) }

  var portuguese: String {
    switch self {
    case .missing: "não há tal arquivo ou pasta"
    case .denied: "permissão negada"
    case .notPermitted: "operação não permitida"
    case .fullDisk: "não há espaço no disco"
    case .readOnly: "o sistema de arquivos só permite ler"
    case .notAFolder: "não é uma pasta"
    case .isFolder: "é uma pasta"
    case .exists: "o arquivo já existe"
    case .inputOutput: "erro de entrada ou saída"
    case .manyFiles: "arquivos abertos demais"
    case .manyFilesInSystem: "arquivos abertos demais no sistema"
    case .manyLinks: "ligações simbólicas demais"
    case .longName: "nome de arquivo longo demais"
    case .quota: "a quota de disco foi excedida"
    case .largeFile: "arquivo grande demais"
    case .memory: "não há memória livre"
    case .closed: "está fechada ou não permite isso"
    case .busy: "o recurso está ocupado"
    case .noLocks: "não há travas livres"
    case .notSupported: "operação não suportada"
    case .noDevice: "não há tal dispositivo"
    case .noProgram: "não é um programa executável"
    }
  }

  /// What the system says of the error `code`.
  static func english(_ code: Int32) -> String {
    unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
  }

  /// `text` with the words of the system in Portuguese.
  static func portuguese(in text: String) -> String {
    let words = allCases.map { (english: $0.english, portuguese: $0.portuguese) }
      .sorted { $0.english.count > $1.english.count }
    return words.reduce(text) { $0.replacing($1.english, with: $1.portuguese) }
  }
}
