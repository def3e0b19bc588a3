"""Whom a surname, a role or a pronoun in an article means.

Nobody is named rather than somebody wrong: where two people fit equally, nobody is.
"""

from collections.abc import Iterable, Sequence

from index.quotes import traits
from index.quotes.english_words import METONYMS
from index.quotes.lexicon import Lexicon
from index.quotes.naming import Named, file_under, own_words
from index.quotes.people import (
    Speaker,
    agrees,
    begins_with,
    ends_with,
    fold,
    holds_office,
    known_words,
    latest,
    recency,
)
from index.quotes.phrase import Phrase
from index.quotes.phrases import Sentence
from index.quotes.russian_words import surnames
from index.quotes.unnamed import TEXTS
from index.spans import Span

PRONOUN_REACH = 8  # sentences back to the one a pronoun means
_OBJECT_REACH = 2  # sentences back, where that one was no subject
_ATTENTION = 8  # people kept in mind
GROUP_REACH = 4  # sentences back to the organisation that "it" means
# A single word at the head of a sentence with such an end is none: "Villagers said".
_COMMON_ENDINGS = ("ers", "ors", "ists", "ants", "ents", "ians", "ials", "ees", "ly", "ings")
_KIN = frozenset("wife husband son daughter brother sister father mother cousin widow".split())
_WRITERS = frozenset("i we".split())
_SMALL = frozenset("of for the at in and former ex-".split())


