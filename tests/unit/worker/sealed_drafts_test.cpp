// What was typed and not signed, while the laptop is locked.
#include <doctest/doctest.h>

#include "app/worker/sealed_drafts.hpp"
#include "sync/base/random.hpp"

using namespace courtyard;

namespace {

constexpr seal::ScryptCost kCheap{15};

std::vector<flow::KeptDraft> some() {
    flow::KeptDraft draft{"0011", "report_written", {}, true, {}, true};
    draft.fields["reasons"] = {std::string(9'000, 'x') + "断了药", {"a", "b"}, std::nullopt};
    draft.fields["read_back"] = {"", {}, false};
    return {draft, {"", "case_opened", {{"name", {"毕䶮", {}, true}}}}};
}

}  // namespace

TEST_CASE("drafts come back behind the passphrase that was at hand, and only once") {
    base::SeededRandom random(7);
    worker::SealedDrafts sealed(kCheap);
    const auto passphrase = base::as_bytes("correct horse");
    CHECK(sealed.open(passphrase).empty());
    CHECK_FALSE(sealed.is_lost());
    REQUIRE(sealed.get_ready(passphrase, random));
    auto drafts = some();
    sealed.seal(drafts, random);
    CHECK(drafts.empty());
    const auto back = sealed.open(passphrase);
    REQUIRE(back.size() == 2);
    CHECK(back[0].about == "0011");
    CHECK(back[0].kind == "report_written");
    CHECK(back[0].more);
    CHECK(back[0].lost_pictures);
    CHECK(back[0].fields == some()[0].fields);
    CHECK(back[1].fields == some()[1].fields);
    CHECK_FALSE(sealed.is_lost());
    CHECK(sealed.open(passphrase).empty());
    CHECK_FALSE(sealed.is_lost());
}

TEST_CASE("drafts that cannot be kept are said to be lost") {
    base::SeededRandom random(7);
    worker::SealedDrafts never(kCheap);
    auto drafts = some();
    never.seal(drafts, random);  // no passphrase was ever at hand
    CHECK(drafts.empty());
    CHECK(never.is_lost());

    worker::SealedDrafts other(kCheap);
    REQUIRE(other.get_ready(base::as_bytes("correct horse"), random));
    drafts = some();
    other.seal(drafts, random);
    CHECK(other.open(base::as_bytes("another")).empty());
    CHECK(other.is_lost());
    // The passphrase is another one now: what is typed from here on comes back by it.
    REQUIRE(other.get_ready(base::as_bytes("another"), random));
    drafts = some();
    other.seal(drafts, random);
    CHECK(other.open(base::as_bytes("another")).size() == 2);
    CHECK_FALSE(other.is_lost());
    drafts = {};
    other.seal(drafts, random);
    CHECK_FALSE(other.is_lost());
}

TEST_CASE("another passphrase since the last unlocking: what is typed from then on comes back by that one alone") {
    base::SeededRandom random(7);
    worker::SealedDrafts sealed(kCheap);
    REQUIRE(sealed.get_ready(base::as_bytes("correct horse"), random));
    CHECK(sealed.open(base::as_bytes("another")).empty());  // nothing was typed in between
    REQUIRE(sealed.get_ready(base::as_bytes("another"), random));
    auto drafts = some();
    sealed.seal(drafts, random);
    SUBCASE("by the new one") { CHECK(sealed.open(base::as_bytes("another")).size() == 2); }
    SUBCASE("the control: not by the one before") { CHECK(sealed.open(base::as_bytes("correct horse")).empty()); }
}
