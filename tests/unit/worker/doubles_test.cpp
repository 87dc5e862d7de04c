#include "app/worker/doubles.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <set>

#include "app/domain/double_aid.hpp"
#include "app/domain/identity_number.hpp"
#include "app/worker/aided_pairs.hpp"
#include "app/worker/case_acts.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/case_views.hpp"
#include "app/worker/county_key.hpp"
#include "app/worker/double_lists.hpp"
#include "sync/os/files.hpp"
#include "tests/support/small_court.hpp"
#include "tests/unit/worker/other_spelling.hpp"

using namespace courtyard;
using namespace courtyard::worker;
using test::respelt_case;
using test::respelt_person;
using test::SmallCourt;
using test::text;
using test::two_cases;

namespace {

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

AidedPair pair(const std::string& id, const std::string& number) {
    return {*domain::same_person_text(id), *domain::same_case_text(number)};
}

std::string answers(const std::string& id) { return R"({"F1.06":{"type":"居民身份证","number":")" + id + R"("}})"; }

// A mother, and the relatives who apply with her: rows as the form has them.
struct Fellow {
    std::string name, id, wish = "愿意";
};
std::string joint_answers(const std::string& id, const std::vector<Fellow>& fellows) {
    std::string rows;
    for (const Fellow& each : fellows)
        rows += (rows.empty() ? "" : ",") +
                (R"({"姓名":")" + each.name + R"(","关系":"儿子","证件类型":"户口簿","证件号码":)") + each.id +
                R"(,"监护人":"申屠静","意愿":")" + each.wish + "\"}";
    return R"({"F1.06":")" + id + R"(","F1.15":[)" + rows + "]}";
}
std::string quoted(const std::string& word) { return '"' + word + '"'; }

struct Office {
    SmallCourt court;
    std::unique_ptr<Machine> registrar = court.laptop("registrar", mail::Role::Registrar);
    base::Instant now = SmallCourt::kNow;

