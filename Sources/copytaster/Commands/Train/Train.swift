import ArgumentParser

/// `copytaster train`
struct Train: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make the models that the program loads, from labelled data.",
    subcommands: [TrainRarity.self, TrainRelation.self])
}
