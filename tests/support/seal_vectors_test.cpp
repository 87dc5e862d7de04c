// What is kept in git is what the tools make, and each vector does what the manifest says.
#include <doctest/doctest.h>
#include <algorithm>
#include <array>

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include <nlohmann/json.hpp>

#include "sync/base/encoding.hpp"
#include "sync/seal/call_word.hpp"
#include "sync/seal/passphrase.hpp"
#include "sync/seal/receipt.hpp"
#include "sync/seal/record.hpp"
#include "sync/seal/signed_document.hpp"
#include "sync/seal/slip_symbols.hpp"
#include "tests/support/dictionary_d1.hpp"
#include "tests/support/mail_vectors.hpp"
#include "tests/support/seal_vectors.hpp"

using namespace courtyard;
using nlohmann::json;

namespace {

const std::filesystem::path kFolder = "tests/data/seal";

base::Bytes read(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    REQUIRE_MESSAGE(file.good(), path.string());
    const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    return base::to_bytes(text);
}

const json& manifest() {
    static const json parsed = json::parse(read(kFolder / "manifest.json"));
    return parsed;
}
std::string key_text(const std::string& name) { return manifest()["keys"][name]; }
base::Bytes key_bytes(const std::string& name) { return *base::unhex(key_text(name)); }

seal::RecipientKey recipient_key(const std::string& name) {
    if (name == "receipt_secret")
        return seal::ReceiptSecret::from(*seal::Secret<16>::from(key_bytes(name))).notice_key();
    return seal::RecipientKey::of(seal::SealSecretKey::from(*seal::Secret<32>::from(key_bytes(name))));
}
std::optional<seal::VerifyKey> author_key(const seal::Author& author) {
    if (author == seal::Author(*base::MachineId::parse(key_text("machine_id"))))
        return *seal::VerifyKey::parse(key_text("machine_public"));
    if (author == seal::Author(*base::PersonId::parse(key_text("person_id"))))
        return *seal::VerifyKey::parse(key_text("person_public"));
    return std::nullopt;
}
template <class T>
std::string outcome(const base::Result<T>& result) {
    return result ? "open" : result.error().code;
}

}  // namespace

TEST_CASE("the dictionary of the demo pack is what make_dictionary writes") {
    CHECK(read("assets/packs/zhejiang-demo/dictionary/d1.bin") == test::dictionary_d1().bytes);
}

// An option that is not in the dictionary costs its application what all the others save. A dictionary never changes
// once slips are packed with it: what the form has offered since d1 was made waits for the next one.
constexpr std::array kSinceD1{std::string_view("统一社会信用代码")};

TEST_CASE("every word that the form offers stands in the dictionary") {
    const base::Bytes form = read("assets/packs/zhejiang-demo/forms/f1.toml");
    const base::Bytes dictionary = read(std::string(manifest()["dictionary"]));
    const std::string_view text = base::as_text(form);
    constexpr std::string_view kBefore = "value = \"";
    int words = 0;
    for (std::size_t at = text.find(kBefore); at != std::string_view::npos; at = text.find(kBefore, at + 1), ++words) {
        const std::size_t start = at + kBefore.size();
        const std::string_view word = text.substr(start, text.find('"', start) - start);
        if (std::find(kSinceD1.begin(), kSinceD1.end(), word) != kSinceD1.end()) continue;
        CHECK_MESSAGE(base::as_text(dictionary).find(word) != std::string_view::npos, word);
    }
    CHECK(words > 200);
}

TEST_CASE("the vectors in git are what make_seal_vectors writes, and no others") {
    const auto compare = [](const std::filesystem::path& folder, const std::map<std::string, base::Bytes>& made,
                            std::set<std::string> wanted) {
        for (const auto& file : made) {
            wanted.insert(file.first);
            CHECK_MESSAGE(read(folder / file.first) == file.second, file.first);
        }
        std::set<std::string> there;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
            if (entry.is_regular_file()) there.insert(std::filesystem::relative(entry.path(), folder).string());
        }
        CHECK(there == wanted);
    };
    compare(kFolder, test::seal_vectors(), {"README.md", "applications.txt"});
    compare("tests/data/mail", test::mail_vectors(), {"README.md"});
}

