/// The options of `inspect`.
enum InspectText: Translated {
  case text, surprise, gates, unit, layer, units, embeddings, count, gradients, output, json

  var english: String {
    switch self {
    case .text: "The text that --unit colours."
    case .surprise: "Bits that each token of a text costs: finds slips and foreign passages."
    case .gates:
      """
      Gates, cells and hidden units over a text, and how long each forget gate keeps half of what \
      its cell holds.
      """
    case .unit: "A text coloured by this hidden unit, from 0."
    case .layer: "Layer of --gates and --unit, from 0 (default: the top one)."
    case .units: "Units that --gates shows, the most telling ones, and why."
    case .embeddings:
      "Tokens whose embeddings are nearest to a word's, and a map; several tokens count by their mean."
    case .count: "Tokens that --embeddings lists, 1 to 200."
    case .gradients: "How far the gradient of one prediction reaches, over the text in a file."
    case .output: "The picture as a file."
    case .json: "The numbers behind the picture as JSON."
    }
  }

  var portuguese: String {
    switch self {
    case .text: "O texto que --unit colore."
    case .surprise:
      "Os bits que cada token de um texto custa: encontra deslizes e passagens estranhas."
    case .gates:
      """
      Portas, células e unidades ao longo de um texto, e por quanto tempo cada porta de \
      esquecimento guarda metade do que a sua célula contém.
      """
    case .unit: "Um texto colorido por esta unidade, a partir de 0."
    case .layer: "Camada de --gates e --unit, a partir de 0 (padrão: a de cima)."
    case .units: "Unidades que --gates mostra, as mais reveladoras, e por quê."
    case .embeddings:
      """
      Os tokens com os embeddings mais próximos dos de uma palavra, e um mapa; de vários tokens \
      conta a média.
      """
    case .count: "Tokens que --embeddings lista, de 1 a 200."
    case .gradients: "Até onde chega o gradiente de uma previsão, no texto de um arquivo."
    case .output: "A figura como arquivo."
    case .json: "Os números da figura, em JSON."
    }
  }
}
