// rules/roles.toml: who may do and see what; rules/terms.toml: the limits that a court sets itself.
#include "app/pack/readers.hpp"

namespace courtyard::pack {

namespace {

using cases::Role;
using cases::Roles;

std::string names_of(Roles roles) {
    std::string out;
    for (const std::string_view name : cases::kRoleNames)
        if (roles.has(*cases::role_of(name))) out += (out.empty() ? "" : ", ") + std::string(name);
    return out;
}

// The offices in a list, of which the rules allow no more than `most`.
Roles read_offices(TableReader& reader, std::string_view key, Roles most, Reader who) {
    Roles out;
    for (const std::string& name : reader.texts_or_none(key)) {
        const auto role = cases::role_of(name);
        if (!role)
            reader.problem_at(key,
                              "'" + name + "' is no office; offices are registrar, judge, committee, caller, leader");
        else if (!most.has(*role))
            reader.problem_at(key, "'" + std::string(key) + "' is not for " + name +
                                       ": a court may only take away; at most " + names_of(most));
        else if (who == Reader::Author && out.has(*role))
            reader.problem_at(key, "'" + std::string(key) + "' names " + name +
                                       " twice; remove one, or name the other office that was meant");
        else
            out.add(*role);
    }
    if (out.empty() && reader.has(key))
        reader.problem_at(key, "'" + std::string(key) + "' is left to nobody; leave it to one of " + names_of(most));
    return out;
}

// A table [acts] or [rights], every row of it. A row that is missing takes nothing away; for an author it is a problem.
template <class Names, class Most, class Leave>
void read_rows(const Tree* table, Source source, Reader who, const Names& names, const Most& most, const Leave& leave) {
    TableReader reader(*table, source);
    for (const std::string_view name : names) {
        if (!reader.has(name)) {
            if (who == Reader::Author)
                reader.problem("'" + std::string(name) +
                               "' is missing: every row stands here, so that who signs it sees all");
            continue;
        }
        const Roles roles = read_offices(reader, name, most(name), who);
        if (!roles.empty()) leave(name, roles);
    }
    reader.finish();
}

// Calendar days after an event, rising.
void read_day_list(TableReader& reader, std::string_view key, std::vector<int>& into) {
    constexpr std::int64_t kDaysMax = 2000;
    const Tree* list = reader.list_if(key);
    if (list == nullptr) return reader.problem("'" + std::string(key) + "' is missing: a list of days like [7, 30]");
    into.clear();
    for (const Tree& each : list->list) {
        const bool good = each.kind == Tree::Kind::Integer && each.integer >= 1 && each.integer <= kDaysMax &&
                          (into.empty() || each.integer > into.back());
        if (!good) return reader.problem_at(key, "'" + std::string(key) + "' lists days from 1 to 2000, rising");
        into.push_back(static_cast<int>(each.integer));
    }
}

std::vector<std::string_view> act_names() {
    std::vector<std::string_view> out;
    for (const cases::ActRule& rule : cases::act_table())
        out.push_back(rule.kind);
    return out;
}

}  // namespace

void read_roles(const Tree& root, Source source, Reader who, cases::RoleMatrix& matrix) {
    TableReader reader(root, source);
    const Tree* acts = reader.table_if("acts");
    const Tree* rights = reader.table_if("rights");
    if (acts == nullptr || rights == nullptr) reader.problem("roles.toml has two tables, [acts] and [rights]");
    if (acts != nullptr)
        read_rows(
            acts, source, who, act_names(), [](std::string_view kind) { return cases::find_act(kind)->who; },
            [&](std::string_view kind, Roles roles) { (void)matrix.leave(kind, roles); });
    if (rights != nullptr)
        read_rows(
            rights, source, who, cases::kRightNames,
            [](std::string_view name) { return cases::who_may(*cases::right_of(name)); },
            [&](std::string_view name, Roles roles) { (void)matrix.leave(*cases::right_of(name), roles); });
    reader.finish();
}

void read_terms(const Tree& root, Source source, cases::TermSettings& terms) {
    constexpr std::int64_t kDaysMax = 365;
    TableReader reader(root, source);
    const auto days = [&](std::string_view key, int& into) {
        into = static_cast<int>(reader.integer(key, 1, kDaysMax));
    };
    days("serve_days", terms.serve_days);
    days("pay_days", terms.pay_days);
    days("urgent_filing_days", terms.urgent_filing_days);
    days("party_days", terms.party_days);
    // A pack that was made before has none.
    if (reader.has("recover_days")) days("recover_days", terms.recover_days);
    if (reader.has("finance_days")) days("finance_days", terms.finance_days);
    if (reader.has("suspended_days")) days("suspended_days", terms.suspended_days);
    if (reader.has("linkage_days")) days("linkage_days", terms.revisit.linkage_days);
    terms.party_step = reader.flag("party_step");
    terms.revisit.supervised_days = static_cast<int>(reader.integer("supervised_days", 0, kDaysMax));
    read_day_list(reader, "revisit_days", terms.revisit.days);
    read_day_list(reader, "referred_days", terms.revisit.referred_days);
    reader.finish();
}

}  // namespace courtyard::pack
