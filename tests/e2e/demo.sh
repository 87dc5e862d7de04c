#!/usr/bin/env bash
# ./run demo: a demonstration court on this machine, its hub on loopback, a kiosk to touch and laptops to open.
# ./run demo --scripted: the whole story without a person, at real windows; a picture of every step; exit 0 only if every step was seen.
# Everybody and every number in it is invented. Everything lies in build/demo and is made anew each time.
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
BIN=${COURTYARD_BIN:-$ROOT/build/release/bin}
DEMO=${COURTYARD_DEMO:-$ROOT/build/demo}
PLAYS=$ROOT/tests/e2e/plays
PICTURES=$DEMO/pictures
PASSPHRASE=桂花落满庭院
STEWARD_PIN=246810
COURT=测试县人民法院
SITES=(云坞村共享法庭 石桥镇共享法庭 梅江村共享法庭)
HUB_PID='' KIOSK_PID='' XVFB_PID='' HOLDER_PID='' PORT_PID=''

say() { printf -- '-- %s\n' "$*"; }
die() {
    printf 'courtyard demo: %s\n' "$*" >&2
    exit 1
}
end_all() {
    # One after the other: a window closes in order while its display is still there.
    close_windows
    for pid in $HOLDER_PID $KIOSK_PID $HUB_PID $PORT_PID $XVFB_PID; do
        kill "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    done
}
trap end_all EXIT

