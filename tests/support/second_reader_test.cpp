// The second reader (second_reader.py) shares no line with this tree. When it and the vectors disagree, either our
// program or FORMAT.md and PROTOCOL.md no longer say what the vectors are.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <span>
#include <string>

#include <nlohmann/json.hpp>

#include "tests/support/process.hpp"
#include "tests/support/temp_folder.hpp"

using namespace courtyard;
using nlohmann::ordered_json;
namespace fs = std::filesystem;

namespace {

test::Ran read_all(const fs::path& data) {
    // -B: nothing is written beside the sources.
    return test::run({COURTYARD_PYTHON, "-B", "tests/support/second_reader.py", ".", data.string()});
}

std::string whole(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    REQUIRE_MESSAGE(file.good(), path.string());
    return {std::istreambuf_iterator<char>(file), {}};
}

void write(const fs::path& path, const std::string& text) {
    fs::create_directories(path.parent_path());
    std::ofstream file(path, std::ios::binary);
    file << text;
    REQUIRE(file.good());
}

// One bit of a file's byte in the middle.
void flip(const fs::path& path) {
    std::string bytes = whole(path);
    REQUIRE_FALSE(bytes.empty());
    char& middle = bytes[bytes.size() / 2];
    middle = static_cast<char>(middle ^ 1);
    write(path, bytes);
}

// A digit of a text of digits is another one.
void flip(ordered_json& text) {
    auto digits = text.get<std::string>();
    char& middle = digits[digits.size() / 2];
    middle = middle == '0' ? '1' : '0';
    text = digits;
}

// The first vector of a list that must come out good, alone: the same list, and quickly read.
ordered_json& keep_one(ordered_json& manifest, const char* list) {
    for (const ordered_json& entry : manifest.at(list)) {
        const std::string must = entry.value("must", "open");
        if (must != "open" && !must.starts_with("record/good/")) continue;
        const ordered_json kept = entry;
        manifest[list] = ordered_json::array({kept});
        return manifest[list][0];
    }
    FAIL(list);
    return manifest;
}

constexpr const char* kSealLists[] = {"records",     "documents", "passphrases", "receipts",
                                      "typed_codes", "symbols",   "wraps",       "packs"};
constexpr const char* kMailLists[] = {"rosters", "messages", "answers", "records", "places"};

// A copy of the vectors with one good one in each list.
class Few {
public:
    Few() {
        fs::copy("tests/data", folder_ / "data", fs::copy_options::recursive);
        seal = ordered_json::parse(whole(data() / "seal/manifest.json"));
        mail = ordered_json::parse(whole(data() / "mail/manifest.json"));
        for (const char* list : kSealLists)
            keep_one(seal, list);
        for (const char* list : kMailLists)
            keep_one(mail, list);
    }
    [[nodiscard]] fs::path data() const { return folder_ / "data"; }
    test::Ran read() {
        write(data() / "seal/manifest.json", seal.dump());
        write(data() / "mail/manifest.json", mail.dump());
        return read_all(data());
    }
    ordered_json seal, mail;

private:
    test::TempFolder folder_;
};

bool has(const test::Ran& ran, const std::string& part) { return ran.out.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a second reader, written from FORMAT.md and PROTOCOL.md, finds every vector as its manifest says") {
    const test::Ran ran = read_all("tests/data");
    CHECK_MESSAGE(ran.code == 0, ran.out, ran.err);
    CHECK(has(ran, " checked, 0 differ"));
    std::size_t vectors = 0;
    for (const auto& [folder, lists] : {std::pair{"seal", std::span<const char* const>(kSealLists)},
                                        {"mail", std::span<const char* const>(kMailLists)}}) {
        const auto manifest = ordered_json::parse(whole(fs::path("tests/data") / folder / "manifest.json"));
        for (const char* list : lists)
            vectors += manifest.at(list).size();
    }
    CHECK(vectors > 250);
    // Every one, and the worked example of FORMAT.md.
    CHECK_MESSAGE(has(ran, "\n" + std::to_string(vectors + 1) + " checked"), ran.out);
}

TEST_CASE("the control: what the second reader reads of one good vector of each list, it finds good") {
    Few few;
    const test::Ran ran = few.read();
    CHECK_MESSAGE(ran.code == 0, ran.out, ran.err);
    CHECK(has(ran, "14 checked, 0 differ"));
}

TEST_CASE("the second reader fails when a vector of any list is flipped, and names it") {
    Few few;
    for (const char* list : {"records", "documents", "passphrases", "packs"})
        flip(few.data() / "seal" / few.seal[list][0]["file"].get<std::string>());
    for (const char* list : {"rosters", "messages", "records"})
        flip(few.data() / "mail" / few.mail[list][0]["file"].get<std::string>());
    flip(few.data() / "mail" / few.mail["answers"][0]["answer"].get<std::string>());
    flip(few.seal["receipts"][0]["notice_key"]);
    flip(few.seal["wraps"][0]["wrapped"]);
    flip(few.mail["places"][0]["place"]);
    few.seal["typed_codes"][0]["must"] = "receipt.check";
    few.seal["symbols"][0]["must"] = "symbols.missing";
    const test::Ran ran = few.read();
    CHECK(ran.code == 1);
    CHECK_MESSAGE(has(ran, "14 checked, 14 differ"), ran.out, ran.err);
    CHECK(has(ran, "FORMAT.md section 10"));  // whose record was flipped, too
    for (const char* list : kSealLists)
        CHECK_MESSAGE(has(ran, std::string("seal ") + list), std::string(list));
    for (const char* list : kMailLists)
        CHECK_MESSAGE(has(ran, std::string("mail ") + list), std::string(list));
}

TEST_CASE("the second reader fails on a list that it does not know: no new vector goes unread") {
    Few few;
    few.mail["stamps"] = ordered_json::array();
    const test::Ran ran = few.read();
    CHECK(ran.code == 1);
    CHECK(has(ran, "stamps"));
}
