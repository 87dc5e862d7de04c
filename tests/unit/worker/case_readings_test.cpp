// By which sounds a name is found: those that it can have, or that people take it for.
#include "app/worker/case_readings.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "tests/unit/pack/demo_pack.hpp"

using namespace courtyard;
using cases::Fit;

namespace {

bool finds(const cases::Readings& readings, const char* name, const char* typed) {
    return cases::SoundedText(name, readings).fit(cases::searchable(typed)) != Fit::None;
}

}  // namespace

TEST_CASE("a surname is found by the sounds that it has and by common misreadings, by no rare one") {
    const auto readings = worker::shipped_readings(pack::test::demo_pack().typing);
    REQUIRE_MESSAGE(readings.has_value(), readings.error().message);
    struct Sound {
        const char* name;
        const char* typed;
        bool finds;
    };
    for (const Sound& each :
         {Sound{"叶知秋", "ye", true}, Sound{"叶知秋", "xie", false}, Sound{"石一", "shi", true},
          Sound{"石一", "dan", false}, Sound{"万三", "wan", true}, Sound{"仇和", "qiu", true},
          Sound{"仇和", "chou", true},  // as whoever does not know the name reads it
          Sound{"解晓东", "xie", true}, Sound{"解晓东", "jie", true}, Sound{"单静", "shan", true},
          Sound{"单静", "dan", true}, Sound{"单于静", "chanyu", true}, Sound{"万俟静", "moqi", true},
          Sound{"长孙静", "zhangsun", true}, Sound{"区大成", "ou", true}, Sound{"区大成", "qu", true},
          // By its judge somebody is found, too: the second and third characters are read in every way.
          Sound{"叶知秋", "qiu", true}, Sound{"甲一", "qiu", false}, Sound{"乙二", "qiu", false},
          Sound{"丙三", "xie", false}, Sound{"甲一", "xie", false}}) {
        CAPTURE(std::string(each.name));
        CAPTURE(std::string(each.typed));
        CHECK(finds(*readings, each.name, each.typed) == each.finds);
    }
}

TEST_CASE("the sound that a surname has stands first, and the list is in that order") {
    const auto readings = worker::shipped_readings(pack::test::demo_pack().typing);
    REQUIRE(readings.has_value());
    for (const auto& [character, sound] : {std::pair{U'叶', "ye"}, std::pair{U'解', "xie"}, std::pair{U'区', "ou"}}) {
        REQUIRE_FALSE((*readings)(character).empty());
        CHECK((*readings)(character).front() == sound);
    }
    // The control: without a pack's surnames nothing is known of them, and all readings stand.
    const auto bare = worker::shipped_readings({});
    REQUIRE(bare.has_value());
    const auto all = (*bare)(U'叶');
    CHECK(std::find(all.begin(), all.end(), "xie") != all.end());
}