    explicit Office(std::uint64_t seed) : court(seed) {}
    CourtFolder folder() { return open_court(court.folder / "court").value(); }
    cases::CaseId open(const std::string& id, const std::string& number) { return open_with(answers(id), number); }
    cases::CaseId open_with(const std::string& told, const std::string& number) {
        now = now + 60'000;
        const auto about = open_case(
            *registrar,
            {{"applicant", text("申屠静")}, {"source", text("window")}, {"answers", told}, {"original_case", number}},
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
    // The other office helps 5,000 of the million, spelt in its own ways: some for two cases, named in one line.
    std::set<std::uint64_t> planted;
    std::vector<AidedPair> theirs;
    while (planted.size() < 5'000) {
        const std::uint64_t at = random.next() % (kPeople * kCases), also = random.next() % kCases, way = random.next();
        if (!planted.insert(at).second) continue;
        const std::string who = respelt_person(person(at / kCases), random.next());
        const std::uint64_t second = at / kCases * kCases + also;
        const bool two = way % 3 == 0 && planted.size() < 5'000 && planted.insert(second).second;
        const auto named =
            domain::same_case_texts(two ? two_cases(at % kCases, also, way) : respelt_case(at % kCases, way));
        REQUIRE(named.size() == (two ? 2 : 1));
        for (const std::string& each : named)
            theirs.push_back({*domain::same_person_text(who), each});
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

TEST_CASE("reported: a case that was never filed is no aid, and closing it does not make it one") {
    Office court(11);
    const auto about = court.open(person(1), original_case(1));
    const auto must = [&](const char* kind, cases::Fields fields) {
        court.now = court.now + 60'000;
        const auto done = act(*court.registrar, {about, kind, std::move(fields)}, court.now, court.court.random);
        REQUIRE_MESSAGE(done.has_value(), done.error().message);
    };
    const auto file = court.court.folder / "list.cytl";
    REQUIRE(make_county_key(court.folder(), court.court.random).has_value());
    REQUIRE(install_county_key(*court.registrar, court.folder()).has_value());
    const auto exported = [&] { return export_tokens(*court.registrar, file, court.now, court.court.random).value(); };
    CHECK(exported() == 1);  // the control: while it goes on, it may be aided
    must("department_asked", {{"department", text("执行局")}});
    must("department_answered", {{"opinion", text("不符合")}, {"fits", false}});
    must("not_filed", {{"reasons", text("不属于救助范围。")}});
    CHECK(exported() == 0);
    must("served", {{"paper", text("not_filed")}, {"how", text("in_person")}, {"to", text("申屠静")}});
    must("closed", {{"reasons", text("办结")}});
    REQUIRE(case_of(*court.registrar, about)->status == cases::Status::Closed);
    CHECK(exported() == 0);
    CHECK(court.asked(court.open(person(1), original_case(1))).empty());
    // The control: the one that goes on is asked about.
    CHECK(court.asked(court.open(person(1), original_case(1))).size() == 1);
}

TEST_CASE("every one of those who apply together is compared, not the one in whose name the file stands alone") {
    Office court(3);
    REQUIRE(make_county_key(court.folder(), court.court.random).has_value());
    REQUIRE(install_county_key(*court.registrar, court.folder()).has_value());
    const auto key = county_key(*court.registrar).value();
    const auto there = court.court.folder / "list.cytl";
    const auto list = print_token_list("测试县人民检察院", court.now,
                                       {pair(person(11), original_case(7)), pair(person(12), original_case(7)),
                                        pair(person(13), original_case(7)), pair(person(14), original_case(8))},
                                       *key, court.court.random);
    REQUIRE(os::write_file(there, *list, os::Privacy::Public).has_value());
    REQUIRE(import_tokens(*court.registrar, there).has_value());
    const Fellow first{"骆一苗", quoted(person(11))};
    const Fellow second{"骆小满", quoted(respelt_person(person(12), 0))};

    SUBCASE("the procuratorate helped two children: one question, and it names both") {
        const auto about = court.open_with(joint_answers(person(10), {first, second}), original_case(7));
        REQUIRE(court.asked(about).size() == 1);
        CHECK(court.asked(about).front().texts("who") ==
              std::vector<std::string>{"骆一苗 *" + person(11).substr(14) + " （2026）浙0199执8",
                                       "骆小满 *" + person(12).substr(14) + " （2026）浙0199执8"});
        CHECK(check_tokens(*court.registrar, court.now, court.court.random).value().empty());
    }
    SUBCASE("who does not apply, who was never asked, who has no number, and whose case is another, is no double") {
        const auto about = court.open_with(joint_answers(person(10), {{"骆大", quoted(person(13)), "不申请"},
                                                                      {"骆阿婆", quoted("暂无")},
                                                                      {"骆三", quoted(person(14))}}),
                                           original_case(7));
        CHECK(court.asked(about).empty());
        const auto unasked =
            court.open_with(joint_answers(person(15), {{"骆大", quoted(person(13)), "还没问到"}}), original_case(7));
        CHECK(court.asked(unasked).empty());
        // The control: the same person, asking.
        const auto asks = court.open_with(joint_answers(person(10), {{"骆大", quoted(person(13))}}), original_case(7));
        // Here and at the procuratorate: the mother has a case of this court, the son one of theirs.
        CHECK(court.asked(asks).size() == 2);
    }
    SUBCASE("a child with a case of their own, in either order") {
        const auto own = court.open(person(21), original_case(9));
        const auto joint =
            court.open_with(joint_answers(person(20), {{"骆一苗", quoted(person(21))}}), original_case(9));
        CHECK(court.asked(own).empty());
        REQUIRE(court.asked(joint).size() == 1);
        CHECK(court.asked(joint).front().text("token") == own.text());
        const auto later = court.open_with(joint_answers(person(23), {}), original_case(9));
        CHECK(court.asked(later).empty());
        const auto child = court.open(person(21), respelt_case(9, 2));
        CHECK(court.asked(child).size() == 2);  // about both of them
    }
    SUBCASE("the list for other offices has them all") {
        court.open_with(
            joint_answers(person(30), {{"骆一苗", quoted(person(31))}, {"骆大", quoted(person(32)), "不申请"}}),
            original_case(5));
        CHECK(export_tokens(*court.registrar, there, court.now, court.court.random).value() == 1);
        const TokenList own = open_token_list(os::read_file(there, kTokenListBytesMax).value(), *key).value();
        const auto has = [&](std::uint64_t who) {
            const AidedPair wanted = pair(person(who), original_case(5));
            return own.has(seal::TokenKey::of(*key, own.salt).token(wanted.person, wanted.original_case));
        };
        CHECK(has(30));
        CHECK(has(31));
        CHECK_FALSE(has(32));
    }
}

TEST_CASE("of thousands of joint applications every planted relative is found, and nobody else") {
    const std::uint64_t seed = 20261128;
    INFO("seed ", seed);
    base::SeededRandom random(seed);
    const Office office(9);
    const domain::FormDefinition& form = office.registrar->pack().form;
    const auto county = seal::Secret<32>::random(random);
    constexpr std::uint64_t kFiles = 3'000, kFellows = 3;
    // Of every file one applicant in two is planted, by chance the one in whose name it stands or a relative.
    std::vector<AidedPair> theirs;
    std::set<std::string> planted;
    std::vector<std::vector<NamedPair>> ours;
    for (std::uint64_t file = 0; file < kFiles; ++file) {
        const std::uint64_t what = random.next() % kCases;
        std::vector<Fellow> fellows;
        const std::uint64_t first = file * (kFellows + 1) % kPeople;
        for (std::uint64_t i = 1; i <= kFellows; ++i)
            fellows.push_back({"骆" + std::to_string(i), quoted(respelt_person(person(first + i), random.next())),
                               i == kFellows ? "不申请" : "愿意"});
        cases::Fact opening;
        opening.kind = "case_opened";
        opening.fields = {{"applicant", text("章绮禾")}, {"answers", joint_answers(person(first), fellows)}};
        const std::vector<std::string> originals{*domain::same_case_text(original_case(what))};
        ours.push_back(pairs_of(form, std::vector{opening}, {}, originals));
        REQUIRE(ours.back().size() == kFellows);  // the applicant, and who applies of the others
        const std::uint64_t hit = random.next() % (2 * (kFellows + 1));
        if (hit > kFellows) continue;
        const AidedPair helped =
            pair(respelt_person(person(first + hit), random.next()), respelt_case(what, random.next()));
        theirs.push_back(helped);
        planted.insert(helped.person + helped.original_case);
    }
    const auto list =
        open_token_list(*print_token_list("测试县人民检察院", SmallCourt::kNow, theirs, county, random), county);
    REQUIRE(list.has_value());
    const seal::TokenKey key = seal::TokenKey::of(county, list->salt);
    std::size_t found = 0, wrong = 0;
    for (const auto& file : ours)
        for (const NamedPair& each : file) {
            const bool hit = list->has(key.token(each.pair.person, each.pair.original_case));
            const bool is_planted = planted.contains(each.pair.person + each.pair.original_case);
            found += hit ? 1 : 0;
            wrong += hit == is_planted ? 0 : 1;
        }
    CHECK(wrong == 0);
    CHECK(found > 1'000);
}

TEST_CASE("several cases in one line, and the number that a department found besides") {
    Office court(4);
    const auto first = court.open(person(1), original_case(1));
    const auto both = court.open(person(1), "（2024）浙0199刑初9号、测试县人民法院" + respelt_case(1, 3));
    REQUIRE(court.asked(both).size() == 1);
    CHECK(court.asked(both).front().text("token") == first.text());

    const auto vague = court.open(person(2), original_case(2));
    const auto say = [&](const char* kind, cases::Fields fields) {
        court.now = court.now + 60'000;
        REQUIRE(act(*court.registrar, {vague, kind, std::move(fields)}, court.now, court.court.random).has_value());
    };
    say("department_asked", {{"department", text("执行局")}});
    say("department_answered",
        {{"opinion", text("是另一件")}, {"fits", true}, {"original_case", text("（2024）浙0199刑初77号")}});
    // By the applicant's own number, and by the department's.
    CHECK(court.asked(court.open(person(2), respelt_case(2, 1))).size() == 1);
    CHECK(court.asked(court.open(person(2), "2024浙0199刑初77")).size() == 1);
    CHECK(court.asked(court.open(person(2), "（2024）浙0199刑初78号")).empty());
}

TEST_CASE("who asks by word of mouth is compared as soon as their number is known, and until then the case says so") {
    Office court(5);
    const auto known = court.open(person(1), original_case(1));
    const auto open_by_word = [&](const std::string& document) {
        court.now = court.now + 60'000;
        cases::Fields fields{
            {"applicant", text("贾满仓")}, {"source", text("outreach")}, {"original_case", original_case(1)}};
        if (!document.empty()) fields["document"] = document;
        return open_case(*court.registrar, fields, court.now, court.court.random);
    };
    const auto say = [&](const cases::CaseId& about, cases::Fields fields) {
        court.now = court.now + 60'000;
        return act(*court.registrar, {about, "identified", std::move(fields)}, court.now, court.court.random);
    };
    const auto uncompared = [&](const cases::CaseId& about) {
        return view_case(*court.registrar, about, court.now).value().uncompared;
    };
    SUBCASE("told when the case is opened") {
        const auto about = open_by_word(respelt_person(person(1), 0));
        REQUIRE(about.has_value());
        CHECK(court.asked(*about).size() == 1);
        CHECK(uncompared(*about).is_empty());
    }
    SUBCASE("told later") {
        const auto about = open_by_word({});
        REQUIRE(about.has_value());
        CHECK(court.asked(*about).empty());
        CHECK(uncompared(*about).persons == std::vector<std::string>{"贾满仓"});
        CHECK(say(*about, {}).error().code == "fact.identified.nothing");
        REQUIRE(say(*about, {{"document", respelt_person(person(1), 2)}}).has_value());
        CHECK(court.asked(*about).size() == 1);
        CHECK(uncompared(*about).is_empty());
    }
    SUBCASE("a number that cannot be is not taken") {
        std::string wrong = person(1);
        wrong[5] = wrong[5] == '1' ? '2' : '1';
        CHECK(open_by_word(wrong).error().code == "fact.document.checksum");
        CHECK(open_by_word(person(1).substr(0, 17)).error().code == "fact.document.length");
        CHECK(open_by_word("三三").error().code == "fact.document.length");
        const auto about = open_by_word("H12345678");  // another certificate
        REQUIRE(about.has_value());
        CHECK(say(*about, {{"document", wrong}}).error().code == "fact.document.checksum");
    }
    SUBCASE("nobody has one: it is said why, and relatives are asked about by name") {
        const auto about = open_by_word({});
        REQUIRE(say(*about, {{"reasons", text("一直没有办过身份证")}}).has_value());
        CHECK(uncompared(*about).is_empty());
        REQUIRE(say(*about, {{"who", text("贾小满")}, {"document", person(1)}}).has_value());
        REQUIRE(court.asked(*about).size() == 1);
        CHECK(court.asked(*about).front().texts("who").front().starts_with("贾小满"));
    }
    SUBCASE("a wrong number is corrected") {
        const auto about = open_by_word({});
        const auto mistake = say(*about, {{"document", person(8)}});
        REQUIRE(act(*court.registrar,
                    {*about, "corrected", {{"wrong", mistake->text()}, {"reasons", text("看错了证件")}}}, court.now,
                    court.court.random)
                    .has_value());
        CHECK(uncompared(*about).persons.size() == 1);
    }
    SUBCASE("a name that was written wrong is set right: the case and the list speak of nobody else") {
        const auto about = open_by_word({});
        const auto correct = [&](const cases::CaseId& id, cases::Fields fields) {
            fields["reasons"] = text("看错了");
            court.now = court.now + 60'000;
            return act(*court.registrar, {id, "details_corrected", std::move(fields)}, court.now, court.court.random);
        };
        REQUIRE(correct(*about, {{"applicant", text("贾满谷")}}).has_value());
        CHECK(uncompared(*about).persons == std::vector<std::string>{"贾满谷"});
        // Told under either name, it is the applicant's.
        SUBCASE("under the old one") {
            REQUIRE(say(*about, {{"who", text("贾满仓")}, {"document", person(1)}}).has_value());
        }
        SUBCASE("under the new one") {
            REQUIRE(say(*about, {{"who", text("贾满谷")}, {"document", person(1)}}).has_value());
        }
        SUBCASE("without one") { REQUIRE(say(*about, {{"document", person(1)}}).has_value()); }
        CHECK(uncompared(*about).is_empty());
        REQUIRE(court.asked(*about).size() == 1);
        CHECK(court.asked(*about).front().texts("who").front().starts_with("贾满谷 *"));
        // Once more: the question stands, in the new words, and is not asked again.
        REQUIRE(correct(*about, {{"applicant", text("贾满古")}}).has_value());
        REQUIRE(ask_about_doubles(*court.registrar, *about, court.now, court.court.random).has_value());
        CHECK(court.asked(*about).size() == 1);
        const auto rows = doubles_view(*court.registrar).open;
        REQUIRE(rows.size() == 1);
        CHECK(rows.front().applicant == "贾满古");
        CHECK(rows.front().who.front().starts_with("贾满古 *"));
        CHECK(rows.front().where.find(known.text().substr(0, 8)) != std::string::npos);
        // What is the same, and which case the other one is.
        const flow::DoubleMatch match = flow::DoubleMatch::of(rows.front().who.front());
        CHECK(match.name == "贾满古");
        CHECK(match.ends == person(1).substr(person(1).size() - 4));
        CHECK_FALSE(match.original.empty());
        CHECK(match.text() == rows.front().who.front());
        REQUIRE(rows.front().other.has_value());
        CHECK(rows.front().other->id == known);
        CHECK(rows.front().other->number.empty());
        CHECK_FALSE(rows.front().other->applicant.empty());
        // The other case has a number since, and another one than was written first.
        const auto file = [&](const char* kind, cases::Fields fields) {
            court.now = court.now + 60'000;
            REQUIRE(act(*court.registrar, {known, kind, std::move(fields)}, court.now, court.court.random).has_value());
        };
        file("department_asked", {{"department", text("执行局")}});
        file("sent_to_filing", {{"opinion", text("符合")}});
        file("filed", {{"number", text("（2026）浙0199司救执1号")}});
        REQUIRE(correct(known, {{"number", text("（2026）浙0199司救执2号")}}).has_value());
        CHECK(doubles_view(*court.registrar).open.front().where.find("司救执2号") != std::string::npos);
        CHECK(doubles_view(*court.registrar).open.front().other->number == "（2026）浙0199司救执2号");
        CHECK(doubles_view(*court.registrar).open.front().other->status == domain::ApplicationStatus::Filed);
    }
    SUBCASE("without an original case, and of a form without a number") {
        court.now = court.now + 60'000;
        const auto about =
            open_case(*court.registrar,
                      {{"applicant", text("章绮禾")},
                       {"source", text("kiosk")},
                       {"answers", joint_answers("暂无", {{"骆阿婆", quoted("暂无")}, {"骆一苗", quoted(person(1))}})},
                       {"original_case", text("不清楚")}},
                      court.now, court.court.random);
        REQUIRE(about.has_value());
        CHECK(uncompared(*about).persons == std::vector<std::string>{"章绮禾", "骆阿婆"});
        CHECK(uncompared(*about).original);
        REQUIRE(say(*about, {{"original_case", "（2024）浙0199刑初5号、" + respelt_case(1, 4)}}).has_value());
        CHECK_FALSE(uncompared(*about).original);
        CHECK(court.asked(*about).size() == 1);  // the child
    }
    CHECK(court.asked(known).empty());
}

TEST_CASE("at the window: a list onto a stick, another office's off it, and what is asked") {
    Office court(6);
    const auto stick = court.court.folder / "stick";
    REQUIRE(os::make_folder(stick).has_value());
    CHECK_FALSE(doubles_view(*court.registrar).has_key);
    CHECK(write_token_list(*court.registrar, {stick}, court.now, court.court.random).problem == "tokens.no_key");
    REQUIRE(make_county_key(court.folder(), court.court.random).has_value());
    REQUIRE(install_county_key(*court.registrar, court.folder()).has_value());
    const auto key = county_key(*court.registrar).value();

    const auto about = court.open(person(1), original_case(1));
    CHECK(write_token_list(*court.registrar, {}, court.now, court.court.random).problem == "paper.no_stick");
    const auto written = write_token_list(*court.registrar, {stick}, court.now, court.court.random);
    CHECK(written.problem.empty());
    CHECK(written.done == flow::DoublesView::Done::Written);
    CHECK(written.count == 1);
    // Its own list is none of another office.
    CHECK(take_token_lists(*court.registrar, {stick}, court.now, court.court.random).problem == "tokens.none");
    const auto list =
        print_token_list("测试县人民检察院", court.now, {pair(person(1), original_case(1))}, *key, court.court.random);
    REQUIRE(os::write_file(stick / "theirs.cytl", *list, os::Privacy::Public).has_value());
    const auto taken = take_token_lists(*court.registrar, {stick}, court.now, court.court.random);
    CHECK(taken.problem.empty());
    CHECK(taken.done == flow::DoublesView::Done::Taken);
    CHECK(taken.taken == std::vector<std::string>{"测试县人民检察院"});
    CHECK(taken.count == 1);
    REQUIRE(taken.open.size() == 1);
    CHECK(taken.open.front().about == about);
    REQUIRE(taken.lists.size() == 1);
    // Once more: nothing new, and the question still waits.
    const auto again = take_token_lists(*court.registrar, {stick}, court.now, court.court.random);
    CHECK(again.count == 0);
    CHECK(again.open.size() == 1);
    // Somebody who does not read the intake gets and gives nothing.
    const auto caller = court.court.laptop("caller", mail::Role::Caller);
    CHECK(write_token_list(*caller, {stick}, court.now, court.court.random).problem == "inbox.role");
}
