import TextGenProsody

/// Poems written for the tests, one of each form, and slips to plant in them.
enum FormSamples {
  struct Sample: Sendable {
    let form: String
    let text: String
  }

  struct Slip: Sendable {
    let form: String
    let original: String
    let replacement: String
    let rule: Violation.Rule
  }

  /// Forms in which one line more is no mistake.
  static let open: Set<String> = ["decassilabo", "alexandrino", "verso-branco"]

  static let all: [Sample] = [
    Sample(form: "trova", text: PoemScannerTests.trova),
    Sample(
      form: "quadra",
      text: """
        A noite desceu do monte
        com passo de quem não vem;
        ficou sentada na ponte
        à espera de mais ninguém.
        """),
    Sample(
      form: "redondilha-maior",
      text: """
        A noite desceu do monte
        com passo de quem não vem;
        ficou sentada na ponte
        à espera de mais ninguém.
        """),
    Sample(
      form: "redondilha-menor",
      text: """
        A tarde caía
        na beira do mar,
        a barca partia
        sem nada levar.
        """),
    Sample(
      form: "decassilabo",
      text: """
        A barca esguia volta ao lar sereno
        e deixa sobre a praia o seu cordame;
        o vento traz um canto tão pequeno
        que nem as ondas sabem quem o chame.
        """),
    Sample(
      form: "alexandrino",
      text: """
        A lua sobre a casa acende a noite escura
        e o rio devagar procura a voz do mar;
        o vento na varanda esconde o que murmura
        à porta que ficou aberta para o luar.
        """),
    Sample(
      form: "soneto",
      text: """
        A barca esguia volta ao lar sereno
        e deixa sobre a praia o seu segredo;
        o vento traz um canto tão pequeno
        que nem as ondas dizem o seu medo.

        Quem parte leva um passo leve e ameno,
        quem fica guarda a sombra do arvoredo;
        a noite bebe as horas, gota e aceno,
        e a lua sobe a serra muito cedo.

        No cais vazio a rede se desfia,
        a chuva cai na pedra sem rumor,
        o dia novo acende a casa fria.

        Alguém recorda ainda a velha dor:
        a dor se esconde e torna a ser poesia,
        e a barca dorme ao pé do meu amor.
        """),
    Sample(
      form: "soneto-ingles",
      text: """
        A barca esguia volta ao lar sereno
        e deixa sobre a praia o seu segredo;
        o vento traz um canto tão pequeno
        que nem as ondas dizem o seu medo.

        A chuva cai na pedra sem rumor,
        no cais vazio a rede se desfia;
        alguém recorda ainda a velha dor
        e o dia novo acende a casa fria.

        A lua vem de longe pela estrada
        e pousa a mão no rosto da janela;
        a noite fica à porta, tão calada
        que a luz do candeeiro cuida dela.

        Quem volta sabe o nome do caminho
        e põe na mesa o pão, a paz, o vinho.
        """),
    Sample(
      form: "oitava",
      text: """
        A barca esguia volta ao lar sereno
        e deixa sobre a praia o seu segredo;
        o vento traz um canto tão pequeno
        que nem as ondas dizem o seu medo;
        quem parte leva um passo leve e ameno,
        quem fica guarda a sombra do arvoredo:
        no cais vazio a rede se desfia,
        o dia novo acende a casa fria.
        """),
    Sample(
      form: "terza-rima",
      text: """
        A barca esguia volta ao lar sereno,
        no cais vazio a rede se desfia,
        o vento traz um canto tão pequeno.

        O dia novo acende a casa fria,
        a chuva cai na pedra sem rumor,
        e a dor se esconde e torna a ser poesia.

        Alguém recorda ainda a velha dor.
        """),
    Sample(
      form: "sextilha",
      text: """
        A noite desceu do monte
        com passo de quem não vem;
        ficou sentada na sombra
        à espera de mais ninguém;
        depois abriu a janela
        e foi dormir no vintém.
        """),
    Sample(
      form: "setilha",
      text: """
        A noite desceu do monte
        com passo de quem não vem;
        ficou sentada na sombra
        à espera de mais ninguém;
        depois abriu a janela,
        pousou a mão sobre a vela
        e foi dormir no vintém.
        """),
    Sample(
      form: "decima",
      text: """
        A barca volta sem rumo
        e traz a vela rasgada;
        na praia já não há nada
        senão a sombra do fumo.
        Eu conto as ondas, resumo
        a noite em que ela partiu:
        a lua apenas sorriu,
        o vento disse o teu nome,
        a pedra matou a fome
        da água que nos cobriu.
        """),
    Sample(
      form: "haicai",
      text: """
        noite de neblina
        a garça parada espera
        a lua no rio
        """),
    Sample(
      form: "haicai-guilhermino",
      text: """
        Chuva no telhado:
        a rua espera que a lua
        volte do outro lado.
        """),
    Sample(
      form: "verso-branco",
      text: """
        A barca esguia volta ao lar sereno
        e deixa sobre a praia o seu cordame;
        o dia novo acende a casa fria,
        alguém recorda ainda a velha dor.
        """),
  ]

