# Sourced by demo.sh. Five laptops of one court with work on each: what a newcomer finds who sits down for the first
# hour as registrar, judge, committee member, caller or leader. The cases are walked there by the acts of the people
# themselves, over the hub; everybody in them is invented.

WAGE=8000  # average monthly wage of the demonstration pack, yuan
STAFF=(registrar judge committee caller leader)

by() { # by WHO COMMAND…: courtyardctl at somebody's laptop
    local who=$1
    shift
    ctl --json "$@" --home "$DEMO/$who" --passphrase-file "$DEMO/passphrase.txt"
}
fact() { json fact; }
meet() { # meet WHO…: each of them comes by the net
    local who
    for who in "$@"; do by "$who" sync --once >/dev/null; done
}

# The application of one of tests/data/cases and what was said at the kiosk before it; whoever gave no account has one here, so that
# money can go somewhere.
person() { # person NAME
    python3 -c 'import json, sys
case = json.load(open(sys.argv[1], encoding="utf-8"))
answers = case["application"]
answers.setdefault("F1.80", {"户名": answers["F1.01"], "账号": "9999990000000000014", "开户行": "测试县农村信用社", "类型": "银行卡"})
print(json.dumps({"answers": answers, "screening": case["screening"]}, ensure_ascii=False))' "$ROOT/tests/data/cases/$1.json"
}

# An application from the kiosk of somebody of tests/data/cases; its case, asked about, filed, with everybody on it.
file_case() { # file_case NAME NUMBER -> CASES[NAME], RECORDS[NAME]
    local name=$1 number=$2 receipt
    person "$name" >"$DEMO/person.json"
    receipt=$(ctl --json file --home "$DEMO/kiosk3" "$DEMO/person.json" --out "$DEMO/slip_of_case" | json receipt_number)
    ctl sync --home "$DEMO/kiosk3" --once >/dev/null
    meet registrar
    CASES[$name]=$(by registrar case open --application "$receipt" | json case)
    RECORDS[$name]=$(by registrar show "$receipt" | json id)
    local id=${CASES[$name]}
    by registrar case act "$id" department_asked department=执行局 >/dev/null
    by registrar case act "$id" department_answered opinion=对方没有可供执行的财产，申请人没有拿到钱。 fits=yes >/dev/null
    by registrar case act "$id" sent_to_filing opinion=基本符合条件，材料齐全。 >/dev/null
    by registrar case act "$id" filed "number=（2026）浙0199司救执${number}号" >/dev/null
    local person
    for person in 毛怀谷/committee 何晚晴/caller 顾长青/leader; do
        by registrar case act "$id" joined "person=${person%/*}" "as=${person#*/}" >/dev/null
    done
    by registrar case act "$id" element_found element=loss finding=存款和医药费，判决书已查明。 sure=proven >/dev/null
    by registrar case act "$id" element_found element=paid finding=对方没有赔付。 sure=proven >/dev/null
    by registrar case act "$id" element_found element=hardship finding=家庭收入微薄，低保。 sure=proven >/dev/null
    by registrar case act "$id" assigned handler=叶知秋 >/dev/null
    rm -rf "$DEMO/person.json" "$DEMO/slip_of_case"
}
put_to_vote() { # put_to_vote NAME AMOUNT UNPAID, the last as the application says it
    local id=${CASES[$1]} report
    report=$(by judge case act "$id" report_written proposal=grant "amount=$2" "wage=$WAGE" "unpaid=$3" \
        reasons=家里急等钱看病、上学，判决的钱短期内执行不到，建议给予救助。 factors=家庭经济状况 | fact)
    BALLOTS[$1]=$(by judge case act "$id" ballot_opened body=committee "report=$report" "papers=$report" \
        voters=叶知秋 voters=毛怀谷 voters=顾长青 | fact)
}
vote() { by "$1" case vote "${CASES[$2]}" choice=grant "amount=$3" "reasons=同意报告的意见。" >/dev/null; }
order_money() { # order_money NAME PAYEE AMOUNT
    local id=${CASES[$1]}
    by registrar case act "$id" fund_requested "amount=$3" >/dev/null
    by registrar case act "$id" fund_arrived "amount=$3" >/dev/null
    by registrar case act "$id" applicant_called how=phone >/dev/null
    ORDERS[$1]=$(by registrar case pay "$id" order "amount=$3" part=1 parts=1 way=transfer "payee=$2" relation=本人 \
        "account=${RECORDS[$1]}" account_ends=0014 | fact)
}

