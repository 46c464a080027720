import Casework
import Quantities
import RulePacks

extension Wording {
  /// What happened to the office itself.
  func office(_ payload: EventPayload) -> String {
    switch payload {
    case .user(let user):
      let roles = list(user.roles.map { name(of: $0) })
      return user.isActive
        ? text(zh: "登记用户\(user.display)（\(roles)）", en: "User \(user.display) (\(roles))")
        : text(zh: "停用用户\(user.display)", en: "User \(user.display) deactivated")
    case .practice(let set):
      let value = text(of: set.value, practice: set.item)
      return text(
        zh: "本局约定\(practice(set.item))：\(value)，自 \(set.from) 起",
        en: "Practice \(practice(set.item)): \(value) from \(set.from)")
    case .calendar(let set):
      return text(zh: "录入\(set.year.year)年放假安排", en: "Holidays of \(set.year.year) put in")
    case .pack(let adopted):
      return text(zh: "采用规则包 \(adopted.pack)", en: "Adopted the pack \(adopted.pack)")
    case .verification(let verification):
      return text(
        zh: "核实 \(verification.pack) 截至 \(verification.on) 现行有效（\(verification.by)）",
        en: "\(verification.pack) verified in force on \(verification.on) (\(verification.by))")
    case .campaign(let campaign):
      let title = campaign.title[language]
      return campaign.isClosed
        ? text(zh: "结束批次\(title)", en: "Closed the campaign \(title)")
        : text(
          zh: "批次\(title)：\(campaign.from) 至 \(campaign.to)",
          en: "Campaign \(title): \(campaign.from) to \(campaign.to)")
    case .office(let settings):
      return text(zh: "单位设置：\(settings.name.zh)", en: "Office: \(settings.name[.en])")
    case .law(let loaded):
      return text(
        zh: "载入 \(loaded.pack) 的原文（\(loaded.source)，\(loaded.articles) 条）",
        en: "Loaded the text of \(loaded.pack) (\(loaded.source), \(loaded.articles) articles)")
    default: return name(of: payload.kind)
    }
  }
}
