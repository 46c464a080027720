import ArgumentParser

@main
struct Dossier: ParsableCommand {
  mutating func run() {}
}
