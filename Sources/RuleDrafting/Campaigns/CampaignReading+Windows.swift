import Quantities
import RulePacks

/// The windows of a notice, and what counts as handed in.
extension CampaignReading {
  /// The windows: a list, or for a guide the two days of its only one.
  mutating func windows(of map: YAMLMap) -> [CampaignWindow] {
    if let list = map["windows"] {
      for key in ["from", "to"] where map[key] != nil {
        yaml.report("campaign.window.twice", at: map[key]?.place ?? map.place, ["key": key])
      }
      return windows(list)
    }
    for key in ["from", "to"] where map.node(key) == nil { yaml.missing(key, of: map.place) }
    guard let from = yaml.date(map["from"]), let to = yaml.date(map["to"]) else { return [] }
    if to < from {
      yaml.report("campaign.window", at: map["to"]?.place ?? map.place, Self.span(from, to))
    }
    return [
      CampaignWindow(
        id: "applications", label: Bilingual(zh: "受理申报", en: "Applications"), cites: [],
        owner: nil, from: from, to: to)
    ]
  }

  private static func span(_ from: CalendarDate, _ to: CalendarDate) -> [String: String] {
    ["from": "\(from)", "to": "\(to)"]
  }

  private mutating func windows(_ node: YAMLNode) -> [CampaignWindow] {
    var windows: [CampaignWindow] = []
    var spots: [String: Problem.Place] = [:]
    var used: Set<String> = []
    for item in yaml.items(node) {
      guard let map = yaml.map(item, .window) else { continue }
      let id = yaml.identifier("id", of: map)
      let place = map["id"]?.place ?? item.place
      reading.claim(id, in: &used, at: place)
      reading.places.note("windows.\(id)", at: place)
      let stages = procedure?.stages.map(\.id) ?? []
      let window = CampaignWindow(
        id: id, label: yaml.bilingual("label", of: map), cites: citations("cites", of: map),
        owner: reading.reference(map["owner"], to: "owner", among: reading.names.owners),
        from: yaml.date(map["from"]), to: yaml.date(map["to"]) ?? CalendarDate(ordinal: 0),
        stage: reading.reference(map["stage"], to: "stage", among: stages),
        follows: reading.reference(map["follows"], to: "window", among: windows.map(\.id)),
        sharesDay: yaml.flag("shares_day", of: map, default: false),
        beside: reading.references(map["beside"], to: "window", among: windows.map(\.id)),
        hint: yaml.bilingual(ifPresent: "hint", of: map))
      spots[id] = map["from"]?.place ?? map["to"]?.place ?? place
      if yaml.date(map["to"]) != nil {
        check(window, against: windows, at: spots[id] ?? place, end: map["to"]?.place ?? place)
        windows.append(window)
      }
    }
    return windows
  }

  /// What is wrong with a window beside those before it.
  ///
  /// Two windows of one owner may not overlap unless the later says `beside`; a window that `follows`
  /// another begins after its end, on its last day only with `shares_day`. Windows of different owners
  /// that do not follow each other may lie as they like.
  private mutating func check(
    _ window: CampaignWindow, against others: [CampaignWindow], at place: Problem.Place,
    end: Problem.Place
  ) {
    if let from = window.from, window.to < from {
      yaml.report(
        "campaign.window.reversed", at: end,
        Self.span(from, window.to).merging(["window": window.id]) { first, _ in first })
      return
    }
    if let name = window.follows, let before = others.first(where: { $0.id == name }) {
      let begins = window.from ?? window.to
      if begins < before.to || begins == before.to && window.from != nil && !window.sharesDay {
        yaml.report(
          "campaign.window.order", at: place,
          [
            "window": window.id, "other": before.id, "from": "\(begins)", "to": "\(before.to)",
            "shares": begins == before.to ? "yes" : "no",
          ])
      }
    }
    for other in others
    where window.owner != nil && other.owner == window.owner && window.overlaps(other)
      && !window.beside.contains(other.id) && window.follows != other.id
    {
      yaml.report(
        "campaign.window.overlap", at: place,
        [
          "window": window.id, "other": other.id, "owner": window.owner ?? "",
          "from": "\(other.from ?? other.to)", "to": "\(other.to)",
        ])
    }
  }

  // MARK: Handing in

  /// What counts as handed in.
  mutating func completion(
    _ node: YAMLNode, _ windows: [CampaignWindow]
  ) -> CampaignCompletion? {
    guard let map = yaml.map(node, .completion) else { return nil }
    var steps: [CampaignCompletion.Step] = []
    for item in yaml.items(map["steps"]) {
      guard let step = yaml.map(item, .completionStep) else { continue }
      let window = reading.reference(step["window"], to: "window", among: windows.map(\.id))
      guard let window, let doneOn = expression(step["done_on"], as: .date) else { continue }
      steps.append(
        CampaignCompletion.Step(
          window: window, doneOn: doneOn, isWithin: yaml.flag("within", of: step, default: false)))
    }
    return CampaignCompletion(
      cites: citations("cites", of: map), steps: steps,
      complete: yaml.bilingual("complete", of: map),
      incomplete: yaml.bilingual("incomplete", of: map))
  }
}
