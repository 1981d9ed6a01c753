import Models
import NearDuplicates
import Pipeline
import Text

/// Where the models of this run come from.
struct ModelSource {
  private let folders: [String]

  /// The folders of this run, see `ModelLocation`.
  static let standard = ModelSource(folders: ModelLocation.folders)

  /// The path of a model.
  ///
  /// - Throws: `ModelError.missing`, which names every place that was looked at.
  func path(of name: String) throws(ModelError) -> String {
    try ModelFolders.path(of: name, in: folders)
  }

  /// What words weigh.
  func rarity() throws -> Rarity {
    try RarityFile(path: path(of: RarityFile.name)).load(tokeniser: Tokeniser.version)
  }

  /// What decides relations.
  func relation() throws -> RelationModel {
    try RelationModelFile(path: path(of: RelationModelFile.name)).load()
  }

  /// A signer of the standard measures.
  func signer(
    shingler: Shingler = Shingler(), sketch: FastSimilaritySketch = FastSimilaritySketch()
  ) throws -> Signer {
    try Signer(shingler: shingler, sketch: sketch, rarity: rarity())
  }
}
