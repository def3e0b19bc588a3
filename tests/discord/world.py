"""The world behind the server: servers, channels, people and what they do.

Its memory and its rules are simcord's backend; this file gives them the verbs tests speak in.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from simcord._clock import Clock  # the only way to give its backend another clock
from simcord.backend import Backend, permissions, serializers
from simcord.backend.models import AllowedMentions, Overwrite
from simcord.enums import OverwriteType

from tests.discord import interactions
from tests.discord.interactions import Response
from tests.discord.payloads import Json, JsonValue, Message
from tests.discord.watch import Watch

CONTENT_INTENT = 1 << 15
_FIRST_UNSEEN = 1 << 40  # an id that no other thing has


class ForwardableClock(Clock):
    """The machine's clock, which a test may put forward instead of waiting."""

    def now(self) -> datetime:
        return datetime.now(UTC) + timedelta(seconds=self.elapsed)


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel of a guild, or a direct conversation with the bot."""

    world: "World" = field(repr=False)
    id: int

    @property
    def mention(self) -> str:
        return f"<#{self.id}>"

    @property
    def messages(self) -> list[Message]:
        """Everything said here that stands for all to see, oldest first."""
        stored = self.world.backend.messages[self.id].values()
        return [self.world.message(self.id, each.id) for each in stored if not each.is_ephemeral]

    @property
    def bot_messages(self) -> list[Message]:
        """What the bot said here, oldest first; without answers still loading."""
        bot = self.world.backend.bot_user.id
        return [
            message
            for message in self.messages
            if message.author_id == bot and not message["flags"] & interactions.LOADING
        ]


@dataclass(frozen=True, slots=True)
class User:
    """A person, or the bot."""

    world: "World" = field(repr=False)
    id: int
    name: str

    @property
    def mention(self) -> str:
        return f"<@{self.id}>"


@dataclass(frozen=True, slots=True)
class Member(User):
    """A person who can speak to the bot."""

    has_own: bool = False  # whether they use the bot that they installed for themselves

    def with_own(self) -> "Member":
        """The same person, who has installed the bot for themselves."""
        return replace(self, has_own=True)

    async def say(
        self,
        channel: Channel,
        content: str,
        *,
        reply_to: Message | None = None,
        ping: bool = True,
    ) -> Message:
        """Post a message; `ping` is the reply's, as Discord asks for it beside each reply."""
        reference = {"message_id": str(reply_to.id)} if reply_to else None
        stored = self.world.backend.create_message(
            channel.id,
            self.id,
            content,
            reference=reference,
            allowed_mentions=AllowedMentions(everyone=False, replied_user=ping),
        )
        return self.world.message(channel.id, stored.id)

    async def edit(self, message: Message, content: str) -> Message:
        """Change one's own message."""
        self.world.backend.edit_message(message.channel_id, message.id, {"content": content})
        return self.world.message(message.channel_id, message.id)

    async def delete(self, message: Message) -> None:
        """Take one's own message back."""
        self.world.backend.delete_message(message.channel_id, message.id)

    @property
    def dm_channel(self) -> Channel:
        """The direct conversation with the bot."""
        return Channel(self.world, self.world.backend.get_dm_channel(self.id).id)

    async def dm(self, content: str, *, reply_to: Message | None = None) -> Message:
        """Write to the bot directly."""
        return await self.say(self.dm_channel, content, reply_to=reply_to)

    async def slash(self, channel: Channel, command: str, /, **options: JsonValue) -> Response:
        """Use a slash command ("ask", or "feeds add" for a subcommand) and wait for its answer.

        An option takes a text, a number, a yes or no, a `User` or a `Channel`.

        Raises:
            InvalidUseError: no such command was synced, or Discord would not send these options.
            TimeoutError: the bot did not answer in time.
        """
        data = interactions.slash_data(self.world.backend, self.id, channel.id, command, options)
        return await self._interact(channel, interactions.APPLICATION_COMMAND, data)

    async def message_command(self, command: str, target: Message) -> Response:
        """Use a command of a message's menu on `target`."""
        data = interactions.message_command_data(self.world.backend, command, target)
        channel = Channel(self.world, target.channel_id)
        return await self._interact(channel, interactions.APPLICATION_COMMAND, data)

    async def autocomplete(
        self, channel: Channel, command: str, option: str, typed: str, /, **filled: JsonValue
    ) -> list[Json]:
        """Type into an option and wait for the choices the bot offers."""
        data = interactions.slash_data(
            self.world.backend, self.id, channel.id, command, filled, typing=(option, typed)
        )
        answer = await self._interact(channel, interactions.AUTOCOMPLETE, data)
        return answer.choices

    async def click(
        self, message: Message, *, custom_id: str | None = None, label: str | None = None
    ) -> Response:
        """Click a button of a message and wait for what comes of it."""
        data = interactions.click_data(message, custom_id, label)
        channel = Channel(self.world, message.channel_id)
        return await self._interact(channel, interactions.COMPONENT, data, source=message)

    async def select(
        self, message: Message, custom_id: str, *values: interactions.Identified | str
    ) -> Response:
        """Choose in a menu of a message and wait for what comes of it."""
        data = interactions.select_data(self.world.backend, message, custom_id, values)
        channel = Channel(self.world, message.channel_id)
        return await self._interact(channel, interactions.COMPONENT, data, source=message)

    async def write(self, message: Message, opened: Response, text: str) -> Response:
        """Fill the modal that a button of a message opened, and wait for what comes of it."""
        if opened.modal is None:
            raise LookupError(f"no modal was opened: {opened}")
        data = interactions.modal_data(opened.modal, text)
        channel = Channel(self.world, message.channel_id)
        return await self._interact(channel, interactions.MODAL_SUBMIT, data, source=message)

    async def _interact(
        self, channel: Channel, kind: int, data: Json, source: Message | None = None
    ) -> Response:
        record = interactions.begin(
            self.world.backend, self.id, channel.id, kind=kind, data=data, source=source,
            is_theirs=self.has_own, is_private=channel.id in self.world.private_ids,
        )  # fmt: skip
        return await self.world.response_to(record)


