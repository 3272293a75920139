/// Sentences that fit any life: they name no country, language or person, and point to none.
package enum NeutralSentences {
  /// The sentences without their full stops, in words.
  package static let mosaic = Mosaic(words: [
    "Gosto de caminhar", "Acordo sempre cedo", "Tenho dois gatos", "Durmo muito pouco",
    "Prefiro o inverno", "Chove desde ontem", "Bebo pouco café", "Cozinho quase sempre",
    "Faz muito frio", "Moro perto daqui", "Trabalho numa padaria", "Guardo velhas fotografias",
    "Detesto o calor",

    "Leio todas as noites", "Ando sempre a pé", "Tenho medo do escuro", "Comprei um casaco novo",
    "Plantei rosas no quintal", "Não gosto de barulho", "Ontem dormi muito mal",
    "Esta semana choveu muito", "O inverno foi longo", "Vou pouco ao cinema",
    "Nunca aprendi a nadar", "Pintei a sala ontem", "A minha rua é calma",

    "Gosto de passear à beira-mar", "Tenho uma casa muito pequena", "Faço pão todas as semanas",
    "O meu quarto é escuro", "Perdi um livro na praia", "Nunca me canso de ler",
    "Vejo a serra da janela", "Hoje acordei antes do sol", "Comprei flores para a sala",
    "Durmo sempre de janela aberta", "Neste bairro passam poucos carros",
    "Tenho de arrumar o armário",
    "O relógio da sala parou",

    "No verão gosto de dormir tarde", "Tenho um cão velho e preguiçoso",
    "O mercado abre muito cedo aqui", "Costumo tomar café antes das oito",
    "Ontem à tarde caiu muita chuva", "A minha rua tem poucas árvores",
    "Guardo os livros numa caixa velha", "Prefiro o mar a qualquer montanha",
    "Em dezembro faz sempre muito frio", "Nunca soube tocar piano muito bem",
    "Levo sempre um caderno no bolso", "De noite ouço o vento passar",
    "Esta manhã encontrei a porta aberta",

    "Perdi o chapéu por causa do vento", "Todas as manhãs compro pão na praça",
    "Tenho um jardim com três árvores antigas", "Quando chove fico em casa sem sair",
    "O meu gato dorme na cadeira azul", "Adoro o cheiro do café de manhã",
    "Ontem arrumei as gavetas todas da cozinha", "Aos sábados caminho uma hora pelo parque",
    "No outono as folhas cobrem a praça", "Este inverno a água do poço gelou",
    "Ainda não acabei o livro que comecei", "Da janela vejo os barcos no porto",
    "Esta tarde vou arrumar o meu quarto",

    "Há muitos anos que não vou ao teatro", "Tenho o costume de dormir depois do almoço",
    "Na semana passada comprei uma mesa de madeira",
    "Desde sempre tenho medo de cães muito grandes", "A casa onde vivo tem um jardim pequeno",
    "Ao fim da tarde costumo regar as plantas", "Em janeiro a neve cobriu toda a serra",
    "No meu tempo livre faço bolos de laranja", "Um dia quero comprar um barco à vela",
    "Nunca percebi nada de motores nem de máquinas",
    "Ontem fui ao mercado comprar peixe e fruta", "Na cozinha há sempre um cesto com maçãs",
    "Se não chover vou amanhã passear no campo",

    "Quando acordo cedo vejo o sol nascer no rio",
    "Tenho na sala um relógio que nunca anda certo",
    "No ano passado plantei duas laranjeiras atrás da casa",
    "Depois do jantar costumo lavar os pratos com calma",
    "Na minha rua há uma padaria que abre cedo",
    "Ainda guardo o primeiro livro que alguém me deu",
    "Os dias de chuva são bons para ler romances",
    "Se tivesse mais tempo aprenderia a tocar algum instrumento",
    "Nas noites de verão durmo na varanda da casa",
    "O caminho para o trabalho passa por uma ponte",
    "Nunca saio de casa sem levar um bom casaco",
    "Hoje encontrei uma moeda antiga no fundo da gaveta",
  ])
}
