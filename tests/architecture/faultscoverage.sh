#!/usr/bin/env bash
# Writes into docs/faults-coverage.md which test programs name which fault and invariant; with --check says whether it is
# up to date and changes nothing. A test names a row in a comment (`// S01`, `FAULTS D01`) or at the head or in brackets of a
# text (`"S01: …"`, `"… (M01)"`). Below tests/ui, where U… are rows of the window's own list, a comment has to say FAULTS.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
document=docs/faults-coverage.md
draft=$(mktemp)
trap 'rm -f "$draft"' EXIT

# "ID path" for every naming, path without tests/ and ending.
names() {
    find tests -type f \( -name '*.cpp' -o -name '*.h' -o -name '*.sh' -o -name '*.js' -o -name '*.patch' \) \
        ! -path tests/architecture/faultscoverage.sh -print0 | LC_ALL=C sort -z | xargs -0 awk '
        function take(text,   id) {
            while (match(text, /[SWMTDPURAHI][0-9][0-9]/)) {
                id = substr(text, RSTART, 3)
                if ((RSTART == 1 || substr(text, RSTART - 1, 1) !~ /[A-Za-z0-9_]/) && substr(text, RSTART + 3, 1) !~ /[A-Za-z0-9_]/)
                    if (substr(id, 1, 1) != "U" || FILENAME !~ /^tests\/ui\// || text ~ /FAULTS/)
                        print id, place
                text = substr(text, RSTART + 3)
            }
        }
        FNR == 1 { place = FILENAME; sub(/^tests\//, "", place); sub(/\.(cpp|h|sh|js)$/, "", place) }
        {
            line = $0
            gsub(/`[^`]*`/, "", line)
            comment = match(line, /\/\/|^ *\* |^# /) ? substr(line, RSTART) : ""
            take(comment)
            while (match(line, /"[SWMTDPURAHI][0-9][0-9](, [SWMTDPURAHI][0-9][0-9])*[:,"]|\([SWMTDPURAHI][0-9][0-9]\)"/)) {
                found = substr(line, RSTART, RLENGTH)
                line = substr(line, RSTART + RLENGTH)
                take(found)
            }
        }' | LC_ALL=C sort -u
}

# The first two columns and the last are kept; the third is the list.
names | awk -F' *[|] *' '
    NR == FNR { split($0, pair, " "); tests[pair[1]] = tests[pair[1]] (tests[pair[1]] ? ", " : "") "`" pair[2] "`"; next }
    /^\| [SWMTDPURAHI][0-9][0-9] \|/ {
        held = tests[$2]
        kind = $2 ~ /^I/ ? "invariants" : "faults"
        ++all[kind]
        if (held) ++named[kind]
        lines[++count] = "| " $2 " | " $3 " | " (held ? held : "–") " | " $5 " |"
        next
    }
    { lines[++count] = $0 }
    END {
        for (i = 1; i <= count; ++i) {
            if (lines[i] ~ /^Named by a test: /)
                lines[i] = "Named by a test: " named["faults"]+0 " of " all["faults"] " faults and " named["invariants"]+0 " of " all["invariants"] " invariants."
            print lines[i]
        }
    }' - "$document" >"$draft"

if [[ ${1:-} == --check ]]; then
    if ! diff -u "$document" "$draft"; then
        echo "$document is not what the tests say: run tests/architecture/faultscoverage.sh" >&2
        exit 1
    fi
else
    cp "$draft" "$document"
    grep '^Named by' "$document"
fi
