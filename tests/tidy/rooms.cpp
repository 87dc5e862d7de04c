#include "tests/tidy/rooms.hpp"

#include <algorithm>
#include <charconv>
#include <sstream>

namespace courtyard::tidy {

namespace {

constexpr std::string_view kFile = "CMakeLists.txt";
constexpr std::string_view kStart = "courtyard_room(";

std::string last_component(std::string_view path) { return std::string(path.substr(path.rfind('/') + 1)); }

bool read_number(std::string_view text, int& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size();
}

// What stands between the brackets: `sync/seal LEVEL 1 USES base LINKS OpenSSL::Crypto`.
bool read_room(const std::string& inside, Room& room) {
    std::istringstream words(inside);
    std::string level_mark, level, uses_mark, word;
    if (!(words >> room.path >> level_mark >> level >> uses_mark)) return false;
    if (level_mark != "LEVEL" || uses_mark != "USES" || !read_number(level, room.level)) return false;
    while (words >> word && word != "LINKS")
        room.uses.push_back(word);
    if (word != "LINKS") return false;
    while (words >> word)
        room.links.push_back(word);
    room.name = last_component(room.path);
    return room.path.starts_with("app/") || room.path.starts_with("sync/");
}

const Room* find_by_name(const RoomTable& table, std::string_view name) {
    const auto found = std::ranges::find(table.rooms, name, &Room::name);
    return found == table.rooms.end() ? nullptr : &*found;
}

void check_use(const RoomTable& table, const Room& room, const std::string& name, std::vector<Finding>& findings) {
    const auto found = [&](const std::string& what) { findings.push_back({std::string(kFile), room.line, what}); };
    const Room* used = find_by_name(table, name);
    if (used == nullptr) return found(room.path + " uses '" + name + "', which is no room");
    if (used->level >= room.level) found(room.path + " uses " + used->path + ", which is not on a lower level");
    if (room.path.starts_with("sync/") && used->path.starts_with("app/")) {
        found(room.path + " uses " + used->path + ": sync uses nothing of app");
    }
}

}  // namespace

std::string to_string(const Finding& finding) {
    return finding.file + ':' + std::to_string(finding.line) + ": " + finding.what;
}

RoomTable read_rooms(std::string_view cmake_lists) {
    RoomTable table;
    std::istringstream lines{std::string(cmake_lists)};
    std::string line;
    for (std::size_t number = 1; std::getline(lines, line); ++number) {
        if (!line.starts_with(kStart)) continue;
        Room room;
        room.line = number;
        const std::size_t end = line.find(')');
        if (end == std::string::npos || !read_room(line.substr(kStart.size(), end - kStart.size()), room)) {
            table.findings.push_back({std::string(kFile), number, "not courtyard_room(path LEVEL n USES .. LINKS ..)"});
        } else if (find_by_name(table, room.name) != nullptr) {
            table.findings.push_back({std::string(kFile), number, "a second room is called '" + room.name + "'"});
        } else {
            table.rooms.push_back(std::move(room));
        }
    }
    for (const Room& room : table.rooms) {
        for (const std::string& name : room.uses)
            check_use(table, room, name, table.findings);
    }
    return table;
}

const Room* find_room(const RoomTable& table, std::string_view path) {
    const auto holds = [&](const Room& room) {
        return path.starts_with(room.path) && path.substr(room.path.size()).starts_with('/');
    };
    const auto found = std::ranges::find_if(table.rooms, holds);
    return found == table.rooms.end() ? nullptr : &*found;
}

bool is_shell(std::string_view path) {
    if (path == "sync/hub/main.cpp") return true;
    return path.starts_with("app/") && path.ends_with("_main.cpp") && path.find('/', 4) == std::string_view::npos;
}

}  // namespace courtyard::tidy
