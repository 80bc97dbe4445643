#!/bin/sh
# Runs the analysis over published releases in one JVM; writes <group>__<artifact>__<version>.sarif for each.
#
#   bench/replay.sh MANIFEST WORK OUT [--engines auto|both|source|bytecode] [--min-confidence low|medium|high]
#                   [--jobs N] [--only REGEX] [--keep] [--notes]
#
# MANIFEST  TSV with columns groupId, artifactId and version (or buggyVersion and fixedVersion)
# WORK      folder with rel/<group>/<artifact>/<version>/{artifact.jar,sources.jar,classpath.txt}
# OUT       folder for the SARIF files
# --only    releases whose group__artifact__version the expression finds
# --cases   only the files named in the manifest's column file (class files are still read as a whole)
# --keep    leave out releases that have their file already
# --resolved  source is judged with the release's own classes in sight, so that all types resolve
# --bare    without the releases' dependencies, as where a lone file is judged
# --notes   print what could not be looked into
#
# MAIN=Cases looks only at the classes named in the manifest's column class, from class files: quick, for development.
# Compiles what changed first; NO_BUILD=1 skips that. JAVA_OPTS is passed to the JVM (default -Xmx3g).
set -e
cd "$(dirname "$0")/.." || exit 1
here=$(pwd)
cd "$OLDPWD"
path="$here/rules/target/bench-classpath.txt"
if [ -z "$NO_BUILD" ]; then
  mvn -q -B -o -f "$here/rules/pom.xml" test-compile
  if [ ! -s "$path" ] || [ "$here/rules/pom.xml" -nt "$path" ] || [ "$here/pom.xml" -nt "$path" ]; then
    mvn -q -B -f "$here/rules/pom.xml" dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile="$path"
  fi
fi
exec java ${JAVA_OPTS:--Xmx3g} -cp "$here/rules/target/test-classes:$here/rules/target/classes:$(cat "$path")" \
  io.github.leakcheck.bench.${MAIN:-Replay} "$@"
