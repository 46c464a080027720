import Quantities
import RuleDrafting
import RulePacks
import Testing

@Suite("Reading a pack")
struct PackLoaderTests {
  @Test("A pack says what its files say")
  func values() throws {
    let pack = try SmallPack.load().pack
    #expect(pack.id == "small")
    #expect(pack.title == Bilingual(zh: "小办法", en: "Small measures"))
    #expect(pack.validity.from == CalendarDate(year: 2026, month: 2, day: 1))
    #expect(pack.validity.to == nil)
    #expect(pack.articles.map(\.key) == ["1", "2.1", "2.2", "3", "4", "5"])
    #expect(pack.article("2.2")?.isJudgement == true)
    #expect(pack.owner("host")?.isOutside == true)
    #expect(pack.input("result")?.type == .choice(["good", "fair", "bad"]))
    #expect(pack.questions.first?.having == ["host.kind": .choice("enterprise")])
    #expect(pack.questions.first?.isSamePackOnly == true)
    #expect(pack.materials.first?.isSealed == true)
    #expect(pack.materials.first?.isRequired == true)
  }

  @Test("Conditions keep force, moments, exceptions and who judges")
  func conditions() throws {
    let pack = try SmallPack.load().pack
    #expect(pack.conditions.map(\.id) == ["rd-total", "area", "ability"])
    let total = try #require(pack.condition("rd-total"))
    #expect(total.testedAt == [.application])
    #expect(total.exceptions.map(\.effect) == [.exempts])
    #expect(total.requires?.facts.contains("finance.rd") == true)
    let area = try #require(pack.condition("area"))
    #expect(area.force == .default)
    #expect(area.cites == ["2.2", "2.1"])
    #expect(area.testedAt == [.application, .evaluation])
    #expect(
      pack.condition("ability")?.judgedBy == Condition.Judge(owner: "bureau", stage: "deciding"))
    #expect(pack.ground("no-reports")?.cites == "5")
  }

  @Test("Stages, actions, openings and what actions set")
  func procedures() throws {
    let pack = try SmallPack.load().pack
    let main = try #require(pack.mainProcedure)
    #expect(main.id == "establishment")
    #expect(main.stages.map(\.id) == ["applying", "deciding", "roster", "declined"])
    #expect(main.stage("declined")?.ends == .declined)
    let approve = try #require(main.stage("deciding")?.action("approve"))
    #expect(approve.passes == [.application])
    #expect(approve.opens.first?.procedure == "report")
    #expect(approve.opens.first?.inputs.keys.sorted() == ["year"])
    let report = try #require(pack.procedure("report"))
    #expect(report.opening?.key == "year")
    #expect(report.stage("writing")?.action("revoke")?.movesMainTo == "declined")
    let sets = report.stage("writing")?.action("receive")?.sets
    #expect(sets?.map(\.path) == ["reports[{input.year}].received_on"])
  }

  @Test("A deadline of practice has the article that is silent and its first day")
  func practiceDeadline() throws {
    let pack = try SmallPack.load().pack
    let due = pack.mainProcedure?.stage("deciding")?.due
    #expect(due?.measure == .practice("review"))
    #expect(due?.cites == "3")
    #expect(due?.countsFirstDay == true)
    #expect(due?.rolls == true)
    #expect(pack.practiceItem("experts")?.suggested == .count(7, .person))
  }

  @Test("A period of the text rolls over holidays; a named date does not")
  func otherDeadlines() throws {
    let pack = try SmallPack.load().pack
    let deciding = pack.mainProcedure?.stage("deciding")
    let correction = deciding?.action("return_for_correction")?.due
    #expect(correction?.measure == .period(Period(10, .day)))
    #expect(correction?.rolls == true)
    let report = pack.procedure("report")?.stage("writing")?.due
    #expect(report?.rolls == false)
    guard case .date = report?.measure else {
      Issue.record("a date was expected")
      return
    }
  }

  @Test("Every part has a place")
  func places() throws {
    let places = try SmallPack.load().places
    let guardPlace = places["procedures.establishment.deciding.approve.is-good"]
    #expect(guardPlace.file == "small/procedures/establishment.yaml")
    #expect(guardPlace.line == 35)
    #expect(places["articles.2.1"].line == 28)
    #expect(places["nothing"].line == nil)
    #expect(places["nothing"].field == "nothing")
  }

  @Test("Problems of several files come together, by file and line")
  func together() throws {
    var sources = SmallPack.sources(
      "conditions.yaml", replacing: "force: default", with: "force: maybe")
    sources = sources.map { source in
      guard source.path.hasSuffix("pack.yaml") else { return source }
      let text = SmallPack.files["pack.yaml"]?.replacing("kind: duty", with: "kind: dute") ?? ""
      return SourceFile(path: source.path, text: text)
    }
    do {
      _ = try PackLoader.load(sources, vocabulary: SmallPack.loadedVocabulary())
      Issue.record("problems were expected")
    } catch let problems as Problems {
      #expect(problems.list.map(\.code) == ["pack.yaml.wrong_value", "pack.yaml.wrong_value"])
      #expect(
        problems.list.map(\.place.file) == ["small/conditions.yaml", "small/pack.yaml"])
      #expect(problems.list.last?.arguments["suggestion"] == "duty")
    }
  }

  @Test("A folder without pack.yaml, and a file that is no part of a pack")
  func files() throws {
    let sources = [SourceFile(path: "small/condition.yaml", text: "conditions: []\n")]
    do {
      _ = try PackLoader.load(sources, vocabulary: SmallPack.loadedVocabulary())
      Issue.record("problems were expected")
    } catch let problems as Problems {
      #expect(problems.list.map(\.code) == ["pack.file.missing", "pack.file.unknown"])
    }
  }
}
