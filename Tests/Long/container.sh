#!/usr/bin/env bash
# The service under a real systemd: boots a minimal system in a container, with the unit, the configuration
# and the folders as they are installed, and tries there what no test in a process can.
#
#   container.sh BINARY [ROOT]
#
# ROOT is a minimal system, made with debootstrap if it is not there; it is kept and never changed; each run
# has a copy of its own. Needs root, debootstrap, systemd-nspawn, and a Debian host whose apt sources work.
set -euo pipefail
usage="usage: container.sh BINARY [ROOT]"
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
binary=$(realpath "${1:?$usage}")
base=${2:-${XDG_CACHE_HOME:-/var/cache}/copytaster/container-root}
limit=300 # seconds from boot to power-off; about 65 are usual

[ "$(id -u)" -eq 0 ] || { echo "container.sh needs root" >&2; exit 1; }
[ -x "$binary" ] || { echo "container.sh: $binary is no program" >&2; exit 1; }
for tool in debootstrap systemd-nspawn ldd; do
  command -v "$tool" >/dev/null || { echo "container.sh needs $tool" >&2; exit 1; }
done

libraries() { { ldd "$binary" 2>/dev/null || true; } | awk '$2 == "=>" && $3 ~ /^\// { print $3 }'; }

# The packages of this host that the binary's libraries come from. The rest (Swift's own) is copied.
library_packages() {
  local library
  libraries | while read -r library; do
    dpkg -S "$library" "$(realpath "$library")" 2>/dev/null | sed 's/:.*//' || true
  done | sort -u
}

make_base() {
  local codename mirror proxy
  # shellcheck source=/dev/null
  codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
  # shellcheck disable=SC2016  # apt's own placeholders
  mirror=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
    awk -v codename="$codename" '$2 == codename && $3 == "main" { print $1; exit }')
  [ -n "$mirror" ] || { echo "no source of $codename main in apt's sources" >&2; exit 1; }
  eval "$(apt-config shell proxy Acquire::http::Proxy)"
  if [ -n "${proxy:-}" ] && [ "$proxy" != DIRECT ]; then export http_proxy=$proxy; fi
  mkdir -p "$(dirname "$base")"
  rm -rf --one-file-system "$base.part"
  echo "making a minimal $codename in $base" >&2
  debootstrap --variant=minbase --include="$({ printf '%s\n' systemd dbus; library_packages; } | paste -sd,)" \
    "$codename" "$base.part" "$mirror" >"$base.log" 2>&1 || { tail -n 20 "$base.log" >&2; exit 1; }
  rm -rf "$base.part/var/cache/apt/archives" "$base.part/var/lib/apt/lists"
  mv "$base.part" "$base"
}

install_copytaster() {
  local library
  DESTDIR=$root PREFIX=/usr "$here/scripts/place" "$binary"
  libraries | while read -r library; do
    [ -e "$root$library" ] || install -D -m 644 "$library" "$root$library"
  done
  chroot "$root" systemd-sysusers 2>/dev/null
}

install_test() {
  local units=$root/etc/systemd/system
  mkdir -p "$root/test" "$units/copytaster.service.d"
  cp -r "$here/samples/inbox" "$root/test/samples"
  chmod -R a+rX "$root/test"
  chroot "$root" useradd --groups copytaster desk # delivers stories, is not the daemon
  printf '[Service]\nWatchdogSec=10\n' >"$units/copytaster.service.d/test.conf"
  write_deliver >"$root/test/deliver"
  write_probe >"$root/test/probe"
  write_run >"$root/test/run"
  # The probe runs under the very unit, but for what is run.
  sed -E -e 's|^ExecStart=.*|ExecStart=/bin/bash /test/probe|' -e 's/^Type=.*/Type=oneshot/' \
    -e '/^(WatchdogSec|Restart|RestartSec|ExecReload|NotifyAccess)=/d' "$here/systemd/copytaster.service" \
    >"$units/probe.service"
  cat >"$units/run-test.service" <<'U'
[Unit]
SuccessAction=poweroff
FailureAction=poweroff
[Service]
Type=oneshot
ExecStart=/bin/bash /test/run
TimeoutStartSec=240
[Install]
WantedBy=multi-user.target
U
  systemctl --root="$root" enable --quiet copytaster.service run-test.service
}

# deliver FILE…: as a delivering program does it, by renaming.
write_deliver() {
  cat <<'S'
set -eu
umask 007
spool=/var/spool/copytaster
for file; do
  outlet=$(basename "$(dirname "$file")")
  mkdir -p "$spool/inbox/$outlet"
  cp "$file" "$spool/stage/${file##*/}"
  mv "$spool/stage/${file##*/}" "$spool/inbox/$outlet/"
done
S
}

