#include "app/worker/refusal.hpp"

#include <algorithm>
#include <map>

#include "app/cases/act_table.hpp"
#include "app/cases/refer.hpp"
#include "app/domain/money.hpp"
#include "app/pack/act_codes.hpp"
#include "app/pack/help_offers.hpp"

namespace courtyard::worker {

namespace {

class Saying {
public:
    Saying(const Machine& machine, const cases::AidCase& so_far, const cases::Fact& fact, const std::string& code,
           std::vector<cases::FactId> resting = {})
        : pack_(machine.pack()),
          words_(machine.pack().words),
          case_(so_far),
          fact_(fact),
          code_(code),
          resting_(std::move(resting)) {}

    std::string run() {
        return words_.text(
            "fact.refused",
            {{"what", what()}, {"why", why() + where() + promise_now() + choices() + instead()}, {"code", code_}});
    }

private:
    std::string title(const std::string& kind) const {
        const std::string key = "act." + kind + ".title";
        return words_.has(key) ? words_.text(key) : kind;
    }

    // Each kind once, in order: of four votes it is enough to say that there was a vote.
    std::vector<std::string> resting() const {
        std::vector<std::string> out;
        for (const cases::FactId& each : resting_) {
            const cases::Entry* entry = case_.entry(each);
            if (entry == nullptr) continue;
            std::string one = words_.text("told.word", {{"word", title(entry->kind)}});
            if (std::find(out.begin(), out.end(), one) == out.end()) out.push_back(std::move(one));
        }
        return out;
    }

    // The act that does what a correction cannot do any more.
    std::string instead() const {
        const auto wrong = code_ == "corrected.rests" ? fact_.fact("wrong") : std::nullopt;
        const cases::Entry* entry = wrong ? case_.entry(*wrong) : nullptr;
        const std::string key = entry == nullptr ? std::string() : "rests.instead." + entry->kind;
        return entry != nullptr && words_.has(key) ? words_.text(key) : std::string();
    }

    // The act as its form is headed; one of a module by the module's own words.
    std::string what() const {
        if (const domain::AidModule* module = fact_.kind == "module" ? pack_.module(fact_.text("module")) : nullptr)
            if (const domain::ModuleAct* act = module->act(fact_.text("act"))) return act->title;
        return title(fact_.kind);
    }

    // Those for the very field, for any field, for the code, or for what no pack has words for.
    std::string why() const {
        constexpr std::string_view kField = "field.";
        if (words_.has("fact." + code_)) return words_.text("fact." + code_);
        if (code_.starts_with(kField))
            return words_.text("fact.field", {{"field", field_label(code_.substr(kField.size()))}});
        return words_.text("fact.other", {{"code", code_}});
    }

    std::string field_label(const std::string& field) const {
        const std::string key = "act." + fact_.kind + ".field." + field, common = "act.field." + field;
        return words_.has(key) ? words_.text(key) : words_.has(common) ? words_.text(common) : field;
    }

    std::string state_name(cases::Status status) const {
        const std::string id(domain::id(status));
        return meaning(id, words_.text("field.status." + id));
    }

    // Of an act that comes too early or too late: where the case stands, and where it would have to. Not where the
    // state is one of these and a part of the case has refused it all the same: the list would not be true.
    std::string where() const {
        const cases::ActRule* rule = code_ == "status" ? cases::find_act(fact_.kind) : nullptr;
        if (rule == nullptr || rule->in.has(case_.status)) return {};
        std::vector<std::string> states;
        for (std::size_t i = 0; i < domain::kApplicationStatusIds.size(); ++i)
            if (rule->in.has(static_cast<cases::Status>(i)))
                states.push_back(state_name(static_cast<cases::Status>(i)));
        return words_.text("fact.status.where", {{"now", state_name(case_.status)}, {"in", joined(states)}});
    }

    std::string choices() const {
        const std::vector<std::string> all = possible();
        const std::string key = "choices." + code_;
        if (all.empty()) return {};
        return words_.text(words_.has(key) ? key : "choices.any", {{"list", joined(all)}});
    }

