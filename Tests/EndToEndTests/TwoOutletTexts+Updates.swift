extension TwoOutletTexts {
  /// One event told again with other figures.
  static let updates: [Pair] = [
    Pair(
      name: "names spelt otherwise",
      first: """
        Rebels led by Yusuf Hamadi took the airport of Dar Salim on Tuesday, the interior minister, Karim Oduya, said. \
        Hamadi had called on his men on Monday to march on the capital. The airline Sound Air stopped its flights from \
        Port Ansel, and France told its citizens to stay at home.
        """,
      second: """
        Rebels led by Youssef Hammadi took the airport of Dar Salim on Tuesday, the interior minister, Karim Oduya, \
        said. Hammadi had called on his men on Monday to march on the capital. The airline Sound Air stopped its \
        flights from Port Ansel, and France told its citizens to stay at home.
        """),
    Pair(
      name: "toll",
      first: """
        CALDER - Eleven people were killed and 32 injured when a bus left the coast road near Calder \
        on Tuesday, police said. The bus, carrying 52 passengers from Fennick to Saltmere, rolled 40 \
        metres down the slope. Rescue teams with 6 helicopters were at work at noon. Transport \
        minister Ilse Moran cut short a visit to Port Ansel and ordered an inquiry. The company, \
        Sound Coaches, said the driver had worked for it for 9 years.
        """,
      second: """
        CALDER - Seventeen people were killed and 29 injured when a bus left the coast road near \
        Calder on Tuesday, police said. The bus, carrying 58 passengers from Fennick to Saltmere, \
        rolled 60 metres down the slope. Rescue teams with 8 helicopters ended their work at dusk. \
        Transport minister Ilse Moran cut short a visit to Port Ansel and ordered an inquiry. The \
        company, Sound Coaches, said the driver had worked for it for 11 years.
        """),
    Pair(
      name: "tremor",
      first: """
        OSTRAND - A magnitude 5.6 earthquake struck 12 km north of Ostrand at 4:12 on Wednesday, the \
        Seismological Institute said. It was 10 km deep. Mayor Vera Lindt said 3 people were hurt \
        and 40 houses damaged. Power was out in Kirra and in parts of Fennick. The region was last \
        shaken in 1998.
        """,
      second: """
        OSTRAND - A magnitude 5.9 earthquake struck 15 km north of Ostrand at 4:11 on Wednesday, the \
        Seismological Institute said. It was 8 km deep. Mayor Vera Lindt said 26 people were hurt \
        and 310 houses damaged. Power was out in Kirra and in parts of Fennick. The region was last \
        shaken in 1998.
        """),
    Pair(
      name: "fire",
      first: """
        FENNICK - A fire that broke out in the Harl timber yard on Sunday night has destroyed 4 \
        warehouses, the Fennick brigade said. Some 60 firefighters from Calder and Saltmere were \
        fighting the flames, and 120 residents of Dock Street had to leave their homes. Damage was \
        put at 3 million crowns. Chief Anton Reel said the cause was not known.
        """,
      second: """
        FENNICK - A fire that broke out in the Harl timber yard on Sunday night has destroyed 7 \
        warehouses, the Fennick brigade said. Some 95 firefighters from Calder and Saltmere were \
        fighting the flames, and 340 residents of Dock Street had to leave their homes. Damage was \
        put at 8 million crowns. Chief Anton Reel said the cause was not known.
        """),
    Pair(
      name: "count",
      first: """
        KIRRA - The Harbour Party led with 38.1 percent after 40 of 212 districts had been counted \
        in Kirra on Sunday, the election office said. The Centre of Premier Olaf Brandt stood at \
        31.4 percent and the Greens at 12.2. Turnout was 61 percent. Harbour leader Sina Falk told \
        cheering supporters in Port Ansel that it was too early to celebrate.
        """,
      second: """
        KIRRA - The Harbour Party led with 36.7 percent after 190 of 212 districts had been counted \
        in Kirra on Sunday, the election office said. The Centre of Premier Olaf Brandt stood at \
        33.0 percent and the Greens at 11.8. Turnout was 64 percent. Harbour leader Sina Falk told \
        cheering supporters in Port Ansel that it was too early to celebrate.
        """),
    Pair(
      name: "storm",
      first: """
        SALTMERE - Winds of 110 km an hour cut power to 14,000 homes around Saltmere on Friday, and \
        23 flights were cancelled. Ferries to Ryk and Tollund stayed in port. Sound Line said 900 \
        passengers were waiting. In Calder a falling tree hurt 2 people, mayor Jon Pell said. The \
        weather office kept its red warning until 6pm.
        """,
      second: """
        SALTMERE - Winds of 131 km an hour cut power to 27,000 homes around Saltmere on Friday, and \
        61 flights were cancelled. Ferries to Ryk and Tollund stayed in port. Sound Line said 2,100 \
        passengers were waiting. In Calder a falling tree hurt 5 people, mayor Jon Pell said. The \
        weather office kept its red warning until 9pm.
        """),
    Pair(
      name: "rates",
      first: """
        TOLLUND - The Tollund central bank raised its key rate by 25 basis points to 3.75 percent on \
        Thursday, against the advice of 2 of its 7 members, governor Asta Rehn said. Inflation stood \
        at 5.1 percent in February and would fall to 3 percent by 2028. The crown rose 0.4 percent \
        to 7.12 to the dollar. Finance minister Karl Onn said he respected the decision.
        """,
      second: """
        TOLLUND - The Tollund central bank raised its key rate by 50 basis points to 4.00 percent on \
        Thursday, against the advice of 3 of its 9 members, governor Asta Rehn said. Inflation stood \
        at 5.4 percent in February and would fall to 2 percent by 2029. The crown rose 0.9 percent \
        to 7.03 to the dollar. Finance minister Karl Onn said he respected the decision.
        """),
  ]
}
