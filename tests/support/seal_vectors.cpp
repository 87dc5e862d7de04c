#include "tests/support/seal_vectors.hpp"

#include <functional>

#include <nlohmann/json.hpp>

#include "sync/base/encoding.hpp"
#include "sync/base/random.hpp"
#include "sync/seal/hpke.hpp"
#include "sync/seal/passphrase.hpp"
#include "sync/seal/receipt.hpp"
#include "sync/seal/record.hpp"
#include "sync/seal/signed_document.hpp"
#include "sync/seal/slip_symbols.hpp"
#include "sync/seal/text_packing.hpp"
#include "tests/support/dictionary_d1.hpp"
#include "tests/support/synthetic_application.hpp"

namespace courtyard::test {
namespace {

using nlohmann::ordered_json;
using base::ByteView;
using base::Bytes;

template <class T>
T must(base::Result<T>&& result) {
    COURTYARD_CHECK(result.has_value());
    return std::move(*result);
}

// What a record is made of, each part to be bent before it is put together: the library itself makes only good ones.
struct Parts {
    Bytes header;
    seal::SealPublicKey to;
    std::string info = "courtyard/1/seal";
    seal::Context context = seal::Context::Record;
    Bytes signed_header;  // what the signature covers in place of the header
    std::string text;
    std::string signed_text;
    std::uint16_t dictionary = 0;
    Bytes packed;
    std::size_t claimed_length = 0;
    std::uint8_t padding = 0;
    Bytes enc;  // what is sent and signed in place of the true one, when not empty
};

class Maker {
public:
    std::map<std::string, Bytes> files;

    Maker()
        : random_(20261123),
          intake_(seal::RecipientKey::of(seal::SealSecretKey::make(random_))),
          other_intake_(seal::RecipientKey::of(seal::SealSecretKey::make(random_))),
          machine_key_(seal::SigningKey::make(random_)),
          person_key_(seal::SigningKey::make(random_)),
          stranger_key_(seal::SigningKey::make(random_)),
          root_(seal::SigningKey::make(random_)),
          receipt_(seal::ReceiptSecret::make(random_)),
          machine_(base::MachineId::random(random_)),
          person_(base::PersonId::random(random_)) {
        must_add(dictionary_d1());
        body_.author = machine_;
        body_.seq = 7;
        body_.kind = "application";
        body_.pack = {"zhejiang-demo", 1};
        body_.claimed_at = {1795417200000};
        body_.time_floor = {1795300000000};
        body_.payload = R"({"form":"F1","answers":{"F1.01":"应𫖯安","F1.06":"330199196301018888"}})";
        manifest_["about"] = "What each file is and what must come of it. FORMAT.md is in sync/seal.";
        manifest_["keys"] = {{"intake_secret", base::hex(intake_.key.secret())},
                             {"intake_public", intake_.key.public_key().text()},
                             {"intake_id", intake_.id.text()},
                             {"other_intake_secret", base::hex(other_intake_.key.secret())},
                             {"machine_id", machine_.text()},
                             {"machine_seed", base::hex(machine_key_.secret())},
                             {"machine_public", machine_key_.public_key().text()},
                             {"person_id", person_.text()},
                             {"person_seed", base::hex(person_key_.secret())},
                             {"person_public", person_key_.public_key().text()},
                             {"root_seed", base::hex(root_.secret())},
                             {"root_public", root_.public_key().text()},
                             {"root_id", seal::key_id(root_.public_key()).text()},
                             {"receipt_secret", base::hex(receipt_.secret())}};
        manifest_["dictionary"] = "assets/packs/zhejiang-demo/dictionary/d1.bin";
    }

    void finish() {
        const std::string text = manifest_.dump(1) + "\n";
        files["manifest.json"] = base::to_bytes(text);
    }

    void records() {
        good("small", body_, 0);
        good("dictionary", application(Path::Self, 100), 1);
        good("guardian", application(Path::Guardian, 101), 1);
        seal::Body chained = application(Path::Helper, 102);
        chained.previous = seal::record_hash(files["record/good/small.cyr"]);
        chained.files = {base::Digest::random(random_), base::Digest::random(random_)};
        good("chained", chained, 1);
        seal::Body unknown = body_;
        unknown.kind = "a_kind_of_2040";
        unknown.author = person_;
        unknown.claimed_at.ms = -86400000;  // a clock that fell back
        unknown.payload = R"({"deep":[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]],"𠮷":"\u0000\n\"\\","number":-1.5e+3})";
        good("unknown-kind", unknown, 0);
        good("padded", body_, 0, seal::SizeClass::K4);
        notice();
        bad_headers();
        bad_seals();
        bad_frames();
        bad_bodies();
        bad_signatures();
    }

