import Exchange
import Foundation
import Quantities
import RuleDrafting
import RulePacks
import Testing

@Suite("Tables in text form")
struct TableTests {
  private func rows(_ text: String, _ delimiter: Unicode.Scalar = ",") -> [[String]] {
    var reader = CSVReader(text, delimiter: UInt8(ascii: delimiter), file: "a.csv")
    var rows: [[String]] = []
    while let row = reader.next() { rows.append(row.map(\.text)) }
    return rows
  }

  @Test("Line ends of every kind part rows; within quotation marks they belong to the cell")
  func lineEnds() {
    #expect(rows("a,b\r\nc,d\ne,f\rg,h") == [["a", "b"], ["c", "d"], ["e", "f"], ["g", "h"]])
    #expect(rows("\"a\r\nb\",c\r\nd,e") == [["a\nb", "c"], ["d", "e"]])
  }

  @Test("Doubled quotation marks are one; a full-width comma is text; blank lines are left out")
  func quoting() {
    #expect(rows("\"说\"\"好\"\"\",甲，乙\n\n  \n,\n") == [["说\"好\"", "甲，乙"], ["", ""]])
  }

  @Test("Cells know their lines and columns, in characters")
  func places() {
    var reader = CSVReader("名称,\"甲\n乙\",x\n丙,丁", delimiter: UInt8(ascii: ","), file: "a.csv")
    let first = reader.next() ?? []
    #expect(first.map(\.line) == [1, 1, 2])
    #expect(first.map(\.column) == [1, 4, 4])
    #expect((reader.next() ?? []).map(\.line) == [3, 3])
  }

  @Test("A quotation mark that is never closed, and text after one, are said")
  func badQuotes() {
    var open = CSVReader("a,\"b\nc", delimiter: UInt8(ascii: ","), file: "a.csv")
    while open.next() != nil {}
    #expect(open.problems.map(\.code) == ["import.csv.quote_unclosed"])
    #expect(open.problems.first?.place.column == 3)
    var stray = CSVReader("\"a\"b,c", delimiter: UInt8(ascii: ","), file: "a.csv")
    #expect(stray.next()?.map(\.text) == ["ab", "c"])
    #expect(stray.problems.map(\.code) == ["import.csv.quote_stray"])
  }

  @Test(
    "The delimiter is found out",
    arguments: [
      ("名称,单位\n甲,乙", ","), ("名称\t单位\n甲,丙\t乙", "\t"), ("名称;单位\n甲;乙", ";"),
      ("sep=;\n名称;a,b", ";"), ("名称\n甲", ","),
    ])
  func delimiters(text: String, delimiter: Character) {
    #expect(CSVReader.delimiter(of: text) == delimiter.asciiValue)
  }

  @Test("Headers are matched by label, by path and by year, with their units")
  func matching() throws {
    let file = try Regulation.read(
      """
      中心名称,host.name,统一社会信用代码,2024年研发费用（万元）,2024年度主营业务收入(亿元),科研用房面积(平方米),固定研发人员,科研条件占比(%),高新技术企业,备注,共建单位名称1
      青岛市甲技术创新中心,某（虚构）公司,91370211MA0000A27G,705.5,1.7,"1,260",34,70,是,无话,乙（虚构）大学
      """, as: "in.csv")
    #expect(file.errors == [])
    let facts = try #require(file.facts.first)
    #expect(facts["name"] == .value(.text("青岛市甲技术创新中心")))
    #expect(facts["host.name"] == .value(.text("某（虚构）公司")))
    #expect(facts["finance[2024].rd"] == .value(.money(Money(fen: 705_500_000))))
    #expect(facts["finance[2024].main_revenue"] == .value(.money(Money(fen: 17_000_000_000))))
    #expect(facts["premises.area"] == .value(.area(Area(hundredths: 126_000))))
    #expect(facts["staff.fixed"] == .value(.count(34, .person)))
    #expect(facts["shares.conditions"] == Ratio(7, over: 10).map { .value(.ratio($0)) })
    #expect(facts["host.high_tech"] == .value(.boolean(true)))
    #expect(facts["partners[0].name"] == .value(.text("乙（虚构）大学")))
    let unmatched = file.problems("import.column.unmatched")
    #expect(unmatched.map { $0.arguments["header"] } == ["备注"])
  }

  @Test("An office's own map comes before labels, gives units and the meaning of words")
  func columnMap() throws {
    let map = try ColumnMap.load(
      SourceFile(
        path: "map.yaml",
        text: """
          columns:
            单位名称: host.name
            中心: name
            去年研发(万元): { path: "finance[2025].rd", unit: 万元 }
            是否高企: { path: host.high_tech, values: { 高企: true, 普通: false } }
            合作单位: partners.name
          ignore: [序号]
          """))
    let file = try Regulation.read(
      "序号;中心;单位名称;去年研发(万元);是否高企;合作单位\n1;甲;某公司;800;高企;乙大学；丙公司\n2;乙;某公司;900 元;普通;",
      as: "in.csv", columns: map)
    // A semicolon in full width parts items, not cells.
    #expect(file.errors == [])
    #expect(file.problems("import.column.unmatched").isEmpty)
    let facts = try #require(file.facts.first)
    #expect(facts["finance[2025].rd"] == .value(.money(Money(fen: 800_000_000))))
    #expect(facts["host.high_tech"] == .value(.boolean(true)))
    #expect(facts["partners[1].name"] == .value(.text("丙公司")))
    #expect(file.facts.last?["finance[2025].rd"] == .value(.money(Money(fen: 90_000))))
  }

