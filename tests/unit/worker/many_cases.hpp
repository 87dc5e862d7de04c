// Cases of random facts in the store of a laptop, as if they had come by the hub: what tests of lists and of the shelf
// of folded cases fill a home with.
#pragma once

#include <doctest/doctest.h>

#include "app/cases/fact_json.hpp"
#include "app/worker/machine.hpp"
#include "sync/seal/body.hpp"
#include "tests/support/small_court.hpp"
#include "tests/unit/cases/random_case.hpp"

namespace courtyard::test {

class ManyCases {
public:
    // People of the roster stand for those of the random story, in its order.
    ManyCases(SmallCourt& court, std::uint32_t seed) : court_(court), chance_(seed) {}

    void seat(std::size_t place, const base::PersonId& person) { real_[chance_.people()[place].text()] = person; }

    // `count` facts of one case; its first `kept` come at once, the others with more().
    cases::CaseId add(worker::Machine& machine, std::size_t count, std::size_t kept) {
        std::vector<cases::Fact> facts = chance_.make(count);
        for (cases::Fact& fact : facts)
            fact = as_real(fact);
        for (std::size_t i = 0; i < kept; ++i)
            keep(machine, facts[i]);
        waiting_.assign(facts.begin() + static_cast<std::ptrdiff_t>(kept), facts.end());
        return facts.front().id;
    }
    // The next fact of the last case; false when there is none.
    bool more(worker::Machine& machine) {
        if (waiting_.empty()) return false;
        keep(machine, waiting_.front());
        waiting_.erase(waiting_.begin());
        return true;
    }

    void keep(worker::Machine& machine, const cases::Fact& fact) {
        seal::Body body;
        body.author = fact.author;
        body.seq = ++sequence_;
        body.kind = fact.kind;
        body.pack = {machine.pack().name, static_cast<std::uint32_t>(machine.pack().version)};
        body.claimed_at = fact.claimed;
        body.payload = cases::write_fact(fact);
        store::CaseRecord record;
        record.id = fact.id;
        record.hash = seal::RecordHash::random(court_.random);
        record.recipient = base::KeyId::random(court_.random);
        record.about = fact.about;
        record.kind = fact.kind;
        record.hub_sequence = sequence_;
        record.opened = true;
        record.record = base::Bytes(8, 0);
        record.body = seal::encode_body(body).value();
        auto inside = machine.store().begin().value();
        REQUIRE(machine.store().case_records.keep(inside, record).has_value());
        REQUIRE(inside.commit().has_value());
    }

private:
    // Another person, also where a field names them.
    [[nodiscard]] std::string real(std::string text) const {
        const auto found = real_.find(text);
        return found == real_.end() ? text : found->second.text();
    }
    [[nodiscard]] cases::Fact as_real(cases::Fact fact) const {
        if (const auto found = real_.find(fact.author.text()); found != real_.end()) fact.author = found->second;
        for (auto& [name, value] : fact.fields) {
            if (auto* text = std::get_if<std::string>(&value)) *text = real(*text);
            if (auto* list = std::get_if<std::vector<std::string>>(&value))
                for (std::string& each : *list)
                    each = real(each);
        }
        return fact;
    }

    SmallCourt& court_;
    RandomCase chance_;
    std::map<std::string, base::PersonId> real_;
    std::vector<cases::Fact> waiting_;
    std::uint64_t sequence_ = 0;
};

}  // namespace courtyard::test
