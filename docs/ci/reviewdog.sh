#!/bin/sh
# Comments on a change through reviewdog, for GitHub, GitLab, Gerrit, Bitbucket and others:
#   docs/ci/reviewdog.sh github-pr-review     (or gitlab-mr-discussion, bitbucket-code-report, local, ...)
# With `local` it needs no service: it shows what is new since origin/main.
set -eu
reporter=${1:-local}
base=${2:-origin/main}

mvn -B -ntp verify -Dleakcheck.failOnViolation=false -Dleakcheck.annotations=none
reviewdog -f=sarif -name=leakcheck -reporter="$reporter" -filter-mode=added -fail-level=error \
  -diff="git diff $base" <target/leakcheck/leakcheck.sarif
