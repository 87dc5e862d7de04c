#include "app/domain/screening_change.hpp"

#include <algorithm>
#include <functional>

#include "app/domain/screening_table.hpp"

namespace courtyard::domain {

namespace {

// So that no matrix of whatever court can hold a screen up: what was found until then is true all the same, but of ways
// with as few changes some may be missing. The shipped matrix needs a hundredth of it.
constexpr std::size_t kTriesMax = 400'000;

// Positions of the keys in the order in which they are asked; those that are not asked come last.
std::vector<std::size_t> order_of_questions(const ScreeningMatrix& matrix) {
    std::vector<std::size_t> order;
    for (const ScreeningQuestion& question : matrix.questions)
        if (const auto key = screening_key_index(question.key)) order.push_back(*key);
    for (std::size_t key = 0; key < kScreeningKeys; ++key)
        if (std::find(order.begin(), order.end(), key) == order.end()) order.push_back(key);
    return order;
}

// One way by classes: those that differ from the present class 0 are changed.
struct Found {
    Classes at{};
    std::size_t rule = 0, rank = 0, distance = 0;
    std::size_t facts = 0;  // changes of what was answered definitely
};

class Search {
public:
    Search(const ScreeningMatrix& matrix, const ScreeningAnswers& answers)
        : matrix_(matrix), answers_(answers), table_(matrix, answers), order_(order_of_questions(matrix)) {
        const ScreeningRule& now = matrix.rules[table_.deciding({})];
        primary_ = now.primary;
        rank_ = matrix.rank(primary_);
    }

    using Wanted = std::function<bool(const ScreeningRule&)>;

    // All sets of questions, as few as will do, with the best outcome that each leads to.
    [[nodiscard]] std::vector<Found> fewest(const Wanted& wanted) {
        std::vector<std::size_t> goals;
        for (std::size_t i = 0; i < matrix_.rules.size(); ++i)
            if (!matrix_.rules[i].primary.empty() && wanted(matrix_.rules[i])) goals.push_back(i);
        tries_ = 0;
        for (std::size_t count = 1; count <= kScreeningKeys && !goals.empty(); ++count) {
            found_.clear();
            for (const std::size_t goal : goals)
                try_goal(goal, count, wanted);
            if (!found_.empty() || tries_ >= kTriesMax) break;
        }
        return std::move(found_);
    }

    [[nodiscard]] bool is_unknown(std::size_t key) const {
        const std::vector<std::string> now = screening_value(answers_, screening_keys()[key]);
        return !now.empty() && now.front() == "unknown";
    }
    [[nodiscard]] const ScreeningTable& table() const { return table_; }
    [[nodiscard]] const std::vector<std::size_t>& order() const { return order_; }
    [[nodiscard]] const std::string& primary() const { return primary_; }
    [[nodiscard]] std::size_t rank() const { return rank_; }

private:
    // Which classes each key may take on the way to this rule. Keys whose present answer will not do must change.
    struct Plan {
        std::vector<std::vector<std::size_t>> choices;  // by position in order_: other classes that will do
        std::vector<bool> must;
        std::size_t must_count = 0;
        bool possible = true;
    };

    [[nodiscard]] Plan plan_of(std::size_t goal) const {
        Plan plan;
        for (const std::size_t key : order_) {
            const auto& classes = table_.classes(key);
            const std::vector<bool> needed = table_.needed(goal, key);
            std::vector<std::size_t> choices;
            for (std::size_t i = 1; i < classes.size(); ++i)
                if (!classes[i].nearest.empty() && (needed.empty() || needed[i])) choices.push_back(i);
            const bool must = !needed.empty() && !needed[0];
            if (must && choices.empty()) plan.possible = false;
            plan.must.push_back(must);
            plan.must_count += must ? 1 : 0;
            plan.choices.push_back(std::move(choices));
        }
        return plan;
    }

    void try_goal(std::size_t goal, std::size_t count, const Wanted& wanted) {
        const Plan plan = plan_of(goal);
        if (!plan.possible || plan.must_count > count) return;
        Classes at{};
        choose(plan, wanted, 0, count, plan.must_count, at);
    }

    void choose(const Plan& plan, const Wanted& wanted, std::size_t position, std::size_t left, std::size_t must_left,
                Classes& at) {
        if (tries_ >= kTriesMax) return;
        if (left == 0) {
            weigh(at, wanted);
            return;
        }
        if (position == order_.size() || must_left > left) return;
        const std::size_t key = order_[position];
        const bool must = plan.must[position];
        for (const std::size_t choice : plan.choices[position]) {
            at[key] = choice;
            choose(plan, wanted, position + 1, left - 1, must_left - (must ? 1 : 0), at);
        }
        at[key] = 0;
        if (!must) choose(plan, wanted, position + 1, left, must_left, at);
    }

    void weigh(const Classes& at, const Wanted& wanted) {
        ++tries_;
        const std::size_t rule = table_.deciding(at);
        if (!wanted(matrix_.rules[rule])) return;
        Found one{at, rule, matrix_.rank(matrix_.rules[rule].primary), 0};
        for (std::size_t key = 0; key < kScreeningKeys; ++key) {
            if (at[key] == 0) continue;
            one.distance += table_.classes(key)[at[key]].distance;
            one.facts += is_unknown(key) ? 0 : 1;
        }
        const auto same_questions = [&](const Found& other) {
            for (std::size_t key = 0; key < kScreeningKeys; ++key)
                if ((other.at[key] == 0) != (at[key] == 0)) return false;
            return true;
        };
        const auto known = std::find_if(found_.begin(), found_.end(), same_questions);
        if (known == found_.end())
            found_.push_back(one);
        else if (std::pair(one.rank, one.distance) < std::pair(known->rank, known->distance))
            *known = one;
    }

