# To be read in by a POSIX shell: find_java sets java_home to a Java of 25 or newer, wherever that lies, and java_version
# to its version, or ends the script with a message. DGAS_JAVA_HOME names one. Needs a function say.

# Whether a folder holds a Java of 25 or newer: read from its release file, since starting it costs 50 ms. One that is older
# is remembered in older.
is_new_enough() {
  [ -n "$1" ] && [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
  while IFS='=' read -r name value; do
    [ "$name" = JAVA_VERSION ] || continue
    value=${value#\"}
    java_version=${value%%\"*}
    value=${value%%[!0-9]*}
    [ "${value:-0}" -lt 25 ] || return 0
    older="Java $java_version in $1"
    return 1
  done <"$1/release"
  return 1
}

find_java() {
  older=
  if [ -n "${DGAS_JAVA_HOME:-}" ]; then
    is_new_enough "$DGAS_JAVA_HOME" && java_home=$DGAS_JAVA_HOME && return
    say "DGAS_JAVA_HOME is $DGAS_JAVA_HOME, which holds no Java of 25 or newer${older:+ but $older}"
    exit 1
  fi
  for home in "${JAVA_HOME:-}" \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/local/java/* /opt/*jdk* /opt/*java* \
    "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* "${HOME:-}"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if is_new_enough "$home"; then
      java_home=$home
      return
    fi
  done
  on_path=$(command -v java) && on_path=$(readlink -f "$on_path") && is_new_enough "${on_path%/bin/java}" && {
    java_home=${on_path%/bin/java}
    return
  }
  say "needs Java 25 or newer and found ${older:-none}; install openjdk-25-jdk or temurin-25-jdk (macOS: brew install openjdk@25), or name the folder of one in DGAS_JAVA_HOME"
  exit 1
}
