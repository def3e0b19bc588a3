"""Whom a name means: of several who share it, the one whom the text was about."""

from collections.abc import Sequence

from index.quotes import traits
from index.quotes.english_words import METONYMS
from index.quotes.lexicon import Lexicon
from index.quotes.naming import Named, file_under
from index.quotes.people import (
    Speaker,
    agrees,
    begins_with,
    ends_with,
    fold,
    known_words,
)
from index.quotes.phrase import Phrase
from index.quotes.russian_words import surnames

OBJECT_REACH = 2  # sentences back, where that one was no subject
# A single word at the head of a sentence with such an end is none: "Villagers said".
_COMMON_ENDINGS = ("ers", "ors", "ists", "ants", "ents", "ians", "ials", "ees", "ly", "ings")
# Honorifics that not everybody has.
_OWN_TITLES = frozenset("dr prof rev sir dame lord lady cllr fr msgr judge justice".split())
_SHORT_RANKS = frozenset("gen. col. lt. maj. capt. sgt. cpl. adm. cmdr. brig.".split())
_FAR = 300  # characters
_OFTEN = 3  # times that a surname alone stands before another of it is named in full
_PLAIN = frozenset("mr mrs ms miss".split())
_NEAREST = frozenset(
    "wife husband ex-wife ex-husband son daughter widow mother father brother sister".split()
)
_KIN = frozenset("wife husband son daughter brother sister father mother cousin widow".split())


