import TextGenFigures

/// What a table or a picture of a comparison shows, and what to look for in it.
enum ComparisonReading {
  case bits
  case probes
  case learning
  case memory
  case inputs
  case states
  case norms

  /// The two sentences.
  func reading(in language: Language) -> Report.Reading {
    switch language {
    case .english: english
    case .portuguese: portuguese
    }
  }

  private var english: Report.Reading {
    switch self {
    case .bits:
      Report.Reading(
        "Bits that a model needs for a character of text that it has not seen, and what it took.",
        lookFor:
          "Look for the smallest number under test, and whether intervals of two models overlap.")
    case .probes:
      Report.Reading(
        "Right answers where one word earlier in the sentence decides; guessing gives 50 %.",
        lookFor: "Look along a row for the distance from which on a model only guesses.")
    case .learning:
      Report.Reading(
        "Bits per character of the validation text in the course of training.",
        lookFor: "Look for which curve is lowest at the end, and whether it still falls there.")
    case .memory:
      Report.Reading(
        "Right answers to sentences whose end depends on a word so many words before.",
        lookFor:
          "Look for where a curve comes down to chance: so far the memory of the model reaches.")
    case .inputs:
      Report.Reading(
        "How much one prediction teaches a network about what it read before: the norm of the loss's "
          + "gradient by each token, against its distance.",
        lookFor:
          "Look for curves that fall steeply: such a network hardly learns from further back.")
    case .states:
      Report.Reading(
        "The same by the hidden state of the top layer.",
        lookFor: "Look for curves that stay level: there the state carries what was read onwards.")
    case .norms:
      Report.Reading(
        "The norm of each training step's gradient; what is above the line is clipped.",
        lookFor: "Look for peaks: a network that is clipped again and again is hard to train.")
    }
  }

  private var portuguese: Report.Reading {
    switch self {
    case .bits:
      Report.Reading(
        "Bits de que um modelo precisa por caractere de texto que não viu, e o que custou.",
        lookFor: "Procure o menor número em teste, e se os intervalos de dois modelos se sobrepõem."
      )
    case .probes:
      Report.Reading(
        "Respostas certas onde uma palavra anterior da frase decide; ao acaso seriam 50 %.",
        lookFor: "Procure em cada linha a distância a partir da qual o modelo só adivinha.")
    case .learning:
      Report.Reading(
        "Bits por caractere do texto de validação ao longo do treino.",
        lookFor: "Procure a curva mais baixa no fim, e se ali ela ainda cai.")
    case .memory:
      Report.Reading(
        "Respostas certas a frases cujo fim depende de uma palavra tantas palavras antes.",
        lookFor:
          "Procure onde uma curva desce ao nível do acaso: até ali chega a memória do modelo.")
    case .inputs:
      Report.Reading(
        "Quanto uma previsão ensina à rede sobre o que leu antes: norma do gradiente da perda em "
          + "relação a cada caractere ou palavra, conforme a distância.",
        lookFor: "Procure curvas que caem depressa: essa rede quase não aprende de mais longe.")
    case .states:
      Report.Reading(
        "O mesmo em relação ao estado oculto da camada de cima.",
        lookFor: "Procure curvas que se mantêm: ali o estado leva adiante o que foi lido.")
    case .norms:
      Report.Reading(
        "Norma do gradiente de cada passo do treino; o que passa da linha é cortado.",
        lookFor: "Procure picos: uma rede cortada muitas vezes é difícil de treinar.")
    }
  }
}
