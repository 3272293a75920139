/// Words without a meaning of their own, by what they do.
enum FunctionWords {
  static let roles: [String: WordRole] = {
    var roles: [String: WordRole] = [:]
    for (role, words) in lists {
      for word in words.split(separator: " ") { roles[String(word)] = role }
    }
    return roles
  }()

  /// They stand among nouns and have no number.
  static let adverbs = Set(
    """
    longe perto cedo tarde agora hoje ontem amanhã dentro fora além aqui ali lá cá embora devagar \
    depressa atrás diante depois antes apenas menos mais alguém ninguém tudo nada isto isso aquilo \
    quase através juntos
    """.split(separator: " ").map(String.init))

  private static let lists: [(role: WordRole, words: String)] = [
    (
      [.determiner, .beforeNoun, .singular],
      """
      o um uma meu minha teu tua seu sua nosso nossa este esta esse essa aquele aquela
      """
    ),
    // It's a preposition as well, as in *sujeito a dores*.
    ([.determiner, .singular], "a"),
    (
      [.determiner, .beforeNoun, .plural],
      """
      os as uns umas meus minhas teus tuas seus suas nossos nossas estes estas esses essas aqueles \
      aquelas
      """
    ),
    ([.beforeNoun, .singular], "do da no na ao à pelo pela num numa deste desta neste nesta cada"),
    (
      [.beforeNoun, .plural],
      "dos das nas aos às pelos pelas nuns numas destes destas nestes nestas"
    ),
    ([.subordinates, .reflexive], "se"),
    (.subordinates, "que quando porque enquanto embora como onde conforme caso talvez"),
    (.coordinates, "mas ou nem pois porém"),
    (.and, "e"),
    (.i, "eu"),
    (.between, "não me te lhe nos vos lhes já nunca sempre ainda só também assim"),
  ]
}
