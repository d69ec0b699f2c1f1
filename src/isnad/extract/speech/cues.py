"""Reporting nouns and adjuncts with the speaker that each names, and words that only look like a reporting verb."""

from __future__ import annotations

from isnad.extract.clauses.heads import Head
from isnad.extract.clauses.phrases import OPEN_QUOTES, has_article, is_nominal
from isnad.extract.speech.quotations import says_on
from isnad.extract.speech.speaker_phrases import foreign, may_begin, noun_of, speaker_end, speaks
from isnad.extract.speech.speech import Speech
from isnad.extract.speech.subjects import NOWHERE, Spoken, channel_after, sure
from isnad.knowledge.letters import fold
from isnad.knowledge.speaker_words import LOOKS, MEDIA, SELF, THINGS_SAID

TELLING = frozenset(("v:أعلن", "v:أكّد", "v:كشف", "v:ذكر", "v:أوضح", "v:صرّح", "v:أفاد", "v:قال", "v:أشار"))
TALKS = ("تصريح", "حديث", "مقابل", "اتصال", "لقاء", "حوار")


def told_by(speech: Speech) -> list[tuple[int, int, tuple[int, int]]]:
    """(noun, end, speaker) of every «اتهامات وجهها الوزير», «معلومات أدلت بها مصادر»."""
    found = []
    for at in range(len(speech.types) - 2):
        kind, verb = speech.types[at], speech.types[at + 1]
        if kind.best.stem not in THINGS_SAID or kind.best.after or any(b == "ال" for b in kind.best.before):
            continue
        with_it = speech.types[at + 2].fold in ("بها", "به", "عنها")
        begin = at + 3 if with_it else at + 2
        if not (verb.best.after in ("ها", "هم") or with_it) or begin >= len(speech.types):
            continue
        if may_begin(speech, begin) and sure(speech, (begin, begin + 1)):
            last = speech.words.sentences[speech.field.sentence_of[at]][1]
            found.append((at, begin, (begin, speaker_end(speech, begin, last))))
    return found


def noun_speaker(speech: Speech, head: Head, last: int) -> Spoken | None:
    """«بيان للجيش», «تقرير لصحيفة X», «إعلان الجيش»; a text with nobody named speaks itself («أنباء عن»)."""
    types = speech.types
    at = head.last
    if at < last and types[at].best.stem in ("صادر", "صادره", "صدر", "نشره", "منشور", "رسمي", "صحفي", "صحافي"):
        at += 1
    if (
        at < last
        and types[at].fold == "عن"
        and at + 1 < last
        and types[head.first].best.stem not in ("انباء", "معلومات", "تقارير", "اعلان", "كشف")
    ):
        at += 1
    about = types[head.last - 1].fold == "عن" or (
        types[at - 1].fold == "عن" and types[at - 2].best.stem not in ("صادر", "صادره", "صدر")
    )
    if (
        at < last
        and not about
        and types[at].best.before[:1] != ("و",)
        and (types[at].best.before[:1] == ("ل",) or may_begin(speech, at))
        and (at in speech.actors or speaks(types[at]))
    ):
        return Spoken((at, speaker_end(speech, at, last)))
    told = next((p for p in range(at, min(at + 5, last)) if p in speech.actors and types[p].best.before[:1] == ("ل",)), -1)
    if told >= 0 and types[head.first].fold in ("جاء", "وجاء"):
        return Spoken((told, speaker_end(speech, told, last)))
    if head.first and types[head.first - 1].fold in ("في", "خلال", "عبر", "من", "علي"):
        return None
    text = next((p for p in range(head.first, head.last) if noun_of(types[p]) in SELF), -1)
    if text < 0 or (text and noun_of(types[text - 1]) in MEDIA):
        return None
    end = max(text + 1, speaker_end(speech, text, last))
    return Spoken((text, end)) if about or says_on(speech, max(end, head.last), last) else None


