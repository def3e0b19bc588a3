"""Whom a pronoun means, and "the company"; nobody where two may be meant."""

from index.quotes.known import OBJECT_REACH, Known
from index.quotes.lexicon import Lexicon
from index.quotes.people import (
    Speaker,
    agrees,
)
from index.quotes.phrase import Phrase
from index.quotes.phrases import Sentence

PRONOUN_REACH = 8  # sentences back to the one a pronoun means
GROUP_REACH = 4  # sentences back to the organisation that "it" means


class Pronouns(Known):
    """Everybody an article names, asked whom its pronouns mean."""

    def of_pronoun(self, phrase: Phrase, sentence: Sentence | None, number: int) -> Speaker | None:
        """The one a pronoun means: the last fitting subject, else the only one just named.

        `sentence` is the pronoun's own, where a name in it, before the pronoun, may be meant.
        """
        if means_nobody(phrase, self._lexicon):
            return None
        if phrase.head in self._lexicon.it:
            return self._last_group(number)
        woman = phrase.head not in self._lexicon.he
        inside = sentence.subject(phrase.first) if sentence else None
        if inside and sentence and sentence.low(inside.last + 1) == ",":
            # "Falk, she wrote, “has to go.”": she is another
            inside = inside if inside.last + 2 < phrase.first else None
        if inside and inside.kind == "name" and not inside.joint:
            speaker = self._known(inside)
            if speaker and agrees(speaker, woman=woman):
                return speaker
        for speaker, seen in reversed(self._attention):
            if number - seen > PRONOUN_REACH:
                break
            if agrees(speaker, woman=woman):
                if speaker.woman is not None:
                    return self._unless_named_since(speaker, number, seen)
                goes_on = sentence is not None and speaker.spoke == seen >= number - 1
                forward = sentence is not None  # not an answer in quotation marks
                return self._unsure(speaker, number, seen, woman, goes_on=goes_on, forward=forward)
        return self._just_named(number, -1, woman)

    def gender_of(self, phrase: Phrase) -> bool | None:
        """Whether a pronoun means a woman; None where it is of no one person."""
        if phrase.kind != "pronoun" or means_nobody(phrase, self._lexicon):
            return None
        if phrase.head in self._lexicon.it:
            return None
        return phrase.head not in self._lexicon.he

    def named_before(self, pronoun: Phrase, sentence: Sentence) -> list[Speaker]:
        """The people named in a sentence before a pronoun that may mean them."""
        if pronoun.head in self._lexicon.it | self._lexicon.they:
            return []
        woman = pronoun.head not in self._lexicon.he
        names = [one for one in sentence.phrases() if one.kind == "name"]
        known = [self._known(one) for one in names if one.last < pronoun.first]
        found = {id(one): one for one in known if one and agrees(one, woman=woman)}
        return list(found.values())

    def _unless_named_since(self, speaker: Speaker, number: int, seen: int) -> Speaker | None:
        """Somebody whom the text was about in sentence `seen`, unless another came up since."""
        since = self._named_since(number, seen, bool(speaker.woman))
        if len(since) > 1:
            return None
        doubtful = [
            one
            for one, when in self._mentions
            if max(seen, number - OBJECT_REACH - 1) < when < number
            and one.woman is None
            and not one.group
            and one is not speaker
            and not any(
                when == other
                for each, other in self._mentions
                if each is not one and not each.group
            )
        ]
        if doubtful:  # of whom nobody knows whether she is a woman
            return None
        if self._is_owner_since(speaker, seen):
            return None  # Falk left. Brandt's boat sank. "It was late," he said.
        return since[0] if len(since) == 1 else speaker

    def _is_owner_since(self, speaker: Speaker, seen: int) -> bool:
        """Whether an owner who may be meant as well came up since sentence `seen`."""
        owners = [one for one, when in self._owners if when > seen and one is not speaker]
        return any(agrees(one, woman=speaker.woman) for one in owners)

    def of_nobody(self, number: int) -> Speaker | None:
        """The one a dropped pronoun means: whom the text was last about."""
        near = [one for one, seen in self._attention if number - seen <= PRONOUN_REACH]
        return near[-1] if near and not near[-1].group else None

    def _unsure(
        self,
        speaker: Speaker,
        number: int,
        seen: int,
        woman: bool,  # noqa: FBT001 - a fact about the pronoun
        *,
        goes_on: bool,
        forward: bool,
    ) -> Speaker | None:
        """One whose gender is unknown, unless another known to fit was just named too."""
        if self._just_named(number, seen, woman):
            return None
        # "Falk said … . He said …": whoever spoke goes on, whoever else was named before.
        told = forward or speaker.spoke < seen  # "Falk was calm. “…,” he said": nobody had asked
        goes_on = goes_on or (told and seen == number - 1 and self._is_alone(speaker, seen))
        rivals = not goes_on and [
            other
            for other, when in self._attention
            if number - when <= OBJECT_REACH and other.woman == woman and other is not speaker
        ]
        if rivals or not (goes_on or self._is_sure(speaker, number, seen, woman)):
            return None
        speaker.woman = woman
        return speaker

    def _is_sure(
        self,
        speaker: Speaker,
        number: int,
        seen: int,
        woman: bool,  # noqa: FBT001 - a fact about the pronoun
    ) -> bool:
        """Whether the sentence just before was about one of unknown gender, and none else is near.

        Whoever else may fit, or of whom nobody knows it either, may be meant as well.
        """
        others = (
            one
            for one, when in self._mentions
            if when >= seen and one is not speaker and agrees(one, woman=woman)
        )
        near = seen >= number - (OBJECT_REACH if speaker.spoke == seen else 1)
        return near and not any(others)

    def _is_alone(self, speaker: Speaker, seen: int) -> bool:
        """Whether a sentence that is about somebody mentions nobody else."""
        person = speaker.roles or speaker.honorific or speaker.traits or speaker.spoke >= 0
        others = [
            one
            for one, when in self._mentions
            if when == seen and one is not speaker and not one.group
        ]
        return bool(person) and not others

    def _just_named(
        self,
        number: int,
        since: int,
        woman: bool,  # noqa: FBT001 - a fact about the pronoun
    ) -> Speaker | None:
        """The only fitting one named after sentence `since`, and just before `number`."""
        recent = self._named_since(number, since, woman)
        return recent[0] if len(recent) == 1 else None

    def _named_since(
        self,
        number: int,
        since: int,
        woman: bool,  # noqa: FBT001 - a fact about the pronoun
    ) -> list[Speaker]:
        """Those who fit and were named after sentence `since`, just before `number`."""
        recent = {
            id(speaker): speaker
            for speaker, seen in self._mentions
            if max(since, number - OBJECT_REACH - 1) < seen < number and speaker.woman == woman
        }
        return list(recent.values())

    def _last_group(self, number: int) -> Speaker | None:
        """The organisation that was last spoken of: "it", "the company"."""
        for speaker, seen in reversed(self._attention):
            if number - seen > GROUP_REACH:
                break
            if speaker.maybe_group:
                return None if self._other_group_since(speaker, seen) else speaker
        return None

    def _other_group_since(self, speaker: Speaker, seen: int) -> bool:
        """Whether the text has named another organisation since it was about `speaker`."""
        since = seen + 1 if speaker.spoke == seen else seen
        return any(
            one.maybe_group and when >= since and one.name != speaker.name
            for one, when in self._mentions
        )


def means_nobody(phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether a pronoun means several: "they", but not "sie", which is also she."""
    return phrase.head in lexicon.they and lexicon.code != "de"
