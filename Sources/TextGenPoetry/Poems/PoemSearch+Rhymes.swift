// Which words may rhyme.

import TextGenProsody
import TextGenVerse

extension PoemSearch {
  /// Draws a class of words for the class of a line, if it has none yet.
  mutating func drawClass(forLine index: Int) throws(PoemFailure) {
    guard let group = outline.lines[index].group, plan.classes[group] == nil else { return }
    let closed = Set(lines.compactMap(\.rhyme))
    let (lexicon, bonus) = (lexicon, liking)
    let needed = outline.wordCount(of: group)
    func weight(_ number: Int) -> Double {
      guard !bonus.isEmpty else { return 1 }
      return lexicon.classes[number].reduce(1) { $0 + Double(max(0, bonus[Int($1)])) }
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
    let open = plan.open(
      lines: outline.wordCount(of: group), of: outline.groups.count, from: lexicon,
      closed: Set(lines.compactMap(\.rhyme)).union(failed))
    let liked = open.subtracting(shunned)
    return liked.count >= Self.fewestClasses ? liked : open
  }

  /// With fewer classes to choose from a line may not be found.
  private static var fewestClasses: Int { 12 }

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
