#include "app/cases/contact_advice.hpp"

#include <algorithm>

namespace courtyard::cases {

namespace {

using Call = ContactAdvice::Call;

std::string filled(std::string text, std::string_view name, std::string_view with) {
    const std::string blank = "{" + std::string(name) + "}";
    for (std::size_t at = text.find(blank); at != std::string::npos; at = text.find(blank, at + with.size()))
        text.replace(at, blank.size(), with);
    return text;
}

class Advising {
public:
    Advising(const domain::ContactWords& words, int hour) : words_(words), hour_(hour) {}

    ContactAdvice run(const AidCase& aid_case) {
        const bool danger = std::any_of(aid_case.care.alerts.begin(), aid_case.care.alerts.end(),
                                        [](const Alert& each) { return each.what == "unsafe" && !each.handled; });
        if (danger) add(words_.alert);
        if (!aid_case.contact_rule.empty()) read(aid_case.contact_rule);
        if (danger) advice_.call = Call::Danger;
        return std::move(advice_);
    }

private:
    void add(std::string sentence) {
        if (!sentence.empty()) advice_.red.push_back(std::move(sentence));
    }

    void read(const std::string& rule) {
        const auto answers = domain::read_contact_rule(rule);
        const auto chosen = answers ? answers->find("F1.11") : domain::ContactAnswers::const_iterator{};
        const domain::ContactWay* way = answers && chosen != answers->end() ? words_.way(chosen->second) : nullptr;
        if (way == nullptr) {
            advice_.call = Call::ReadOwn;
            return add(filled(words_.own, "say", rule));
        }
        heed(*way);
        for (const auto& [code, answer] : *answers)
            tell(code, answer);
    }

    void heed(const domain::ContactWay& way) {
        if (!way.call) {
            advice_.call = Call::Never;
        } else if (hour_ < way.from_hour || hour_ >= way.to_hour) {
            advice_.call = Call::NotNow;
            add(filled(filled(words_.not_now, "from", std::to_string(way.from_hour)), "to",
                       std::to_string(way.to_hour)));
        }
        add(way.say);
    }

    void tell(std::string_view code, const std::string& answer) {
        if (code == "F1.11a") {
            advice_.number = answer;
            add(filled(words_.number, "number", answer));
        } else if (code == "F1.11b") {
            const auto found = words_.messages.find(answer);
            add(found == words_.messages.end() ? answer : found->second);
        } else if (code == "F1.11c") {
            add(filled(words_.hide, "who", answer));
        } else if (code == "F1.11d") {
            add(filled(words_.word, "word", answer));
        }
    }

    const domain::ContactWords& words_;
    int hour_;
    ContactAdvice advice_;
};

}  // namespace

ContactAdvice contact_advice(const AidCase& aid_case, const domain::ContactWords& words, base::Instant now) {
    return Advising(words, domain::hour_in_china(now)).run(aid_case);
}

}  // namespace courtyard::cases
