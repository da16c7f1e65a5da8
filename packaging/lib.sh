# Shared by packaging/run, packaging/test and .ci/run; to be sourced. Leaves the shell in the root of the tree.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# The lists of packages; a script that needs more adds its own before install_dependencies.
package_lists=(packaging/dependencies.txt)

# What the lists name and this machine lacks, into the array `missing`.
find_missing_packages() {
    local name rest installed
    missing=()
    # One call for all names: it lists those it knows and complains about the others, which is not an error here.
    local -a wanted=()
    while IFS='| ' read -r name rest; do
        [[ -z $name || $name == '#'* ]] || wanted+=("$name")
    done < <(cat "${package_lists[@]}")
    installed=" $(dpkg-query -W -f '${db:Status-Status}:${Package} ' "${wanted[@]}" 2>/dev/null || true)"
    for name in "${wanted[@]}"; do
        [[ $installed == *" installed:$name "* ]] || missing+=("$name")
    done
}

# Installs what is missing; a machine that has everything pays one dpkg-query.
install_dependencies() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        echo "This is not a Debian system: the build goes on with what is here; packaging/dependencies.txt lists what it needs."
        return
    fi
    find_missing_packages
    ((${#missing[@]})) || return 0
    local -a as_root=()
    if ((EUID != 0)); then
        if ! command -v sudo >/dev/null; then
            echo "Missing packages, and no sudo to install them with. As root: apt-get install ${missing[*]}" >&2
            return 1
        fi
        as_root=(sudo)
    fi
    echo "Installing ${#missing[@]} Debian packages: ${missing[*]}"
    local -a apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Acquire::Retries=3 -o Dpkg::Use-Pty=0)
    local log
    log=$(mktemp)
    # A thousand lines of unpacking help nobody, unless it fails.
    if ! { "${apt[@]}" update && "${apt[@]}" install --yes --no-install-recommends "${missing[@]}"; } </dev/null >"$log" 2>&1; then
        tail -n 30 "$log" >&2
        echo "The packages could not be installed; all that apt said is in $log" >&2
        return 1
    fi
    rm -f "$log"
}

# build PRESET [TARGET…]: configures where needed and builds the targets, or everything.
build() {
    local preset=$1
    shift
    # Ninja configures again by itself when a CMakeLists.txt changes, but it does not watch the presets.
    if [[ ! build/$preset/build.ninja -nt CMakePresets.json ]]; then
        cmake --preset "$preset"
    fi
    cmake --build --preset "$preset" ${1:+--target "$@"}
}
