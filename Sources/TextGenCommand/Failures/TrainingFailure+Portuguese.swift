import TextGen
import TextGenLanguageModeling
import TextGenTraining

extension TrainingFailure {
  var portuguese: String {
    switch self {
    case .noText: UsageMessage.noCorpus.portuguese
    case .repeatedText("-"): UsageMessage.standardInputTwice.portuguese
    case .repeatedText(let path): UsageMessage.repeatedShare(path).portuguese
    case .option(let failure):
      UsageMessage.outside(failure.flag, value: failure.value, failure.expected).portuguese
    case .exclusion(let first, let second): UsageMessage(excluding: first, second).portuguese
    case .nothingToTrain: UsageMessage.nothingToTrain.portuguese
    case .corpus(_, let detail), .network(let detail), .unusableFolder(let detail),
      .notSaved(let detail):
      detail.portuguese
    case .model(let error): error.portuguese
    case .differsFromStart(let model, let difference):
      "\(model) tem \(difference.portuguese), o que um treino a partir dele mantém, mas foi pedido "
        + "\(difference.portugueseWish); retire a opção, ou --from para começar do zero"
    case .vocabularyTooSmall(let model, let tokens, let limit):
      "\(model) tem \(tokens) tokens, e um treino a partir dele mantém todos, mas --vocabulary-size é "
        + "\(limit); dê pelo menos \(tokens), ou retire-a"
    case .blendWithoutStart:
      "há um modelo a misturar, mas falta o de partida; indique-o com --from"
    case .unlikeBlend(let model, let other):
      "\(other) não tem a forma e os tokens de \(model), por isso os seus pesos não se misturam; dê a "
        + "--blend um modelo treinado a partir do mesmo"
    case .memory(let parameters, let activations, let available, let isContainer):
      "o treino precisa de cerca de \(Self.gigabytes(parameters)) para os parâmetros e de "
        + "\(Self.gigabytes(activations)) para um passo, mas "
        + "\(isContainer ? "o contêiner pode usar" : "esta máquina tem") \(Self.gigabytes(available)); "
        + "diminua --hidden-size, --layers, --batch-size ou --sequence-length"
    case .disk(let folder, let needed, let free):
      "guardar este treino ocupa cerca de \(Self.megabytes(needed)) em \(folder), mas só há "
        + "\(Self.megabytes(free)) livres; libere espaço, ou indique uma pasta de outro disco com --output"
    case .replacesStart(let model):
      "o treino substituiria o modelo de que parte, \(model); indique outra pasta com --output, ou "
        + "continue com o mesmo texto, com --resume e sem --from"
    case .replacesBundled(let model):
      "o treino substituiria \(model), que veio com o programa; indique outra pasta com --output"
    case .folderTaken(let folder, let contents, let canResume):
      "\(folder) já contém \(contents.portuguese); "
        + (canResume
          ? "continue o treino com --resume"
          : "falta \(TrainingFile.fileName) para --resume, por isso parta dele com --from")
        + ", mantenha-o e indique outra pasta com --output, ou substitua-o com --overwrite"
    case .foreignFile(let path):
      "\(path) não é um arquivo que o textgen saiba ler, por isso não é substituído; indique outra pasta "
        + "com --output, ou apague-o"
    case .foreignLog(let path):
      "\(path) não é o registro de um treino, por isso não é substituído; indique outra pasta com --output"
    case .inUse(let folder):
      "\(folder) está em uso por outro processo; espere que termine ou escolha outra pasta"
    case .noRun(let folder, let hasModel):
      "não há treino a continuar em \(folder)"
        + (hasModel
          ? ", só um modelo; parta dele com --from e indique outra pasta com --output"
          : "; retire --resume para começar um, ou indique a sua pasta com --output")
    case .finished(let folder, let ending):
      "o treino em \(folder) está terminado (\(ending?.portuguese ?? "já gastou o seu limite")); para "
        + "treinar mais, dê valores maiores a --epochs, --steps ou --minutes"
    case .stateGone(let folder, let ending):
      "o treino em \(folder) está terminado (\(ending.portuguese)), e falta o seu "
        + "\(TrainingFile.fileName), sem o qual não pode continuar; parta do seu modelo com --from "
        + "\(folder) e outro --output"
    case .startForgotten(let folder, let model):
      "o treino em \(folder) ainda não tinha gravado nada e partia de \(model); indique esse modelo com "
        + "--from para o recomeçar, ou retire --resume"
    case .limitsWithoutStart(let folder, let model):
      "o treino em \(folder) tem o vocabulário de \(model) e o que o seu texto acrescentou; retire "
        + "--vocabulary-size e --minimum-count para continuar, ou indique o modelo com --from"
    case .differs(let folder, let difference):
      "o treino em \(folder) tem \(difference.portuguese), mas foi pedido \(difference.portugueseWish); "
        + "retire a opção para continuar, ou comece outro treino com outro --output"
    case .diverged(let step, let rate):
      "a perda é infinita ou não é um número no passo \(step), mesmo com a taxa de aprendizagem "
        + "\(plain(rate)); fica o último modelo bom; experimente valores menores de --learning-rate ou "
        + "--clip-norm"
    case .savedElsewhere(let folder, let reason):
      "\(reason.portuguese); o que se aprendeu ficou guardado em \(folder): libere espaço e mude-o para "
        + "o seu lugar"
    }
  }

  private static func gigabytes(_ bytes: Double) -> String {
    fixed(bytes / 1e9, bytes >= 1e10 ? 0 : 1) + " GB"
  }

  private static func megabytes(_ bytes: Int) -> String {
    fixed(Double(bytes) / 1e6, bytes >= 10_000_000 ? 0 : 1) + " MB"
  }
}

extension TrainingRun.Ending {
  /// Why a run has ended.
  fileprivate var portuguese: String {
    switch self {
    case .converged: "convergiu"
    case .epochs: "acabaram as épocas"
    case .steps: "acabaram os passos"
    case .minutes: "acabou o tempo"
    case .interrupted: "foi interrompido"
    }
  }
}

extension TrainingFailure.Difference {
  /// The option and what the model or the run has.
  fileprivate var portuguese: String { option.flag + " " + (found ?? nothing) }

  private var nothing: String {
    switch option {
    case .startingModel: "nenhum modelo"
    case .contextLength, .heads: "0"
    case .ngramMegabytes: "sem limite"
    default: "nenhum"
    }
  }

  /// What is asked for.
  fileprivate var portugueseWish: String {
    option == .startingModel && asked == found ? "outro modelo com este nome" : asked
  }
}

extension TrainingFailure.Contents {
  fileprivate var portuguese: String {
    switch self {
    case .model(let corpus, let steps):
      "um modelo (\(OutputMessage.origin(corpus: corpus, steps: steps).portuguese))"
    case .unreadableModel: ModelFile.fileName
    case .unfinishedRun: "um treino por terminar"
    }
  }
}
