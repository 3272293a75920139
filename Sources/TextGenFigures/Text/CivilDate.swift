/// A day of the calendar.
package struct CivilDate: Sendable, Hashable {
  /// The year, 1 to 9999.
  package let year: Int
  /// The month, 1 to 12.
  package let month: Int
  /// The day of the month, 1 to 31.
  package let day: Int

  /// A day.
  package init(year: Int, month: Int, day: Int) {
    precondition(
      (1...9999).contains(year) && (1...12).contains(month) && (1...31).contains(day),
      "no day \(day) of month \(month) of \(year)")
    self.year = year
    self.month = month
    self.day = day
  }

  /// The day as people write it.
  package func text(in language: Language) -> String {
    switch language {
    case .portuguese: "\(day) de \(Self.portuguese[month - 1]) de \(year)"
    case .english: "\(day) \(Self.english[month - 1]) \(year)"
    }
  }

  /// The day for people and for machines.
  func html(in language: Language) -> String {
    "<time datetime=\"\(Self.digits(year, 4))-\(Self.digits(month, 2))-\(Self.digits(day, 2))\">"
      + text(in: language) + "</time>"
  }

  private static func digits(_ number: Int, _ count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }

  private static let portuguese = [
    "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro",
    "outubro", "novembro", "dezembro",
  ]
  private static let english = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
}
