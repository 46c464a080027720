import ArgumentParser

extension Dossier {
  /// Verbs that read.
  static let reading: [any ParsableCommand.Type] = [
    ShowQueue.self, ShowCase.self, Check.self, ListActions.self, History.self, ShowHost.self,
  ]

  /// Verbs that record something on a case.
  static let deciding: [any ParsableCommand.Type] = [
    Act.self, Judge.self, Waive.self, Depart.self, SetFacts.self, Attach.self, Assign.self,
    LogContact.self, LeaveNote.self, Undo.self, Reopen.self,
  ]

  /// Verbs that bring cases in.
  static let intake: [any ParsableCommand.Type] = [
    ImportFiles.self, CampaignVerbs.self, PrintDefects.self,
  ]

  /// Verbs of the office.
  static let office: [any ParsableCommand.Type] = [
    UserVerbs.self, PracticeVerbs.self, CalendarVerbs.self, PackVerbs.self, LawVerbs.self,
  ]

  /// Verbs that look after the store.
  static let keeping: [any ParsableCommand.Type] = [
    InitStore.self, MakeDemonstration.self, Verify.self, Backup.self, Restore.self, Rebuild.self,
    Redact.self, Doctor.self,
  ]
}
