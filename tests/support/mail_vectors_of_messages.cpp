#include "sync/base/encoding.hpp"
#include "sync/seal/hash.hpp"
#include "tests/support/mail_vector_court.hpp"

namespace courtyard::test {
namespace {

using base::Bytes;
using base::ByteView;
using nlohmann::ordered_json;

std::string sha256(ByteView bytes) { return seal::sha256(bytes).text(); }
std::string text_of(const mail::ExactRecord& record) { return record.id.text() + record.hash.text(); }

// What a message says, for whoever reads its bytes with another program. Blocks by their SHA-256.
struct Says {
    ordered_json operator()(const mail::PutRequest& put) const {
        ordered_json records = ordered_json::array();
        for (const ByteView record : put.records)
            records.push_back(sha256(record));
        return {{"type", "P"}, {"mailbox", put.mailbox.text()}, {"records", records}};
    }
    ordered_json operator()(const mail::AskRequest& ask) const {
        ordered_json records = ordered_json::array();
        for (const mail::ExactRecord& record : ask.records)
            records.push_back(text_of(record));
        return {{"type", "Q"}, {"mailbox", ask.mailbox.text()}, {"records", records}};
    }
    ordered_json operator()(const mail::PartRequest& part) const {
        return {{"type", "W"},         {"mailbox", part.mailbox.text()}, {"record", text_of(part.record)},
                {"total", part.total}, {"offset", part.offset},          {"bytes", sha256(part.bytes)}};
    }
    ordered_json operator()(const mail::GetRequest& get) const {
        return {{"type", "G"},        {"mailbox", get.mailbox.text()}, {"after", get.after}, {"offset", get.offset},
                {"limit", get.limit}, {"wait_ms", get.wait_ms}};
    }
    ordered_json operator()(const mail::ListRequest& list) const { return {{"type", "L"}, {"court", list.court}}; }
    ordered_json operator()(const mail::DocumentRequest& document) const {
        return {{"type", "D"},
                {"court", document.court},
                {"name", document.name},
                {"digest", document.digest.text()},
                {"offset", document.offset},
                {"limit", document.limit}};
    }
    ordered_json operator()(const mail::PutAnswer& answer) const {
        ordered_json outcomes = ordered_json::array();
        for (const mail::Outcome& outcome : answer.outcomes)
            outcomes.push_back(ordered_json::array({static_cast<int>(outcome.verdict), outcome.seq}));
        return {{"type", "p"},
                {"generation", answer.generation},
                {"hub_time", answer.hub_time.ms},
                {"durable_up_to", answer.durable_up_to},
                {"outcomes", outcomes},
                {"signature", base::hex(answer.signature.view())}};
    }
    ordered_json operator()(const mail::PartAnswer& answer) const { return {{"type", "w"}, {"have", answer.have}}; }
    ordered_json operator()(const mail::Page& page) const {
        ordered_json said = {{"type", "g"},
                             {"generation", page.generation},
                             {"hub_time", page.hub_time.ms},
                             {"head", page.head},
                             {"after", page.after}};
        said["records"] = ordered_json::array();
        for (const mail::Received& each : page.records)
            said["records"].push_back(ordered_json::array({each.received.ms, sha256(each.record)}));
        for (const mail::Piece& piece : page.piece)
            said["piece"] = {piece.received.ms, piece.total, piece.offset, sha256(piece.bytes)};
        said["signature"] = base::hex(page.signature.view());
        return said;
    }
    ordered_json operator()(const mail::DocumentList& list) const {
        ordered_json documents = ordered_json::array();
        for (const mail::Document& each : list.documents)
            documents.push_back(ordered_json::array({each.name, each.version, each.size, each.digest.text()}));
        return {{"type", "l"}, {"documents", documents}};
    }
    ordered_json operator()(const mail::DocumentPiece& piece) const {
        return {{"type", "d"}, {"total", piece.total}, {"offset", piece.offset}, {"bytes", sha256(piece.bytes)}};
    }
    ordered_json operator()(const mail::Refusal& refusal) const {
        return {{"type", "e"}, {"code", refusal.code}, {"retry_after", refusal.retry_after_s}};
    }
};

Bytes joined(std::initializer_list<Bytes> parts) {
    Bytes all;
    for (const Bytes& part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}
Bytes text(std::string_view characters) { return base::to_bytes(characters); }
Bytes hex(std::string_view digits) { return must(base::unhex(digits)); }
Bytes short_text(std::string_view characters) {
    return joined({Bytes{static_cast<std::uint8_t>(characters.size())}, text(characters)});
}

class MessageVectors {
public:
    explicit MessageVectors(MailVectorCourt& court)
        : court_(court),
          one_(record("good/application")),
          two_(record("good/review")),
          three_(record("good/application-same-id")) {}

    void messages() {
        court_.manifest["messages"] = ordered_json::array();
        requests();
        signed_answers();
        other_answers();
        bad_beginnings();
        bad_numbers();
        bad_names();
        bad_answers();
    }

private:
    Bytes record(const std::string& name) { return court_.files.at("record/" + name + ".cyr"); }

    void ask(const std::string& name, const mail::Request& request) {
        const Bytes bytes = mail::encode(request);
        add("good/" + name, bytes, "request", "open")["says"] = std::visit(Says{}, request);
    }
    void tell(const std::string& name, const Bytes& bytes) {
        add("good/" + name, bytes, "answer", "open")["says"] = std::visit(Says{}, must(mail::parse_answer(bytes)));
    }
    void tell(const std::string& name, const mail::Answer& answer) { tell(name, mail::encode(answer)); }
    void bad(const std::string& name, const char* as, const Bytes& bytes, const std::string& must_be) {
        add("bad/" + name, bytes, as, must_be);
    }
    ordered_json& add(const std::string& name, const Bytes& bytes, const std::string& as, const std::string& must_be) {
        const std::string file = "message/" + name + ".bin";
        court_.add(file, bytes);
        court_.manifest["messages"].push_back({{"file", file}, {"as", as}, {"must", must_be}});
        return court_.manifest["messages"].back();
    }

    void requests() {
        ask("put", mail::PutRequest{kVectorIntake, {one_}});
        ask("put-three", mail::PutRequest{kVectorIntake, {one_, two_, three_}});
        ask("ask", mail::AskRequest{kVectorIntake, {mail::exact(one_), mail::exact(two_), mail::exact(three_)}});
        ask("part-empty", mail::PartRequest{kVectorIntake, mail::exact(one_), 512, 0, {}});
        ask("part-last", mail::PartRequest{kVectorIntake, mail::exact(one_), 512, 300, ByteView(one_).subspan(300)});
        ask("get", mail::GetRequest{kVectorIntake, 41, 0, 65536, 0});
        ask("get-nothing", mail::GetRequest{kVectorIntake, 43, 0, mail::kRecordBytesMax, mail::kWaitMsMax});
        ask("get-piece", mail::GetRequest{kVectorIntake, 41, 200, 300, 0});
        ask("get-largest", mail::GetRequest{{"0123456789abcdef", mail::Box::Public},
                                            mail::kSeqMax,
                                            mail::kRecordBytesMax - 1,
                                            mail::kRecordBytesMax,
                                            mail::kWaitMsMax});
        ask("list", mail::ListRequest{"330199"});
        const base::Digest roster = seal::sha256(court_.files.at("roster/good/roster.cyd"));
        ask("document", mail::DocumentRequest{"330199", "roster.cyd", roster, 1024, 65536});
    }

    void signed_answers() {
        const auto sign = [&](const mail::Answer& answer, const std::vector<mail::ExactRecord>& records,
                              const seal::SigningKey& key) {
            return court_.signed_answer(answer, records, kVectorIntake, key);
        };
        using mail::Verdict;
        const mail::PutAnswer accepted{7, kVectorNow, 42, {{Verdict::Accepted, 42}}, {}};
        tell("put-accepted", sign(accepted, {mail::exact(one_)}, court_.hub));
        tell("part-accepted-by-next-key", sign(accepted, {mail::exact(one_)}, court_.hub_after));
        const std::vector<mail::ExactRecord> three = {mail::exact(one_), mail::exact(two_), mail::exact(three_)};
        tell("put-mixed",
             sign(
                 mail::PutAnswer{
                     7, kVectorNow, 42, {{Verdict::Accepted, 42}, {Verdict::Accepted, 43}, {Verdict::Conflict, 0}}, {}},
                 three, court_.hub));
        tell("ask-mixed",
             sign(
                 mail::PutAnswer{
                     ~0ULL, kVectorNow, 0, {{Verdict::Accepted, 9}, {Verdict::Unknown, 0}, {Verdict::Conflict, 0}}, {}},
                 three, court_.hub));
        tell("page", sign(mail::Page{7, kVectorNow, 43, 41, {{kVectorNow, one_}, {kVectorNow + 1500, two_}}, {}, {}},
                          {}, court_.hub));
        tell("page-empty", sign(mail::Page{7, kVectorNow, 43, 43, {}, {}, {}}, {}, court_.hub));
        tell("page-piece",
             sign(mail::Page{7, kVectorNow, 43, 41, {}, {{kVectorNow, 512, 200, ByteView(one_).subspan(200, 300)}}, {}},
                  {}, court_.hub));
    }

    void other_answers() {
        tell("part-have", mail::PartAnswer{300});
        const Bytes& roster = court_.files.at("roster/good/roster.cyd");
        tell("documents", mail::DocumentList{{{"pack.cyp", 1, 70000, base::Digest::random(court_.random)},
                                              {"roster.cyd", 3, roster.size(), seal::sha256(roster)}}});
        tell("documents-none", mail::DocumentList{});
        tell("document-piece", mail::DocumentPiece{roster.size(), 1024, ByteView(roster).subspan(1024)});
        tell("refusal", mail::Refusal{"hub.busy", 30});
        tell("refusal-unknown", mail::Refusal{"other.code", 0});
    }

    void bad_beginnings() {
        const Bytes put = mail::encode(mail::PutRequest{kVectorIntake, {one_}});
        const auto bent = [&](const char* name, std::size_t at, std::uint8_t value, const char* code) {
            Bytes bytes = put;
            bytes[at] = value;
            bad(name, "request", bytes, code);
        };
        bad("empty", "request", {}, "wire.short");
        bad("cut-in-its-type", "request", text("CM\x01"), "wire.short");
        bad("cut-in-a-record", "request", Bytes(put.begin(), put.end() - 1), "wire.short");
        bad("trailing", "request", joined({put, Bytes{0}}), "wire.trailing");
        bent("magic", 1, 'Z', "wire.magic");
        bent("version", 2, 2, "wire.version");
        bent("type", 3, 'p', "wire.type");
        bad("question-as-answer", "answer", put, "wire.type");
    }

    void bad_numbers() {
        const Bytes get = joined({text("CM\x01G"), short_text("330199/intake")});
        const auto numbers = [&](const char* name, const char* digits, const char* code) {
            bad(name, "request", joined({get, hex(digits)}), code);
        };
        numbers("number-needless-byte", "8000000100", "wire.number");
        numbers("number-over-64-bits", "ffffffffffffffffff02000100", "wire.number");
        numbers("after-beyond", "808080808020000100", "wire.limit");  // 2^40
        numbers("offset-beyond",
                "00808040"
                "0100",
                "wire.limit");  // 2^20
        numbers("limit-0", "00000000", "wire.limit");
        numbers("wait-beyond", "000001e1d403", "wire.limit");  // 60,001
        numbers("number-cut", "80", "wire.short");
        const Bytes put = joined({text("CM\x01P"), short_text("330199/intake")});
        bad("count-0", "request", joined({put, hex("00")}), "wire.limit");
        bad("count-beyond", "request", joined({put, hex("8120")}), "wire.limit");  // 4,097
        bad("record-empty", "request", joined({put, hex("0100")}), "wire.limit");
        bad("record-beyond", "request", joined({put, hex("01818040")}), "wire.limit");  // 2^20 + 1
        const Bytes part = joined({text("CM\x01W"), short_text("330199/intake"), Bytes(32, 1)});
        bad("part-beyond-its-record", "request", joined({part, hex("0a0803010203")}), "wire.limit");
    }

    void bad_names() {
        for (const auto& [name, mailbox] : {std::pair{"mailbox", "330199/Intake"},
                                            {"mailbox-without-court", "/intake"},
                                            {"mailbox-court", "33-199/intake"}}) {
            bad(name, "request", joined({text("CM\x01G"), short_text(mailbox), hex("00000100")}), "wire.mailbox");
        }
        bad("mailbox-long", "request",
            joined({text("CM\x01G"), short_text("0123456789abcdef0123456789/intake"), hex("00000100")}), "wire.limit");
        bad("court", "request", joined({text("CM\x01L"), short_text("A")}), "wire.court");
        bad("court-empty", "request", joined({text("CM\x01L"), short_text("")}), "wire.court");
        bad("court-long", "request", joined({text("CM\x01L"), short_text("0123456789abcdef0")}), "wire.limit");
        for (const auto& [name, document] :
             {std::pair{"document-name", "../root.key"}, {"document-name-dots", "a..b"}, {"document-name-dot", ".a"}}) {
            bad(name, "request",
                joined({text("CM\x01"
                             "D"),
                        short_text("330199"), short_text(document), Bytes(32, 1), hex("0001")}),
                "wire.name");
        }
    }

    void bad_answers() {
        const Bytes signature(64, 9);
        const Bytes head = joined({text("CM\x01p"), Bytes(8, 0), hex("00"), hex("00")});
        const auto runs = [&](const char* name, const char* digits, const char* code) {
            bad(name, "answer", joined({head, hex(digits), signature}), code);
        };
        runs("runs-that-are-one",
             "02"
             "000101"
             "000102",
             "wire.runs");
        runs("refusals-that-are-one-run",
             "02"
             "0301"
             "0301",
             "wire.runs");
        runs("run-of-none",
             "01"
             "0000",
             "wire.limit");
        runs("run-too-long",
             "01"
             "000201",
             "wire.limit");
        runs("verdict-4",
             "01"
             "0401",
             "wire.limit");
        runs("number-0",
             "01"
             "000100",
             "wire.limit");
        bad("signature-cut", "answer", joined({head, hex("01000101"), Bytes(63, 9)}), "wire.short");
        bad("hub-time-beyond", "answer",  // one millisecond after the year 9999
            joined({text("CM\x01p"), Bytes(8, 0), hex("80b8ff90fdce39"), hex("00"), hex("01000101"), signature}),
            "wire.limit");
        const Bytes page = joined({text("CM\x01g"), Bytes(8, 0), hex("00")});
        bad("page-form-2", "answer",
            joined({page,
                    hex("0000"
                        "02"),
                    signature}),
            "wire.limit");
        bad("page-beyond-its-head", "answer",
            joined({page,
                    hex("0100"
                        "00"
                        "02"
                        "000107"
                        "000107"),
                    signature}),
            "wire.limit");
        bad("piece-beyond-its-head", "answer",
            joined({page,
                    hex("0101"
                        "01"
                        "00"
                        "02"
                        "00"
                        "0107"),
                    signature}),
            "wire.limit");
        bad("piece-empty", "answer",
            joined({page,
                    hex("0100"
                        "01"
                        "00"
                        "02"
                        "00"
                        "00"),
                    signature}),
            "wire.limit");
        const Bytes list = joined({text("CM\x01l"), hex("02")});
        const auto document = [](const char* name) { return joined({short_text(name), hex("0101"), Bytes(32, 1)}); };
        bad("documents-order", "answer", joined({list, document("b"), document("a")}), "wire.order");
        bad("documents-twice", "answer", joined({list, document("a"), document("a")}), "wire.order");
        bad("documents-name", "answer", joined({list, document("a"), document("B")}), "wire.name");
        bad("refusal-code", "answer",
            joined({text("CM\x01"
                         "e"),
                    short_text("Hub.busy"), hex("00")}),
            "wire.name");
        bad("refusal-code-long", "answer",
            joined({text("CM\x01"
                         "e"),
                    short_text(std::string(41, 'a')), hex("00")}),
            "wire.limit");
    }

    MailVectorCourt& court_;
    Bytes one_, two_, three_;
};

}  // namespace

void add_message_vectors(MailVectorCourt& court) { MessageVectors(court).messages(); }

}  // namespace courtyard::test
