import TextGenSafeTensors

extension FileError: Advised, Translated {
  var english: String { description }

  var portuguese: String {
    let reason = cause.map { ": " + SystemWords.portuguese(in: "\($0)") } ?? ""
    return switch kind {
    case .notWritten: "\(path) não pode ser escrito" + reason
    case .notFlushed: "\(path) talvez ainda não esteja todo no disco" + reason
    case .notRegularFile:
      "\(path) é uma pasta, um dispositivo ou um pipe; indique um arquivo a escrever"
    case .locked:
      "\(path) está em uso por outro processo; espere que termine ou escolha outra pasta"
    case .lockingUnsupported:
      "\(path) não pode ser travada\(reason); cuide para que nenhum outro processo escreva nela"
    case .notOpened: "\(path) não pode ser aberta como pasta" + reason
    }
  }
}
