"""Whom a surname, a role or a pronoun in an article means.

Nobody is named rather than somebody wrong: where two people fit equally, nobody is.
"""

from collections.abc import Iterable, Iterator, Set

from index.quotes import traits
from index.quotes.genders import of_object, told_of
from index.quotes.known import OBJECT_REACH
from index.quotes.naming import own_words
from index.quotes.people import (
    Speaker,
    agrees,
    fold,
    holds_office,
    known_words,
    latest,
    recency,
)
from index.quotes.phrase import Phrase
from index.quotes.phrases import Sentence
from index.quotes.pronouns import PRONOUN_REACH, Pronouns
from index.quotes.unnamed import TEXTS
from index.spans import Span

_ATTENTION = 8  # people kept in mind
_KIN = frozenset("wife husband son daughter brother sister father mother cousin widow".split())
_JUDGING = frozenset(
    "slam blast criticise criticize denounce condemn praise applaud defend mock attack accuse "
    "blame dismiss reject deplore decry lambast ridicule rebuke thank hail credit warn".split()
)
_ANSWERS = frozenset(
    "reply response take rebuke rebuttal retort reaction criticism condemnation praise support "
    "warning comment objection objections pushback applause outcry protest".split()
)
_WRITERS = frozenset("i we".split())
_TRADING = frozenset("company firm operator manufacturer airline bank".split())
_PUBLIC = frozenset(
    "agency council ministry department government police court university hospital union "
    "association federation party committee commission parliament charity school college "
    "regulator watchdog authority advocacy nonprofit non-profit campaign campaigners coalition "
    "alliance foundation society ngo".split()
)
# What stands in the names of those who campaign, and of no company: "Skarn Against Dust".
_CAMPAIGNING = frozenset("against without for now".split())
# What an office of the state, an army or a league of states is not: "the group said".
_PRIVATE = frozenset("group club charity newspaper network union trust manufacturer".split())
_OF_STATES = frozenset(
    "ministry department government police court army navy military parliament congress senate "
    "nations treasury presidency cabinet brigade coastguard".split()
)
_CALLED_SO = frozenset("department ministry union party club charity newspaper trust".split())
_ONE_OF_EACH = frozenset("ministry department".split())
_OF_WORKERS = frozenset("workers brotherhood guild teamsters federation".split())
_SMALL = frozenset("of for the at in and former ex-".split())
_FORMER = frozenset(["former"])


