/// The variables of the environment that commands heed.
enum VariableText: String, Translated, CaseIterable {
  case model = "TEXTGEN_MODEL"
  case home = "TEXTGEN_HOME"
  case dataHome = "XDG_DATA_HOME"
  case dataFolders = "XDG_DATA_DIRS"
  case language = "TEXTGEN_LANGUAGE"
  case color = "NO_COLOR"
  case instructions = "TEXTGEN_ISA"

  var english: String {
    switch self {
    case .model: "The name or path of the model that commands use without `--model`."
    case .home: "A folder that holds `models/portugues` and `models/poesia`; it goes before others."
    case .dataHome:
      "A folder that holds `textgen/models`, of one person (default: `~/.local/share`)."
    case .dataFolders:
      "Folders that hold `textgen/models`, of the machine (default: `/usr/local/share:/usr/share`)."
    case .language:
      "The language of help and messages, `pt` or `en`; without it `LC_ALL`, `LC_MESSAGES` and "
        + "`LANG` decide."
    case .color: "Where it is set, nothing is coloured."
    case .instructions:
      "The instructions to compute with: `reference`, `baseline`, `avx2`, `avx512` or `avx512bf16` "
        + "(default: the best that the processor has)."
    }
  }

  var portuguese: String {
    switch self {
    case .model: "O nome ou o caminho do modelo que os comandos usam sem `--model`."
    case .home:
      "Uma pasta com `models/portugues` e `models/poesia`; é a primeira em que se procura."
    case .dataHome:
      "Uma pasta com `textgen/models`, de uma pessoa (padrão: `~/.local/share`)."
    case .dataFolders:
      "Pastas com `textgen/models`, da máquina (padrão: `/usr/local/share:/usr/share`)."
    case .language:
      "A língua da ajuda e das mensagens, `pt` ou `en`; sem ela decidem `LC_ALL`, `LC_MESSAGES` e "
        + "`LANG`."
    case .color: "Se está definida, nada aparece a cores."
    case .instructions:
      "As instruções usadas nos cálculos: `reference`, `baseline`, `avx2`, `avx512` ou "
        + "`avx512bf16` (padrão: as melhores que o processador tem)."
    }
  }
}
