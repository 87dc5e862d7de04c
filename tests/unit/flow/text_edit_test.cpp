#include <doctest/doctest.h>

#include "app/flow/text_edit.hpp"

using namespace courtyard::flow;

TEST_CASE("text is typed, corrected in the middle and erased by characters, not bytes") {
    TextEdit edit;
    type(edit, "应安", 10);
    move_caret(edit, CaretMove::Left);
    type(edit, "𫖯", 10);
    CHECK(edit.text == "应𫖯安");
    erase_before(edit);
    CHECK(edit.text == "应安");
    erase_after(edit);
    CHECK(edit.text == "应");
    erase_after(edit);
    erase_before(edit);
    erase_before(edit);
    CHECK(edit == TextEdit{});
}

TEST_CASE("a limit counts characters, and control characters never get in") {
    TextEdit edit;
    type(edit, "𫖯𫖯𫖯", 2);
    CHECK(characters(edit.text) == 2);
    type(edit, "a", 2);
    CHECK(characters(edit.text) == 2);
    TextEdit plain;
    type(plain,
         "a\x01\n\x7F"
         "b",
         10);
    CHECK(plain.text == "ab");
    type(plain, "\xFF\xFE", 10);
    CHECK(plain.text == "ab");
    TextEdit many;
    type(many, "a\nb", 10, Lines::Many);
    CHECK(many.text == "a\nb");
}

TEST_CASE("a caret is always between two characters") {
    TextEdit edit = edit_of("应𫖯安");
    place_caret(edit, 4);
    CHECK(edit.caret == 3);
    place_caret(edit, 99);
    CHECK(edit.caret == edit.text.size());
    move_caret(edit, CaretMove::Start);
    move_caret(edit, CaretMove::Left);
    CHECK(edit.caret == 0);
    move_caret(edit, CaretMove::End);
    move_caret(edit, CaretMove::Right);
    CHECK(edit.caret == edit.text.size());
}

TEST_CASE("a code point before the caret becomes its character") {
    TextEdit edit = edit_of("应2B5AF");
    CHECK(code_point_before(edit));
    CHECK(edit.text == "应𫖯");
    edit = edit_of("U+4dae");
    CHECK(code_point_before(edit));
    CHECK(edit.text == "䶮");
    edit = edit_of("应");
    CHECK_FALSE(code_point_before(edit));
    for (const char* bad : {"D800", "110000", "FFFF", "E000", "1F"}) {
        edit = edit_of(bad);
        CHECK_FALSE(code_point_before(edit));
        CHECK(edit.text == bad);
    }
}
