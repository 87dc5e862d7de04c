// Looks for what a person left in all memory that a process can write, and in every file below a folder.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace courtyard::test {

// Something that is found nowhere by chance: each form is one way in which it may lie in memory or in a file.
struct Canary {
    std::string name;
    std::vector<std::string> forms;  // bytes, at least kFormMin of each
};
inline constexpr std::size_t kFormMin = 6;

// A text as UTF-8, UTF-16LE, UTF-32LE, GB18030, hexadecimal and Base64, as a library may have kept it.
[[nodiscard]] Canary text_canary(const std::string& utf8);

struct Found {
    std::string what;   // the canary's name
    std::string where;  // "courtyard-eyes (process 7)", or a file's name
};

// The process and all its descendants.
[[nodiscard]] std::vector<pid_t> process_tree(pid_t root);
[[nodiscard]] std::string program_of(pid_t process);  // "courtyard-eyes"; empty when it has gone
[[nodiscard]] bool is_stopped(pid_t process);         // by SIGSTOP
[[nodiscard]] pid_t parent_of(pid_t process);         // -1 when it has gone

// A process whose memory may not be read is told as a find; one that has gone holds nothing.
[[nodiscard]] std::vector<Found> in_memory(const std::vector<pid_t>& processes, const std::vector<Canary>& canaries);
[[nodiscard]] std::vector<Found> in_files(const std::filesystem::path& folder, const std::vector<Canary>& canaries);

}  // namespace courtyard::test