    void documents() {
        for (const auto& [name, kind, version] : {std::tuple{"roster", seal::DocumentKind::Roster, 3U}, {"pack", seal::DocumentKind::Pack, 1U}}) {
            const seal::SignedDocument document{kind, version, {1795417200000}, base::to_bytes("{\"court\":\"330199\"}")};
            add_document(std::string("good/") + name, must(seal::sign_document(document, root_)), name, "open");
        }
        const Bytes good = files["document/good/roster.cyd"];
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
        add_document("bad/other-kind", files["document/good/pack.cyd"], "roster", "document.kind");
        Bytes renamed = files["document/good/pack.cyd"];
        renamed[5] = 1;  // a pack's signature under a roster's name
        add_document("bad/other-context", renamed, "roster", "document.signature");
        add_document("bad/stranger", must(seal::sign_document({seal::DocumentKind::Roster, 3, {}, {}}, stranger_key_)), "roster", "document.signer");
    }

    void passphrases() {
        const seal::Secret<32> key = seal::Secret<32>::random(random_);
        manifest_["keys"]["store_key"] = base::hex(key.view());
        const Bytes good = must(seal::wrap_with_passphrase(key, base::as_bytes("桐庐 2026"), random_, {15}));
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

    void receipts() {
        ordered_json& list = manifest_["receipts"] = ordered_json::array();
        for (const Bytes& secret : {Bytes(16, 0), Bytes(16, 0xFF), Bytes(receipt_.secret().begin(), receipt_.secret().end())}) {
            const seal::ReceiptSecret receipt = seal::ReceiptSecret::from(must(seal::Secret<16>::from(secret)));
            const seal::ReceiptAddress address = receipt.address();
            list.push_back({{"secret", base::hex(secret)},
                            {"number", address.number.text},
                            {"locator", address.locator.text()},
                            {"notice_key", address.notice_key.text()},
                            {"code", base::as_text(receipt.code().view())},
                            {"qr", base::as_text(receipt.qr_text().view())}});
        }
        const std::string code(base::as_text(receipt_.code().view()));
        ordered_json& typed = manifest_["typed_codes"] = ordered_json::array();
        const auto add = [&](const std::string& text, const char* must_be) { typed.push_back({{"typed", text}, {"must", must_be}}); };
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
        add(receipt_.address().number.text, "receipt.is_number");
        add("?" + code, "receipt.character");
    }

    void symbols() {
        ordered_json& list = manifest_["symbols"] = ordered_json::array();
        const std::vector<std::string> good = must(seal::to_symbols(files["record/good/dictionary.cyr"]));
        const std::vector<std::string> other = must(seal::to_symbols(files["record/good/small.cyr"]));
        const auto add = [&](const std::vector<std::string>& scanned, const std::string& must_be) { list.push_back({{"scanned", scanned}, {"must", must_be}}); };
        add(good, "record/good/dictionary.cyr");
        add({good.back(), good.front(), good.back()}, good.size() == 2 ? "record/good/dictionary.cyr" : "symbols.missing");
        add({good.front()}, "symbols.missing");
        add({good.front(), other.back()}, "symbols.mixed");
        add({}, "symbols.none");
        add({"CYR1"}, "symbols.foreign");
        std::string damaged = good.front();
        damaged[40] = damaged[40] == '0' ? '1' : '0';
        add({damaged, good.back()}, "symbols.damaged");
    }

    void wraps() {
        ordered_json& list = manifest_["wraps"] = ordered_json::array();
        const Bytes wrapped = must(seal::wrap(other_intake_.key.secret(), intake_.key.public_key(), "intake 1", random_));
        list.push_back({{"wrapped", base::hex(wrapped)}, {"purpose", "intake 1"}, {"must", "open"}, {"secret", base::hex(other_intake_.key.secret())}});
        list.push_back({{"wrapped", base::hex(wrapped)}, {"purpose", "intake 2"}, {"must", "wrap.open"}});
        list.push_back({{"wrapped", base::hex(ByteView(wrapped).first(48))}, {"purpose", "intake 1"}, {"must", "wrap.size"}});
    }

private:
    void must_add(seal::Dictionary dictionary) { COURTYARD_CHECK(dictionaries_.add(std::move(dictionary)).has_value()); }

    seal::Body application(Path path, std::uint64_t seed) const {
        base::SeededRandom random(seed);
        seal::Body body = body_;
        body.payload = synthetic_payload(path, random);
        return body;
    }

    void add_record(const std::string& name, const Bytes& file, const std::string& must_be, const std::string& key = "intake_secret") {
        files["record/" + name + ".cyr"] = file;
        manifest_["records"].push_back({{"file", "record/" + name + ".cyr"}, {"key", key}, {"must", must_be}});
    }
    void add_document(const std::string& name, const Bytes& file, const std::string& kind, const std::string& must_be) {
        files["document/" + name + ".cyd"] = file;
        manifest_["documents"].push_back({{"file", "document/" + name + ".cyd"}, {"kind", kind}, {"must", must_be}});
    }
    void add_passphrase(const std::string& name, const Bytes& file, const std::string& passphrase, const std::string& must_be) {
        files["passphrase/" + name + ".cyw"] = file;
        manifest_["passphrases"].push_back({{"file", "passphrase/" + name + ".cyw"}, {"passphrase", passphrase}, {"must", must_be}});
    }

    void good(const std::string& name, const seal::Body& body, std::uint16_t dictionary, seal::SizeClass smallest = seal::SizeClass::B512) {
        const seal::Recipient to = seal::Recipient::of(intake_.key.public_key());
        const bool is_person = std::holds_alternative<base::PersonId>(body.author);
        const seal::SealRequest request{base::RecordId::random(random_), to, body, is_person ? person_key_ : machine_key_,
                                        dictionary == 0 ? nullptr : dictionaries_.find(dictionary), smallest};
        add_record("good/" + name, must(seal::seal(request, random_)), "open");
        files["record/good/" + name + ".json"] = base::to_bytes(must(seal::encode_body(body)));
    }

    void notice() {
        seal::Body body = body_;
        body.author = person_;
        body.kind = "notice";
        body.payload = R"({"state":"RECEIVED","text":""})";
        const seal::Recipient to = receipt_.address().recipient();
        add_record("good/notice", must(seal::seal({base::RecordId::random(random_), to, body, person_key_, nullptr}, random_)), "open", "receipt_secret");
        files["record/good/notice.json"] = base::to_bytes(must(seal::encode_body(body)));
    }

    Parts parts() {
        Parts parts;
        parts.header = {'C', 'Y', 'S', 'R', 1, 1, 1, 0};
        parts.header.insert(parts.header.end(), intake_.id.bytes.begin(), intake_.id.bytes.end());
        const base::RecordId id = base::RecordId::random(random_);
        parts.header.insert(parts.header.end(), id.bytes.begin(), id.bytes.end());
        parts.signed_header = parts.header;
        parts.to = intake_.key.public_key();
        set_text(parts, must(seal::encode_body(body_)));
        return parts;
    }
    static void set_text(Parts& parts, const std::string& text) {
        parts.text = parts.signed_text = text;
        set_packed(parts, seal::pack_text(text, nullptr));
    }
    static void set_packed(Parts& parts, const Bytes& packed) {
        parts.packed = packed;
        parts.claimed_length = packed.size();
    }

    Bytes put_together(const Parts& parts) { return put_together(parts, machine_key_); }
    Bytes put_together(const Parts& parts, const seal::SigningKey& author) {
        seal::hpke::Sender sender = must(seal::hpke::setup_sender(seal::hpke::Aead::Aes256Gcm, parts.to, base::as_bytes(parts.info),
                                                                 seal::SealSecretKey::make(random_)));
        const ByteView enc = parts.enc.empty() ? sender.enc.view() : ByteView(parts.enc);
        const seal::Signature signature = seal::sign(author, parts.context, {parts.signed_header, enc, base::as_bytes(parts.signed_text)});
        Bytes frame = {static_cast<std::uint8_t>(parts.dictionary >> 8), static_cast<std::uint8_t>(parts.dictionary),
                       static_cast<std::uint8_t>(parts.claimed_length >> 16), static_cast<std::uint8_t>(parts.claimed_length >> 8),
                       static_cast<std::uint8_t>(parts.claimed_length)};
        frame.insert(frame.end(), signature.bytes.begin(), signature.bytes.end());
        frame.insert(frame.end(), parts.packed.begin(), parts.packed.end());
        frame.resize(seal::kSizeClassBytes[parts.header[6] - 1U] - 80);
        frame.back() = static_cast<std::uint8_t>(frame.back() | parts.padding);
        const Bytes sealed = must(sender.context.seal(parts.header, frame));
        Bytes record = parts.header;
        record.insert(record.end(), enc.begin(), enc.end());
        record.insert(record.end(), sealed.begin(), sealed.end());
        return record;
    }
    void bad(const std::string& name, const std::string& code, const std::function<void(Parts&)>& bend) {
        Parts made = parts();
        bend(made);
        add_record("bad/" + name, put_together(made), code);
    }

    void bad_headers() {
        const Bytes good = files["record/good/small.cyr"];
        const auto bent = [&](const char* name, std::size_t at, std::uint8_t value, const char* code) {
            Bytes file = good;
            file[at] = value;
            add_record(std::string("bad/") + name, file, code);
        };
        add_record("bad/empty", {}, "record.short");
        add_record("bad/header-cut", Bytes(good.begin(), good.begin() + 31), "record.short");
        add_record("bad/header-only", Bytes(good.begin(), good.begin() + 32), "record.length");
        add_record("bad/cut", Bytes(good.begin(), good.end() - 1), "record.length");
        Bytes longer = good;
        longer.push_back(0);
        add_record("bad/joined", longer, "record.length");
        bent("magic", 3, 'D', "record.magic");
        bent("version-0", 4, 0, "record.version");
        bent("version-2", 4, 2, "record.version");
        bent("suite-0", 5, 0, "record.suite");
        bent("suite-2", 5, 2, "record.suite");
        bent("size-class-0", 6, 0, "record.size_class");
        bent("size-class-11", 6, 11, "record.size_class");
        bent("size-class-other", 6, 2, "record.length");
        bent("reserved", 7, 1, "record.reserved");
        bent("recipient", 8, static_cast<std::uint8_t>(good[8] ^ 1U), "record.recipient");
        bent("id", 31, static_cast<std::uint8_t>(good[31] ^ 1U), "record.seal");
        bent("enc", 32, static_cast<std::uint8_t>(good[32] ^ 1U), "record.seal");
        bent("enc-high-bit", 63, static_cast<std::uint8_t>(good[63] ^ 0x80U), "record.seal");
        bent("cipher-text", 64, static_cast<std::uint8_t>(good[64] ^ 1U), "record.seal");
        bent("tag", 511, static_cast<std::uint8_t>(good[511] ^ 1U), "record.seal");
        Bytes zero = good;
        std::fill(zero.begin() + 32, zero.begin() + 64, std::uint8_t{0});
        add_record("bad/enc-zero", zero, "record.seal");
        Bytes regrown = good;
        regrown.resize(768);
        regrown[6] = 2;
        add_record("bad/regrown", regrown, "record.seal");
    }

    void bad_seals() {
        bad("other-info", "record.seal", [](Parts& parts) { parts.info = "courtyard/1/wrap"; });
        bad("other-key-same-name", "record.seal", [&](Parts& parts) { parts.to = other_intake_.key.public_key(); });
        add_record("bad/not-for-this-key", files["record/good/small.cyr"], "record.recipient", "other_intake_secret");
    }

    void bad_frames() {
        bad("length-beyond", "record.frame", [](Parts& parts) { parts.claimed_length = 364; });
        bad("length-huge", "record.frame", [](Parts& parts) { parts.claimed_length = 0xFFFFFF; });
        bad("padding", "record.padding", [](Parts& parts) { parts.padding = 1; });
        bad("length-too-small", "record.padding", [](Parts& parts) { parts.claimed_length -= 1; });
        bad("length-too-large", "record.packing", [](Parts& parts) { parts.claimed_length += 1; });
        bad("nothing", "record.packing", [](Parts& parts) { set_packed(parts, {}); });
        bad("deflate-broken", "record.packing", [](Parts& parts) { parts.packed[0] = 0x07; });
        bad("digits-missing", "record.packing", [](Parts& parts) {
            Bytes packed = parts.packed;
            packed.pop_back();
            set_packed(parts, packed);
        });
        bad("digits-in-the-text", "record.packing", [](Parts& parts) { set_packed(parts, seal::deflate(base::as_bytes(parts.text), nullptr)); });
        bad("dictionary-unknown", "record.dictionary", [](Parts& parts) { parts.dictionary = 65535; });
        bad("inflates-too-far", "record.inflated", [](Parts& parts) {
            parts.header[6] = 5;
            parts.signed_header[6] = 5;
            set_packed(parts, seal::deflate(Bytes(seal::Body::kTextMax + 1, ' '), nullptr));
        });
    }

    void bad_body(const char* name, std::string_view from, std::string_view to, const char* code) {
        bad(std::string("body-") + name, code, [&](Parts& parts) {
            std::string text = parts.text;
            const std::size_t at = text.find(from);
            COURTYARD_CHECK(at != std::string::npos);
            set_text(parts, text.replace(at, from.size(), to));
        });
    }
    void bad_bodies() {
        bad_body("blank", "\"seq\":7", "\"seq\": 7", "body.text");
        bad_body("leading-zero", "\"seq\":7", "\"seq\":07", "body.text");
        bad_body("order", "\"seq\":7,\"kind\":\"application\"", "\"kind\":\"application\",\"seq\":7", "body.text");
        bad_body("upper-case-id", "\"by\":\"m.", "\"by\":\"m.A", "body.text");
        bad_body("extra-key", ",\"data\"", ",\"more\":1,\"data\"", "body.text");
        bad_body("empty-files", ",\"data\"", ",\"files\":[],\"data\"", "body.text");
        bad_body("seq-0", "\"seq\":7", "\"seq\":0", "body.seq");
        bad_body("seq-large", "\"seq\":7", "\"seq\":9007199254740992", "body.seq");
        bad_body("kind", "\"kind\":\"application\"", "\"kind\":\"Application\"", "body.kind");
        bad_body("pack", "demo@1", "demo@0", "body.pack");
        bad_body("time", "\"at\":1795417200000", "\"at\":9007199254740992", "body.time");
        bad_body("payload-array", "{\"form\"", "[{\"form\"", "body.payload");
        bad_body("payload-key-twice", "\"F1.06\"", "\"F1.01\"", "body.payload");
        bad_body("payload-blank", "\"F1.06\":", "\"F1.06\": ", "body.payload");
        bad_body("payload-escape", "应", "\\u5e94", "body.payload");
        bad_body("payload-not-utf8", "应", "\xE5\xBA", "body.payload");
        bad_body("payload-surrogate", "应", "\xED\xA0\x80", "body.payload");
        bad_body("payload-control", "应", "\n", "body.payload");
        bad_body("payload-deep", "\"应𫖯安\"", "[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]", "body.payload");
        bad_body("two-objects", "8888\"}}}", "8888\"}}}{}", "body.payload");
    }

    void bad_signatures() {
        Parts by_stranger = parts();
        add_record("bad/signed-by-stranger", put_together(by_stranger, stranger_key_), "record.signature");
        Parts unknown_author = parts();
        seal::Body body = body_;
        body.author = base::MachineId{};
        set_text(unknown_author, must(seal::encode_body(body)));
        add_record("bad/author-unknown", put_together(unknown_author, stranger_key_), "record.author");
        bad("signed-as-notice", "record.signature", [](Parts& parts) { parts.context = seal::Context::Notice; });
        bad("signed-as-pack", "record.signature", [](Parts& parts) { parts.context = seal::Context::Pack; });
        bad("signed-other-text", "record.signature", [](Parts& parts) { parts.signed_text += " "; });
        bad("signed-other-id", "record.signature", [](Parts& parts) { parts.signed_header[31] ^= 1; });
        bad("signed-other-recipient", "record.signature", [](Parts& parts) { parts.signed_header[8] ^= 1; });
        bad("signed-other-suite", "record.signature", [](Parts& parts) { parts.signed_header[5] = 2; });
        bad("signed-other-size", "record.signature", [](Parts& parts) { parts.signed_header[6] = 2; });
        Parts machine_as_person = parts();
        body.author = person_;
        set_text(machine_as_person, must(seal::encode_body(body)));
        add_record("bad/machine-as-person", put_together(machine_as_person, machine_key_), "record.signature");
    }

    base::SeededRandom random_;
    seal::RecipientKey intake_, other_intake_;
    seal::SigningKey machine_key_, person_key_, stranger_key_, root_;
    seal::ReceiptSecret receipt_;
    base::MachineId machine_;
    base::PersonId person_;
    seal::Dictionaries dictionaries_;
    seal::Body body_;
    ordered_json manifest_;
};

}  // namespace

std::map<std::string, base::Bytes> seal_vectors() {
    Maker maker;
    maker.records();
    maker.documents();
    maker.passphrases();
    maker.receipts();
    maker.symbols();
    maker.wraps();
    maker.finish();
    return std::move(maker.files);
}

}  // namespace courtyard::test
