# Shared by provision and verify: reads provision.toml, says what is wrong with it, and derives what files need.
# shellcheck shell=bash disable=SC2034 # the names are used where this is sourced

SETTING_NAMES=(hub_host hub_address hub_port input keyboard sticks printer usb_allow home boot_password)

# read_settings FILE -> associative array S and list USB_ALLOW; on error one sentence on stderr and return 2.
declare -A S=()
USB_ALLOW=()
read_settings() {
    local file=$1 line number=0 key value inside=''
    local text='^"([^"\\]*)"$'
    S=() USB_ALLOW=()
    [[ -r $file && ! -d $file ]] || settings_wrong "$file" "is missing or cannot be read; copy provision.example.toml and fill it in" || return
    while IFS= read -r line || [[ -n $line ]]; do
        number=$((number + 1))
        line=${line%$'\r'}
        line=$(settings_without_comment "$line")
        if [[ -z $line ]]; then continue; fi
        if [[ -n $inside ]]; then
            if [[ $line == ']' ]]; then inside=''; continue; fi
            line=${line%,}
            line=$(settings_trim "$line")
            [[ $line =~ $text ]] || settings_wrong "$file:$number" "expected a text in quotes, a comma between, and ] at the end" || return
            USB_ALLOW+=("${BASH_REMATCH[1]}")
            continue
        fi
        [[ $line =~ ^([a-z_]+)[[:space:]]*=[[:space:]]*(.*)$ ]] || settings_wrong "$file:$number" "expected name = \"text\"" || return
        key=${BASH_REMATCH[1]} value=${BASH_REMATCH[2]}
        [[ " ${SETTING_NAMES[*]} " == *" $key "* ]] || settings_wrong "$file:$number" "'$key' is no setting; there are: ${SETTING_NAMES[*]}" || return
        [[ -z ${S[$key]+set} ]] || settings_wrong "$file:$number" "'$key' was said before; keep one of the two" || return
        if [[ $key == usb_allow ]]; then
            S[$key]=list
            if [[ $value == '[' ]]; then inside=$key; continue; fi
            [[ $value == \[*\] ]] || settings_wrong "$file:$number" "usb_allow must be a list: [ \"vendor:product what\" ]" || return
            value=${value#\[} value=${value%\]}
            while [[ $value =~ ^[[:space:]]*\"([^\"\\]*)\"[[:space:]]*,?(.*)$ ]]; do
                USB_ALLOW+=("${BASH_REMATCH[1]}")
                value=${BASH_REMATCH[2]}
            done
            [[ -z $(settings_trim "$value") ]] || settings_wrong "$file:$number" "usb_allow must be a list of texts in quotes" || return
            continue
        fi
        [[ $value =~ $text ]] || settings_wrong "$file:$number" "'$key' must be a text in quotes, without quotes or \\ inside" || return
        S[$key]=${BASH_REMATCH[1]}
    done <"$file"
    [[ -z $inside ]] || settings_wrong "$file" "the list $inside is never closed: add ]" || return
    check_settings "$file"
}

settings_wrong() { # place what
    printf 'courtyard: %s: %s\n' "$1" "$2" >&2
    return 2
}
settings_trim() {
    local text=$1
    text=${text#"${text%%[![:space:]]*}"}
    printf '%s' "${text%"${text##*[![:space:]]}"}"
}
# A # outside quotes begins a comment.
settings_without_comment() {
    local line=$1 kept='' rest=$1 quoted=no c
    if [[ $line == *'#'* ]]; then
        while [[ -n $rest ]]; do
            c=${rest:0:1} rest=${rest:1}
            if [[ $c == '"' ]]; then [[ $quoted == no ]] && quoted=yes || quoted=no; fi
            if [[ $c == '#' && $quoted == no ]]; then break; fi
            kept+=$c
        done
        line=$kept
    fi
    settings_trim "$line"
}

one_of() { # file key words...
    local file=$1 key=$2 word
    shift 2
    for word in "$@"; do if [[ ${S[$key]-} == "$word" ]]; then return 0; fi; done
    settings_wrong "$file" "'$key' must be one of: $*"
}

check_settings() {
    local file=$1 key part device
    for key in hub_host hub_address hub_port input keyboard sticks printer usb_allow; do
        [[ -n ${S[$key]+set} ]] || settings_wrong "$file" "'$key' is missing; provision.example.toml explains it" || return
    done
    [[ ${S[hub_host]} =~ ^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$ ]] ||
        settings_wrong "$file" "hub_host must be the hub's name in small letters, without https:// and port" || return
    if [[ ${S[hub_address]} =~ ^([0-9]{1,3})\.([0-9]{1,3})\.([0-9]{1,3})\.([0-9]{1,3})$ ]]; then
        for part in "${BASH_REMATCH[@]:1}"; do
            ((10#$part <= 255)) || settings_wrong "$file" "hub_address '${S[hub_address]}' is no address: $part is above 255" || return
        done
        S[family]=ip
    elif [[ ${S[hub_address]} =~ ^[0-9a-f:]{3,39}$ && ${S[hub_address]} == *:*:* ]]; then
        S[family]=ip6
    else
        settings_wrong "$file" "hub_address must be one address, for example 10.0.0.5" || return
    fi
    [[ ${S[hub_port]} =~ ^[1-9][0-9]{0,4}$ ]] && ((S[hub_port] <= 65535)) ||
        settings_wrong "$file" "hub_port must be 1 to 65535" || return
    one_of "$file" input touch mouse || return
    one_of "$file" keyboard yes no || return
    one_of "$file" sticks yes no || return
    one_of "$file" printer device cups none || return
    for device in "${USB_ALLOW[@]}"; do
        [[ $device =~ ^[0-9a-f]{4}:[0-9a-f]{4}([[:space:]].*)?$ ]] ||
            settings_wrong "$file" "usb_allow: '$device' must begin with vendor:product as lsusb prints them, for example 0eef:0001" || return
    done
    if [[ -n ${S[home]-} && ! -f ${S[home]}/machine.toml ]]; then
        settings_wrong "$file" "home: ${S[home]} has no machine.toml; name the folder that courtyardctl enrol kiosk made" || return
    fi
    if [[ -n ${S[boot_password]-} && ${S[boot_password]} != grub.pbkdf2.sha512.* ]]; then
        settings_wrong "$file" "boot_password must be what grub-mkpasswd-pbkdf2 prints, beginning with grub.pbkdf2.sha512" || return
    fi
    S[pointer]=''
    if [[ ${S[input]} == touch ]]; then S[pointer]=-nocursor; fi
    S[ignore_keyboards]=off
    if [[ ${S[keyboard]} == no ]]; then S[ignore_keyboards]=on; fi
    S[allow_first]='# nothing'
    if ((${#USB_ALLOW[@]} > 0)); then S[allow_first]=${USB_ALLOW[0]}; fi
    if [[ ${S[sticks]} == yes ]]; then S[allow_first]=sticks; fi
}

# fill_in TEXT -> FILLED: the @NAMES@ of a file or a check.
fill_in() {
    FILLED=$1
    if [[ $FILLED != *@[A-Z]* ]]; then return; fi
    FILLED=${FILLED//@HUB_HOST@/${S[hub_host]}}
    FILLED=${FILLED//@HUB_ADDRESS@/${S[hub_address]}}
    FILLED=${FILLED//@HUB_PORT@/${S[hub_port]}}
    FILLED=${FILLED//@HUB_FAMILY@/${S[family]}}
    FILLED=${FILLED// @POINTER_OPTION@/${S[pointer]:+ ${S[pointer]}}}
    FILLED=${FILLED//@IGNORE_KEYBOARDS@/${S[ignore_keyboards]}}
    FILLED=${FILLED//@USB_ALLOW@/${S[allow_first]}}
}

# The content of /etc/courtyard/usb.allow.
usb_allow_lines() {
    echo "# What may be plugged in; read by usb-judge. Made by provision."
    if [[ ${S[sticks]} == yes ]]; then echo sticks; fi
    local device
    for device in "${USB_ALLOW[@]}"; do echo "$device"; done
    if [[ ${S[sticks]} == no ]] && ((${#USB_ALLOW[@]} == 0)); then echo '# nothing'; fi
}
