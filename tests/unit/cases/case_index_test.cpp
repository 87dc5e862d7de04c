#include "app/cases/case_index.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "app/domain/text.hpp"
#include "sync/base/random.hpp"

using namespace courtyard;
using namespace courtyard::cases;

namespace {

std::vector<std::string> readings(char32_t c) {
    static const std::map<char32_t, std::vector<std::string>> kTable{
        {U'申', {"shen"}},         {U'屠', {"tu"}},    {U'静', {"jing"}},
        {U'沈', {"shen", "chen"}}, {U'土', {"tu"}},    {U'单', {"shan", "dan", "chan"}},
        {U'吕', {"lv"}},           {U'云', {"yun"}},   {U'坞', {"wu"}},
        {U'村', {"cun"}},          {U'应', {"ying"}},  {U'阿', {"a", "e"}},
        {U'章', {"zhang"}},        {U'张', {"zhang"}}, {U'金', {"jin"}},
        {U'仙', {"xian"}},         {U'西', {"xi"}},    {U'安', {"an"}},
        {U'吐', {"tu"}},           {U'尔', {"er"}},    {U'逊', {"xun"}}};
    const auto found = kTable.find(c);
    return found == kTable.end() ? std::vector<std::string>{} : found->second;
}

CaseId id_of(int n) {
    CaseId id;
    id.bytes[0] = static_cast<std::uint8_t>(n);
    return id;
}

struct Shelf {
    Shelf() {
        add(1, "申屠静", "（2026）浙0199司救执12号", "云坞村", Status::Review);
        add(2, "沈土", "（2026）浙0199司救刑112号", "西坞村", Status::Review);
        add(3, "单静", "（2025）浙0199司救民7号", "云坞村", Status::Filed);
        add(4, "吕阿静", "", "石村", Status::Received);
        add(5, "应𫖯安", "（2026）浙0199司救执1号", "云坞村", Status::Paid);
        add(6, "张金仙", "（2026）浙0199司救执2号", "西坞村", Status::Paid);
    }
    void add(int n, const char* name, const char* number, const char* village, Status status) {
        index.put({id_of(n), name, number, "AB12-CD34-EF5" + std::to_string(n), village, n == 3 ? "叶知秋" : "", "状态",
                   status});
    }
    [[nodiscard]] std::vector<int> find(std::string text, std::optional<Status> status = {}) const {
        std::vector<int> out;
        for (const CaseId& id : index.find({std::move(text), status}))
            out.push_back(id.bytes[0]);
        return out;
    }
    CaseIndex index{readings};
};
using Found = std::vector<int>;

std::vector<int> sorted(std::vector<int> all) {
    std::sort(all.begin(), all.end());
    return all;
}

}  // namespace

TEST_CASE("by name: characters, pinyin, initials and any of these in a row") {
    const Shelf shelf;
    for (const char* typed : {"申屠静", "申屠", "shentujing", "shen tu jing", "stj", "shtj", "shentuj", "申tj",
                              "shen屠", "Ｓtj", "shen-tu-jing"})
        CHECK_MESSAGE(shelf.find(typed) == Found{1}, typed);
    CHECK(shelf.find("ShenTu") == Found{2, 1});
    CHECK(shelf.find("单") == Found{3});
    CHECK(shelf.find("shanjing") == Found{3});
    CHECK(shelf.find("danjing") == Found{3});  // whoever reads the name otherwise finds it, too
    CHECK(shelf.find("lajing") == Found{4});
    // With the letter itself, with it in two parts, in capitals, with a tone, or with a colon for its points.
    for (const char* typed : {"lvajing", "luajing", "lyuajing", "lvejing", "l\u00FCajing", "lu\u0308ajing",
                              "L\u00DCAJING", "l\u01DAajing", "lu:ajing"})
        CHECK_MESSAGE(shelf.find(typed) == Found{4}, typed);
    CHECK(shelf.find("𫖯") == Found{5});  // a rare character, by itself
    CHECK(shelf.find("xian") == Found{6});
    CHECK(shelf.find("shentux").empty());
}

TEST_CASE("names of other languages: with the point between their parts or without, and r for the r of the name") {
    Shelf shelf;
    shelf.add(7, "吐尔逊·安安", "", "云坞村", Status::Received);
    for (const char* typed :
         {"吐尔逊·安安", "吐尔逊安安", "tuerxun", "turxun", "turxunanan", "anan", "tex", "trx", "吐r逊"})
        CHECK_MESSAGE(shelf.find(typed) == Found{7}, typed);
    CHECK(shelf.find("tunxun").empty());
}

TEST_CASE("whole before what begins so before inside, name before number before village") {
    const Shelf shelf;
    CHECK(shelf.find("st") == Found{2, 1});       // all of the second name, the beginning of the first
    CHECK(shelf.find("jing") == Found{4, 3, 1});  // inside all three: by sound, l before sh(an) before sh(en)
    CHECK(shelf.find("jin") == Found{4, 3, 1, 6});
    CHECK(sorted(shelf.find("云坞")) == Found{1, 3, 5});
    CHECK(sorted(shelf.find("yunwu")) == Found{1, 3, 5});
    CHECK(shelf.find("an").front() == 5);  // in a name before anywhere else
}

TEST_CASE("by number: with brackets, without, only digits, only the running number") {
    const Shelf shelf;
    CHECK(shelf.find("（2026）浙0199司救执12号") == Found{1});
    CHECK(shelf.find("(2026)浙0199司救执12号") == Found{1});
    CHECK(shelf.find("2026浙0199司救执12") == Found{1});
    CHECK(shelf.find("2026019912") == Found{1});
    CHECK(shelf.find("12").front() == 1);  // the running number itself, before 112 and the receipts
    CHECK(shelf.find("112").front() == 2);
    CHECK(shelf.find("司救民") == Found{3});
    CHECK(shelf.find("ab12cd34ef53") == Found{3});  // the receipt, as the slip has it or not
    CHECK(shelf.find("EF53") == Found{3});
}