class Speakers(Pronouns):
    """Everybody an article names; read once through, then asked sentence by sentence."""

    def follow(self, sentence: Sentence, number: int, *, spoken: bool) -> None:
        """Note whom sentence `number` is about, after its reports have been resolved."""
        self._number = number
        self._mention_all(sentence, number)
        for owner in sentence.owners():
            self._owners += [(one, number) for one in self._fitting(owner)]
        self._learn_gender(sentence, number)
        del self._mentions[: -4 * _ATTENTION]
        del self._owners[:-_ATTENTION]
        if spoken:
            self._attend_object(sentence, number)
            return  # the sentence is about its speaker, not about the subject of what is said
        subject = sentence.subject(len(sentence))
        if subject and not subject.joint:
            self._attend_owner(sentence, subject, number)
            subject = self.understood(sentence.identified(subject) or subject)
            speaker = self._meant(subject, sentence, number) or self._nobody_known(
                subject, sentence
            )
            if speaker:
                self._attend(speaker, number)
            self._attend_object(sentence, number)
        elif subject is None and (answering := _from_whom(sentence)):
            speaker = self._known(answering)
            if speaker and not speaker.group:
                self._attend(speaker, number)
        elif subject is None and sentence.low(0) in _WRITERS:  # "I ask Falk whether she minds."
            names = (phrase for phrase in sentence.phrases() if phrase.kind == "name")
            speaker = next(filter(None, map(self._known, names)), None)
            if speaker and not speaker.group:
                self._attend(speaker, number)

    def _mention_all(self, sentence: Sentence, number: int) -> None:
        """Note everybody whom a sentence mentions."""
        for phrase in sentence.phrases():
            if phrase.kind == "name":
                self._mention(phrase, number)
            elif phrase.kind == "role":
                if not _describes_name(sentence, phrase):
                    self._mention_unnamed(phrase, number)
                self._mention_group(phrase, number)

    def _nobody_known(self, subject: Phrase, sentence: Sentence) -> Speaker | None:
        """Whoever a subject is that means nobody whom the article is known to name."""
        if subject.kind == "role":
            return self.somebody(subject)
        if subject.head in self._lexicon.he | self._lexicon.she:  # one of several who fit
            woman = subject.head not in self._lexicon.he
            return Speaker("", (), group=False, named_in=None, woman=woman)
        if subject.kind == "pronoun" or self._is_located(subject):
            return None
        if sentence.low(subject.last + 1) == "of":  # "Parts of it"
            return None
        return Speaker("", (), group=False, named_in=None)  # known by no full name

    def _learn_gender(self, sentence: Sentence, number: int) -> None:
        """Take from a sentence that names one person alone whether that is a woman."""
        named = {id(one): (one, phrase) for phrase, one in self._people_in(sentence)}
        if len(named) != 1 or next(sentence.owners(), None):
            return
        (speaker, phrase), *_ = named.values()
        woman = told_of(sentence, phrase) if speaker.woman is None else None
        if woman is None or any(
            agrees(one, woman=woman) and one is not speaker
            for one, when in (*self._attention, *self._mentions)
            if when >= number - OBJECT_REACH
        ):
            return
        speaker.woman = woman

    def _attend_object(self, sentence: Sentence, number: int) -> None:
        """Keep in mind her to whom others do something: "Brandt called her late. She left"."""
        woman = of_object(sentence)
        doers = [one for _, one in self._people_in(sentence)]
        if woman is None or any(one.woman is woman for one in doers):
            return
        near = [each for each in self._attention if number - each[1] <= PRONOUN_REACH]
        meant = [each for each in near if each[0].woman is woman and not each[0].group]
        if meant and self._is_owner_since(*meant[-1]):  # her, or whoever was named beside her
            self._attend(Speaker("", (), group=False, named_in=None, woman=woman), number)
        elif meant:
            self._attend(meant[-1][0], number)
        elif doers:  # she is none of them
            self._attend(Speaker("", (), group=False, named_in=None, woman=woman), number)

    def _people_in(self, sentence: Sentence) -> Iterator[tuple[Phrase, Speaker]]:
        for phrase in sentence.phrases():
            speaker = self._known(phrase) if phrase.kind == "name" else None
            if speaker and not speaker.group:
                yield phrase, speaker

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
        while sentence.low(after) in self._lexicon.adverbs:
            after += 1
        if seen == number and speaker.name and not speaker.group and _judges(sentence, after):
            return speaker  # "Falk slammed Brandt. “He was late.”"
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

    def _mention_group(self, phrase: Phrase, number: int) -> None:
        """Note which organisation without a name of its own is mentioned: "Falk's campaign"."""
        group = self.group_called(phrase)
        if group:
            group.mentioned = number

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

    def of_pronoun(self, phrase: Phrase, sentence: Sentence | None, number: int) -> Speaker | None:
        """The one a pronoun means; "it" is the body that its own sentence is about."""
        it = phrase.head in self._lexicon.it
        subject = sentence.subject(phrase.first) if sentence and it else None
        if subject and subject.kind == "role" and self._is_of_group(subject):
            return self.of_role(subject, number)  # "The council shut it, which it calls a trial"
        return super().of_pronoun(phrase, sentence, number)

    def of_role(self, phrase: Phrase, number: int) -> Speaker | None:
        """The one a bare role means: "the spokesman", "the ministry"."""
        group = self._is_of_group(phrase)
        owned = phrase.possessor and not (group and (phrase.role or "")[:1].isupper())
        if not phrase.definite or phrase.joint or owned:
            return self._only_kin(phrase, number) if owned and not phrase.joint else None
        words = [fold(word) for word in (phrase.role or "").split()]
        needed = traits.lasting({word for word in words if word not in _SMALL})
        if group and any(word.endswith("-based") for word in words):
            needed = {phrase.head}  # "the Holm-based company"
        if not group:  # the council is not its leader
            fitting = self._in_office(phrase.head, needed, number, past=_FORMER & set(words))
            if fitting:
                return self._unnamed_since(phrase.head, needed, fitting) or latest(fitting)
        best = self._group_of_role(phrase, needed) if group else None
        has_article = phrase.last - phrase.first >= len((phrase.role or "").split())
        if best is None and has_article and traits.is_office(phrase.head, set(words)):
            last = self._last_such(needed, number, woman=self._gender([phrase.head]))
            return last if last and last.name and not last.roles else None
        if best is None and traits.tells_nothing_new(phrase.head, needed):
            needed |= {phrase.head}
            return self._last_such(needed, number, woman=self._gender([phrase.head]))
        if best is None and phrase.head in self._lexicon.generic and len(needed) == 1:
            found = self._last_group(number)
            other = found and (
                _is_other_kind(phrase.head, found) or self._is_called_otherwise(phrase.head, found)
            )
            best = None if other else found
        return None if best and self._is_half_named(best, phrase) else best

    def _is_half_named(self, group: Speaker, phrase: Phrase) -> bool:
        """Whether a part means an organisation whose own name nobody gives.

        "The agency said", of the food safety agency; but a land has one foreign ministry.
        """
        whole = group.name == phrase.role or phrase.head in _ONE_OF_EACH
        return group.name[:1].islower() and not whole

    def _is_called_otherwise(self, head: str, group: Speaker) -> bool:
        """Whether a name tells that an organisation is none of that kind: "the union", of a Forum.

        Whoever is a department or a party is mostly called so.
        """
        parts = set(group.parts)
        if head not in _CALLED_SO or head in parts or (head == "union" and parts & _OF_WORKERS):
            return False
        stated = {fold(word) for role in group.roles for word in role.split()}
        another = head in self._capital_inside  # "members of the Dockers Union"
        named = another or any(map(self._lexicon.is_organisation, group.parts))
        return head not in stated and named

    def _in_office(
        self, head: str, needed: set[str], number: int, *, past: Set[str]
    ) -> list[Speaker]:
        """Everybody named so far of whom the article says what a role says.

        Where the role is a `past` one, those who are called so come before the others.
        """
        met = [
            speaker
            for speaker in self._by_role.get(head, [])
            if needed <= known_words(speaker) and 0 <= speaker.mentioned <= number
        ]
        held = [
            one
            for one in met
            if past <= known_words(one) and holds_office(one, head, needed | past)
        ]
        return held or [one for one in met if holds_office(one, head, needed)]

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
        fitting: list[Speaker] = []
        for speaker in self._by_part.get(fold(phrase.head), []):
            met = phrase.first != phrase.last or speaker.mentioned >= 0  # "Police said"
            if not (speaker.group and met and speaker.named_in and needed <= set(speaker.parts)):
                continue
            comes_later = speaker.name[0].islower() and speaker.named_in.start > self.until
            if not comes_later:
                fitting.append(speaker)
        best = max(fitting, key=recency, default=None)
        since = [one for one in fitting if best and one.mentioned > max(recency(best))]
        return None if since else best  # another ministry came up since this one

    def _only_kin(self, phrase: Phrase, number: int) -> Speaker | None:
        """The only one of whom the article says so: "his wife", where it has named one wife."""
        same = self._by_role.get(phrase.head, [])
        if phrase.head not in _KIN or len(same) != 1 or phrase.first != phrase.last - 1:
            return None
        return same[0] if 0 <= number - same[0].mentioned <= PRONOUN_REACH else None

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
        introduced = [
            one
            for one in people
            if one.named_in
            and one.named_in.end <= begins
            # Nobody answers the questions of a page of help on a "Disability Placard".
            and (one.woman is not None or one.honorific or one.roles or one.traits)
        ]
        return min(introduced, key=lambda one: one.named_in or Span(0, 0), default=None)

    def _people(self) -> list[Speaker]:
        return [one for one in self._by_ends.values() if not one.group]


