import ArgumentParser
import FoundationEssentials
import Glibc
import TextGenCompute
import TextGenLaboratory
import TextGenLanguageModeling
import TextGenProbes
import TextGenSafeTensors
import TextGenTokenization

/// A comparison in a folder: texts, a plan, and for each model a folder with what was found.
struct Comparison {
  let plan: ComparisonPlan
  /// The folder of the comparison.
  let folder: OutputFolder
  /// Held as long as the comparison works: a second one in the folder is refused.
  private let lock: FolderLock

  /// The page about the comparison.
  static let pageName = "report.html"
  private static let texts = ["training.txt", "validation.txt", "test.txt", "probes.json"]

  /// The names of all files and folders that a comparison makes.
  private static var names: [String] {
    [ComparisonPlan.fileName, pageName] + texts
      + ComparisonReport.chartNames.map { $0 + ".svg" } + Contender.allCases.map(\.rawValue)
  }

  /// Reads the corpus and prepares the folder, or goes on with what is there.
  ///
  /// - Throws: `CorpusError` where a text cannot be read; `ComparisonError` where it is too small;
  ///   `FileError` where another process compares in the folder; `Failure` where the folder holds another
  ///   comparison, or something else that must stay.
  init(
    _ corpora: [String], encoding: String?, _ options: ComparisonOptions, folder path: String
  ) throws {
    folder = try .forComparison(path, names: Self.names, corpora: corpora)
    let text = try CorpusText(contentsOf: corpora, encoding: encoding)
    for warning in text.warnings { Conversation.warn(warning) }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text.scalars)
    let whole = String(scalars)
    let lines = whole.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var hash = XXH64()
    hash.update(whole)
    var plan = ComparisonPlan(
      corpus: corpora.map { corpusName([$0]) }, fingerprint: hash.digest,
      models: options.models ?? Contender.allCases,
      budget: options.budget ?? ComparisonBudget(suitedTo: scalars.count), options)
    // The plan goes first: what is killed before its texts are there goes on by the same command.
    let split = try Self.split(lines, plan)
    try folder.create()
    lock = try FolderLock(path)
    if let old = try ComparisonPlan(in: path) {
      if options.budget == nil { plan.budget = old.budget }
      guard plan.agrees(with: old) else {
        throw Failure(ComparisonMessage.otherComparison(path: path))
      }
      plan.models = Contender.allCases.filter {
        plan.models.contains($0) || old.models.contains($0)
      }
    }
    self.plan = plan
    try plan.save(in: folder)
    for (name, text) in zip(Self.texts, split) {
      try OutputFile(name, in: folder).write(text)
    }
  }

  /// Lines of probes for training at most, in each family.
  private static let lineCount = 20_000

  /// The texts of the comparison, in the order of their names.
  private static func split(_ lines: [String], _ plan: ComparisonPlan) throws -> [String] {
    var items = SeededGenerator(seed: plan.seed)
    var training = SeededGenerator(seed: plan.seed &+ 1)
    var mixing = SeededGenerator(seed: plan.seed &+ 2)
    let test = ProbeSet(
      ProbeSizes(
        lineCount: 2, longRangeItemCount: 2 * plan.probeItems,
        otherItemCount: 4 * plan.probeItems), using: &items)
    let sentences = ProbeSet(
      ProbeSizes(lineCount: lineCount, longRangeItemCount: 2, otherItemCount: 2),
      using: &training)
    let texts = try ComparisonTexts(
      lines, probes: sentences.trainingLines, share: plan.probeShare, using: &mixing)
    return [texts.training, texts.validation, texts.test, jsonText(test.items) + "\n"]
  }

  /// Trains and measures what has no figures yet, each model in a process of its own, so that its memory
  /// is its own and one that fails leaves the others alone.
  ///
  /// What a process found of its model, that it diverges included, stays. How a process ended, killed or
  /// out of room, says nothing of the model: it is kept for this time alone, and the same command tries
  /// again.
  ///
  /// - Throws: `ExitCode` where the work was interrupted.
  func run(threads: Int) throws -> [ContenderResult] {
    var results: [ContenderResult] = []
    let clock = ContinuousClock()
    var forecast = try forecast()
    if let seconds = forecast.trainingSeconds, let all = forecast.trainingLeft {
      Conversation.say(
        ComparisonMessage.forecast(
          networks: forecast.networkCount, each: clockTime(seconds), all: clockTime(all)))
    }
    for (index, contender) in plan.models.enumerated() {
      if let result = try result(of: contender) {
        results.append(result)
        continue
      }
      Conversation.say(
        ComparisonMessage.contender(
          contender.rawValue, number: index + 1, of: plan.models.count,
          left: forecast.secondsLeft.map(clockTime)))
      let start = clock.now
      let status = try run(contender, threads: threads)
      if contender.isNetwork { forecast.note(seconds: (clock.now - start) / .seconds(1)) }
      if [129, 130, 143].contains(status) {
        Conversation.say(ComparisonMessage.interrupted)
        throw ExitCode(status)
      }
      let found = status == 0 ? try result(of: contender) : nil
      var accident = ContenderResult(contender)
      accident.failure = ContenderVerdict.accident.sentence("\(status)")
      results.append(found ?? accident)
    }
    return results
  }

  /// How long it takes to train and measure what has no figures yet.
  private func forecast() throws -> ComparisonForecast {
    let networks = try plan.models.filter { try $0.isNetwork && result(of: $0) == nil }
    return ComparisonForecast(of: networks.count, ComparisonBudget(plan.budget))
  }

  /// Refuses to call it done where a model has no figures.
  ///
  /// - Throws: `Failure` that names the models.
  func refuseLack(in results: [ContenderResult]) throws(Failure) {
    let failed = results.compactMap { result in
      result.failure.map { (name: result.name.rawValue, failure: $0) }
    }
    guard !failed.isEmpty else { return }
    throw Failure(
      ComparisonMessage.noFigures(
        of: failed.map { "\($0.name) (\(ContenderVerdict.shown($0.failure)))" },
        again: failed.filter { ContenderVerdict.accident.matches($0.failure) }.map(\.name)))
  }

  /// The file with the figures of a model, in the folder of the comparison.
  static func resultName(of contender: Contender) -> String {
    contender.rawValue + "/result.json"
  }

  /// What was found of a model; nil where nothing was.
  private func result(of contender: Contender) throws -> ContenderResult? {
    let path = folder.path + "/" + Self.resultName(of: contender)
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    guard let result = try? decoder.decode(ContenderResult.self, from: data) else {
      throw Failure(ComparisonMessage.notAResult(file: path, of: contender.rawValue))
    }
    // Earlier versions wrote accidents down, too.
    return result.failure.map(ContenderVerdict.accident.matches) ?? false ? nil : result
  }

  /// Runs this program for one model, on the same streams, and returns its exit status.
  private func run(_ contender: Contender, threads: Int) throws -> Int32 {
    let words =
      [Program.running, "compare", "--contender", contender.rawValue, "--output", folder.path]
      + ["--threads", "\(threads)"] + (Conversation.isQuiet ? ["--quiet"] : [])
    do throws(SpawnedProcess.Refusal) {
      return try SpawnedProcess.status(of: words)
    } catch {
      throw error.failure(of: words[0])
    }
  }
}
