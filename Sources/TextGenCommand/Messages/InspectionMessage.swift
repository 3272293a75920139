import TextGenLayers

/// What `inspect` says beside its pictures, and why it cannot make one.
enum InspectionMessage: Translated {
  case bits(String)
  case halfLife(median: String)
  case picture(path: String)
  case readAs(String, pieces: String)
  case noUnit(Int, count: Int)
  case noLayer(Int, count: Int)
  case noEmbeddings(path: String)
  case noToken(String)
  case noGradients(path: String)
  case tooShort(path: String)
  case tooManyTokens(Int, most: Int)
  case noText
  case noCells(path: String, kind: Architecture)
  case noPicture
  case notSVG(path: String)

  var english: String {
    switch self {
    case .bits(let bits): "\(bits) bits per character"
    case .halfLife(let median): "half-life of the forget gate: \(median) tokens (median)"
    case .picture(let path): "picture: " + path
    case .readAs(let word, let pieces):
      "the model reads “\(word)” as \(pieces): this is the mean of these tokens"
    case .noUnit(let unit, let count):
      "there is no unit \(unit): a layer of this model has \(count), from 0"
    case .noLayer(let layer, let count):
      "there is no layer \(layer): this model has \(count), from 0"
    case .noEmbeddings(let path): "\(path) has no embeddings: it only counts; name another --model"
    case .noToken(let word):
      "the model has no token for “\(word)” or a part of it; give another word"
    case .noGradients(let path):
      "\(path) has no gradients by its inputs: it only counts; name another --model"
    case .tooShort(let path):
      "\(path) is too short for a picture of gradients; give a few hundred words"
    case .tooManyTokens(let count, let most):
      "the text has \(grouped(count)) tokens, and a picture of units holds \(grouped(most)) at most; "
        + "give less of it"
    case .noText: "there is nothing to look at: the text is empty"
    case .noCells(let path, let kind):
      "\(path) is a \(kind.english), which has no cells to look at; name a recurrent model"
    case .noPicture: "--output needs a picture, such as that of --gates; the model card is text"
    case .notSVG(let path):
      "\(path) does not end in .svg, the only kind of picture that is written; a browser or "
        + "rsvg-convert makes a PNG of it"
    }
  }

  var portuguese: String {
    switch self {
    case .bits(let bits): "\(bits) bits por caractere"
    case .halfLife(let median):
      "meia-vida da porta de esquecimento: \(median) tokens (mediana)"
    case .picture(let path): "figura: " + path
    case .readAs(let word, let pieces):
      "o modelo lê “\(word)” como \(pieces): esta é a média desses tokens"
    case .noUnit(let unit, let count):
      "não há unidade \(unit): uma camada deste modelo tem \(count), a partir de 0"
    case .noLayer(let layer, let count):
      "não há camada \(layer): este modelo tem \(count), a partir de 0"
    case .noEmbeddings(let path): "\(path) não tem embeddings: só conta; indique outro --model"
    case .noToken(let word):
      "o modelo não tem token para “\(word)” nem para uma parte; dê outra palavra"
    case .noGradients(let path):
      "\(path) não tem gradientes das entradas: só conta; indique outro --model"
    case .tooShort(let path):
      "\(path) é curto demais para uma figura de gradientes; dê algumas centenas de palavras"
    case .tooManyTokens(let count, let most):
      "o texto tem \(grouped(count)) tokens, e uma figura de unidades comporta no máximo "
        + "\(grouped(most)); dê menos texto"
    case .noText: "não há nada a ver: o texto está vazio"
    case .noCells(let path, let kind):
      "\(path) (\(kind.portuguese)) não tem células para ver; indique um modelo recorrente"
    case .noPicture: "--output precisa de uma figura, como a de --gates; a ficha do modelo é texto"
    case .notSVG(let path):
      "\(path) não termina em .svg, o único tipo de figura que se escreve; um navegador ou o "
        + "rsvg-convert faz dela um PNG"
    }
  }
}
