import TextGenProsody

/// What `scan` says of poems.
enum ScanMessage: Translated {
  case noVerse(file: String)
  case tooManyLines(poem: Int, file: String, count: Int, most: Int)
  case broken(Int, of: Int, file: String, form: String)
  case prose(file: String, Int, of: Int)
  case otherLanguage(file: String, share: Double)
  case noMetre, noRhymes, bothVarieties
  case lines(Int)
  case inMetre(Int, of: Int)
  case violation(Violation)
  case unread(String, Unreadable?)
  case asked(found: Int, asked: Int)
  case licence(String, syllable: Int)

  var english: String {
    switch self {
    case .noVerse(let file): "\(file) has no line of verse; give a text with at least one"
    case .tooManyLines(let poem, let file, let count, let most):
      "poem \(poem) of \(file) has \(grouped(count)) lines, but at most \(grouped(most)) are scanned "
        + "as one; part poems with a line * * *"
    case .broken(let broken, let count, let file, let form):
      "\(broken) of \(counted(count, "poem")) in \(file) \(broken == 1 ? "breaks" : "break") the form "
        + "\(form); the violations say where and what it asks"
    case .prose(let file, let long, let lines):
      "\(file) looks like prose: \(grouped(long)) of \(counted(lines, "line")) \(lines == 1 ? "has" : "have") more than 16 "
        + "syllables, as no verse has; give a text with one line for each line of verse"
    case .otherLanguage(let file, let share):
      "\(file) looks like another language: \(percent(share, 0)) of its words are Portuguese; syllables, "
        + "stresses and rhymes are those of Portuguese"
    case .noMetre: "no common metre"
    case .noRhymes: "no rhymes"
    case .bothVarieties: "pt-BR and pt-PT"
    case .lines(let count): counted(count, "line")
    case .inMetre(let count, let all): "\(count) of \(all) in metre"
    case .violation(let violation):
      "\(violation.line.map { "line \($0)" } ?? "poem"): \(violation.rule.english): found "
        + "\(violation.found.english), expected \(violation.expected.english)"
    case .unread(let text, let reason): "\(text)  (not read: \(reason?.english ?? "no vowels"))"
    case .asked(let found, let asked): "(\(found), asked \(asked))"
    case .licence(let kind, let syllable): "\(kind) in \(syllable)"
    }
  }

  var portuguese: String {
    switch self {
    case .noVerse(let file): "\(file) não tem versos; dê um texto com pelo menos um"
    case .tooManyLines(let poem, let file, let count, let most):
      "o poema \(poem) de \(file) tem \(grouped(count)) linhas, mas escandem-se no máximo "
        + "\(grouped(most)) de uma vez; separe poemas com uma linha * * *"
    case .broken(let broken, let count, let file, let form):
      "\(broken) de \(counted(count, "poema")) em \(file) \(broken == 1 ? "quebra" : "quebram") a "
        + "forma \(form); as violações dizem onde e o que ela pede"
    case .prose(let file, let long, let lines):
      "\(file) parece prosa: \(grouped(long)) de \(counted(lines, "linha")) \(lines == 1 ? "tem" : "têm") mais de 16 sílabas, o que "
        + "nenhum verso tem; dê um texto com uma linha por verso"
    case .otherLanguage(let file, let share):
      "\(file) parece estar em outra língua: \(percent(share, 0)) das palavras são portuguesas; as "
        + "sílabas, os acentos e as rimas são os do português"
    case .noMetre: "sem metro comum"
    case .noRhymes: "sem rimas"
    case .bothVarieties: "pt-BR e pt-PT"
    case .lines(let count): counted(count, "linha")
    case .inMetre(let count, let all): "\(count) de \(all) no metro"
    case .violation(let violation):
      "\(violation.line.map { "verso \($0)" } ?? "poema"): \(violation.rule.portuguese): há "
        + "\(violation.found.portuguese), esperava-se \(violation.expected.portuguese)"
    case .unread(let text, let reason): "\(text)  (não lido: \(reason?.portuguese ?? "sem vogais"))"
    case .asked(let found, let asked): "(\(found), pedidas \(asked))"
    case .licence(let kind, let syllable): "\(kind) em \(syllable)"
    }
  }
}
