/// What `compare` says while it works, and above its tables.
enum ComparisonMessage: Translated {
  /// Networks that are to be trained, the time for each and for all of them.
  case forecast(networks: Int, each: String, all: String)
  /// A model that is to be trained and measured, and the time that is left.
  case contender(String, number: Int, of: Int, left: String?)
  case interrupted
  case ngrams(order: Int)
  case network(title: String, parameters: Int)
  case otherComparison(path: String)
  case costHeader
  case probeHeader(distances: [Int])
  case costLegend, probeLegend
  case measuring(String)
  case noComparison(folder: String)
  case unknownBudget(String, folder: String)
  case noProbes(file: String)
  case notAPlan(file: String)
  case notAResult(file: String, of: String)
  /// What has no figures, with the reasons, and what of it the same command tries again.
  case noFigures(of: [String], again: [String])
  case inCorpus(folder: String, corpus: String)
  case isCorpus(String)
  case foreignFile(String, folder: String)

  /// The titles of columns, with a tabulator between.
  var english: String {
    switch self {
    case .forecast(1, let each, _):
      "one network trains for \(each), then it is measured; --budget gives it another time"
    case .forecast(let count, let each, let all):
      "\(count) networks train for \(each) each, \(all) in all, and are measured; --budget gives "
        + "them another time"
    case .contender(let name, let number, let count, let left):
      "— \(name) (\(number) of \(count))" + (left.map { ", about \($0) left" } ?? "")
    case .interrupted: "interrupted; the same command goes on from here"
    case .ngrams(let order): "n-grams of up to \(order) tokens"
    case .network(let title, let parameters): "\(title), \(counted(parameters, "parameter"))"
    case .otherComparison(let path):
      "\(path) holds another comparison (another corpus, seed or budget, or other sizes); name another "
        + "folder with --output, or remove it"
    case .costHeader: "\tparameters\ttokens\ttime\tmemory\ttrain\tvalidation\ttest"
    case .probeHeader(let distances):
      "\torder\tagreement\t" + distances.map { "\($0) words\t" }.joined() + "brackets"
    case .costLegend:
      "bits per character of each part, of validation with the 95 % interval of resampled blocks"
    case .probeLegend:
      "right answers to probes, chance is 50 %; words: how far the cue is from the place"
    case .measuring(let part): "measuring: " + part
    case .noComparison(let folder):
      "there is no comparison in \(folder); begin one with textgen compare CORPUS"
    case .unknownBudget(let budget, let folder):
      "the budget \(budget) in \(folder) is unknown; begin another comparison elsewhere"
    case .noProbes(let file): "\(file) holds no probes; remove it and run the command again"
    case .notAPlan(let file):
      "\(file) is not the plan of a comparison; name another folder with --output"
    case .notAResult(let file, let model):
      "\(file) holds no figures; remove it to measure \(model) again"
    case .noFigures(let models, let again):
      "there are no figures of " + models.joined(separator: ", ")
        + (again.isEmpty
          ? "" : "; run the same command again to train " + again.joined(separator: ", "))
    case .inCorpus(let folder, let corpus):
      "\(folder) is in the corpus \(corpus), which would read the texts of the comparison, too; name a "
        + "folder elsewhere with --output"
    case .isCorpus(let corpus):
      "\(corpus) is the corpus, but the comparison would write a file of this name; name another "
        + "folder with --output"
    case .foreignFile(let name, let folder):
      "\(folder) holds no comparison, but there is a \(name), which one would replace; name another "
        + "folder with --output"
    }
  }

  var portuguese: String {
    switch self {
    case .forecast(1, let each, _):
      "uma rede treina \(each) e depois é medida; --budget dá-lhe outro tempo"
    case .forecast(let count, let each, let all):
      "\(count) redes treinam \(each) cada uma, \(all) ao todo, e são medidas; --budget dá-lhes "
        + "outro tempo"
    case .contender(let name, let number, let count, let left):
      "— \(name) (\(number) de \(count))" + (left.map { ", faltam cerca de \($0)" } ?? "")
    case .interrupted: "interrompido; o mesmo comando continua daqui"
    case .ngrams(let order): "n-gramas de até \(order) tokens"
    case .network(let title, let parameters): "\(title), \(counted(parameters, "parâmetro"))"
    case .otherComparison(let path):
      "\(path) contém outra comparação (outro corpus, semente ou limite, ou outros tamanhos); indique "
        + "outra pasta com --output, ou apague-a"
    case .costHeader: "\tparâmetros\ttokens\ttempo\tmemória\ttreino\tvalidação\tteste"
    case .probeHeader(let distances):
      "\tordem\tconcordância\t" + distances.map { "\($0) palavras\t" }.joined() + "parênteses"
    case .costLegend:
      "bits por caractere de cada parte, com o intervalo de 95 % da validação por reamostragem de blocos"
    case .probeLegend:
      "respostas certas às perguntas, ao acaso 50 %; palavras: a que distância está a pista"
    case .measuring(let part): "medição: " + (Self.parts[part] ?? part)
    case .noComparison(let folder):
      "não há comparação em \(folder); comece uma com textgen compare e um corpus"
    case .unknownBudget(let budget, let folder):
      "o limite \(budget) em \(folder) é desconhecido; comece outra comparação em outro lugar"
    case .noProbes(let file):
      "\(file) não contém perguntas; apague-o e execute o comando outra vez"
    case .notAPlan(let file):
      "\(file) não é o plano de uma comparação; indique outra pasta com --output"
    case .notAResult(let file, let model):
      "\(file) não contém resultados; apague-o para medir \(model) outra vez"
    case .noFigures(let models, let again):
      "não há resultados de " + models.joined(separator: ", ")
        + (again.isEmpty
          ? ""
          : "; execute o mesmo comando outra vez para treinar " + again.joined(separator: ", "))
    case .inCorpus(let folder, let corpus):
      "\(folder) está dentro do corpus \(corpus), que leria também os textos da comparação; indique uma "
        + "pasta em outro lugar com --output"
    case .isCorpus(let corpus):
      "\(corpus) é o corpus, mas a comparação escreveria um arquivo com este nome; indique outra pasta "
        + "com --output"
    case .foreignFile(let name, let folder):
      "\(folder) não contém uma comparação, mas há \(name), que uma substituiria; indique outra pasta com "
        + "--output"
    }
  }

  /// What is measured.
  private static let parts = [
    "train": "treino", "validation": "validação", "test": "teste", "probes": "perguntas",
    "gradients": "gradientes",
  ]

  /// The cells of a header.
  var cells: [String] {
    text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }
}
