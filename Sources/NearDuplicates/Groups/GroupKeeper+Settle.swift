internal import Stories

extension GroupKeeper {
  /// Gives each cluster its group number and says what changed.
  ///
  /// A group's number stays with the cluster that holds most of its stories; of several groups in one
  /// cluster the largest part wins, and the oldest number among equals.
  mutating func settle(
    _ clusters: [[StoryNumber]], by voted: [ComponentVotes], _ newcomer: Newcomer, isArrival: Bool
  ) -> Placement {
    let parts = overlaps(clusters)
    let numbers = assignNumbers(clusters.count, parts)
    var placement = Placement(group: numbers.first ?? GroupNumber(0))
    for (cluster, number) in zip(clusters, numbers) where cluster.contains(newcomer.number) {
      placement.group = number
    }
    placement.changes = changes(parts, numbers)
    placement.gone = gone(parts, numbers)
    if isArrival {
      let isAlone = clusters.contains([newcomer.number])
      placement.changes.append(
        isAlone
          ? .opened(group: placement.group, story: newcomer.number)
          : .joined(group: placement.group, story: newcomer.number))
    }
    if givesReasons {
      let settled = SettledClusters(clusters: clusters, numbers: numbers, parts: parts)
      placement.decisions = placement.changes.compactMap { settled.decision(on: $0, by: voted) }
    }
    record(clusters, numbers, &placement)
    return placement
  }

  /// The stories that one old group has in one new cluster.
  struct Part {
    let group: GroupNumber
    let cluster: Int
    let stories: [StoryNumber]
  }

  private func overlaps(_ clusters: [[StoryNumber]]) -> [Part] {
    var parts: [Part] = []
    for (position, cluster) in clusters.enumerated() {
      var byGroup: [GroupNumber: [StoryNumber]] = [:]
      for story in cluster {
        if let group = members[story]?.group, group.value > 0 {
          byGroup[group, default: []].append(story)
        }
      }
      for (group, stories) in byGroup {
        parts.append(Part(group: group, cluster: position, stories: stories.sorted()))
      }
    }
    return parts.sorted {
      $0.stories.count == $1.stories.count
        ? ($0.group, $0.cluster) < ($1.group, $1.cluster) : $0.stories.count > $1.stories.count
    }
  }

  private mutating func assignNumbers(_ count: Int, _ parts: [Part]) -> [GroupNumber] {
    var numbers = [GroupNumber?](repeating: nil, count: count)
    var taken: Set<GroupNumber> = []
    for part in parts where numbers[part.cluster] == nil && !taken.contains(part.group) {
      numbers[part.cluster] = part.group
      taken.insert(part.group)
    }
    return numbers.map { $0 ?? takeGroupNumber() }
  }

  /// Merges and splits among the groups that were there before.
  private func changes(_ parts: [Part], _ numbers: [GroupNumber]) -> [GroupChange] {
    let kept = Set(numbers)
    var mergedInto: [GroupNumber: [GroupNumber]] = [:]
    var gone: Set<GroupNumber> = []
    var splits: [GroupChange] = []
    for part in parts where numbers[part.cluster] != part.group {
      let target = numbers[part.cluster]
      if !kept.contains(part.group), gone.insert(part.group).inserted {
        mergedInto[target, default: []].append(part.group)
      } else {
        splits.append(.split(from: part.group, into: target, stories: part.stories))
      }
    }
    let merges = mergedInto.sorted { $0.key < $1.key }.map { target, groups in
      GroupChange.merged(from: groups.sorted(), into: target)
    }
    return splits + merges
  }

  /// Of each group that no cluster is called after, the stories of its largest part: those that are merged.
  private func gone(_ parts: [Part], _ numbers: [GroupNumber]) -> [GroupNumber: [StoryNumber]] {
    let kept = Set(numbers)
    let merged = parts.filter { !kept.contains($0.group) }.map { ($0.group, $0.stories) }
    return Dictionary(merged, uniquingKeysWith: { largest, _ in largest })
  }

  private mutating func record(
    _ clusters: [[StoryNumber]], _ numbers: [GroupNumber], _ placement: inout Placement
  ) {
    for (cluster, number) in zip(clusters, numbers) {
      for story in cluster where members[story]?.group != number {
        members.move(story, to: number)
        placement.moves.append((story, number))
      }
    }
  }
}
