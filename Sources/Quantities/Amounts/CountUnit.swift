/// What a count counts; counts of different units never compare.
package enum CountUnit: String, CaseIterable, Hashable, Sendable, Codable {
  case person
  case item
  case instance
  case document
  case organisation
  case month
  case year
  case day
  case workingDay = "working_day"
  case time
  case character
  case plain
  /// Points of a score, kept in hundredths: 86.5 分 is 8650.
  case point

  /// How many of what is kept make one: 100 for points, else 1.
  package var scale: Int64 { self == .point ? 100 : 1 }

  /// The unit as written after a number in Chinese.
  package var symbol: String {
    switch self {
    case .person: "人"
    case .item: "项"
    case .instance: "例"
    case .document: "件"
    case .organisation: "家"
    case .month: "个月"
    case .year: "年"
    case .day: "天"
    case .workingDay: "个工作日"
    case .time: "次"
    case .character: "字"
    case .plain: ""
    case .point: "分"
    }
  }

  /// The unit as written after one in English; several have an s.
  package var english: String {
    switch self {
    case .person: "person"
    case .item: "item"
    case .instance: "instance"
    case .document: "document"
    case .organisation: "organisation"
    case .month: "month"
    case .year: "year"
    case .day: "day"
    case .workingDay: "working day"
    case .time: "time"
    case .character: "character"
    case .plain: ""
    case .point: "point"
    }
  }

  /// Whether a person may have written `name` for it, in Chinese or in English.
  package func isWritten(_ name: String) -> Bool {
    Self(symbol: name) == self || self != .plain && [english, english + "s"].contains(name)
  }

  /// The unit written as `name`.
  package init?(symbol name: String) {
    switch name {
    case "人", "名", "位": self = .person
    case "项": self = .item
    case "例": self = .instance
    case "件", "份": self = .document
    case "家", "个": self = .organisation
    case "个月", "月": self = .month
    case "年": self = .year
    case "天", "日": self = .day
    case "个工作日", "工作日": self = .workingDay
    case "次": self = .time
    case "字": self = .character
    case "分": self = .point
    case "": self = .plain
    default: return nil
    }
  }
}
