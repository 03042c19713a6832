# Runs a server so that it cannot outlive the program that started it.
#
#   sh guard.sh <seconds> <command> [argument ...]
#
# The starting program holds the other end of standard input. It stops the server by closing it, and the operating
# system closes it when that program dies, however it dies: even SIGKILL leaves no orphan behind.

grace=$1
shift

# Ctrl-C and a closing terminal reach every process of the foreground group at once; only the starting program
# decides what they mean.
trap : INT HUP

# A session of its own keeps the terminal's signals away from the server and gives its processes one group to kill.
own_session=
command -v setsid >/dev/null 2>&1 && own_session=setsid

exec 3<&0
$own_session "$@" </dev/null 3<&- &
server=$!

kill_what_is_left() {
  if [ -n "$own_session" ]; then
    kill -KILL "-$server" 2>/dev/null
  elif kill -0 "$server" 2>/dev/null; then
    pkill -KILL -P "$server" 2>/dev/null
    kill -KILL "$server" 2>/dev/null
  fi
}

stop() {
  kill -TERM "$server" 2>/dev/null
  left=$grace
  while [ "$left" -gt 0 ] && kill -0 "$server" 2>/dev/null; do
    sleep 1
    left=$((left - 1))
  done
  kill_what_is_left
}

trap stop TERM

(
  trap - TERM
  while read -r line; do :; done
  stop
) <&3 &
watcher=$!
exec 3<&-

# A trapped signal ends wait early, so look whether the server is really gone.
while :; do
  wait "$server"
  status=$?
  kill -0 "$server" 2>/dev/null || break
done

kill "$watcher" 2>/dev/null
kill_what_is_left
exit "$status"
