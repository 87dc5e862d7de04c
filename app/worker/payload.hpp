// The payloads of the kinds of record that this program writes: JSON inside the seal. FORMAT.md, section 3.1, is their
// definition, for other programs too.
//
//   application  {"form":"F1","answers":{…},"screening":{"answers":{…},"result":{…}},"receipt":{"notice_key"},
//                 "helper":["F1.01"],"alone":true}
//   review       {"application":"<record id>","receipt":"<number>","status":"NEED_MORE","text":"…","papers":["…"],
//                 "number":"…"}
//   alert        {"alert":"RS","site":"…","day":"2026-11-26","part":"afternoon","contact":"…"}
//   notice       {"status":"NEED_MORE","text":"…","papers":["…"],"number":"…","court":"…","known":12}
//
// Readers take unknown keys as they come: a newer program may have written them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/domain/application_status.hpp"
#include "app/domain/form.hpp"
#include "sync/base/ids.hpp"
#include "sync/base/result.hpp"
#include "sync/seal/receipt.hpp"

namespace courtyard::worker {

inline constexpr std::string_view kAlertKind = "alert", kReviewKind = "review";

struct ApplicationPayload {
    std::string form;            // id of the form
    std::string answers_json;    // as app/pack writes them
    std::string screening_json;  // {"answers":…,"result":…}, or empty
    seal::ReceiptAddress receipt;
    std::vector<std::string> helper_typed;
    bool confirmed_alone = false;  // the applicant read what the helper typed without the helper, and agreed
};
// `out` is reserved first and then filled, so that no piece of it stays in freed memory.
void write_payload(const ApplicationPayload& payload, std::string& out);

// What a laptop's list needs of an application.
struct ApplicationHead {
    std::string name;            // the applicant's, F1.01
    std::string outcome;         // what screening showed the person, "OUT-A"; empty when they went past it
    bool says_urgent = false;    // the applicant did in the form, or screening added OUT-A1
    bool offender_acts = false;  // the form says that whoever acts for the applicant did the harm (rule RS)
    bool urgent = false;         // either of these
    seal::ReceiptAddress receipt;
};
// `form` has the words that were answered with. "payload.application".
[[nodiscard]] base::Result<ApplicationHead> read_application_head(std::string_view payload,
                                                                  const domain::FormDefinition& form);
// The parts of an application as JSON text: what the screens and courtyardctl show.
struct ApplicationParts {
    std::string form;
    std::string answers_json;
    std::string screening_json;  // empty: not screened
    std::vector<std::string> helper_typed;
    bool confirmed_alone = false;
};
[[nodiscard]] base::Result<ApplicationParts> read_application_parts(std::string_view payload);

struct AnswerPayload {
    base::RecordId application;  // reviews only
    std::string receipt;         // receipt number; reviews only
    std::string court;           // the court's name; notices only
    domain::ApplicationStatus status = domain::ApplicationStatus::Received;
    std::string text;
    std::vector<std::string> papers;
    std::string number;
    // Notices of a case: how many of its facts the author knew. Who had heard of an earlier notice's fact knows more.
    std::uint64_t known = 0;
    friend bool operator==(const AnswerPayload&, const AnswerPayload&) = default;
};
[[nodiscard]] std::string write_review(const AnswerPayload& answer);
[[nodiscard]] std::string write_notice(const AnswerPayload& answer);
[[nodiscard]] base::Result<AnswerPayload> read_review(std::string_view payload);  // "payload.review"
[[nodiscard]] base::Result<AnswerPayload> read_notice(std::string_view payload);  // "payload.notice"

// What a kiosk says by itself under rule RS: where and in which part of the day, and no more.
struct AlertPayload {
    std::string rule;     // "RS"
    std::string site;     // name of the place
    std::string day;      // "2026-11-26"
    std::string part;     // morning | afternoon | evening
    std::string contact;  // how to reach somebody safely; mostly empty
    friend bool operator==(const AlertPayload&, const AlertPayload&) = default;
};
[[nodiscard]] std::string write_alert(const AlertPayload& alert);
[[nodiscard]] base::Result<AlertPayload> read_alert(std::string_view payload);  // "payload.alert"

}  // namespace courtyard::worker
