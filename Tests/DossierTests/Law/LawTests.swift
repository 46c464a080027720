import Foundation
import Testing

@Suite("Loading official texts from the command line")
struct LawTests {
  /// Invented text with the title and the article numbers of the pack of the store.
  private static let text: String = {
    var lines = ["青岛市技术创新中心建设运行管理暂行办法", ""]
    let items = [4: 5, 5: 5, 6: 5, 8: 8, 9: 5, 18: 6]
    let numerals = [
      "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六", "十七",
      "十八", "十九", "二十", "二十一", "二十二", "二十三", "二十四", "二十五",
    ]
    for (index, numeral) in numerals.enumerated() {
      lines.append("第\(numeral)条  虚构条文\(index + 1)，断在")
      lines.append("- 3 -")
      lines.append("句中。")
      for item in 0..<(items[index + 1] ?? 0) { lines.append("\(item + 1).虚构项。") }
    }
    return lines.joined(separator: "\n\n")
  }()

  private func store(_ name: String = #function) throws -> TrainingStore {
    try TrainingStore(name, withCase: false)
  }

  private func write(_ bytes: Data, _ name: String, in store: TrainingStore) throws {
    try bytes.write(to: URL(fileURLWithPath: store.program.folder + "/" + name))
  }

  @Test("A text is loaded, shown by article, listed, and used by the pack's check")
  func load() throws {
    let store = try store()
    defer { store.program.clean() }
    try write(Data(Self.text.utf8), "law.txt", in: store)
    let dry = try store.program.json("law", "load", "qingdao-2024", "law.txt", "--dry-run")
    #expect(dry.loaded == false)
    let loaded = try store.program.json("law", "load", "qingdao-2024", "law.txt")
    #expect(loaded.loaded == true)
    #expect(loaded.articles == 25)
    #expect(loaded["without_text"].items.isEmpty)
    #expect(loaded.unlisted.items.isEmpty)
    let shown = try store.program.json("law", "show", "qingdao-2024", "9.2")
    #expect(shown.articles[0]["text"] == "虚构项。")
    #expect(shown.articles[0].mark == "2.")
    let whole = try store.program.json("law", "show", "qingdao-2024", "7")
    #expect(whole.articles[0]["text"] == "虚构条文7，断在句中。")
    let listed = try store.program.json("law", "list")
    #expect(listed.texts[0].source == "law.txt")
    #expect(listed.texts[0].sha256 == loaded.sha256)
    let again = try store.program.json("law", "load", "qingdao-2024", "law.txt")
    #expect(again.unchanged == true)
    // The invented articles have none of the pack's figures.
    let check = try store.program.run(["pack", "check", "qingdao-2024", "--json"])
    #expect(check.status == 65)
    #expect(try check.json["text"]["figures_found"] != check.json["text"].figures)
  }

  @Test("A store that is named and cannot be read is an error, not a check without figures: 74")
  func damagedStore() throws {
    let store = try store()
    defer { store.program.clean() }
    try Data("no database".utf8).write(to: URL(fileURLWithPath: store.journal))
    for words in [["pack", "check", "qingdao-2024"], ["pack", "check"], ["pack", "list"]] {
      let reply = try store.program.run(words + ["--json"])
      #expect(reply.status == 74, "\(words): \(reply.status) \(reply.output)")
      #expect(try reply.json.problems[0].code == "store.damaged", "\(reply.output)")
    }
    let missing = try store.program.run(
      ["pack", "check", "qingdao-2024", "--store", "nowhere.dossier", "--json"])
    #expect(try missing.json.problems[0].code == "store.missing")
    // Without a store a pack is checked all the same.
    var alone = store.program
    alone.environment["DOSSIER_STORE"] = nil
    alone.environment["XDG_DATA_HOME"] = store.program.folder + "/empty"
    try FileManager.default.removeItem(atPath: store.program.folder + "/training.dossier")
    #expect(try alone.run("pack", "check", "qingdao-2024").status == 0)
    #expect(try alone.run("pack", "list").status == 0)
  }

  @Test("A text that is no longer whole is an error of its law alone")
  func damagedText() throws {
    let store = try store()
    defer { store.program.clean() }
    try write(Data(Self.text.utf8), "law.txt", in: store)
    try store.program.json("law", "load", "qingdao-2024", "law.txt")
    let place = try #require(try store.journalBytes().range(of: Data("虚构条文7".utf8)))
    try store.patch(at: place.lowerBound, with: Array("实".utf8))
    let reply = try store.program.run("pack", "check", "--json")
    #expect(reply.status == 65, "\(reply.complaint)")
    let packs = try reply.json.packs.items
    let damaged = packs.first { $0.pack == "qingdao-2024" }
    #expect(damaged?.problems[0].code == "law.damaged")
    #expect(packs.first { $0.pack == "weihai-2022" }?.ok == true)
  }

