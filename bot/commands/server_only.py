"""Commands that are of use only in a server that the bot was added to.

Everything is said, for what is left unset is what the tree allows: all places, all installations.
"""

from discord import app_commands

IN_SERVERS = app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False)
BY_SERVERS = app_commands.AppInstallationType(guild=True, user=False)
