#!/usr/bin/env bash
# Everything Courtyard is built from, and how to tell whether it is there. Sourced by `run`; does nothing by itself.
#
# Three kinds of things are needed:
#   1. packages of the running Debian 12;
#   2. SQLCipher 4 from this Debian's backports (its own is 3.4.1, an older file format);
#   3. the source of Dear ImGui from Debian's testing suite, unpacked into .deps/imgui/src (never installed, never in git).
#
# /etc/apt and /var/lib/apt/lists stay untouched. A private apt configuration under .deps/apt names the mirror that
# this machine is already set up for, as apt itself tells it, so no package host is written here. What apt downloads
# that way is verified against Debian's keyring exactly as usual.

# Why each group is here. `a|b`: either is good, the first is what set-up installs.
DEPS_PACKAGES=(
    # build and check
    g++ cmake ninja-build ccache clang-14 clang-format clang-tidy libclang-rt-14-dev pkg-config git python3 dpkg-dev
    # window and drawing; the display and the hands of the tests
    libglfw3-dev libgl-dev libegl-dev libgl1-mesa-dri libfreetype-dev libx11-dev libxext-dev libxtst-dev
    xvfb xauth xdotool imagemagick
    # seal, carry, store
    libssl-dev libcurl4-openssl-dev zlib1g-dev libsqlite3-dev
    # Not 1.81: it cannot stand beside 1.74, and putting it in place removes other people's packages.
    'libboost-dev|libboost1.81-dev'
    # values, text, files, pictures
    libfmt-dev libexpected-dev libtomlplusplus-dev nlohmann-json3-dev libcli11-dev libpng-dev libjpeg-dev
    libqrcodegencpp-dev libzbar-dev libzxing-dev libpango1.0-dev libcairo2-dev libfontconfig-dev
    # characters: all of GB 18030-2022 level 3, and the lists to test them with
    fonts-noto-cjk fonts-noto-cjk-extra fonts-babelstone-han fonts-hanazono fonts-material-design-icons-iconfont
    unicode-data
    # characters again: a brush face for printed papers (small in a PDF)
    fonts-lxgw-wenkai
    # typing by sound; reading aloud; recorded speech
    libpinyin15-dev libpinyin-data espeak-ng libasound2-dev libopusfile-dev opus-tools
    # tests of papers, and of what the kiosk's machine is allowed
    poppler-utils systemd shellcheck libseccomp-dev
    # tests, faults, measurements
    doctest-dev faketime iproute2 strace curl openssl
    # the second reader of our formats, in another language with another's cryptography
    python3-cryptography
)
DEPS_SQLCIPHER=libsqlcipher-dev
DEPS_SQLCIPHER_MIN=4.6
DEPS_IMGUI_MIN=1.92.2

DEPS_DIR=$ROOT/.deps
DEPS_APT=$DEPS_DIR/apt
DEPS_IMGUI=$DEPS_DIR/imgui
DEPS_LOG=$DEPS_DIR/setup.log
DEPS_KEYRING=/usr/share/keyrings/debian-archive-keyring.gpg

# --- what is there ---------------------------------------------------------------------------------------------

