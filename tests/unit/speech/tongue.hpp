// The shipped tables, and a court's words of one's own.
#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "app/speech/reader.hpp"

namespace courtyard::test {

inline std::string shipped(const char* name) {
    std::ifstream file(std::string("assets/speech/") + name, std::ios::binary);
    REQUIRE_MESSAGE(file.is_open(), name);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline speech::Tongue tongue(const std::map<std::string, std::string, std::less<>>& court = {}) {
    auto characters = speech::Characters::parse(shipped("readings.txt"));
    auto words = speech::Lexicon::parse(shipped("words.txt"));
    auto rules = speech::parse_rules(shipped("rules.txt"));
    REQUIRE_MESSAGE(characters.has_value(), characters.error().message);
    REQUIRE_MESSAGE(words.has_value(), words.error().message);
    REQUIRE_MESSAGE(rules.has_value(), rules.error().message);
    return {std::move(*characters), std::move(*words), std::move(*rules), speech::Lexicon::of(court), {}, {}, {}};
}

}  // namespace courtyard::test
