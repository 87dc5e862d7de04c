#include "app/domain/village.hpp"

#include <doctest/doctest.h>

using namespace courtyard::domain;

namespace {

const PlaceWords kWords{"浙江省测试县", {"街道", "镇", "乡"}, {"村", "社区"}};

}  // namespace

TEST_CASE("the township and the village are read out of an address") {
    CHECK(village_in("浙江省测试县云坞乡石桥村3组12号", kWords) == "云坞乡石桥村");
    CHECK(village_in("测试县云坞乡石桥村", kWords) == "云坞乡石桥村");
    CHECK(village_in(" 云坞乡石桥村委会旁边 ", kWords) == "云坞乡石桥村");
    CHECK(village_in("330199 浙江省测试县江村镇双溪村", kWords) == "江村镇双溪村");
    CHECK(village_in("330199浙江省测试县桐君街道阳光社区5幢", kWords) == "桐君街道阳光社区");
    CHECK(village_in("石桥村", kWords) == "石桥村");
    CHECK(village_in("村口第一家", kWords).empty());
    CHECK(village_in("浙江省测试县城关镇解放路12号", kWords).empty());
    CHECK(village_in("", kWords).empty());
    CHECK(village_in("浙江省测试县", kWords).empty());
    // Another county's place keeps all of its name.
    CHECK(village_in("河南省某某县江南镇双溪村第6组", kWords) == "河南省某某县江南镇双溪村");
    // The control: without a court's words there is none.
    CHECK(village_in("浙江省测试县云坞乡石桥村3组12号", {}).empty());
}

TEST_CASE("a village is the same one with its township before it or without") {
    CHECK(is_same_village("云坞乡石桥村", "石桥村"));
    CHECK(is_same_village(" 石桥村", "云坞乡石桥村"));
    CHECK(is_same_village("石桥村", "石桥村"));
    CHECK_FALSE(is_same_village("云坞乡石桥村", "双溪乡石桥村"));
    CHECK_FALSE(is_same_village("下坪村", "上坪村"));
    CHECK_FALSE(is_same_village("", ""));
    CHECK_FALSE(is_same_village(" ", "石桥村"));
}
