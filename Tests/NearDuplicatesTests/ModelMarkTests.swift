import Testing

@testable import NearDuplicates

@Suite struct ModelMarkTests {
  private func trees(_ value: Float) throws -> BoostedTrees {
    try #require(
      BoostedTrees(
        base: 0.5,
        trees: [
          [
            .init(feature: 2, threshold: 0.25, left: 1, value: 0),
            .init(feature: -1, threshold: 0, left: 0, value: -1),
            .init(feature: -1, threshold: 0, left: 0, value: value),
          ]
        ]))
  }

  private func model(
    _ value: Float = 1, contained: BoostedTrees? = nil, context: BoostedTrees? = nil
  ) throws -> RelationModel {
    RelationModel(
      name: "test/1", together: try trees(1), same: try trees(value), partial: try trees(1),
      contained: contained, context: context)
  }

  @Test("a model's mark is fixed, and another one wherever a tree differs or stands elsewhere")
  func marks() throws {
    let plain = try model()
    #expect(plain.fullName == "test/1.bbb22e13")
    let models = [
      plain, try model(2), try model(contained: trees(1)), try model(context: trees(1)),
      try model(contained: trees(2)),
    ]
    #expect(Set(models.map(\.mark)).count == models.count)
    #expect(RelationRule(model: plain.sure(from: 0.75)).name == plain.fullName + "@0.75")
    #expect(plain.sure(from: 0.5) == plain)
    #expect(RelationRule().name == "shares/2")
  }
}
