import TextGen

extension ModelError: Advised, Translated {
  var english: String {
    switch self {
    case .notFound(_, _, let similar):
      description
        + (similar.isEmpty
          ? "; `textgen models` lists those that there are, `textgen train` makes one"
          : " `textgen models` lists all of them")
    case .notInstalled(let model, let folders):
      MissingModelText.bundled(model.rawValue, folders: folders).english
    case .none(let folders): MissingModelText.all(folders: folders).english
    case .missing: description + "; train one with `textgen train`, or name another"
    case .notAModel: description + "; choose the model.safetensors that `textgen train` wrote"
    case .newerVersion: description + "; use a newer textgen"
    case .damaged, .altered: description + ", use another copy"
    case .unreadable(let detail): detail.english
    }
  }

  var portuguese: String {
    switch self {
    case .notFound(let name, let isFolder, let similar):
      "\(name): \(isFolder ? "não há modelo nesta pasta" : "não há tal modelo"); "
        + (similar.isEmpty
          ? "`textgen models` lista os que há, `textgen train` faz um"
          : "quis dizer \(similar.joined(separator: " ou "))? `textgen models` lista todos")
    case .notInstalled(let model, let folders):
      MissingModelText.bundled(model.rawValue, folders: folders).portuguese
    case .none(let folders): MissingModelText.all(folders: folders).portuguese
    case .missing(let path):
      "\(path): não há tal modelo; treine um com `textgen train`, ou indique outro"
    case .notAModel(let path, let key):
      "\(path): não é um modelo do textgen: falta \"\(key)\" nos seus metadados; escolha o "
        + "model.safetensors que `textgen train` escreveu"
    case .newerVersion(let path, let found, let supported):
      "\(path): o modelo tem o formato \(found), e este programa lê até o \(supported); use um "
        + "textgen mais novo"
    case .damaged(let path, let key, let detail):
      "\(path): os metadados \"\(key)\" não servem; o arquivo está danificado ou foi alterado, use outra "
        + "cópia (\(detail))"
    case .altered(let path, let detail):
      "\(path): o arquivo foi alterado, use outra cópia (\(detail))"
    case .unreadable(let detail): detail.portuguese
    }
  }
}
