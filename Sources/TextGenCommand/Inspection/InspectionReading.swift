import TextGenFigures

/// What a picture of `inspect` shows, and what to look for in it.
enum InspectionReading {
  case surprise
  /// The gate by which a unit keeps what it holds; `keeps` where 1 is all of it.
  case memory(keeps: Bool)
  case gate
  case candidate
  case cell
  case hidden
  case tellingUnits
  case unit
  case neighbours
  case reach

  /// The two sentences.
  func reading(in language: Language) -> Report.Reading {
    switch language {
    case .english: english
    case .portuguese: portuguese
    }
  }

  private var english: Report.Reading {
    switch self {
    case .surprise:
      Report.Reading(
        "The darker a piece, the less the model expected it after what comes before.",
        lookFor: "Look for dark pieces inside words: they are slips, names or another language.")
    case .memory(let keeps):
      Report.Reading(
        "How much a unit keeps of what it holds: \(keeps ? "1 is all, 0 nothing" : "0 is all, 1 nothing").",
        lookFor: "Look for rows that keep over many pieces, and for the places where they let go.")
    case .gate:
      Report.Reading(
        "How far this gate is open after each piece of the text, from 0 to 1.",
        lookFor: "Look for rows that always change at the same places, such as spaces or commas.")
    case .candidate:
      Report.Reading(
        "What a unit would write into its memory after each piece, from -1 to 1.",
        lookFor: "Look for pieces at which many units change their sign together.")
    case .cell:
      Report.Reading(
        "What a cell holds after each piece; blue is negative, orange positive.",
        lookFor:
          "Look for rows that keep their colour: they remember, and a jump shows what ends it.")
    case .hidden:
      Report.Reading(
        "What a unit shows to the rest of the network; blue is negative, orange positive.",
        lookFor: "Look along the row of a unit for the reason that the table gives for it.")
    case .tellingUnits:
      Report.Reading(
        "The units that go best with something in the text, remember longest or vary most.",
        lookFor: "Look first at those with r near 1 or -1, and colour a text by one with --unit.")
    case .unit:
      Report.Reading(
        "The hidden state of the unit after each piece; blue is negative, orange positive.",
        lookFor: "Look for what the pieces of one colour have in common.")
    case .neighbours:
      Report.Reading(
        "The tokens with the nearest embeddings, along the two directions in which they differ most.",
        lookFor: "Look for groups of one kind or meaning; how far a group is away says little.")
    case .reach:
      Report.Reading(
        "The norm of a loss's gradient by what was read and by the states, against the distance.",
        lookFor:
          "Look for where a curve sinks to a hundredth: the network hardly learns from further back."
      )
    }
  }

  private var portuguese: Report.Reading {
    switch self {
    case .surprise:
      Report.Reading(
        "Quanto mais escuro um pedaço, menos o modelo o esperava depois do que vem antes.",
        lookFor: "Procure pedaços escuros dentro de palavras: são deslizes, nomes ou outra língua.")
    case .memory(let keeps):
      Report.Reading(
        "Quanto uma unidade guarda do que contém: \(keeps ? "1 é tudo, 0 é nada" : "0 é tudo, 1 é nada").",
        lookFor: "Procure linhas que guardam por muitos pedaços, e os lugares onde largam.")
    case .gate:
      Report.Reading(
        "Quanto esta porta está aberta depois de cada pedaço do texto, de 0 a 1.",
        lookFor: "Procure linhas que mudam sempre nos mesmos lugares, como espaços ou vírgulas.")
    case .candidate:
      Report.Reading(
        "O que uma unidade escreveria na sua memória depois de cada pedaço, de −1 a 1.",
        lookFor: "Procure pedaços em que muitas unidades mudam de sinal ao mesmo tempo.")
    case .cell:
      Report.Reading(
        "O que uma célula contém depois de cada pedaço; azul é negativo, laranja positivo.",
        lookFor: "Procure linhas que conservam a cor: elas lembram, e um salto mostra o que apaga.")
    case .hidden:
      Report.Reading(
        "O que uma unidade mostra ao resto da rede; azul é negativo, laranja positivo.",
        lookFor: "Procure na linha de uma unidade a razão que a tabela dá para ela.")
    case .tellingUnits:
      Report.Reading(
        "As unidades que mais acompanham algo no texto, que lembram por mais tempo ou que mais variam.",
        lookFor:
          "Procure primeiro as de r perto de 1 ou −1, e pinte um texto com uma delas por --unit.")
    case .unit:
      Report.Reading(
        "O estado oculto da unidade depois de cada pedaço; azul é negativo, laranja positivo.",
        lookFor: "Procure o que os pedaços da mesma cor têm em comum.")
    case .neighbours:
      Report.Reading(
        "Os tokens de embeddings mais próximos, nas duas direções em que mais diferem.",
        lookFor: "Procure grupos de um tipo ou sentido; a distância entre grupos diz pouco.")
    case .reach:
      Report.Reading(
        "A norma do gradiente de uma perda pelo que foi lido e pelos estados, conforme a distância.",
        lookFor:
          "Procure onde uma curva cai a um centésimo: de mais longe a rede quase não aprende.")
    }
  }
}