def _judges(sentence: Sentence, index: int) -> bool:
    """Whether a verb tells what somebody thinks of others aloud: "slammed", "defended"."""
    verb = sentence.tokens[index].verb if index < len(sentence) else None
    return verb is not None and verb.tense in {"past", "present"} and verb.lemma in _JUDGING


def _from_whom(sentence: Sentence) -> Phrase | None:
    """Who answered something: "That drew a sharp reply from Ines Falk"."""
    for phrase in sentence.phrases():
        answered = sentence.low(phrase.first - 1) == "from" and (
            sentence.low(phrase.first - 2) in _ANSWERS
        )
        if phrase.kind == "name" and answered:
            return phrase
    return None


def _describes_name(sentence: Sentence, role: Phrase) -> bool:
    """Whether a role only tells of the name before it: "Ines Falk, a mother of four, said"."""
    if role.definite or sentence.low(role.first - 1) != ",":
        return False
    last = role.first - 2
    if sentence.low(last).isdigit() and sentence.low(last - 1) == ",":
        last -= 2  # "Ines Falk, 52, a mother of four,"
    return any(one.kind == "name" and one.last == last for one in sentence.phrases())


def _is_other_kind(head: str, group: Speaker) -> bool:
    """Whether "the company" cannot be an organisation that is said to be a regulator."""
    words = {*group.parts, *(fold(word) for role in group.roles for word in role.split())}
    others = (
        _PUBLIC | _CAMPAIGNING
        if head in _TRADING
        else _OF_STATES
        if head in _PRIVATE
        else frozenset()
    )
    return head not in words and not others.isdisjoint(words)
