import TextGenSafeTensors

extension SafeTensorsError: Advised, Translated {
  var english: String { description }

  /// The sort of problem and its place; what exactly is wrong with the bytes is in English only.
  var portuguese: String {
    "\(file): \(problem)" + (kind == .notReadable ? "" : " (\(detail))")
  }

  private var problem: String {
    switch kind {
    case .notReadable: "não pode ser lido: \(SystemWords.portuguese(in: detail))"
    case .notSafeTensors: "não é um arquivo safetensors"
    case .cutShort: "o arquivo está cortado, ou ainda está sendo escrito"
    case .invalidHeader: "o cabeçalho do arquivo não é válido"
    case .invalidLayout: "o cabeçalho e os dados do arquivo não combinam"
    case .missingTensor: "falta um tensor no arquivo"
    case .unexpectedType: "um tensor do arquivo tem outro tipo"
    case .unexpectedShape: "um tensor do arquivo tem outra forma"
    case .notFinite: "um tensor do arquivo tem um valor que não é um número finito"
    case .unexpectedValue: "um tensor do arquivo tem um valor que ali não faz sentido"
    case .checksumAbsent: "o arquivo não tem soma de verificação"
    case .checksumMismatch: "o arquivo foi alterado ou está danificado; use outra cópia"
    }
  }
}
