#include "app/worker/forks.hpp"

namespace courtyard::worker {

namespace {

std::string name_of(const Machine& machine, const seal::Author& author) {
    if (const auto* id = std::get_if<base::MachineId>(&author)) {
        const mail::Machine* known = mail::find_machine(machine.roster(), *id);
        return known == nullptr ? id->text() : known->site + " (" + id->text() + ")";
    }
    const auto& id = std::get<base::PersonId>(author);
    const mail::Person* known = mail::find_person(machine.roster(), id);
    return known == nullptr ? id.text() : known->name;
}

}  // namespace

base::Result<std::vector<Fork>> forks_of(Machine& machine, int count_max) {
    std::vector<Fork> forks;
    for (auto& records : TRY(machine.store().inbox.forks(count_max))) {
        const auto letter = TRY(machine.store().inbox.find(records.front()));
        if (!letter) continue;
        const seal::Body body = TRY(seal::parse_body(letter->body));
        forks.push_back({name_of(machine, body.author), body.seq, std::move(records)});
    }
    return forks;
}

}  // namespace courtyard::worker
