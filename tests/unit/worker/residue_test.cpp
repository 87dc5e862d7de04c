// With every file of the kiosk's home in hand, and every key in it, nothing of what was filed can be read.
#include <doctest/doctest.h>
#include <iconv.h>

#include <fstream>
#include <set>

#include <nlohmann/json.hpp>

#include "app/store/store.hpp"
#include "sync/os/files.hpp"
#include "sync/seal/record.hpp"
#include "tests/support/small_court.hpp"

using namespace courtyard;

namespace {

std::string encoded(const std::string& utf8, const char* encoding) {
    iconv_t converter = ::iconv_open(encoding, "UTF-8");
    REQUIRE(converter != reinterpret_cast<iconv_t>(-1));
    std::string out(utf8.size() * 4 + 16, '\0');
    char* from = const_cast<char*>(utf8.data());
    char* to = out.data();
    std::size_t from_left = utf8.size(), to_left = out.size();
    const std::size_t answer = ::iconv(converter, &from, &from_left, &to, &to_left);
    ::iconv_close(converter);
    REQUIRE(answer != static_cast<std::size_t>(-1));
    out.resize(out.size() - to_left);
    return out;
}

std::vector<std::string> forms_of(const std::string& utf8) {
    return {utf8, encoded(utf8, "UTF-16LE"), encoded(utf8, "UTF-16BE"), encoded(utf8, "GB18030")};
}

std::string whole(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string everything_in(const std::filesystem::path& folder) {
    std::string all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) all += whole(entry.path()) + '\0';
    }
    return all;
}

void collect(const nlohmann::json& value, std::set<std::string>& into) {
    if (value.is_string() && value.get_ref<const std::string&>().size() >= 6) into.insert(value.get<std::string>());
    if (value.is_structured()) {
        for (const auto& item : value)
            collect(item, into);
    }
}

// Every value of every table, as a thief with store.key sees them.
std::string everything_stored(store::Store& store) {
    std::vector<std::string> tables;
    auto names = store.database().statement("SELECT name FROM sqlite_master WHERE type = 'table'");
    while (names.step().value())
        tables.push_back(names.text(0));
    std::string all;
    for (const std::string& table : tables) {
        auto columns = store.database().statement("SELECT name FROM pragma_table_info('" + table + "')");
        while (columns.step().value()) {
            auto values =
                store.database().statement("SELECT CAST(\"" + columns.text(0) + "\" AS BLOB) FROM \"" + table + "\"");
            while (values.step().value())
                all += values.text(0) + '\0';
        }
    }
    return all;
}

std::string finds(const std::string& in, const std::set<std::string>& values) {
    for (const std::string& value : values) {
        for (const std::string& form : forms_of(value)) {
            if (in.find(form) != std::string::npos) return value;
        }
    }
    return {};
}

std::size_t opened_with(const base::Bytes& record, base::ByteView secrets, const worker::Machine& machine) {
    std::size_t count = 0;
    const base::KeyId recipient = seal::parse_header(record)->recipient;
    for (std::size_t at = 0; at + 32 <= secrets.size(); ++at) {
        auto raw = seal::Secret<32>::from(secrets.subspan(at, 32)).value();
        const seal::RecipientKey key{recipient, seal::SealSecretKey::from(std::move(raw))};
        if (seal::open(record, key, machine.author_keys(), machine.dictionaries())) ++count;
    }
    return count;
}

}  // namespace

TEST_CASE("a thief with every file and key of the kiosk reads nothing of what was filed") {
    test::SmallCourt court;
    auto kiosk = court.kiosk();
    const std::filesystem::path home = court.home("kiosk");
    auto application = nlohmann::json::parse(kiosk->pack().example_json);
    application["F1.01"] = "应𫖯安";
    application["F1.71"] = "二〇二五年在村口被人打伤，判决赔九万六，一分没拿到，妻子没有工作，孩子还在上学。";
    application["F1.08"] = "浙江省测试县云坞村龙头坎十七号";
    std::set<std::string> values;
    collect(application, values);
    // Words of the form itself lie in the pack for everybody to read; what a person typed is the rest.
    const std::string before = everything_in(home) + everything_stored(kiosk->store());
    std::erase_if(values, [&](const std::string& value) { return before.find(value) != std::string::npos; });
    REQUIRE(values.size() >= 3);
    REQUIRE(values.count("应𫖯安") == 1);

    const worker::Receipt receipt = court.file(*kiosk, application.dump());
    for (const std::string& secret : {std::string(base::as_text(receipt.code().view())),
                                      std::string(base::as_text(receipt.qr_text().view())), receipt.number()}) {
        values.insert(secret);
    }
    CHECK(finds(everything_in(home), values) == "");
    CHECK(finds(everything_stored(kiosk->store()), values) == "");
    REQUIRE(kiosk->store().database().rest().has_value());
    CHECK(finds(everything_in(home), values) == "");

    // Every 32 bytes in the keyring, in every small file and in the opened store's own secrets, as a key.
    const base::Bytes record = kiosk->store().outbox.record(receipt.record_id()).value();
    base::Bytes secrets;
    const auto names = kiosk->store().keyring.names("").value();
    for (const std::string& name : names) {
        const base::Bytes secret = kiosk->store().keyring.get(name).value();
        secrets.insert(secrets.end(), secret.begin(), secret.end());
    }
    for (const char* name : {"store.key", "machine.toml", "court.pub"}) {
        const std::string bytes = whole(home / name);
        secrets.insert(secrets.end(), bytes.begin(), bytes.end());
    }
    CHECK(opened_with(record, secrets, *kiosk) == 0);

    // Control: the same search does find what is there to be found.
    std::ofstream(home / "planted", std::ios::binary) << encoded("应𫖯安", "GB18030");
    CHECK(finds(everything_in(home), values) == "应𫖯安");
    const auto intake = os::read_file(court.home("court") / "intake/1.key", 32).value();
    CHECK(opened_with(record, intake, *kiosk) == 1);
}
