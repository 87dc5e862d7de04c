#include "tests/support/seal_vectors.hpp"

#include "sync/base/encoding.hpp"
#include "sync/seal/call_word.hpp"
#include "sync/seal/passphrase.hpp"
#include "sync/seal/signed_document.hpp"
#include "sync/seal/slip_symbols.hpp"
#include "tests/support/seal_vector_court.hpp"

namespace courtyard::test {
namespace {

using base::Bytes;
using base::ByteView;
using nlohmann::ordered_json;

class OtherVectors {
public:
    explicit OtherVectors(VectorCourt& court) : court_(court) {}

    void documents() {
        for (const auto& [name, kind, version] :
             {std::tuple{"roster", seal::DocumentKind::Roster, 3U}, {"pack", seal::DocumentKind::Pack, 1U}}) {
            const seal::SignedDocument document{
                kind, version, {1795417200000}, base::to_bytes("{\"court\":\"330199\"}")};
            add_document(std::string("good/") + name, must(seal::sign_document(document, court_.root)), name, "open");
        }
        const Bytes good = court_.files["document/good/roster.cyd"];
        const auto bent = [&](const char* name, std::size_t at, std::uint8_t value, const char* code) {
            Bytes file = good;
            file[at] = value;
            add_document(std::string("bad/") + name, file, "roster", code);
        };
        bent("magic", 0, 'X', "document.magic");
        bent("format", 4, 2, "document.format");
        bent("reserved", 6, 1, "document.format");
        bent("kind-0", 5, 0, "document.kind");
        bent("kind-4", 5, 4, "document.kind");
        bent("version-0", 19, 0, "document.version");
        bent("version-raised", 19, 4, "document.signature");
        bent("length", 31, 1, "document.length");
        bent("signer", 8, static_cast<std::uint8_t>(good[8] ^ 1U), "document.signer");
        bent("payload", 32, '[', "document.signature");
        bent("signature", good.size() - 1, static_cast<std::uint8_t>(good.back() ^ 1U), "document.signature");
        add_document("bad/cut", Bytes(good.begin(), good.end() - 1), "roster", "document.length");
        add_document("bad/short", Bytes(good.begin(), good.begin() + 95), "roster", "document.short");
        add_document("bad/other-kind", court_.files["document/good/pack.cyd"], "roster", "document.kind");
        Bytes renamed = court_.files["document/good/pack.cyd"];
        renamed[5] = 1;  // a pack's signature under a roster's name
        add_document("bad/other-context", renamed, "roster", "document.signature");
        add_document("bad/stranger",
                     must(seal::sign_document({seal::DocumentKind::Roster, 3, {}, {}}, court_.stranger_key)), "roster",
                     "document.signer");
    }

    void passphrases() {
        const seal::Secret<32> key = seal::Secret<32>::random(court_.random);
        court_.manifest["keys"]["store_key"] = base::hex(key.view());
        const Bytes good = must(seal::wrap_with_passphrase(key, base::as_bytes("桐庐 2026"), court_.random, {15}));
        add_passphrase("good/store", good, "桐庐 2026", "open");
        add_passphrase("bad/wrong", good, "桐庐 2027", "passphrase.wrong");
        const auto bent = [&](const char* name, std::size_t at, std::uint8_t value, const char* code) {
            Bytes file = good;
            file[at] = value;
            add_passphrase(std::string("bad/") + name, file, "桐庐 2026", code);
        };
        bent("magic", 0, 'X', "passphrase.file");
        bent("kdf", 5, 2, "passphrase.file");
        bent("cost-low", 6, 14, "passphrase.cost");
        bent("cost-high", 6, 30, "passphrase.cost");
        bent("reserved", 11, 1, "passphrase.file");
        bent("salt", 12, static_cast<std::uint8_t>(good[12] ^ 1U), "passphrase.wrong");
        bent("tag", 87, static_cast<std::uint8_t>(good[87] ^ 1U), "passphrase.wrong");
    }

    static ordered_json call_places(const seal::SealPublicKey& notice_key) {
        constexpr std::size_t kWords = 512;
        ordered_json places;
        for (const char* day : {"2026-11-27", "2026-11-28", "2028-02-29"})
            places[day] = seal::call_place(notice_key, day, kWords);
        return places;
    }

