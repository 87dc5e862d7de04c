#include "sync/seal/signed_document.hpp"
#include "tests/support/mail_vector_court.hpp"

namespace courtyard::test {
namespace {

class RosterVectors {
public:
    explicit RosterVectors(MailVectorCourt& court) : court_(court), text_(must(mail::print_roster(court.roster))) {}

    void rosters() {
        court_.manifest["rosters"] = nlohmann::ordered_json::array();
        court_.add("roster/good/roster.json", base::to_bytes(text_));
        add("good/roster", text_, "open");
        mail::Roster small = court_.roster;
        small.machines.clear();
        small.persons.clear();
        small.hub_keys.pop_back();
        small.version = 4;
        add("good/nobody", must(mail::print_roster(small)), "open", 4);
        spellings();
        contents();
        add("bad/other-version", text_, "roster.version", 4);
        court_.add("roster/bad/stranger.cyd", must(seal::sign_document(document(text_, 3), court_.stranger)));
        say("bad/stranger", "document.signer");
    }

private:
    static seal::SignedDocument document(const std::string& text, std::uint32_t version) {
        return {seal::DocumentKind::Roster, version, kVectorNow, base::to_bytes(text)};
    }
    void say(const std::string& name, const std::string& must_be) {
        court_.manifest["rosters"].push_back({{"file", "roster/" + name + ".cyd"}, {"must", must_be}});
    }
    void add(const std::string& name, const std::string& text, const std::string& must_be, std::uint32_t version = 3) {
        court_.add("roster/" + name + ".cyd", must(seal::sign_document(document(text, version), court_.root)));
        say(name, must_be);
    }
    void bad(const std::string& name, const std::string& from, const std::string& to, const std::string& must_be) {
        const std::size_t at = text_.find(from);
        COURTYARD_CHECK(at != std::string::npos && from != to);
        std::string text = text_;
        add("bad/" + name, text.replace(at, from.size(), to), must_be);
    }

    // The court's key signs them all: what is wrong is the text.
    void spellings() {
        const std::string hub = court_.hub.public_key().text();
        add("bad/empty", "", "roster.json");
        add("bad/cut", text_.substr(0, text_.size() - 1), "roster.json");
        add("bad/list", "[" + text_ + "]", "roster.json");
        add("bad/blank-after", text_ + "\n", "roster.json");
        bad("blank", "\"court\":", "\"court\": ", "roster.json");
        bad("order-of-keys", "\"court\":\"330199\",\"format\":1", "\"format\":1,\"court\":\"330199\"", "roster.json");
        bad("key-twice", "\"format\":1", "\"format\":1,\"format\":1", "roster.json");
        bad("key-unknown", "\"format\":1", "\"format\":1,\"future\":1", "roster.json");
        bad("key-missing", "\"format\":1,", "", "roster.json");
        bad("format-2", "\"format\":1", "\"format\":2", "roster.json");
        bad("escape", "沈", "\\u6c88", "roster.json");
        bad("not-utf8", "沈", "\xE6\xB2", "roster.json");
        bad("number", "\"epoch\":3", "\"epoch\":3.0", "roster.json");
        bad("hub-key-base64url", hub, std::string(43, 'A'), "roster.json");
        bad("hub-key-upper-case", hub, std::string(64, 'A'), "roster.json");
        bad("intake-key-base64url", court_.intake.key.public_key().text(), std::string(43, 'A'), "roster.json");
        bad("role", "\"role\":\"caller\"", "\"role\":\"clerk\"", "roster.role");
        bad("kind", "\"kind\":\"kiosk\"", "\"kind\":\"phone\"", "roster.json");
        bad("standing", "\"standing\":\"revoked\"", "\"standing\":\"gone\"", "roster.json");
    }

    void contents() {
        bad("court", "\"court\":\"330199\"", "\"court\":\"County\"", "roster.court");
        bad("name", "\"name\":\"测试县人民法院\",\"persons\"", "\"name\":\"\",\"persons\"", "roster.court");
        bad("version-0", "\"version\":3", "\"version\":0", "roster.version");
        const std::string hub = court_.hub.public_key().text();
        const std::string after = court_.hub_after.public_key().text();
        bad("hub-key-twice", after, hub, "roster.keys");
        bad("hub-keys-none", "[\"" + hub + "\",\"" + after + "\"]", "[]", "roster.keys");
        bad("epoch-0", "\"epoch\":1", "\"epoch\":0", "roster.keys");
        bad("epoch-twice", "\"epoch\":3", "\"epoch\":1", "roster.keys");
        bad("person-name", "林回访", std::string(121, 'x'), "roster.person");
        bad("person-control", "林回访", "a\\nb", "roster.person");
        const auto& persons = court_.roster.persons;
        bad("person-key-twice", persons[1].sign_key.text(), persons[0].sign_key.text(), "roster.person");
        bad("person-order", "\"id\":\"" + first_person(), "\"id\":\"ffffffffffffffff", "roster.person");
        bad("site-missing", ",\"site\":\"石桥镇\"", "", "roster.machine");
        bad("kiosk-of-a-person", "\"kind\":\"kiosk\",", "\"kind\":\"kiosk\",\"person\":\"" + first_person() + "\",",
            "roster.machine");
        bad("laptop-of-nobody", "\"person\":\"" + first_person(), "\"person\":\"0000000000000000", "roster.machine");
        bad("tls-twice", court_.roster.machines[1].tls_spki.text(), court_.roster.machines[0].tls_spki.text(),
            "roster.machine");
    }
    [[nodiscard]] std::string first_person() const { return must(mail::parse_roster(text_)).persons.front().id.text(); }

    MailVectorCourt& court_;
    std::string text_;
};

}  // namespace

void add_roster_vectors(MailVectorCourt& court) { RosterVectors(court).rosters(); }

}  // namespace courtyard::test
