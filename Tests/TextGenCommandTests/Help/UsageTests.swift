import Testing

struct UsageTests {
  struct Wrong: CustomTestStringConvertible, Sendable {
    let arguments: [String]
    let sentence: String

    init(_ arguments: String..., says sentence: String) {
      self.arguments = arguments
      self.sentence = sentence
    }

    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let wrong = [
    Wrong("train", says: "there is no CORPUS"),
    Wrong("tarin", says: "unexpected argument 'tarin'"),
    Wrong("train", "x", "--temprature", "1", says: "unknown option '--temprature'"),
    Wrong(
      "train", "x", "--hidden-size", "0", says: "'--hidden-size': expected a whole number from 1"),
    Wrong("train", "x", "--layers", "65", says: "'--layers': expected a whole number from 1 to 64"),
    Wrong("train", "x", "--steps", "-3", says: "'-3' is invalid for '--steps'"),
    Wrong("train", "x", "--steps", "9223372036854775808", says: "'--steps'"),
    Wrong("train", "x", "--steps", "1.5", says: "'--steps'"),
    Wrong("train", "x", "--steps", says: "missing value for '--steps"),
    Wrong("train", "x", "--epochs", "0", says: "'--epochs': expected a number above 0"),
    Wrong("train", "x", "--minutes", "nan", says: "'--minutes'"),
    Wrong("train", "x", "--minutes", "inf", says: "'--minutes'"),
    Wrong("train", "x", "--learning-rate", "-1", says: "'--learning-rate'"),
    Wrong("train", "x", "--clip-norm", "0", says: "'--clip-norm'"),
    Wrong("train", "x", "--dropout", "1", says: "'--dropout': expected a number from 0 to below 1"),
    Wrong("train", "x", "--batch-size", "", says: "'--batch-size'"),
    Wrong("train", "x", "--sequence-length", "10000000", says: "'--sequence-length'"),
    Wrong("train", "x", "--vocabulary-size", "1", says: "'--vocabulary-size'"),
    Wrong("train", "x", "--minimum-count", "0", says: "'--minimum-count'"),
    Wrong("train", "x", "--validation-fraction", "1", says: "'--validation-fraction'"),
    Wrong(
      "train", "x", "--validation", "y", "--validation-fraction", "0.1",
      says: "--validation and --validation-fraction exclude each other"),
    Wrong("serve", "--port", "65536", says: "'--port': expected a whole number from 0 to 65535"),
    Wrong("serve", "--open", "--no-page", says: "--open and --no-page exclude each other"),
    Wrong("serve", "--log", "xml", says: "'--log': expected text, json or off"),
    Wrong("serve", "--host", "0.0.0.0", says: "--host 0.0.0.0 lets other machines connect"),
    Wrong("train", "-", "-", says: "standard input (-) can be read only once"),
    Wrong(
      "train", "x", "--unit", "letter", says: "'--unit': expected character, word or subword;"),
    Wrong(
      "train", "x", "--cell", "transformer",
      says: "'--cell': expected lstm, gru, mgu, elman or elman-relu;"),
    Wrong(
      "train", "x", "--precision", "int8",
      says: "'--precision': expected auto, float32 or bfloat16;"),
    Wrong("train", "x", "--optimizer", "rms", says: "'--optimizer': expected adam, muon or sgd;"),
    Wrong(
      "train", "x", "--tie-embeddings", "--embedding-size", "8", "--hidden-size", "16",
      says: "--tie-embeddings needs equal sizes, but --embedding-size is 8"),
    Wrong(
      "train", "x", "--from", "m", "--blend", "n=2",
      says: "'--blend': expected a model, = and a number from 0 to 1"),
    Wrong("train", "x", "--blend", "n=0.5", says: "none to start from; name it with --from"),
    Wrong("train", "x", "--from", "", says: "'--from': expected at least one character"),
    Wrong(
      "train", "x", "--from", "y", "--recurrent-initialization", "uniform",
      says: "--recurrent-initialization is for random weights, but --from names the weights"),
    Wrong("train", "x", "--seed", "-1", says: "'--seed'"),
    Wrong("train", "x", "--seed", "18446744073709551616", says: "'--seed'"),
    Wrong("train", "x", "--threads", "0", says: "'--threads'"),
    Wrong("train", "x", "--output", "", says: "'--output'"),
    Wrong(
      "complete", "x", "--count", "0", says: "'--count': expected a whole number from 1 to 1000"),
    Wrong("complete", "x", "--count", "1001", says: "'--count'"),
    Wrong("complete", "x", "y", says: "unexpected argument 'y'"),
    Wrong(
      "complete", "Os", "alunos", "tiraram",
      says: "2 unexpected arguments: 'alunos', 'tiraram'; a text of several words wants quotes"),
    Wrong(
      "inspect", "--surprise", "Os", "alunos", says: "or put a text of several words in quotes"),
    Wrong("sample", "--prompt", "Os", "alunos", says: "a text of several words wants quotes"),
    Wrong("complete", "x", "--lines", says: "--lines reads its texts from standard input"),
    Wrong("complete", "--keyboard", "--lines", says: "--keyboard reads its texts from standard"),
    Wrong(
      "sample", "--prompt", "x", "--prompt-file", "y",
      says: "--prompt and --prompt-file exclude each other"),
    Wrong("sample", "--stream", says: "--stream is for --json"),
    Wrong("sample", "--temperature", "1,000.5", says: "'--temperature': expected a number from 0"),
    Wrong("sample", "--temperature", "0,8,1", says: "'--temperature': expected a number from 0"),
    Wrong("sample", "--top-p", "1,5", says: "'--top-p': expected a number from 0 to 1"),
    Wrong("complete", "--keyboard", "x", says: "--keyboard reads its texts from standard input"),
    Wrong("sample", "--temperature", "-1", says: "'--temperature': expected a number from 0"),
    Wrong("sample", "--temperature", "nan", says: "'--temperature'"),
    Wrong("sample", "--temperature", "inf", says: "'--temperature'"),
    Wrong("sample", "--temperature", "1e999", says: "'--temperature'"),
    Wrong("sample", "--top-k", "-1", says: "'--top-k'"),
    Wrong("sample", "--top-k", "9223372036854775808", says: "'--top-k'"),
    Wrong("sample", "--top-p", "1.5", says: "'--top-p': expected a number from 0 to 1"),
    Wrong("sample", "--top-p", "-0.1", says: "'--top-p'"),
    Wrong("sample", "--min-p", "2", says: "'--min-p'"),
    Wrong("sample", "--typical-p", "2", says: "'--typical-p': expected a number from 0 to 1"),
    Wrong("sample", "--mirostat", "-1", says: "'--mirostat': expected a number from 0 (off) up"),
    Wrong("sample", "--mirostat", "inf", says: "'--mirostat'"),
    Wrong("sample", "--acrostic", "AMOR1", says: "'--acrostic': expected letters"),
    Wrong("sample", "--acrostic", "", says: "'--acrostic': expected letters"),
    Wrong(
      "sample", "--acrostic", "AMOR", "--length", "50",
      says: "--length is not for poems"),
    Wrong(
      "sample", "--acrostic", "AMOR", "--prompt", "O mar",
      says: "--prompt is not for poems"),
    Wrong("sample", "--form", "sonetto", says: "'sonetto' is no form of poem; did you mean soneto"),
    Wrong(
      "sample", "--form", "trova", "--rhyme", "AABB",
      says: "--rhyme AABB isn't one of trova, which has ABAB"),
    Wrong("sample", "--form", "trova", "--metre", "10", says: "--metre 10 isn't one of trova"),
    Wrong("sample", "--metre", "3", says: "'3' is no metre to write in"),
    Wrong("sample", "--rhyme", "A1", says: "'A1' is no scheme"),
    Wrong(
      "sample", "--form", "soneto", "--stanzas", "2", says: "--stanzas is for poems that repeat"),
    Wrong(
      "sample", "--form", "soneto", "--rhyme-kind", "toante",
      says: "--rhyme-kind toante is for a quadra"),
    Wrong("sample", "--rhyme-kind", "rica", says: "'--rhyme-kind': expected consoante or toante"),
    Wrong("evaluate", "x", "--form", "quadra", says: "--form is for samples, of which there are 0"),
    Wrong(
      "evaluate", "x", "--samples", "2", "--form", "quadra", "--length", "9",
      says: "--length is not for poems"),
    Wrong(
      "evaluate", "x", "--samples", "2", "--form", "quadro",
      says: "'quadro' is no form of poem; did you mean quadra"),
    Wrong("sample", "--theme", "mar", says: "--theme is for poems; add --form"),
    Wrong("sample", "--form", "quadra", "--theme", " , ", says: "--theme ' , ' has no word"),
    Wrong(
      "sample", "--form", "quadra", "--acrostic", "AM0R",
      says: "'--acrostic': expected letters"),
    Wrong("sample", "--acrostic", "AMOR", "--top-p", "0.5", says: "--top-p is not for poems"),
    Wrong(
      "sample", "--form", "sextilha", "--acrostic", "HELENAS",
      says: "--acrostic has 7 letters, but the poem has 6 lines"),
    Wrong("sample", "--first-line", "O mar", says: "--first-line is for poems; add --form"),
    Wrong(
      "sample", "--acrostic", "AMOR", "--first-line", "O mar",
      says: "--first-line begins with another letter than --acrostic"),
    Wrong(
      "sample", "--form", "quadra", "--prompt", "O mar", says: "--prompt is not for poems; name"),
    Wrong("sample", "--form", "quadra", "--length", "9", says: "--length is not for poems"),
    Wrong("sample", "--form", "quadra", "--adapt", says: "--adapt is not for poems"),
    Wrong("sample", "--form", "quadra", "--top-k", "3", says: "--top-k is not for poems"),
    Wrong(
      "sample", "--form", "quadra", "--acrostic", "AMORES",
      says: "--acrostic has 6 letters, but the poem has 4 lines"),
    Wrong("sample", "--repetition-penalty", "0", says: "'--repetition-penalty'"),
    Wrong("sample", "--repetition-penalty", "inf", says: "'--repetition-penalty'"),
    Wrong("sample", "--length", "-1", says: "'--length'"),
    Wrong("sample", "--length", "9223372036854775808", says: "'--length'"),
    Wrong("sample", "--lines", "-1", says: "'--lines'"),
    Wrong("sample", "--count", "0", says: "'--count'"),
    Wrong("sample", "--stop", "", says: "'--stop': expected at least one character"),
    Wrong("evaluate", says: "there is no FILE"),
    Wrong("evaluate", "-", "-", says: "standard input (-) can be read only once"),
    Wrong("evaluate", "x", "--words", "-1", says: "'--words'"),
    Wrong(
      "evaluate", "x", "--samples", "1001",
      says: "'--samples': expected a whole number from 0 to 1000"),
    Wrong("evaluate", "x", "--samples", "-1", says: "'--samples'"),
    Wrong("evaluate", "x", "--samples", "1", "--length", "0", says: "'--length'"),
    Wrong("evaluate", "x", "--samples", "1", "--temperature", "nan", says: "'--temperature'"),
    Wrong(
      "evaluate", "x", "--training", "y",
      says: "--training is for samples, of which there are 0; add --samples 100"),
    Wrong("evaluate", "x", "--seed", "1", says: "--seed is for samples"),
    Wrong(
      "evaluate", "-", "--samples", "1", "--training", "-",
      says: "standard input (-) can be read only once"),
    Wrong("evaluate", "x", "--quantize", "int4", says: "'--quantize"),
    Wrong("sample", "--quantize", says: "missing value for '--quantize"),
    Wrong("quantize", says: "there is no --output; name the file to write"),
    Wrong("quantize", "--output", "", says: "'--output': expected at least one character"),
    Wrong("quantize", "x", "--model", "y", "--output", "z", says: "the model is named twice"),
    Wrong("quantize", "x", "y", "--output", "z", says: "unexpected argument 'y'"),
    Wrong("benchmark", "--batch-size", "0", says: "'--batch-size'"),
    Wrong("benchmark", "--streams", "0", says: "'--streams': expected a whole number from 1"),
    Wrong("benchmark", "--seconds", "0", says: "'--seconds': expected a number above 0"),
    Wrong("benchmark", "--only", "both", says: "'--only"),
    Wrong("benchmark", "--precision", "auto", says: "'--precision"),
    Wrong("benchmark", "--precision", "int8", says: "--precision int8 serves generation alone"),
    Wrong("benchmark", "--against", "keras", says: "'--against': expected torch;"),
    Wrong(
      "benchmark", "--corpus", "x", "--only", "training",
      says: "--corpus and --only exclude each other"),
    Wrong(
      "benchmark", "--corpus", "x", "--against", "torch",
      says: "--corpus and --against exclude each other"),
    Wrong(
      "benchmark", "--tie-embeddings", "--embedding-size", "8", "--hidden-size", "16",
      says: "--tie-embeddings needs equal sizes, but --embedding-size is 8"),
  ]