class Speakers(Named):
    """Everybody an article names; read once through, then asked sentence by sentence."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__(lexicon)
        self._attention: list[tuple[Speaker, int]] = []  # subjects, with their sentence
        self._mentions: list[tuple[Speaker, int]] = []
        self._owners: list[tuple[Speaker, int]] = []  # of something: "Falk's boat"
        self.until = 0  # how far the text has been followed

    # ------------------------------------------------------------------ following the article

    def follow(self, sentence: Sentence, number: int, *, spoken: bool) -> None:
        """Note whom sentence `number` is about, after its reports have been resolved."""
        for phrase in sentence.phrases():
            if phrase.kind == "name":
                self._mention(phrase, number)
            elif phrase.kind == "role":
                self._mention_unnamed(phrase, number)
        for owner in sentence.owners():
            self._owners += [(one, number) for one in self._fitting(owner)]
        del self._mentions[: -4 * _ATTENTION]
        del self._owners[:-_ATTENTION]
        if spoken:
            return  # the sentence is about its speaker, not about the subject of what is said
        subject = sentence.subject(len(sentence))
        if subject and not subject.joint:
            self._attend_owner(sentence, subject, number)
            subject = self.understood(sentence.identified(subject) or subject)
            speaker = self._meant(subject, sentence, number)
            if speaker is None and subject.kind == "role":
                speaker = self.somebody(subject)
            elif speaker is None and subject.kind == "name" and not self._is_located(subject):
                speaker = Speaker("", (), group=False, named_in=None)  # known by no full name
            if speaker:
                self._attend(speaker, number)
        elif subject is None and sentence.low(0) in _WRITERS:  # "I ask Falk whether she minds."
            names = (phrase for phrase in sentence.phrases() if phrase.kind == "name")
            speaker = next(filter(None, map(self._known, names)), None)
            if speaker and not speaker.group:
                self._attend(speaker, number)

    def _mention(self, phrase: Phrase, number: int) -> None:
        """Note whom a name mentions; all of them where several could be meant."""
        speaker = self._known(phrase)
        for one in (speaker,) if speaker else self._fitting(phrase):
            if not one.asks:
                one.mentioned = number if speaker else one.mentioned
                self._mentions.append((one, number))

    def leave_open(self, sentence: Sentence, phrase: Phrase, speaker: Speaker, number: int) -> None:
        """Let no pronoun mean a speaker whom another's sentence only ends with.

        "A petition for Falk was signed by Ada Roe, who added …": she may be either.
        """
        if sentence.low(phrase.last + 1) != "," or speaker.group:
            return
        relative = sentence.low(phrase.last + 2) in self._lexicon.relatives
        before = {token.low for token in sentence.tokens[: phrase.first]}
        if not relative or before.isdisjoint(self._lexicon.auxiliaries):
            return
        named = [one for one in sentence.phrases() if one.last < phrase.first and one.name]
        others = [one for name in named for one in self._fitting(name) if one is not speaker]
        if any(agrees(one, woman=speaker.woman) for one in others):
            self._attend(Speaker("", (), group=False, named_in=None, woman=speaker.woman), number)

    def alone(self, sentence: Sentence, number: int) -> Speaker | None:
        """Who alone did something in sentence `number`: "Falk shook her head"; else nobody."""
        subject = sentence.subject(len(sentence))
        if not self._attention or subject is None or subject.joint or subject.plural:
            return None
        speaker, seen = self._attention[-1]
        others = [one for one, when in self._mentions if when == number and one is not speaker]
        after = subject.last + 1
        acts = sentence.is_word(after) and sentence.low(after) not in self._lexicon.passive
        named = any(token.is_capital for token in sentence.tokens[after:])
        if seen != number or others or named or not acts or speaker.group or not speaker.name:
            return None
        return speaker

    def _mention_unnamed(self, phrase: Phrase, number: int) -> None:
        """Somebody without a name whom a pronoun may mean: "her father"."""
        woman = self._gender([phrase.head])
        if woman is None or phrase.plural or self.of_role(phrase, number):
            return
        self._mentions.append((Speaker("", (), group=False, named_in=None, woman=woman), number))

    def _attend_owner(self, sentence: Sentence, subject: Phrase, number: int) -> None:
        """Falk where "Falk's office" is the subject: "he" is not the office."""
        owner = next(sentence.owners(), None) if subject.possessor else None
        speaker = self._known(owner) if owner and owner.first == subject.first else None
        if speaker and not speaker.group:
            self._attend(speaker, number)

    def _is_located(self, phrase: Phrase) -> bool:
        """Whether the article says "in" before the name, so that it is a place."""
        return fold(phrase.name[-1]) in self._located or not self._is_name(phrase)

    def somebody(self, phrase: Phrase) -> Speaker | None:
        """Whoever a role means that no name goes with; None where it means several."""
        if phrase.plural:
            return None
        group = self._lexicon.is_organisation(phrase.head) or phrase.head in TEXTS
        speaker = Speaker("", (), group, None)
        speaker.roles = [phrase.role or phrase.head]
        speaker.woman = None if group else self._gender(own_words(phrase.role or phrase.head))
        return speaker

    def heard(self, speaker: Speaker, number: int) -> None:
        """Note that `speaker` spoke in sentence `number`."""
        speaker.spoke = number
        self._attend(speaker, number)

    def _attend(self, speaker: Speaker, number: int) -> None:
        if speaker.asks or (self._attention and self._attention[-1] == (speaker, number)):
            return
        self._attention.append((speaker, number))
        del self._attention[:-_ATTENTION]

    def _meant(self, phrase: Phrase, sentence: Sentence, number: int) -> Speaker | None:
        if phrase.kind == "name":
            return self._known(phrase)
        if phrase.kind == "pronoun":
            return self.of_pronoun(phrase, sentence, number)
        return self.of_role(phrase, number)

    # ------------------------------------------------------------------ who is meant

    def of_name(self, phrase: Phrase, number: int) -> Speaker | None:
        """The one a name means; one never named in full is known by what there is."""
        if len(phrase.name) == 1 and phrase.last == phrase.first + 1 and not phrase.honorific:
            people = fold(phrase.name[0])
            if people in self._lexicon.peoples and not phrase.role and not people.endswith("s"):
                return self._last_such(set(), number)  # "the Spaniard said"
        speaker = self._known(phrase)
        if speaker and phrase.honorific and len(phrase.name) == 1:
            speaker.styled.add(phrase.honorific)
        if speaker or len(phrase.name) == 0:
            return speaker
        if len(phrase.name) == 1 and (len(self._fitting(phrase)) > 1 or not self._is_name(phrase)):
            return None  # more than one could be meant, or none
        if len(phrase.name) == 1 and self._lexicon.code == "en":
            phrase = self._spelt_out(phrase)
        parts = tuple(fold(word) for word in phrase.name)
        if len(parts[-1]) == 1:
            return None  # the "Q" of an interview
        group = any(map(self._lexicon.is_organisation, parts)) or self._is_called_group(phrase)
        if len(parts) == 1 and not phrase.honorific and not phrase.role:
            group = group or parts[0] in METONYMS or phrase.name[0].isupper()  # "NASA"
        speaker = Speaker(" ".join(phrase.name), parts, group, None, phrase.honorific)
        speaker.woman = self._gender((phrase.honorific or "", parts[0]))
        self._add_role(speaker, phrase.role)
        for part in dict.fromkeys(parts):
            file_under(self._by_part, part, speaker)
        return speaker

    def _spelt_out(self, phrase: Phrase) -> Phrase:
        """A surname with the only given name that stands before it, whatever was read there."""
        given = self._before_surname.get(fold(phrase.name[0]), set())
        woman = self._gender((phrase.honorific or "",))
        genders = {word: self._gender((word.casefold(),)) for word in given}
        known = {word for word, one in genders.items() if one is not None}
        if woman is not None and woman not in genders.values():
            return phrase  # "Mrs Falk" is not Otto Falk
        if len(known) != 1:
            return phrase
        return phrase._replace(name=(*known, phrase.name[0]))

    def understood(self, phrase: Phrase) -> Phrase:
        """A role that is somebody's surname as a name: "Baker", where Ines Baker is known."""
        if phrase.kind != "role" or not phrase.name or phrase.joint:
            return phrase
        named = phrase._replace(kind="name", role=None, head="")
        return named if any(one.named_in for one in self._fitting(named)) else phrase

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
        return styled[0] if len(styled) == 1 else self._namesake(fitting)

    def _namesake(self, fitting: Sequence[Speaker]) -> Speaker | None:
        """Whom the text was about, or who spoke, last; nobody where that is doubtful."""
        for speaker, seen in reversed(self._attention):
            if speaker in fitting:
                heard = [s for s in fitting if s.spoke >= 0]
                if speaker.spoke < 0 and len(heard) == 1 and self._is_kin(speaker, heard[0]):
                    return heard[0]  # "Falk's wife, Ada Falk, kept out of it. Falk said"
                rivals = [s for s in fitting if s is not speaker and s.mentioned >= seen]
                later = [s for s in rivals if s.mentioned > speaker.mentioned and s.spoke < 0]
                if len(later) == 1 and later == rivals and not self._is_kin(later[0], speaker):
                    return later[0]  # a namesake brought in since
                last = self._attention[-1][0] is speaker
                if not last and any(one.bare and one is not speaker for one in fitting):
                    return None  # the surname alone was another's, before this one came
                return speaker if speaker.spoke == seen or not rivals else None
        spoken = max(fitting, key=lambda speaker: speaker.spoke)
        if spoken.spoke >= 0:
            return spoken
        nearest = max(fitting, key=lambda speaker: speaker.mentioned)
        equals = [s for s in fitting if s.mentioned == nearest.mentioned]
        return nearest if len(equals) == 1 and nearest.mentioned >= 0 else None

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
            return fitting
        known = [one for one in fitting if one.named_in and one.named_in.start < self.until]
        return known or fitting

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
        if woman is not None:  # "Mrs Falk": Ines rather than Lee
            same = [s for s in near if s.woman == woman and not s.group and self._is_met(s)]
            near = same or [s for s in near if s.woman is None]
        for fits in (ends_with, begins_with):
            found = [s for s in near if fits(s, parts)]
            if len(found) > 1 and phrase.role:
                same = [s for s in found if phrase.role in s.roles]
                found = same or found
            if found:
                people = [s for s in found if not s.group]
                return people or found
        return []

    def of_role(self, phrase: Phrase, number: int) -> Speaker | None:
        """The one a bare role means: "the spokesman", "the ministry"."""
        group = self._lexicon.is_organisation(phrase.head)
        owned = phrase.possessor and not (group and (phrase.role or "")[:1].isupper())
        if not phrase.definite or phrase.joint or owned:
            return self._only_kin(phrase, number) if owned and not phrase.joint else None
        words = [fold(word) for word in (phrase.role or "").split()]
        needed = traits.lasting({word for word in words if word not in _SMALL})
        if not group:  # the council is not its leader
            fitting = self._in_office(phrase.head, needed, number)
            if fitting:
                return self._unnamed_since(phrase.head, needed, fitting) or latest(fitting)
        best = self._group_of_role(phrase, needed) if group else None
        has_article = phrase.last - phrase.first >= len((phrase.role or "").split())
        if best is None and has_article and traits.is_office(phrase.head, set(words)):
            last = self._last_such(needed, number, woman=self._gender([phrase.head]))
            return last if last and last.name and not last.roles else None
        if best is None and traits.tells_nothing_new(phrase.head, needed):
            return self._last_such(needed, number, woman=self._gender([phrase.head]))
        if best is None and phrase.head in self._lexicon.generic and len(needed) == 1:
            return self._last_group(number)
        return best

    def _in_office(self, head: str, needed: set[str], number: int) -> list[Speaker]:
        """Everybody named so far of whom the article says what a role says."""
        return [
            speaker
            for speaker in self._by_role.get(head, [])
            if needed <= known_words(speaker)
            and holds_office(speaker, head, needed)
            and 0 <= speaker.mentioned <= number
        ]

    def _unnamed_since(
        self, head: str, needed: set[str], named: Iterable[Speaker]
    ) -> Speaker | None:
        """Somebody whom the article does not name, who spoke in that role after all `named`."""
        last = max(max(speaker.spoke, speaker.mentioned) for speaker in named)
        for speaker, seen in reversed(self._attention):
            if seen <= last:
                break
            words = set(map(fold, (speaker.role or "").split()))
            if not speaker.name and speaker.spoke >= 0 and {head, *needed} <= words:
                return speaker
        return None

    def _group_of_role(self, phrase: Phrase, needed: set[str]) -> Speaker | None:
        """The organisation that a role means: "the ministry"."""
        best: Speaker | None = None
        for speaker in self._by_part.get(fold(phrase.head), []):
            met = phrase.first != phrase.last or speaker.mentioned >= 0  # "Police said"
            if not (speaker.group and met and speaker.named_in and needed <= set(speaker.parts)):
                continue
            comes_later = speaker.name[0].islower() and speaker.named_in.start > self.until
            if not comes_later:
                best = speaker if best is None else max(best, speaker, key=recency)
        return best

    def _only_kin(self, phrase: Phrase, number: int) -> Speaker | None:
        """The only one of whom the article says so: "his wife", where it has named one wife."""
        same = self._by_role.get(phrase.head, [])
        if phrase.head not in _KIN or len(same) != 1 or phrase.first != phrase.last - 1:
            return None
        return same[0] if 0 <= number - same[0].mentioned <= PRONOUN_REACH else None

    def _last_such(
        self, needed: set[str], number: int, *, woman: bool | None = None
    ) -> Speaker | None:
        """Whom the text was just about, if what is said of somebody may be said of this one."""
        for speaker, seen in reversed(self._attention):
            if number - seen > _OBJECT_REACH:
                break
            if not speaker.group:
                other = None not in (woman, speaker.woman) and woman != speaker.woman
                differs = other or traits.differ(needed, known_words(speaker))
                rivals = [
                    one
                    for one, when in self._mentions
                    if when >= max(seen, number - _OBJECT_REACH) and one is not speaker
                ]
                rivals = [one for one in rivals if agrees(one, woman=woman)]
                if needed & known_words(speaker):
                    rivals = []  # the article says so of this one
                return None if differs or rivals else speaker
        return None

    def of_label(self, label: str) -> Speaker | None:
        """Whose turn it is in an interview, by its label: "FALK", "IF"."""
        people = self._people()
        words = tuple(fold(word) for word in label.split())
        bare = {word for word in words if not self._lexicon.is_role(word)}
        fitting = [one for one in people if bare and bare <= set(one.parts)] or [
            one for one in people if "".join(part[0] for part in one.parts) == words[0]
        ]
        return fitting[0] if len(fitting) == 1 else None

    def interviewed(self, told_by: str, begins: int) -> Speaker | None:
        """Whom an interview is with where its labels do not say it: "A".

        Args:
            told_by: of the headline, what may name them.
            begins: where the first turn begins; nobody is introduced after that.
        """
        people = self._people()
        in_title = [one for one in people if one.name in told_by]
        if len(in_title) == 1:
            return in_title[0]
        introduced = [one for one in people if one.named_in and one.named_in.end <= begins]
        return min(introduced, key=lambda one: one.named_in or Span(0, 0), default=None)

    def _people(self) -> list[Speaker]:
        return [one for one in self._by_ends.values() if not one.group]

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
        owners = [one for one, when in self._owners if when > seen and one is not speaker]
        if any(agrees(one, woman=speaker.woman) for one in owners):
            return None  # Falk left. Brandt's boat sank. "It was late," he said.
        return since[0] if len(since) == 1 else speaker

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
        goes_on = goes_on or (forward and seen == number - 1 and self._is_alone(speaker, seen))
        rivals = not goes_on and [
            other
            for other, when in self._attention
            if number - when <= _OBJECT_REACH and other.woman == woman and other is not speaker
        ]
        if rivals:
            return None
        speaker.woman = woman
        return speaker

    def _is_alone(self, speaker: Speaker, seen: int) -> bool:
        """Whether a sentence that is about somebody mentions nobody else."""
        person = speaker.roles or speaker.honorific or speaker.traits or speaker.spoke >= 0
        others = [one for one, when in self._mentions if when == seen and one is not speaker]
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
            if max(since, number - _OBJECT_REACH - 1) < seen < number and speaker.woman == woman
        }
        return list(recent.values())


def means_nobody(phrase: Phrase, lexicon: Lexicon) -> bool:
    """Whether a pronoun means several: "they", but not "sie", which is also she."""
    return phrase.head in lexicon.they and lexicon.code != "de"
