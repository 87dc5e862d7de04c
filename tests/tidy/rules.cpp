#include "tests/tidy/rules.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <span>

namespace courtyard::tidy {

namespace {

using Names = std::vector<std::string_view>;

constexpr std::size_t kLinesMax = 600;

// A header (or, with a trailing '/', a folder of headers), and the CMake targets whose users may include it.
struct ThirdParty {
    std::string_view header;
    Names targets;
    // Behind which doors it stays whatever the table says: folders ending in '/', or "shell" for a program's main.
    Names doors;
};

const std::vector<ThirdParty>& third_parties() {
    static const std::vector<ThirdParty> all{
        // Screens draw; nobody else needs to know what they draw with.
        {"imgui", {"imgui"}, {"app/screens/", "app/platform/", "app/shell/", "shell"}},
        {"imstb_", {"imgui"}, {"app/platform/"}},
        {"GLFW/", {"glfw"}, {"app/platform/"}},
        {"GL/", {"OpenGL::GL"}, {"app/platform/"}},
        {"EGL/", {"OpenGL::EGL"}, {"app/platform/"}},
        {"X11/", {"X11::X11", "X11::Xext", "X11::Xtst"}, {"app/platform/", "tests/"}},
        // One repository per noun: SQL stays in the two stores.
        {"sqlite3.h", {"sqlcipher", "SQLite::SQLite3"}, {"app/store/", "sync/hub/"}},
        {"sqlcipher/", {"sqlcipher"}, {"app/store/"}},
        {"libpq-fe.h", {"PostgreSQL::PostgreSQL"}, {"sync/hub/"}},
        {"curl/", {"CURL::libcurl"}, {"sync/transport/"}},
        // Cryptography only in seal; hub and transport take TLS from it.
        {"openssl/", {"OpenSSL::Crypto", "OpenSSL::SSL"}, {"sync/seal/", "sync/hub/", "sync/transport/"}},
        {"boost/", {"Boost::headers"}, {"sync/hub/"}},
        // One door, which keeps out what its parser stumbles over.
        {"toml++/", {"tomlplusplus"}, {"sync/base/"}},
        {"CLI/", {"CLI11::CLI11"}, {"app/ctl/", "shell"}},
        {"doctest/", {}, {"tests/"}},
        // The rest may be anywhere that the table links it.
        {"zlib.h", {"ZLIB::ZLIB"}, {}},
        {"png.h", {"PNG::PNG"}, {}},
        {"jpeglib.h", {"JPEG::JPEG"}, {"app/jpeg/", "app/camera/", "tests/"}},
        {"jerror.h", {"JPEG::JPEG"}, {"app/jpeg/"}},
        {"nlohmann/", {"nlohmann_json::nlohmann_json"}, {}},
        // One door to the sound card, one to recordings.
        {"alsa/", {"alsa_sound"}, {"app/sound/"}},
        {"opusfile.h", {"opus_reader"}, {"app/sound/"}},
        {"qrcodegen/", {"qrcodegen"}, {}},
        {"zbar.h", {"zbar_decoder"}, {}},
        {"zbar/", {"zbar_decoder"}, {}},
        {"ZXing/", {"zxing_decoder"}, {}},
        {"pango/", {"pango_cairo"}, {}},
        {"cairo", {"pango_cairo"}, {}},
        {"fontconfig/", {"pango_cairo"}, {}},
        {"ft2build.h", {"Freetype::Freetype", "pango_cairo", "imgui"}, {}},
        {"freetype/", {"Freetype::Freetype", "pango_cairo", "imgui"}, {}},
    };
    return all;
}

// Time and chance come in as values; only these places read the real ones.
constexpr std::array<std::string_view, 4> kClockDoors{"sync/os/", "app/platform/", "sync/hub/main",
                                                      "sync/hub/listener"};
constexpr std::array<std::string_view, 9> kClocks{
    "system_clock", "steady_clock", "high_resolution_clock", "clock_gettime", "gettimeofday",
    "getrandom",    "getentropy",   "random_device",         "sleep_for",
};

constexpr std::array<std::string_view, 9> kPureRooms{"base",   "seal", "mail", "domain", "handwriting",
                                                     "speech", "pack", "flow", "screens"};
constexpr std::array<std::string_view, 7> kThreads{"thread", "mutex",      "shared_mutex", "condition_variable",
                                                   "future", "stop_token", "semaphore"};
// The pack room is left out: a pack is a folder of files.
constexpr std::array<std::string_view, 8> kFreeOfFiles{"base",        "seal",   "mail", "domain",
                                                       "handwriting", "speech", "flow", "screens"};
constexpr std::array<std::string_view, 5> kFiles{"fstream", "filesystem", "iostream", "unistd.h", "fcntl.h"};

constexpr std::array<std::string_view, 11> kTopLevel{
    "CMakeLists.txt", "CMakePresets.json", "README.md", "LICENSE", "CHANGELOG.md", "run", "app", "sync",
    "assets",         "kiosk_config",      "tests"};

template <class List>
bool contains(const List& list, std::string_view word) {
    return std::ranges::find(list, word) != std::end(list);
}

struct Include {
    std::string path;
    bool quoted = false;
};

// The include of a line whose comments are blanked; an empty path when there is none.
Include read_include(std::string_view line) {
    const auto skip_blanks = [&] { line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size())); };
    skip_blanks();
    if (!line.starts_with('#')) return {};
    line.remove_prefix(1);
    skip_blanks();
    if (!line.starts_with("include")) return {};
    line.remove_prefix(7);
    skip_blanks();
    if (line.empty() || (line.front() != '"' && line.front() != '<')) return {};
    const bool quoted = line.front() == '"';
    line.remove_prefix(1);
    return {std::string(line.substr(0, line.find(quoted ? '"' : '>'))), quoted};
}

