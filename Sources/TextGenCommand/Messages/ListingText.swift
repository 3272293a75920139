/// What `models` lists, and what is said where the model of commands changes.
enum ListingText: Translated {
  case header, unreadable
  case standard(name: String, why: String, verse: String?)
  case changed(name: String, earlier: [String])
  case preferredMissing(String)
  case ngrams(order: Int)

  /// The titles of the columns, with a tabulator between.
  var english: String {
    switch self {
    case .header: "name\tkind\tunit\tsize\ttrained on\tdate\twhere"
    case .unreadable: "cannot be read"
    case .standard(let name, let why, let verse):
      "* is used without --model: \(name), \(why)"
        + (verse.map { ", but sample uses \($0)" } ?? "")
    case .changed(let name, let earlier):
      "\(name) is the model of commands without --model from now on; for the one before, add "
        + earlier.joined(separator: " or ")
    case .preferredMissing(let sentence): "TEXTGEN_MODEL is " + sentence
    case .ngrams(let order): "n-grams of \(order)"
    }
  }

  var portuguese: String {
    switch self {
    case .header: "nome\ttipo\tunidade\ttamanho\ttreinado com\tdata\tonde"
    case .unreadable: "não pode ser lido"
    case .standard(let name, let why, let verse):
      "* é usado sem --model: \(name), \(why)" + (verse.map { ", mas sample usa \($0)" } ?? "")
    case .changed(let name, let earlier):
      "\(name) passa a ser o modelo dos comandos sem --model; para o anterior, acrescente "
        + earlier.joined(separator: " ou ")
    case .preferredMissing(let sentence): "TEXTGEN_MODEL é " + sentence
    case .ngrams(let order): "n-gramas de \(order)"
    }
  }
}
