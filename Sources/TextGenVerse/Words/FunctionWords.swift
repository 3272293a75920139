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
      [.determiner, .beforeNoun, .singular, .masculine],
      "o um meu teu seu nosso este esse aquele"
    ),
    (
      [.determiner, .beforeNoun, .singular, .feminine],
      "uma minha tua sua nossa esta essa aquela"
    ),
    // It's a preposition as well, as in *sujeito a dores*.
    ([.determiner, .singular, .feminine], "a"),
    (
      [.determiner, .beforeNoun, .plural, .masculine],
      "os uns meus teus seus nossos estes esses aqueles"
    ),
    (
      [.determiner, .beforeNoun, .plural, .feminine],
      "as umas minhas tuas suas nossas estas essas aquelas"
    ),
    ([.beforeNoun, .singular], "cada"),
    ([.beforeNoun, .singular, .masculine], "do no ao pelo num deste neste"),
    ([.beforeNoun, .singular, .feminine], "da na à pela numa desta nesta"),
    ([.beforeNoun, .plural, .masculine], "dos aos pelos nuns destes nestes"),
    ([.beforeNoun, .plural, .feminine], "das nas às pelas numas destas nestas"),
    ([.subordinates, .reflexive], "se"),
    (.subordinates, "que quando porque enquanto embora como onde conforme caso talvez"),
    (.coordinates, "mas ou nem pois porém"),
    (.and, "e"),
    (.i, "eu"),
    (.between, "não me te lhe nos vos lhes já nunca sempre ainda só também assim"),
    (.degree, "tão mais menos muito bem meio pouco tanto quase"),
  ]
}
