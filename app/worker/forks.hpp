// Two records of one author under one number of its chain: the machine was restored from a backup, or its folder was
// copied and both go on. Nothing is wrong with either record; the court should know which of the two it was.
#pragma once

#include <string>
#include <vector>

#include "app/worker/machine.hpp"

namespace courtyard::worker {

struct Fork {
    std::string author;  // a site, a person's name, or the id when the roster does not know it
    std::uint64_t sequence = 0;
    std::vector<base::RecordId> records;  // two or more, in order of arrival
};

// Among what was opened on this laptop; at most `count_max`, oldest first.
[[nodiscard]] base::Result<std::vector<Fork>> forks_of(Machine& machine, int count_max);

}  // namespace courtyard::worker
