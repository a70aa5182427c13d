"""Parses written by hand, and a spaCy pipeline that gives them to the engine.

A tree is a row of words, each as word/lemma/part of speech/tag/relation/number of its head. A sentence without a tree
becomes a flat one: all words hang on the first, and those made of digits are numbers.
"""

import re
from itertools import pairwise
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from apologint.engine.clauses import Clause, add_clauses
from apologint.engine.document import ParsedDraft, parse_many
from apologint.engine.lexicon import Lexicon
from apologint.engine.loader import load_rules
from apologint.engine.parser import Parser
from apologint.engine.places import add_places
from apologint.model import Draft

WORDS = Path(__file__).parent / "words"
_SOURCE = """
We/we/PRON/PRP/nsubj/1 lost/lose/VERB/VBD/ROOT/1 your/your/PRON/PRP$/poss/3 parcel/parcel/NOUN/NN/dobj/1 ././PUNCT/./punct/1
Your/your/PRON/PRP$/poss/1 parcel/parcel/NOUN/NN/nsubjpass/3 was/be/AUX/VBD/auxpass/3 lost/lose/VERB/VBN/ROOT/3 ././PUNCT/./punct/3
Your/your/PRON/PRP$/poss/1 parcel/parcel/NOUN/NN/nsubjpass/3 was/be/AUX/VBD/auxpass/3 lost/lose/VERB/VBN/ROOT/3 by/by/ADP/IN/agent/3 the/the/DET/DT/det/6 courier/courier/NOUN/NN/pobj/4 ././PUNCT/./punct/3
The/the/DET/DT/det/1 courier/courier/NOUN/NN/nsubj/2 lost/lose/VERB/VBD/ROOT/2 your/your/PRON/PRP$/poss/4 parcel/parcel/NOUN/NN/dobj/2 ././PUNCT/./punct/2
We/we/PRON/PRP/nsubj/2 will/will/AUX/MD/aux/2 refund/refund/VERB/VB/ROOT/2 you/you/PRON/PRP/dobj/2 on/on/ADP/IN/prep/2 Friday/Friday/PROPN/NNP/pobj/4 ././PUNCT/./punct/2
We/we/PRON/PRP/nsubj/3 have/have/AUX/VBP/aux/3 not/not/PART/RB/neg/3 called/call/VERB/VBN/ROOT/3 you/you/PRON/PRP/dobj/3 ././PUNCT/./punct/3
We/we/PRON/PRP/nsubj/2 have/have/AUX/VBP/aux/2 found/find/VERB/VBN/ROOT/2 it/it/PRON/PRP/dobj/2 and/and/CCONJ/CC/cc/2 called/call/VERB/VBD/conj/2 you/you/PRON/PRP/dobj/5 ././PUNCT/./punct/2
We/we/PRON/PRP/nsubj/1 found/find/VERB/VBD/ROOT/1 it/it/PRON/PRP/dobj/1 and/and/CCONJ/CC/cc/1 called/call/VERB/VBD/conj/1 you/you/PRON/PRP/dobj/4 ././PUNCT/./punct/1
We/we/PRON/PRP/nsubj/1 faulted/fault/VERB/VBD/ROOT/1 it/it/PRON/PRP/dobj/1 ././PUNCT/./punct/1
Apologies/apology/VERB/VBZ/ROOT/0 for/for/ADP/IN/prep/0 it/it/PRON/PRP/pobj/1 ././PUNCT/./punct/0
We/we/PRON/PRP/nsubj/1 called/call/VERB/VBD/ROOT/1 you/you/PRON/PRP/dobj/1 given/give/VERB/VBN/advcl/1 the/the/DET/DT/det/5 mistake/mistake/NOUN/NN/dobj/3 ././PUNCT/./punct/1
We/we/PRON/PRP/nsubj/1 are/be/AUX/VBP/ROOT/1 sorry/sorry/ADJ/JJ/acomp/1 that/that/SCONJ/IN/mark/5 yours/your/PRON/PRP/dep/5 was/be/AUX/VBD/ccomp/1 late/late/ADJ/JJ/acomp/5 ././PUNCT/./punct/1
We/we/PRON/PRP/nsubj/1 are/be/AUX/VBP/ROOT/1 sorry/sorry/ADJ/JJ/acomp/1 if/if/SCONJ/IN/mark/5 you/you/PRON/PRP/nsubj/5 were/be/AUX/VBD/advcl/1 upset/upset/ADJ/JJ/acomp/5 ././PUNCT/./punct/1
We/we/PRON/PRP/nsubj/1 are/be/AUX/VBP/ROOT/1 sorry/sorry/ADJ/JJ/acomp/1 that/that/SCONJ/IN/mark/5 we/we/PRON/PRP/nsubj/5 lost/lose/VERB/VBD/ccomp/2 it/it/PRON/PRP/dobj/5 ././PUNCT/./punct/1
We/we/PRON/PRP/nsubj/1 are/be/AUX/VBP/ROOT/1 sorry/sorry/ADJ/JJ/acomp/1 ,/,/PUNCT/,/punct/1 but/but/CCONJ/CC/cc/1 we/we/PRON/PRP/nsubj/6 lost/lose/VERB/VBD/conj/1 it/it/PRON/PRP/dobj/6 ././PUNCT/./punct/6
Send/send/VERB/VB/ROOT/0 us/we/PRON/PRP/dative/0 a/a/DET/DT/det/3 photo/photo/NOUN/NN/dobj/0 ././PUNCT/./punct/0
There/there/PRON/EX/expl/1 was/be/VERB/VBD/ROOT/1 a/a/DET/DT/det/3 mistake/mistake/NOUN/NN/attr/1 on/on/ADP/IN/prep/3 our/our/PRON/PRP$/poss/6 side/side/NOUN/NN/pobj/4 ././PUNCT/./punct/1
We/we/PRON/PRP/nsubj/1 made/make/VERB/VBD/ROOT/1 a/a/DET/DT/det/3 mistake/mistake/NOUN/NN/dobj/1 ././PUNCT/./punct/1
Not/not/PART/RB/preconj/1 only/only/ADV/RB/advmod/4 did/do/AUX/VBD/aux/4 we/we/PRON/PRP/nsubj/4 lose/lose/VERB/VB/ROOT/4 it/it/PRON/PRP/dobj/4 ././PUNCT/./punct/4
We/we/PRON/PRP/nsubj/4 did/do/AUX/VBD/aux/4 not/not/PART/RB/neg/4 only/only/ADV/RB/advmod/4 lose/lose/VERB/VB/ROOT/4 it/it/PRON/PRP/dobj/4 ././PUNCT/./punct/4
Could/could/AUX/MD/aux/2 you/you/PRON/PRP/nsubj/2 call/call/VERB/VB/ROOT/2 us/we/PRON/PRP/dobj/2 ?/?/PUNCT/./punct/2
We/we/PRON/PRP/nsubj/1 hope/hope/VERB/VBP/ROOT/1 to/to/PART/TO/aux/3 fix/fix/VERB/VB/xcomp/1 it/it/PRON/PRP/dobj/3 soon/soon/ADV/RB/advmod/3 ././PUNCT/./punct/1
The/the/DET/DT/det/1 driver/driver/NOUN/NN/nsubj/2 lost/lose/VERB/VBD/ROOT/2 it/it/PRON/PRP/dobj/2 ././PUNCT/./punct/2
He/he/PRON/PRP/nsubj/1 forgot/forget/VERB/VBD/ROOT/1 it/it/PRON/PRP/dobj/1 ././PUNCT/./punct/1
Our/our/PRON/PRP$/poss/1 error/error/NOUN/NN/nsubj/2 cost/cost/VERB/VBD/ROOT/2 you/you/PRON/PRP/dative/2 a/a/DET/DT/det/5 day/day/NOUN/NN/npadvmod/2 ././PUNCT/./punct/2
No/no/DET/DT/det/1 error/error/NOUN/NN/nsubj/2 cost/cost/VERB/VBD/ROOT/2 you/you/PRON/PRP/dative/2 a/a/DET/DT/det/5 day/day/NOUN/NN/npadvmod/2 ././PUNCT/./punct/2
You/you/PRON/PRP/nsubj/3 should/should/AUX/MD/aux/3 have/have/AUX/VB/aux/3 told/tell/VERB/VBN/ROOT/3 us/we/PRON/PRP/dobj/3 ././PUNCT/./punct/3
Refunded/refund/VERB/VBD/ROOT/0 your/your/PRON/PRP$/poss/2 fee/fee/NOUN/NN/dobj/0 ././PUNCT/./punct/0
Should/should/AUX/MD/aux/2 you/you/PRON/PRP/nsubj/2 need/need/VERB/VB/advcl/5 help/help/NOUN/NN/dobj/2 ,/,/PUNCT/,/punct/5 call/call/VERB/VB/ROOT/5 us/we/PRON/PRP/dobj/5 ././PUNCT/./punct/5
We/we/PRON/PRP/nsubj/2 are/be/AUX/VBP/aux/2 fixing/fix/VERB/VBG/ROOT/2 it/it/PRON/PRP/dobj/2 ././PUNCT/./punct/2
Thank/thank/VERB/VBP/ROOT/0 you/you/PRON/PRP/dobj/0 for/for/ADP/IN/prep/0 calling/call/VERB/VBG/pcomp/2 ././PUNCT/./punct/0
We/we/PRON/PRP/nsubj/1 forgot/forget/VERB/VBD/ROOT/1 to/to/PART/TO/aux/3 call/call/VERB/VB/xcomp/1 you/you/PRON/PRP/dobj/3 ././PUNCT/./punct/1
We/we/PRON/PRP/nsubj/1 lost/lose/VERB/VBD/ROOT/1 it/it/PRON/PRP/dobj/1 because/because/SCONJ/IN/mark/6 the/the/DET/DT/det/5 shop/shop/NOUN/NN/nsubj/6 was/be/AUX/VBD/advcl/1 busy/busy/ADJ/JJ/acomp/6 ././PUNCT/./punct/1
Our/our/PRON/PRP$/poss/1 team/team/NOUN/NN/nsubj/3 will/will/AUX/MD/aux/3 call/call/VERB/VB/ROOT/3 you/you/PRON/PRP/dobj/3 ././PUNCT/./punct/3
Nobody/nobody/PRON/NN/nsubj/1 called/call/VERB/VBD/ROOT/1 you/you/PRON/PRP/dobj/1 ././PUNCT/./punct/1
The/the/DET/DT/det/1 fault/fault/NOUN/NN/nsubj/2 was/be/AUX/VBD/ROOT/2 ours/ours/PRON/PRP$/attr/2 ././PUNCT/./punct/2
The/the/DET/DT/det/1 error/error/NOUN/NN/nsubj/2 was/be/AUX/VBD/ROOT/2 on/on/ADP/IN/prep/2 your/your/PRON/PRP$/poss/5 side/side/NOUN/NN/pobj/3 ././PUNCT/./punct/2
We/we/PRON/PRP/nsubj/1 lost/lose/VERB/VBD/ROOT/1 it/it/PRON/PRP/dobj/1 ././PUNCT/./punct/1
We/we/PRON/PRP/nsubj/1 lost/lose/VERB/VBD/ROOT/1 this/this/PRON/DT/dobj/1 ././PUNCT/./punct/1
The/the/DET/DT/det/1 driver/driver/NOUN/NN/nsubj/5 who/who/PRON/WP/nsubj/3 lost/lose/VERB/VBD/relcl/1 it/it/PRON/PRP/dobj/3 called/call/VERB/VBD/ROOT/5 you/you/PRON/PRP/dobj/5 ././PUNCT/./punct/5
Your/your/PRON/PRP$/poss/1 driver/driver/NOUN/NN/nsubj/2 lost/lose/VERB/VBD/ROOT/2 it/it/PRON/PRP/dobj/2 ././PUNCT/./punct/2
Another/another/DET/DT/det/1 team/team/NOUN/NN/nsubj/2 lost/lose/VERB/VBD/ROOT/2 it/it/PRON/PRP/dobj/2 ././PUNCT/./punct/2
The/the/DET/DT/det/1 contractor/contractor/NOUN/NN/poss/3 's/'s/PART/POS/case/1 people/people/NOUN/NNS/nsubj/4 lost/lose/VERB/VBD/ROOT/4 it/it/PRON/PRP/dobj/4 ././PUNCT/./punct/4
Everyone/everyone/PRON/NN/nsubj/1 makes/make/VERB/VBZ/ROOT/1 mistakes/mistake/NOUN/NNS/dobj/1 ././PUNCT/./punct/1
Anna/Anna/PROPN/NNP/nsubj/1 lost/lose/VERB/VBD/ROOT/1 it/it/PRON/PRP/dobj/1 ././PUNCT/./punct/1
The/the/DET/DT/det/1 website/website/NOUN/NN/nsubj/2 lost/lose/VERB/VBD/ROOT/2 it/it/PRON/PRP/dobj/2 ././PUNCT/./punct/2
The/the/DET/DT/det/1 key/key/NOUN/NN/nsubj/2 broke/break/VERB/VBD/ROOT/2 ././PUNCT/./punct/2
We/we/PRON/PRP/nsubj/1 sent/send/VERB/VBD/ROOT/1 it/it/PRON/PRP/dobj/1 by/by/ADP/IN/prep/1 mistake/mistake/NOUN/NN/pobj/3 ././PUNCT/./punct/1
We/we/PRON/PRP/nsubj/1 lost/lose/VERB/VBD/ROOT/1 it/it/PRON/PRP/dobj/1 ,/,/PUNCT/,/punct/1 Heather/Heather/PROPN/NNP/npadvmod/1 !/!/PUNCT/./punct/1
We/we/PRON/PRP/nsubj/1 lost/lose/VERB/VBD/ROOT/1 Heather/Heather/PROPN/NNP/dobj/1 ././PUNCT/./punct/1
We/we/PRON/PRP/nsubj/1 mixed/mix/VERB/VBD/ROOT/1 up/up/ADP/RP/prt/1 two/two/NUM/CD/nummod/4 parcels/parcel/NOUN/NNS/dobj/1 ././PUNCT/./punct/1
We/we/PRON/PRP/nsubj/1 lost/lose/VERB/VBD/ROOT/1 it/it/PRON/PRP/dobj/1 without/without/ADP/IN/prep/1 a/a/DET/DT/det/5 trace/trace/NOUN/NN/pobj/3 ././PUNCT/./punct/1
You/you/PRON/PRP/nsubj/2 'd/would/AUX/MD/aux/2 lost/lose/VERB/VBN/ROOT/2 it/it/PRON/PRP/dobj/2 ././PUNCT/./punct/2
"""  # noqa: E501 - one sentence, one line


