import Crypto
import Quantities

/// The hash of what a notice demands: articles, cohort, windows, conditions, outcomes, lists; texts for
/// people are left out.
package enum CampaignLaw {
  /// SHA-256, hexadecimal, over the canonical text of the notice.
  package static func hash(of notice: CampaignNotice) -> String {
    var text = CampaignLawText()
    text.put("campaign 1", notice.pack, notice.procedure, "\(notice.year)", "\(notice.number)")
    for article in notice.articles.sorted(by: { $0.key < $1.key }) {
      text.put(article.key, article.kind.rawValue, "\(article.isJudgement)")
    }
    for (input, value) in notice.inputs.sorted(by: { $0.key < $1.key }) {
      text.put(input, value.canonical)
    }
    if let cohort = notice.cohort {
      text.put(cohort.cites)
      for rules in [cohort.outside, cohort.members] {
        text.put("\(rules.count)")
        for rule in rules {
          text.put(rule.id, rule.when.source)
          text.put(rule.cites)
        }
      }
    }
    for window in notice.windows {
      text.put(
        window.id, window.owner ?? "", window.from?.description ?? "", "\(window.to)",
        window.stage ?? "", window.follows ?? "")
      text.put(window.cites)
    }
    for step in notice.completion?.steps ?? [] {
      text.put(step.window, step.doneOn.source, "\(step.isWithin)")
    }
    for condition in notice.conditions {
      text.put(
        condition.id, condition.force.rawValue, condition.applies?.source ?? "",
        condition.requires?.source ?? "")
      text.put(condition.cites)
    }
    for gate in notice.gates {
      text.put(gate.stage, gate.action)
      text.put(gate.conditions)
    }
    for material in notice.materials {
      text.put(material.kind, "\(material.isRequired)", "\(material.isSealed)")
    }
    for outcome in notice.outcomes {
      text.put(outcome.id, outcome.when?.source ?? "", outcome.completion ?? "")
      for option in outcome.options {
        text.put(option.opens ?? "", option.action ?? "", option.when?.source ?? "")
      }
    }
    for table in notice.tables { text.put(table.id, table.when?.source ?? "") }
    for (department, quota) in notice.quotas.sorted(by: { $0.key < $1.key }) {
      text.put(department, "\(quota)")
    }
    return SHA256.hash(data: text.bytes).map { byte in
      let digits = String(byte, radix: 16)
      return digits.utf8.count == 1 ? "0" + digits : digits
    }.joined()
  }
}

/// Parts, each as its length and its bytes, so that no two notices share a text.
private struct CampaignLawText {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ parts: String...) { put(parts) }

  mutating func put(_ parts: [String]) {
    bytes += Array("#\(parts.count);".utf8)
    for part in parts {
      bytes += Array("\(part.utf8.count):".utf8)
      bytes += Array(part.utf8)
    }
  }
}
