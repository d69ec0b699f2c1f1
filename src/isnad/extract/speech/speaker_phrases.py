"""The words of a speaker: where such a noun phrase may begin, and how far it runs over titles, names and bodies."""

from __future__ import annotations

from isnad.extract.clauses.chunks import COMPLEMENTIZERS, RELATIVES
from isnad.extract.clauses.phrases import CLOSE_QUOTES, DAY_WORDS, OPEN_QUOTES, has_article, is_nominal, phrase_end
from isnad.extract.speech.speech import Speech, article
from isnad.extract.text.words import Words
from isnad.knowledge.clitics import FUNCTION_WORDS
from isnad.knowledge.letters import bare
from isnad.knowledge.speaker_words import (
    ABSTRACT,
    ASIDE,
    BODIES,
    FULL,
    INNER,
    MANY,
    MEDIA,
    PERSONS,
    SPEAKING,
    TAILS,
    TEXTS,
    THINGS_SAID,
)
from isnad.knowledge.wordtypes import WordType

LONGEST = 16
NEVER_VERBS = frozenset(("قايد",))  # «آمر» folds to a verb
GREAT = frozenset(("كبير", "كبيره"))  # «كبير المفاوضين» speaks, «عملية كبيرة في …» does not


def may_begin(speech: Speech, at: int) -> bool:
    """Whether a speaker's noun phrase may begin at a word: a party, a person, a body, a text or an unknown name; no deed and no thing said."""
    kind = speech.words.types[at]
    if kind.kind == "latin":
        return True
    if kind.kind != "word" or any(b not in ("ال", "و", "ف") for b in kind.best.before):
        return False
    if at in speech.actors:
        return True
    if kind.fold in MANY and at + 2 < len(speech.words) and speech.types[at + 1].fold == "من":
        after = speech.types[at + 2]
        return kind.fold != "عدد" or speaks(after) or at + 2 in speech.actors or after.fold.endswith(("ي", "ين"))
    if kind.fold in ("هذا", "هذه", "نفس", "بعض", "كلا", "كلتا"):
        return at + 1 < len(speech.words) and may_begin(speech, at + 1)
    if kind.fold in FUNCTION_WORDS or kind.fold in DAY_WORDS or kind.best.stem in ABSTRACT:
        return False
    if speaks(kind) and (not kind.verb or noun_of(kind) in NEVER_VERBS):
        return noun_of(kind) not in GREAT or (at + 1 < len(speech.words) and article(speech.types[at + 1]))
    if kind.verb:
        return False
    if at in speech.says and not speech.nouns(at):
        return False
    return not kind.best.after and not kind.raw.endswith(("ً", "اً")) and not speech.tells(at)


def noun_of(kind: WordType) -> str:
    """The stem by which a word is looked up here: «مصدراً» is «مصدر»."""
    stem = kind.best.stem
    if "آمر" in kind.raw:
        return "قايد"
    if stem.startswith("ال") and stem[2:] in SPEAKING:
        return stem[2:]  # «الأمم»
    return stem[:-1] if stem.endswith("ا") and stem[:-1] in SPEAKING else stem


def speaks(kind: WordType) -> bool:
    """Whether a word names a person, body or text that speaks by trade."""
    return noun_of(kind) in SPEAKING


def speaker_end(speech: Speech, first: int, limit: int) -> int:
    """The word after a speaker's phrase: «المتحدث باسم وزارة الدفاع العميد يحيى سريع», «جو ستيرنليب، رئيس المنطقة،»."""
    words = speech.words
    person = noun_of(words.types[first]) in PERSONS
    limit = min(limit, first + LONGEST)
    end = _surname(speech, first, _one(speech, first, limit), limit)
    while end < limit:
        longer = (
            _title(speech, end, limit, person)
            or _belongs(speech, first, end)
            or _inside(speech, end, limit)
            or _author(speech, first, end, limit)
            or _beside(speech, first, end, limit)
            or _apposed(speech, first, end, limit)
        )
        if not longer or longer <= end:
            break
        person = person or words.types[end - 1].best.stem in PERSONS
        end = longer
    return min(end, limit)


def _surname(speech: Speech, first: int, end: int, limit: int) -> int:
    """«عبد الكريم | صبرا», «عبدالكريم | خلف»: a servant's name wants a second."""
    kind = speech.types[end] if end < limit else None
    name = speech.types[first].fold
    wants = ((name == "عبد" and end == first + 2) or (name.startswith("عبدال") and end == first + 1)) and end not in speech.says
    bare = kind is not None and is_nominal(kind) and not kind.best.after and not kind.raw.endswith("ً")
    return end + 1 if wants and bare and not speech.tells(end) else end


def _one(speech: Speech, at: int, limit: int) -> int:
    words = speech.words
    if words.types[at].fold in MANY and at + 2 < limit and words.types[at + 1].fold == "من":
        at += 2
    elif words.types[at].fold in ("هذا", "هذه", "نفس", "بعض", "كل", "احد", "احدي", "كلا", "كلتا") and at + 1 < limit:
        at += 1
    mention = speech.actors.get(at)
    end = phrase_end(words, at, limit)
    if mention is not None:
        end = max(mention.last, end if end > at + 1 else 0)
    return _cut(speech, at, min(max(end, at + 1), limit))