  @Test("GBK is decoded, and said to be")
  func gbk() throws {
    let store = try store()
    defer { store.program.clean() }
    let encoding = String.Encoding(rawValue: 0x8000_0632)
    try write(try #require(Self.text.data(using: encoding)), "law.txt", in: store)
    let loaded = try store.program.json("law", "load", "qingdao-2024", "law.txt")
    #expect(loaded.encoding == "GB18030")
    #expect(loaded.problems[0].code == "law.decoded")
    #expect(
      try store.program.json("law", "show", "qingdao-2024", "1").articles[0]["text"]
        == "虚构条文1，断在句中。")
  }

  /// Invented text with the title and some parts of the notice of the data folder.
  private static let notice = """
    关于开展2026年度青岛市技术创新中心绩效评价工作的通知
    各有关单位：
    一、虚构的对象
    二、虚构的内容
    三、虚构的结果
    四、虚构的程序
    （一）自评。
    （二）审核。
    （三）评价。
    五、虚构的申报
    （一）方式。
    （二）材料。
    （三）时间。
    六、虚构的要求
    （一）组织。
    （二）对接，不再
    纳入。
    （三）汇总。
    （四）专人。
    """

  @Test("The text of a notice is loaded beside that of its pack, and read part by part")
  func notice() throws {
    let store = try store()
    defer { store.program.clean() }
    try write(Data(Self.notice.utf8), "notice.txt", in: store)
    let id = "qingdao-2026-evaluation"
    let loaded = try store.program.json("law", "load", id, "notice.txt")
    #expect(loaded.loaded == true)
    #expect(loaded.pack.string == id)
    let shown = try store.program.json("law", "show", id, "6.2")
    #expect(shown.articles[0]["text"] == "对接，不再纳入。")
    #expect(shown.articles[0].cite.string?.contains("6") == true)
    #expect(shown.articles[0].gist.string != nil)
    #expect(try store.program.json("law", "list").texts[0].pack.string == id)
    let wrong = try store.program.run(["law", "load", "qingdao-2024", "notice.txt", "--json"])
    #expect(wrong.status == 65)
    #expect(try wrong.json.problems[0].code == "law.wrong_title")
    // The check of the notice finds the text; the invented parts have none of its days.
    let check = try store.program.run(["pack", "check", id, "--json"])
    #expect(check.status == 65)
    #expect(try check.json["text"]["figures_found"] == 0)
  }

  @Test("What is no text of the pack is refused with a remedy, and nothing is written")
  func refused() throws {
    let store = try store()
    defer { store.program.clean() }
    let other = Self.text.replacing("青岛市技术创新中心建设运行管理暂行办法", with: "另一个办法")
    let files: [(String, Data, String)] = [
      ("empty.txt", Data(), "law.empty"), ("blank.txt", Data("\n \n".utf8), "law.empty"),
      ("prose.txt", Data("没有条款的文字。\n".utf8), "law.no_articles"),
      ("scan.pdf", Data("%PDF-1.7\n%âãÏÓ\n".utf8), "law.binary"),
      ("broken.txt", Data([0x41, 0xFF, 0xFE, 0x81, 0x20, 0x80]), "law.encoding"),
      ("large.txt", Data(count: 5 << 20), "law.too_large"),
      ("other.txt", Data(other.utf8), "law.wrong_title"),
      ("part.txt", Data("青岛市技术创新中心建设运行管理暂行办法\n第一条 甲。\n".utf8), "law.few_articles"),
    ]
    for (name, bytes, code) in files {
      try write(bytes, name, in: store)
      let reply = try store.program.run(["law", "load", "qingdao-2024", name, "--json"])
      #expect(reply.status == 65, "\(name)")
      let problem = try reply.json.problems[0]
      #expect(problem.code.string == code, "\(name)")
      #expect(problem.remedy.string != nil, "\(name)")
      #expect(problem.file.string == name)
    }
    #expect(try store.program.json("law", "list").texts.items.count == 0)
    let missing = try store.program.run(["law", "load", "qingdao-2024", "none.txt"])
    #expect(missing.status == 66)
    try store.program.json("law", "load", "qingdao-2024", "other.txt", "--force")
    #expect(try store.program.json("law", "list").texts.items.count == 1)
  }
}