template <class Check>  // Check(include, add), where add(what) notes a finding at that line
Findings for_each_include(const SourceFile& file, Check check) {
    Findings findings;
    for (std::size_t i = 0; i < file.text.code.size(); ++i) {
        const Include include = read_include(file.text.code[i]);
        if (include.path.empty()) continue;
        check(include, [&](std::string what) { findings.push_back({file.path, i + 1, std::move(what)}); });
    }
    return findings;
}

bool is_ours(std::string_view include) { return include.starts_with("app/") || include.starts_with("sync/"); }

bool names(const ThirdParty& party, std::string_view include) {
    // A header of Dear ImGui or cairo may be reached through a folder: backends/imgui_impl_glfw.h, cairo/cairo.h.
    return include.starts_with(party.header) || include.substr(include.rfind('/') + 1).starts_with(party.header);
}

const ThirdParty* find_third_party(std::string_view include) {
    if (is_ours(include)) return nullptr;
    const auto found = std::ranges::find_if(third_parties(), [&](const auto& p) { return names(p, include); });
    return found == third_parties().end() ? nullptr : &*found;
}

bool is_behind_door(const Names& doors, std::string_view path) {
    return std::ranges::any_of(
        doors, [&](std::string_view door) { return door == "shell" ? is_shell(path) : path.starts_with(door); });
}

bool links_one_of(const Room& room, const Names& targets) {
    return std::ranges::any_of(room.links, [&](const std::string& link) { return contains(targets, link); });
}

bool is_word_of_promise(std::string_view line, std::string_view word) {
    return has_word(line, word) && line.find(std::string(word) + "(#") == std::string_view::npos;
}

}  // namespace

Findings check_room_includes(const RoomTable& table, const SourceFile& file) {
    if (!is_ours(file.path)) return {};
    const Room* room = find_room(table, file.path);
    const bool shell = is_shell(file.path);
    if (room == nullptr && !shell) return {{file.path, 0, "lies in no room of the table in CMakeLists.txt"}};
    return for_each_include(file, [&](const Include& include, const auto& add) {
        if (!is_ours(include.path)) {
            if (include.quoted && find_third_party(include.path) == nullptr) {
                add("\"" + include.path + "\" must be written from the repository top");
            }
            return;
        }
        const Room* used = find_room(table, include.path);
        if (used == nullptr) return add(include.path + " lies in no room of the table in CMakeLists.txt");
        if (file.path.starts_with("sync/") && used->path.starts_with("app/")) {
            return add(include.path + ": sync uses nothing of app");
        }
        if (shell || used == room || contains(room->uses, used->name)) return;
        add(include.path + ": " + room->path + " does not use " + used->path + " in the table of rooms");
    });
}

