/// The folder in which this program keeps what it can do without: `$XDG_STATE_HOME/textgen`.
enum StateFolder {
  /// Where it is; nil where there is no home. It may not exist yet.
  static var path: String? {
    let given = Environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = Environment["HOME"].flatMap { $0.hasPrefix("/") ? $0 + "/.local/state" : nil }
    return (given ?? home).map { $0 + "/textgen" }
  }
}
