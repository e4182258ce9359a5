#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Prints candidate terms for lexicons, from WordNet's hierarchy of nouns and verbs.

For authors, not for the build.  Every candidate has to be read before it goes
into a lexicon: WordNet also has diseases of plants, words nobody has used for
a century, and words that mean something else in most sentences.

    apt-get install wordnet-base
    rulesets/lexicons/from_wordnet.py conditions

A line is a term, how many commoner senses of it there are than the one that was
found and how many it has, whether a lexicon here has it, and what it means:

    gout     0/1   has  a painful inflammation of the big toe and foot ...
    shock    3/10  new  (pathology) bodily collapse or near collapse ...
"""

import argparse
import pathlib
import re
import tomllib

# Each list: part of speech, the synsets to walk down from, the synsets not to
# enter, and what the meaning must mention, if anything.  A synset is written as
# a word and the number of its sense.
REMEDY = r"medicin|herbal|tonic|remed|curative|aromatic|\btea\b|tisane"
LISTS = {
    "conditions": ("noun", [
        "illness 1", "disorder 1", "symptom 1", "pain 1",
        "injury 1", "mental disorder 1", "growth 6", "blemish 1",
        "deficiency disease 1", "addiction 1", "phobia 1",
    ], ["animal disease 1", "plant disease 1"], ""),
    "medicines": ("noun", [
        "medicine 2", "drug 1", "vaccine 1", "hormone 1", "anesthetic 1",
    ], ["alcohol 1", "drug of abuse 1", "tobacco 1"], ""),
    "treatments": ("noun", ["medical care 1", "surgery 4", "treatment 1"], [], ""),
    "supplements": ("noun", [
        "vitamin 1", "amino acid 1", "herbal medicine 1", "dietary supplement 1",
        "spice 2", "herb 2", "essential oil 1", "oil 4", "tonic 4", "tea 1",
        "herb tea 1",
    ], [], ""),
    "herbs": ("noun", ["vascular plant 1", "fungus 1", "alga 1"], [], REMEDY),
    "foods": ("noun", [
        "edible fruit 1", "vegetable 1", "juice 1", "edible nut 1", "vinegar 1",
        "health food 1", "cereal 3", "legume 3", "edible seed 1",
    ], [], ""),
    "therapies": ("noun", [
        "therapy 1", "massage 1", "alternative medicine 1", "diet 1", "diet 4",
        "exercise 1", "sport 1", "meditation 2", "bath 2",
    ], ["contact sport 1"], ""),
    "body": ("noun", [
        "internal organ 1", "gland 1", "system 6", "joint 1", "body covering 1",
        "bodily process 1",
    ], [], ""),
    "healing": ("verb", [
        "treat 3", "cure 1", "relieve 1", "help 1", "better 2", "better 3",
        "prevent 1", "remove 1", "eliminate 1", "destroy 1", "disappear 1",
        "strengthen 1", "cleanse 1", "cleanse 2", "reduce 1", "protect 1",
        "defeat 1", "calm 1", "restore 1", "thin 1",
    ], [], ""),
}

HERE = pathlib.Path(__file__).parent
WORDNET = pathlib.Path("/usr/share/wordnet")
# Relations downwards: hyponyms and instances.
DOWN = {"~", "~i"}


class WordNet:
    """The synsets of one part of speech.  See wndb(5WN) for the files."""

    def __init__(self, pos, folder):
        self._senses = {}  # word: offsets of its synsets, most frequent first
        for line in self._lines(folder / f"index.{pos}"):
            fields = line.split()
            count = int(fields[2])
            self._senses[fields[0]] = fields[-count:]
        self._synsets = {}  # offset: (words, offsets below, gloss)
        for line in self._lines(folder / f"data.{pos}"):
            data, _, gloss = line.partition(" | ")
            fields = data.split()
            words_end = 4 + 2 * int(fields[3], 16)
            words = [re.sub(r"\(\w+\)$", "", w) for w in fields[4:words_end:2]]
            pointers = fields[words_end + 1:]
            pointers = pointers[:4 * int(fields[words_end])]
            below = [offset for relation, offset
                     in zip(pointers[::4], pointers[1::4]) if relation in DOWN]
            self._synsets[fields[0]] = (words, below, gloss.strip())

    @staticmethod
    def _lines(path):
        with open(path, encoding="utf-8") as lines:
            return [line for line in lines if not line.startswith(" ")]

    def synset(self, name):
        word, _, number = name.rpartition(" ")
        return self._senses[word.replace(" ", "_")][int(number) - 1]

    def below(self, names, without):
        """Offsets of the synsets of "names" and all beneath them."""
        seen = {self.synset(name) for name in without}
        found = []
        todo = [self.synset(name) for name in names]
        while todo:
            offset = todo.pop()
            if offset in seen:
                continue
            seen.add(offset)
            found.append(offset)
            todo.extend(self._synsets[offset][1])
        return found

    def candidates(self, offsets, about):
        """Yields (term, senses before this, senses, meaning), sorted."""
        rows = {}
        for offset in offsets:
            words, _, gloss = self._synsets[offset]
            if not re.search(about, gloss):
                continue
            for word in words:
                senses = self._senses[word.lower()]
                before = senses.index(offset)
                term = word.lower().replace("_", " ")
                rows[term] = min(rows.get(term, (99, 0, "")),
                                 (before, len(senses), gloss))
        for term in sorted(rows):
            yield term, *rows[term]


def known_terms():
    """Terms of all lexicons in this folder, without "~"."""
    terms = set()
    for path in HERE.glob("*.toml"):
        for lexicon in tomllib.loads(path.read_text("utf-8"))["lexicon"].values():
            terms.update(t.rstrip("~") for t in lexicon.get("terms", []))
    return terms


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("list", choices=sorted(LISTS))
    parser.add_argument("--wordnet", type=pathlib.Path, default=WORDNET)
    parser.add_argument("--new", action="store_true",
                        help="only terms that no lexicon has")
    args = parser.parse_args()

    pos, names, without, about = LISTS[args.list]
    wordnet = WordNet(pos, args.wordnet)
    known = known_terms()
    for term, before, senses, meaning in wordnet.candidates(
            wordnet.below(names, without), about):
        has = term in known or term + "s" in known
        if not (args.new and has):
            print(f"{term:36} {before}/{senses}  {'has' if has else 'new'}  "
                  f"{meaning[:90]}")


if __name__ == "__main__":
    main()
