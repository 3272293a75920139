/// A gender and a number.
struct Form: Sendable, Hashable {
  enum Gender: Sendable {
    case masculine, feminine

    var opposite: Gender { self == .masculine ? .feminine : .masculine }
  }

  private(set) var gender: Gender
  private(set) var isPlural: Bool

  /// The form of a turn: those of turns 0 and 1 and their contrasts are all four.
  init(_ turn: Int, in kind: ProbeKind) {
    let isSecond = !turn.isMultiple(of: 2)
    gender = isSecond && kind != .gender ? .feminine : .masculine
    isPlural = isSecond && kind == .gender
  }

  /// The form that differs in what `kind` is about.
  func contrast(in kind: ProbeKind) -> Form {
    var form = self
    if kind != .number { form.gender = gender.opposite }
    if kind != .gender { form.isPlural.toggle() }
    return form
  }

  /// The article, which is the ending of a regular adjective, too.
  var ending: String { (gender == .feminine ? "a" : "o") + (isPlural ? "s" : "") }

  var capitalArticle: String { (gender == .feminine ? "A" : "O") + (isPlural ? "s" : "") }
}

/// A thing of the house that can be near any other.
struct Thing: Sendable, Hashable {
  let singular: String
  let plural: String
  let gender: Form.Gender
  private let place: Int

  static func all(_ gender: Form.Gender) -> [Thing] {
    gender == .feminine ? feminine : masculine
  }

  /// A thing whose combination with `other` belongs to `half`, drawn at random.
  static func random(
    _ gender: Form.Gender, near other: Thing, in half: ProbeHalf,
    using generator: inout some RandomNumberGenerator
  ) -> Thing {
    let things = all(gender)
    while true {
      let thing = things.drawn(using: &generator)
      if thing != other, ProbeHalf(placeSum: thing.place + other.place) == half { return thing }
    }
  }

  /// The thing with its article, as the subject that begins a sentence.
  func subject(_ form: Form) -> String { "\(form.capitalArticle) \(noun(form))" }

  /// The thing after "de", which is one word with the article.
  func afterDe(_ form: Form) -> String { "d\(form.ending) \(noun(form))" }

  private func noun(_ form: Form) -> String { form.isPlural ? plural : singular }

  private static let masculine = things(
    .masculine,
    [
      ("banco", "bancos"), ("armário", "armários"), ("quadro", "quadros"), ("tapete", "tapetes"),
      ("espelho", "espelhos"), ("vaso", "vasos"), ("relógio", "relógios"), ("sofá", "sofás"),
      ("livro", "livros"), ("caderno", "cadernos"), ("prato", "pratos"), ("copo", "copos"),
      ("cesto", "cestos"), ("piano", "pianos"), ("lençol", "lençóis"), ("baú", "baús"),
      ("casaco", "casacos"), ("chapéu", "chapéus"), ("violão", "violões"), ("tambor", "tambores"),
    ])
  private static let feminine = things(
    .feminine,
    [
      ("mesa", "mesas"), ("cadeira", "cadeiras"), ("cama", "camas"), ("caixa", "caixas"),
      ("estante", "estantes"), ("cortina", "cortinas"), ("toalha", "toalhas"),
      ("mala", "malas"), ("garrafa", "garrafas"), ("panela", "panelas"), ("vela", "velas"),
      ("almofada", "almofadas"), ("bicicleta", "bicicletas"), ("rede", "redes"),
      ("manta", "mantas"), ("bandeja", "bandejas"), ("guitarra", "guitarras"),
      ("boneca", "bonecas"), ("camisa", "camisas"), ("lâmpada", "lâmpadas"),
    ])

  private static func things(_ gender: Form.Gender, _ nouns: [(String, String)]) -> [Thing] {
    nouns.enumerated().map { place, noun in
      Thing(singular: noun.0, plural: noun.1, gender: gender, place: place)
    }
  }
}
