// Search in the guide: topics and questions that contain every word of a query, best first.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "app/pack/pack.hpp"

namespace courtyard::pack {

struct GuideHit {
    const Topic* topic = nullptr;  // exactly one of the two
    const GuideQuestion* question = nullptr;
    int score = 0;  // title 8, keyword 4, text 1 per word
};

inline constexpr std::size_t kQueryBytesMax = 200;

// Words are separated by white space; letter case does not matter; pinyin and initials are found where keywords have
// them. An empty query finds nothing. The pointers live as long as the pack.
[[nodiscard]] std::vector<GuideHit> search(const Pack& pack, std::string_view query);

}  // namespace courtyard::pack
