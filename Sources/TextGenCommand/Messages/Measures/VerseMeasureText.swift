/// What `evaluate` calls the measures of poems, and what it is doing.
enum VerseMeasureText: Translated {
  case writing(Int, of: Int)
  case drawn(Int, form: String, failed: Int)
  case poemsInForm, linesInMetre, unforcedLines, danglingLines, rightPairs, poorPairs
  case inflectedRhymes, repeatedPairs, copiedLines, copiedRuns, freeBits, steps
  case distinct(Int, words: Int)
  case selfBLEU, rhymeEntropy, commonestPair
  case part(Int, of: Int)

  var english: String {
    switch self {
    case .writing(let poem, let count): "writing poem \(poem) of \(count)"
    case .drawn(let count, let form, let failed):
      "\(counted(count, "poem")), \(form), \(failed) not found, "
    case .poemsInForm: "poems in form"
    case .linesInMetre: "lines in metre"
    case .unforcedLines: "lines in it when read alone"
    case .danglingLines: "lines that end with a clitic"
    case .rightPairs: "rhymes that hold"
    case .poorPairs: "poor rhymes"
    case .repeatedPairs: "the same word twice"
    case .inflectedRhymes: "rhymes by a verb's or adverb's ending"
    case .copiedLines: "lines of the training text"
    case .copiedRuns: "lines with six words of it in a row"
    case .distinct(let n, let words): "distinct-\(n) of \(counted(words, "word"))"
    case .selfBLEU: "self-BLEU of them"
    case .rhymeEntropy: "bits of the classes of rhymes"
    case .commonestPair: "poems with the commonest rhyme"
    case .freeBits: "the same, written freely"
    case .steps: "model steps per poem"
    case .part(let part, let all): "\(part) of \(all)"
    }
  }

  var portuguese: String {
    switch self {
    case .writing(let poem, let count): "escrita do poema \(poem) de \(count)"
    case .drawn(let count, let form, let failed):
      "\(counted(count, "poema")), \(form), "
        + "\(counted(failed, "não encontrado", "não encontrados")), "
    case .poemsInForm: "poemas na forma"
    case .linesInMetre: "versos no metro"
    case .unforcedLines: "versos nele, lidos sozinhos"
    case .danglingLines: "versos que acabam num clítico"
    case .rightPairs: "rimas que valem"
    case .poorPairs: "rimas pobres"
    case .repeatedPairs: "a mesma palavra duas vezes"
    case .inflectedRhymes: "rimas em terminação de verbo ou advérbio"
    case .copiedLines: "versos do texto de treino"
    case .copiedRuns: "versos com seis palavras seguidas dele"
    case .distinct(let n, let words): "distinct-\(n) de \(counted(words, "palavra"))"
    case .selfBLEU: "self-BLEU destas"
    case .rhymeEntropy: "bits das classes de rimas"
    case .commonestPair: "poemas com a rima mais comum"
    case .freeBits: "os mesmos, com escrita livre"
    case .steps: "passos do modelo por poema"
    case .part(let part, let all): "\(part) de \(all)"
    }
  }
}
