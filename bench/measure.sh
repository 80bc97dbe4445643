#!/bin/sh
# Measures how many known leaks are found and what is said about ordinary libraries, and prints both.
#
#   bench/measure.sh leaks MANIFEST WORK OUT     unclosed resources: from class files, from source, and as users run it
#   bench/measure.sh heap  LEAKS CLEAN WORK OUT  heap leaks and members that look like some
#   bench/measure.sh noise MANIFEST WORK OUT [DRAW SEED]
#                                                findings per 1,000 code lines; DRAW of them to be read, drawn by SEED
#   bench/measure.sh agree MANIFEST WORK OUT SEED COMMAND
#                                                ten releases, drawn by SEED, also through COMMAND, a shell command with
#                                                the arguments: jar, sources folder, class path, SARIF file to write
#   bench/measure.sh fronts MANIFEST WORK OUT [REGEX]
#                                                what the front ends say of the same code with all types resolved
#   bench/measure.sh cost MANIFEST WORK OUT [REGEX]
#                                                processor time of the analysis beside that of javac, each in a JVM of
#                                                its own, one after the other
#
# MANIFEST, LEAKS, CLEAN, WORK and OUT are those of bench/replay.sh, which does the work in one JVM.
set -e
here=$(cd "$(dirname "$0")" && pwd)

usage() { sed -n '2,18s/^# \{0,1\}//p' "$0" >&2; exit 2; }

replay() { NO_BUILD=$built "$here/replay.sh" "$@" 2>>"$out/replay.log"; built=1; }
main() { name=$1; shift; MAIN=$name NO_BUILD=1 "$here/replay.sh" "$@"; }

what=$1
[ $# -ge 4 ] || usage
shift
built=$NO_BUILD
case $what in
  leaks)
    manifest=$1 work=$2 out=$3
    mkdir -p "$out"
    replay "$manifest" "$work" "$out/bytecode" --engines bytecode --cases
    replay "$manifest" "$work" "$out/source" --engines source --cases
    replay "$manifest" "$work" "$out/auto" --engines auto
    main LeakScore "$manifest" "bytecode=$out/bytecode" "source=$out/source" "auto=$out/auto"
    ;;
  heap)
    leaks=$1 clean=$2 work=$3 out=$4
    mkdir -p "$out"
    replay "$leaks" "$work" "$out/heap" --engines auto
    replay "$clean" "$work" "$out/heap" --engines auto --keep
    main HeapScore "$leaks" "$clean" "$out/heap"
    ;;
  noise)
    manifest=$1 work=$2 out=$3
    shift 3
    mkdir -p "$out"
    replay "$manifest" "$work" "$out/noise" --engines auto --min-confidence low
    main Noise "$manifest" "$work" "$out/noise" "$@"
    ;;
  agree)
    manifest=$1 work=$2 out=$3 seed=$4 command=$5
    [ -n "$command" ] || usage
    rm -rf "$out/drawn" "$out/plugin"
    mkdir -p "$out/drawn" "$out/plugin"
    main Drawn "$manifest" "$work" 10 "$seed" | while IFS="$(printf '\t')" read -r name folder classpath; do
      echo "$name" >&2
      replay "$manifest" "$work" "$out/drawn" --engines auto --only "^$name\$" </dev/null
      sh -c "$command"' "$@"' sh "$folder/artifact.jar" "$folder/sources-unpacked" "$classpath" "$out/plugin/$name.sarif" </dev/null
    done
    main Agreement "$manifest" "$out/drawn" "$out/plugin"
    ;;
  fronts)
    manifest=$1 work=$2 out=$3 only=$4
    mkdir -p "$out"
    replay "$manifest" "$work" "$out/classes" --engines bytecode --only "$only"
    replay "$manifest" "$work" "$out/resolved" --engines source --resolved --only "$only"
    main Agreement "$manifest" "$out/classes" "$out/resolved"
    ;;
  cost)
    manifest=$1 work=$2 out=$3 only=$4
    MAIN=Cost "$here/replay.sh" "$manifest" "$work" "$out" --engines bytecode --only "$only"
    ;;
  *) usage ;;
esac