# What a program under the unit can do that it should not, a line each; nothing when all is well.
write_probe() {
  cat <<'S'
exec >/var/lib/copytaster/probe 2>/dev/null
for folder in /etc /usr/bin /var/lib /var/log /root /home /run /dev /dev/shm /sys /boot /; do
  touch "$folder/written" && echo "wrote below $folder"
done
find / -path /proc -prune -o -type d -writable -print |
  grep -vE '^(/var)?/tmp(/|$)|^/var/(lib|spool)/copytaster(/|$)' | sed 's/^/could write below /'
touch /tmp/private
touch /var/spool/copytaster/work/written || echo "could not write to the spool"
rm -f /var/spool/copytaster/work/written
touch /proc/sys/kernel/hostname && echo "could set the host's name"
cat /proc/1/cmdline && echo "saw another's process"
unshare --mount true && echo "made a namespace"
(exec 3<>/dev/udp/127.0.0.1/9) && echo "opened a socket"
[ "$(id -un)" = copytaster ] || echo "ran as $(id -un)"
echo finished
S
}

# Runs inside, writes its verdicts to /test/verdict.
write_run() {
  cat <<'S'
exec >/test/verdict 2>&1
export LC_ALL=C SYSTEMD_PAGER=cat SYSTEMD_COLORS=0
config=/etc/copytaster/copytaster.yaml
spool=/var/spool/copytaster

check() { # check NAME COMMAND…
  local name=$1 output
  shift
  if output=$("$@" 2>&1); then
    echo "ok      $name"
  else
    echo "FAILED  $name"
    tail -n 15 <<<"$output" | sed 's/^/        /'
  fi
}
within() { # within SECONDS COMMAND…: until it succeeds
  local end=$(($(date +%s%N) + $1 * 1000000000))
  shift
  until "$@"; do
    [ "$(date +%s%N)" -lt "$end" ] || { echo "not in time: $*"; "$@"; return 1; }
    sleep 0.1
  done
}
property() { systemctl show --value -p "$1" copytaster.service; }
lines() { journalctl -q -o cat -u copytaster.service "$@"; }
taster() { runuser -u copytaster -- copytaster "$@" --config "$config"; }
deliver() { runuser -u desk -- bash /test/deliver "$@"; }
set_key() { sed -i -E "s|^(  $1:).*|\1 $2|" "$config"; }

is_active() { systemctl is-active -q copytaster.service; }
is_process_other_than() { is_active && [ "$(property MainPID)" != "$1" ]; }
is_process() { [ "$(property MainPID)" = "$1" ] || { lines -n 10; false; }; }
said() { lines | grep -F -- "$1"; }
has_status() { systemctl status copytaster.service | grep -E 'Status: "(working|idle): '; }
wrote_nothing_else() { cat /var/lib/copytaster/probe && [ "$(cat /var/lib/copytaster/probe)" = finished ]; }
groups_three() {
  taster group --json | grep -E '"id":"(npa-002|harrow-003|calder-004)"' >/tmp/three
  cat /tmp/three
  [ "$(wc -l </tmp/three)" -eq 3 ] && [ "$(grep -oE '"group":[0-9]+' /tmp/three | sort -u | wc -l)" -eq 1 ]
}
spool_is_empty() {
  local left
  left=$(find $spool/inbox $spool/work $spool/stage -type f)
  echo "$left"
  [ -z "$left" ]
}
has_all() { # has_all COUNT: as many stories and as many files in done, each once
  taster group --json | grep -oE '"id":"[^"]*"' >/tmp/ids
  local stories once files
  stories=$(wc -l </tmp/ids)
  once=$(sort -u /tmp/ids | wc -l)
  files=$(find $spool/done -type f | wc -l)
  echo "$stories stories, $once of them once, $files files done, of $1"
  [ "$stories $once $files" = "$1 $1 $1" ]
}

becomes_active() { within 60 is_active >/dev/null || { lines -n 15; false; }; }
check "the service becomes active: READY came" becomes_active
is_active || { echo finished; exit; } # nothing else can be tried
check "systemctl status shows the STATUS text" within 5 has_status
modes=$(cd /var/lib/copytaster && stat -c '%U:%G %a' . copytaster.sqlite | xargs)
check "the store is the group's to read, nobody else's" \
  [ "$modes" = "copytaster:copytaster 750 copytaster:copytaster 640" ]

mapfile -t first < <(find /test/samples -name '00[234]-*.txt' | sort)
mapfile -t others < <(find /test/samples -name '*.txt' ! -name '00[234]-*' | sort)
total=$((${#first[@]} + ${#others[@]}))
check "another user of the group can deliver" deliver "${first[@]}"
check "three stories renamed into the inbox become a group" within 10 groups_three
check "their files are in done" within 5 has_all 3
check "the check finds nothing" taster check

process=$(property MainPID)
set_key level debug
check "a reload is accepted" systemctl reload copytaster.service
check "the changed configuration is taken over" within 5 said "configuration taken over"
set_key path /var/lib/copytaster/other.sqlite
systemctl reload copytaster.service
check "a change that needs a restart is refused" within 5 said "store.path can't change"
set_key path /var/lib/copytaster/copytaster.sqlite
check "the process is the same after reloads" is_process "$process"

# Killed twice in the midst of a delivery of all the other samples.
deliver "${others[@]}" &
for _ in 1 2; do
  process=$(property MainPID)
  sleep 0.3
  systemctl kill -s KILL copytaster.service
  check "killed, it is started again" within 15 is_process_other_than "$process"
done
wait $!
check "the spool is worked off" within 20 spool_is_empty
check "nothing is lost and nothing is there twice ($total stories)" within 10 has_all "$total"
check "the first group is still one" groups_three
check "the check finds nothing after the kills" taster check
check "the new level counts: commits are said" said "stored "

process=$(property MainPID)
kill -STOP "$process"
check "stopped dead, it is started again by the watchdog" within 40 is_process_other_than "$process"
check "it was the watchdog" said "Watchdog timeout"
process=$(property MainPID)
sleep 12
check "idle for longer than the watchdog's time, it is left alone" is_process "$process"

# Patience with a slow writer must not look like a hang.
set_key settle_seconds 40
set_key sweep_seconds 40
systemctl reload copytaster.service
sleep 1
process=$(property MainPID)
runuser -u desk -- bash -c "umask 007; echo 'Written in place.' >$spool/inbox/northgate/slow.txt"
sleep 25
check "waiting for a file to settle is no hang to the watchdog" is_process "$process"
rm -f $spool/inbox/northgate/slow.txt

# SIGHUP ends a process that does not expect it yet.
reload_at_once() {
  local process
  for _ in 1 2 3 4 5 6 7 8; do
    systemctl reset-failed copytaster.service
    systemctl restart copytaster.service
    process=$(property MainPID)
    systemctl reload copytaster.service
    sleep 0.5
    is_process "$process" || return 1
  done
}
check "a reload right after the start does not end it (8 times)" reload_at_once

within 15 is_active
started=$(date +%s%N)
systemctl stop copytaster.service
took=$((($(date +%s%N) - started) / 1000000))
check "it stops within 5 seconds (it took $took ms)" [ "$took" -lt 5000 ]
end="$(property ActiveState) $(property Result) $(property ExecMainStatus)"
check "it ends cleanly ($end)" [ "$end" = "inactive success 0" ]

own() { lines SYSLOG_IDENTIFIER=copytaster "$@"; }
check "notices have the priority of notices" grep -q "^started: " <(own -p notice..notice)
check "debug lines have the priority of debug lines" grep -q "^stored " <(own -p debug..debug)
none() { [ -z "$1" ] || { echo "$1"; false; }; }
check "the daemon does not complain about the sandbox" none "$(own | grep -E 'priority|not permitted')"
check "no priority is left in a line's text" none "$(lines | grep -E '^<[0-9]>')"
unexpected=$(lines -p err | grep -vE "^configuration refused as a whole.*store.path can't change|Watchdog timeout")
check "no errors but those provoked" none "$unexpected"

score=$(systemd-analyze security --offline=true /usr/lib/systemd/system/copytaster.service |
  sed -nE 's/.*exposure level[^:]*: ([0-9.]+).*/\1/p')
check "exposure is at most 1.5 (it is $score)" awk -v s="${score:-10}" 'BEGIN { exit !(s <= 1.5) }'
check "verify has nothing to say" \
  none "$(systemd-analyze verify /usr/lib/systemd/system/copytaster.service 2>&1 | grep copytaster)"
check "a program under the unit runs" systemctl start probe.service
check "it can write to its folders and nowhere else, and has no network" wrote_nothing_else
echo finished
S
}

[ -d "$base" ] || make_base
root=$(mktemp -d "$base.run-XXXXXX")
trap 'rm -rf --one-file-system "$root" "$root.log"' EXIT
cp -a "$base/." "$root/"
install_copytaster
install_test
timeout --foreground --kill-after=15 "$limit" systemd-nspawn -q -D "$root" --register=no --keep-unit -b \
  </dev/null >"$root.log" 2>&1 || true

verdict=$root/test/verdict
touch "$verdict"
grep -v '^finished$' "$verdict" || true
passed=$(grep -c '^ok ' "$verdict" || true)
failed=$(grep -c '^FAILED ' "$verdict" || true)
if ! grep -q '^finished$' "$verdict"; then
  failed=$((failed + 1))
  echo "FAILED  the test ends within $limit seconds"
  tail -n 30 "$root.log" | sed 's/^/        /'
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
