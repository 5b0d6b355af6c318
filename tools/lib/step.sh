# Sourced by the steps of tools/run-tests.
set -euo pipefail
source tools/lib/setup.sh

# count PASSED FAILED: adds to the counts of the run.
count() { echo "$1 $2" >>"${COUNTS:-/dev/null}"; }

# check NAME COMMAND…: one test that passes when the command succeeds; its output is shown when it does not.
check() {
  local name=$1 output
  shift
  if output=$("$@" 2>&1); then
    count 1 0
  else
    say "FAILED: $name"
    printf '%s\n' "$output"
    count 0 1
  fi
}

# must NAME COMMAND…: not a test itself, but a failure when it fails; the step then ends.
must() {
  local name=$1 output
  shift
  output=$("$@" 2>&1) && return
  say "FAILED: $name"
  printf '%s\n' "$output" | tail -100
  count 0 1
  exit 1
}

# run_ctest PRESET [OPTIONS]: runs the tests of a build, shows those that fail, and counts: the cases of the programs
# that say how many they had, one for each of the others.
run_ctest() {
  local preset=$1 log
  shift
  log=build/$preset/ctest.log
  ctest --preset "$preset" --verbose --parallel "$(nproc)" "$@" >"$log" 2>&1 || true
  awk -f tools/lib/count-ctest.awk "$log" >>"${COUNTS:-/dev/null}"
  awk -f tools/lib/show-ctest.awk "$log"
  grep -q '^[0-9]* *tests\{0,1\} passed\|% tests passed' "$log" || { tail -20 "$log"; count 0 1; }
}
