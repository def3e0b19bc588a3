#!/bin/sh
# Runs the bot in a container, whose supervisor knows no exit codes but "0" and "not 0".
#   - What only its owner can mend (78: the token, an intent) ends the container with 0, for good:
#     each further start would log in again, and Discord resets a token that logs in too often.
#   - After a crash it waits, so that the container starts at most twelve times an hour.
set -u
pause=${BYLINE_CRASH_PAUSE:-300}
started=

stop() {
    trap '' TERM INT
    # By $!, which is set where the variable behind it may not be yet.
    case $started in
        bot) kill -TERM "${!:-}" 2>/dev/null && wait "$!" ;;
        # A process that has just been forked may miss TERM, but not KILL.
        pause) kill -KILL "${!:-}" 2>/dev/null ;;
    esac
    exit 0
}
trap stop TERM INT

byline index update --quiet || echo "The sample articles were not taken up; see above." >&2
begun=$(date +%s)
started=bot
byline run &
wait "$!"
code=$?
started=
[ "$code" = 0 ] && exit 0
if [ "$code" = 78 ]; then
    echo "Not started again: settings have to be changed first." >&2
    exit 0
fi
left=$((begun + pause - $(date +%s)))
if [ "$left" -gt 0 ]; then
    echo "Ended with $code; to be started again in $left s." >&2
    started=pause
    sleep "$left" &
    wait "$!"
fi
exit "$code"
