package import Casework
import Quantities
import RulePacks

extension Wording {
  /// A ground that raises an alert, or a silence that counts as consent.
  package func line(for alert: GroundAlert) -> String {
    let ground = alert.ground
    if let due = alert.silentSince {
      return text(
        zh: "期限 \(due) 已过，未收到答复，可登记“\(ground.label.zh)”",
        en: "No answer by \(due): \"\(ground.label[.en])\" may be recorded")
        + citation([ground.cites])
    }
    let weighs =
      ground.weighs.map { text(zh: "，尚须认定：\($0.zh)", en: "; to be weighed: \($0[.en])") } ?? ""
    return text(zh: "可能须撤销：", en: "Revocation may be due: ") + ground.label[language] + weighs
      + citation([ground.cites])
  }

  /// What follows from an alert: nothing by itself.
  package var alertRemedy: String {
    text(zh: "仅作提示，是否办理由人决定", en: "A hint only: a person decides what is done")
  }
}
