import Foundation
import Testing
import TextGenTestSupport

/// The rows of the table of texts that people bring as corpora.
struct CorpusTextTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let name: String
    let corpus: Data
    var options: [String] = []
    /// A part of the error; nil where the corpus is to be trained on.
    var refusal: String?
    /// A part of what is said.
    var saying: String?

    init(
      _ name: String, _ corpus: Data, _ options: [String] = [], refusal: String? = nil,
      saying: String? = nil
    ) {
      (self.name, self.corpus, self.options) = (name, corpus, options)
      (self.refusal, self.saying) = (refusal, saying)
    }

    init(
      _ name: String, _ corpus: String, _ options: [String] = [], refusal: String? = nil,
      saying: String? = nil
    ) {
      self.init(name, Data(corpus.utf8), options, refusal: refusal, saying: saying)
    }

    var testDescription: String { name }
  }

  static let text = Workplace.corpus
  static let latin1 = Data(
    text.replacing("—", with: "-").unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })

  static let rows = [
    Row("empty", "", refusal: "the corpus is empty"),
    Row("spaces", " \n\t \r\n", refusal: "the corpus is empty"),
    Row("byte order mark alone", "\u{FEFF}", refusal: "the corpus is empty"),
    Row("one character", "a", refusal: "the corpus is too small"),
    Row(
      "one character, nothing held out", "a", ["--validation-fraction", "0", "--steps", "1"],
      refusal: "the corpus is too small"),
    Row(
      "shorter than the window", "Era uma vez.\nFim.\n", ["--steps", "2"],
      saying: "textgen: warning: 27.8 % of the text is held out, not 5.0 %"),
    Row(
      "one token", String(repeating: "a", count: 500),
      ["--validation-fraction", "0", "--steps", "2"]),
    Row("nowhere to cut", "abcd", refusal: "has no line to spare"),
    Row(
      "one word", String(repeating: "a", count: 500), ["--steps", "1"],
      saying: "held out: 25 characters (5.0 %)"),
    Row(
      "one line of emoji", String(repeating: "😀👍🏽", count: 500), ["--steps", "1"],
      saying: "held out: 75 characters (5.0 %)"),
    Row(
      "a title and one long line", "Título\n" + text.replacing("\n", with: " "),
      ["--steps", "1"], saying: "(5."),
    Row(
      "NUL only", Data(repeating: 0, count: 5_000),
      refusal: "corpus.txt is not text: 100 % of it are control characters"),
    Row(
      "a PDF", Data("%PDF-1.7\n".utf8) + Data([0xE2, 0xE3]),
      refusal: "corpus.txt is a PDF, not plain text; save it as plain text (UTF-8)"),
    Row(
      "a PDF with an encoding", Data("%PDF-1.7\n".utf8) + Data([0xE2, 0xE3]),
      ["--encoding", "windows-1252"], refusal: "corpus.txt is a PDF"),
    Row(
      "UTF-16 without a mark", text.data(using: .utf16LittleEndian) ?? Data(),
      refusal: "corpus.txt looks like UTF-16LE; pass --encoding UTF-16LE"),
    Row(
      "HTML", "<!DOCTYPE html>\n<html><body>\n<p>" + text.replacing("\n", with: "</p>\n<p>"),
      ["--steps", "1"], saying: "textgen: warning: corpus.txt looks like HTML or XML"),
    Row(
      "lone continuation", Data(text.utf8) + Data([0x80]),
      refusal: "byte 0x80 at offset \(text.utf8.count)"),
    Row("overlong", Data(text.utf8) + Data([0xC0, 0xAF]), refusal: "is not UTF-8: byte 0xC0"),
    Row("surrogate", Data(text.utf8) + Data([0xED, 0xA0, 0x80]), refusal: "is not UTF-8"),
    Row("cut at the end", Data(text.utf8) + Data([0xC3]), refusal: "is not UTF-8: byte 0xC3"),
    Row(
      "Latin-1", latin1,
      refusal: "pass --encoding"),
    Row(
      "Latin-1, said so", latin1,
      ["--encoding", "iso-8859-1", "--steps", "1"]),
    Row("UTF-16", text.data(using: .utf16) ?? Data(), ["--encoding", "UTF-16", "--steps", "1"]),
    Row("unknown encoding", text, ["--encoding", "klingon"], refusal: "no known encoding"),
    Row(
      "lossy", Data(text.utf8) + Data([0xFF]), ["--encoding", "utf-8-lossy", "--steps", "1"],
      saying: "textgen: warning: corpus.txt holds 1 places that are not utf-8"),
    Row("NUL and control characters", text + "\u{0}\u{1}\u{1B}[2J\n" + text, ["--steps", "1"]),
    Row(
      "byte order mark", "\u{FEFF}" + text, ["--steps", "1"],
      saying: "normalised: 1 byte order mark dropped"),
    Row("CRLF", text.replacing("\n", with: "\r\n"), ["--steps", "1"], saying: "line ends made LF"),
    Row(
      "decomposed", text.decomposedStringWithCanonicalMapping, ["--steps", "1"],
      saying: "sequences composed (NFC)"),
    Row("no line end", String(text.replacing("\n", with: " ")), ["--steps", "1"]),
    Row(
      "one line of a megabyte", String(repeating: "chuva fina ", count: 90_000), ["--steps", "1"]),
    Row("scripts and emoji", text + "👩‍👩‍👧 🇧🇷 👍🏽 שלום العربية नमस्ते\n" + text, ["--steps", "1"]),
    Row(
      "10,000 marks on one letter",
      text + "a" + String(repeating: "\u{301}", count: 10_000) + "\n" + text,
      ["--steps", "1"]),
    Row(
      "doubly encoded",
      "Ã¡gua, coraÃ§Ã£o, nÃ£o, avÃ³, pÃ£o, irmÃ£, manhÃ£, Ã©.\n"
        + text.replacing("ã", with: "Ã£").replacing("é", with: "Ã©").replacing("ç", with: "Ã§")
        .replacing("ó", with: "Ã³").replacing("á", with: "Ã¡").replacing("ê", with: "Ãª").replacing(
          "—", with: "-"),
      ["--steps", "1"], saying: "looks like UTF-8 that was read as"),
    Row(
      "nothing held out and no limit", text, ["--validation-fraction", "0"],
      refusal: "nothing is held out"),
    Row(
      "batches too large", text, ["--batch-size", "1000", "--sequence-length", "1000"],
      refusal: "fewer than a batch size of 1000"),
  ]

  @Test func `warnings in JSON say what to do on the command line`() throws {
    let row = try #require(Self.rows.first { $0.name == "doubly encoded" })
    let place = try Workplace(corpus: row.corpus)
    let outcome = try place.train("--steps", "1", "--json")
    #expect(outcome.status == 0, "\(outcome.error)")
    let corpus = try #require(outcome.jsonLines().first?["corpus"] as? [String: Any])
    let warnings = try #require(corpus["warnings"] as? [String])
    let advice = "; pass --encoding utf-8-via-"
    #expect(warnings.contains { $0.contains(advice) && $0.hasSuffix(" to repair it") })
    // The log is the library's, which knows no command line.
    let data = try place.read("checkpoints/corpus/log.jsonl")
    let log = try #require(String(data: data, encoding: .utf8))
    #expect(log.contains("looks like UTF-8 that was read as") && !log.contains("--encoding"))
  }

  @Test(.tags(.slow), arguments: rows) func `every text has a chosen answer`(_ row: Row) throws {
    let place = try Workplace(corpus: row.corpus)
    let outcome = try place.program.run(
      ["train", "corpus.txt", "--hidden-size", "8", "--threads", "1"] + row.options)
    if let refusal = row.refusal {
      #expect(outcome.status == 1)
      #expect(outcome.errorLines.count == 1 && outcome.error.contains(refusal), "\(outcome.error)")
      #expect(!place.has("checkpoints/corpus/model.safetensors"))
    } else {
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(place.has("checkpoints/corpus/model.safetensors"))
      let sample = try place.program.run("sample", "--length", "10", "--seed", "1", "--json")
      #expect(sample.status == 0, "\(sample.error)")
    }
    if let saying = row.saying { #expect(outcome.error.contains(saying), "\(outcome.error)") }
  }

  @Test(arguments: ["\r\n", "\r"]) func `a twin with other line ends trains the same model`(
    _ lineEnd: String
  ) throws {
    let twin = Self.text.replacing("\n", with: lineEnd).decomposedStringWithCanonicalMapping
    let places = [try Workplace(), try Workplace(corpus: Data(("\u{FEFF}" + twin).utf8))]
    for place in places {
      #expect(try place.train("--steps", "3", "--validation", "corpus.txt").status == 0)
    }
    let weights = try places.map { try $0.tensors("checkpoints/corpus/model.safetensors") }
    #expect(weights[0] == weights[1])
  }

  @Test(arguments: [
    ("missing.txt", "does not exist"),
    ("empty-folder", "holds no file whose name ends in .txt or .md"),
    ("/dev/null", "the corpus is empty"), ("/dev/zero", "is a device"),
  ])
  func `a corpus that cannot be read is refused`(_ path: String, _ sentence: String) throws {
    let place = try Workplace()
    try place.write(Data(), to: "empty-folder/x.png")
    let outcome = try place.program.run("train", path, limit: 20)
    #expect(outcome.status == 1)
    #expect(outcome.errorLines.count == 1 && outcome.error.contains(sentence), "\(outcome.error)")
  }

  @Test(arguments: [["evaluate", "x.pdf"], ["evaluate", "-"], ["complete", "-"]])
  func `every command that reads text recognises what is none`(_ arguments: [String]) throws {
    let place = try Workplace()
    let pdf = Data("%PDF-1.7\n".utf8)
    try place.write(pdf, to: "x.pdf")
    var program = place.program
    program.environment["TEXTGEN_MODEL"] =
      try TrainedModel.workplace.get().path + "/checkpoints/corpus"
    let outcome = try program.run(arguments, input: pdf)
    #expect(outcome.status == 1)
    #expect(
      outcome.errorLines.count == 1 && outcome.error.contains(" is a PDF, not plain text; save it"))
  }

  @Test func `what would not end is left out of a folder`() throws {
    let place = try Workplace()
    try place.write(Data(Self.text.utf8), to: "textos/a.txt")
    #expect(mkfifo(place.path + "/textos/b.txt", 0o600) == 0)
    let outcome = try place.program.run(
      ["train", "textos", "--hidden-size", "8", "--steps", "1"], limit: 20)
    #expect(outcome.status == 0)
    #expect(outcome.error.contains("warning: textos/b.txt is a pipe, not a file; it is left out"))
  }

  @Test func `a folder that cannot be made is refused for the true reason`() throws {
    let place = try Workplace()
    let outcome = try place.train("--steps", "1", "--output", "/sys/textgen-test")
    #expect(outcome.status == 1)
    #expect(outcome.error.contains("/sys/textgen-test: the folder cannot be created: "))
    #expect(!outcome.error.contains("No such file"))
  }

  @Test(.tags(.slow)) func `random bytes never crash`() throws {
    let place = try Workplace()
    for seed in UInt64(0)..<20 {
      var generator = SeededGenerator(seed: seed)
      let count = Int.random(in: 1...3000, using: &generator)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      try place.write(Data(bytes), to: "corpus.txt")
      let strict = try place.train("--steps", "1")
      #expect([0, 1].contains(strict.status))
      let lossy = try place.train("--steps", "1", "--encoding", "utf-8-lossy")
      #expect([0, 1].contains(lossy.status), "seed \(seed): \(lossy.error)")
    }
  }
}
