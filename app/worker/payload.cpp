#include "app/worker/payload.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "app/flow/form_codes.hpp"
#include "app/pack/application_json.hpp"

namespace courtyard::worker {

namespace {

constexpr std::string_view kUrgent = "OUT-A1";

using json = nlohmann::ordered_json;  // answers stay in the order of the form

const json* object_at(const json& from, std::string_view key) {
    const auto found = from.find(key);
    return found != from.end() && found->is_object() ? &*found : nullptr;
}

std::string text_at(const json& from, std::string_view key) {
    const auto found = from.find(key);
    return found != from.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

std::vector<std::string> texts_at(const json& from, std::string_view key) {
    std::vector<std::string> texts;
    const auto found = from.find(key);
    if (found == from.end() || !found->is_array()) return texts;
    for (const json& item : *found) {
        if (item.is_string()) texts.push_back(item.get<std::string>());
    }
    return texts;
}

// A payload comes from a machine of the court, but not every machine of a court is in good hands: what is nested so
// deep that writing it out again would overrun the stack is read no further.
base::Result<json> object_of(std::string_view payload, const char* code) {
    constexpr int kDepthMax = static_cast<int>(pack::kJsonDepthMax) + 2;  // {"screening":{"answers": around the deepest
    bool too_deep = false;
    const auto goes_on = [&too_deep](int depth, json::parse_event_t /*event*/, const json& /*parsed*/) {
        too_deep |= depth > kDepthMax;
        return !too_deep;
    };
    json parsed = json::parse(payload, goes_on, false);
    if (too_deep) return base::fail(code, "the record's payload is nested deeper than any application");
    if (!parsed.is_object()) return base::fail(code, "the record's payload is no JSON object");
    return parsed;
}

base::Result<seal::ReceiptAddress> receipt_of(const json& application) {
    const json* receipt = object_at(application, "receipt");
    if (receipt == nullptr) return base::fail("payload.application", "the application carries no receipt");
    const auto key = seal::SealPublicKey::parse(text_at(*receipt, "notice_key"));
    if (!key) return base::fail("payload.application", "the application's receipt cannot be read");
    return seal::ReceiptAddress::of(*key);
}

json answer_json(const AnswerPayload& answer) {
    json out = {{"status", domain::id(answer.status)}};
    if (!answer.text.empty()) out["text"] = answer.text;
    if (!answer.papers.empty()) out["papers"] = answer.papers;
    if (!answer.number.empty()) out["number"] = answer.number;
    return out;
}

base::Result<AnswerPayload> answer_of(const json& from, const char* code) {
    const auto status = domain::application_status(text_at(from, "status"));
    if (!status || !domain::is_said_by_court(*status))
        return base::fail(code, "the record says a status that this program does not know");
    AnswerPayload answer;
    answer.status = *status;
    answer.text = text_at(from, "text");
    answer.papers = texts_at(from, "papers");
    answer.number = text_at(from, "number");
    return answer;
}

}  // namespace

void write_payload(const ApplicationPayload& payload, std::string& out) {
    const json receipt = {{"notice_key", payload.receipt.notice_key.text()}};
    const std::string helper = json(payload.helper_typed).dump();
    out.reserve(payload.answers_json.size() + payload.screening_json.size() + helper.size() + 400);
    out += "{\"form\":" + json(payload.form).dump() + ",\"answers\":";
    out += payload.answers_json;
    if (!payload.screening_json.empty()) {
        out += ",\"screening\":";
        out += payload.screening_json;
    }
    out += ",\"receipt\":" + receipt.dump();
    if (!payload.helper_typed.empty()) out += ",\"helper\":" + helper;
    if (payload.confirmed_alone) out += ",\"alone\":true";
    out += '}';
}

base::Result<ApplicationHead> read_application_head(std::string_view payload, const domain::FormDefinition& form) {
    const json application = TRY(object_of(payload, "payload.application"));
    ApplicationHead head;
    head.receipt = TRY(receipt_of(application));
    if (const json* answers = object_at(application, "answers")) {
        head.name = text_at(*answers, flow::code::kApplicantName);
        // Asked in the form, too, and by whoever went past screening there alone.
        const auto says_yes = [&](std::string_view code) {
            return form.field(code) != nullptr && text_at(*answers, code) == form.yes;
        };
        head.offender_acts = says_yes(flow::code::kWrongdoer);
        head.says_urgent = says_yes(flow::code::kUrgent);
    }
    const json* screening = object_at(application, "screening");
    if (const json* result = screening == nullptr ? nullptr : object_at(*screening, "result")) {
        head.outcome = text_at(*result, "primary");
        const std::vector<std::string> also = texts_at(*result, "also");
        head.says_urgent |= head.outcome == kUrgent || std::find(also.begin(), also.end(), kUrgent) != also.end();
    }
    head.urgent = head.says_urgent || head.offender_acts;
    return head;
}

base::Result<ApplicationParts> read_application_parts(std::string_view payload) {
    const json application = TRY(object_of(payload, "payload.application"));
    const json* answers = object_at(application, "answers");
    if (answers == nullptr) return base::fail("payload.application", "the application carries no answers");
    ApplicationParts parts;
    parts.form = text_at(application, "form");
    parts.answers_json = answers->dump();
    if (const json* screening = object_at(application, "screening")) parts.screening_json = screening->dump();
    parts.helper_typed = texts_at(application, "helper");
    const auto alone = application.find("alone");
    parts.confirmed_alone = alone != application.end() && alone->is_boolean() && alone->get<bool>();
    return parts;
}

std::string write_review(const AnswerPayload& answer) {
    json out = answer_json(answer);
    out["application"] = answer.application.text();
    out["receipt"] = answer.receipt;
    return out.dump();
}

std::string write_notice(const AnswerPayload& answer) {
    json out = answer_json(answer);
    out["court"] = answer.court;
    if (answer.known > 0) out["known"] = answer.known;
    return out.dump();
}

std::string write_alert(const AlertPayload& alert) {
    json out = {{"alert", alert.rule}, {"site", alert.site}, {"day", alert.day}, {"part", alert.part}};
    if (!alert.contact.empty()) out["contact"] = alert.contact;
    return out.dump();
}

base::Result<AlertPayload> read_alert(std::string_view payload) {
    const json from = TRY(object_of(payload, "payload.alert"));
    AlertPayload alert{text_at(from, "alert"), text_at(from, "site"), text_at(from, "day"), text_at(from, "part"),
                       text_at(from, "contact")};
    if (alert.rule.empty()) return base::fail("payload.alert", "the alert does not say under which rule it was raised");
    return alert;
}

base::Result<AnswerPayload> read_review(std::string_view payload) {
    const json from = TRY(object_of(payload, "payload.review"));
    AnswerPayload answer = TRY(answer_of(from, "payload.review"));
    const auto application = base::RecordId::parse(text_at(from, "application"));
    if (!application) return base::fail("payload.review", "the review does not say which application it speaks of");
    answer.application = *application;
    answer.receipt = text_at(from, "receipt");
    return answer;
}

base::Result<AnswerPayload> read_notice(std::string_view payload) {
    const json from = TRY(object_of(payload, "payload.notice"));
    AnswerPayload answer = TRY(answer_of(from, "payload.notice"));
    answer.court = text_at(from, "court");
    if (const auto known = from.find("known"); known != from.end() && known->is_number_unsigned())
        answer.known = known->get<std::uint64_t>();
    return answer;
}

}  // namespace courtyard::worker
