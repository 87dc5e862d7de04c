// Pieces of a JSON Schema (2020-12) as JSON text, and how they are put together. For app/pack/*schema*.cpp only.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace courtyard::pack::schema {

// A whole schema: an object, or the words true (fits everything) and false (fits nothing).
using Schema = std::string;

inline constexpr std::string_view kAnything = "true", kNothing = "false";

[[nodiscard]] std::string quoted(std::string_view text);
[[nodiscard]] std::string quoted_list(const std::vector<std::string>& texts);

// Writes one object, key by key; what is not set is left out.
class Object {
public:
    Object& raw(std::string_view key, std::string_view json);
    Object& text(std::string_view key, std::string_view text);
    Object& number(std::string_view key, std::int64_t number);
    Object& texts(std::string_view key, const std::vector<std::string>& texts);
    Object& pattern(std::string_view pattern);  // spelled in ASCII
    [[nodiscard]] bool is_empty() const { return body_.empty(); }
    [[nodiscard]] Schema done() const { return "{" + body_ + "}"; }

private:
    Object& put(std::string_view key, std::string_view json);
    std::string body_;
};

// Fits when all, any, not: with true and false taken out, so that what can be said is all that is left.
[[nodiscard]] Schema all_of(std::vector<Schema> parts);
[[nodiscard]] Schema any_of(std::vector<Schema> parts);
[[nodiscard]] Schema negation(const Schema& part);

[[nodiscard]] Schema constant(std::string_view text);                // exactly this text
[[nodiscard]] Schema one_of(const std::vector<std::string>& texts);  // one of these texts
[[nodiscard]] Schema text_like(std::string_view pattern);            // a text that the pattern finds
[[nodiscard]] Schema reference(std::string_view definition);         // what stands under $defs
// An object that has this property, and it fits.
[[nodiscard]] Schema with_property(std::string_view key, const Schema& value);
// The same schema with words for people in front. An empty description is left out.
[[nodiscard]] Schema described(std::string_view title, std::string_view description, const Schema& schema);
// {"if":…,"then":…}
[[nodiscard]] Schema implication(const Schema& condition, const Schema& consequence);

}  // namespace courtyard::pack::schema
