/// A country and the one language it stands for.
package struct Country: Sendable, Hashable {
  /// The article before the name.
  enum Article: Sendable {
    case a, o, none
  }

  /// The name without its article.
  package let name: String
  /// The language, as one word.
  package let language: String
  let article: Article

  private init(_ article: Article, _ name: String, _ language: String) {
    self.article = article
    self.name = name
    self.language = language
  }

  /// "em" with the name.
  package var inPhrase: String {
    switch article {
    case .a: "na \(name)"
    case .o: "no \(name)"
    case .none: "em \(name)"
    }
  }

  /// "de" with the name.
  package var fromPhrase: String {
    switch article {
    case .a: "da \(name)"
    case .o: "do \(name)"
    case .none: "de \(name)"
    }
  }

  /// All countries; several may share a language.
  package static let all = [
    Country(.a, "Alemanha", "alemão"), Country(.a, "Áustria", "alemão"),
    Country(.a, "França", "francês"), Country(.a, "Itália", "italiano"),
    Country(.a, "Espanha", "espanhol"), Country(.a, "Argentina", "espanhol"),
    Country(.a, "Colômbia", "espanhol"), Country(.o, "México", "espanhol"),
    Country(.o, "Chile", "espanhol"), Country(.o, "Uruguai", "espanhol"),
    Country(.none, "Cuba", "espanhol"), Country(.none, "Portugal", "português"),
    Country(.o, "Brasil", "português"), Country(.a, "Inglaterra", "inglês"),
    Country(.a, "Austrália", "inglês"), Country(.a, "Rússia", "russo"),
    Country(.a, "Ucrânia", "ucraniano"), Country(.a, "Grécia", "grego"),
    Country(.a, "Turquia", "turco"), Country(.a, "Suécia", "sueco"),
    Country(.a, "Noruega", "norueguês"), Country(.a, "Dinamarca", "dinamarquês"),
    Country(.a, "Finlândia", "finlandês"), Country(.a, "Islândia", "islandês"),
    Country(.a, "Holanda", "holandês"), Country(.a, "Hungria", "húngaro"),
    Country(.a, "Bulgária", "búlgaro"), Country(.a, "Croácia", "croata"),
    Country(.a, "Albânia", "albanês"), Country(.a, "Lituânia", "lituano"),
    Country(.o, "Japão", "japonês"), Country(.a, "Coreia", "coreano"),
    Country(.a, "China", "chinês"), Country(.a, "Tailândia", "tailandês"),
    Country(.o, "Egito", "árabe"), Country(.none, "Israel", "hebraico"),
  ]
}

extension Country {
  /// A clause that ends with the country.
  enum Opening: Sendable {
    case place(String)
    case origin(String)

    func text(_ country: Country) -> String {
      switch self {
      case .place(let words): "\(words) \(country.inPhrase)"
      case .origin(let words): "\(words) \(country.fromPhrase)"
      }
    }
  }

  static let openings: [Opening] = [
    .place("Nasci"), .place("Cresci"), .origin("Venho"), .place("Passei a infância"),
    .place("Frequentei a escola"), .origin("A minha família é"), .place("Vivi muitos anos"),
    .origin("Os meus pais são"), .place("Morei quase vinte anos"), .origin("Sou natural"),
    .place("Trabalhei muito tempo"), .place("Aprendi a ler"), .place("Durante anos vivi"),
    .origin("A minha mãe veio"), .place("Estudei vários anos"),
  ]

  /// The words right before a language; none begins another or a neutral sentence.
  package static let leads = Mosaic(words: [
    "Falo", "Ensino", "Entendo", "Traduzo", "Compreendo",
    "Penso em", "Sonho em", "Escrevo em", "Canto em", "Rezo em", "Leio em", "Converso em",
    "Em casa falamos", "Ainda sonho em", "Por isso falo", "Dou aulas de", "Gosto de falar",
    "Não admira que fale", "Às vezes penso em", "Quase sempre leio em", "Também sei cantar em",
    "Com os avós falo", "Ao telefone falo sempre",
    "Até hoje faço contas em", "É por isso que falo", "Quando estou só penso em",
    "Com os meus irmãos falo", "Sou capaz de escrever em", "Talvez por isso fale fluentemente",
    "Desde muito cedo aprendi a falar", "Ninguém se espanta que eu fale",
    "Nunca deixei de ler livros em", "Todos os dias leio jornais em",
  ]).pieces
}
