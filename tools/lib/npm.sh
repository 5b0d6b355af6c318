# npm packages by lock file. Source this.

# npm_install FOLDER: what its package-lock.json lists, once for each state of that file.
npm_install() {
  local lock=$1/package-lock.json stamp=$1/node_modules/.installed-lock.json
  cmp -s "$lock" "$stamp" && return
  # A registry may be slow for a moment: once more before giving up.
  npm_ci "$1" || npm_ci "$1" || return
  cp "$lock" "$stamp"
}
npm_ci() { npm ci --prefix "$1" --ignore-scripts --no-audit --no-fund --loglevel=error >&2; }
