// Inside app/printer: another program with bytes on its standard input; what it wrote, and how it ended.
#pragma once

#include <string>
#include <vector>

#include "sync/base/bytes.hpp"
#include "sync/base/result.hpp"

namespace courtyard::printer {

struct Ended {
    int code = -1;    // exit code; 127: there is no such program
    std::string out;  // standard output and standard error, at most 64 KiB
};

// Found by PATH, run with LC_ALL=C; it ends with this process. The bytes go through a pipe: no file of them exists.
// "printer.busy": not over in time; then it was killed. `asker`: Patience::asker; when they are gone before it was
// given all, it is killed ("printer.taken_back"), afterwards it gets a moment to say what it did.
[[nodiscard]] base::Result<Ended> run_child(const std::vector<std::string>& arguments, base::ByteView input, int ms_max,
                                            int asker = -1);

// Waits at most that long for the asker to go away; whether they have.
[[nodiscard]] bool asker_leaves(int asker, int ms_max);

}  // namespace courtyard::printer
