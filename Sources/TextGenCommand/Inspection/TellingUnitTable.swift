import TextGenFigures
import TextGenLaboratory

/// The most telling units of a layer and why they are, for a terminal, a page and JSON.
struct TellingUnitTable {
  private let units: [TellingUnit]
  private let layer: Int
  private let halfLives: [Double]?
  private let language: Language

  /// The table of `units` of `layer`; `halfLives` has those of all units, where the cell has such.
  init(_ units: [TellingUnit], layer: Int, halfLives: [Double]?, language: Language) {
    self.units = units
    self.layer = layer
    self.halfLives = halfLives
    self.language = language
  }

  /// The table in a terminal.
  var text: String {
    var table = TextTable(trailing: halfLives == nil ? [0] : [0, 1])
    table.add(header)
    for row in rows { table.add(row) }
    return table.text
  }

  /// The table in a page.
  var page: ReportTable {
    ReportTable(
      UnitText.title(layer: layer).text(in: language),
      InspectionReading.tellingUnits.reading(in: language), header: header, rows: rows,
      numberColumns: halfLives == nil ? [0] : [0, 1])
  }

  private var header: [String] {
    let names: [UnitText] = halfLives == nil ? [.unit, .why] : [.unit, .halfLife, .why]
    return names.map { $0.text(in: language) }
  }

  private var rows: [[String]] {
    units.map { unit in
      let life = halfLives.map { number($0[unit.unit], 1) }
      return ["\(unit.unit)"] + [life].compactMap { $0 } + [why(unit.reason).text(in: language)]
    }
  }

  private func why(_ reason: TellingUnit.Reason) -> UnitText {
    switch reason {
    case .follows(let trait, let correlation):
      correlation > 0
        ? .rises(trait, correlation: number(correlation, 2))
        : .falls(trait, correlation: number(correlation, 2))
    case .remembers(let halfLife): .remembers(tokens: number(halfLife, 1))
    case .varies(let deviation): .varies(deviation: number(deviation, 2))
    }
  }

  private func number(_ value: Double, _ decimals: Int) -> String {
    NumberStyle(language).fixed(value, decimals: decimals)
  }

  /// A unit in JSON.
  struct Record: Encodable {
    let unit: Int
    /// `follows`, `remembers` or `varies`.
    let reason: String
    /// What it follows.
    let trait: String?
    /// The correlation, the half-life in tokens, or the standard deviation.
    let value: Double

    /// The record of `unit`.
    init(_ unit: TellingUnit) {
      self.unit = unit.unit
      (reason, trait) = (unit.reason.name, unit.reason.trait?.rawValue)
      value = unit.reason.value
    }
  }
}
