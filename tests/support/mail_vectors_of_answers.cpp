#include "tests/support/mail_vector_court.hpp"

namespace courtyard::test {
namespace {

using base::Bytes;
using mail::Verdict;

// Which answer to which question a machine believes, and what it says to the others.
class AnswerVectors {
public:
    explicit AnswerVectors(MailVectorCourt& court)
        : court_(court),
          one_(mail::exact(court.files.at("record/good/application.cyr"))),
          same_id_(mail::exact(court.files.at("record/good/application-same-id.cyr"))) {}

    void answers() {
        court_.manifest["answers"] = nlohmann::ordered_json::array();
        for (const auto& [request, answer, must_be] : {std::tuple{"put", "put-accepted", "open"},
                                                       {"put-three", "put-mixed", "open"},
                                                       {"ask", "ask-mixed", "open"},
                                                       {"part-last", "put-accepted", "open"},
                                                       {"part-last", "part-accepted-by-next-key", "open"},
                                                       {"part-empty", "part-have", "open"},
                                                       {"get", "page", "open"},
                                                       {"get-nothing", "page-empty", "open"},
                                                       {"get-piece", "page-piece", "open"},
                                                       {"list", "documents", "open"},
                                                       {"document", "document-piece", "open"},
                                                       {"put", "refusal", "hub.busy"},
                                                       {"list", "refusal", "hub.busy"},
                                                       {"put", "refusal-unknown", "link.answer"},
                                                       {"put", "page", "mail.answer"},
                                                       {"put", "put-mixed", "mail.answer"},
                                                       {"get", "put-accepted", "mail.answer"},
                                                       {"get-nothing", "page", "mail.answer"},
                                                       {"list", "document-piece", "mail.answer"}}) {
            add(request, std::string("message/good/") + answer, must_be);
        }
        forged();
        broken();
        misplaced();
    }

private:
    void add(const std::string& request, const std::string& answer, const std::string& must_be) {
        court_.manifest["answers"].push_back(
            {{"request", "message/good/" + request + ".bin"}, {"answer", answer + ".bin"}, {"must", must_be}});
    }
    void bad(const std::string& name, const std::string& request, const Bytes& answer, const std::string& must_be) {
        court_.add("answer/bad/" + name + ".bin", answer);
        add(request, "answer/bad/" + name, must_be);
    }
    [[nodiscard]] Bytes accepted(const mail::ExactRecord& record, const mail::MailboxName& mailbox,
                                 const seal::SigningKey& key, seal::Context context = seal::Context::Ack) const {
        return court_.signed_answer(mail::PutAnswer{7, kVectorNow, 42, {{Verdict::Accepted, 42}}, {}}, {record},
                                    mailbox, key, context);
    }

    void forged() {
        bad("stranger", "put", accepted(one_, kVectorIntake, court_.stranger), "link.forged");
        bad("other-mailbox", "put", accepted(one_, kVectorPublic, court_.hub), "link.forged");
        // The hub has taken another record under this id.
        bad("other-record", "put", accepted(same_id_, kVectorIntake, court_.hub), "link.forged");
        bad("other-context", "put", accepted(one_, kVectorIntake, court_.hub, seal::Context::Durable), "link.forged");
        Bytes raised = court_.files.at("message/good/put-accepted.bin");
        raised[18] = 43;  // durable up to
        bad("durable-raised", "put", raised, "link.forged");
        Bytes renumbered = court_.files.at("message/good/put-accepted.bin");
        renumbered[22] = 41;
        bad("renumbered", "put", renumbered, "link.forged");
        bad("unsigned", "put", mail::encode(mail::PutAnswer{7, kVectorNow, 42, {{Verdict::Accepted, 42}}, {}}),
            "link.forged");
        Bytes page = court_.files.at("message/good/page.bin");
        page[200] ^= 1U;  // in the first record
        bad("page-changed", "get", page, "link.forged");
    }

    void broken() {
        const Bytes good = court_.files.at("message/good/put-accepted.bin");
        bad("cut", "put", Bytes(good.begin(), good.end() - 1), "link.truncated");
        bad("nothing", "put", {}, "link.truncated");
        Bytes longer = good;
        longer.push_back(0);
        bad("trailing", "put", longer, "link.answer");
        bad("html", "put", base::to_bytes("<html>Please log in</html>"), "link.answer");
    }

    void misplaced() {
        bad("more-than-the-record", "part-empty", mail::encode(mail::PartAnswer{513}), "mail.answer");
        const base::ByteView roster = court_.files.at("roster/good/roster.cyd");
        bad("other-piece", "document", mail::encode(mail::DocumentPiece{roster.size(), 0, roster.first(1024)}),
            "mail.answer");
    }

    MailVectorCourt& court_;
    mail::ExactRecord one_, same_id_;
};

}  // namespace

void add_answer_vectors(MailVectorCourt& court) { AnswerVectors(court).answers(); }

}  // namespace courtyard::test