    const ScreeningMatrix& matrix_;
    const ScreeningAnswers& answers_;
    ScreeningTable table_;
    std::vector<std::size_t> order_;
    std::string primary_;
    std::size_t rank_ = 0;
    std::vector<Found> found_;
    std::size_t tries_ = 0;
};

ScreeningWay way_of(const Search& search, const ScreeningMatrix& matrix, const Found& found) {
    ScreeningWay way;
    way.rule = matrix.rules[found.rule].id;
    way.primary = matrix.rules[found.rule].primary;
    for (const std::size_t key : search.order()) {
        if (found.at[key] == 0) continue;
        const std::string name(screening_keys()[key]);
        way.changes.push_back({name, search.table().classes(key)[found.at[key]].nearest, search.is_unknown(key)});
    }
    return way;
}

// Those with the best outcome: what is only to be found out first, then in the order of the questions.
std::vector<Found> best_of(const Search& search, std::vector<Found> found) {
    std::size_t best = static_cast<std::size_t>(-1);
    for (const Found& one : found)
        best = std::min(best, one.rank);
    std::erase_if(found, [best](const Found& one) { return one.rank != best; });
    std::sort(found.begin(), found.end(), [&](const Found& a, const Found& b) {
        if (a.facts != b.facts) return a.facts < b.facts;
        for (const std::size_t key : search.order())
            if ((a.at[key] == 0) != (b.at[key] == 0)) return b.at[key] == 0;
        return false;
    });
    return found;
}

bool is_asked(const ScreeningMatrix& matrix, const ScreeningAnswers& answers, std::string_view key) {
    const auto asked = questions_to_ask(matrix, answers);
    return std::any_of(asked.begin(), asked.end(), [&](const ScreeningQuestion* q) { return q->key == key; });
}

}  // namespace

ScreeningWays smallest_changes(const ScreeningMatrix& matrix, const ScreeningAnswers& answers) {
    Search search(matrix, answers);
    ScreeningWays ways;
    const auto name_of = [](std::size_t key) { return std::string(screening_keys()[key]); };
    const auto is_better = [&](const ScreeningRule& rule) {
        const ScreeningOutcome* outcome = matrix.outcome(rule.primary);
        return matrix.rank(rule.primary) < search.rank() && outcome != nullptr && outcome->is_welcome;
    };
    const auto better = best_of(search, search.fewest(is_better));
    for (const std::size_t key : search.order())
        if (std::any_of(better.begin(), better.end(), [key](const Found& one) { return one.at[key] != 0; }))
            ways.in_the_way.push_back(name_of(key));
    for (const Found& one : better)
        if (ways.better.size() < kWaysMax) ways.better.push_back(way_of(search, matrix, one));
    const auto other = best_of(search, search.fewest([&](const ScreeningRule& rule) {
        return rule.primary != search.primary() && !is_better(rule);
    }));
    for (const Found& one : other)
        if (ways.other.size() < kWaysMax) ways.other.push_back(way_of(search, matrix, one));
    for (const std::size_t key : search.order()) {
        const auto& classes = search.table().classes(key);
        for (std::size_t i = 1; i < classes.size(); ++i) {
            Classes at{};
            at[key] = i;
            const bool alters =
                !classes[i].nearest.empty() && matrix.rules[search.table().deciding(at)].primary != search.primary();
            if (!alters) continue;
            ways.single.push_back(name_of(key));
            break;
        }
    }
    return ways;
}

ScreeningAnswers changed(const ScreeningAnswers& answers, const ScreeningWay& way) {
    ScreeningAnswers out = answers;
    for (const AnswerChange& change : way.changes)
        COURTYARD_CHECK(set_screening_value(out, change.key, change.any_of.front()).has_value());
    return out;
}

ScreeningGrounds grounds_of(const ScreeningMatrix& matrix, const ScreeningAnswers& answers, const ScreeningWays& ways) {
    const ScreeningTable table(matrix, answers);
    const std::size_t rule = table.deciding({});
    const auto has = [](const std::vector<std::size_t>& keys, std::size_t key) {
        return std::find(keys.begin(), keys.end(), key) != keys.end();
    };
    const auto blocks = [&](std::string_view key) {
        return std::find(ways.in_the_way.begin(), ways.in_the_way.end(), key) != ways.in_the_way.end();
    };
    std::vector<std::size_t> support = table.support(rule);
    std::vector<std::size_t> read;
    for (std::size_t i = 0; i <= rule; ++i)
        if (!matrix.rules[i].primary.empty())
            for (const std::size_t key : table.reads(i))
                if (!has(read, key)) read.push_back(key);
    const bool some_block =
        std::any_of(support.begin(), support.end(), [&](std::size_t key) { return blocks(screening_keys()[key]); });
    // The rule that catches the rest rests on nothing of its own: then it is what stands in the way.
    if (!some_block && !ways.in_the_way.empty()) support = read;
    ScreeningGrounds grounds;
    for (const std::size_t key : order_of_questions(matrix)) {
        const std::string name(screening_keys()[key]);
        if (!is_asked(matrix, answers, name)) continue;
        const std::vector<std::string> now = screening_value(answers, name);
        const bool is_unknown = !is_list_key(name) && !now.empty() && now.front() == "unknown";
        const bool decides = has(support, key) && (ways.in_the_way.empty() || blocks(name) || is_unknown);
        if (decides)
            grounds.decided.push_back(name);
        else if (has(read, key))
            grounds.looked_at.push_back(name);
        if (is_unknown && has(table.support(rule), key)) grounds.open.push_back(name);
    }
    return grounds;
}

}  // namespace courtyard::domain
