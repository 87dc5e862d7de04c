#include "app/radicals/radical_table.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

using namespace courtyard;

namespace {

radicals::RadicalTable shipped() {
    std::ifstream file("assets/writing/radicals.txt");
    std::stringstream text;
    text << file.rdbuf();
    auto table = radicals::RadicalTable::parse(text.str());
    REQUIRE(table.has_value());
    return *std::move(table);
}

// Whether the form leads to this character with so many strokes beside it.
bool leads(const radicals::RadicalTable& table, std::string_view form, int strokes, char32_t character) {
    for (const radicals::Form& one : table.forms(0)) {
        if (one.text != form) continue;
        for (const radicals::WithStrokes& with : table.list(one.list))
            if (with.strokes == strokes && with.characters.find(character) != std::u32string::npos) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("rare characters are found by the radical that is seen and the strokes beside it") {
    const auto table = shipped();
    CHECK(leads(table, "钅", 7, U'\U0002CB4E'));
    CHECK(leads(table, "金", 8, U'\u9326'));
    CHECK(leads(table, "页", 5, U'\U0002CC56'));
    CHECK(leads(table, "人", 3, U'\u3431'));
    CHECK(leads(table, "氵", 5, U'\u6CE2'));
    CHECK(leads(table, "水", 5, U'\u6CE2'));
    CHECK(leads(table, "忄", 8, U'\u60C5'));
    CHECK(!leads(table, "钅", 3, U'\U0002CB4E'));
}

TEST_CASE("every form leads somewhere, forms are chosen by their strokes, and the newest blocks are there") {
    const auto table = shipped();
    CHECK(table.forms(0).size() > 230);
    CHECK(table.most_strokes() == 17);
    for (int strokes = 1; strokes <= table.most_strokes(); ++strokes)
        for (const radicals::Form& form : table.forms(strokes)) {
            CHECK(form.strokes == strokes);
            CHECK(!table.list(form.list).empty());
        }
    CHECK(table.characters() > 85'000);
    bool has_newest = false;
    for (const radicals::Form& form : table.forms(0))
        for (const auto& with : table.list(form.list))
            for (const char32_t c : with.characters)
                has_newest = has_newest || c >= 0x31350;
    CHECK(has_newest);
    CHECK(table.list("999").empty());
}

TEST_CASE("a wrong table names its line") {
    for (const char* bad :
         {"form\t\xE4\xB8\x80\tx\t1\n", "list\t1\t0\t\n", "form\t\xE4\xB8\x80\t1\t7\n", "nothing\n"}) {
        const auto table = radicals::RadicalTable::parse(bad);
        REQUIRE(!table.has_value());
        CHECK(table.error().code == "radicals.line");
    }
}