def _cut(speech: Speech, at: int, end: int) -> int:
    """A phrase stops before a deed or a thing said: «أكد المتحدث | ضرورة …», «أعلن الجيش | استهداف …»."""
    types = speech.words.types
    for place in range(at + 1, end):
        kind = types[place]
        if (kind.best.after and kind.best.stem in TAILS) or (article(kind) and _adjective(types[place - 1])):
            return place
        inside = (held := speech.over(place)) is not None and held.first < place
        if _other_party(speech, at, place):
            return place
        if (
            kind.fold in COMPLEMENTIZERS
            or kind.fold in ASIDE
            or kind.fold in ("ل", "القول")
            or (place > at + 1 and place - 1 in speech.place_ends and article(kind))
            or (place > at + 1 and not inside and _circumstance(speech, kind))
            or _after_name(speech, at, place)
        ):
            return place
        quoted = types[place - 1].raw in OPEN_QUOTES
        said = kind.best.stem in ABSTRACT or kind.best.stem in THINGS_SAID
        if not inside and (
            (said and not quoted and (not article(kind) or _definite_adjective(types[place - 1])))
            or (kind.raw in OPEN_QUOTES and not _short_quote(speech.words, place, end))
        ):
            return place
        if not inside and not article(kind) and speech.tells(place) and not speaks(kind):
            return place
    return end


def _other_party(speech: Speech, at: int, place: int) -> bool:
    """«البيان المصري | الحكومة الإسرائيلية»: a definite party after a definite adjective is no part of the phrase."""
    actor, before = speech.actors.get(place), speech.types[place - 1]
    adjective = place - at > 1 and article(before) and before.fold.endswith(("ي", "يه")) and not speaks(before)
    return (
        actor is not None
        and actor.kind != "person"
        and adjective
        and article(speech.types[place])
        and speech.over(place - 1) is not actor
    )


def _definite_adjective(kind: WordType) -> bool:
    """A definite nisba («السورية»), after which a further definite noun begins another phrase."""
    return has_article(kind) and kind.fold.endswith(("ي", "يه")) and not speaks(kind)


def _after_name(speech: Speech, at: int, place: int) -> bool:
    """«تعتبر أنقرة | عناصر …», «حث ملادينوف | إسرائيل»: nothing indefinite belongs to a name, no party to a person's."""
    actor = speech.actors.get(at)
    named = actor is not None and actor.last == place and actor.id and not actor.id.startswith("kind.") and actor.kind != "person"
    if named and not article(speech.types[place]) and not foreign(speech, place):
        return True
    other, before = speech.actors.get(place), speech.over(place - 1)
    person = before.kind == "person" if before is not None else foreign(speech, place - 1)
    return (
        person
        and other is not None
        and other is not before
        and bool(other.id)
        and other.table != "kind"
        and other.kind != "person"
    )


def _adjective(kind: WordType) -> bool:
    """An indefinite nisba («أمني»), after which no definite word belongs to the phrase."""
    return (
        not has_article(kind) and bare(kind.raw).endswith(("ي", "ية")) and len(kind.fold) > 3 and kind.best.stem not in SPEAKING
    )


def _short_quote(words: Words, at: int, limit: int) -> bool:
    return any(words.types[p].raw in CLOSE_QUOTES for p in range(at + 1, min(at + 6, limit + 1, len(words))))


def _title(speech: Speech, at: int, limit: int, person: bool) -> int:
    """«باسم …», «لشؤون …», and the bare name or rank after a title."""
    kind = speech.words.types[at]
    if kind.fold in FULL or (kind.best.before[:1] in (("ب",), ("ل",)) and kind.best.stem in ("اسم", "شوون", "حقوق")):
        return max(phrase_end(speech.words, at, limit), at + 1)
    if person and (kind.raw in OPEN_QUOTES and _short_quote(speech.words, at, limit)):
        return 0
    if (
        not (person or ((article(speech.types[at - 1]) or foreign(speech, at - 1)) and foreign(speech, at)))
        or (kind.fold in FUNCTION_WORDS and kind.raw != "علي")
        or kind.fold in COMPLEMENTIZERS
        or kind.fold in ASIDE
        or _circumstance(speech, kind)
    ):
        return 0
    actor = speech.actors.get(at)
    bare = not article(kind) or noun_of(kind) in PERSONS
    named = (
        actor.kind == "person"
        if actor is not None
        else (bare and is_nominal(kind)) or (kind.verb and speech.over(at) is not None)
    )
    if named and not kind.best.after and kind.best.stem not in ABSTRACT and not (not article(kind) and speech.tells(at)):
        return _one(speech, at, limit)
    return 0


