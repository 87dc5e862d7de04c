#include <algorithm>

#include "sync/base/base64.hpp"
#include "sync/base/encoding.hpp"
#include "sync/seal/hash.hpp"
#include "tests/support/mail_vector_court.hpp"

namespace courtyard::test {
namespace {

using base::Bytes;
using Staff = MailVectorCourt::Staff;

// What one record is made of.
struct Draft {
    std::string kind;
    std::string payload;
    std::uint64_t seq = 1;
    std::optional<seal::RecordHash> previous = {};
    std::optional<base::RecordId> id = {};  // none: by chance
    std::vector<base::Digest> files = {};   // of attachments
};

class RecordVectors {
public:
    explicit RecordVectors(MailVectorCourt& court) : court_(court) {}

    void records() {
        court_.manifest["records"] = nlohmann::ordered_json::array();
        application_id_ = must(base::RecordId::parse("000102030405060708090a0b0c0d0e0f"));
        applications();
        answers();
        filed_anew();
        said_by_others();
        nonsense();
        places();
        attachments();
    }

private:
    // --- who seals what to whom

    Bytes seal(const Draft& draft, const seal::Author& author, const seal::SigningKey& key) {
        seal::Body body;
        body.author = author;
        body.seq = draft.seq;
        body.kind = draft.kind;
        body.pack = {"zhejiang-demo", 1};
        body.claimed_at = kVectorNow;
        body.time_floor = kVectorNow + (-86'400'000);
        body.previous = draft.previous;
        body.payload = draft.payload;
        body.files = draft.files;
        text_ = must(seal::encode_body(body));
        const bool is_notice = to_slip_ || draft.kind == "notice";
        const seal::Recipient to =
            is_notice ? court_.receipt.address().recipient() : seal::Recipient::of(court_.intake.key.public_key());
        const base::RecordId id = draft.id ? *draft.id : base::RecordId::random(*random_);
        return must(
            seal::seal({id, to, body, key, court_.dictionaries.find(1), smallest_of(draft.kind, is_notice)}, *random_));
    }
    Bytes by_kiosk(const Draft& draft) { return seal(draft, court_.kiosk, court_.kiosk_key); }
    Bytes by(const Staff& staff, const Draft& draft) { return seal(draft, staff.id, staff.key); }

    // What was sealed last; `says`: status, text, papers and number, as a reader must take them.
    nlohmann::ordered_json& add(const std::string& name, const Bytes& record, const std::string& must_be) {
        const bool is_public = seal::parse_header(record)->recipient == court_.receipt.address().locator;
        const std::string file = "record/" + name + ".cyr";
        court_.add(file, record);
        court_.add("record/" + name + ".json", base::to_bytes(text_));
        court_.manifest["records"].push_back({{"file", file},
                                              {"mailbox", (is_public ? kVectorPublic : kVectorIntake).text()},
                                              {"key", is_public ? "receipt_secret" : "intake_secret"},
                                              {"must", must_be}});
        return court_.manifest["records"].back();
    }

    // --- payloads