  static let planted: [Slip] = [
    Slip(form: "trova", original: "sem rumo;", replacement: "sem mar;", rule: .scheme),
    Slip(form: "trova", original: "no fumo.", replacement: "sem rumo.", rule: .repeatedWord),
    Slip(form: "trova", original: "no fumo.", replacement: "no fumo", rule: .punctuation),
    Slip(
      form: "trova", original: "e a barca volta", replacement: "a barca agora volta", rule: .metre),
    Slip(form: "trova", original: "Apaga", replacement: "Noite\n\nApaga", rule: .lines),
    Slip(form: "trova", original: "sem rumo;", replacement: "em vão;", rule: .classClash),
    Slip(form: "quadra", original: "ninguém.", replacement: "mar.", rule: .scheme),
    Slip(form: "quadra", original: "do monte", replacement: "quando e", rule: .dangling),
    Slip(
      form: "redondilha-menor", original: "na beira do mar", replacement: "na beira", rule: .metre),
    Slip(form: "soneto", original: "medo.\n\nQuem", replacement: "medo.\nQuem", rule: .breaks),
    Slip(form: "soneto", original: "casa fria.", replacement: "casa clara.", rule: .scheme),
    Slip(form: "soneto", original: "leve e ameno", replacement: "tão sereno", rule: .repeatedWord),
    Slip(
      form: "alexandrino", original: "A lua sobre a casa acende",
      replacement: "A lua sobre as casas desce",
      rule: .caesura),
    Slip(form: "oitava", original: "leve e ameno", replacement: "tão sereno", rule: .repeatedWord),
    Slip(form: "terza-rima", original: "sem rumor,", replacement: "sem lugar,", rule: .scheme),
    Slip(form: "sextilha", original: "na sombra", replacement: "no trem", rule: .scheme),
    Slip(form: "setilha", original: "sobre a vela", replacement: "sobre a mesa", rule: .scheme),
    Slip(form: "decima", original: "do fumo.", replacement: "do fumo", rule: .pause),
    Slip(form: "decima", original: "resumo\n", replacement: "resumo.\n", rule: .pause),
    Slip(form: "haicai", original: "no rio", replacement: "no rio manso", rule: .metre),
    Slip(form: "haicai", original: "no rio", replacement: "divina", rule: .scheme),
    Slip(form: "haicai", original: "noite", replacement: "Cais\n\nnoite", rule: .lines),
    Slip(
      form: "haicai-guilhermino", original: "a rua espera", replacement: "a casa espera",
      rule: .innerRhyme),
    Slip(form: "verso-branco", original: "velha dor", replacement: "voz vazia", rule: .scheme),
  ]
}
