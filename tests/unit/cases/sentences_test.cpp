// Whatever code a fact can be refused with, the pack has a sentence for it.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

#include "app/cases/act_table.hpp"

using namespace courtyard;

namespace {

namespace fs = std::filesystem;

std::string content_of(const fs::path& path) {
    std::ifstream stream(path);
    std::ostringstream text;
    text << stream.rdbuf();
    return text.str();
}

std::set<std::string> all_in(const fs::path& folder, const char* ending, const std::regex& wanted) {
    std::set<std::string> found;
    for (const auto& file : fs::directory_iterator(folder)) {
        if (file.path().extension() != ending) continue;
        const std::string text = content_of(file.path());
        for (std::sregex_iterator at(text.begin(), text.end(), wanted), end; at != end; ++at)
            found.insert((*at)[1]);
    }
    return found;
}

// As they stand in the source: refuse("vote.double"), and the codes that are kept in lists.
std::set<std::string> codes() {
    std::set<std::string> found = all_in("app/cases", ".cpp", std::regex(R"re(refuse\("([a-z_.]+)"\))re"));
    found.merge(all_in("app/cases", ".cpp", std::regex(R"re("((?:balance|corrected)\.[a-z_]+)")re")));
    found.insert("set_aside");
    return found;
}

std::set<std::string> sentences() {
    return all_in("assets/packs/zhejiang-demo/text", ".toml", std::regex(R"re((?:^|\n)"fact\.([a-z_.]+)" = "[^"])re"));
}

}  // namespace

TEST_CASE("every code that a fact can be refused with has a sentence in the pack") {
    const std::set<std::string> told = sentences();
    const std::set<std::string> wanted = codes();
    REQUIRE(wanted.size() > 80);  // the search finds them
    REQUIRE(told.size() > 80);
    for (const std::string& code : wanted)
        if (!code.starts_with("field.")) CHECK_MESSAGE(told.contains(code), code);
    // Of any field that is missing or wrong, one sentence that names it.
    CHECK(told.contains("field"));
    CHECK_FALSE(told.contains("vote.dubble"));
}

TEST_CASE("what asks the leader for another month does not say that it was given") {
    const std::string words = content_of("assets/packs/zhejiang-demo/text/acts.toml");
    const std::size_t at = words.find("\"task.P7m\" = ");
    REQUIRE(at != std::string::npos);
    const std::string line = words.substr(at, words.find('\n', at) - at);
    CHECK(line.find("延长") != std::string::npos);
    CHECK(line.find("已延长") == std::string::npos);
}

TEST_CASE("no sentence is for a field that no act has") {
    std::set<std::string> fields;
    for (const cases::ActRule& rule : cases::act_table())
        for (const cases::FieldRule& field : rule.fields)
            fields.insert(std::string(field.name));
    for (const std::string& key : sentences())
        if (key.starts_with("field.")) CHECK_MESSAGE(fields.contains(key.substr(6)), key);
}
