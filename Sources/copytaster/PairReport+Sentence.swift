import NearDuplicates
import Pipeline
import Stories

extension PairReport {
  /// Why, in words: without the hours between two dates of which one has no time.
  func sentence(on one: Story, _ two: Story) -> String {
    let told = PairReport.areTimed(one, two) ? explanation : explanation.without(.hours)
    return told.sentence
  }

  /// Whether neither story's date is a day alone.
  static func areTimed(_ one: Story, _ two: Story) -> Bool {
    ![one, two].contains { $0.published?.isDateAlone == true }
  }
}
