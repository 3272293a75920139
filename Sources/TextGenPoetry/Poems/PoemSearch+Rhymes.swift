// Which words may rhyme, and what words are worth in a line.

import TextGenProsody
import TextGenVerse

extension PoemSearch {
  /// Draws what each class of words is worth in this poem.
  mutating func drawTastes() {
    tastes = lexicon.classes.map { _ in noise.uniform(Self.taste) }
  }

  /// Draws a class of words for the class of a line, if it has none yet.
  mutating func drawClass(forLine index: Int) throws(PoemFailure) {
    guard let group = outline.lines[index].group, plan.classes[group] == nil else { return }
    let closed = Set(lines.compactMap(\.rhyme))
    let (lexicon, bonus) = (lexicon, writer.bonus)
    let needed = outline.wordCount(of: group)
    func weight(_ number: Int) -> Double {
      guard !bonus.isEmpty else { return 1 }
      return lexicon.classes[number].reduce(1) { $0 + max(0, bonus[$1] ?? 0) }
    }
    var plan = plan
    let groupCount = outline.groups.count
    let isDrawn = noise.draw { generator in
      plan.draw(
        group, lines: needed, of: groupCount, from: lexicon, closed: closed,
        weight: weight, using: &generator)
    }
    self.plan = plan
    guard isDrawn else { throw lackOfRhymes(needed, except: closed, line: index) }
  }

  /// Refuses a line that begins a group for which there are no words.
  func checkClasses(forLine index: Int) throws(PoemFailure) {
    guard let group = outline.lines[index].group, plan.classes[group] == nil, failed.isEmpty,
      openClasses(of: group).isEmpty
    else { return }
    throw lackOfRhymes(
      outline.wordCount(of: group), except: Set(lines.compactMap(\.rhyme)), line: index)
  }

  private func lackOfRhymes(_ needed: Int, except closed: Set<Int>, line: Int) -> PoemFailure {
    let known = lexicon.classes.indices.lazy.filter { !closed.contains($0) }
      .map { lexicon.classes[$0].count }.max()
    return failure(.rhyme(needed: needed, known: known ?? 0), line: line)
  }

  /// Lines of `group` rhyme with the first one, which is given.
  mutating func setClass(of group: Int, to rhyme: Int?) throws(PoemFailure) {
    let needed = outline.wordCount(of: group) - 1
    let known = rhyme.map { lexicon.classes[$0].count } ?? 0
    guard let rhyme, known >= needed else {
      throw failure(.rhyme(needed: needed, known: known), line: 0)
    }
    plan.set(group, to: rhyme)
  }

  /// The classes that a line may end with that is the first one of `group`.
  func openClasses(of group: Int) -> Set<Int> {
    plan.open(
      lines: outline.wordCount(of: group), of: outline.groups.count, from: lexicon,
      closed: Set(lines.compactMap(\.rhyme)).union(failed))
  }

  /// What words are worth at line `index`, which may end with the classes `open`, nil where it may not choose.
  func worth(_ index: Int, _ open: Set<Int>?) -> WordWorth {
    var worth = WordWorth(theme: writer.bonus)
    if !lines.contains(where: { $0.line.words.contains(where: writer.themeWords.contains) }) {
      // The later it is, the more the poem needs its theme.
      let late = Double(index) / Double(max(1, outline.lines.count - 1)) * Self.worthOfLateTheme
      for word in writer.themeWords { worth.theme[word, default: 0] += late }
    }
    guard let open, let group = outline.lines[index].group else { return worth }
    let needed = outline.wordCount(of: group)
    guard needed > 1 else { return worth }
    for number in open {
      worth.classes[number] =
        Self.worthOfPlenty * lexicon.plenty(ofClass: number, lines: needed) + tastes[number]
    }
    return worth
  }

  /// What the probability of the words of a class counts against that of a line.
  private static var worthOfPlenty: Double { 0.35 }
  /// By how much classes differ at a temperature of 1, in nats.
  private static var taste: Double { 2.5 }
  /// What the words of a theme are worth more in the last line, if the poem has none of them yet.
  private static var worthOfLateTheme: Double { 4 }
  /// The classes with which a line that rhymes with nothing mustn't end: those of its stanza and of the
  /// plan, and in blank verse those of the lines nearby.
  func closedClasses(_ index: Int) -> Set<Int> {
    let stanza = outline.lines[index].stanza
    let near = lines.indices.filter { earlier in
      outline.openReach.map { index - earlier <= $0 } ?? (outline.lines[earlier].stanza == stanza)
    }
    return Set(near.compactMap { lines[$0].rhyme }).union(plan.classes.values)
  }
}
