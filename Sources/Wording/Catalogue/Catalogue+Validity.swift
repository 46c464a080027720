extension Catalogue {
  /// What to know before relying on a regulation, and cases that it says nothing of.
  static let validity: [String: Sentence] = [
    "pack.validity.interim": Sentence(
      "暂行办法，有效期未载明⟨（{from} 起施行）⟩",
      "An interim regulation that states no end⟨ (in force from {from})⟩",
      remedy: (
        "请核实现行有效性，并用 dossier pack verify 记录",
        "Verify that it is in force, and record it with dossier pack verify"
      )),
    "pack.validity.ended": Sentence(
      "有效期已于 {to} 届满", "It ended on {to}",
      remedy: ("核实是否有后续文件；程序不会自行停用", "See whether another act follows; nothing stops by itself")),
    "pack.validity.not_yet": Sentence(
      "自 {from} 起施行，尚未生效", "It enters into force on {from} only",
      remedy: ("受理前核对施行日期", "Check the date before cases are received under it")),
    "pack.validity.relied_on": Sentence(
      "无人核实过现行有效性；{date} 的文件仍以它为依据",
      "Nobody has verified that it is in force; an act of {date} relies on it",
      remedy: (
        "核实后用 dossier pack verify 记录", "Verify it, and record that with dossier pack verify"
      )),
    "pack.validity.unverified": Sentence(
      "无人核实过现行有效性", "Nobody has verified that it is in force",
      remedy: (
        "核实后用 dossier pack verify 记录", "Verify it, and record that with dossier pack verify"
      )),
    "pack.validity.unregistered": Sentence(
      "文本未载明规范性文件登记号", "The text prints no registration number",
      remedy: (
        "查到后写在 in_force 的 registration",
        "Where one is found, write it as registration under in_force"
      )),
    "pack.validity.period_past_end": Sentence(
      "期限 {due} 超过办法有效期截止日 {to}", "The due date {due} lies after the regulation's end, {to}",
      remedy: ("只提醒，不影响办理；留意后续文件", "A warning only; look out for the act that follows")),
    "pack.transition.uncovered": Sentence(
      "过渡条款未涵盖本案卷", "No transition clause covers this case",
      remedy: ("由本局决定适用的规则包并记明理由", "The bureau decides under which pack it goes on, with a reason")),
    "pack.transition.unknown": Sentence(
      "是否适用过渡条款不明，缺少：{missing:facts}",
      "Whether a transition clause covers it is unknown; missing: {missing:facts}",
      remedy: ("补全这些事实", "Give these facts")),
  ]
}
