import Testing

/// Pairs of short stories that two outlets run a quarter of an hour apart.
enum TwoOutletTexts {
  struct Pair: Sendable, CustomTestStringConvertible {
    let name: String
    let first: String
    let second: String
    var testDescription: String { name }
  }

  /// A notice of the tides, all figures of which are others, above two first words. None of the words but these is a
  /// name to a reader who goes by capitals in the midst of sentences.
  static func tides(_ first: String, _ second: String) -> Pair {
    func notice(_ word: String, _ values: [String]) -> String {
      """
      \(word) will find slack water at the outer mole at \(values[0]) and at the inner one at \(values[1]) on \
      Monday. The ebb runs at \(values[2]) knots, and the depth over the bar is \(values[3]) feet at low water. A \
      swell of \(values[4]) feet is to be expected in the afternoon. Small craft should keep to the marked channel \
      until the harbour office lifts its warning.
      """
    }
    return Pair(
      name: "tides", first: notice(first, ["6:12", "6:47", "2.4", "11", "5"]),
      second: notice(second, ["7:35", "8:03", "3.1", "14", "9"]))
  }

  /// One form filled in for two events.
  static let forms: [Pair] = [
    Pair(
      name: "earnings",
      first: """
        Tarrant Glass quarterly profit falls\n\nTarrant Glass said on Tuesday net profit for the \
        quarter to December fell to 14.2 million crowns from 18.9 million a year earlier. Revenue \
        was 203 million crowns. The board proposed a dividend of 1.10 crowns a share, unchanged from \
        last year. Shares in the company were little changed in early trade in Port Ansel.
        """,
      second: """
        Penhallow Rope quarterly profit falls\n\nPenhallow Rope said on Tuesday net profit for the \
        quarter to December fell to 31.5 million crowns from 40.2 million a year earlier. Revenue \
        was 512 million crowns. The board proposed a dividend of 2.40 crowns a share, unchanged from \
        last year. Shares in the company were little changed in early trade in Port Ansel.
        """),
    Pair(
      name: "dividend",
      first: """
        Morrow Foods Inc declared a regular quarterly dividend of 22.5 cents a share on its common \
        stock, payable April 14 to holders of record on March 31. The company, which operates 118 \
        stores in the northern provinces, has paid a dividend in each quarter since 1964. At the \
        current price the yield is 3.1 percent.
        """,
      second: """
        Caldwell Stores Ltd declared a regular quarterly dividend of 31 cents a share on its common \
        stock, payable May 2 to holders of record on April 17. The company, which operates 64 stores \
        in the northern provinces, has paid a dividend in each quarter since 1951. At the current \
        price the yield is 2.7 percent.
        """),
    Pair(
      name: "weather",
      first: """
        Forecast for Saltmere: mostly cloudy with light westerly winds and a few bright spells in \
        the afternoon. Lowest temperature overnight 3 degrees, highest 9 degrees. Rain probability \
        20 percent. Sunrise is at 6:41 and sunset at 17:52. The outlook for the following day is \
        similar, with showers reaching Fennick Bay by evening.
        """,
      second: """
        Forecast for Upper Kirra: mostly cloudy with fresh northerly winds and a few bright spells \
        in the afternoon. Lowest temperature overnight -4 degrees, highest 2 degrees. Rain \
        probability 65 percent. Sunrise is at 6:58 and sunset at 17:39. The outlook for the \
        following day is similar, with showers reaching Dorn Pass by evening.
        """),
    Pair(
      name: "football",
      first: """
        Saltmere Rovers beat Port Ansel 2-0 at Harbour Lane on Saturday to move up to 4th in the \
        second division. Milo Brand scored in the 17th minute and Jens Kroll added another in the \
        63rd. The attendance was 4,112. Port Ansel have now gone 6 matches without a win and travel \
        to Calder next week.
        """,
      second: """
        Dunmarrow beat Kirra Athletic 3-1 at Mill Road on Saturday to move up to 9th in the second \
        division. Theo Lund scored in the 8th minute and Ravi Sand added another in the 71st. The \
        attendance was 2,930. Kirra Athletic have now gone 3 matches without a win and travel to \
        Fennick next week.
        """),
    Pair(
      name: "quake",
      first: """
        A magnitude 4.1 earthquake struck 23 km north of Ostrand at 4:12 local time on Wednesday, \
        the Seismological Institute said. The quake was 10 km deep. There were no immediate reports \
        of casualties or damage. The region was last shaken in 1998, when a magnitude 5.2 quake \
        damaged 140 buildings.
        """,
      second: """
        A magnitude 5.6 earthquake struck 71 km southeast of Calder Falls at 13:50 local time on \
        Wednesday, the Seismological Institute said. The quake was 33 km deep. There were no \
        immediate reports of casualties or damage. The region was last shaken in 2007, when a \
        magnitude 6.0 quake damaged 812 buildings.
        """),
    Pair(
      name: "tender",
      first: """
        The agriculture ministry of Maruna bought 120,000 tonnes of milling wheat in a tender that \
        closed on Thursday, traders said. The grain was bought at 241.50 dollars a tonne, cost and \
        freight included, for shipment between June 1 and 15. Corvane Trading was the main seller. \
        In its last tender Maruna bought 60,000 tonnes at 248 dollars.
        """,
      second: """
        The supply ministry of Lower Tessa bought 55,000 tonnes of milling wheat in a tender that \
        closed on Thursday, traders said. The grain was bought at 252.25 dollars a tonne, cost and \
        freight included, for shipment between July 10 and 31. Glenholm Grain was the main seller. \
        In its last tender Lower Tessa bought 90,000 tonnes at 239 dollars.
        """),
    Pair(
      name: "verdict",
      first: """
        A court in Saltmere sentenced Rolf Dane to 4 years in prison on Monday for fraud. Judge Ines \
        Varga said the 52-year-old had shown no remorse. Prosecutors had asked for 6 years. The \
        victim, a widow from Calder, told the court that the damage of 310,000 crowns could never be \
        made good. The defence said it would appeal.
        """,
      second: """
        A court in Dunmarrow sentenced Petra Olm to 2 years in prison on Tuesday for arson. Judge \
        Karl Weiss said the 29-year-old had shown no remorse. Prosecutors had asked for 3 years. The \
        victim, a baker from Fennick, told the court that the damage of 85,000 crowns could never be \
        made good. The defence said it would appeal.
        """),
    Pair(
      name: "poll",
      first: """
        The Harbour Party would win 34 percent of the vote in Kirra if an election were held now, a \
        poll by Opinio showed on Sunday, 2 points more than a month ago. The Centre stands at 27 \
        percent. The institute asked 1,204 people between March 2 and 8. The margin of error is 2.8 \
        points.
        """,
      second: """
        The Greens would win 19 percent of the vote in East Tessa if an election were held now, a \
        poll by Stenmark showed on Sunday, 5 points more than a month ago. The Liberals stands at 41 \
        percent. The institute asked 2,018 people between March 9 and 13. The margin of error is 2.1 \
        points.
        """),
    Pair(
      name: "ship",
      first: """
        The freighter Alba Star ran aground off Fennick Head early on Thursday with 14 crew on \
        board, the coastguard said. The 112-metre vessel, carrying 3,400 tonnes of timber from \
        Saltmere to Ryk, was held by the ebb at 3:20am. Two tugs were on the way. The owner, Nordlys \
        Shipping, said there was no danger of a spill.
        """,
      second: """
        The tanker Orla Maru ran aground off the Skerries early on Thursday with 22 crew on board, \
        the coastguard said. The 180-metre vessel, carrying 9,100 tonnes of palm oil from Port Ansel \
        to Tollund, was held by the ebb at 5:05am. Two tugs were on the way. The owner, Meridian \
        Lines, said there was no danger of a spill.
        """),
  ]
}
