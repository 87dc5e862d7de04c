#include "app/domain/mask.hpp"

#include "app/domain/text.hpp"

namespace courtyard::domain {

std::string mask_all_but(std::string_view text, std::size_t first, std::size_t last) {
    const std::u32string points = code_points(text).value_or(std::u32string(text.size(), U'*'));
    if (points.size() <= first + last) return std::string(points.size(), '*');
    return utf8(points.substr(0, first)) + std::string(points.size() - first - last, '*') +
           utf8(points.substr(points.size() - last));
}

std::string mask_document(std::string_view text) {
    constexpr std::size_t kLongMin = 15;  // of it the first three and the last four are less than half
    const std::size_t size = code_points(text).value_or(std::u32string(text.size(), U'*')).size();
    return size >= kLongMin ? mask_all_but(text, 3, 4) : mask_all_but(text, 1, 2);
}

std::string masked(const Field& field, std::string_view text) {
    if (text.empty() || field.is_also(text)) return std::string(text);
    switch (field.type) {
        case FieldType::IdDocument: return mask_document(text);
        case FieldType::Phone: return mask_all_but(text, 3, 4);
        default: return field.role == "account" ? mask_all_but(text, 0, 4) : mask_all_but(text, 1, 0);
    }
}

}  // namespace courtyard::domain
