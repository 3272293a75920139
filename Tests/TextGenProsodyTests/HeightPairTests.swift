import Testing
import TextGenProsody

/// Pairs with equal letters, written down before the table of endings was asked.
struct HeightPairTests {
  private static let unequal = """
    cabelo/belo tornozelo/amarelo modelo/chinelo pesadelo/farelo cotovelo/paralelo
    estrela/janela vê-la/tela medo/credo parede/pede chega/nega morcego/cego negra/regra
    veja/inveja igreja/inveja cera/fera pera/espera bebera/era esquerda/herda verde/perde
    bezerro/ferro mesa/pesa surpresa/pesa princesa/pesa fresca/pesca cesta/festa este/leste
    preta/seta caneta/poeta violeta/atleta bilhete/repete soneto/teto esqueleto/neto
    preto/reto teve/neve esteve/greve escreva/leva trevo/levo boca/toca coco/foco
    doce/precoce moça/roça pescoço/posso fosso/nosso fosse/posse toda/moda lodo/modo
    fogo/logo tolo/solo bolo/colo tola/bola cebola/escola folha/molha sopa/copa popa/tropa
    coro/sonoro professora/agora pastora/hora senhor/maior flor/melhor gordo/recordo
    gorda/corda torre/corre esposa/rosa raposa/prosa gota/nota garoto/voto piloto/foto
    esgoto/devoto novo/provo mova/prova arroz/voz fez/dez vez/dez ele/pele aquele/pele
    esse/quisesse bebesse/pudesse conselho/velho espelho/evangelho orelha/velha ovelha/velha
    cabeça/peça mereça/meça espesso/progresso preço/peço pareço/peço rede/mede dedo/credo
    seda/queda alameda/moeda ceda/queda letra/tetra deve/teve receba/gleba cresça/meça
    senhores/melhores cantora/aurora sonhador/pior morrer/mulher vender/quer beber/talher
    escrever/qualquer grosso/nosso roxa/paradoxa poço/posso oco/bloco
    """

  private static let equal = """
    cabelo/novelo estrela/vê-la medo/segredo rede/parede serra/terra mesa/beleza
    certeza/princesa festa/floresta preta/caneta neve/breve deve/escreve toca/provoca
    doce/fosse roda/moda bolo/tolo bola/escola folha/rolha sopa/popa hora/aurora
    pastora/professora flor/amor melhor/maior corda/borda corre/morre rosa/prosa
    esposa/raposa nota/rota voto/devoto nova/prova voz/feroz vez/talvez dez/pés pele/revele
    ele/aquele velho/evangelho espelho/conselho ovelha/abelha cabeça/mereça peça/começa
    progresso/sucesso fera/primavera espera/era perna/caverna inverno/inferno verso/universo
    porta/morta forte/norte sorte/morte costa/resposta ossos/nossos novos/ovos formosa/rosa
    belas/janelas anéis/papéis herói/dói sóis/lençóis chapéu/céu leu/bebeu sei/rei vou/sou
    foi/boi caderno/eterno dedo/cedo ferro/berro
    """

  private static func pairs(_ text: String) -> [[String]] {
    text.split(whereSeparator: \.isWhitespace).map { $0.split(separator: "/").map(String.init) }
  }

  @Test func `é against ê and ó against ô is no rhyme`() {
    for pair in Self.pairs(Self.unequal) {
      #expect(Rhymer().verdict(pair[0], pair[1]).name == "none", "\(pair)")
    }
  }

  @Test func `equal heights rhyme`() {
    for pair in Self.pairs(Self.equal) {
      #expect(Rhymer().verdict(pair[0], pair[1]).name == "consoante", "\(pair)")
    }
  }
}