ctl() { "$BIN/courtyardctl" "$@"; }
source "$ROOT/tests/e2e/first_hour.sh"
# json KEY: the value of one key of the object on standard input.
json() { python3 -c 'import json,sys; v=json.load(sys.stdin)
for k in sys.argv[1].split("."): v = v[int(k)] if k.isdigit() else v[k]
print(v if isinstance(v,str) else json.dumps(v,ensure_ascii=False))' "$1"; }

need_display() {
    if [[ -n ${DISPLAY:-} && ${1:-} != own ]]; then return; fi
    local said number
    # In a session of its own: Ctrl+C is for us, and the window must not lose its display before it closes. It takes a
    # free number by itself and says which when it listens.
    exec {said}< <(exec setsid Xvfb -displayfd 1 -screen 0 1920x1920x24 -nolisten tcp 2>/dev/null)
    XVFB_PID=$!
    read -r -t 120 number <&"$said" || die "the virtual display did not start; is Xvfb installed (./run setup)?"
    export DISPLAY=:$number
}

make_court() {
    rm -rf "$DEMO"
    mkdir -p "$PICTURES"
    chmod 700 "$DEMO"
    printf '%s\n' "${SITES[@]}" >"$DEMO/sites.txt"
    printf '%s\n' "$PASSPHRASE" >"$DEMO/passphrase.txt"
    chmod 600 "$DEMO/passphrase.txt"
    ctl court init --dir "$DEMO/court" --code 330199 --name "$COURT" --sites "$DEMO/sites.txt" --listen "127.0.0.1:$PORT" >/dev/null
    ctl pack sign "$ROOT/assets/packs/zhejiang-demo" --court "$DEMO/court" --out "$DEMO/pack.cyp" >/dev/null
    ctl enrol kiosk --court "$DEMO/court" --site "${SITES[0]}" --home "$DEMO/kiosk" >/dev/null
    ctl enrol kiosk --court "$DEMO/court" --site "${SITES[1]}" --home "$DEMO/kiosk2" >/dev/null
    ctl enrol kiosk --court "$DEMO/court" --site "${SITES[2]}" --home "$DEMO/kiosk3" >/dev/null
    local person
    for person in 沈若溪/registrar 叶知秋/judge 毛怀谷/committee 何晚晴/caller 顾长青/leader; do
        ctl enrol staff --court "$DEMO/court" --name "${person%/*}" --role "${person#*/}" --home "$DEMO/${person#*/}" \
            --passphrase-file "$DEMO/passphrase.txt" >/dev/null
    done
}

# A kiosk with a printer and a camera that are folders: what it prints lies in printed/, what is held before it in held/.
equip() { # equip HOME
    mkdir -p "$DEMO/printed" "$DEMO/held"
    printf '\n[printer]\nkind = "file"\nfolder = "%s"\n\n[camera]\ndevice = "%s"\n' "$DEMO/printed" "$DEMO/held" >>"$1/machine.toml"
}

# PORT is nobody else's until the demonstration ends: bound, and refusing, until the hub listens beside.
hold_port() {
    local said
    exec {said}< <(exec python3 -c 'import signal, socket
s = socket.socket()
s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
s.bind(("127.0.0.1", 0))
print(s.getsockname()[1], flush=True)
signal.pause()')
    PORT_PID=$!
    read -r PORT <&"$said" || die "no port is free"
}

start_hub() {
    "$BIN/courtyard-hub" serve --config "$DEMO/court/hub/hub.toml" >"$DEMO/hub.log" 2>&1 &
    HUB_PID=$!
    for _ in $(seq 2400); do
        grep -q 'listening on' "$DEMO/hub.log" && return
        kill -0 "$HUB_PID" 2>/dev/null || die "the hub did not start: $(cat "$DEMO/hub.log")"
        sleep 0.05
    done
    die "the hub did not say that it listens"
}
stop_hub() {
    kill "$HUB_PID"
    wait "$HUB_PID" 2>/dev/null || true
    HUB_PID=''
}

by_hand() {
    hold_port
    say "making a demonstration court in $DEMO"
    make_court
    equip "$DEMO/kiosk"
    printf '%s\n' "$STEWARD_PIN" >"$DEMO/pin.txt"
    chmod 600 "$DEMO/pin.txt"
    ctl steward-pin --home "$DEMO/kiosk" --passphrase-file "$DEMO/pin.txt" >/dev/null
    start_hub
    say "four cases are walked through the offices, so that everybody has work: about a minute"
    prepare_first_hour
    local shown="its window is open"
    if [[ -z ${DISPLAY:-} ]]; then shown="there is no display here, so it runs on a virtual one (connect any X viewer to the display that follows)"; fi
    need_display any
    cat <<END

  Kiosk       $shown (DISPLAY=$DISPLAY)
              to open it again:  DISPLAY=$DISPLAY $BIN/courtyard-kiosk --home $DEMO/kiosk --window 1080x1920
  Laptops     DISPLAY=$DISPLAY $BIN/courtyard-field --home $DEMO/registrar   (judge, committee, leader, caller)
              passphrase of all: $PASSPHRASE   (收发 fetches what the kiosk and the others have sent)
  Steward     touch the screen, then hold the seal at the top left; PIN $STEWARD_PIN
  Paper       what the kiosk prints lies in $DEMO/printed; what you put into $DEMO/held is before its camera
  By words    $BIN/courtyardctl inbox --home $DEMO/judge --passphrase-file $DEMO/passphrase.txt
  Hub         listens on 127.0.0.1:$PORT and can open nothing; try: $BIN/courtyardctl status --home $DEMO/kiosk

  Close the kiosk's window or press Ctrl+C to end.
END
    "$BIN/courtyard-kiosk" --home "$DEMO/kiosk" --window "${COURTYARD_DEMO_WINDOW:-1080x1920}" &
    KIOSK_PID=$!
    if [[ -t 0 ]]; then first_hour; else guide_all; fi
    wait "$KIOSK_PID" || true
    KIOSK_PID=''
}

STEP=0
step() {
    STEP=$((STEP + 1))
    say "$STEP. $*"
}
play() { # play NAME PROGRAM HOME SIZE
    "$BIN/courtyard-play" --program "$2" --home "$3" --script "$PLAYS/$1.play" --pictures "$PICTURES" --prefix "$(printf '%02d' "$STEP")_$1_" \
        --memory "$DEMO/memory.txt" --window "$4" 2>"$DEMO/play.log" || {
        cat "$DEMO/play.log" >&2
        die "step $STEP was not seen to happen"
    }
}
expect() { # expect WHAT ACTUAL WANTED
    [[ $2 == "$3" ]] || die "step $STEP: $1 is \"$2\", not \"$3\""
}

# What is heard goes into files, one for each utterance, for there may be no sound card here.
capture_sound() {
    rm -rf "$DEMO/heard"
    mkdir -p "$DEMO/heard"
    printf 'pcm.!default { type file slave.pcm null file "|cat >%s/$$.wav" format wav }\npcm.null { type null }\n' "$DEMO/heard" >"$DEMO/alsa.conf"
    export ALSA_CONFIG_PATH=$DEMO/alsa.conf
}
# So many utterances were heard, so long in all, and nearly all are as loud as speech and have pauses as speech has.
check_sound() { # check_sound UTTERANCES SECONDS
    unset ALSA_CONFIG_PATH
    python3 - "$DEMO/heard" "$@" <<'END' || die "step $STEP: what was read aloud does not sound like speech"
import array, pathlib, sys
heard, like_speech, seconds = 0, 0, 0.0
for path in pathlib.Path(sys.argv[1]).glob("*.wav"):
    raw = path.read_bytes()
    channels, rate = int.from_bytes(raw[22:24], "little"), int.from_bytes(raw[24:28], "little")
    body = raw[44:]
    samples = array.array("h", body[: len(body) // 2 * 2])[:: max(1, channels)]
    if rate == 0 or len(samples) < rate // 4:
        continue  # stopped at once: the finger was faster
    heard += 1
    seconds += len(samples) / rate
    step = rate // 50
    loud = [max(map(abs, samples[i : i + step])) for i in range(0, len(samples) - step, step)]
    like_speech += max(loud) > 2000 and min(loud) < max(loud) // 10
print(f"{heard} utterances, {seconds:.0f} seconds")
sys.exit(heard < int(sys.argv[2]) or seconds < int(sys.argv[3]) or like_speech < heard * 0.8)
END
}
# The paper that was printed last, read back from its picture alone, at the court.
read_slip() { # read_slip NAME NUMBER PERSON
    local paper number=${2// /-}
    paper=$(find "$DEMO/printed" -name '*.pdf' -printf '%T@ %p\n' | sort -n | tail -1 | cut -d' ' -f2-)
    pdftoppm -png -r 200 "$paper" "$DEMO/slip_$1"
    local -a pages=() images=()
    mapfile -t pages < <(find "$DEMO" -maxdepth 1 -name "slip_$1*.png" | sort)
    for page in "${pages[@]}"; do images+=(--image "$page"); done
    ctl --json recover --home "$DEMO/registrar" --passphrase-file "$DEMO/passphrase.txt" "${images[@]}" >"$DEMO/recovered.json"
    expect "whether the slip of $3 opens at the court" "$(json opened <"$DEMO/recovered.json")" true
    ctl --json show "$number" --home "$DEMO/registrar" --passphrase-file "$DEMO/passphrase.txt" >"$DEMO/shown.json"
    grep -q "$3" "$DEMO/shown.json" || die "step $STEP: what the slip holds is not the application of $3"
    cp "${pages[0]}" "$PICTURES/$(printf '%02d' "$STEP")_$1_slip.png"
    rm -f "${pages[@]}" "$DEMO/recovered.json" "$DEMO/shown.json"
}
remembered() { sed -n "s/^$1=//p" "$DEMO/memory.txt"; }
# Somebody holds the pictures on her telephone before the camera, one after another, until she is done.
hold_before_camera() { # hold_before_camera FILE...
    rm -f "$DEMO/held"/*
    cp "$@" "$DEMO/held/"
    while true; do
        for file in "$DEMO/held"/*; do
            touch "$file"
            sleep 0.7
        done
    done &
    HOLDER_PID=$!
}
stop_holding() {
    kill "$HOLDER_PID" 2>/dev/null || true
    wait "$HOLDER_PID" 2>/dev/null || true
    HOLDER_PID=''
    rm -f "$DEMO/held"/*
}

# None of these words lies in the folder, however it may be written. The control: one is found where it was put.
find_nothing() { # find_nothing FOLDER WORD...
    python3 - "$@" <<'END' || die "step $STEP was not seen to happen"
import pathlib, sys, tempfile
def found(folder, words):
    for path in pathlib.Path(folder).rglob("*"):
        held = path.read_bytes() if path.is_file() else b""
        for word in words:
            for code in ("utf-8", "utf-16-le", "utf-16-be", "gb18030"):
                if word.encode(code) in held:
                    yield f"{path} holds \"{word}\" as {code}"
folder, words = sys.argv[1], sys.argv[2:]
with tempfile.TemporaryDirectory() as control:
    for word in words:
        (pathlib.Path(control) / "planted").write_text("…" + word + "…", encoding="utf-8")
        if not any(found(control, [word])):
            sys.exit(f"the search would not find \"{word}\"")
for line in found(folder, words):
    sys.exit(line)
END
}

# Five people who are hard to serve, from the first page to the slip by touch alone.
five_people() {
    equip "$DEMO/kiosk"
    equip "$DEMO/kiosk3"
    step "An old woman who reads little: large letters, everything read aloud, her name by finger; her slip is printed"
    capture_sound
    play old_woman_applies kiosk "$DEMO/kiosk" 1080x1920
    check_sound 12 20
    read_slip old_woman "$(remembered number)" 裘阿香

    step "A widow with two children and her husband's mother: one form for all, a paper held before the camera"
    pdftoppm -png -r 110 -singlefile "$(find "$DEMO/printed" -name '*.pdf' | head -1)" "$DEMO/paper"
    convert "$DEMO/paper.png" -background '#5b4a3a' -gravity center -rotate 5 -extent 1600x1700 -resize 1280x "$DEMO/held/paper.jpg"
    play mother_applies kiosk "$DEMO/kiosk" 1920x1080
    rm -f "$DEMO/held"/* "$DEMO/paper.png"
    read_slip mother "$(remembered number)" 章绮禾

    step "A woman who cannot write: a helper types, she confirms it alone"
    play helper_types kiosk "$DEMO/kiosk" 1366x768
    read_slip helper "$(remembered number)" 濮阿凤

    step "A man who never learnt to write: a neighbour writes for him, every line is read to him, he confirms it alone"
    capture_sound
    play man_is_helped kiosk "$DEMO/kiosk" 1080x1920
    check_sound 1 120
    read_slip man "$(remembered number)" 华守田

    step "A victim leaves in a hurry and takes along what she has filled in"
    play victim_leaves kiosk "$DEMO/kiosk" 1080x1920
    local -a ticket=()
    mapfile -t ticket < <(find "$PICTURES" -name "$(printf '%02d' "$STEP")_victim_leaves_*_ticket.png" -o -name "$(printf '%02d' "$STEP")_victim_leaves_*_symbol.png" | sort)

    step "Another day, at another village's kiosk, she goes on from her pictures to the slip"
    hold_before_camera "${ticket[@]}"
    play victim_comes_back kiosk "$DEMO/kiosk3" 1080x1920
    stop_holding
    read_slip victim "$(remembered number)" 李静华

    step "Nothing of the five can be found in the folders of the kiosks"
    for home in "$DEMO/kiosk" "$DEMO/kiosk3"; do
        find_nothing "$home" 裘阿香 裘小梅 330199195309080421 章绮禾 骆一苗 骆小满 330199198911220283 330199201506020194 \
            13800000003 濮阿凤 方小云 330199194802190267 057164200006 华守田 石云桥 33019919751230053X \
            33019919751230053x 13800000007 三轮车撞了 李静华 330199199001010126 13800000012
    done
}

scripted() {
    need_display own
    hold_port
    say "a demonstration court in $DEMO, pictures in $PICTURES"
    make_court
    printf 'passphrase=%s\n' "$PASSPHRASE" >"$DEMO/memory.txt"

    step "With no network a villager reads the policy, asks whether it fits, applies, and gets a receipt"
    play villager_applies kiosk "$DEMO/kiosk" 1080x1920
    expect "what waits at the kiosk" "$(ctl --json status --home "$DEMO/kiosk" | json outbox.queued)" 1

    step "Nothing of what was typed can be found in the kiosk's folder"
    find_nothing "$DEMO/kiosk" 应𫖯安 330199198603140177 19912345678 云坞村3组12号 被一个醉酒的人用刀捅伤 郝某

    step "The hub is down: the kiosk says so and keeps everything"
    ctl sync --home "$DEMO/kiosk" --once >"$DEMO/sync.txt" 2>&1 && die "step $STEP: a sync without a hub must not succeed"
    expect "what waits at the kiosk" "$(ctl --json status --home "$DEMO/kiosk" | json outbox.queued)" 1

    step "The network returns: the kiosk delivers, and the hub signs for it as durable"
    start_hub
    ctl sync --home "$DEMO/kiosk" --once >/dev/null
    expect "what waits at the kiosk" "$(ctl --json status --home "$DEMO/kiosk" | json outbox.queued)" 0
    expect "what is durable" "$(ctl --json status --home "$DEMO/kiosk" | json outbox.durable)" 1

    step "The judge opens it on the laptop, reads it, and asks for what is missing"
    play judge_answers field "$DEMO/judge" 1366x768

    step "The answer comes home to both kiosks; then the network is gone again"
    ctl sync --home "$DEMO/judge" --once --passphrase-file "$DEMO/passphrase.txt" >/dev/null
    ctl sync --home "$DEMO/kiosk" --once >/dev/null
    ctl sync --home "$DEMO/kiosk2" --once >/dev/null
    stop_hub

    step "At another village's kiosk, offline, the villager reads the answer with the slip"
    play villager_reads kiosk "$DEMO/kiosk2" 1920x1080

    step "A slip from a kiosk that burnt: the application comes back from its picture alone, once"
    ctl --json form --pack "$ROOT/assets/packs/zhejiang-demo" >"$DEMO/form.json"
    json example <"$DEMO/form.json" >"$DEMO/example.json"
    ctl --json file --home "$DEMO/kiosk2" "$DEMO/example.json" --out "$DEMO/slip" >"$DEMO/filed.json"
    rm -rf "$DEMO/kiosk2"
    ctl recover --home "$DEMO/registrar" --passphrase-file "$DEMO/passphrase.txt" --image "$DEMO/slip/slip.png" >/dev/null
    ctl recover --home "$DEMO/registrar" --passphrase-file "$DEMO/passphrase.txt" --image "$DEMO/slip/slip.png" >/dev/null
    local found
    found=$(ctl --json inbox --home "$DEMO/registrar" --passphrase-file "$DEMO/passphrase.txt" | python3 -c 'import json,sys
number = json.load(open(sys.argv[1]))["receipt_number"]
print(sum(row["receipt_number"] == number for row in json.load(sys.stdin)["applications"]))' "$DEMO/filed.json")
    expect "how often it is in the registrar's inbox" "$found" 1
    cp "$DEMO/slip/slip.png" "$PICTURES/$(printf '%02d' "$STEP")_slip.png"

    step "The registrar answers too, and both laptops come to the same state in any order"
    start_hub
    ctl answer --home "$DEMO/registrar" --passphrase-file "$DEMO/passphrase.txt" "$(json receipt_number <"$DEMO/filed.json")" --state received >/dev/null
    ctl sync --home "$DEMO/registrar" --once --passphrase-file "$DEMO/passphrase.txt" >/dev/null
    ctl sync --home "$DEMO/judge" --once --passphrase-file "$DEMO/passphrase.txt" >/dev/null
    local of_judge of_registrar
    of_judge=$(ctl --json inbox --home "$DEMO/judge" --passphrase-file "$DEMO/passphrase.txt" | states)
    of_registrar=$(ctl --json inbox --home "$DEMO/registrar" --passphrase-file "$DEMO/passphrase.txt" | states)
    expect "what the judge's laptop knows" "$of_judge" "$of_registrar"
    stop_hub

    five_people

    start_hub
    five_offices
    stop_hub

    say "every step was seen to happen; $(find "$PICTURES" -name '*.png' | wc -l) pictures in $PICTURES"
}
states() { python3 -c 'import json,sys; print(sorted((r["id"], r["state"]) for r in json.load(sys.stdin)["applications"]))'; }

case ${1:-} in
    '') by_hand ;;
    --scripted) scripted ;;
    *) die "demo knows only --scripted, not '$1'" ;;
esac
