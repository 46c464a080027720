package import CaseStore
package import Quantities

/// Everything that a key, the palette or the mouse can ask of the desk.
package enum DeskAction: Hashable, Sendable {
  // Everywhere.
  case quit, help, palette, suspend, redraw, reload, back
  case nextLanguage, language(Language), nextTheme, theme(String)
  // Lists and tabs.
  case up, down, pageUp, pageDown, first, last, open, nextTab, previousTab, tab(Int)
  // The queue.
  case filter, clearFilter, view(QueueView), views, sort, sortBy(QueueSort), reverse
  case searchNext, searchPrevious, select, selectAll, clearSelection, host
  // Cases.
  case act, offer(Int), nextCase, previousCase, unfold, moment, article, copy
  case judge, waive, depart, editFacts, note, contact, assign, undo, reopen, attach
  // Dialogs.
  case confirm, cancel, nextField, previousField, discardDraft, editor
  // Screens that other parts of the desk bring along, by name.
  case other(String)
}