# Prints what apt would have to install, one `package` per line; nothing when all is well. Takes well under a second.
deps_missing_packages() {
    local -A version=()
    local name wanted have found alternative
    while read -r _ name have; do
        version[$name]=$have
    done < <(dpkg-query -W -f '${db:Status-Abbrev} ${Package} ${Version}\n' 2>/dev/null | grep '^.i ')
    for wanted in "${DEPS_PACKAGES[@]}"; do
        found=
        for alternative in ${wanted//|/ }; do
            if [[ -n ${version[$alternative]:-} ]]; then found=yes; fi
        done
        if [[ -z $found ]]; then printf '%s\n' "${wanted%%|*}"; fi
    done
    have=${version[$DEPS_SQLCIPHER]:-}
    if [[ -z $have ]] || ! dpkg --compare-versions "$have" ge "$DEPS_SQLCIPHER_MIN"; then
        printf '%s\n' "$DEPS_SQLCIPHER/$(deps_codename)-backports"
    fi
}

deps_imgui_is_there() { [[ -f $DEPS_IMGUI/src/imgui.h && -f $DEPS_IMGUI/version ]]; }

deps_are_there() { deps_imgui_is_there && [[ -z $(deps_missing_packages) ]]; }

deps_sqlcipher_archive() { dpkg -L "$DEPS_SQLCIPHER" | grep '/libsqlcipher\.a$'; }

deps_codename() { (. /etc/os-release && printf '%s' "${VERSION_CODENAME:-unknown}"); }

# --- getting what is missing -----------------------------------------------------------------------------------

# deps_setup [renew]: `renew` looks for a newer Dear ImGui even when one is there.
deps_setup() {
    local renew=${1:-} missing
    local -a as_root=()
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        die "set-up needs apt, as on Debian 12; on another system install what .ci/deps.sh lists by hand"
    fi
    [[ $(deps_codename) == bookworm ]] ||
        die "set-up knows Debian 12 (bookworm) only, this is '$(deps_codename)'; install what .ci/deps.sh lists by hand"
    mkdir -p "$DEPS_DIR"
    exec 9>"$DEPS_DIR/lock"
    if ! flock -n 9; then
        say "another set-up is running in this folder; waiting for it"
        flock -w 3600 9 || die "another set-up has been running in this folder for an hour; look at $DEPS_LOG"
    fi
    missing=$(deps_missing_packages)
    if [[ -z $missing && -z $renew ]] && deps_imgui_is_there; then return 0; fi
    : >"$DEPS_LOG"
    if [[ -n $missing ]]; then deps_become_root; fi
    deps_apt_update
    if [[ -n $missing ]]; then deps_install_packages "$missing"; fi
    if [[ -n $renew ]] || ! deps_imgui_is_there; then deps_fetch_imgui; fi
    exec 9>&-
}

# Sets as_root to the words before a command that needs root. Asked before the network is: it fails sooner.
deps_become_root() {
    if ((EUID == 0)); then return 0; fi
    # Without a terminal sudo cannot ask; better to fail at once than to hang.
    if [[ -t 0 ]]; then as_root=(sudo); else as_root=(sudo -n); fi
    if ! command -v sudo >/dev/null || ! "${as_root[@]}" true 2>>"$DEPS_LOG"; then
        die "packages are missing and only root may install them: run ./run setup as root once"
    fi
}

# The private configuration: only the sources, the lists and the downloads differ from the machine's own.
DEPS_APT_OPTIONS=(
    -q -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$DEPS_APT/sources"
    -o Dir::State::lists="$DEPS_APT/lists" -o Dir::Cache::archives="$DEPS_APT/archives"
    -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache=
    -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3 -o Acquire::Languages=none
    -o Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false
)

deps_apt_update() {
    local mirror
    [[ -r $DEPS_KEYRING ]] || die "Debian's keys are missing ($DEPS_KEYRING); install debian-archive-keyring first"
    mkdir -p "$DEPS_APT"/{sources,lists/partial,archives/partial}
    # shellcheck disable=SC2016 # apt expands the names, not this shell
    # --no-release-info: also answers on a machine that has never run `apt-get update`.
    apt-get indextargets --no-release-info --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' \
        2>>"$DEPS_LOG" | sed -E 's/ (old)+stable/ bookworm/' |
        awk '$2 ~ /^bookworm(-updates|-security)?$/ && $3 == "main" && $1 !~ /^cdrom:/' | sort -u \
        >"$DEPS_APT/targets"
    mirror=$(awk '$2 == "bookworm" { print $1; exit }' "$DEPS_APT/targets")
    [[ -n $mirror ]] || die "this machine's apt sources name no mirror of Debian 12 (bookworm main); add one first"
    {
        while read -r uri suite _; do deps_source deb "$uri" "$suite"; done <"$DEPS_APT/targets"
        deps_source deb "$mirror" bookworm-backports
        deps_source deb-src "$mirror" testing
    } >"$DEPS_APT/sources/courtyard.sources"
    say "asking the Debian mirror of this machine what it has"
    apt-get "${DEPS_APT_OPTIONS[@]}" update --error-on=any >>"$DEPS_LOG" 2>&1 ||
        die "the Debian mirror of this machine could not be read; is the network up? $(deps_first_error)"
}

deps_first_error() { printf '%s(details: %s)' "$(sed -n 's/^E: \(.*\)$/\1 /p' "$DEPS_LOG" | head -n 1)" "$DEPS_LOG"; }

deps_source() { # type uri suite
    printf 'Types: %s\nURIs: %s\nSuites: %s\nComponents: main\nSigned-By: %s\n\n' "$1" "${2%/}" "$3" "$DEPS_KEYRING"
}

deps_install_packages() { # newline-separated names; reads as_root
    local -a names
    mapfile -t names <<<"$1"
    say "installing ${#names[@]} packages: ${names[*]}"
    # --no-remove: what people already have on this machine stays.
    # 9>&-: a service that a package starts must not keep our lock.
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get "${DEPS_APT_OPTIONS[@]}" \
        install -y --no-install-recommends --no-remove "${names[@]}" >>"$DEPS_LOG" 2>&1 </dev/null 9>&- ||
        die "apt could not install the packages: $(deps_first_error)"
    [[ -z $(deps_missing_packages) ]] ||
        die "apt said yes, yet these are still missing: $(deps_missing_packages | tr '\n' ' ')(details: $DEPS_LOG)"
    rm -f "$DEPS_APT"/archives/*.deb
    [[ -n $(deps_sqlcipher_archive) ]] || die "$DEPS_SQLCIPHER has no libsqlcipher.a, which the store is linked with"
}

deps_fetch_imgui() {
    local version work=$DEPS_IMGUI/incoming source
    version=$(apt-cache "${DEPS_APT_OPTIONS[@]}" showsrc imgui 2>>"$DEPS_LOG" |
        sed -n 's/^Version: //p' | sort -V | tail -n 1)
    [[ -n $version ]] || die "Debian's testing suite offers no source package 'imgui' (details: $DEPS_LOG)"
    dpkg --compare-versions "$version" ge "$DEPS_IMGUI_MIN" ||
        die "Debian's testing suite offers Dear ImGui $version; Courtyard needs $DEPS_IMGUI_MIN or newer"
    if deps_imgui_is_there && [[ $(<"$DEPS_IMGUI/version") == "$version" ]]; then
        say "Dear ImGui $version is the newest"
        return 0
    fi
    say "fetching the source of Dear ImGui $version"
    rm -rf "$work"
    mkdir -p "$work"
    # apt checks the three files of the source package against the signed index before it keeps them.
    (cd "$work" && apt-get "${DEPS_APT_OPTIONS[@]}" source --download-only "imgui=$version") >>"$DEPS_LOG" 2>&1 ||
        die "the source of Dear ImGui could not be fetched: $(deps_first_error)"
    (cd "$work" && dpkg-source --no-copy -x ./*.dsc tree) >>"$DEPS_LOG" 2>&1 ||
        die "the source of Dear ImGui could not be unpacked (details: $DEPS_LOG)"
    source=$work/tree
    [[ -f $source/imgui.h && -f $source/misc/freetype/imgui_freetype.cpp && -f $source/backends/imgui_impl_glfw.cpp ]] ||
        die "the source of Dear ImGui $version is laid out in a new way; .ci/deps.sh and CMakeLists.txt must learn it"
    rm -rf "$DEPS_IMGUI/src"
    mv "$source" "$DEPS_IMGUI/src"
    printf '%s\n' "$version" >"$DEPS_IMGUI/version"
    rm -rf "$work"
}
