import TextGenTokenization

extension UnicodeMismatch: Translated {
  var english: String { description }

  var portuguese: String {
    "o texto do modelo foi cortado pelo ICU \(icu) (Unicode \(unicode)), e este processo usa o ICU "
      + "\(ICUVersion.icu) (Unicode \(ICUVersion.unicode)); palavras raras podem ser cortadas de outro modo"
  }
}
