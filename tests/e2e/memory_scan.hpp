// Looks for what a person typed in all memory that a process can write, and in every file below a folder.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace courtyard::test {

// The process and all its descendants.
[[nodiscard]] std::vector<pid_t> process_tree(pid_t root);

// The same text as UTF-8, UTF-16LE, UTF-32LE, GB18030, hexadecimal and Base64, as a library may have kept it.
[[nodiscard]] std::vector<std::string> forms_of(const std::string& utf8);

// "process 7: 13800000001 at 7f…" for each that is found; a process whose memory may not be read is told as such.
[[nodiscard]] std::vector<std::string> in_memory(pid_t process, const std::vector<std::string>& canaries);
[[nodiscard]] std::vector<std::string> in_files(const std::filesystem::path& folder,
                                                const std::vector<std::string>& canaries);

}  // namespace courtyard::test
