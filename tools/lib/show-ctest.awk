# Shows, of the output of `ctest --verbose`, one line for each test and everything that a failed one said.
/^[0-9]+: / {
  test = $1; sub(/:.*/, "", test)
  text = $0; sub(/^[0-9]+: ?/, "", text)
  said[test] = said[test] text "\n"
  next
}
/^ *[0-9]+\/[0-9]+ Test +#[0-9]+:/ {
  match($0, /#[0-9]+/); test = substr($0, RSTART + 1, RLENGTH - 1)
  if ($0 !~ / Passed /) printf "%s", said[test]
  print
}
