// One field of an act while it is written. Which part counts depends on the field's type.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace courtyard::flow {

struct FieldDraft {
    std::string text;                 // as typed; of lists: the one that is being typed
    std::vector<std::string> chosen;  // persons, facts, choices, lines
    std::optional<bool> yes;
    friend bool operator==(const FieldDraft&, const FieldDraft&) = default;
};

}  // namespace courtyard::flow