@dataclass(frozen=True, slots=True)
class Role:
    """A role of a server."""

    world: "World" = field(repr=False)
    id: int


@dataclass(frozen=True, slots=True)
class Guild:
    """A server the bot is in."""

    world: "World" = field(repr=False)
    id: int
    name: str

    def add_channel(self, name: str, *, bot_may_not: Iterable[str] = ()) -> Channel:
        """A new text channel; `bot_may_not` names permissions the bot lacks in it."""
        backend = self.world.backend
        denied = sum(permissions.flag(name) for name in bot_may_not)
        overwrites = [Overwrite(backend.bot_user.id, OverwriteType.MEMBER, deny=denied)]
        channel = backend.create_channel(
            self.id, name, overwrites=overwrites if denied else [], announce=True
        )
        return Channel(self.world, channel.id)

    def add_member(self, who: str | Member) -> Member:
        """A new person by name, or one from another server, joins this one."""
        backend = self.world.backend
        member = who if isinstance(who, Member) else self.world.add_user(who)
        backend.add_member(self.id, member.id, announce=True)
        return member

    def add_role(self, name: str, *permitted: str) -> Role:
        """A new role with these permissions."""
        flags = sum(permissions.flag(each) for each in permitted)
        role = self.world.backend.create_role(self.id, name, permissions=flags)
        return Role(self.world, role.id)

    def give(self, member: Member, role: Role) -> None:
        """Give somebody a role."""
        self.world.backend.add_member_role(self.id, member.id, role.id)

    def take(self, member: Member, role: Role) -> None:
        """Take a role from somebody."""
        self.world.backend.remove_member_role(self.id, member.id, role.id)

    def remove(self) -> None:
        """Remove the bot from this server."""
        self.world.backend.remove_guild(self.id)


class World:
    """Everything Discord knows."""

    def __init__(self, watch: Watch, *, privileged_intents: int, patience: float) -> None:
        self.backend = Backend(clock=ForwardableClock())
        self.backend.bot_user.name = "byline"
        self.watch = watch
        self.privileged_intents = privileged_intents  # those granted in the developer portal
        self.patience = patience  # seconds
        self.callback_types: dict[int, int] = {}  # of each interaction answered, by its id
        self.unseen_ids: set[int] = set()  # of servers that the bot is not in
        self.private_ids: set[int] = set()  # of conversations that the bot is no part of
        self.nonces: dict[tuple[int, str], int] = {}  # channel and nonce -> message

    @property
    def content_access(self) -> bool:
        """Whether the bot may read messages that do not mention it."""
        return bool(self.privileged_intents & CONTENT_INTENT)

    def add_guild(self, name: str) -> Guild:
        """A new server with the bot in it, and no channels yet."""
        return Guild(self, self.backend.create_guild(name).id, name)

    def add_guild_without_bot(self, name: str) -> Guild:
        """A new server that the bot is not in: people there may have it for themselves."""
        guild_id = _FIRST_UNSEEN + len(self.unseen_ids)
        self.unseen_ids.add(guild_id)
        return Guild(self, self.backend.create_guild(name, id=guild_id).id, name)

    def add_conversation(self, *people: Member) -> Channel:
        """A conversation of people that the bot is no part of."""
        guild = self.add_guild_without_bot("nowhere")  # which its memory needs, and nobody is told
        channel = guild.add_channel("conversation")
        for one in people:
            guild.add_member(one)
        self.private_ids.add(channel.id)
        return channel

    def add_user(self, name: str) -> Member:
        """A new person, in no server, who can write to the bot directly."""
        return Member(self, self.backend.make_user(name).id, name)

    def message(self, channel_id: int, message_id: int) -> Message:
        """A message as it stands now."""
        stored = self.backend.get_message(channel_id, message_id)
        return Message(dict(serializers.message_payload(self.backend, stored)))

    async def response_to(self, record: interactions.Record) -> Response:
        """What the bot makes of an interaction, once it is complete."""
        await self.watch.until(
            lambda: record.responded,
            seconds=interactions.FIRST_ANSWER_SECONDS,
            what=f"the first answer to {interactions.described(record)}",
        )
        await self.watch.until(
            lambda: not interactions.loading(self.backend, record),
            seconds=self.patience,
            what=f"the answer to {interactions.described(record)}, deferred before",
        )
        return Response(
            interaction_id=record.id,
            callback_type=self.callback_types[record.id],
            message=self._message_or_none(record.channel_id, record.message_id),
            choices=list(record.autocomplete_choices or []),
            modal=record.modal,
            _followups=lambda: [
                self.message(record.channel_id, each)
                for each in record.followup_ids
                if each in self.backend.messages[record.channel_id]
            ],
        )

    def _message_or_none(self, channel_id: int, message_id: int | None) -> Message | None:
        if message_id is None or message_id not in self.backend.messages[channel_id]:
            return None
        return self.message(channel_id, message_id)
