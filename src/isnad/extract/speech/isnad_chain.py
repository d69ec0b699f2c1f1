"""The chain of speakers of a claim: the mouth nearest the act first, then who relays it."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.extract.draft import Draft
from isnad.extract.speech.sayings import Saying
from isnad.extract.speech.speakers import speaker_name, speaker_words
from isnad.knowledge.letters import fold
from isnad.records import Speaker, Stance

OWN_ACTS = frozenset(("demand", "offer", "accuse", "threaten", "reject"))
LONG_NAME = 10  # words
CLOSE = 8  # words from «إن» to a verb whose subject stands between
NEEDS = frozenset(("n:ضروره", "n:حاجه"))
BARE = frozenset(("ان", "بان"))
OWN_COUNTRY = frozenset(("بلاده", "بلادها", "بلادهم", "بلادنا", "حكومته", "حكومتها", "حكومتنا", "قواته", "قواتها", "قواتنا"))


def speakers_of(draft: Draft, members: Sequence[int]) -> tuple[Speaker, ...]:
    """The chain of the first trigger of a claim that has a voice; empty where the outlet itself tells it."""
    voice = _chosen(draft, members)
    if voice < 0:
        return _told_to(draft, members)
    saying = draft.sayings[voice]
    own = (
        draft.triggers[members[0]].act in OWN_ACTS
        and draft.statuses[members[0]] in ("happened", "ongoing")
        and (_himself(draft, members[0], saying) or _is_agent(draft, members, saying))
        and not _for_his_country(draft, members[0], saying)
    )
    chain = [] if own else [_speaker(draft, saying, (saying.first, saying.last), saying.stance)]
    if saying.channel[0] >= 0 and saying.channel != (saying.first, saying.last) and not _own_outlet(draft, saying.channel):
        chain.append(_speaker(draft, saying, saying.channel, "says"))
    return tuple(chain)


def _told_to(draft: Draft, members: Sequence[int]) -> tuple[Speaker, ...]:
    """«هدد الوزير …، وذلك في مقابلة مع قناة X»: the outlet through which a demand or threat became known."""
    first = members[0]
    if draft.triggers[first].act not in OWN_ACTS:
        return ()
    sentence = draft.field.heads[draft.triggers[first].head].sentence
    outlets = [s for s in draft.sayings if s.kind == "outlet" and s.sentence == sentence and s.first >= 0]
    return tuple(_speaker(draft, s, (s.first, s.last), "says") for s in outlets[:1] if not _own_outlet(draft, (s.first, s.last)))


def _himself(draft: Draft, member: int, saying: Saying) -> bool:
    """«قال: ندعو إلى …», «قال إنه يجب …», «قال …، داعياً إلى …», «وشدد على …»: who speaks is who demands."""
    trigger = draft.triggers[member]
    if any(s.head == trigger.head and s.voice == saying.voice for s in draft.sayings):
        return True
    head = draft.field.heads[trigger.head]
    first_person = head.form is not None and head.form.person == 1
    return first_person or (trigger.act == "demand" and (head.operator >= 0 or head.tense == "part" or head.key in NEEDS))


def _for_his_country(draft: Draft, member: int, saying: Saying) -> bool:
    """«قال الوزير إن بلاده عرضت …»: the party acts, the person speaks for it."""
    between = range(saying.end, draft.field.heads[draft.triggers[member].head].last + 3)
    return any(draft.field.words.types[at].fold in OWN_COUNTRY for at in between if at < len(draft.field.words))


def _is_agent(draft: Draft, members: Sequence[int], saying: Saying) -> bool:
    """Whether who is said to demand, threaten or accuse is the one who says so: nobody is the speaker of his own demand."""
    agents = [draft.field.actors[i] for m in members for i in draft.filled[m]["agent"]]
    firsts = {s.first for s in draft.sayings if s.voice == saying.voice and s.first >= 0}
    own = saying.actor.id if saying.actor is not None and saying.actor.first == saying.first else ""
    other = _other_subject(draft, members[0], saying)
    return any((a.first in firsts and not other) or (own and a.id == own and a.first not in firsts) for a in agents)


def _other_subject(draft: Draft, member: int, saying: Saying) -> bool:
    """«قال المرصد إن إحدى الرهائن طالبت …»: between a bare «إن» and the verb stands who does it."""
    head, types = draft.field.heads[draft.triggers[member].head], draft.field.words.types
    begin = max(saying.end, head.first - CLOSE)
    bare = next((at for at in range(head.first - 1, begin - 1, -1) if types[at].fold in BARE or types[at].verb), -1)
    if bare < 0 or types[bare].verb:
        return False
    return head.verb and bare < head.first - 1


def _chosen(draft: Draft, members: Sequence[int]) -> int:
    """A voice of an act's own sentence before one that is carried on to it; of each sort the first."""
    voiced = [m for m in members if draft.voices[m] >= 0 and draft.sayings[draft.voices[m]].first >= 0]
    near = [m for m in voiced if draft.sayings[draft.voices[m]].sentence == draft.field.heads[draft.triggers[m].head].sentence]
    return draft.voices[(near or voiced)[0]] if voiced else -1


def voice_key(draft: Draft, voice: int) -> str:
    """What makes two voices the same, for merging: the party's id, else the folded words; "" for the outlet's own."""
    if voice < 0:
        return ""
    saying = draft.sayings[voice]
    if saying.actor and saying.actor.id:
        return saying.actor.id
    return fold(draft.field.words.slice(saying.first, saying.last)) if saying.first >= 0 else "?"


def _speaker(draft: Draft, saying: Saying, span: tuple[int, int], stance: Stance) -> Speaker:
    words = draft.field.words
    start, end = speaker_words(draft.field, *span)
    actor = next((m for m in draft.field.actors if m.first == span[0] and m.last >= span[1]), None)
    name = _full(draft, saying) if span[0] == saying.first else actor.name if actor else words.text[start:end]
    return Speaker(
        words.text[start:end],
        start,
        end,
        name,
        actor.id if actor else "",
        stance,
        words.slice(saying.cue, saying.end),
        rule="reporting + weights:speaker",
    )


def _full(draft: Draft, saying: Saying) -> str:
    """The longest name under which the same voice speaks up to here («المصادر ذاتها» are those of «مصادر محلية»)."""
    names = [speaker_name(draft.field, saying)]
    for other in draft.sayings:
        if other.voice == saying.voice and 0 <= other.first <= saying.first and other.last - other.first <= LONG_NAME:
            names.append(speaker_name(draft.field, other))
    return max(names, key=len)


def _own_outlet(draft: Draft, channel: tuple[int, int]) -> bool:
    """Whether an outlet spoken to is the one that publishes: its name stands in the title, the outlet's name or the first line."""
    words = draft.field.words
    first_line = words.text.split("\n", 1)[0] if draft.field.lines and draft.field.lines[0].kind != "paragraph" else ""
    around = fold(f"{draft.report.title} {draft.report.outlet or ''} {first_line}")
    names = [t.best.stem for t in words.types[channel[0] : channel[1]] if t.kind in ("word", "latin")]
    return bool(names) and all(n in around for n in names[1:] or names)
