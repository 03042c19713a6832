#!/usr/bin/env bash
# Takes out, one at a time, what a test is there for, and expects that test to fail. Each mutant is a patch whose first
# line names the tests; it is applied in a worktree of its own, to what is committed.
#
#   it-tests/mutants/run.sh [mutant ...]
set -euo pipefail
root=$(git rev-parse --show-toplevel)
mutants=("$@")
if [ ${#mutants[@]} -eq 0 ]; then
  mutants=("$root"/it-tests/mutants/*.patch)
fi

mkdir -p "$root/target"
tree="$root/target/mutant"
cleanup() { git -C "$root" worktree remove --force "$tree" 2>/dev/null || true; }
trap cleanup EXIT

survived=0
for patch in "${mutants[@]}"; do
  name=$(basename "$patch" .patch)
  tests=$(sed -n '1s/^tests: //p' "$patch")
  log="$root/target/mutant-$name.log"
  cleanup
  git -C "$root" worktree add --quiet --detach "$tree" HEAD
  git -C "$tree" apply "$patch"
  if (cd "$tree" && mvn -B verify -pl it-tests -am -Dspotless.check.skip=true -DskipUnitTests \
      -Dit.withoutConsole=true -Dit.test="$tests" -Dfailsafe.failIfNoSpecifiedTests=false >"$log" 2>&1); then
    echo "$name SURVIVED $tests"
    survived=1
  elif grep -q "There are test failures" "$log"; then
    echo "$name killed by:"
    grep -E '^\[ERROR\] +[A-Za-z0-9]+IT\.' "$log" | sed 's/^\[ERROR\] */  /' | cut -c1-140 | sort -u
  else
    echo "$name did not build; see $log"
    survived=1
  fi
done
exit $survived