# What the guide says to one office.
guide() { # guide OFFICE
    sed -n "/^\[$1\] /,/^\$/{s/^\[$1\] //;p}" "$ROOT/tests/e2e/first_hour.txt"
}
guide_all() { grep -v '^#' "$ROOT/tests/e2e/first_hour.txt"; }
OPEN_WINDOWS=()
sit_down() { # sit_down OFFICE: opens that laptop
    guide "$1"
    setsid "$BIN/courtyard-field" --home "$DEMO/$1" --window 1366x768 >/dev/null 2>&1 &
    OPEN_WINDOWS+=($!)
}
close_windows() {
    local pid
    for pid in "${OPEN_WINDOWS[@]}"; do kill "$pid" 2>/dev/null || true; done
}
# Where somebody sits at a terminal: one key opens a laptop and says what to do there.
first_hour() {
    local key
    echo "  First hour: 1 registrar  2 judge  3 committee  4 leader  5 caller  9 what at the end  0 all of the guide"
    echo "  Press a key; Ctrl+C or closing the kiosk ends the demonstration."
    while kill -0 "$KIOSK_PID" 2>/dev/null; do
        read -rsn1 -t 1 key || continue
        case $key in
            1) sit_down registrar ;;
            2) sit_down judge ;;
            3) sit_down committee ;;
            4) sit_down leader ;;
            5) sit_down caller ;;
            9) guide together ;;
            0) guide_all ;;
        esac
    done
}

# The first hour as people spend it, at real windows; afterwards every laptop holds the same cases.
five_offices() {
    step "The kiosk's applications become cases; four of them are walked through the offices"
    prepare_first_hour
    local act
    for act in registrar_opens/registrar judge_reports/judge member_votes/committee leader_releases/leader caller_calls/caller; do
        step "$(sed -n '1s/^# //p' "$PLAYS/${act%/*}.play")"
        play "${act%/*}" field "$DEMO/${act#*/}" 1366x768
    done
    step "They come by the net, and every laptop holds the same cases, byte for byte"
    meet "${STAFF[@]}" && meet "${STAFF[@]}"
    local name who
    for name in "${!CASES[@]}"; do
        for who in "${STAFF[@]}"; do
            ctl case show "${CASES[$name]}" --state --home "$DEMO/$who" --passphrase-file "$DEMO/passphrase.txt" >"$DEMO/state_$who"
            cmp -s "$DEMO/state_registrar" "$DEMO/state_$who" || die "step $STEP: $who has another case of $name than the registrar"
        done
    done
    rm -f "$DEMO"/state_*
    expect "what became of the vote" "$(by committee case show "${CASES[T06]}" | json status)" REVIEW
    expect "what became of the lead" "$(by judge case lead show "$LEAD" | json state)" contacted
    expect "what became of the call" "$(by leader case show "${CASES[T05]}" | json status)" REVISIT
}

# Somebody is spoken of and has not asked, T03 has just come in, T04 is with the judge, T06 before the committee, T02 before the leader, T05 paid today and to be called.
prepare_first_hour() {
    local -gA CASES=() RECORDS=() BALLOTS=() ORDERS=()
    LEAD=$(by registrar case lead note from=测试县人民检察院 name=花守田 village=双桂村 agreed=yes reach=村主任转告 \
        why=被打成轻伤，对方没有财产，医药费是借的。 | json lead)
    local name
    person T03 >"$DEMO/person.json"
    ctl file --home "$DEMO/kiosk3" "$DEMO/person.json" --out "$DEMO/slip_of_case" >/dev/null
    rm -rf "$DEMO/person.json" "$DEMO/slip_of_case"
    for name in T04/1 T06/2 T02/3 T05/4; do file_case "${name%/*}" "${name#*/}"; done
    meet "${STAFF[@]}" && meet "${STAFF[@]}"
    by judge case act "${CASES[T04]}" site_visited place=云坞村 people=裘阿香 people=宣孟达 \
        statement=存款被骗光，靠低保过日子，腿脚不便，没有电话。 read_back=yes >/dev/null
    put_to_vote T06 30000 223500
    put_to_vote T02 60000 210000
    put_to_vote T05 20000 200000
    meet judge registrar committee leader
    vote judge T06 30000
    for name in T02/60000 T05/20000; do
        vote judge "${name%/*}" "${name#*/}"
        vote leader "${name%/*}" "${name#*/}"
    done
    meet leader judge
    for name in T02/60000 T05/20000; do
        by judge case act "${CASES[${name%/*}]}" decided "ballot=${BALLOTS[${name%/*}]}" result=grant "amount=${name#*/}" \
            reasons=委员过半数同意。 >/dev/null
    done
    meet judge registrar
    order_money T02 章绮禾 60000
    order_money T05 濮阿凤 20000
    meet registrar leader
    by leader case pay "${CASES[T05]}" release "order=${ORDERS[T05]}" >/dev/null
    meet leader registrar
    by registrar case pay "${CASES[T05]}" made "order=${ORDERS[T05]}" proof=电子回单01 explained=yes \
        officers=沈若溪 officers=叶知秋 >/dev/null
    meet "${STAFF[@]}" && meet "${STAFF[@]}"
}
