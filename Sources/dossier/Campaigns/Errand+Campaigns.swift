import CaseStore
import Casework
import Desk
import Glibc
import Quantities
import RuleDrafting
import RulePacks

extension Errand {
  /// The ids of the notices in the data folder.
  func campaignNames() throws -> [String] {
    let packs = try DataFolder.path(self) + "/packs"
    return SmallFile.names(in: packs).filter { Folders.exists("\(packs)/\($0)/campaign.yaml") }
  }

  /// Whether a name means a notice: the id of one in the data folder, or a folder that holds one.
  func isCampaign(_ name: String) -> Bool { campaignFolder(name) != nil }

  /// The files of a notice: a file, a folder, or the id of one in the data folder.
  ///
  /// - Throws: `file.missing`, `campaign.unknown`.
  func sources(ofCampaign name: String) throws -> [SourceFile] {
    if let folder = campaignFolder(name) { return SourceFiles.read(folder, showing: folder) }
    if name.hasSuffix(".yaml") || name.contains("/") {
      guard let bytes = Folders.bytes(of: name) else {
        throw Problem("file.missing", at: Problem.Place(file: name))
      }
      return [SourceFile(path: name, bytes: bytes)]
    }
    throw UsageProblem(
      "campaign.unknown", zh: "没有批次“\(name)”", en: "There is no batch “\(name)”",
      remedy: (
        zh: "现有：\((try? campaignNames().joined(separator: "、")) ?? "—")",
        en: "There are: \((try? campaignNames().joined(separator: ", ")) ?? "—")"
      ), status: .notFound)
  }

  /// A notice, read against the pack that it extends: the one that the store has adopted, else that of
  /// the data folder.
  func loadCampaign(_ name: String, in store: CaseStore? = nil) throws -> CampaignLoader.Loaded {
    let sources = try sources(ofCampaign: name)
    return try CampaignLoader.load(
      sources, extending: try basePack(of: sources, in: store), vocabulary: try vocabulary(),
      departments: departments().map(\.id))
  }

  /// The pack that a notice extends; where it names none, the only one there is.
  func basePack(of sources: [SourceFile], in store: CaseStore?) throws -> RulePack {
    let adopted = try store?.packs() ?? []
    guard let base = CampaignLoader.base(of: sources) else {
      if adopted.count == 1 { return adopted[0] }
      throw Problems([
        Problem(
          "campaign.yaml.missing_key",
          at: Problem.Place(file: sources.first?.path, line: 1, column: 1), ["key": "pack"])
      ])
    }
    if let own = adopted.first(where: { $0.id == base }) { return own }
    if let pack = try? loadPack(base).pack { return pack }
    throw Problem(
      "campaign.not_adopted", ["id": sources.first?.stem ?? "", "pack": base])
  }

  /// Teaches the speech what a campaign's sentences need.
  func learn(_ store: CaseStore, _ pack: String) throws {
    let office = try store.office()
    if let pack = try? store.pack(pack) {
      speech.know(pack, of: office)
    } else {
      speech.know(office)
    }
    speech.know(try? vocabulary())
    speech.know(departments())
  }

  /// Writes bytes to standard output as they are.
  func handOver(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { all in
      var rest = all
      while !rest.isEmpty {
        let count = Glibc.write(STDOUT_FILENO, rest.baseAddress, rest.count)
        guard count > 0 else { return }
        rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      }
    }
  }

  private func campaignFolder(_ name: String) -> String? {
    if Folders.exists(name + "/campaign.yaml") { return name }
    if name.hasSuffix("/campaign.yaml") {
      return String(name.dropLast("/campaign.yaml".count))
    }
    guard !name.contains("/"), let data = try? DataFolder.path(self) else { return nil }
    let folder = data + "/packs/" + name
    return Folders.exists(folder + "/campaign.yaml") ? folder : nil
  }
}
