#include <functional>

#include "sync/base/encoding.hpp"
#include "sync/seal/hpke.hpp"
#include "sync/seal/text_packing.hpp"
#include "tests/support/seal_vector_court.hpp"
#include "tests/support/synthetic_application.hpp"

namespace courtyard::test {
namespace {

using base::Bytes;
using base::ByteView;

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
    std::size_t packing = 1;
    Bytes packed;
    std::size_t claimed_length = 0;
    std::uint8_t padding = 0;
    Bytes enc;  // what is sent and signed in place of the true one, when not empty
};

class RecordVectors {
public:
    explicit RecordVectors(VectorCourt& court) : court_(court) {}

    void records() {
        good("small", court_.body, 0);
        good("dictionary", application(Path::Self, 100), 1);
        good("guardian", application(Path::Guardian, 101), 1);
        seal::Body chained = application(Path::Helper, 102);
        chained.previous = seal::record_hash(court_.files["record/good/small.cyr"]);
        chained.files = {base::Digest::random(court_.random), base::Digest::random(court_.random)};
        good("chained", chained, 1);
        seal::Body unknown = court_.body;
        unknown.kind = "a_kind_of_2040";
        unknown.author = court_.person;
        unknown.claimed_at.ms = -86400000;  // a clock that fell back
        unknown.payload = R"({"deep":[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]],"𠮷":"\u0000\n\"\\","number":-1.5e+3})";
        good("unknown-kind", unknown, 0);
        good("padded", court_.body, 0, seal::SizeClass::K4);
        seal::Body long_one = application(Path::Self, 103);
        long_one.payload.insert(1, "\"pages\":\"" + std::string(20'000, '-') + "\",");
        good("deflated", long_one, 1);
        deflated_by_hand();
        notice();
        bad_headers();
        bad_seals();
        bad_frames();
        bad_bodies();
        bad_signatures();
    }

private:
    seal::Body application(Path path, std::uint64_t seed) const {
        base::SeededRandom random(seed);
        seal::Body body = court_.body;
        body.payload = synthetic_payload(path, random);
        return body;
    }

    void good(const std::string& name, const seal::Body& body, std::uint16_t dictionary,
              seal::SizeClass smallest = seal::SizeClass::B512) {
        const seal::Recipient to = seal::Recipient::of(court_.intake.key.public_key());
        const bool is_person = std::holds_alternative<base::PersonId>(body.author);
        const seal::SealRequest request{base::RecordId::random(court_.random),
                                        to,
                                        body,
                                        is_person ? court_.person_key : court_.machine_key,
                                        dictionary == 0 ? nullptr : court_.dictionaries.find(dictionary),
                                        smallest};
        court_.add_record("good/" + name, must(seal::seal(request, court_.random)), "open");
        court_.files["record/good/" + name + ".json"] = base::to_bytes(must(seal::encode_body(body)));
    }

    // What another sealer may do, though this one would mix so short a text.
    void deflated_by_hand() {
        Parts made = parts();
        set_packed(made, seal::deflate_text(made.text, nullptr), seal::Packing::Deflate);
        court_.add_record("good/short-deflated", put_together(made), "open");
        court_.files["record/good/short-deflated.json"] = base::to_bytes(made.text);
    }

    void notice() {
        seal::Body body = court_.body;
        body.author = court_.person;
        body.kind = "notice";
        body.payload = R"({"status":"RECEIVED","court":"测试县人民法院"})";
        const seal::Recipient to = court_.receipt.address().recipient();
        court_.add_record("good/notice",
                          must(seal::seal({base::RecordId::random(court_.random), to, body, court_.person_key, nullptr},
                                          court_.random)),
                          "open", "receipt_secret");
        court_.files["record/good/notice.json"] = base::to_bytes(must(seal::encode_body(body)));
    }

    Parts parts() {
        Parts parts;
        parts.header = {'C', 'Y', 'S', 'R', 1, 1, 1, 0};
        parts.header.insert(parts.header.end(), court_.intake.id.bytes.begin(), court_.intake.id.bytes.end());
        const base::RecordId id = base::RecordId::random(court_.random);
        parts.header.insert(parts.header.end(), id.bytes.begin(), id.bytes.end());
        parts.signed_header = parts.header;
        parts.to = court_.intake.key.public_key();
        set_text(parts, must(seal::encode_body(court_.body)));
        return parts;
    }
    static void set_text(Parts& parts, const std::string& text) {
        parts.text = parts.signed_text = text;
        set_packed(parts, seal::pack_text(text, nullptr).bytes);
    }
    static void set_packed(Parts& parts, const Bytes& packed, seal::Packing packing = seal::Packing::Mix) {
        parts.packing = static_cast<std::size_t>(packing);
        parts.packed = packed;
        parts.claimed_length = packed.size();
    }

    Bytes put_together(const Parts& parts) { return put_together(parts, court_.machine_key); }
    Bytes put_together(const Parts& parts, const seal::SigningKey& author) {
        seal::hpke::Sender sender =
            must(seal::hpke::setup_sender(seal::hpke::Aead::Aes256Gcm, parts.to, base::as_bytes(parts.info),
                                          seal::SealSecretKey::make(court_.random)));
        const ByteView enc = parts.enc.empty() ? sender.enc.view() : ByteView(parts.enc);
        const seal::Signature signature =
            seal::sign(author, parts.context, {parts.signed_header, enc, base::as_bytes(parts.signed_text)});
        Bytes frame = {static_cast<std::uint8_t>(parts.dictionary >> 8), static_cast<std::uint8_t>(parts.dictionary),
                       static_cast<std::uint8_t>(parts.packing << 4 | parts.claimed_length >> 16),
                       static_cast<std::uint8_t>(parts.claimed_length >> 8),
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
        court_.add_record("bad/" + name, put_together(made), code);
    }

    void bad_headers() {
        const Bytes good = court_.files["record/good/small.cyr"];
        const auto bent = [&](const char* name, std::size_t at, std::uint8_t value, const char* code) {
            Bytes file = good;
            file[at] = value;
            court_.add_record(std::string("bad/") + name, file, code);
        };
        court_.add_record("bad/empty", {}, "record.short");
        court_.add_record("bad/header-cut", Bytes(good.begin(), good.begin() + 31), "record.short");
        court_.add_record("bad/header-only", Bytes(good.begin(), good.begin() + 32), "record.length");
        court_.add_record("bad/cut", Bytes(good.begin(), good.end() - 1), "record.length");
        Bytes longer = good;
        longer.push_back(0);
        court_.add_record("bad/joined", longer, "record.length");
        bent("magic", 3, 'D', "record.magic");
        bent("version-0", 4, 0, "record.version");
        bent("version-2", 4, 2, "record.version");
        bent("suite-0", 5, 0, "record.suite");
        bent("suite-2", 5, 2, "record.suite");
        bent("size-class-0", 6, 0, "record.size_class");
        bent("size-class-13", 6, 13, "record.size_class");
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
        court_.add_record("bad/enc-zero", zero, "record.seal");
        Bytes regrown = good;
        regrown.resize(768);
        regrown[6] = static_cast<std::uint8_t>(seal::SizeClass::B768);
        court_.add_record("bad/regrown", regrown, "record.seal");
    }

    void bad_seals() {
        bad("other-info", "record.seal", [](Parts& parts) { parts.info = "courtyard/1/wrap"; });
        bad("other-key-same-name", "record.seal",
            [&](Parts& parts) { parts.to = court_.other_intake.key.public_key(); });
        court_.add_record("bad/not-for-this-key", court_.files["record/good/small.cyr"], "record.recipient",
                          "other_intake_secret");
    }

    void bad_frames() {
        bad("length-beyond", "record.frame", [](Parts& parts) { parts.claimed_length = 364; });
        bad("length-huge", "record.frame", [](Parts& parts) { parts.claimed_length = 0xFFFFF; });
        bad("method", "record.method", [](Parts& parts) { parts.packing = 2; });
        bad("method-and-length", "record.method", [](Parts& parts) {
            parts.packing = 15;
            parts.claimed_length = 0xFFFFF;
        });
        bad("padding", "record.padding", [](Parts& parts) { parts.padding = 1; });
        bad("length-too-small", "record.padding", [](Parts& parts) { parts.claimed_length -= 1; });
        bad("length-too-large", "record.packing", [](Parts& parts) { parts.claimed_length += 1; });
        bad("nothing", "record.packing", [](Parts& parts) { set_packed(parts, {}); });
        bad_mixed();
        bad_deflated();
        bad("dictionary-unknown", "record.dictionary", [](Parts& parts) { parts.dictionary = 65535; });
    }
    void bad_mixed() {
        bad("mixed-cut", "record.packing", [](Parts& parts) {
            Bytes packed = parts.packed;
            packed.pop_back();
            set_packed(parts, packed);
        });
        bad("mixed-continued", "record.packing", [](Parts& parts) {
            Bytes packed = parts.packed;
            packed.push_back(1);
            set_packed(parts, packed);
        });
        bad("mixed-other-end", "record.packing", [](Parts& parts) { ++parts.packed.back(); });
        bad("mixed-bent", "record.packing", [](Parts& parts) { parts.packed[20] ^= 4; });
        bad("mixed-as-deflated", "record.packing", [](Parts& parts) { parts.packing = 0; });
        bad("mixed-with-dictionary", "record.packing",
            [&](Parts& parts) { set_packed(parts, seal::pack_text(parts.text, court_.dictionaries.find(1)).bytes); });
        bad("mixed-without-dictionary", "record.packing", [](Parts& parts) { parts.dictionary = 1; });
        // Zeros without end, as far as a model is concerned that has seen some.
        bad("mixed-too-far", "record.inflated", [](Parts& parts) { set_packed(parts, Bytes(300, 0xFF)); });
    }
    void bad_deflated() {
        const auto deflated = [](Parts& parts) {
            set_packed(parts, seal::deflate_text(parts.text, nullptr), seal::Packing::Deflate);
        };
        bad("deflate-broken", "record.packing", [&](Parts& parts) {
            deflated(parts);
            parts.packed[0] = 0x07;
        });
        bad("digits-missing", "record.packing", [&](Parts& parts) {
            deflated(parts);
            parts.packed.pop_back();
            parts.claimed_length = parts.packed.size();
        });
        bad("digits-in-the-text", "record.packing", [](Parts& parts) {
            set_packed(parts, seal::deflate(base::as_bytes(parts.text), nullptr), seal::Packing::Deflate);
        });
        bad("deflated-as-mixed", "record.packing", [&](Parts& parts) {
            deflated(parts);
            parts.packing = 1;
        });
        bad("inflates-too-far", "record.inflated", [](Parts& parts) {
            parts.header[6] = parts.signed_header[6] = static_cast<std::uint8_t>(seal::SizeClass::K2);
            set_packed(parts, seal::deflate(Bytes(seal::Body::kTextMax + 1, ' '), nullptr), seal::Packing::Deflate);
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
        court_.add_record("bad/signed-by-stranger", put_together(by_stranger, court_.stranger_key), "record.signature");
        Parts unknown_author = parts();
        seal::Body body = court_.body;
        body.author = base::MachineId{};
        set_text(unknown_author, must(seal::encode_body(body)));
        court_.add_record("bad/author-unknown", put_together(unknown_author, court_.stranger_key), "record.author");
        bad("signed-as-notice", "record.signature", [](Parts& parts) { parts.context = seal::Context::Notice; });
        bad("signed-as-pack", "record.signature", [](Parts& parts) { parts.context = seal::Context::Pack; });
        bad("signed-other-text", "record.signature", [](Parts& parts) { parts.signed_text += " "; });
        bad("signed-other-id", "record.signature", [](Parts& parts) { parts.signed_header[31] ^= 1; });
        bad("signed-other-recipient", "record.signature", [](Parts& parts) { parts.signed_header[8] ^= 1; });
        bad("signed-other-suite", "record.signature", [](Parts& parts) { parts.signed_header[5] = 2; });
        bad("signed-other-size", "record.signature", [](Parts& parts) { parts.signed_header[6] = 2; });
        Parts machine_as_person = parts();
        body.author = court_.person;
        set_text(machine_as_person, must(seal::encode_body(body)));
        court_.add_record("bad/machine-as-person", put_together(machine_as_person, court_.machine_key),
                          "record.signature");
    }

    VectorCourt& court_;
};

}  // namespace

void add_record_vectors(VectorCourt& court) { RecordVectors(court).records(); }

}  // namespace courtyard::test
