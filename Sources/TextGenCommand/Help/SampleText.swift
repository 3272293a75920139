/// The options of `sample`.
enum SampleText: Translated {
  case prompt, promptFile, noEcho, length, lines, stop, count, seed, json, stream

  var english: String {
    switch self {
    case .prompt: "Text to continue (default: a new line)."
    case .promptFile: "File that holds the text to continue, - for standard input."
    case .noEcho: "Leave the prompt out of what is printed."
    case .length: "Characters at most (default: 500 without --lines)."
    case .lines:
      "Lines with text at most, each of at most 1000 characters (default: no limit)."
    case .stop: "End before this text (default: none)."
    case .count: "Number of texts, 1 to 1000."
    case .seed: "Same seed, same text (default: a new one, which is shown)."
    case .json:
      """
      One JSON object per text, as soon as it is done: index, prompt, text, seed, tokens, stopped; \
      of a poem also form, theme, strict, steps, plans, poem.
      """
    case .stream: "With --json: before it, one object per piece of the text: index, piece."
    }
  }

  var portuguese: String {
    switch self {
    case .prompt: "Texto a continuar (padrão: uma linha nova)."
    case .promptFile: "Arquivo com o texto a continuar, - para a entrada padrão."
    case .noEcho: "Não mostra o texto inicial."
    case .length: "Máximo de caracteres (padrão: 500 sem --lines)."
    case .lines:
      "Máximo de linhas com texto, cada uma com 1000 caracteres no máximo (padrão: sem limite)."
    case .stop: "Para antes deste texto (padrão: nenhum)."
    case .count: "Quantos textos, de 1 a 1000."
    case .seed: "A mesma semente dá o mesmo texto (padrão: uma nova, que é mostrada)."
    case .json:
      """
      Um objeto JSON por texto, logo que fica pronto: index, prompt, text, seed, tokens, stopped; \
      de um poema também form, theme, strict, steps, plans, poem.
      """
    case .stream: "Com --json: antes dele, um objeto por pedaço do texto: index, piece."
    }
  }
}
