#include "app/worker/body_letter.hpp"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace courtyard::worker {

namespace {

using What = BodyLetter::What;

constexpr std::size_t kBytesMax = 256U << 10, kToldMax = 64;
constexpr int kLetterDepthMax = 2;

tl::unexpected<base::Error> no_letter(const std::string& why) {
    return base::fail("body_letter.payload", "the record is no letter to a partner body: " + why);
}

class Reading {
public:
    explicit Reading(const nlohmann::json& from) : from_(from) {}

    std::string text(const char* name, bool must = true) {
        const auto found = from_.find(name);
        const bool good = found != from_.end() && found->is_string();
        if (!good && (must || found != from_.end())) wrong_ = name;
        return good ? found->get<std::string>() : std::string();
    }
    std::vector<std::string> texts(const char* name) {
        const auto found = from_.find(name);
        const bool good =
            found != from_.end() && found->is_array() && found->size() <= kToldMax &&
            std::all_of(found->begin(), found->end(), [](const nlohmann::json& each) { return each.is_string(); });
        if (!good) wrong_ = name;
        return good ? found->get<std::vector<std::string>>() : std::vector<std::string>();
    }
    template <class Value>
    Value value(const char* name) {
        const auto parsed = Value::parse(text(name));
        if (!parsed) wrong_ = name;
        return parsed ? *parsed : Value{};
    }
    std::uint64_t count(const char* name) {
        const auto found = from_.find(name);
        if (found == from_.end()) return 0;
        if (!found->is_number_unsigned()) return wrong_ = name, std::uint64_t{0};
        return found->get<std::uint64_t>();
    }
    [[nodiscard]] bool has(const char* name) const { return from_.contains(name); }
    [[nodiscard]] const std::string& wrong() const { return wrong_; }

private:
    const nlohmann::json& from_;
    std::string wrong_;
};

void read_referral(Reading& reading, BodyLetter& letter) {
    letter.about = reading.value<cases::CaseId>("case");
    letter.referral = reading.value<cases::FactId>("referral");
    if (letter.what == What::Revoked) return;
    letter.reply_key = reading.text("reply_key");
    letter.item = reading.text("item");
    letter.title = reading.text("title");
    letter.asks = reading.text("asks");
    letter.told = reading.texts("told");
    if (reading.has("answer_by")) letter.answer_by = reading.value<domain::Date>("answer_by");
}

void read_lead(Reading& reading, BodyLetter& letter) {
    letter.lead = reading.value<base::RecordId>("lead");
    letter.reference = reading.text("reference", false);
    letter.state = reading.text("state");
    letter.known = reading.count("known");
}

std::optional<What> what_of(std::string_view name) {
    const auto found = std::find(kBodyLetterNames.begin(), kBodyLetterNames.end(), name);
    return found == kBodyLetterNames.end() ? std::nullopt
                                           : std::optional(static_cast<What>(found - kBodyLetterNames.begin()));
}

}  // namespace

std::string write_body_letter(const BodyLetter& letter) {
    nlohmann::json out = {{"court", letter.court},
                          {"on", letter.on.text()},
                          {"what", kBodyLetterNames[static_cast<std::size_t>(letter.what)]}};
    if (letter.what == What::Lead) {
        out["lead"] = letter.lead.text();
        out["state"] = letter.state;
        if (!letter.reference.empty()) out["reference"] = letter.reference;
        if (letter.known > 0) out["known"] = letter.known;
        return out.dump();
    }
    out["case"] = letter.about.text();
    out["referral"] = letter.referral.text();
    if (letter.what == What::Revoked) return out.dump();
    out["reply_key"] = letter.reply_key;
    out["item"] = letter.item;
    out["title"] = letter.title;
    out["asks"] = letter.asks;
    out["told"] = letter.told;
    if (letter.answer_by) out["answer_by"] = letter.answer_by->text();
    return out.dump();
}

base::Result<BodyLetter> read_body_letter(const base::RecordId& id, const base::PersonId& author,
                                          std::string_view payload) {
    if (payload.size() > kBytesMax) return no_letter("it is too large");
    bool too_deep = false;
    const auto goes_on = [&too_deep](int depth, nlohmann::json::parse_event_t, const nlohmann::json&) {
        too_deep |= depth > kLetterDepthMax;
        return !too_deep;
    };
    const nlohmann::json from = nlohmann::json::parse(payload, goes_on, false);
    if (too_deep || !from.is_object()) return no_letter("its payload is no flat JSON object");
    Reading reading(from);
    BodyLetter letter;
    letter.id = id;
    letter.author = author;
    const auto what = what_of(reading.text("what"));
    if (!what) return no_letter("\"what\" is none that this program knows");
    letter.what = *what;
    letter.court = reading.text("court");
    letter.on = reading.value<domain::Date>("on");
    if (letter.what == What::Lead)
        read_lead(reading, letter);
    else
        read_referral(reading, letter);
    if (!reading.wrong().empty()) return no_letter("\"" + reading.wrong() + "\" is missing or wrong");
    return letter;
}

}  // namespace courtyard::worker
