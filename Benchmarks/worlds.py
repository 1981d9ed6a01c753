#!/usr/bin/env python3
"""Makes a large corpus of a small one: the same texts several times, each time with other words.

usage: worlds.py CORPUS COUNT > LARGE         CORPUS is JSON Lines with "id" and "text"

The first time texts are as they are. Every further time all words but the 400 commonest are exchanged for words about as
common, with capitals where these have them: what was alike stays alike, and is like nothing of the other times but
for common words and figures. So a million texts have the groups of fifty thousand, twenty times over, and what is tied
across is a mistake, or a notice that is hardly more than figures.
"""
import json, random, re, sys
from collections import Counter, defaultdict

WORD = re.compile(r"[A-Za-z]+")
KEPT, NEIGHBOURS = 400, 300


def classes(rows):
    """Words by capitals, the commonest first."""
    counts = Counter(word for row in rows for word in WORD.findall(row["text"]))
    by_case = defaultdict(list)
    for word, _ in counts.most_common()[KEPT:]:
        by_case[word[0].isupper(), len(word) > 1 and word.isupper()].append(word)
    return by_case.values()


def exchange(words, seed):
    """For each word another among those about as common."""
    chance, other = random.Random(seed), {}
    for ranked in words:
        for start in range(0, len(ranked), NEIGHBOURS):
            near = ranked[start : start + NEIGHBOURS]
            other.update(zip(near, chance.sample(near, len(near))))
    return other


def main(path, count):
    with open(path) as lines:
        rows = [json.loads(line) for line in lines]
    words = classes(rows)
    for world in range(count):
        other = exchange(words, world) if world else {}
        put = lambda text: WORD.sub(lambda word: other.get(word[0], word[0]), text)
        for row in rows:
            fields = {name: put(row[name]) for name in ("text", "title") if row.get(name)}
            print(json.dumps({**row, **fields, "id": f"{world}-{row['id']}"}, ensure_ascii=False))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]))
