/// Where commands look for models.
enum PlaceText: Translated, CaseIterable {
  case own, shared

  /// The path; what begins with two dots is seen from the program's folder.
  var path: String {
    switch self {
    case .own: "checkpoints/*/model.safetensors"
    case .shared: "../share/textgen/models/*/model.safetensors"
    }
  }

  var english: String {
    switch self {
    case .own:
      "Models of one's own in the current folder, called as their folders are; the one trained last "
        + "is used without `--model`."
    case .shared:
      "The models that come with the program, as seen from its folder. They are looked for in "
        + "`$TEXTGEN_HOME/models`, in `textgen/models` of `$XDG_DATA_HOME`, here, in `textgen/models` "
        + "of `$XDG_DATA_DIRS`, and in `checkpoints` of the repository that holds the program."
    }
  }

  var portuguese: String {
    switch self {
    case .own:
      "Os modelos próprios na pasta atual, chamados como as suas pastas; o último treinado é o que se "
        + "usa sem `--model`."
    case .shared:
      "Os modelos que vêm com o programa, a partir da pasta dele. São procurados em "
        + "`$TEXTGEN_HOME/models`, em `textgen/models` de `$XDG_DATA_HOME`, aqui, em `textgen/models` "
        + "de `$XDG_DATA_DIRS` e em `checkpoints` do repositório onde está o programa."
    }
  }
}