class Known(Named):
    """Everybody an article names, and whom it was about so far."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__(lexicon)
        self._attention: list[tuple[Speaker, int]] = []  # subjects, with their sentence
        self._mentions: list[tuple[Speaker, int]] = []
        self._owners: list[tuple[Speaker, int]] = []  # of something: "Falk's boat"
        self._number = 0  # of the sentence whose speaker is looked for
        self.until = 0  # how far the text has been followed

    def of_name(self, phrase: Phrase, number: int) -> Speaker | None:
        """The one a name means; one never named in full is known by what there is."""
        if len(phrase.name) == 1 and phrase.last == phrase.first + 1 and not phrase.honorific:
            people = fold(phrase.name[0])
            if people in self._lexicon.peoples and not phrase.role and not people.endswith("s"):
                return self._last_such(set(), number)  # "the Spaniard said"
        self._number = number
        speaker = self._known(phrase)
        if speaker and phrase.honorific and len(phrase.name) == 1:
            speaker.styled.add(phrase.honorific)
        if speaker or len(phrase.name) == 0:
            return speaker
        if len(phrase.name) == 1 and (len(self._fitting(phrase)) > 1 or not self._is_name(phrase)):
            return None  # more than one could be meant, or none
        if len(phrase.name) == 1 and self._lexicon.code == "en" and not self._all_fitting(phrase):
            phrase = self._spelt_out(phrase)
        parts = tuple(fold(word) for word in phrase.name)
        if len(parts[-1]) == 1:
            return None  # the "Q" of an interview
        group = any(map(self._lexicon.is_organisation, parts)) or self._is_called_group(phrase)
        if len(parts) == 1 and not phrase.honorific and not phrase.role:
            group = group or parts[0] in METONYMS or phrase.name[0].isupper()  # "NASA"
        speaker = Speaker(" ".join(phrase.name), parts, group, None, phrase.honorific)
        speaker.bare = len(parts) == 1 and not (phrase.honorific or phrase.role)
        speaker.woman = self._gender((phrase.honorific or "", parts[0]))
        self._add_role(speaker, phrase.role)
        for part in dict.fromkeys(parts):
            file_under(self._by_part, part, speaker)
        return speaker

    def understood(self, phrase: Phrase) -> Phrase:
        """A role that is somebody's surname as a name: "Baker", where Ines Baker is known."""
        if phrase.kind != "role" or not phrase.name or phrase.joint:
            return phrase
        named = phrase._replace(kind="name", role=None, head="")
        people = (one for one in self._fitting(named) if not one.group)
        return named if any(one.named_in for one in people) else phrase

    def _is_name(self, phrase: Phrase) -> bool:
        """Whether one capitalised word is a name, not just the head of a sentence."""
        word = phrase.name[0]
        folded = fold(word)
        if folded in self._lexicon.peoples or self._lexicon.is_organisation(
            folded.removesuffix("s")
        ):
            return False  # "Germans", "Unions"
        if phrase.honorific or phrase.role or phrase.first > 0 or folded in self._capital_inside:
            return True
        return not (word.casefold() in self._lower or word.endswith(_COMMON_ENDINGS))

    def _known(self, phrase: Phrase) -> Speaker | None:
        if not phrase.name:
            return None
        if len(phrase.name) == 1 and self._acronyms:
            spelt_out = self._acronyms.get(fold(phrase.name[0]))
            if spelt_out:
                return spelt_out
        fitting = self._fitting(phrase)
        if len(fitting) <= 1:
            if fitting and len(phrase.name) == 1 and self.until:
                fitting[0].bare = True
            return fitting[0] if fitting else None
        styled = [one for one in fitting if phrase.honorific in one.styled]
        alone = len(phrase.name) == 1 and not (phrase.honorific or phrase.role)
        found = styled[0] if len(styled) == 1 else self._namesake(fitting, alone=alone)
        if found and len(phrase.name) == 1 and self.until:
            found.bare = True
        return found

    def _namesake(self, fitting: Sequence[Speaker], *, alone: bool) -> Speaker | None:
        """Whom the text was about, or who spoke, last; nobody where that is doubtful.

        Args:
            fitting: several of one surname.
            alone: whether it stands without title; that is whoever is always called so.
        """
        found = next((one for one in reversed(self._attention) if one[0] in fitting), None)
        always = [one for one in fitting if one.bare and len(one.parts) == 1]
        if found and alone and len(always) == 1 and found[0] is not always[0]:
            return always[0] if self._number - found[1] > 1 else None
        if found:
            return self._of_namesakes(*found, fitting)
        spoken = max(fitting, key=lambda speaker: speaker.spoke)
        if spoken.spoke >= 0:
            return spoken
        nearest = max(fitting, key=lambda speaker: speaker.mentioned)
        equals = [s for s in fitting if s.mentioned == nearest.mentioned]
        return nearest if len(equals) == 1 and nearest.mentioned >= 0 else None

    def _of_namesakes(
        self, speaker: Speaker, seen: int, fitting: Sequence[Speaker]
    ) -> Speaker | None:
        """The one of several of one name whom the text was about last, in sentence `seen`."""
        heard = [s for s in fitting if s.spoke >= 0]
        if speaker.spoke < 0 and len(heard) == 1 and self._is_kin(speaker, heard[0]):
            return heard[0]  # "Falk's wife, Ada Falk, kept out of it. Falk said"
        if speaker.spoke < 0 and self._belongs_to(speaker, fitting):
            return None  # "Ines Falk's mother, Ada Falk, has left. Falk said"
        rivals = [
            s
            for s in fitting
            if s is not speaker
            and s.mentioned >= seen
            and not (s.spoke < 0 and self._is_kin(s, speaker))
        ]
        later = [s for s in rivals if s.mentioned > speaker.mentioned and s.spoke < 0]
        if len(later) == 1 and later == rivals and not self._is_kin(later[0], speaker):
            return later[0]  # a namesake brought in since
        called = [one for one in fitting if one.bare]
        away = self._number - seen > 1 and len(called) == 1 and speaker not in called
        if away and any(_NEAREST & set(role.casefold().split()) for role in speaker.roles):
            return called[0]  # he, not "his wife, Ada Falk", who has been heard
        last = self._attention[-1][0] is speaker
        others = not last and any(one.bare and one is not speaker for one in fitting)
        # Nobody where the surname alone was another's, before this one came.
        return speaker if not others and (speaker.spoke == seen or not rivals) else None

    def _belongs_to(self, speaker: Speaker, fitting: Sequence[Speaker]) -> bool:
        """Whether somebody was brought in as of the family of another who is meant as well."""
        sentence = self._by_span.get(speaker.named_in)
        owners = [tuple(map(fold, owner.name)) for owner in sentence.owners()] if sentence else []
        return any(one.parts in owners for one in fitting if one is not speaker)

    def _is_kin(self, speaker: Speaker, other: Speaker) -> bool:
        """Whether somebody was brought in as of another's family: "Falk's wife, Ada Falk"."""
        sentence = self._by_span.get(speaker.named_in)
        owners = sentence.owners() if sentence else ()
        if any(fold(owner.name[-1]) in other.parts for owner in owners):
            return True
        return not _KIN.isdisjoint((speaker.role or "").casefold().split())

    def _fitting(self, phrase: Phrase) -> list[Speaker]:
        """Everybody whom the words of a name fit; of several, those who have been named so far."""
        fitting = self._all_fitting(phrase)
        if len(fitting) < 2:  # noqa: PLR2004 - of one nothing is to be told apart
            return [one for one in fitting if not self._comes_later(one, phrase)]
        known = [
            one
            for one in fitting
            if one.spoke >= 0 or (one.named_in and one.named_in.start < self.until)
        ]
        return known or fitting

    def _comes_later(self, speaker: Speaker, phrase: Phrase) -> bool:
        """Whether a surname alone is another's: the only one named in full comes in far behind."""
        alone = len(phrase.name) == 1 and not speaker.group and len(speaker.parts) > 1
        later = speaker.named_in is not None and speaker.named_in.start - self.until > _FAR
        if not (alone and later and self.until > 0 and speaker.spoke < 0):
            return False
        return self._times_before(speaker) >= _OFTEN

    def _times_before(self, speaker: Speaker) -> int:
        """How often somebody's surname stands in the text before the full name does."""
        begin = speaker.named_in.start if speaker.named_in else 0
        before = (one for one, span in self._read if span and span.start < begin)
        return sum(fold(token.word) == speaker.parts[-1] for one in before for token in one.tokens)

    def _is_met(self, speaker: Speaker) -> bool:
        """Whether the text has named somebody so far, or has not been followed yet."""
        return not self.until or not speaker.named_in or speaker.named_in.start < self.until

    def _all_fitting(self, phrase: Phrase) -> list[Speaker]:
        """Everybody whom the words of a name fit, best fits alone."""
        parts = tuple(map(fold, phrase.name))
        near = self._by_part.get(parts[-1])
        if not near and len(parts) == 1 and self._lexicon.code == "ru":
            known = [one for one in surnames(parts[0]) if one in self._by_part]
            parts = (known[0],) if known else parts
            near = self._by_part.get(parts[0])
        if not near:
            return []
        woman = self._gender((phrase.honorific or "",))
        if len(parts) > 1:
            ends = [s for s in near if (s.parts[0], s.parts[-1]) == (parts[0], parts[-1])]
            if ends:
                return ends
        if phrase.honorific:  # "Mr Falk" is not Falk Capital
            near = [one for one in near if not one.group]
        if woman is not None:  # "Mrs Falk": Ines rather than Lee
            same = [s for s in near if s.woman == woman and not s.group]
            other = [s for s in near if s.woman is None]
            met = [[s for s in some if self._is_met(s)] for some in (same, other)]
            near = met[0] or met[1] or same or other
        for fits in (ends_with, begins_with):
            found = [s for s in near if fits(s, parts)]
            if len(found) > 1:
                found = _of_title(phrase, found) or found
            if found:
                people = [s for s in found if not s.group]
                return people or found
        return []

    def _last_such(
        self, needed: set[str], number: int, *, woman: bool | None = None
    ) -> Speaker | None:
        """Whom the text was just about, if what is said of somebody may be said of this one."""
        for speaker, seen in reversed(self._attention):
            if number - seen > OBJECT_REACH:
                break
            if not speaker.group:
                other = None not in (woman, speaker.woman) and woman != speaker.woman
                differs = other or traits.differ(needed, known_words(speaker))
                rivals = [
                    one
                    for one, when in self._mentions
                    if when >= max(seen, number - OBJECT_REACH) and one is not speaker
                ]
                rivals = [one for one in rivals if agrees(one, woman=woman)]
                if needed & known_words(speaker):
                    rivals = []  # the article says so of this one
                elif traits.may_be_partisan(needed, known_words(speaker)):
                    rivals = [
                        one for one in rivals if traits.may_be_partisan(needed, known_words(one))
                    ]
                return None if differs or rivals else speaker
        return None


def _of_title(phrase: Phrase, found: Sequence[Speaker]) -> list[Speaker]:
    """Those of several of one name who have the title before it: "Rep. Falk", "Dr. Falk"."""
    if phrase.role:
        same = [one for one in found if phrase.role in one.roles]
        head = fold(phrase.role.split()[-1])
        return same or [one for one in found if head in known_words(one)]
    if phrase.honorific in _PLAIN:  # "Mr Falk" is not Gen. Falk
        plain = [one for one in found if one.honorific is None or one.honorific in _PLAIN]
        return [one for one in plain if _SHORT_RANKS.isdisjoint(known_words(one))]
    if phrase.honorific in _OWN_TITLES:
        return [one for one in found if one.honorific == phrase.honorific]
    return []
