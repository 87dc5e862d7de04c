#include "app/cases/role_matrix.hpp"

#include <doctest/doctest.h>

#include "tests/unit/cases/role_table.hpp"
#include "tests/unit/cases/story.hpp"

using namespace courtyard;
using namespace courtyard::cases;

namespace {

constexpr std::array<const char*, 5> kOnePerOffice{"registrar", "judge", "committee", "caller", "leader"};

bool says(std::string_view letters, Role role) {
    return letters.find(test::kOfficeLetters[static_cast<std::size_t>(role)]) != std::string_view::npos;
}

}  // namespace

TEST_CASE("every cell of the matrix, allowed and denied, as it stands on paper") {
    REQUIRE(test::kMayDo.size() == act_table().size());
    const RoleMatrix matrix;
    for (const auto& [kind, letters] : test::kMayDo) {
        for (std::size_t i = 0; i < kRoleNames.size(); ++i) {
            const Role role = static_cast<Role>(i);
            CAPTURE(kind);
            CAPTURE(kRoleNames[i]);
            CHECK(matrix.may_do(role, kind) == says(letters, role));
            CHECK(matrix.verdict(role, kind).has_value() != says(letters, role));
        }
    }
    for (const auto& [name, letters] : test::kMaySee)
        for (std::size_t i = 0; i < kRoleNames.size(); ++i)
            CHECK(matrix.may_see(static_cast<Role>(i), *right_of(name)) == says(letters, static_cast<Role>(i)));
    CHECK_FALSE(matrix.may_do(Role::Leader, "of_a_newer_program"));
}

TEST_CASE("the fold refuses exactly what the matrix denies") {
    test::Story story;
    story.until_review();
    for (const auto& [kind, letters] : test::kMayDo) {
        for (std::size_t i = 0; i < kRoleNames.size(); ++i) {
            Fact fact;
            fact.id.bytes[0] = 7;
            const bool opens = kind == "case_opened";
            fact.about = opens ? fact.id : story.facts.front().id;
            fact.author = story.person(kOnePerOffice[i]);
            fact.kind = kind;
            fact.claimed = story.now;
            const std::vector<Fact> before = opens ? std::vector<Fact>{} : story.facts;
            const Verdict no = would_refuse(fact.about, before, fact, story.offices());
            CAPTURE(kind);
            CAPTURE(kOnePerOffice[i]);
            CHECK((no && no->code == "role") == !says(letters, static_cast<Role>(i)));
        }
    }
}

TEST_CASE("a court takes away and never gives") {
    for (const ActRule& rule : act_table()) {
        for (std::size_t i = 0; i < kRoleNames.size(); ++i) {
            const Role role = static_cast<Role>(i);
            RoleMatrix matrix;
            CAPTURE(rule.kind);
            CHECK(matrix.leave(rule.kind, {role}) == rule.who.has(role));
            if (!rule.who.has(role)) {
                CHECK(matrix == RoleMatrix{});
                continue;
            }
            for (std::size_t other = 0; other < kRoleNames.size(); ++other)
                CHECK(matrix.may_do(static_cast<Role>(other), rule.kind) == (other == i));
            if (rule.who != Roles{role}) CHECK(matrix != RoleMatrix{});
        }
        RoleMatrix matrix;
        CHECK_FALSE(matrix.leave(rule.kind, {}));
    }
    RoleMatrix matrix;
    CHECK(matrix.leave("remarked", {Role::Judge}));
    CHECK(matrix.verdict(Role::Caller, "remarked")->code == "role.taken");
    CHECK(matrix.verdict(Role::Caller, "decided")->code == "role");
    CHECK_FALSE(matrix.leave(Right::Account, {Role::Registrar, Role::Leader}));
    CHECK(matrix.leave(Right::Account, {Role::Registrar}));
    CHECK_FALSE(matrix.may_see(Role::Judge, Right::Account));
    CHECK_FALSE(matrix.leave("of_a_newer_program", {Role::Judge}));
}
