/// What `textgen lsp` says to people; to editors it speaks in messages of the protocol.
enum EditorMessage: Translated {
  case waiting
  case noEditor
  case editorGone
  case editorEnded

  var english: String {
    switch self {
    case .waiting:
      "an editor starts this command and writes its messages to standard input; Ctrl-C ends it"
    case .noEditor:
      "standard input ended before an editor's `initialize`; name `textgen lsp` as a language server "
        + "in the settings of an editor, which starts it"
    case .editorGone: "the editor closed standard input without the messages `shutdown` and `exit`"
    case .editorEnded: "the editor has ended without the messages `shutdown` and `exit`"
    }
  }

  var portuguese: String {
    switch self {
    case .waiting:
      "um editor inicia este comando e escreve-lhe mensagens na entrada padrão; Ctrl-C termina-o"
    case .noEditor:
      "a entrada padrão terminou antes do `initialize` de um editor; indique `textgen lsp` como servidor "
        + "de linguagem nas definições de um editor, que o inicia"
    case .editorGone:
      "o editor fechou a entrada padrão sem as mensagens `shutdown` e `exit`"
    case .editorEnded: "o editor terminou sem as mensagens `shutdown` e `exit`"
    }
  }
}