// Ordinary applications, 29 answers in 1,500 bytes, that had no part in making the dictionary: about 200 characters
// each are told freely. In 512 bytes they fill two small symbols of a slip.
TEST_CASE("ordinary applications fit 512 bytes") {
    base::SeededRandom random(768);
    const seal::SigningKey author = seal::SigningKey::make(random);
    const seal::Recipient to = seal::Recipient::of(seal::SealSecretKey::make(random).public_key());
    const seal::Dictionary dictionary{1, read(std::string(manifest()["dictionary"]))};
    std::istringstream lines(std::string(base::as_text(read(kFolder / "applications.txt"))));
    int count = 0;
    for (std::string line; std::getline(lines, line); ++count) {
        const base::Result<seal::Body> body = seal::parse_body(line);
        REQUIRE(body.has_value());
        CHECK(seal::seal({base::RecordId::random(random), to, *body, author, &dictionary}, random)->size() == 512);
    }
    CHECK(count == 12);
}

TEST_CASE("every record vector opens or fails as the manifest says") {
    seal::Dictionaries dictionaries;
    REQUIRE(dictionaries.add({1, read(std::string(manifest()["dictionary"]))}).has_value());
    std::set<std::string> codes;
    for (const json& entry : manifest()["records"]) {
        const std::string file = entry["file"];
        const base::Bytes record = read(kFolder / file);
        const base::Result<seal::Opened> opened =
            seal::open(record, recipient_key(entry["key"]), author_key, dictionaries);
        CHECK_MESSAGE(outcome(opened) == entry["must"], file);
        codes.insert(entry["must"]);
        if (opened) CHECK(opened->signed_body == read(kFolder / (file.substr(0, file.size() - 4) + ".json")));
    }
    // Every way to fail that record.hpp names has its vector.
    for (const char* const code :
         {"record.short",  "record.magic",     "record.version",    "record.suite",     "record.size_class",
          "record.method", "record.reserved",  "record.length",     "record.recipient", "record.seal",
          "record.frame",  "record.padding",   "record.dictionary", "record.packing",   "record.inflated",
          "record.author", "record.signature", "body.text",         "body.payload",     "body.kind",
          "body.pack",     "body.seq",         "body.time"}) {
        CHECK_MESSAGE(codes.contains(code), code);
    }
}

TEST_CASE("every document vector opens or fails as the manifest says") {
    const seal::VerifyKey root = *seal::VerifyKey::parse(key_text("root_public"));
    for (const json& entry : manifest()["documents"]) {
        const seal::DocumentKind kind = entry["kind"] == "pack" ? seal::DocumentKind::Pack : seal::DocumentKind::Roster;
        CHECK_MESSAGE(
            outcome(seal::open_document(read(kFolder / std::string(entry["file"])), kind, root)) == entry["must"],
            entry["file"]);
    }
}

TEST_CASE("every passphrase vector opens or fails as the manifest says") {
    for (const json& entry : manifest()["passphrases"]) {
        const std::string passphrase = entry["passphrase"];
        const base::Result<seal::Secret<32>> key =
            seal::unwrap_with_passphrase(read(kFolder / std::string(entry["file"])), base::as_bytes(passphrase));
        CHECK_MESSAGE(outcome(key) == entry["must"], entry["file"]);
        if (key) CHECK(base::hex(key->view()) == key_text("store_key"));
    }
}

TEST_CASE("receipts, typed codes, symbols and wraps come out as the manifest says") {
    for (const json& entry : manifest()["receipts"]) {
        const seal::ReceiptSecret receipt = *seal::ReceiptSecret::parse(std::string(entry["code"]));
        CHECK(base::hex(receipt.secret()) == entry["secret"]);
        CHECK(receipt.address().number.text == entry["number"]);
        CHECK(receipt.address().locator.text() == entry["locator"]);
        CHECK(receipt.address().notice_key.text() == entry["notice_key"]);
        CHECK(base::as_text(receipt.qr_text().view()) == entry["qr"]);
        REQUIRE(entry["call"].size() == 3);
        for (const auto& [day, place] : entry["call"].items())
            CHECK(seal::call_place(receipt.address().notice_key, day, 512) == place);
    }
    for (const json& entry : manifest()["typed_codes"])
        CHECK(outcome(seal::ReceiptSecret::parse(std::string(entry["typed"]))) == entry["must"]);
    for (const json& entry : manifest()["symbols"]) {
        const base::Result<base::Bytes> joined = seal::join_symbols(entry["scanned"].get<std::vector<std::string>>());
        const std::string must = entry["must"];
        if (joined) {
            CHECK(*joined == read(kFolder / must));
        } else {
            CHECK(joined.error().code == must);
        }
    }
    for (const json& entry : manifest()["wraps"]) {
        const base::Result<seal::SecretBytes> secret =
            seal::unwrap(*base::unhex(std::string(entry["wrapped"])), recipient_key("intake_secret").key,
                         std::string(entry["purpose"]));
        CHECK(outcome(secret) == entry["must"]);
        if (secret) CHECK(base::hex(secret->view()) == entry["secret"]);
    }
}
