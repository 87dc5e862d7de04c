// The records of tests/data/mail: whose word counts, and what is read of it.
#include <doctest/doctest.h>

#include <algorithm>

#include "app/store/place_beside.hpp"
#include "app/worker/attachment.hpp"
#include "app/worker/court_words.hpp"
#include "sync/seal/record.hpp"
#include "tests/support/vector_files.hpp"

using namespace courtyard;
using nlohmann::json;

namespace {

struct Vectors {
    test::VectorFiles files{"tests/data/mail"};
    mail::Roster roster =
        mail::open_roster(files.read("roster/good/roster.cyd"), files.verify_key("root_public")).value();
    seal::Dictionaries dictionaries;
    seal::RecipientKey slip = seal::ReceiptSecret::from(secret<16>("receipt_secret")).notice_key();
    seal::RecipientKey intake = seal::RecipientKey::of(seal::SealSecretKey::from(secret<32>("intake_secret")));

    Vectors() { REQUIRE(dictionaries.add({1, dictionary()}).has_value()); }

    template <std::size_t Size>
    [[nodiscard]] seal::Secret<Size> secret(const char* name) const {
        return seal::Secret<Size>::from(base::unhex(files.key(name)).value()).value();
    }
    [[nodiscard]] base::Bytes dictionary() const {
        std::ifstream file(files.text("dictionary"), std::ios::binary);
        return base::to_bytes(std::string((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>()));
    }
    [[nodiscard]] std::optional<seal::VerifyKey> key_of(const seal::Author& author) const {
        if (const auto* id = std::get_if<base::MachineId>(&author)) {
            const mail::Machine* machine = mail::find_machine(roster, *id);
            return machine == nullptr ? std::nullopt : std::optional(machine->sign_key);
        }
        const mail::Person* person = mail::find_person(roster, std::get<base::PersonId>(author));
        return person == nullptr ? std::nullopt : std::optional(person->sign_key);
    }
    [[nodiscard]] base::Result<seal::Opened> open(const json& entry) const {
        const base::Bytes record = files.read(entry.at("file"));
        const auto keys = [this](const seal::Author& author) { return key_of(author); };
        return seal::open(record, entry.at("key") == "receipt_secret" ? slip : intake, keys, dictionaries);
    }
};

// As the desk and the kiosk read what they have opened.
std::string said(const Vectors& vectors, const json& entry, const seal::Body& body) {
    if (entry.at("mailbox") == "330199/public" || body.kind == "review") {
        const auto answer = body.kind == "review" && entry.at("mailbox") == "330199/intake"
                                ? worker::review_of_court(body, vectors.roster)
                                : worker::notice_of_court(body, vectors.roster);
        if (!answer) return answer.error().code;
        CHECK(json::array({domain::id(answer->status), answer->text, answer->papers, answer->number}) ==
              entry.at("says"));
        return "open";
    }
    if (body.kind == "attachment") {
        const auto picture = worker::read_attachment(body.payload);
        if (!picture) return picture.error().code;
        CHECK(picture->digest.text() == entry.at("picture"));
        return "open";
    }
    const auto parts = worker::read_application_parts(body.payload);
    if (!parts) return parts.error().code;
    CHECK(parts->form == "F1");
    CHECK(json::parse(parts->answers_json) == json::parse(body.payload).at("answers"));
    return test::outcome(worker::read_application_head(body.payload, domain::FormDefinition{}));
}

}  // namespace

TEST_CASE("every record vector of the mail is read, or is no word of the court, as the manifest says") {
    const Vectors vectors;
    for (const json& entry : vectors.files.list("records")) {
        const std::string file = entry.at("file");
        CAPTURE(file);
        const auto opened = vectors.open(entry);
        CHECK((opened ? said(vectors, entry, opened->body) : opened.error().code) == entry.at("must"));
        if (opened) CHECK(opened->signed_body == vectors.files.read(file.substr(0, file.size() - 4) + ".json"));
    }
}

TEST_CASE("the notice vectors show one length, whatever they say") {
    const Vectors vectors;
    for (const json& entry : vectors.files.list("records")) {
        if (entry.at("mailbox") == "330199/public") CHECK(vectors.files.read(entry.at("file")).size() == 1024);
    }
}

TEST_CASE("FORMAT.md names the statuses that a reader takes, all of them and no other") {
    std::ifstream file("sync/seal/FORMAT.md", std::ios::binary);
    std::string row;
    while (std::getline(file, row) && !row.starts_with("| `status` |")) {
    }
    REQUIRE_FALSE(row.empty());
    std::replace(row.begin(), row.end(), '`', ' ');
    for (std::size_t i = 0; i < domain::kApplicationStatusIds.size(); ++i) {
        const std::string id(domain::kApplicationStatusIds[i]);
        CAPTURE(id);
        const bool is_read = worker::read_notice(R"({"status":")" + id + "\"}").has_value();
        CHECK((row.find(" " + id + " ") != std::string::npos) == is_read);
        CHECK(is_read == domain::is_said_by_court(static_cast<domain::ApplicationStatus>(i)));
    }
}

TEST_CASE("another record under a known id is kept where the vectors say") {
    const Vectors vectors;
    for (const json& entry : vectors.files.list("places")) {
        const auto taken = base::RecordId::parse(entry.at("taken").get<std::string>()).value();
        const base::Bytes record = vectors.files.read(entry.at("file"));
        CHECK(seal::parse_header(record)->id == taken);
        CHECK(store::place_beside(taken, record).text() == entry.at("place"));
    }
}
