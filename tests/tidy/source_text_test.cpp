#include "tests/tidy/source_text.hpp"

#include <doctest/doctest.h>

using namespace courtyard::tidy;

TEST_CASE("comments are blanked in code, literals in bare, and lines stay where they were") {
    const SourceText text = read_source(
        "a(); // gone\n"
        "b(\"kept // not a comment\"); /* gone\n"
        "gone */ c('\"'); d();\n"
        "auto n = 1'000'000; e(); // gone\n"
        "f(R\"x(raw \" )\" // )x\"); g();\n"
        "h(\"esc \\\" // \"); i();");
    REQUIRE(text.lines.size() == 6);
    REQUIRE(text.code.size() == 6);
    REQUIRE(text.bare.size() == 6);
    CHECK(text.code[0] == "a();        ");
    CHECK(text.code[1] == "b(\"kept // not a comment\");        ");
    CHECK(text.code[2] == "        c('\"'); d();");
    CHECK(text.code[3] == "auto n = 1'000'000; e();        ");
    CHECK(text.bare[1].starts_with("b(\"                     \");"));
    CHECK(text.bare[2] == "        c(' '); d();");
    CHECK(text.bare[4].ends_with("); g();"));
    CHECK(text.bare[4].find("raw") == std::string::npos);
    CHECK(text.bare[5].ends_with("); i();"));
}

TEST_CASE("an unfinished literal blanks no more than its line") {
    const SourceText text = read_source("it's\nsteady_clock");
    CHECK(text.bare[1] == "steady_clock");
}

TEST_CASE("a word is found whole only") {
    CHECK(has_word("std::random_device d;", "random_device"));
    CHECK_FALSE(has_word("my_random_device d;", "random_device"));
    CHECK_FALSE(has_word("random_devices d;", "random_device"));
    CHECK(has_word("mutexes mutex", "mutex"));
}

TEST_CASE("Chinese text is told from other text") {
    CHECK(has_chinese("\xE7\x94\xB3"));      // U+7533
    CHECK(has_chinese("\xE3\x80\x82"));      // U+3002, full stop
    CHECK(has_chinese("\xEF\xBC\x8C"));      // U+FF0C, full-width comma
    CHECK(has_chinese("\xF0\xAB\x96\xAF"));  // U+2B5AF, extension D
    CHECK(has_chinese("\xC9\xEA"));          // GB 18030, not UTF-8
    CHECK_FALSE(has_chinese("plain"));
    CHECK_FALSE(has_chinese("\xE2\x80\x9Cquotes\xE2\x80\x9D \xC2\xA7 5 \xE2\x86\x92"));
}
