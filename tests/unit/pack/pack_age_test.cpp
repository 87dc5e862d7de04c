// Packs and programs of different age: what an older pack lacks, until when a pack holds, which program it asks for.
#include <algorithm>

#include "app/pack/pack_file.hpp"
#include "app/pack/program_version.hpp"
#include "sync/base/random.hpp"
#include "sync/seal/signed_document.hpp"
#include "tests/unit/pack/demo_pack.hpp"

using namespace courtyard;
using namespace courtyard::pack;

namespace {

std::string without_line(const base::Bytes& file, std::string_view beginning) {
    std::string text(base::as_text(file));
    const auto at = text.find(beginning);
    REQUIRE(at != std::string::npos);
    return text.erase(at, text.find('\n', at) + 1 - at);
}

Files with_head(const std::string& more) {
    Files files = test::demo_files();
    const std::string head = without_line(files.at("pack.toml"), "valid_until");
    files.at("pack.toml") = base::to_bytes(head + more);
    return files;
}

// As the court would sign it, whatever this program thinks of it.
base::Bytes signed_anyhow(const Files& files, const seal::SigningKey& root) {
    seal::SignedDocument document;
    document.kind = seal::DocumentKind::Pack;
    document.version = 1;
    document.payload = *contain(files);
    return *seal::sign_document(document, root);
}

}  // namespace

TEST_CASE("a pack that was signed before a sentence was wanted opens with a general one; its author is still told") {
    base::SeededRandom random{5};
    const seal::SigningKey root = seal::SigningKey::make(random);
    Files files = test::demo_files();
    files.at("text/errors.toml") = base::to_bytes(without_line(files.at("text/errors.toml"), "\"identity.checksum\""));
    CHECK_FALSE(read(files).pack.has_value());
    CHECK_FALSE(sign_pack(files, {}, root).has_value());
    const auto opened = open_pack(signed_anyhow(files, root), root.public_key(), 0);
    REQUIRE_MESSAGE(opened.has_value(), opened.error().message);
    CHECK(opened->pack.words.text("identity.checksum") == opened->pack.words.text("answer.type"));
    CHECK(opened->pack.words.text("identity.date") != opened->pack.words.text("answer.type"));
}

TEST_CASE("reported: a pack for an older program is refused in one sentence that names the place and what to do") {
    base::SeededRandom random{5};
    const seal::SigningKey root = seal::SigningKey::make(random);
    Files files = test::demo_files();
    std::string text(base::as_text(files.at("rules/revisit.toml")));
    // As it was before: one script for everybody, and nothing of those who died or moved.
    const auto cut = [&text](std::string_view from, std::string_view to) {
        const auto begin = text.find(from), end = text.find(to, begin);
        REQUIRE((begin != std::string::npos && end != std::string::npos));
        text.erase(begin, end - begin);
    };
    cut("[open]", "[[question]]");
    text.insert(text.find("[[question]]"), "opening = [\"“您好，我是{court}的{staff}。”\"]\n");
    for (const char* key : {"\nbetween = ", "\ndisputed = ", "\ndied = ", "\nmoved = ", "\nwrong_number = "})
        text.erase(text.find(key), text.find('\n', text.find(key) + 1) - text.find(key));
    files.at("rules/revisit.toml") = base::to_bytes(text);
    const Reading reading = read(files);
    CHECK_FALSE(reading.pack.has_value());
    REQUIRE(reading.problems.size() == 1);
    const std::string said = reading.problems.front().text();
    for (const char* part : {"rules/revisit.toml", "[open], [quiet], 'between' of [contact]", "'wrong_number'",
                             "copy them from", "raise 'version'", "pack sign"})
        CHECK_MESSAGE(said.find(part) != std::string::npos, part << " in " << said);
    // A machine says the same.
    const auto opened = open_pack(signed_anyhow(files, root), root.public_key(), 0);
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().code == "pack.problem");
    CHECK(opened.error().message.find(said) != std::string::npos);
    CHECK(opened.error().message.find("more; see") == std::string::npos);
    // One sentence alone is named where [contact] stands.
    const Reading other = read(test::with_edit("rules/revisit.toml", "died = ", "dead = "));
    REQUIRE(other.problems.size() == 2);
    CHECK(other.problems.front().line > 100);
    CHECK(other.problems.front().what.find("there is no 'died' of [contact]") != std::string::npos);
}

TEST_CASE("what makes a pack useless is refused by machines as well") {
    base::SeededRandom random{5};
    const seal::SigningKey root = seal::SigningKey::make(random);
    Files files = test::demo_files();
    files.erase("guides/topics.toml");
    const auto opened = open_pack(signed_anyhow(files, root), root.public_key(), 0);
    REQUIRE_FALSE(opened.has_value());
    CHECK(opened.error().code == "pack.problem");
}

TEST_CASE("a pack may say until when it holds") {
    CHECK(read(with_head("")).pack->valid_until == std::nullopt);
    CHECK(read(with_head("valid_until = \"2027-12-31\"\n")).pack->valid_until ==
          domain::Date::from_civil(2027, 12, 31));
    const Reading bad = read(with_head("valid_until = \"2027-02-30\"\n"));
    REQUIRE(bad.problems.size() == 1);
    CHECK(bad.problems[0].text().find("'valid_until' must be a day") != std::string::npos);
}

TEST_CASE("a pack for a later program is left alone by name, whatever else it holds") {
    CHECK(is_newer("0.2.0", "0.1.9"));
    CHECK(is_newer("0.10.0", "0.9.9"));
    CHECK_FALSE(is_newer("0.1.0", "0.1.0"));
    for (const char* bad : {"", "1", "1.2", "1.2.3.4", "1..2", "a.b.c", "1.2.3 ", "-1.2.3", "999999.0.0"})
        CHECK_FALSE(is_version(bad));
    REQUIRE(is_version(program_version()));
    CHECK(parse(with_head("needs_program = \"" + std::string(program_version()) + "\"\n")).has_value());
    Files files = with_head("needs_program = \"99.0.0\"\nsomething_new = 1\n");
    files.emplace("new/file.toml", base::to_bytes("x = 1\n"));
    const auto newer = parse(files, Reader::Machine);
    REQUIRE_FALSE(newer.has_value());
    CHECK(newer.error().code == "pack.newer");
    CHECK(parse(with_head("needs_program = \"soon\"\n")).error().code == "pack.problem");
}
