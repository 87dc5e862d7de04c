#include "app/worker/doubles.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <set>

#include "app/domain/double_aid.hpp"
#include "app/domain/identity_number.hpp"
#include "app/worker/case_acts.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/county_key.hpp"
#include "sync/os/files.hpp"
#include "tests/support/small_court.hpp"

using namespace courtyard;
using namespace courtyard::worker;
using test::SmallCourt;

namespace {

std::string text(const char* words) { return words; }

// Invented people and cases, few enough of each that many share one and not the other: the i-th pair is the only one of
// its person and its case.
constexpr std::uint64_t kPeople = 2'000, kCases = 500;

std::string person(std::uint64_t n) {
    char first17[24];
    std::snprintf(first17, sizeof first17, "330199%04d%02d%02d%03d", 1940 + static_cast<int>(n % 60),
                  1 + static_cast<int>(n / 60 % 12), 1 + static_cast<int>(n / 720 % 28), static_cast<int>(n % 1'000));
    return std::string(first17) + domain::identity_check_character(first17);
}
std::string original_case(std::uint64_t n) { return "（2026）浙0199执" + std::to_string(n + 1) + "号"; }

std::string full_width(const std::string& ascii) {
    std::string out;
    for (const char c : ascii) {
        const auto point = static_cast<unsigned>(c) - 0x20 + 0xFF00;
        out += {static_cast<char>(0xE0 | point >> 12), static_cast<char>(0x80 | (point >> 6 & 0x3F)),
                static_cast<char>(0x80 | (point & 0x3F))};
    }
    return out;
}
// Other spellings of the same, as another office may have them.
std::string respelt_person(std::string id, std::uint64_t way) {
    switch (way % 5) {
        case 0: return id.substr(0, 6) + id.substr(8, 9);  // the 15 digits of an old card
        case 1: return full_width(id);
        case 2: return id.substr(0, 6) + " " + id.substr(6, 8) + "-" + id.substr(14);
        case 3:
            if (id.back() == 'X') id.back() = 'x';
            return id;
        default: return id;
    }
}
std::string respelt_case(std::uint64_t n, std::uint64_t way) {
    const std::string number = std::to_string(n + 1);
    switch (way % 5) {
        case 0: return "(2026)浙0199执" + number + "号";
        case 1: return "〔２０２６〕浙０１９９执" + full_width(number) + "号";
        case 2: return "【2026】 浙0199 执 000" + number + " 号";
        case 3: return "（2026）浙0199执字第" + number + "号";
        default: return "（2026）浙0199执" + number + "号之二";
    }
}
AidedPair pair(const std::string& id, const std::string& number) {
    return {*domain::same_person_text(id), *domain::same_case_text(number)};
}

std::string answers(const std::string& id) { return R"({"F1.06":{"type":"居民身份证","number":")" + id + R"("}})"; }

struct Office {
    SmallCourt court;
    std::unique_ptr<Machine> registrar = court.laptop("registrar", mail::Role::Registrar);
    base::Instant now = SmallCourt::kNow;

    explicit Office(std::uint64_t seed) : court(seed) {}
    CourtFolder folder() { return open_court(court.folder / "court").value(); }
    cases::CaseId open(const std::string& id, const std::string& number) {
        now = now + 60'000;
        const auto about = open_case(*registrar,
                                     {{"applicant", text("申屠静")},
                                      {"source", text("window")},
                                      {"answers", answers(id)},
                                      {"original_case", number}},
                                     now, court.random);
        REQUIRE_MESSAGE(about.has_value(), about.error().message);
        return *about;
    }
    std::vector<cases::Fact> asked(const cases::CaseId& about) {
        std::vector<cases::Fact> found;
        const auto all = facts_of(*registrar, about).value();
        for (const cases::Fact& fact : all)
            if (fact.kind == "double_asked") found.push_back(fact);
        return found;
    }
};

}  // namespace

TEST_CASE("of a million pairs all planted doubles are found, in every spelling, and none is invented") {
    const std::uint64_t seed = 20261127;
    INFO("seed ", seed);
    base::SeededRandom random(seed);
    const auto county = seal::Secret<32>::random(random);
    // The other office helps 5,000 of the million, spelt in its own ways.
    std::set<std::uint64_t> planted;
    std::vector<AidedPair> theirs;
    while (planted.size() < 5'000) {
        const std::uint64_t at = random.next() % (kPeople * kCases);
        if (!planted.insert(at).second) continue;
        theirs.push_back(
            pair(respelt_person(person(at / kCases), random.next()), respelt_case(at % kCases, random.next())));
    }
    const auto file = print_token_list("测试县人民检察院", SmallCourt::kNow, theirs, county, random);
    REQUIRE(file.has_value());
    const auto list = open_token_list(*file, county);
    REQUIRE(list.has_value());
    CHECK(list->tokens.size() == 8'192);

    const auto hits = [&](const seal::TokenKey& key) {
        std::vector<std::string> numbers;
        for (std::uint64_t n = 0; n < kCases; ++n)
            numbers.push_back(*domain::same_case_text(original_case(n)));
        std::size_t found = 0, invented = 0;
        for (std::uint64_t p = 0; p < kPeople; ++p) {
            const std::string who = *domain::same_person_text(person(p));
            for (std::uint64_t n = 0; n < kCases; ++n) {
                if (!list->has(key.token(who, numbers[n]))) continue;
                (planted.contains(p * kCases + n) ? found : invented) += 1;
            }
        }
        CHECK(invented == 0);
        return found;
    };
    CHECK(hits(seal::TokenKey::of(county, list->salt)) == planted.size());
    // Who guesses with every identity number and case there is, but without the county's key, finds nothing.
    CHECK(hits(seal::TokenKey::of(seal::Secret<32>{}, list->salt)) == 0);
}

TEST_CASE("lists tell nothing without the key: not what is in them, not how many, not that two share something") {
    base::SeededRandom random(7);
    const auto county = seal::Secret<32>::random(random), other = seal::Secret<32>::random(random);
    const std::vector<AidedPair> pairs{pair(person(1), original_case(1)), pair(person(2), original_case(2)),
                                       pair(person(1), original_case(1))};
    const auto written = [&](const std::vector<AidedPair>& what) {
        return print_token_list("甲", SmallCourt::kNow, what, county, random).value();
    };
    const base::Bytes first = written(pairs), second = written(pairs), none = written({});
    CHECK(first.size() == none.size());
    CHECK(open_token_list(first, other).error().code == "tokens.key");
    const TokenList one = open_token_list(first, county).value(), two = open_token_list(second, county).value();
    CHECK(std::is_sorted(one.tokens.begin(), one.tokens.end()));
    CHECK(std::none_of(one.tokens.begin(), one.tokens.end(), [&](const auto& token) { return two.has(token); }));
    // The control: the key sees both.
    for (const TokenList& list : {one, two})
        CHECK(list.has(seal::TokenKey::of(county, list.salt).token(pairs[0].person, pairs[0].original_case)));
    // No text of the pairs stands in it.
    CHECK(base::as_text(first).find(pairs[0].person) == std::string_view::npos);

    for (const std::size_t size : {std::size_t{0}, std::size_t{5}, std::size_t{60}, first.size() - 1})
        CHECK(open_token_list(base::ByteView(first).first(size), county).error().code == "tokens.file");
    for (std::size_t at = 0; at < first.size(); at += 331) {
        base::Bytes changed = first;
        changed[at] ^= 1;
        CHECK_FALSE(open_token_list(changed, county).has_value());
    }
}

TEST_CASE("a hit asks in the case that is opened, and a person answers: nothing is refused") {
    Office court(1), procuratorate(2);
    // One key for both; each laptop was enrolled before it.
    CHECK(export_tokens(*court.registrar, court.court.folder / "x", court.now, court.court.random).error().code ==
          "tokens.no_key");
    REQUIRE(make_county_key(court.folder(), court.court.random).has_value());
    CHECK(make_county_key(court.folder(), court.court.random).error().code == "county.exists");
    REQUIRE(export_county_key(court.folder(), court.court.folder / "key").has_value());
    REQUIRE(import_county_key(procuratorate.folder(), court.court.folder / "key").has_value());
    for (Office* office : {&court, &procuratorate})
        REQUIRE(install_county_key(*office->registrar, office->folder()).has_value());
    const auto judge = court.court.laptop("judge", mail::Role::Judge);  // enrolled since: has it
    CHECK(county_key(*judge).value().has_value());
    const auto caller = court.court.laptop("caller", mail::Role::Caller);
    CHECK_FALSE(county_key(*caller).value().has_value());
    CHECK(install_county_key(*caller, court.folder()).error().code == "county.role");

    // The procuratorate writes under its own name: here the name of its folder's court is the same, so by hand.
    const auto key = county_key(*procuratorate.registrar).value();
    const auto there = court.court.folder / "list.cytl";
    const auto list = print_token_list("测试县人民检察院", court.now,
                                       {pair(person(1), original_case(1)), pair(person(3), original_case(3))}, *key,
                                       court.court.random);
    REQUIRE(os::write_file(there, *list, os::Privacy::Public).has_value());

    const auto before = court.open(respelt_person(person(3), 1), respelt_case(3, 1));
    CHECK(court.asked(before).empty());
    REQUIRE(import_tokens(*court.registrar, there).has_value());
    const auto hits = check_tokens(*court.registrar, court.now, court.court.random).value();
    REQUIRE(hits.size() == 1);
    CHECK(hits.front().about == before);
    CHECK(hits.front().where == "测试县人民检察院");
    CHECK(check_tokens(*court.registrar, court.now, court.court.random).value().empty());

    const auto doubled = court.open(respelt_person(person(1), 0), respelt_case(1, 2));
    const auto other_case = court.open(person(1), original_case(2));
    const auto other_person = court.open(person(2), original_case(1));
    REQUIRE(court.asked(doubled).size() == 1);
    CHECK(court.asked(doubled).front().text("where") == "测试县人民检察院");
    CHECK(court.asked(other_case).empty());
    CHECK(court.asked(other_person).empty());
    const auto answered = act(
        *court.registrar,
        {doubled,
         "double_answered",
         {{"asked", court.asked(doubled).front().id.text()}, {"same", false}, {"reasons", text("检察院已退回申请")}}},
        court.now, court.court.random);
    CHECK(answered.has_value());
    CHECK(act(*court.registrar, {doubled, "department_asked", {{"department", text("执行局")}}}, court.now,
              court.court.random)
              .has_value());

    SUBCASE("two cases of this court for one person and one original case") {
        const auto again = court.open(respelt_person(person(2), 2), respelt_case(1, 3));
        REQUIRE(court.asked(again).size() == 1);
        CHECK(court.asked(again).front().text("token") == other_person.text());
        // Asked once: not in the other one as well.
        CHECK(check_tokens(*court.registrar, court.now, court.court.random).value().empty());
        CHECK(court.asked(other_person).empty());
    }
    SUBCASE("an older list does not take the place of a newer one, and one's own is none of another office") {
        const auto older = print_token_list("测试县人民检察院", court.now + -86'400'000, {}, *key, court.court.random);
        REQUIRE(os::write_file(there, *older, os::Privacy::Public).has_value());
        CHECK(import_tokens(*court.registrar, there).error().code == "tokens.older");
        CHECK(export_tokens(*court.registrar, there, court.now, court.court.random).value() == 4);
        CHECK(import_tokens(*court.registrar, there).error().code == "tokens.own");
    }
    SUBCASE("what this court exports, another office that shares the key finds") {
        REQUIRE(export_tokens(*court.registrar, there, court.now, court.court.random).has_value());
        const auto file = os::read_file(there, kTokenListBytesMax).value();
        const TokenList own = open_token_list(file, *key).value();
        const auto has = [&](std::uint64_t who, std::uint64_t what) {
            const AidedPair wanted = pair(person(who), original_case(what));
            return own.has(seal::TokenKey::of(*key, own.salt).token(wanted.person, wanted.original_case));
        };
        CHECK(has(1, 1));
        CHECK(has(3, 3));
        CHECK_FALSE(has(1, 3));
    }
}
