/// Where the parts of a heat map lie in a drawing, in whole pixels.
struct HeatMapFrame: Sendable {
  /// The width left of the cells, for the labels of the rows.
  let left: Double
  /// The height above the cells of a band, for the labels of the columns.
  let head: Double
  let cellWidth: Double
  let cellHeight: Double
  /// The columns of each band.
  let bands: [Range<Int>]
  /// Whether the labels of the columns run upwards.
  let isUpright: Bool
  /// Every how manyth row has a label.
  let rowStride: Int
  let columnLabels: [String]
  let rowLabels: [String]

  init(_ map: HeatMap, width: Double) {
    let labels = map.columnLabels.map { label in
      label.visible(isUnicode: true).cut(130, size: 11)
    }
    let limit = width * 0.3
    columnLabels = labels
    rowLabels = map.rowLabels.map { label in label.cut(limit, size: 11) }
    left = ((rowLabels.map { $0.width(11) }.max() ?? 0) + 14).rounded(.up)
    let widest = labels.map { $0.width(11) }.max() ?? 0
    let room = width - left - 9
    let least = widest > 14 ? 14.0 : 10
    // Bands of about equal length, as few as there can be.
    let count = map.columnLabels.count
    let fitting = max(Int(room / least), 1)
    let bandCount = max((count + fitting - 1) / fitting, 1)
    let length = (count + bandCount - 1) / bandCount
    bands = stride(from: 0, to: count, by: max(length, 1)).map { $0..<min($0 + length, count) }
    // Few columns are wide enough for their labels to lie beside each other.
    let cell = min((room / Double(max(length, 1))).rounded(.down), max(28, widest + 10))
    cellWidth = cell
    cellHeight = min(max((440 / Double(max(map.rowLabels.count, 1))).rounded(.down), 4), 22)
    isUpright = widest > cell + 1
    head = isUpright ? widest.rounded(.up) + 8 : 18
    rowStride = Int((12 / cellHeight).rounded(.up))
  }
}