TEST_CASE("by the number of the lawsuit behind it, whole, short, in digits of any width and with any brackets") {
    Shelf shelf;
    shelf.index.put({id_of(7),
                     "章西",
                     "",
                     "AB12-CD34-EF57",
                     "石村",
                     "",
                     "状态",
                     Status::AskDept,
                     {"（2026）浙0199执98号", "（2025）浙0199民初1204号"}});
    for (const char* typed : {"（2026）浙0199执98号", "(2026)浙0199执98号", "〔２０２６〕浙０１９９执９８号", "执98",
                              "执９８", "0199执98", "执 98", "2026019998", "民初1204", "1204"})
        CHECK_MESSAGE(shelf.find(typed) == Found{7}, typed);
    CHECK(shelf.find("执97").empty());
    CHECK(shelf.find("98").front() == 7);
    // Its own number goes before that of another's lawsuit.
    shelf.index.put({id_of(8), "章土", "（2026）浙0199司救执98号", "", "石村", "", "状态", Status::Filed});
    CHECK(shelf.find("执98") == Found{8, 7});
}

TEST_CASE("by a state in whatever words, and by the first characters of an id") {
    Shelf shelf;
    CaseId id;
    id.bytes = {0x9e, 0xcb, 0x7a, 0x91};
    shelf.index.put({id, "章西", "", "", "石村", "", "办完了", Status::Closed, {}, "CLOSED 结案 已结案"});
    const auto is_found = [&](const char* typed) { return shelf.index.find({typed}) == std::vector<CaseId>{id}; };
    for (const char* typed : {"办完", "结案", "已结案", "closed", "CLOSED", "9ecb", "9ECB7A91"})
        CHECK_MESSAGE(is_found(typed), typed);
    CHECK(shelf.find("9ec").empty());  // too short: it may be anything
    CHECK(shelf.find("ecb7").empty());
}

TEST_CASE("several words must all fit; a state narrows; nothing typed is everything") {
    const Shelf shelf;
    CHECK(sorted(shelf.find("静 云坞")) == Found{1, 3});
    CHECK(shelf.find("静　yw 2026") == Found{1});
    CHECK(sorted(shelf.find("", Status::Paid)) == Found{5, 6});
    CHECK(shelf.find("zjx", Status::Paid) == Found{6});
    CHECK(shelf.find("zjx", Status::Review).empty());
    CHECK(shelf.find("知秋") == Found{3});  // the judge whose case it is
    CHECK(shelf.find("").size() == 6);
    CHECK(shelf.find("()").size() == 6);
    CHECK(shelf.index.find({.text = "", .stage = Stage::Review}).size() == 3);
}

TEST_CASE("what is put again replaces, what is removed is gone") {
    Shelf shelf;
    shelf.add(1, "章安", "", "", Status::Received);
    CHECK(shelf.find("申屠").empty());
    CHECK(shelf.find("zhangan") == Found{1});
    shelf.index.remove(id_of(1));
    CHECK(shelf.find("章").empty());
    CHECK(shelf.index.size() == 5);
}

TEST_CASE("the same list in whatever order cases were put in; whoever types on finds no more than before") {
    const std::uint64_t seed = 42;
    CAPTURE(seed);
    base::SeededRandom random(seed);
    const std::u32string characters = U"申屠静沈土单吕云坞村应阿章张金仙西安";
    std::vector<CaseWords> all;
    for (int i = 0; i < 120; ++i) {
        std::u32string name;
        for (std::size_t n = 2 + random.next() % 3; n > 0; --n)
            name.push_back(characters[random.next() % characters.size()]);
        all.push_back({id_of(i), domain::utf8(name),
                       "（2026）浙0199司救执" + std::to_string(random.next() % 300) + "号", "", "云坞村", "", "",
                       Status::Review});
    }
    CaseIndex forward(readings), backward(readings);
    for (std::size_t i = 0; i < all.size(); ++i) {
        forward.put(all[i]);
        backward.put(all[all.size() - 1 - i]);
    }
    const std::string letters = "shentujingzhanglvaye126";  // no naught: that no id begins so
    for (int round = 0; round < 1'000; ++round) {
        std::string typed;
        std::vector<CaseId> before = forward.find({typed});
        for (int n = 0; n < 6 && !before.empty(); ++n) {
            typed += random.next() % 3 == 0
                         ? domain::utf8(std::u32string(1, characters[random.next() % characters.size()]))
                         : std::string(1, letters[random.next() % letters.size()]);
            CAPTURE(typed);
            const std::vector<CaseId> now = forward.find({typed});
            CHECK(now == backward.find({typed}));
            std::vector<CaseId> a = now, b = before;
            std::sort(a.begin(), a.end());
            std::sort(b.begin(), b.end());
            CHECK(std::includes(b.begin(), b.end(), a.begin(), a.end()));
            before = now;
        }
    }
}

TEST_CASE("a name of one sound many times costs no more than any other") {
    CaseIndex index(readings);
    std::string name;
    for (int i = 0; i < 50; ++i)
        name += "阿";
    index.put({id_of(1), name, "", "", "", "", "", Status::Received});
    CHECK(index.find({std::string(49, 'a') + "b"}).empty());
    CHECK(index.find({std::string(50, 'a')}).size() == 1);
    CHECK(index.find({std::string(100, 'a')}).empty());
}
