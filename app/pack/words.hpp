// Words for people by key, with {name} parameters.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace courtyard::pack {

class Words {
public:
    // False when the key is already there.
    [[nodiscard]] bool add(std::string key, std::string text);
    [[nodiscard]] bool has(std::string_view key) const { return by_key_.find(key) != by_key_.end(); }
    // The text, or "[key]" where the pack has none: visible on the screen, found by the pack's check and by tests,
    // never empty.
    [[nodiscard]] std::string text(std::string_view key) const;
    // With {name} replaced; a parameter that the text does not mention is ignored, one that is not given stays as
    // {name}.
    [[nodiscard]] std::string text(std::string_view key, const std::map<std::string, std::string>& params) const;
    [[nodiscard]] const std::map<std::string, std::string, std::less<>>& all() const { return by_key_; }

private:
    std::map<std::string, std::string, std::less<>> by_key_;
};

[[nodiscard]] std::string fill(std::string_view text, const std::map<std::string, std::string>& params);

}  // namespace courtyard::pack
