#include "app/domain/mask.hpp"

#include "app/domain/text.hpp"

namespace courtyard::domain {

std::string mask_all_but(std::string_view text, std::size_t first, std::size_t last) {
    const std::u32string points = code_points(text).value_or(std::u32string(text.size(), U'*'));
    if (points.size() <= first + last) return std::string(points.size(), '*');
    return utf8(points.substr(0, first)) + std::string(points.size() - first - last, '*') +
           utf8(points.substr(points.size() - last));
}

std::string masked(const Field& field, std::string_view text) {
    if (text.empty() || field.is_also(text)) return std::string(text);
    switch (field.type) {
        case FieldType::IdDocument:
        case FieldType::Phone: return mask_all_but(text, 3, 4);
        default: return field.role == "account" ? mask_all_but(text, 0, 4) : mask_all_but(text, 1, 0);
    }
}

}  // namespace courtyard::domain