Findings check_third_parties(const RoomTable& table, const SourceFile& file) {
    if (!is_ours(file.path)) return {};
    const Room* room = is_shell(file.path) ? nullptr : find_room(table, file.path);
    return for_each_include(file, [&](const Include& include, const auto& add) {
        const ThirdParty* party = find_third_party(include.path);
        if (party == nullptr) return;
        if (!party->doors.empty() && !is_behind_door(party->doors, file.path)) {
            return add(include.path + " stays behind its door and may not be included here");
        }
        if (room != nullptr && !links_one_of(*room, party->targets)) {
            add(include.path + ": " + room->path + " does not link it in the table of rooms");
        }
    });
}

Findings check_purity(const RoomTable& table, const SourceFile& file) {
    if (!is_ours(file.path)) return {};
    Findings findings;
    const bool may_read_clocks = is_shell(file.path) || std::ranges::any_of(kClockDoors, [&](std::string_view door) {
                                     return file.path.starts_with(door);
                                 });
    for (std::size_t i = 0; i < file.text.bare.size() && !may_read_clocks; ++i) {
        for (const std::string_view clock : kClocks) {
            if (!has_word(file.text.bare[i], clock)) continue;
            findings.push_back({file.path, i + 1, std::string(clock) + ": time and chance come in as values"});
        }
    }
    const Room* room = find_room(table, file.path);
    if (room == nullptr) return findings;
    const bool is_the_queue = room->name == "base" && file.path.find("queue") != std::string::npos;
    const bool no_threads = contains(kPureRooms, room->name) && !is_the_queue;
    const bool no_files = contains(kFreeOfFiles, room->name);
    const Findings by_include = for_each_include(file, [&](const Include& include, const auto& add) {
        if (no_threads && contains(kThreads, include.path)) add("<" + include.path + ">: a pure room has no threads");
        if (no_files && contains(kFiles, include.path))
            add("<" + include.path + ">: a pure room does no input or output");
    });
    findings.insert(findings.end(), by_include.begin(), by_include.end());
    return findings;
}

Findings check_wording(const SourceFile& file) {
    if (!is_ours(file.path)) return {};
    Findings findings;
    for (std::size_t i = 0; i < file.text.lines.size(); ++i) {
        if (!has_chinese(file.text.lines[i])) continue;
        findings.push_back({file.path, i + 1, "Chinese text (or not UTF-8): words for people live in packs"});
    }
    return findings;
}

Findings check_promises(const SourceFile& file) {
    // In two halves, so that this file does not find itself.
    const std::array<std::string, 3> words{std::string("TO") + "DO", std::string("FIX") + "ME",
                                           std::string("XX") + "X"};
    Findings findings;
    for (std::size_t i = 0; i < file.text.lines.size(); ++i) {
        for (const std::string& word : words) {
            if (!is_word_of_promise(file.text.lines[i], word)) continue;
            findings.push_back({file.path, i + 1, word + " without the number of an issue: " + word + "(#12)"});
        }
    }
    return findings;
}

Findings check_length(const SourceFile& file) {
    const std::size_t lines = file.text.lines.size();
    if (lines <= kLinesMax) return {};
    return {
        {file.path, lines, "longer than " + std::to_string(kLinesMax) + " lines: split where a name suggests itself"}};
}

Findings check_top_level(const std::vector<std::string>& tracked) {
    std::set<std::string_view> there;
    for (const std::string& path : tracked)
        there.insert(std::string_view(path).substr(0, path.find('/')));
    Findings findings;
    for (const std::string_view entry : there) {
        if (entry.starts_with('.') || contains(kTopLevel, entry)) continue;
        findings.push_back({std::string(entry), 0, "the top level is fixed: this belongs into a room"});
    }
    for (const std::string_view entry : kTopLevel) {
        if (!there.contains(entry)) findings.push_back({std::string(entry), 0, "is missing at the top level"});
    }
    return findings;
}

}  // namespace courtyard::tidy
