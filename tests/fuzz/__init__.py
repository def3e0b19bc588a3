"""Whatever comes in from outside, as chance makes it.

python -m tests.fuzz --minutes 10                     each entry point for ten minutes
python -m tests.fuzz --minutes 10 --only feeds

entries  the entry points, what is thrown at each, and what it may do: answer, or refuse in words
found    inputs that once did something else; each is tried in every run
"""