def _tree(line: str) -> list[list[str]]:
    return [word.rsplit("/", 5) for word in re.sub(r"(\S)/\1/PUNCT", r"\1//PUNCT", line).split()]


TREES = {tuple(word[0] for word in tree): tree for tree in map(_tree, _SOURCE.strip().splitlines())}


@Language.component("by_hand")
def by_hand(doc: Doc) -> Doc:
    starts = [token.i for token in doc if token.is_sent_start] + [len(doc)]
    rows = []
    for begin, end in pairwise(starts):
        words = tuple(token.text for token in doc[begin:end])
        for form, lemma, pos, tag, dep, head in TREES.get(words) or _flat(words):
            rows.append((lemma or form, pos, tag, dep, begin + int(head)))
    if not rows:
        return doc
    lemmas, pos, tags, deps, heads = map(list, zip(*rows, strict=True))
    return Doc(
        doc.vocab,
        [token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        lemmas=lemmas,
        pos=pos,
        tags=tags,
        deps=deps,
        heads=heads,
    )


def _flat(words: tuple[str, ...]) -> list[list[str]]:
    return [
        [word, word.lower(), "NUM" if word.isdigit() else "X", "", "dep" if number else "ROOT", "0"]
        for number, word in enumerate(words)
    ]


NLP = spacy.blank("en")
NLP.add_pipe("by_hand")
LEXICON: Lexicon = load_rules([WORDS]).lexicon
PARSER = Parser(NLP, LEXICON)


def read(text: str | Draft) -> ParsedDraft:
    """A draft with its clauses and places, read with the trees above and the words in `words/`."""
    (parsed,) = parse_many([text if isinstance(text, Draft) else Draft(text)], PARSER)
    add_places(parsed, LEXICON)
    add_clauses(parsed, LEXICON)
    return parsed


def clause(text: str, root: str) -> Clause:
    """The clause of a text with this word for its predicate."""
    return next(each for each in read(text).clauses if each.root.text == root)
