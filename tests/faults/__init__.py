"""The bar that Byline holds itself to: fifty promises, each with what proves it.

python -m tests.faults                 all of it, in about 25 minutes
python -m tests.faults --smoke         a short version of the same
python -m tests.faults --only 5,14     some promises
python -m tests.faults.runs.drops      one run alone; `--help` tells its options

bar         the promises, and what proves each
proofs      how a proof is had: from the test suite, from a script of tests/torture, from a run
town        a bot in a process of its own, on the loopback Discord, and people who ask it
probed_bot  the same bot, with a look at how late its event loop is
runs        one file a run: load and faults, over sockets, with a seed
"""
