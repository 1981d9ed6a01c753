extension TwoOutletTexts {
  /// One form filled in for two events, which differ by names rather than by figures.
  static let names: [Pair] = [
    Pair(
      name: "accident",
      first: """
        A 66-year-old woman was killed in a road accident near Ansel on Thursday, police said. The lorry left the \
        road in a bend for unknown reasons and hit a tree. The road between Ansel and Tarnford was closed for three \
        hours. An expert was called in to establish the cause.
        """,
      second: """
        A 45-year-old cyclist was killed in a road accident near Fennick on Thursday, police said. The van left the \
        road in a bend for unknown reasons and hit a tree. The road between Fennick and Gravenau was closed for two \
        hours. An expert was called in to establish the cause.
        """),
    Pair(
      name: "fire brigade",
      first: """
        Firefighters were called to a house fire in Harrow in the early hours of Monday. Two engines were sent to \
        Mill Lane after the alarm was raised by a neighbour. Crews wearing breathing apparatus used hose reel jets to \
        bring the fire under control. An investigation into the cause of the blaze is under way, a spokesman for the \
        fire and rescue service said.
        """,
      second: """
        Firefighters were called to a house fire in Ludmoor in the early hours of Tuesday. Two engines were sent to \
        Church Road after the alarm was raised by a neighbour. Crews wearing breathing apparatus used hose reel jets to \
        bring the fire under control. An investigation into the cause of the blaze is under way, a spokesman for the \
        fire and rescue service said.
        """),
  ]

  /// A report of the German police, for two towns.
  static func burglaries(_ first: String, _ second: String) -> Pair {
    func report(_ town: String, _ street: String, _ values: [String]) -> String {
      """
      \(town) (ots) - Unbekannte Täter sind in der Nacht zum Samstag in ein Vereinsheim in der \(street) eingebrochen. \
      Sie hebelten nach ersten Erkenntnissen ein Fenster auf und durchsuchten mehrere Räume. Entwendet wurde Bargeld \
      im Wert von rund \(values[0]) Euro. Der Sachschaden wird auf etwa \(values[1]) Euro geschätzt. Die Kriminalpolizei \
      hat die Ermittlungen aufgenommen. Zeugen, die verdächtige Beobachtungen gemacht haben, werden gebeten, sich \
      unter der Telefonnummer \(values[2]) zu melden.
      """
    }
    return Pair(
      name: "burglaries", first: report(first, "Gartenstraße", ["1.250", "400", "02871 33120"]),
      second: report(second, "Lindenallee", ["3.700", "850", "05194 77402"]))
  }
}
