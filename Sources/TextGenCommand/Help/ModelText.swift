/// The options about models, and about what every command computes with and says.
enum ModelText: Translated {
  case model, positional, quantize, threads, adapt, adaptBy, quiet, listJSON
  case output, lexicon, overwrite

  var english: String {
    switch self {
    case .model:
      """
      A name in `textgen models`, a folder or a file (default: $TEXTGEN_MODEL, else the one \
      trained last in ./checkpoints, else portugues; poesia for sample).
      """
    case .positional: "The same as --model."
    case .quantize:
      "Precision of the products: float32 by default, int8 for a file of `textgen quantize`."
    case .threads: "Threads, 1 to 1024 (default: all cores)."
    case .adapt: "Learn from the text as it is read, until the command ends."
    case .adaptBy:
      "The same, but only by a memory of what was read, only by updates of the network, or by both."
    case .quiet: "No notes and no progress on standard error."
    case .listJSON: "One JSON object on standard output."
    case .output: "The quantized model to write, such as small.safetensors (required)."
    case .lexicon:
      "A text or a folder of texts whose words lists are to give first; may be repeated."
    case .overwrite: "Let the output replace another model."
    }
  }

  var portuguese: String {
    switch self {
    case .model:
      """
      Um nome de `textgen models`, uma pasta ou um arquivo (padrão: $TEXTGEN_MODEL, ou o último \
      treinado em ./checkpoints, ou portugues; poesia para sample).
      """
    case .positional: "O mesmo que --model."
    case .quantize:
      "Precisão dos produtos: float32, se nada for dito; int8 num arquivo de `textgen quantize`."
    case .threads: "Linhas de execução, de 1 a 1024 (padrão: todos os núcleos)."
    case .adapt: "Aprende com o texto à medida que o lê, até o comando terminar."
    case .adaptBy:
      "O mesmo, só com uma memória do que foi lido, só com a rede que se atualiza, ou com ambas."
    case .quiet: "Sem notas nem progresso na saída de erros."
    case .listJSON: "Um objeto JSON na saída padrão."
    case .output: "O modelo quantizado a escrever, como pequeno.safetensors (obrigatório)."
    case .lexicon:
      "Um texto ou uma pasta de textos cujas palavras as listas dão primeiro; pode ser repetida."
    case .overwrite: "Deixa que o resultado substitua outro modelo."
    }
  }
}
