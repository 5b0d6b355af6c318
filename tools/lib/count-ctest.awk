# Counts in the output of `ctest --verbose`: prints "PASSED FAILED", one line for each program.
# A line of a test's own output is "12: text"; "12/20 Test #12: name ... Passed" ends it.

# [doctest] test cases: 33 | 32 passed | 1 failed | 0 skipped
/^[0-9]+: \[doctest\] test cases:/ {
  split($1, number, ":"); test = number[1]
  match($0, /[0-9]+ passed/); cases_passed[test] += substr($0, RSTART, RLENGTH) + 0
  match($0, /[0-9]+ failed/); cases_failed[test] += substr($0, RSTART, RLENGTH) + 0
  counted[test] = 1
}
# golden: 12 passed, 0 failed, 0 updated
/^[0-9]+: [a-z]+: [0-9]+ passed, [0-9]+ failed/ {
  split($1, number, ":"); test = number[1]
  cases_passed[test] += $3; cases_failed[test] += $5
  counted[test] = 1
}
/^ *[0-9]+\/[0-9]+ Test +#[0-9]+:/ {
  match($0, /#[0-9]+/); test = substr($0, RSTART + 1, RLENGTH - 1)
  good = $0 ~ / Passed /
  if (!counted[test]) print good ? "1 0" : "0 1"
  else if (good || cases_failed[test] > 0) print cases_passed[test] + 0, cases_failed[test] + 0
  else print cases_passed[test] + 0, 1     # died after it had counted
}
