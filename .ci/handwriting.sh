#!/usr/bin/env bash
# What the handwriting model is built from, and how: sourced by `run`, which then knows `handwriting`.
#
# Both packages come by npm, from wherever npm on this machine is set up to look; what comes must be what is named here.

HANDWRITING_PACKAGES=(
    # the middle lines of strokes (Arphic Public License)
    'hanzi-writer-data 2.0.1 72baf3d82b114e60d6e40ea05f24d2262a05cd39d544e2f322ba2fceb7beff15'
    # which parts a character has and how they stand
    'hanzi 3.2.0 87e19be331e6cdb0b59c1a4a5f843cdcb338102861aa979a551ef81fe1ad1907'
)
HANDWRITING_DIR=$ROOT/build/handwriting
HANDWRITING_MODEL=assets/handwriting/characters.cyhw

# Prints the folder of the unpacked package.
handwriting_fetch() { # name version sha256
    local folder=$HANDWRITING_DIR/$1-$2 archive=$HANDWRITING_DIR/$1-$2.tgz
    if [[ ! -f $folder/package.json ]]; then
        say "fetching $1 $2"
        (cd "$HANDWRITING_DIR" && npm pack --silent "$1@$2" >/dev/null) ||
            die "npm could not fetch $1 $2; is the network up, and is npm set up for this machine?"
        printf '%s  %s\n' "$3" "$archive" | sha256sum --check --quiet - >/dev/null 2>&1 ||
            die "$archive is not the package that was expected; look at it, then .ci/handwriting.sh"
        mkdir -p "$folder"
        tar -xzf "$archive" -C "$folder" --strip-components=1
    fi
    printf '%s' "$folder"
}

# npm is needed for this alone, so only this installs it.
handwriting_need_npm() {
    local -a as_root=()
    if command -v npm >/dev/null; then return 0; fi
    mkdir -p "$DEPS_DIR"
    : >"$DEPS_LOG"
    deps_become_root
    deps_apt_update
    deps_install_packages $'nodejs\nnpm'
}

handwriting_build() {
    local entry templates=$HANDWRITING_DIR/templates.txt
    local -a folders=() words
    handwriting_need_npm
    mkdir -p "$HANDWRITING_DIR"
    for entry in "${HANDWRITING_PACKAGES[@]}"; do
        read -ra words <<<"$entry"
        folders+=("$(handwriting_fetch "${words[@]}")")
    done
    say "putting strokes together"
    python3 app/handwriting_training/prepare.py --strokes "${folders[0]}" --parts "${folders[1]}" \
        --signs app/handwriting_training/signs.txt --out "$templates" >&2
    configure_and_build release --target courtyard-handwriting-training
    say "learning to read; this takes about ten minutes on one core"
    build/release/bin/courtyard-handwriting-training "$templates" "$HANDWRITING_DIR/new.cyhw" >&2
    mv "$HANDWRITING_DIR/new.cyhw" "$HANDWRITING_MODEL"
    say "$HANDWRITING_MODEL: $(stat -c %s "$HANDWRITING_MODEL") bytes, $(sha256sum "$HANDWRITING_MODEL" | cut -c 1-16)…"
}
