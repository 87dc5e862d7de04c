#include "app/pack/words.hpp"

#include "app/domain/sentence_end.hpp"

namespace courtyard::pack {

bool Words::add(std::string key, std::string text) { return by_key_.emplace(std::move(key), std::move(text)).second; }

std::string Words::text(std::string_view key) const {
    const auto found = by_key_.find(key);
    return found == by_key_.end() ? "[" + std::string(key) + "]" : found->second;
}

std::string Words::text(std::string_view key, const std::map<std::string, std::string>& params) const {
    return fill(text(key), params);
}

std::string fill(std::string_view text, const std::map<std::string, std::string>& params) {
    std::string out;
    while (!text.empty()) {
        const std::size_t open = text.find('{');
        const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos) break;
        out += text.substr(0, open);
        const auto param = params.find(std::string(text.substr(open + 1, close - open - 1)));
        const std::string_view blank = text.substr(open, close - open + 1);
        text.remove_prefix(close + 1);
        if (param == params.end())
            out += blank;
        else
            domain::put_words(out, param->second, text);
    }
    return out += text;
}

}  // namespace courtyard::pack
