// The table of rooms in the top-level CMakeLists.txt, and what it forbids. Pure: texts in, findings out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace courtyard::tidy {

struct Finding {
    std::string file;
    std::size_t line = 0;  // from 1; 0 = the whole file
    std::string what;
};

[[nodiscard]] std::string to_string(const Finding& finding);  // "sync/mail/outbox.cpp:12: what"

struct Room {
    std::string path;                // "sync/seal"
    std::string name;                // "seal"
    int level = 0;                   // a room uses only lower levels
    std::vector<std::string> uses;   // names of rooms; what they use in turn is not included
    std::vector<std::string> links;  // CMake targets of third parties
    std::size_t line = 0;
};

struct RoomTable {
    std::vector<Room> rooms;
    std::vector<Finding> findings;  // lines that are not of the one form, unknown rooms, wrong levels, sync using app
};

// Takes the lines `courtyard_room(path LEVEL n USES names LINKS targets)`.
[[nodiscard]] RoomTable read_rooms(std::string_view cmake_lists);

// The room in whose folder `path` lies, or nullptr.
[[nodiscard]] const Room* find_room(const RoomTable& table, std::string_view path);

// A program's main: composition, which may know every room. `app/kiosk_main.cpp`, `sync/hub/main.cpp`.
[[nodiscard]] bool is_shell(std::string_view path);

}  // namespace courtyard::tidy
