import TextGen

extension ErrorDetail: Translated {
  var english: String { (error as? any Translated)?.english ?? description }

  var portuguese: String {
    (error as? any Translated)?.portuguese ?? SystemWords.portuguese(in: description)
  }
}
