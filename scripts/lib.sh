# scripts/lib.sh - what the scripts share; read by them with `.`, not run.
# Sets $source (the checkout). Everything here is plain POSIX sh.

source=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)

# The names Debian 12 has for what the program is built from. Font packages are named in fonts/fonts.yaml.
# gettext is needed later, too: `rightspack update` runs its msgmerge.
build_packages='gcc libc6-dev cmake ninja-build pkg-config gettext
    libglib2.0-dev libjson-glib-dev libyaml-dev libpango1.0-dev libcairo2-dev libfontconfig-dev
    libharfbuzz-dev librsvg2-dev libgettextpo-dev libharfbuzz-bin
    libjpeg-dev libarchive-dev libpoppler-glib-dev libthai-data'
test_packages='git python3 python3-pikepdf python3-pil python3-fonttools python3-yaml python3-polib translate-toolkit ghostscript qpdf poppler-utils clang-format strace parallel chromium'
# Node from elsewhere than Debian brings npm with it, and cannot stand beside Debian's.
command -v npm >/dev/null || test_packages="$test_packages nodejs npm"

say() {
    printf '%s\n' "$*" >&2
}

font_packages() {
    sed -n 's/^- *{.*[{, ]package: *\([a-z0-9.+-]*\).*/\1/p' "$source/fonts/fonts.yaml" | sort -u
}

# What brings the hyphenation dictionaries that the locales of @1, @2, ... name.
hyphen_packages() {
    for folder; do
        sed -n 's/^hyphenation: *{.*[{, ]package: *\([a-z0-9.+-]*\).*/\1/p' "$source/$folder"/*/locale.yaml
    done | sort -u
}

# Those of the packages that are not installed.
missing_packages() {
    installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null |
        sed -n 's/^installed //p') || true
    for package; do
        printf '%s\n' "$installed" | grep -qxF -e "$package" || printf '%s ' "$package"
    done
}

# Runs a command as the administrator, silent unless it fails.
as_root() {
    log=$(mktemp)
    status=0
    if [ "$(id -u)" = 0 ]; then
        "$@" >"$log" 2>&1 || status=$?
    else
        sudo "$@" >"$log" 2>&1 || status=$?
    fi
    [ "$status" = 0 ] || cat "$log" >&2
    rm -f "$log"
    return "$status"
}

# Installs what is missing of the packages named; does nothing, not even ask apt, when all are there.
need_packages() {
    if ! command -v dpkg-query >/dev/null; then
        say "This is not Debian: see to it yourself that you have what these packages bring:" "$@"
        return 0
    fi
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
        say "Packages are missing. As the administrator, run: apt-get install $missing"
        exit 5
    fi
    say "Installing: $missing"
    as_root apt-get -qq update || say "The list of packages could not be brought up to date; going on with the old one."
    # Word splitting is meant: a package a word.
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -qq --yes --no-install-recommends install $missing
}

# Builds one preset of CMakePresets.json into build/<preset>. The first build takes a minute, later ones what changed.
build_preset() {
    if [ ! -f "$source/build/$1/build.ninja" ]; then
        say "Configuring build/$1"
        (cd "$source" && cmake --preset "$1" --log-level=WARNING >/dev/null)
    fi
    say "Building build/$1"
    (cd "$source" && cmake --build --preset "$1" -- --quiet)
}
