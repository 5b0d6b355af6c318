# Sourced by the tools. Says what it does, and asks for the administrator's password only when something is missing.

say() { printf '%s\n' "-- $*"; }

# The names in a list of packages, without comments.
package_names() { sed 's/#.*//' "$@" | tr -s '[:space:]' '\n' | sed '/^$/d'; }

# need_packages LIST…: installs the Debian packages of the lists that are not there yet.
need_packages() {
  local name missing=()
  for name in $(package_names "$@"); do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null)" = installed ] || missing+=("$name")
  done
  if [ "${#missing[@]}" -eq 0 ]; then
    say "all packages are there"
    return
  fi
  local become=()
  [ "$(id -u)" -eq 0 ] || become=(sudo)
  say "installing with apt-get: ${missing[*]}"
  "${become[@]}" apt-get update -qq
  "${become[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

# npm brings the SCORM control documents and the tools of the browser tests. Some machines have it from elsewhere than
# Debian, and the two do not go together: it is only installed when the command is missing.
need_npm() {
  command -v npm >/dev/null && return
  local names
  names=$(mktemp)
  printf 'nodejs\nnpm\n' >"$names"
  need_packages "$names"
  rm -f "$names"
}
