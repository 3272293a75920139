/// What a poem may be about if nobody says.
enum PoemSubjects {
  static let words = text.split(separator: " ").map(String.init)

  private static let text = """
    mar praia barco navio ilha ponte chuva neve inverno verão primavera \
    jardim flor árvore floresta montanha campo caminho estrada viagem cidade rua \
    janela casa quarto aldeia igreja sino mãe pai filho irmã avó infância escola livro \
    carta poeta verso música canto dança festa pão vinho fome trabalho máquina \
    pescador marinheiro soldado guerra rei espada povo pátria liberdade amor beijo \
    saudade adeus sonho sono noite lua estrela madrugada manhã tarde sol fogo fumo vento \
    tempestade nuvem silêncio solidão morte cemitério velho prisão doença espelho \
    relógio passado memória esperança dor riso lágrima anjo céu inferno pássaro gato cão \
    cavalo borboleta café escravo dinheiro jogo noiva viúva criança vizinho \
    amigo
    """
}
