#include "app/flow/scan_parts.hpp"

#include "sync/base/encoding.hpp"

namespace courtyard::flow {

std::optional<PartLabel> part_label(std::string_view text, std::string_view prefix) {
    constexpr std::size_t kLabelBytes = 10;  // digest, part, total, check
    constexpr int kPartsMax = 11;
    if (!text.starts_with(prefix)) return std::nullopt;
    const auto bytes = base::unbase45(text.substr(prefix.size()));
    if (!bytes || bytes->size() <= kLabelBytes) return std::nullopt;
    PartLabel label{base::hex(base::ByteView(*bytes).first(4)), (*bytes)[4], (*bytes)[5]};
    if (label.total < 1 || label.total > kPartsMax || label.part < 1 || label.part > label.total) return std::nullopt;
    return label;
}

}  // namespace courtyard::flow
