extension Form {
  /// Every form that has a name.
  ///
  /// Sources: Bilac and Passos, *Tratado de Versificação* (1905); for the trova the rules of the
  /// União Brasileira de Trovadores; for sextilha, setilha and décima the practice of *cordel*; for
  /// the haicai Guilherme de Almeida, "Os meus haicais" (1937).
  package static let all: [Form] = [
    Form(
      "quadra", [.stanzas([4])], metres: seven, schemes: ["xAxA", "ABAB", "ABBA"],
      rules: [.endsWithStop, .assonance]),
    Form(
      "trova", [.stanzas([4])], metres: seven, schemes: ["ABAB"],
      rules: [.endsWithStop, .hasNoTitle, .distinctWords, .plainJoins]),
    Form("redondilha-maior", [.multiple(4)], metres: seven, rules: []),
    Form("redondilha-menor", [.multiple(4)], metres: [[Metre(5)]], rules: []),
    Form("decassilabo", [.free], metres: [[Metre(10)]], rules: []),
    Form("alexandrino", [.free], metres: [[Metre(12)]], rules: [.caesura]),
    Form(
      "soneto", [.stanzas([4, 4, 3, 3])], metres: [[Metre(10)], [Metre(12)]],
      schemes: sonnetSchemes, rules: [.endsWithStop, .distinctWords]),
    Form(
      "soneto-ingles", [.stanzas([4, 4, 4, 2]), .stanzas([14])], metres: [[Metre(10)]],
      schemes: ["ABAB CDCD EFEF GG"], rules: []),
    Form("oitava", [.repeated(8)], metres: [[Metre(10)]], schemes: ["ABABABCC"]),
    Form("terza-rima", [.tercets], metres: [[Metre(10)]]),
    Form("sextilha", [.repeated(6)], metres: seven, schemes: ["xAxAxA"], rules: [.changingRhyme]),
    Form("setilha", [.repeated(7)], metres: seven, schemes: ["xAxABBA"], rules: [.changingRhyme]),
    Form(
      "decima", [.repeated(10)], metres: seven, schemes: ["ABBAACCDDC"], rules: [.pauseAfterFour]),
    Form(
      "haicai", [.stanzas([3])], metres: [[Metre(5), Metre(7), Metre(5)]], schemes: ["xxx"],
      rules: [.hasNoTitle]),
    Form(
      "haicai-guilhermino", [.stanzas([3])], metres: [[Metre(5), Metre(7), Metre(5)]],
      schemes: ["AxA"], rules: [.innerRhyme]),
    Form("verso-branco", [.free], metres: [[Metre(10)]], rules: [.blankVerse]),
  ]

  private static let seven = [[Metre(7)]]

  private static let sonnetSchemes = ["ABBA ABBA", "ABAB ABAB"].flatMap { quatrains in
    ["CDC DCD", "CDE CDE", "CDE DCE", "CCD EED"].map { quatrains + " " + $0 }
  }
}