def _belongs(speech: Speech, first: int, at: int) -> int:
    """«ضابط | أمن محلي»: the party whose man speaks, cut off where its first word looks like a verb."""
    actor = speech.actors.get(at)
    if actor is None or at != first + 1 or article(speech.types[first]) or noun_of(speech.types[first]) not in PERSONS:
        return 0
    return actor.last if actor.kind != "person" and not any(speech.types[at].best.before) else 0


def foreign(speech: Speech, at: int) -> bool:
    """Whether a word is in no word list: most likely a name."""
    kind = speech.types[at]
    return kind.kind == "latin" or (
        kind.kind == "word"
        and not kind.forms
        and not kind.best.before
        and not kind.best.after
        and kind.best.stem not in speech.knowledge.known
    )


def _circumstance(speech: Speech, kind: WordType) -> bool:
    """«متوجهاً», «سابقاً»: an accusative that is no name."""
    stem = kind.best.stem
    if any(f.tense == "part" for f in kind.forms) and stem.endswith("ا"):
        return True
    return kind.raw.endswith("ً") or (stem.endswith("ا") and speech.knowledge.known.get(stem) == stem[:-1])


def _inside(speech: Speech, at: int, limit: int) -> int:
    """«مصادر في الدفاع المدني», «سفير بريطانيا لدى ليبيا», «مصادر محلية من المنطقة», «المبعوث الأممي إلى سوريا»."""
    types = speech.words.types
    kind = types[at]
    if kind.fold in INNER and at + 1 < limit:
        nxt = types[at + 1]
        if noun_of(nxt) in TEXTS or nxt.best.after:
            return 0
        where = (
            at + 1 in speech.actors
            or at + 1 in speech.places
            or noun_of(nxt) in BODIES
            or nxt.best.stem in ("منطقه", "مدينه", "بلده", "قريه", "محافظه", "داخل", "ريف")
        )
        return max(_one(speech, at + 1, limit), at + 2) if where and nxt.kind == "word" and nxt.best.before[:1] != ("و",) else 0
    if (
        kind.best.before[:1] in (("ل",), ("ب",))
        and (kind.best.stem in BODIES or at in speech.actors or at in speech.places)
        and kind.best.stem not in MEDIA
    ):
        actor = speech.actors.get(at)
        if actor is not None and speech.media(actor):
            return 0
        return max(phrase_end(speech.words, at, limit), at + 1)
    return 0


def _author(speech: Speech, first: int, at: int, limit: int) -> int:
    """«تقرير لصحيفة X», «بيان للجيش»: a text with its author is one speaker."""
    kind = speech.types[at]
    if noun_of(speech.types[first]) not in TEXTS or kind.best.before[:1] != ("ل",) or not (at in speech.actors or speaks(kind)):
        return 0
    return _one(speech, at, limit)


def _beside(speech: Speech, first: int, at: int, limit: int) -> int:
    """Voices side by side: «مصدر أمني ومصدر طبي» is one link."""
    kind = speech.words.types[at]
    if (
        kind.best.before[:1] != ("و",)
        or kind.verb
        or kind.fold in FUNCTION_WORDS
        or any(b not in ("و", "ال") for b in kind.best.before)
    ):
        return 0
    paired = kind.raw.endswith("ة") and speech.types[at - 1].raw.endswith("ة") and article(kind) == article(speech.types[at - 1])
    body = (
        any(noun_of(k) in BODIES for k in speech.types[max(first, at - 2) : at - 1])
        and article(kind)
        and article(speech.types[at - 1])
    )
    alike = speaks(kind) or at in speech.actors or body or (paired and at - first > 1)
    return _one(speech, at, limit) if alike and (body or not speech.tells(at)) else 0


def _apposed(speech: Speech, first: int, at: int, limit: int) -> int:
    """«نائب رئيس المركز، فاديم كوليت،», «جو ستيرنليب، رئيس المنطقة:»: between commas, a name for a title or a title for a name."""
    types = speech.words.types
    if types[at].raw not in ("،", ",") or at + 1 >= limit or not is_nominal(types[at + 1]) or types[at + 1].raw.endswith("ً"):
        return 0
    titled = noun_of(types[first]) in PERSONS
    after = noun_of(types[at + 1]) in PERSONS
    if (titled == after and at + 1 not in speech.actors) or speech.tells(at + 1) or not (titled or after):
        return 0
    end = _one(speech, at + 1, limit)
    while end < limit and after and (longer := _title(speech, end, limit, True) or _inside(speech, end, limit)):
        if longer <= end:
            break
        end = longer
    close = next(
        (
            p
            for p in range(end, min(end + 5, limit, len(types)))
            if types[p].raw in ("،", ",", ":") or types[p].verb or types[p].fold in COMPLEMENTIZERS
        ),
        end,
    )
    end = close if types[min(close, len(types) - 1)].raw in ("،", ",", ":") else end
    closed = end < len(types) and (
        types[end].raw in ("،", ",", ":", '"', "«")
        or types[end].fold in COMPLEMENTIZERS
        or types[end].fold in RELATIVES
        or types[end].fold in ("في", "خلال")
    )
    return end if closed and end - at <= 10 else 0
