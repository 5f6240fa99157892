#!/bin/sh
# Find a Chromium and a Firefox for the browser tests, or install Debian's where that is possible.
have() {
  for name in "$@"; do command -v "$name" >/dev/null && return 0; done
  return 1
}
install() {
  command -v apt-get >/dev/null || return 1
  root=
  [ "$(id -u)" = 0 ] || { sudo -n true 2>/dev/null && root=sudo; } || return 1
  $root apt-get update -qq && $root apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}
# Without a Firefox its tests are skipped, and say so: that it cannot be installed is no mistake.
have firefox-esr firefox || install firefox-esr >/dev/null 2>&1
have chromium chromium-browser google-chrome || install chromium fonts-liberation && exit 0
echo "No Chromium here, and none could be installed: the browser tests will be skipped. Install the package 'chromium' to run them." >&2
