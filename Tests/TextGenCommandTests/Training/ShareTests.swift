import Foundation
import Testing

/// `train --share`, `--ngram-corpus`, `--schedule` and `--steps 0`, from outside.
struct ShareTests {
  private static func lines(_ subject: String) -> Data {
    let paragraphs = (1...30).map { paragraph in
      (1...8).map { "\(subject) \($0) dorme na rua número \(paragraph).\n" }.joined()
    }
    return Data(paragraphs.joined(separator: "\n").utf8)
  }

  /// A folder with texts in `fala` and `livro`, and `resto.txt`.
  private static func workplace() throws -> Workplace {
    let place = try Workplace()
    try place.write(lines("O gato"), to: "fala/casa.txt")
    try place.write(lines("A chuva"), to: "fala/rua.txt")
    try place.write(lines("O mar"), to: "livro/mar.txt")
    try place.write(lines("O rato"), to: "resto.txt")
    return place
  }

  private static let run = [
    "train", "fala", "livro", "--hidden-size", "16", "--batch-size", "4", "--sequence-length", "16",
    "--threads", "1", "--output", "a",
  ]
  private static let shares = ["--share", "fala=0.5", "--share", "livro/mar.txt=1,5"]

  @Test func `a run says what an epoch reads, and the model's card keeps it`() throws {
    let place = try Self.workplace()
    let outcome = try place.program.run(
      Self.run + Self.shares + [
        "--steps", "3", "--ngram-corpus", "resto.txt", "--schedule", "constant", "--json",
      ])
    #expect(outcome.status == 0, "\(outcome.error)")
    for phrase in [
      "\ntraining: ", "\nan epoch reads: about ", "\nonly for n-grams: ",
      "learning rate 0.02 (constant), ",
    ] {
      #expect(outcome.error.contains(phrase), "\(phrase) in \(outcome.error)")
    }
    let events = try outcome.jsonLines()
    let corpus = try #require(events.first?["corpus"] as? [String: Any])
    let epoch = try #require((corpus["epoch"] as? [String: Any])?["characters"] as? Int)
    let all = try #require((corpus["training"] as? [String: Any])?["characters"] as? Int)
    #expect(epoch > all / 2 && epoch < all)
    #expect((events.first?["training"] as? [String: Any])?["schedule"] as? String == "constant")
    let card = try place.program.run("inspect", "--model", "a").text
    #expect(card.contains(" characters, "), "\(card)")
    #expect(card.contains(" per epoch"), "\(card)")
  }

  @Test func `shares, texts for n-grams and the schedule must be the same on resuming`() throws {
    let place = try Self.workplace()
    let options = Self.shares + ["--ngram-corpus", "resto.txt", "--schedule", "linear"]
    #expect(try place.program.run(Self.run + options + ["--steps", "3"]).status == 0)
    let resume = Self.run + ["--resume", "--steps", "5"]
    for (options, sentence) in [
      (options + ["--schedule", "cosine"], "has --schedule linear, but cosine is asked for"),
      (Array(options.dropFirst(2)), "other shares of it, other text for n-grams, other limits"),
      (Self.shares, "began with another corpus, other shares of it"),
    ] {
      let outcome = try place.program.run(resume + options)
      #expect(outcome.status == 1 && outcome.errorLines.count == 1)
      #expect(outcome.error.contains(sentence), "\(outcome.error)")
    }
    let same = try place.program.run(resume + options)
    #expect(same.status == 0, "\(same.error)")
  }

  @Test(arguments: [
    (["--share", "fala"], "expected a path of the corpus, = and a number from 0.001 to 100", 64),
    (["--share", "fala=muito"], "expected a path of the corpus, = and a number", 64),
    (["--share", "=0.5"], "expected a path of the corpus, = and a number", 64),
    (["--share", "fala=0"], "expected a path of the corpus, = and a number", 64),
    (["--share", "fala=101"], "expected a path of the corpus, = and a number", 64),
    (
      ["--share", "fala=1", "--share", "./fala/=2"], "more than once for fala; give one number", 64
    ),
    (["--share", "resto.txt=1"], "a share is given for resto.txt, but no text of the corpus", 1),
    (["--share", "fal=1"], "a share is given for fal, but no text of the corpus is there", 1),
    (["--ngram-corpus", "falta.txt"], "falta.txt", 1),
    (["--ngram-corpus", "-", "--validation", "-"], "standard input (-) can be read only once", 64),
    (["--ngram-corpus", "resto.txt", "--ngram-order", "0"], "leave one of them out", 64),
    (["--schedule", "quadratic"], "expected cosine, constant or linear", 64),
    (["--steps", "0"], "--steps 0 trains nothing and only counts n-grams beside a model", 64),
    (["--steps", "0", "--from", "b", "--minimum-count", "2"], "--steps 0 keeps the tokens", 64),
  ])
  func `what cannot be meant is refused with a sentence`(
    _ options: [String], _ sentence: String, _ status: Int32
  ) throws {
    let place = try Self.workplace()
    let outcome = try place.program.run(Self.run + options)
    #expect(outcome.status == status && outcome.errorLines.count == 1, "\(outcome.error)")
    #expect(outcome.error.contains(sentence), "\(outcome.error)")
    #expect(!place.has("a/model.safetensors"))
  }

  @Test func `a run of no steps gives a model other n-grams and leaves its weights alone`() throws {
    let place = try Self.workplace()
    let small = ["--output", "base", "--ngram-order", "2", "--cold-share", "0.3"]
    #expect(try place.program.run(Self.run + ["--steps", "5"] + small).status == 0)
    let outcome = try place.program.run(
      "train", "fala", "livro", "--from", "base", "--steps", "0", "--ngram-order", "5",
      "--ngram-corpus", "resto.txt", "--output", "b", "--threads", "1")
    #expect(outcome.status == 0, "\(outcome.error)")
    for phrase in [
      "the n-grams of base stay behind; this run counts those of its own text and of what",
      "ends: at once: nothing is trained", "done (the steps are over): 0 steps, 0.00 epochs",
      "best: ",
    ] {
      #expect(outcome.error.contains(phrase), "\(phrase) in \(outcome.error)")
    }
    let card = try place.program.run("inspect", "--model", "b").text
    #expect(card.contains("of up to 5 tokens") && card.contains("0 steps"), "\(card)")
    let again = try place.program.run(
      "train", "fala", "livro", "--from", "base", "--output", "c", "--threads", "1", "--steps", "2",
      "--cold-share", "0.25", "--batch-size", "4", "--sequence-length", "16", "--share", "fala=0.5")
    #expect(again.status == 0, "\(again.error)")
  }
}
