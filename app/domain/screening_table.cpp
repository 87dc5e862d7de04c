#include "app/domain/screening_table.hpp"

#include <algorithm>
#include <map>

#include "app/domain/screening_scope.hpp"

namespace courtyard::domain {

namespace {

using Node = Expression::Node;

void names_in(const Node& node, std::vector<std::string>& names) {
    if (node.kind == Node::Kind::Name) names.push_back(node.name);
    for (const Node& part : node.parts)
        names_in(part, names);
}

void add_once(std::vector<std::size_t>& list, std::size_t key) {
    if (std::find(list.begin(), list.end(), key) == list.end()) list.push_back(key);
}

std::size_t index_of(std::string_view key) { return *screening_key_index(key); }

// What somebody may be led to: nobody is told to say "I do not know", to doubt an authority or to accuse.
bool may_be_led_to(std::string_view value) { return value != "unknown" && value != "doubtful" && value != "true"; }

std::size_t distance(const std::vector<std::string>& from, const std::vector<std::string>& to) {
    std::size_t count = 0;
    for (const std::string& each : from)
        count += each != "H0" && std::find(to.begin(), to.end(), each) == to.end() ? 1 : 0;
    for (const std::string& each : to)
        count += std::find(from.begin(), from.end(), each) == from.end() ? 1 : 0;
    return count;
}

// has(E, "E1", "E2") as bits, empty(E) as none: there are five hundred sets of codes to ask about. Nothing for what is
// said in another way.
std::optional<std::uint64_t> mask_of(const Node& node) {
    if (node.kind != Node::Kind::Call || node.parts.front().kind != Node::Kind::Name) return std::nullopt;
    if (node.name == "empty") return 0;
    if (node.name != "has") return std::nullopt;
    std::uint64_t mask = 0;
    const std::string letter = node.parts.front().name;
    for (std::size_t i = 1; i < node.parts.size(); ++i) {
        const auto* code = std::get_if<std::string>(&node.parts[i].literal.is);
        if (node.parts[i].kind != Node::Kind::Literal || code == nullptr) return std::nullopt;
        const bool is_code =
            code->size() == 2 && code->front() == letter.front() && (*code)[1] >= '0' && (*code)[1] <= '9';
        if (is_code) mask |= std::uint64_t{1} << ((*code)[1] - '0');
    }
    if (mask == 0) return std::nullopt;
    return mask;
}

}  // namespace

std::optional<std::size_t> screening_key_index(std::string_view key) {
    const auto keys = screening_keys();
    const auto found = std::find(keys.begin(), keys.end(), key);
    if (found == keys.end()) return std::nullopt;
    return static_cast<std::size_t>(found - keys.begin());
}

ScreeningTable::ScreeningTable(const ScreeningMatrix& matrix, const ScreeningAnswers& answers)
    : matrix_(matrix), present_(answers), harm_(index_of("E")), paid_(index_of("G4")) {
    COURTYARD_CHECK(screening_keys().size() == kScreeningKeys);
    for (const ScreeningRule& rule : matrix.rules)
        rules_.push_back(rule.when && !rule.primary.empty() ? compile(rule.when->root()) : Term{});
    for (std::size_t key = 0; key < kScreeningKeys; ++key)
        sort_into_classes(key);
    for (const auto& value : keys_[harm_].values)
        in_danger_.push_back(std::find(value.begin(), value.end(), "E2") != value.end());
    const auto& paid = keys_[paid_].values;
    for (std::size_t i = 0; i < paid.size(); ++i)
        if (paid[i] == std::vector<std::string>{"yes"}) not_compensated_ = i;
}

ScreeningTable::Term ScreeningTable::compile(const Node& node) {
    const bool junction = node.kind == Node::Kind::Binary && (node.op == Node::Op::And || node.op == Node::Op::Or);
    Term term;
    if (junction || node.kind == Node::Kind::Not) {
        term.kind = !junction ? Term::Kind::Not : node.op == Node::Op::And ? Term::Kind::And : Term::Kind::Or;
        for (const Node& part : node.parts)
            term.parts.push_back(compile(part));
        return term;
    }
    const bool asks_unknown = node.kind == Node::Kind::Call && node.name == "unknown";
    if (asks_unknown && node.parts.size() > 1) {
        term.kind = Term::Kind::Or;
        for (const Node& part : node.parts) {
            Node one = node;
            one.parts = {part};
            term.parts.push_back(compile(one));
        }
        return term;
    }
    std::vector<std::string> names;
    names_in(node, names);
    std::vector<std::size_t> keys;
    for (const std::string& name : names)
        if (const auto key = screening_key_index(name)) add_once(keys, *key);
    term.node = &node;
    term.is_unknown = asks_unknown;
    if (keys.size() == 1) {
        Key& key = keys_[keys.front()];
        term.kind = Term::Kind::Leaf;
        term.key = keys.front();
        term.leaf = key.leaves.size();
        // The node of a split unknown() is gone after this; its key says all.
        if (asks_unknown)
            term.node = nullptr;
        else if (is_list_key(names.front()))
            term.mask = mask_of(node);
        key.leaves.push_back(term);
        return term;
    }
    term.kind = Term::Kind::Free;
    for (const std::size_t key : keys)
        keys_[key].is_mixed = true;
    return term;
}

bool ScreeningTable::says(const Term& leaf, const ScreeningAnswers& answers) const {
    if (leaf.mask) {
        const bool is_harm = leaf.key == harm_;
        const std::uint64_t codes = is_harm ? answers.e.to_ulong() : answers.h.to_ulong();
        return *leaf.mask == 0 ? codes == 0 : (codes & *leaf.mask) != 0;
    }
    const AnswerScope scope(answers);
    if (leaf.is_unknown) return scope.is_unknown(screening_keys()[leaf.key]);
    return evaluate(*leaf.node, scope, Date{}).is_true();
}

std::vector<std::vector<std::string>> ScreeningTable::targets(std::size_t key) const {
    const std::string_view name = screening_keys()[key];
    std::vector<std::string> offered;
    if (const ScreeningQuestion* question = matrix_.question(name))
        for (const ScreeningOption& option : question->options)
            offered.push_back(option.value);
    else
        for (const std::string_view value : screening_values(name))
            offered.emplace_back(value);
    std::vector<std::vector<std::string>> out;
    if (!is_list_key(name)) {
        for (const std::string& value : offered)
            if (may_be_led_to(value)) out.push_back({value});
        return out;
    }
    // Every set of codes; "none of these" is the empty one.
    std::erase(offered, "H0");
    for (std::size_t bits = 0; bits < (std::size_t{1} << offered.size()); ++bits) {
        std::vector<std::string> set;
        for (std::size_t i = 0; i < offered.size(); ++i)
            if ((bits >> i & 1U) != 0) set.push_back(offered[i]);
        out.push_back(std::move(set));
    }
    return out;
}

void ScreeningTable::sort_into_classes(std::size_t index) {
    Key& key = keys_[index];
    const std::string_view name = screening_keys()[index];
    const std::vector<std::string> now = screening_value(present_, name);
    std::map<std::vector<bool>, std::size_t> known;
    const auto class_of = [&](const std::vector<std::string>& value) {
        ScreeningAnswers answers;  // of this question alone
        COURTYARD_CHECK(set_screening_value(answers, name, value).has_value());
        std::vector<bool> leaves;
        for (const Term& leaf : key.leaves)
            leaves.push_back(says(leaf, answers));
        std::vector<bool> mark = leaves;
        // Life in danger changes what is made of another answer.
        mark.push_back(index == harm_ && answers.e.test(kLifeInDanger));
        if (key.is_mixed)
            for (const std::string& each : value)
                for (const char c : each)
                    for (int bit = 0; bit < 8; ++bit)
                        mark.push_back((static_cast<unsigned char>(c) >> bit & 1) != 0);
        const auto [found, is_new] = known.emplace(mark, key.classes.size());
        if (is_new) {
            key.classes.push_back({std::move(leaves), {}, 0});
            key.values.push_back(value);
        }
        return found->second;
    };
    static_cast<void>(class_of(now));
    if (index == paid_) static_cast<void>(class_of({"yes"}));
    for (std::vector<std::string>& value : targets(index)) {
        Class& each = key.classes[class_of(value)];
        const std::size_t far = distance(now, value);
        if (far == 0) continue;
        if (each.nearest.empty() || far < each.distance) {
            each.nearest.clear();
            each.distance = far;
        }
        if (far == each.distance) each.nearest.push_back(std::move(value));
    }
    // The sets of a list come by bits; people read them by the options in their order, fewest first.
    for (Class& each : key.classes)
        std::stable_sort(each.nearest.begin(), each.nearest.end(),
                         [](const auto& a, const auto& b) { return a.size() < b.size(); });
}

std::size_t ScreeningTable::effective(std::size_t key, const Classes& at) const {
    return key == paid_ && in_danger_[at[harm_]] ? not_compensated_ : at[key];
}

bool ScreeningTable::holds(const Term& term, const Classes& at) const {
    switch (term.kind) {
        case Term::Kind::Always: return true;
        case Term::Kind::Leaf: return keys_[term.key].classes[effective(term.key, at)].leaves[term.leaf];
        case Term::Kind::Not: return !holds(term.parts.front(), at);
        case Term::Kind::And:
            return std::all_of(term.parts.begin(), term.parts.end(), [&](const Term& t) { return holds(t, at); });
        case Term::Kind::Or:
            return std::any_of(term.parts.begin(), term.parts.end(), [&](const Term& t) { return holds(t, at); });
        case Term::Kind::Free: break;
    }
    ScreeningAnswers answers;
    for (std::size_t key = 0; key < kScreeningKeys; ++key)
        COURTYARD_CHECK(set_screening_value(answers, screening_keys()[key], keys_[key].values[at[key]]).has_value());
    return evaluate(*term.node, AnswerScope(answers), Date{}).is_true();
}

std::size_t ScreeningTable::deciding(const Classes& at) const {
    for (std::size_t i = 0; i < rules_.size(); ++i)
        if (!matrix_.rules[i].primary.empty() && holds(rules_[i], at)) return i;
    COURTYARD_CHECK(false);
    return rules_.size();
}

std::vector<bool> ScreeningTable::needed(std::size_t rule, std::size_t key) const {
    std::vector<bool> good;
    const auto demand = [&](const Term& term, bool truth, std::size_t leaf_key) {
        if (leaf_key != key) return;
        const auto& classes = keys_[key].classes;
        if (good.empty()) good.assign(classes.size(), true);
        for (std::size_t i = 0; i < classes.size(); ++i)
            if (classes[i].leaves[term.leaf] != truth) good[i] = false;
    };
    // What G4 must be cannot be said of it alone: life in danger stands for it.
    if (key == paid_) return good;
    const auto walk = [&](const auto& self, const Term& term) -> void {
        if (term.kind == Term::Kind::And)
            for (const Term& part : term.parts)
                self(self, part);
        if (term.kind == Term::Kind::Leaf) demand(term, true, term.key);
        if (term.kind == Term::Kind::Not && term.parts.front().kind == Term::Kind::Leaf)
            demand(term.parts.front(), false, term.parts.front().key);
    };
    walk(walk, rules_[rule]);
    return good;
}

void ScreeningTable::support_of(const Term& term, bool truth, std::vector<std::size_t>& keys) const {
    const Classes now{};
    switch (term.kind) {
        case Term::Kind::Always:
        case Term::Kind::Free: read_by(term, keys); return;
        case Term::Kind::Leaf: add_once(keys, term.key == paid_ && in_danger_[0] ? harm_ : term.key); return;
        case Term::Kind::Not: support_of(term.parts.front(), !truth, keys); return;
        case Term::Kind::And:
        case Term::Kind::Or:
            // All parts of a true "and", the true parts of a true "or"; and the other way round.
            for (const Term& part : term.parts)
                if (holds(part, now) == truth) support_of(part, truth, keys);
            return;
    }
}

std::vector<std::size_t> ScreeningTable::support(std::size_t rule) const {
    std::vector<std::size_t> keys;
    support_of(rules_[rule], true, keys);
    return keys;
}

void ScreeningTable::read_by(const Term& term, std::vector<std::size_t>& keys) {
    if (term.kind == Term::Kind::Leaf) add_once(keys, term.key);
    if (term.kind == Term::Kind::Free) {
        std::vector<std::string> names;
        names_in(*term.node, names);
        for (const std::string& name : names)
            if (const auto key = screening_key_index(name)) add_once(keys, *key);
    }
    for (const Term& part : term.parts)
        read_by(part, keys);
}

std::vector<std::size_t> ScreeningTable::reads(std::size_t rule) const {
    std::vector<std::size_t> keys;
    read_by(rules_[rule], keys);
    return keys;
}

}  // namespace courtyard::domain