def adjunct_speaker(speech: Speech, head: Head, last: int) -> Spoken | None:
    """«بحسب X», «وفق ما أعلن X», «كما ذكر X»; «في تصريح ل X» names an outlet, no speaker."""
    types = speech.types
    at, words = head.last, [types[p].fold for p in range(head.first, head.last)]
    if (
        words[0] == "في"
        and len(words) > 1
        and words[1].startswith(("تصريح", "حديث", "مقابل", "اتصال", "لقاء", "موتمر", "كلمه", "تغريد", "منشور"))
    ):
        return None
    if words[0].startswith("ب") and not words[0].startswith("بحسب"):
        return None
    while (
        at < last
        and at - head.last < 2
        and (types[at].verb or types[at].fold in ("ما", "به", "ايضا", "ا"))
        and at not in speech.actors
    ):
        at += 1
    if at < last and speaks(types[at]) and types[at].best.after and words[0].startswith("نقل"):
        return Spoken((at, at + 1))  # «نقلا عن مصادرها»
    if at + 1 < last and types[at].raw in OPEN_QUOTES and at + 1 in speech.actors:
        at += 1  # «وفق "رويترز"»
    if at < last and types[at].best.before[:1] == ("ل",) and types[at].kind == "word":
        return Spoken((at, speaker_end(speech, at, last))) if at in speech.actors or speaks(types[at]) else None
    if (
        at < last
        and may_begin(speech, at)
        and (at in speech.actors or speaks(types[at]) or (at in speech.places and words[0] != "في") or foreign(speech, at))
    ):
        end = speaker_end(speech, at, last)
        return Spoken((at, end), channel_after(speech, end, last))
    owner = next((p for p in range(at + 1, min(at + 4, last)) if p in speech.actors and types[p].best.before[:1] == ("ل",)), -1)
    if owner > 0 and is_nominal(types[at]) and not any(types[p].kind == "punct" for p in range(at, owner)):
        return Spoken((owner, speaker_end(speech, owner, last)))  # «بحسب حصيلة جديدة للمرصد»
    made = next(
        (
            p
            for p in range(at, min(at + 6, last))
            if types[p].kind == "punct"
            or (p > at + 1 and may_begin(speech, p) and sure(speech, (p, p + 1)) and types[p - 1].best.after)
        ),
        last,
    )
    if made < min(at + 6, last) and types[made].kind != "punct" and types[at].kind == "word" and not types[at].best.after:
        return Spoken((made, speaker_end(speech, made, last)))
    return None


def outlet_told(speech: Speech, head: Head, last: int) -> tuple[int, int]:
    """«في مقابلة أجراها مع موقع X», «في تصريح لقناة X»: the outlet that was told."""
    types = speech.types
    if types[head.first].fold != "في" or head.first + 1 >= head.last or not types[head.first + 1].fold.startswith(TALKS):
        return NOWHERE
    return channel_after(speech, head.first + 2, last, True)


def describes(speech: Speech, head: Head, last: int) -> bool:
    """«إجراءات مشددة»: a participle after an indefinite noun, with nothing said after it, is an adjective."""
    before = speech.types[head.first - 1] if head.first else None
    noun = before is not None and is_nominal(before) and not has_article(before) and speech.over(head.first - 1) is None
    return noun and not says_on(speech, head.last, last) and speech.types[head.last - 1].fold not in ("علي", "الي")


def unsaid(speech: Speech, head: Head) -> bool:
    """«لم تعلن أي جهة مسؤوليتها»: what is not said."""
    return head.key in TELLING and head.first > 0 and speech.types[head.first - 1].best.stem in ("لم", "لن", "لا")


def only_looks(speech: Speech, head: Head) -> bool:
    """Words that only look like a reporting verb: «تشارك», «تقلّهما», «عبر الحدود», «تابع لميليشيا», and what is said to «you»."""
    if head.first and speech.types[head.first - 1].best.stem == "عدم":
        return True  # «طلب عدم ذكر اسمه»
    kind, after = speech.types[head.first], speech.types[head.last] if head.last < len(speech.types) else None
    form = head.form
    if form is None or fold(str(speech.knowledge.reporting[head.says]["word"]).split()[0]) != fold(form.key[2:]):
        return True
    if form.person == 2 or form.number == "d" or (kind.best.forms and form not in kind.best.forms):
        return True
    if (
        kind.best.after in ("ك", "هما")
        or kind.fold in LOOKS
        or (head.key == "v:أبلغ" and head.tense == "pres")
        or (head.key == "v:تبنّى" and kind.raw.endswith("ي"))
    ):
        return True
    if head.key == "v:عبّر" and kind.fold == "عبر":
        return after is None or (speech.types[head.last - 1].fold != "عن" and after.fold != "عن")
    return head.key == "v:تابع" and (
        (after is not None and after.best.before[:1] == ("ل",))
        or (head.form is not None and head.form.number == "p" and not kind.best.before)
    )


def closes(speech: Speech, at: int, last: int) -> bool:
    """Whether a sentence ends, or pauses, where a speaker's words end: nothing is said after them."""
    return at >= last - 1 or (speech.types[at].kind == "punct" and speech.types[at].raw not in (":", "«", '"'))