    void receipts() {
        ordered_json& list = court_.manifest["receipts"] = ordered_json::array();
        for (const Bytes& secret :
             {Bytes(16, 0), Bytes(16, 0xFF), Bytes(court_.receipt.secret().begin(), court_.receipt.secret().end())}) {
            const seal::ReceiptSecret receipt = seal::ReceiptSecret::from(must(seal::Secret<16>::from(secret)));
            const seal::ReceiptAddress address = receipt.address();
            list.push_back({{"secret", base::hex(secret)},
                            {"number", address.number.text},
                            {"locator", address.locator.text()},
                            {"notice_key", address.notice_key.text()},
                            {"code", base::as_text(receipt.code().view())},
                            {"qr", base::as_text(receipt.qr_text().view())},
                            {"call", call_places(address.notice_key)}});
        }
        const std::string code(base::as_text(court_.receipt.code().view()));
        ordered_json& typed = court_.manifest["typed_codes"] = ordered_json::array();
        const auto add = [&](const std::string& text, const char* must_be) {
            typed.push_back({{"typed", text}, {"must", must_be}});
        };
        add(code, "open");
        add(" cyr1 " + code + "。", "open");
        std::string wrong = code;
        wrong[11] = wrong[11] == '0' ? '1' : '0';
        add(wrong, "receipt.check");
        wrong = code;
        std::swap(wrong[0], wrong[5]);
        COURTYARD_CHECK(wrong != code);
        add(wrong, "receipt.check");
        add(std::string(32, 'Y'), "receipt.check");
        add("", "receipt.empty");
        add(code.substr(1), "receipt.length");
        add(court_.receipt.address().number.text, "receipt.is_number");
        add("?" + code, "receipt.character");
    }

    void symbols() {
        ordered_json& list = court_.manifest["symbols"] = ordered_json::array();
        const std::vector<std::string> good = must(seal::to_symbols(court_.files["record/good/dictionary.cyr"]));
        const std::vector<std::string> other = must(seal::to_symbols(court_.files["record/good/small.cyr"]));
        const auto add = [&](const std::vector<std::string>& scanned, const std::string& must_be) {
            list.push_back({{"scanned", scanned}, {"must", must_be}});
        };
        add(good, "record/good/dictionary.cyr");
        add({good.back(), good.front(), good.back()},
            good.size() == 2 ? "record/good/dictionary.cyr" : "symbols.missing");
        add({good.front()}, "symbols.missing");
        add({good.front(), other.back()}, "symbols.mixed");
        add({}, "symbols.none");
        add({"CYR1"}, "symbols.foreign");
        std::string damaged = good.front();
        damaged[40] = damaged[40] == '0' ? '1' : '0';
        add({damaged, good.back()}, "symbols.damaged");
    }

    void wraps() {
        ordered_json& list = court_.manifest["wraps"] = ordered_json::array();
        const Bytes wrapped = must(
            seal::wrap(court_.other_intake.key.secret(), court_.intake.key.public_key(), "intake 1", court_.random));
        list.push_back({{"wrapped", base::hex(wrapped)},
                        {"purpose", "intake 1"},
                        {"must", "open"},
                        {"secret", base::hex(court_.other_intake.key.secret())}});
        list.push_back({{"wrapped", base::hex(wrapped)}, {"purpose", "intake 2"}, {"must", "wrap.open"}});
        list.push_back(
            {{"wrapped", base::hex(ByteView(wrapped).first(48))}, {"purpose", "intake 1"}, {"must", "wrap.size"}});
    }

private:
    void add_document(const std::string& name, const Bytes& file, const std::string& kind, const std::string& must_be) {
        court_.files["document/" + name + ".cyd"] = file;
        court_.manifest["documents"].push_back(
            {{"file", "document/" + name + ".cyd"}, {"kind", kind}, {"must", must_be}});
    }
    void add_passphrase(const std::string& name, const Bytes& file, const std::string& passphrase,
                        const std::string& must_be) {
        court_.files["passphrase/" + name + ".cyw"] = file;
        court_.manifest["passphrases"].push_back(
            {{"file", "passphrase/" + name + ".cyw"}, {"passphrase", passphrase}, {"must", must_be}});
    }

    VectorCourt& court_;
};

}  // namespace

std::map<std::string, base::Bytes> seal_vectors() {
    VectorCourt court;
    add_record_vectors(court);
    OtherVectors others(court);
    others.documents();
    others.passphrases();
    others.receipts();
    others.symbols();
    others.wraps();
    add_pack_vectors(court);
    court.finish();
    return std::move(court.files);
}

}  // namespace courtyard::test
