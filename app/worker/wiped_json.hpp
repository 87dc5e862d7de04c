// Parsed JSON that holds what a person typed, overwritten when it is no longer needed.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "sync/base/bytes.hpp"

namespace courtyard::worker {

// Every string in it; names of members stay, they are the program's own.
template <class Json>
void wipe_json(Json& node) {
    if (node.is_string()) base::wipe(node.template get_ref<std::string&>());
    if (node.is_structured())
        for (Json& child : node)
            wipe_json(child);
}

template <class Json>
class WipeJsonAtEnd {
public:
    explicit WipeJsonAtEnd(Json& root) : root_(root) {}
    ~WipeJsonAtEnd() { wipe_json(root_); }
    WipeJsonAtEnd(const WipeJsonAtEnd&) = delete;
    WipeJsonAtEnd& operator=(const WipeJsonAtEnd&) = delete;

private:
    Json& root_;
};

}  // namespace courtyard::worker