  @Test("A map that names no fact, or a column that is not there, is an error")
  func wrongMap() throws {
    let map = ColumnMap(columns: [
      .init(header: "中心", path: "nmae"), .init(header: "单位", path: "host.name"),
    ])
    let file = try Regulation.read("中心\n甲\n", as: "in.csv", columns: map)
    #expect(file.errors.contains("import.column.path"))
    #expect(file.errors.contains("import.column.missing"))
    #expect(throws: Problems.self) {
      try ColumnMap.load(SourceFile(path: "map.yaml", text: "colums: {}\n"))
    }
  }

  @Test("What a spreadsheet ruined is said cell by cell")
  func damage() throws {
    let file = try Regulation.read(
      #"""
      中心名称,统一社会信用代码,申报日期,批准文号,联系电话
      甲,1.237E+17,45352,2月1日,1.38E+10
      乙,123702000000000000,2026/3/2 0:00,1-Feb,"=""053200000001"""
      """#, as: "in.csv")
    let found = file.problems.filter {
      !$0.code.contains("missing") && $0.code != "import.name.form"
    }
    .map {
      "\($0.code) \($0.place.line ?? 0):\($0.place.column ?? 0)"
    }
    #expect(
      found == [
        "import.fact.credit_code.spreadsheet 2:3", "import.spreadsheet.serial_date 2:13",
        "import.spreadsheet.date 2:19", "import.spreadsheet.number 2:24",
        "import.fact.credit_code.spreadsheet 3:3", "import.spreadsheet.date 3:36",
      ])
    #expect(
      file.problems("import.spreadsheet.serial_date").first?.arguments["date"] == "2024-03-01")
    #expect(
      file.problems("import.spreadsheet.date").map { $0.arguments["suggestion"] } == ["2-1", "2-1"])
  }

  @Test("A table in GBK is read without a word")
  func gbk() throws {
    let text = "中心名称,主管部门\r\n青岛市甲技术创新中心,崂山区科技局\r\n"
    let file = try Regulation.read(
      Array(try #require(text.data(using: EncodingTests.gb18030))), as: "in.csv")
    #expect(file.encoding == .gb18030)
    #expect(file.facts.first?["department"] == .value(.text("qd-laoshan")))
  }

  @Test("What no column has is missed once a table, what a cell lacks once a row")
  func missingColumns() throws {
    let file = try Regulation.read(
      "中心名称,申报日期\n甲,2026-03-02\n乙,\n丙,\n", as: "in.csv")
    let missing = file.problems("import.fact.missing")
    let kinds = missing.filter { $0.place.field == "host.kind" }
    #expect(kinds.map(\.place.line) == [1])
    #expect(kinds.first?.arguments["rows"] == "3")
    #expect(missing.filter { $0.place.field == "applied_on" }.map(\.place.line) == [3, 4])
  }

  @Test("A preview shows columns, the first rows, and all problems")
  func preview() throws {
    let decoded = try TextDecoding.decode(
      Array("中心名称,备注,研发人员占比\n甲,x,70%\n乙,y,65%\n丙,z,-1%\n".utf8), file: "in.csv")
    let preview = TableFile.preview(
      decoded, path: "in.csv", in: try Regulation.context(), rows: 2)
    #expect(preview.columns.map { $0.target?.path } == ["name", nil, "shares.staff"])
    #expect(preview.unmatched == ["备注"])
    #expect(preview.rowCount == 3)
    #expect(preview.rows.count == 2)
    #expect(preview.rows[1].map(\.path) == ["name", "shares.staff"])
    #expect(preview.rows[1].map(\.value) == ["乙", "65%"])
    #expect(preview.problems.contains { $0.code == "import.fact.negative" && $0.place.line == 4 })
  }

  @Test("What is written is safe in a spreadsheet and reads back the same")
  func writing() {
    let row = [
      "=1+1", "+86", "-5", "@x", "甲,\"乙\"\n丙", "91370211MA0000A27G", "123702000000000191", "0111",
      "2-1", " 空 ", "",
    ]
    var writer = CSVWriter(protectsCodes: true)
    writer.add(row)
    let text = String(decoding: writer.bytes, as: UTF8.self)
    #expect(writer.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(text.contains("'=1+1,+86,-5,'@x"))
    #expect(text.contains("\"=\"\"123702000000000191\"\"\",\"=\"\"0111\"\"\",\"=\"\"2-1\"\"\""))
    #expect(text.hasSuffix("\r\n"))
    let plain = CSVWriter(encoding: .gb18030)
    #expect(plain.bytes == [])
  }
}
