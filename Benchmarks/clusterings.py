#!/usr/bin/env python3
"""Ways to make groups of the same judged pairs, held against the truth.

usage: clusterings.py COPYTASTER SET...       SET holds stories.jsonl and gold/clusters.jsonl; needs networkx

Prints a row a set: the adjusted Rand index of connected components, of lead and star (each story joins the strongest earlier
lead), of Louvain communities, of average link alone as its definition has it, and of what the program does.
"""
import json, subprocess, sys, tempfile
from collections import Counter, defaultdict
import networkx


def adjusted_rand(gold, said):
    pairs = lambda counts: sum(n * (n - 1) / 2 for n in counts)
    both = pairs(Counter((gold[i], said[i]) for i in gold).values())
    one, two = pairs(Counter(gold.values()).values()), pairs(Counter(said[i] for i in gold).values())
    expected, most = one * two / pairs([len(gold)]), (one + two) / 2
    return (both - expected) / (most - expected)


def label(groups, ids):
    said = {i: i for i in ids}
    for group in groups:
        for i in group:
            said[i] = min(group)
    return said


def lead_and_star(order, strength, threshold=0.5):
    leads, said = [], {}
    for story in order:
        near = [(strength[story].get(lead, 0), lead) for lead in leads if lead in strength[story]]
        best = max(near, default=(0, None))
        if best[0] >= threshold:
            said[story] = best[1]
        else:
            leads.append(story)
            said[story] = story
    return said


def average_link(component, strength, threshold=0.5):
    groups = {i: [i] for i in component}
    sums = {i: {j: s for j, s in strength[i].items() if j in groups} for i in component}
    while True:
        best = max(((s / (len(groups[i]) * len(groups[j])), i, j) for i in groups for j, s in sums[i].items() if i < j), default=None)
        if best is None or best[0] < threshold:
            return list(groups.values())
        _, kept, gone = best
        groups[kept] += groups.pop(gone)
        for other, s in sums.pop(gone).items():
            if other != kept and other in groups:
                sums[kept][other] = sums[kept].get(other, 0) + s
                sums[other][kept] = sums[kept][other]
            sums.get(other, {}).pop(gone, None)


def main(program, folders):
    print(f"{'set':28} components  lead/star  Louvain  average link  the program")
    for folder in folders:
        with tempfile.NamedTemporaryFile() as ties:
            out = subprocess.run([program, "group", f"{folder}/stories.jsonl", "--json", "--ties", ties.name], stdout=subprocess.PIPE, check=True).stdout
            pairs = [json.loads(line) for line in open(ties.name)]
        order = [json.loads(line)["id"] for line in open(f"{folder}/stories.jsonl")]
        gold = {r["id"]: r["group"] for r in map(json.loads, open(f"{folder}/gold/clusters.jsonl"))}
        program_said = {r["id"]: r["group"] for r in map(json.loads, out.splitlines())}
        strength = defaultdict(dict)
        for r in pairs:
            strength[r["a"]][r["b"]] = strength[r["b"]][r["a"]] = r["strength"]
        graph = networkx.Graph()
        graph.add_nodes_from(order)
        graph.add_weighted_edges_from((r["a"], r["b"], r["strength"]) for r in pairs if r["strength"] >= 0.5)
        components = list(networkx.connected_components(graph))
        linked = [g for c in components for g in average_link(c, strength)]
        rows = [
            label(components, order), lead_and_star(order, strength),
            label(networkx.community.louvain_communities(graph, seed=1), order), label(linked, order), program_said]
        figures = [adjusted_rand(gold, said) for said in rows]
        print(f"{'/'.join(folder.rstrip('/').split('/')[-2:]):28} {figures[0]:10.3f} {figures[1]:10.3f} {figures[2]:8.3f} {figures[3]:13.3f} {figures[4]:12.3f}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
