/// What the manual says in its own words: titles, and what the parser says in English only.
enum ManualText: Translated {
  case name, synopsis, description, commands, arguments, options, otherOptions
  case environment, files, exitStatus, examples, seeAlso
  case manual, commandWord, optionsWord
  case showHelp, showVersion
  case values([String])
  case standard(String)
  case abstract, folder
  case folderExists(String)

  var english: String {
    switch self {
    case .name: "Name"
    case .synopsis: "Synopsis"
    case .description: "Description"
    case .commands: "Commands"
    case .arguments: "Arguments"
    case .options: "Options"
    case .otherOptions: "Help"
    case .environment: "Environment"
    case .files: "Files"
    case .exitStatus: "Exit status"
    case .examples: "Examples"
    case .seeAlso: "See also"
    case .manual: "Manual of textgen"
    case .commandWord: "command"
    case .optionsWord: "options"
    case .showHelp: "Show the help."
    case .showVersion: "Show the version."
    case .values(let words): "values: " + words.joined(separator: ", ")
    case .standard(let value): "default: " + value
    case .abstract: "Write the pages of the manual into a new folder."
    case .folder: "Folder of the pages, which must not exist."
    case .folderExists(let path): "\(path) exists already; name a new folder"
    }
  }

  var portuguese: String {
    switch self {
    case .name: "Nome"
    case .synopsis: "Sinopse"
    case .description: "Descrição"
    case .commands: "Comandos"
    case .arguments: "Argumentos"
    case .options: "Opções"
    case .otherOptions: "Ajuda"
    case .environment: "Variáveis de ambiente"
    case .files: "Arquivos"
    case .exitStatus: "Código de saída"
    case .examples: "Exemplos"
    case .seeAlso: "Veja também"
    case .manual: "Manual do textgen"
    case .commandWord: "comando"
    case .optionsWord: "opções"
    case .showHelp: "Mostra a ajuda."
    case .showVersion: "Mostra a versão."
    case .values(let words): "valores: " + words.joined(separator: ", ")
    case .standard(let value): "padrão: " + value
    case .abstract: "Escreve as páginas do manual numa pasta nova."
    case .folder: "Pasta das páginas, que não pode existir ainda."
    case .folderExists(let path): "\(path) já existe; indique uma pasta nova"
    }
  }
}
