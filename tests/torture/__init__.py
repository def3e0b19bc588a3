"""What Byline must survive, tried many times over with seeded chance.

Each module is a script run by hand (`python -m tests.torture.kills --moments 200`) and the source
of a short version in the test suite. A trial is known by its seed and its number, so that whatever
fails can be run again alone; every failure prints the command line for that.

    kills       kill -9 in the midst of a change
    interrupts  Ctrl-C in the midst of a change
    histories   a folder that changes, updated step by step, against a clean build
    orders      the same articles in any order, process and hash seed
    damage      files that are not what was written
    disk        no room, no permission, no file handles, no memory
    powercuts   the order of what reaches the disk, power loss and failure after each operation
    crowd       a hundred people in twenty channels who ask at once, each answered once and soon
    writers     several writers at once, a locked library, and a reader meanwhile
"""
