#!/bin/sh
# Compiles the small programs of bench/pairs, looks at their class files and prints how many leaks are found.
#
#   bench/pairs.sh OUT [collections|threads|trackers]
#
# OUT  folder for the class files and the SARIF files
#
# Each pNNN is a program with a heap leak (leak) and its repair (fixed), each cNNN one that looks alike and is fine (clean);
# leaks.tsv and clean.tsv say where to look. Compiles what changed of leakcheck first; NO_BUILD=1 skips that.
set -e
here=$(cd "$(dirname "$0")" && pwd)
[ $# -ge 1 ] || { sed -n '2,9s/^# \{0,1\}//p' "$0" >&2; exit 2; }
mkdir -p "$1"
out=$(cd "$1" && pwd)

release() { # program variant version
  [ -d "$1/$2" ] || return 0
  folder=$work/rel/suite/$(basename "$1")/$3
  rm -rf "$folder"
  mkdir -p "$folder/classes"
  find "$1/$2" -name '*.java' >"$folder/files.txt"
  javac -g -nowarn --release 17 -d "$folder/classes" @"$folder/files.txt"
  jar cf "$folder/artifact.jar" -C "$folder/classes" .
  jar cf "$folder/sources.jar" -C "$1/$2" .
  : >"$folder/classpath.txt"
}

for suite in ${2:-collections threads trackers}; do
  programs=$here/pairs/$suite
  work=$out/$suite/work
  for program in "$programs"/[pc]*; do
    release "$program" leak 1
    release "$program" fixed 2
    release "$program" clean 1
  done
  "$here/replay.sh" "$programs/leaks.tsv" "$work" "$out/$suite/found" --engines bytecode 2>"$out/$suite/replay.log"
  NO_BUILD=1 "$here/replay.sh" "$programs/clean.tsv" "$work" "$out/$suite/found" --engines bytecode --keep 2>>"$out/$suite/replay.log"
  echo "$suite:"
  MAIN=HeapScore NO_BUILD=1 "$here/replay.sh" "$programs/leaks.tsv" "$programs/clean.tsv" "$out/$suite/found"
done