  @Test(arguments: wrong)
  func `wrong usage is one sentence and exit status 64`(_ wrong: Wrong) throws {
    let outcome = try BuiltProgram(folder: "/").run(wrong.arguments)
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.error.hasPrefix("textgen: error: "))
    #expect(outcome.error.contains(wrong.sentence), "\(outcome.error)")
    #expect(outcome.error.filter(\.isNewline).count == 1)
  }

  @Test func `a variable of the server is refused by its name`() throws {
    let program = BuiltProgram(
      folder: "/", environment: ["TEXTGEN_LANGUAGE": "en", "TEXTGEN_SERVE_QUANTIZE": "int9"])
    let outcome = try program.run("serve")
    #expect(outcome.status == 64)
    let sentence =
      "the variable TEXTGEN_SERVE_QUANTIZE is 'int9': expected float32, bfloat16 or int8"
    #expect(outcome.error.contains(sentence), "\(outcome.error)")
  }

  @Test func `an error message stays on one line`() throws {
    let outcome = try BuiltProgram(folder: "/").run("sample", "--model", "a\nb\u{1B}[31m")
    #expect(outcome.status == 1)
    #expect(
      outcome.error
        == "textgen: error: a\\nb\\u{1B}[31m: there is no such model; `textgen models` "
        + "lists those that there are, `textgen train` makes one\n")
  }
}
