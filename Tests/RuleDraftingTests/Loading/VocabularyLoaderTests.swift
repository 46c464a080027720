import Quantities
import RuleDrafting
import RulePacks
import Testing

@Suite("Reading vocabularies, calendars and departments")
struct VocabularyLoaderTests {
  @Test("Groups, shapes, types, options and personal fields")
  func vocabulary() throws {
    let vocabulary = try SmallPack.loadedVocabulary()
    #expect(
      vocabulary.groups.map(\.name) == ["", "host", "finance", "premises", "partners", "reports"])
    #expect(vocabulary.group("finance")?.shape == .table(key: "year"))
    #expect(vocabulary.group("partners")?.shape == .list)
    #expect(vocabulary.field(at: "host.kind")?.field.type == .choice(["enterprise", "university"]))
    #expect(vocabulary.field(at: "host.contact")?.field.isPersonal == true)
    #expect(vocabulary.field(at: "finance[2024].rd")?.field.type == .money)
  }

  @Test(
    "What is wrong with a vocabulary, to the column",
    arguments: [
      ("pack.vocabulary.version", "version: 1", "version: ¦2"),
      ("pack.yaml.wrong_value", "shape: list", "shape: ¦lists"),
      ("pack.vocabulary.key", "key: year", "key: ¦rd"),
      ("pack.vocabulary.key", "shape: list", "shape: list\n    key: ¦name"),
      (
        "pack.yaml.missing_key",
        "- name: finance\n    label: { zh: 财务, en: Finance }\n    shape: table\n    key: year",
        "- ¦name: finance\n    label: { zh: 财务, en: Finance }\n    shape: table"
      ),
      ("pack.yaml.wrong_value", "type: money", "type: ¦mony"),
      ("pack.yaml.wrong_value", "type: money", "type: ¦count people"),
      (
        "pack.id.duplicate", "name: area",
        "name: x, type: text, label: { zh: 甲, en: A } }\n      - { name: ¦x"
      ),
      ("pack.id.duplicate", "- name: partners", "- ¦name: premises"),
      ("pack.id.form", "name: rd", "name: ¦r&d"),
      ("pack.text.language_missing", "{ zh: 面积, en: Area }", "¦{ en: Area }"),
      ("pack.yaml.unknown_key", "personal: true", "¦persona: true"),
    ])
  func faults(code: String, old: String, new: String) throws {
    try #require(SmallPack.vocabulary.contains(old), "nothing to replace")
    let marked = try Marked(SmallPack.vocabulary.replacing(old, with: new, maxReplacements: 1))
    do {
      _ = try VocabularyLoader.load(SourceFile(path: "v.yaml", text: marked.text))
      Issue.record("\(code) was expected")
    } catch {
      let found = try #require(error.list.first { $0.code == code }, "\(error.list)")
      #expect(marked.matches(found), "\(found.place)")
    }
  }

  private static let calendar = """
    year: 2026
    source: 国办发明电〔2025〕7号
    holidays:
      - { name: { zh: 元旦, en: New Year's Day }, from: 2026-01-01, to: 2026-01-03 }
    working_weekends:
      - 2026-01-04
    """

  @Test("A calendar has every day of its holidays")
  func calendar() throws {
    let year = try CalendarLoader.load(SourceFile(path: "c.yaml", text: Self.calendar))
    #expect(year.daysOff.map(\.description) == ["2026-01-01", "2026-01-02", "2026-01-03"])
    #expect(year.makeUpDays.map(\.description) == ["2026-01-04"])
  }

  @Test(
    "What is wrong with a calendar, to the column",
    arguments: [
      ("calendar.not_weekend", "- 2026-01-04", "- ¦2026-01-05"),
      ("calendar.both", "- 2026-01-04", "- ¦2026-01-03"),
      ("calendar.other_year", "- 2026-01-04", "- ¦2027-01-03"),
      ("calendar.span", "to: 2026-01-03", "to: ¦2026-03-03"),
      ("calendar.yaml.wrong_value", "to: 2026-01-03", "to: ¦2026-1-3"),
      ("calendar.yaml.wrong_value", "- 2026-01-04", "- ¦2026-02-30"),
      ("calendar.yaml.missing_key", "source: 国办发明电〔2025〕7号\n", "¦"),
    ])
  func calendarFaults(code: String, old: String, new: String) throws {
    var text = Self.calendar.replacing(old, with: new)
    // A missing key is reported where the map begins.
    if code.hasSuffix("missing_key") { text = "¦" + text.replacing("¦", with: "") }
    let marked = try Marked(text)
    do {
      _ = try CalendarLoader.load(SourceFile(path: "c.yaml", text: marked.text))
      Issue.record("\(code) was expected")
    } catch {
      let found = try #require(error.list.first { $0.code == code }, "\(error.list)")
      #expect(marked.matches(found), "\(found.place)")
    }
  }

  private static let departments = """
    city: "370200"
    departments:
      - { id: qd-a, kind: district, division: "370202", name: { zh: 甲, en: A } }
      - { id: qd-b, kind: zone, name: { zh: 乙, en: B } }
    """

  @Test(
    "What is wrong with a list of departments, to the column",
    arguments: [
      ("pack.id.duplicate", "- { id: qd-b", "- ¦{ id: qd-a"),
      ("department.division", "\"370202\"", "¦\"37020\""),
      ("department.yaml.wrong_value", "kind: zone", "kind: ¦zones"),
      ("pack.text.language_missing", "{ zh: 乙, en: B }", "¦{ zh: 乙 }"),
      ("department.yaml.unknown_key", "division:", "¦divison:"),
    ])
  func departmentFaults(code: String, old: String, new: String) throws {
    let marked = try Marked(Self.departments.replacing(old, with: new))
    do {
      _ = try DepartmentLoader.load(SourceFile(path: "d.yaml", text: marked.text))
      Issue.record("\(code) was expected")
    } catch {
      let found = try #require(error.list.first { $0.code == code }, "\(error.list)")
      #expect(marked.matches(found), "\(found.place)")
    }
  }
}