    // How the promise stands that cannot be moved so, and what there is to write then.
    std::string promise_now() const {
        const auto named = code_ == "promise.move" ? fact_.fact("promise") : std::nullopt;
        const cases::Promise* promise = named ? case_.care.find_promise(*named) : nullptr;
        if (promise == nullptr) return {};
        const std::string key = "fact.promise.now." + std::string(cases::name_of(promise->state));
        return words_.has(key) ? words_.text(key) : std::string();
    }

    // What the field that is wrong could say instead; empty where that is no list.
    std::vector<std::string> possible() const {
        if (code_ == "decided.amount") return voted_amount();
        if (code_ == "corrected.rests") return resting();
        if (code_ == "promise.owner") return bodies(true);
        if (code_ == "consent.body") return bodies(false);
        if (code_ == "filing.missing" || code_ == "more.other" ||
            (code_ == "field.papers" && fact_.kind == "more_came"))
            return missing_papers();
        if (code_.starts_with("field.")) return codes(std::string_view(code_).substr(6));
        if (!code_.starts_with("refer.")) return {};
        const domain::Door* door = pack_.doors.door(fact_.text("item"));
        if (code_ == "refer.item") return items();
        if (code_ == "refer.body" && door != nullptr) return named(door->bodies);
        if (code_ == "refer.shared" && door != nullptr) return cases::sharable(*door, pack_.revisit.contact, case_);
        return {};
    }

    // Of a field that takes codes: those that it takes. What another field is asked for is known to that field alone.
    std::vector<std::string> codes(std::string_view name) const {
        const cases::ActRule* rule = cases::find_act(fact_.kind);
        const cases::FieldRule* field = rule == nullptr ? nullptr : cases::find_field(*rule, name);
        std::vector<std::string> out;
        if (field == nullptr) return out;
        for (const auto& [code, say] : pack::code_words(words_, fact_.kind, *field))
            out.push_back(say.empty() ? words_.text("told.word", {{"word", code}}) : meaning(code, say));
        return out;
    }

    std::vector<std::string> voted_amount() const {
        const auto id = fact_.fact("ballot");
        const cases::Ballot* ballot = id ? case_.ballots.find(*id) : nullptr;
        if (ballot == nullptr || ballot->tally.state != cases::Tally::State::Grant) return {};
        return {words_.text("told.word", {{"word", domain::yuan_display(ballot->tally.amount)}})};
    }

    std::vector<std::string> bodies(bool with_court) const {
        std::vector<std::string> ids;
        for (const auto& [id, name] : pack::help_offers(pack_).bodies)
            ids.push_back(id);
        if (with_court) ids.emplace_back(pack::kCourtItself);
        return named(ids);
    }

    std::vector<std::string> named(const std::vector<std::string>& ids) const {
        std::vector<std::string> out;
        for (const std::string& id : ids)
            out.push_back(meaning(id, pack::body_name(pack_, id)));
        return out;
    }

    std::vector<std::string> items() const {
        std::vector<std::string> out;
        for (const pack::HelpOffer& each : pack::help_offers(pack_).items)
            out.push_back(meaning(each.id, each.title));
        return out;
    }

    std::vector<std::string> missing_papers() const {
        std::vector<std::string> out;
        for (const std::string& each : case_.inquiry.still_missing())
            out.push_back(words_.text("told.word", {{"word", each}}));
        return out;
    }

    std::string meaning(const std::string& word, const std::string& say) const {
        return words_.text("told.meaning", {{"word", word}, {"say", say}});
    }

    std::string joined(const std::vector<std::string>& texts) const {
        std::string out;
        for (const std::string& each : texts)
            out += (out.empty() ? "" : words_.text("told.between")) + each;
        return out;
    }

    const pack::Pack& pack_;
    const pack::Words& words_;
    const cases::AidCase& case_;
    const cases::Fact& fact_;
    const std::string& code_;
    const std::vector<cases::FactId> resting_;
};

}  // namespace

base::Error refusal(const Machine& machine, const cases::AidCase& so_far, const cases::Fact& fact,
                    const std::string& code) {
    return {"fact." + code, Saying(machine, so_far, fact, code).run()};
}

base::Error refusal_of_rest(const Machine& machine, const cases::AidCase& so_far, const cases::Fact& correction,
                            const std::vector<cases::FactId>& resting) {
    const std::string code = "corrected.rests";
    return {"fact." + code, Saying(machine, so_far, correction, code, resting).run()};
}

}  // namespace courtyard::worker
