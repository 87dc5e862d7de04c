#include "app/cases/contact_advice.hpp"

#include <algorithm>
#include <array>

#include "app/domain/sentence_end.hpp"

namespace courtyard::cases {

namespace {

using Call = ContactAdvice::Call;
using domain::SafeContact;

std::string filled(std::string_view text, std::string_view name, std::string_view with) {
    const std::string blank = "{" + std::string(name) + "}";
    std::string out;
    for (std::size_t at = text.find(blank); at != std::string_view::npos; at = text.find(blank)) {
        out += text.substr(0, at);
        text.remove_prefix(at + blank.size());
        domain::put_words(out, with, text);
    }
    return out += text;
}

std::string with_hours(const std::string& text, domain::CallHours hours) {
    return filled(filled(text, "from", std::to_string(hours.from)), "to", std::to_string(hours.to));
}

// A number with its area begins with 0; those that people carry begin with 1.
bool is_landline(std::string_view number) { return number.starts_with('0'); }

class Advising {
public:
    // `hour`: none where nobody is about to call.
    Advising(const SafeContact& contact, const domain::ContactWords& words, std::optional<int> hour)
        : contact_(contact), words_(words), way_(words.way(contact.rule)), hour_(hour) {}

    ContactAdvice run(bool in_danger) {
        if (in_danger) add(words_.alert);
        heed_lost();
        may_dial_ = !in_danger && !nobody_there_ && !contact_.is_disputed;
        if (domain::is_guarded(contact_, words_)) heed();
        if (nobody_there_ || contact_.is_disputed) advice_.call = Call::Never;
        if (in_danger) advice_.call = Call::Danger;
        if (advice_.call == Call::Now || advice_.call == Call::ReadOwn) advice_.number = to_dial();
        return std::move(advice_);
    }

private:
    void add(std::string sentence) {
        if (!sentence.empty()) advice_.red.push_back(std::move(sentence));
    }
    void add(const std::string& around, std::string_view blank, const std::string& answer) {
        if (!answer.empty()) add(filled(around, blank, answer));
    }

    // Before all that was once asked for: it was asked of somebody who is not there any more.
    void heed_lost() {
        if (contact_.is_disputed) add(words_.disputed);
        if (contact_.lost.empty()) return;
        const auto found = words_.lost.find(contact_.lost);
        add(found == words_.lost.end() ? contact_.lost : found->second);
        // Whoever passes on a word may know the new number.
        nobody_there_ = contact_.lost != "wrong_number" || contact_.relay.empty();
    }

    void heed() {
        const bool own = way_ == nullptr && !contact_.rule.empty();
        if (own) advice_.call = Call::ReadOwn;
        if (way_ != nullptr && !way_->call) advice_.call = Call::Never;
        if (advice_.call != Call::Never) heed_hours();
        if (own) add(words_.own, "say", contact_.rule);
        // Hours that somebody named stand instead of the sentence around the hours of the way.
        const bool of_hours = way_ != nullptr && way_->hours != domain::CallHours{};
        if (way_ != nullptr && !(of_hours && hours_named())) add(way_->say);
        if (const auto hours = hours_named(); hours && advice_.call != Call::Never)
            add(with_hours(words_.hours, *hours));
        // As long as nobody is to be called the number is not named: whoever has it before them dials it.
        if (may_dial_ && advice_.call != Call::Never && advice_.call != Call::NotNow)
            add(words_.number, "number", contact_.number);
        if (const auto found = words_.messages.find(contact_.messages); found != words_.messages.end())
            add(found->second);
        else
            add(contact_.messages);
        std::string who;
        for (const std::string& each : contact_.hide)
            who += (who.empty() ? "" : words_.between) + each;
        add(words_.hide, "who", who);
        if (advice_.call != Call::Never) add(words_.word, "word", contact_.word);
    }

    void heed_hours() {
        const auto named = hours_named();
        const domain::CallHours hours = named ? *named : way_ != nullptr ? way_->hours : domain::CallHours{};
        if (!hour_ || hours.has(*hour_)) return;
        advice_.call = Call::NotNow;
        add(with_hours(words_.not_now, hours));
    }

    [[nodiscard]] std::optional<domain::CallHours> hours_named() const {
        return domain::read_call_hours(contact_.hours);
    }

    [[nodiscard]] std::string to_dial() const {
        if (!contact_.lost.empty()) return contact_.relay;
        if (!contact_.number.empty()) return contact_.number;
        if (domain::goes_by_relay(contact_, words_)) return contact_.relay;
        if (way_ != nullptr && way_->relay) return {};
        const bool stands_there = way_ != nullptr && !way_->landline && is_landline(contact_.phone);
        return stands_there ? std::string() : contact_.phone;
    }

    const SafeContact& contact_;
    const domain::ContactWords& words_;
    const domain::ContactWay* way_;
    std::optional<int> hour_;
    bool nobody_there_ = false;
    bool may_dial_ = true;
    ContactAdvice advice_;
};

}  // namespace

std::string_view name_of(ContactAdvice::Call call) {
    constexpr std::array<std::string_view, 5> kNames{"now", "not_now", "never", "read_own", "danger"};
    return kNames.at(static_cast<std::size_t>(call));
}

bool is_in_danger(const AidCase& aid_case) {
    const auto& alerts = aid_case.care.alerts;
    return std::any_of(alerts.begin(), alerts.end(),
                       [](const Alert& each) { return is_danger(each.what) && !each.handled; });
}

ContactAdvice contact_advice(const SafeContact& contact, bool in_danger, const domain::ContactWords& words,
                             base::Instant now) {
    return Advising(contact, words, domain::hour_in_china(now)).run(in_danger);
}

ContactAdvice contact_advice(const AidCase& aid_case, const domain::ContactWords& words, base::Instant now) {
    return contact_advice(aid_case.contact, is_in_danger(aid_case), words, now);
}

std::vector<std::string> contact_sentences(const SafeContact& contact, const domain::ContactWords& words) {
    return Advising(contact, words, std::nullopt).run(false).red;
}

}  // namespace courtyard::cases
