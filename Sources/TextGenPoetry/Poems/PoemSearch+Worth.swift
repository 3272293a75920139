// What words are worth in a poem, and at a line of it.

import TextGenProsody
import TextGenVerse

extension PoemSearch {
  /// Draws what words and classes of words are worth in this poem, and what it is about if nobody says.
  mutating func drawTastes() {
    tastes = lexicon.classes.map { _ in noise.uniform(Self.tasteOfClasses) }
    shunned = []
    let temperature = writer.options.temperature
    if temperature > 0 {
      for (place, number) in lexicon.commonestClasses.enumerated() {
        // Nine of ten poems do without the commonest class, one of three without the last of these.
        let draw = noise.uniform(1) / temperature
        if draw > Self.leastDraw + Double(place) * Self.drawOfPlace { shunned.insert(number) }
      }
    }
    var families: [Int32: Float] = [:]
    liking = lexicon.words.map { word in
      guard word.isContent else { return 0 }
      if let known = families[word.family] { return known }
      let taste = Float(noise.uniform(Self.tasteOfWords))
      families[word.family] = taste
      return taste
    }
    var subject = writer.bonus
    if subject.isEmpty, writer.options.temperature > 0 {
      let subjects = PoemSubjects.words
      let number = noise.draw { Int($0.next() % UInt64(subjects.count)) }
      subject = ThemeWords([subjects[number]], writer.spelled).worth(writer.near)
    }
    for (index, worth) in subject.enumerated() { liking[index] += worth }
  }

  /// Whether the poem has a word of its theme.
  var hasTheme: Bool {
    lines.contains { $0.line.words.contains(where: writer.themeWords.words.contains) }
  }

  /// The words that line `index` tries whatever the model thinks of them.
  func wanted(_ index: Int) -> WantedWords {
    var wanted = hasTheme ? WantedWords() : writer.themeWords
    if needsCompany(index) { wanted.add(writer.companions) }
    return wanted
  }

  /// Whether fewer words that come with the theme stand in the lines before line `index` than lines.
  private func needsCompany(_ index: Int) -> Bool {
    let companions = writer.companions.words
    return lines.reduce(0) { $0 + $1.line.words.count(where: companions.contains) } <= index
  }

  /// What words are worth at line `index`, which may end with the classes `open`, nil where it may not choose.
  func worth(_ index: Int, _ open: Set<Int>?) -> WordWorth {
    var worth = WordWorth()
    worth.words = liking
    let written = lines.flatMap(\.line.words)
    if let direction = writer.near.direction(of: written) {
      writer.near.forEach(toward: direction) { id, closeness in
        let value = min(Self.mostOfCompany, (closeness - Self.distant) * Self.slopeOfCompany)
        if value > 0 { worth.words[Int(id)] += value }
      }
    }
    if !hasTheme {
      // The later it is, the more the poem needs its theme.
      let late = Float(index + 1) / Float(outline.lines.count) * Self.worthOfLateTheme
      for word in writer.themeWords.words { worth.words[Int(word)] += late }
    }
    if needsCompany(index) {
      for word in writer.companions.words { worth.words[Int(word)] += writer.worthOfCompanion }
    }
    for (word, count) in counts(written) where !lexicon[word].isContent {
      worth.words[Int(word)] -= cost(of: word, count: count, of: written.count)
    }
    for line in lines {
      if let head = line.line.words.first { worth.heads[head, default: 0] -= Self.costOfHead }
    }
    worth.classes = worthOfClasses(index, open, worth.words)
    return worth
  }

  private func counts(_ words: [WordID]) -> [WordID: Int] {
    words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  /// What it costs to take a word once more that has come more often than people let it come.
  private func cost(of word: WordID, count: Int, of all: Int) -> Float {
    let expected = Double(all) * exponential(Double(lexicon[word].logProbability))
    let excess = Double(count) - expected - 1.5 * expected.squareRoot() - 0.5
    return Float(max(0, excess) * Self.costOfExcess)
  }

  /// What it is worth to end line `index` with each class, whose words are worth `words`.
  private func worthOfClasses(
    _ index: Int, _ open: Set<Int>?, _ words: [Float]
  ) -> [Int: Double] {
    guard let open, let group = outline.lines[index].group else { return [:] }
    let needed = outline.wordCount(of: group)
    guard needed > 1 else { return [:] }
    var worth: [Int: Double] = [:]
    for number in open {
      worth[number] =
        Self.worthOfPlenty
        * min(
          Self.enough,
          lexicon.plenty(ofClass: number, lines: needed) { 2 * Double(words[Int($0)]) })
        + tastes[number]
    }
    return worth
  }

  /// What the probability of the words of a class counts against that of a line.
  private static var worthOfPlenty: Double { 0.35 }
  /// Above that a class has words enough, so that not all poems rhyme with *vento*.
  private static var enough: Double { -8.5 }
  /// By how much classes and words differ at a temperature of 1, in nats.
  private static var tasteOfClasses: Double { 3 }
  /// Of draws between -1 and 1.
  private static var leastDraw: Double { -0.8 }
  private static var drawOfPlace: Double { 0.04 }
  private static var tasteOfWords: Double { 0.8 }
  /// What the words of a theme are worth more in the last line, if the poem has none of them yet.
  private static var worthOfLateTheme: Float { 8 }
  /// Words are worth something that go with those that the poem has.
  private static var distant: Float { 0.45 }
  private static var slopeOfCompany: Float { 3 }
  private static var mostOfCompany: Float { 0.7 }
  private static var costOfHead: Double { 0.8 }
  private static var costOfExcess: Double { 0.8 }
}
