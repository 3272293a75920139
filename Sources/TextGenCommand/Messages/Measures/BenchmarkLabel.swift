import TextGenTokenization

/// What the tables of `benchmark` call their rows and columns.
enum BenchmarkLabel: Translated {
  case memory
  case peakWhile(Activity)
  case range(least: String, greatest: String, repeats: Int)
  case shareOfPeak(String)
  case processorSeconds(String)
  case streams(Int)
  case threads(Int)
  case network(title: String, layers: Int, size: Int, embedding: Int, isTied: Bool, vocabulary: Int)
  case step(batchSize: Int, sequenceLength: Int)
  case rowHeader, legend, peaks
  case peerHeader(String)
  case peerTitle(rounds: Int)
  case encoding
  case text(TokenUnit, megabytes: String)

  /// The titles of columns, with a tabulator between.
  var english: String {
    switch self {
    case .memory: "memory"
    case .peakWhile(.training): "peak while training"
    case .peakWhile(.generation): "peak while generating"
    case .range(let least, let greatest, let repeats):
      "\(least) to \(greatest) in \(repeats) repeats"
    case .shareOfPeak(let share): "\(share) of the peak"
    case .processorSeconds(let seconds): "\(seconds) s of a core per million"
    case .streams(let count): counted(count, "stream")
    case .threads(let count): counted(count, "thread")
    case .network(let title, let layers, let size, let embedding, let isTied, let vocabulary):
      "\(title), \(counted(layers, "layer")) of \(size), embedding \(embedding)"
        + (isTied ? " tied" : "") + ", vocabulary \(vocabulary)"
    case .step(let batchSize, let sequenceLength): "\(batchSize) × \(sequenceLength) tokens"
    case .rowHeader: "\t\t\ttokens/s\tfrom … to\tGFLOP/s\tof peak\tmemory"
    case .legend:
      "of peak: of the multiply-adds above on all threads; memory: the most of the row's own process"
    case .peaks: "peak, GFLOP/s"
    case .peerHeader(let peer):
      "\t\t\ttextgen\t\(peer)\tratio\tfrom … to\tCPU s\t\(peer)\tmemory\t\(peer)"
    case .peerTitle(let rounds):
      "tokens/s and CPU seconds per million tokens, in turn, medians of \(rounds) rounds"
    case .encoding: "encoding"
    case .text(let unit, let megabytes): "\(unit.rawValue), \(megabytes) MB of text"
    }
  }

  var portuguese: String {
    switch self {
    case .memory: "memória"
    case .peakWhile(.training): "máximo durante o treino"
    case .peakWhile(.generation): "máximo durante a geração"
    case .range(let least, let greatest, let repeats):
      "\(least) a \(greatest) em \(repeats) repetições"
    case .shareOfPeak(let share): "\(share) do máximo"
    case .processorSeconds(let seconds): "\(seconds) s de um núcleo por milhão"
    case .streams(let count): counted(count, "texto")
    case .threads(let count): counted(count, "linha de execução", "linhas de execução")
    case .network(let title, let layers, let size, let embedding, let isTied, let vocabulary):
      "\(title), \(counted(layers, "camada")) de \(size), embedding \(embedding)"
        + (isTied ? " comum" : "") + ", vocabulário \(vocabulary)"
    case .step(let batchSize, let sequenceLength): "\(batchSize) × \(sequenceLength) tokens"
    case .rowHeader: "\t\t\ttokens/s\tde … a\tGFLOP/s\tdo máximo\tmemória"
    case .legend:
      "do máximo: das multiplicações e somas acima com todas as linhas de execução; memória: o máximo do "
        + "processo de cada linha"
    case .peaks: "máximo, GFLOP/s"
    case .peerHeader(let peer):
      "\t\t\ttextgen\t\(peer)\trazão\tde … a\tCPU s\t\(peer)\tmemória\t\(peer)"
    case .peerTitle(let rounds):
      "tokens/s e segundos de CPU por milhão de tokens, alternando, medianas de \(rounds) voltas"
    case .encoding: "codificação"
    case .text(.character, let megabytes): "caracteres, \(megabytes) MB de texto"
    case .text(.word, let megabytes): "palavras, \(megabytes) MB de texto"
    case .text(.subword, let megabytes): "partes de palavra, \(megabytes) MB de texto"
    }
  }

  /// The cells of a header.
  var cells: [String] {
    text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
  }
}
