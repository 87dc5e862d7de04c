#include "app/worker/draft_json.hpp"

#include <nlohmann/json.hpp>

#include "app/pack/application_json.hpp"
#include "app/pack/screening_json.hpp"
#include "app/worker/wiped.hpp"
#include "app/worker/wiped_json.hpp"

namespace courtyard::worker {

namespace {

using json = nlohmann::ordered_json;
using Codes = std::set<std::string, std::less<>>;

std::string list_of(const Codes& codes) { return json(codes).dump(); }

Codes codes_at(const json& from, const char* key, const domain::FormDefinition& form) {
    Codes codes;
    const auto found = from.find(key);
    if (found == from.end() || !found->is_array()) return codes;
    for (const json& item : *found)
        if (item.is_string() && form.field(item.get_ref<const std::string&>()) != nullptr)
            codes.insert(item.get<std::string>());
    return codes;
}

// All at once as usual; one by one where the form has changed since.
void read_answers(const domain::FormDefinition& form, const json& answers, flow::Draft& draft) {
    std::string whole = answers.dump();
    const WipeAtEnd wipe_whole(whole);
    if (auto application = pack::parse_application(form, whole)) {
        draft.application = std::move(*application);
        return;
    }
    for (const auto& [code, value] : answers.items()) {
        std::string one = json{{code, value}}.dump();
        const WipeAtEnd wipe_one(one);
        auto application = pack::parse_application(form, one);
        if (application)
            draft.application.answers.merge(application->answers);
        else
            ++draft.lost;
    }
}

base::Result<flow::Draft> draft_of(const domain::FormDefinition& form, const json& root) {
    const auto answers = root.find("answers");
    const auto applicant = root.find("applicant");
    if (answers == root.end() || !answers->is_object() || applicant == root.end() || !applicant->is_string())
        return base::fail("draft.json", "what was on the ticket is no unfinished application");
    const auto kind = domain::applicant_kind(applicant->get_ref<const std::string&>());
    if (!kind) return base::fail("draft.json", "the ticket names a kind of applicant that this program does not know");
    flow::Draft draft;
    draft.kind = *kind;
    read_answers(form, *answers, draft);
    draft.typed_by_helper = codes_at(root, "helper", form);
    draft.seen = codes_at(root, "seen", form);
    if (const auto at = root.find("at"); at != root.end() && at->is_string()) draft.at = at->get<std::string>();
    if (const auto screening = root.find("screening"); screening != root.end()) {
        if (auto read = pack::parse_screening_answers(screening->dump())) {
            draft.screened = true;
            draft.screening = *read;
        }
    }
    return draft;
}

}  // namespace

std::string write_draft(const domain::FormDefinition& form, const flow::Draft& draft) {
    std::string answers = pack::write_application(form, draft.application);
    const WipeAtEnd wipe_answers(answers);
    std::string text;
    text.reserve(answers.size() + 4096);  // grown later, it would leave a copy behind
    text += "{\"applicant\":\"";
    text += domain::id(draft.kind);
    text += "\",\"answers\":" + answers;
    text += ",\"helper\":" + list_of(draft.typed_by_helper) + ",\"seen\":" + list_of(draft.seen);
    if (!draft.at.empty()) text += ",\"at\":" + json(draft.at).dump();
    if (draft.screened) text += ",\"screening\":" + pack::write_screening_answers(draft.screening);
    text += '}';
    return text;
}

base::Result<flow::Draft> parse_draft(const domain::FormDefinition& form, std::string_view text) {
    if (text.size() > pack::kApplicationJsonBytesMax)
        return base::fail("draft.json", "what was on the ticket is larger than any application");
    bool too_deep = false;
    const auto goes_on = [&too_deep](int depth, json::parse_event_t /*event*/, const json& /*parsed*/) {
        too_deep |= depth > static_cast<int>(pack::kJsonDepthMax) + 1;
        return !too_deep;
    };
    json root = json::parse(text, goes_on, false);
    const WipeJsonAtEnd wipe_root(root);
    if (too_deep || !root.is_object())
        return base::fail("draft.json", "what was on the ticket is no unfinished application");
    return draft_of(form, root);
}

}  // namespace courtyard::worker
