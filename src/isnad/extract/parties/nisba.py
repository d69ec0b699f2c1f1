"""Nisba adjectives that stand for a party: «غارات روسية», «الجهود المصرية والقطرية», «الجانبين الروسي والسوري»."""

from __future__ import annotations

from isnad.extract.clauses.phrases import has_article, is_nominal
from isnad.extract.parties.actor_mentions import ActorMention, make_mention
from isnad.extract.parties.party_clues import Clues
from isnad.extract.parties.party_kinds import id_of_name, parties_of
from isnad.extract.text.matches import Match
from isnad.knowledge.letters import fold
from isnad.knowledge.wordtypes import WordType

REACH = 4  # words between an act word and its nisba


def find_nisba(clues: Clues, at: int) -> ActorMention | None:
    """The state meant by a nisba after an act word or an abstract noun, with which it agrees."""
    demonyms = [m for m in clues.demonyms.get(at, []) if m.last == at + 1]
    if not demonyms:
        return None
    kind = clues.words.types[at]
    before = kind.splits[demonyms[0].split].before if kind.splits else ()
    if before not in ((), ("ال",)) or kind.best.after or not _hangs_on_act(clues, at, kind):
        return None
    return nisba_mention(clues, demonyms[0])


def nisba_mention(clues: Clues, match: Match) -> ActorMention:
    """The one-word mention of a demonym's state."""
    entry = clues.knowledge.actors[match.payload.id]
    mention = make_mention(
        clues.words,
        match.first,
        match.last,
        match.split,
        entry.id,
        entry.names[-1] if len(entry.names) < 2 else min(entry.names, key=len),
        "party",
        "nisba",
    )
    return mention._replace(why="nisba")


def _hangs_on_act(clues: Clues, at: int, kind: WordType) -> bool:
    article, feminine = has_article(kind), is_feminine(kind)
    for back in range(at - 1, max(-1, at - 1 - REACH), -1):
        noun = clues.words.types[back]
        if clues.limit_of[back] <= at or back in clues.upon or (noun.kind == "punct" and noun.raw not in "-–"):
            return False
        if noun.kind == "punct":
            continue
        if (back in clues.deeds or clues.has(back, "abstract")) and _is_noun(noun):
            return agrees(noun, feminine, article)
        if not is_nominal(noun) or has_article(noun) != article or is_feminine(noun) != feminine:
            return False
    return False


def _is_noun(kind: WordType) -> bool:
    return not kind.forms or any(f.tense == "noun" for f in kind.forms)


def is_feminine(kind: WordType) -> bool:
    """Whether an adjective is written as a feminine."""
    return kind.best.stem.endswith(("ه", "تين", "تان"))


def agrees(noun: WordType, feminine: bool, article: bool) -> bool:
    """Gender by ending and number (things in the plural are feminine), and definiteness."""
    plural = any(f.number == "p" for f in noun.best.forms) or noun.best.stem.endswith("ات")
    its = plural or noun.best.stem.endswith(("ه", "اء", "ت"))
    return its == feminine and (has_article(noun) or bool(noun.best.after)) == article


def siblings(clues: Clues, mention: ActorMention) -> list[ActorMention]:
    """Further parties that coordinated nisbas name: «القوات الأميركية والتركية» is two. The first takes a name of its own."""
    found = [mention]
    last = mention.last
    own = clues.demonyms.get(last - 1, []) if last - 1 > mention.first or mention.table == "nisba" else []
    while own and last < clues.limit_of[mention.first]:
        at = last + (clues.words.types[last].raw in "-–/")
        more = [m for m in clues.demonyms.get(at, []) if m.last == at + 1]
        if not more or not _joined(clues, last - 1, at, at > last or mention.table == "nisba"):
            break
        if len(found) == 1 and mention.table != "nisba":
            found[0] = _named(clues, mention, own[0], mention)
        found.append(
            nisba_mention(clues, more[0])
            if mention.table == "nisba"
            else _named(clues, mention, more[0], nisba_mention(clues, more[0]))
        )
        last = at + 1
    return found


def _joined(clues: Clues, before: int, at: int, bare: bool) -> bool:
    a, b = clues.words.types[before], clues.words.types[at]
    joint = b.best.before[:1] == ("و",) or (bare and b.best.before in ((), ("ال",)))
    return joint and has_article(a) == has_article(b) and is_feminine(a) == is_feminine(b)


def _named(clues: Clues, whole: ActorMention, nisba: Match, mention: ActorMention) -> ActorMention:
    """A side with the name that its head and nisba make («الجانب الروسي»), and that name's id."""
    words, knowledge = clues.words, clues.knowledge
    kind = words.types[nisba.first]
    written = words.text[words.starts[nisba.first] + (1 if kind.best.before[:1] == ("و",) else 0) : words.ends[nisba.first]]
    head, means = _head(clues, whole)
    name = f"{head} {written}"
    ids = id_of_name(name, knowledge)
    known = ids or parties_of(nisba.payload.id, means, knowledge)
    id_ = known[0] if known else ""
    entry = knowledge.actors.get(id_)
    title = entry.name if ids and entry else name
    return mention._replace(
        id=id_,
        name=title,
        rivals=known[1:],
        kind=whole.kind,
        table=whole.table if whole.table != "actor" else "group",
        why="one of several nisbas",
    )


def _head(clues: Clues, whole: ActorMention) -> tuple[str, str]:
    """(head noun as it stands with one nisba, what it makes): duals go back to the singular."""
    words = clues.words
    kind = words.types[whole.first]
    for match in clues.heads.get(whole.first, []):
        noun = next((n for n in clues.knowledge.groups.values() if "n:" + fold(n.one) == match.key), None)
        if kind.best.stem.endswith(("ين", "ان")) and noun and any(f.number == "d" for f in kind.best.forms):
            return ("ال" if has_article(kind) else "") + noun.one, match.payload.id
        return words.text[whole.start : words.ends[whole.first]], match.payload.id if match.table == "group" else "army"
    return words.text[whole.start : words.ends[whole.first]], "army"