    std::string application(const std::string& name, const std::string& more = "") const {
        return R"({"form":"F1","answers":{"F1.01":")" + name +
               R"(","F1.06":{"type":"居民身份证","number":"330199196301018888"},"F1.51":[{"关系":"妻","年收入":"9600"}]})" +
               more + R"(,"receipt":{"notice_key":")" + court_.receipt.address().notice_key.text() + R"("}})";
    }
    static std::string screening() {
        return R"(,"screening":{"answers":{"G1":"yes","G2":"police","G3":"yes","G4":"no","G5":"yes","G6":"unknown",)"
               R"("G7":"yes","N1":"none","N4":"no","E":["E1","E4"],"H":["H0"],"agency":"ok",)"
               R"("guardian_is_wrongdoer":false},"result":{"rule":"R02","primary":"OUT-A","also":["OUT-B"],)"
               R"("reasons":["…"],"articles":["…"],"would_change":[{"key":"H","to":[],"rule":"R07",)"
               R"("primary":"OUT-D"}]}})";
    }
    std::string review(const std::string& status, const std::string& more = "") const {
        return R"({"status":")" + status + '"' + more + R"(,"application":")" + application_id_.text() +
               R"(","receipt":")" + court_.receipt.address().number.text + R"("})";
    }
    static std::string notice(const std::string& status, const std::string& more = "") {
        return R"({"status":")" + status + '"' + more + R"(,"court":"测试县人民法院"})";
    }

    // --- vectors

    void applications() {
        application_ = by_kiosk({"application", application("应𫖯安"), 1, {}, application_id_});
        add("good/application", application_, "open");
        Draft whole{"application", application("应𫖯安", screening()), 2, seal::record_hash(application_)};
        whole.payload.insert(whole.payload.size() - 1, R"(,"helper":["F1.01","F1.51"])");
        add("good/application-whole", by_kiosk(whole), "open");
        // A kiosk restored from a backup counts 2 once more: both are good, and the court is told of them.
        add("good/application-fork", by_kiosk(whole), "open");
        add("good/application-by-person", by(court_.caller, {"application", application("毕䶮")}), "open");
    }

    void answers() {
        const std::string more = R"(,"text":"请补交两样材料。","papers":["判决书","户口簿"])";
        const Bytes said = by(court_.judge, {"review", review("NEED_MORE", more), 5});
        add("good/review", said, "open")["says"] = {"NEED_MORE", "请补交两样材料。", {"判决书", "户口簿"}, ""};
        const Draft told{"notice", notice("NEED_MORE", more), 6, seal::record_hash(said)};
        add("good/notice", by(court_.judge, told), "open")["says"] = {
            "NEED_MORE", "请补交两样材料。", {"判决书", "户口簿"}, ""};
        const std::string number = "（2025）浙0199司救执1号";
        add("good/notice-filed", by(court_.registrar, {"notice", notice("FILED", R"(,"number":")" + number + '"'), 9}),
            "open")["says"] = {"FILED", "", nlohmann::ordered_json::array(), number};
        // Said while the judge was the court's: it stands.
        add("good/notice-by-revoked",
            by(court_.judge_before, {"notice", notice("NOT_FILED", R"(,"text":"原案件不在本院。")")}),
            "open")["says"] = {"NOT_FILED", "原案件不在本院。", nlohmann::ordered_json::array(), ""};
        // From a newer program: keys that nobody knows yet, and values of another type, are as if left out.
        add("good/notice-newer",
            by(court_.judge,
               {"notice",
                R"({"later":{"x":[1]},"court":"x","papers":["户口簿",7],"text":5,"status":"SUSPENDED","number":null})",
                7}),
            "open")["says"] = {"SUSPENDED", "", {"户口簿"}, ""};
    }

    // The second application under one id, from its slip: PROTOCOL.md, section 6.
    void filed_anew() {
        const Draft second{"application", application("毕䶮"), 3, {}, application_id_};
        same_id_ = by_kiosk(second);
        add("good/application-same-id", same_id_, "open");
        Draft anew{"application", second.payload, 10};
        anew.payload.insert(anew.payload.size() - 1, R"(,"refiled":{"record":")" + application_id_.text() +
                                                         R"(","by":"m.)" + court_.kiosk.text() + R"(","seq":3})");
        add("good/application-refiled", by(court_.registrar, anew), "open");
    }

    void said_by_others() {
        add("bad/notice-by-kiosk", by_kiosk({"notice", notice("FILED")}), "notice.author");
        add("bad/notice-by-caller", by(court_.caller, {"notice", notice("FILED")}), "notice.author");
        add("bad/review-by-kiosk", by_kiosk({"review", review("RECEIVED")}), "review.author");
        add("bad/review-by-caller", by(court_.caller, {"review", review("RECEIVED")}), "review.author");
        const Staff nobody{base::PersonId::random(court_.random), court_.stranger.clone()};
        add("bad/notice-by-nobody", by(nobody, {"notice", notice("FILED")}), "record.author");
        const Staff as_judge{court_.judge.id, court_.stranger.clone()};
        add("bad/notice-in-the-name-of-a-judge", by(as_judge, {"notice", notice("FILED")}), "record.signature");
        to_slip_ = true;
        add("bad/review-to-the-slip", by(court_.judge, {"review", review("FILED")}), "notice.kind");
        to_slip_ = false;
    }

    void nonsense() {
        for (const char* status : {"DRAFT", "SUBMITTED_LOCAL", "WITHDRAWN", "received", "GRANTED", ""}) {
            const std::string name(*status == 0 ? "none" : status);
            add("bad/notice-status-" + name, by(court_.judge, {"notice", notice(status)}), "payload.notice");
        }
        add("bad/notice-status-missing", by(court_.judge, {"notice", R"({"state":"FILED"})"}), "payload.notice");
        add("bad/review-status", by(court_.judge, {"review", review("WITHDRAWN")}), "payload.review");
        std::string about = review("RECEIVED");
        about.replace(about.find(application_id_.text()), 32, "0001020304");
        add("bad/review-about", by(court_.judge, {"review", about}), "payload.review");
        // Both are wrong: the payload is looked at first.
        add("bad/review-about-by-kiosk", by_kiosk({"review", about}), "payload.review");
        const std::string key = court_.receipt.address().notice_key.text();
        std::string without = application("应𫖯安");
        without.erase(without.find(R"(,"receipt")"));
        add("bad/application-no-receipt", by_kiosk({"application", without + "}"}), "payload.application");
        std::string short_key = application("应𫖯安");
        short_key.replace(short_key.find(key), 64, key.substr(0, 62));
        add("bad/application-notice-key", by_kiosk({"application", short_key}), "payload.application");
        add("bad/application-no-answers",
            by_kiosk({"application", R"({"form":"F1","answers":[],"receipt":{"notice_key":")" + key + R"("}})"}),
            "payload.application");
    }

    // Where another record under a known id is kept.
    void places() {
        court_.manifest["places"] = nlohmann::ordered_json::array();
        const base::Digest digest = seal::sha256({application_id_.view(), same_id_});
        court_.manifest["places"].push_back({{"file", "record/good/application-same-id.cyr"},
                                             {"taken", application_id_.text()},
                                             {"place", base::hex(digest.view().first(16))}});
    }

    static seal::SizeClass smallest_of(std::string_view kind, bool is_notice) {
        if (kind == "attachment") return seal::SizeClass::K64;
        return is_notice ? seal::SizeClass::K1 : seal::SizeClass::B512;
    }

    // Photos of papers: two that an application names, and what is none. Chance of their own, so that the vectors
    // before and after them stay what they were.
    void attachments() {
        base::SeededRandom own(20261126);
        random_ = &own;
        const base::RecordId id = base::RecordId::random(own);
        const auto picture = [](std::size_t size) {
            Bytes bytes{0xFF, 0xD8, 0xFF, 0xE0};
            while (bytes.size() < size)
                bytes.push_back(static_cast<std::uint8_t>(bytes.size() * 7 + bytes.size() / 5));
            return bytes;
        };
        const Bytes first = picture(900);
        const Bytes second = picture(901);
        Draft names{"application", application("应𫖯安"), 21, {}, id};
        names.files = {seal::sha256(first), seal::sha256(second)};
        add("good/application-with-pictures", by_kiosk(names), "open");
        const auto payload = [&](const Bytes& file, int page) {
            std::string text = R"({"application":")" + id.text() + R"(","paper":"身份证明","page":)" +
                               std::to_string(page) + R"(,"media":"image/jpeg","file":")";
            base::base64(file, text);
            return text + "\"}";
        };
        const auto add_picture = [&](const char* name, const std::string& text, const char* must_be) {
            return &add(name, by_kiosk({"attachment", text, 22}), must_be);
        };
        (*add_picture("good/attachment", payload(first, 1), "open"))["picture"] = seal::sha256(first).text();
        (*add_picture("good/attachment-second", payload(second, 2), "open"))["picture"] = seal::sha256(second).text();
        const std::string sound = payload(first, 1);
        const auto with = [&](const std::string& from, const std::string& to) {
            std::string text = sound;
            text.replace(text.find(from), from.size(), to);
            return text;
        };
        add_picture("bad/attachment-media", with("image/jpeg", "image/png"), "payload.attachment");
        add_picture("bad/attachment-application", with(id.text(), "00"), "payload.attachment");
        add_picture("bad/attachment-padding", with("\"}", "=\"}"), "payload.attachment");
        add_picture("bad/attachment-no-jpeg", payload(base::to_bytes("GIF89a, no JPEG"), 1), "payload.attachment");
        add_picture("bad/attachment-empty", payload({}, 1), "payload.attachment");
        add_picture("bad/attachment-large", payload(picture(204'801), 1), "payload.attachment");
        random_ = &court_.random;
    }

    MailVectorCourt& court_;
    base::Random* random_ = &court_.random;
    base::RecordId application_id_;
    Bytes application_, same_id_;
    std::string text_;  // body of the record sealed last
    bool to_slip_ = false;
};

}  // namespace

void add_record_vectors(MailVectorCourt& court) { RecordVectors(court).records(); }

}  // namespace courtyard::test
