// Whether a process still does anything. One that has ended and that nobody has waited for yet, which may be for ever
// where the first process of the machine waits for nobody, does not.
#pragma once

#include <sys/types.h>

#include <fstream>
#include <string>

namespace courtyard::test {

inline bool is_living(pid_t process) {
    std::ifstream file("/proc/" + std::to_string(process) + "/stat");
    std::string line;
    std::getline(file, line);
    const auto after_name = line.rfind(") ");
    return process > 0 && after_name != std::string::npos && line[after_name + 2] != 'Z' && line[after_name + 2] != 'X';
}

}  // namespace courtyard::test
