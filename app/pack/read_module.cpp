// modules/*.toml: other kinds of help as data (domain/aid_module.hpp).
#include <algorithm>
#include <array>

#include "app/pack/judge_court.hpp"
#include "app/pack/readers.hpp"

namespace courtyard::pack {

namespace {

domain::ModuleField read_field(const Tree& table, Source source) {
    TableReader reader(table, source);
    domain::ModuleField field;
    field.name = reader.id("name");
    field.label = reader.text("label");
    field.type = reader.id("type");
    field.must = reader.flag_or("must", true);
    field.at_most = reader.has("at_most") ? reader.id("at_most") : std::string();
    for (const Tree* option_table : reader.tables("choices")) {
        TableReader option(*option_table, source);
        field.choices.push_back(option.id("value"));
        field.says.push_back(option.text("say"));
        option.finish();
    }
    reader.finish();
    const auto& types = domain::kModuleFieldTypes;
    if (std::find(types.begin(), types.end(), field.type) == types.end())
        reader.problem_at("type", "'" + field.type + "' is no type of a field");
    return field;
}

domain::ModuleAct read_act(const Tree& table, Source source) {
    constexpr std::array<std::string_view, 5> kRoles{"registrar", "judge", "committee", "caller", "leader"};
    TableReader reader(table, source);
    domain::ModuleAct act;
    act.id = reader.id("id");
    act.title = reader.text("title");
    act.who = reader.texts("who");
    act.in = reader.texts_or_none("in");
    act.to = reader.has("to") ? reader.id("to") : std::string();
    act.other_person = reader.flag_or("other_person", false);
    for (const Tree* field : reader.tables("field"))
        act.fields.push_back(read_field(*field, source));
    reader.finish();
    for (const std::string& role : act.who)
        if (std::find(kRoles.begin(), kRoles.end(), role) == kRoles.end())
            reader.problem_at("who", "'" + role + "' is no office of a court");
    return act;
}

domain::ModuleLimit read_limit(const Tree& table, Source source) {
    using Unit = domain::ModuleLimit::Unit;
    TableReader reader(table, source);
    domain::ModuleLimit limit;
    limit.id = reader.id("id");
    limit.from = reader.id("from");
    limit.until = reader.texts("until");
    limit.source = reader.text("source");
    constexpr std::array<std::pair<std::string_view, Unit>, 3> kUnits{
        std::pair{"working_days", Unit::WorkingDays}, std::pair{"days", Unit::Days}, std::pair{"months", Unit::Months}};
    int given = 0;
    for (const auto& [name, unit] : kUnits) {
        const auto count = reader.integer_if(name, 1, unit == Unit::Months ? 120 : 2000);
        if (!count) continue;
        limit.count = static_cast<int>(*count);
        limit.unit = unit;
        ++given;
    }
    reader.finish();
    if (given != 1) reader.problem("a limit needs exactly one of working_days, days, months");
    return limit;
}

domain::ModulePaper read_paper(const Tree& table, Source source) {
    TableReader reader(table, source);
    domain::ModulePaper paper{reader.id("id"), reader.text("title"), reader.id("act"), reader.texts("paragraphs")};
    reader.finish();
    return paper;
}

const Tree* entry_of(const Tree& table, std::string_view list, std::size_t at) {
    const Tree* all = table.find(list);
    return all == nullptr || at >= all->list.size() ? nullptr : &all->list[at];
}

// The fields that limit others are sums that some act asks for: else nothing would ever be refused.
void judge_limits(const Tree& root, Source source, const domain::AidModule& module) {
    const auto is_sum = [&module](const std::string& name) {
        bool found = false;
        for (const domain::ModuleAct& act : module.acts)
            if (const domain::ModuleField* field = act.field(name)) {
                if (field->type != "money") return false;
                found = true;
            }
        return found;
    };
    for (std::size_t i = 0; i < module.acts.size(); ++i) {
        const domain::ModuleAct& act = module.acts[i];
        const Tree* act_table = entry_of(root, "act", i);
        for (std::size_t j = 0; j < act.fields.size(); ++j) {
            const domain::ModuleField& field = act.fields[j];
            const Tree* table = act_table == nullptr ? nullptr : entry_of(*act_table, "field", j);
            if (field.at_most.empty() || table == nullptr) continue;
            TableReader at(*table, source);
            const std::string by = "the field '" + field.name + "' of the act '" + act.id + "', 'at_most': ";
            if (field.type != "money")
                at.problem_at("at_most", by + "only money has a limit");
            else if (field.at_most == field.name || !is_sum(field.at_most))
                at.problem_at("at_most", by + "'" + field.at_most + "' is no other field of an act, of the type money");
        }
    }
}

// Nobody gives the court's word on what they did themselves.
void judge_decisions(const Tree& root, Source source, const domain::AidModule& module) {
    for (std::size_t i = 0; i < module.acts.size(); ++i) {
        const domain::ModuleAct& act = module.acts[i];
        const Tree* table = entry_of(root, "act", i);
        if (table == nullptr || act.other_person || !module.decides(act)) continue;
        TableReader at(*table, source);
        at.problem_at("other_person",
                      "the act '" + act.id +
                          "' decides for the court (it ends with a paper or a sum, or is the leader's alone) and needs "
                          "'other_person = true': nobody approves what they did themselves");
    }
}

// Whom a paper names.
void judge_contacts(const Tree& paragraph, const Tree* paper, Source source, std::span<const Contact> contacts) {
    const std::string_view text = paragraph.text;
    for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
        const std::string_view inside = text.substr(open + 1, text.find('}', open) - open - 1);
        const auto id = domain::contact_of_blank(inside.substr(inside.rfind(' ') + 1));
        if (id && std::none_of(contacts.begin(), contacts.end(), [&](const Contact& each) { return each.id == *id; }))
            source.problems.add(source.file, paragraph.line_at(open),
                                "the paper '" + (paper == nullptr ? std::string() : paper->text) + "': '" +
                                    std::string(*id) + "' is no contact of contacts.toml");
    }
}

// Sums of a paper: each in figures stands in capital characters too, in the same part of its {if …} or around it.
class SumCheck {
public:
    SumCheck(const domain::AidModule& module, Source source) : module_(module), source_(source) {}

    void read(const Tree& paragraph, std::size_t number) {
        const std::string_view text = paragraph.text;
        std::vector<std::string> branches;
        int count = 0;
        for (std::size_t open = text.find('{'); open != std::string_view::npos; open = text.find('{', open + 1)) {
            const std::size_t close = std::min(text.find('}', open), text.size());
            const std::string_view inside = text.substr(open + 1, close - open - 1);
            if (inside.starts_with("if "))
                branches.push_back("/" + std::to_string(number) + "." + std::to_string(count++) + "+");
            else if (inside == "else" && !branches.empty())
                branches.back().back() = '-';
            else if (inside == "end" && !branches.empty())
                branches.pop_back();
            else
                note(inside, branches, paragraph.line_at(open));
        }
    }

    void judge(const std::string& paper) {
        for (const Use& use : figures_) {
            const bool is_said = std::any_of(capitals_.begin(), capitals_.end(), [&use](const Use& each) {
                return each.name == use.name && use.place.starts_with(each.place);
            });
            if (!is_said)
                source_.problems.add(source_.file, use.line,
                                     "the paper '" + paper + "' names the sum {" + use.name +
                                         "} in figures alone; add {" + use.name + "|capital} beside it");
        }
    }

private:
    struct Use {
        std::string name, place;  // the branches around it
        std::size_t line = 0;
    };

    void note(std::string_view inside, const std::vector<std::string>& branches, std::size_t line) {
        const std::size_t bar = std::min(inside.find('|'), inside.size());
        Use use{std::string(inside.substr(0, bar)), {}, line};
        const bool is_sum = std::any_of(module_.acts.begin(), module_.acts.end(), [&use](const auto& act) {
            const domain::ModuleField* field = act.field(use.name);
            return field != nullptr && field->type == "money";
        });
        if (!is_sum) return;
        for (const std::string& each : branches)
            use.place += each;
        (inside.ends_with("|capital") ? capitals_ : figures_).push_back(std::move(use));
    }

    const domain::AidModule& module_;
    Source source_;
    std::vector<Use> figures_, capitals_;
};

void judge_papers(const Tree& root, Source source, const domain::AidModule& module, std::span<const Contact> contacts) {
    const Tree* papers = root.find("paper");
    if (papers == nullptr) return;
    const bool knows_contacts = !source.problems.has("contacts.toml");
    for (const Tree& paper : papers->list) {
        const Tree* paragraphs = paper.find("paragraphs");
        if (paragraphs == nullptr) continue;
        SumCheck sums(module, source);
        for (std::size_t i = 0; i < paragraphs->list.size(); ++i)
            sums.read(paragraphs->list[i], i);
        sums.judge(paper.find("id") == nullptr ? std::string() : paper.find("id")->text);
        for (const Tree& each : paragraphs->list) {
            judge_marks(each, source);
            if (knows_contacts) judge_contacts(each, paper.find("id"), source, contacts);
        }
    }
}

}  // namespace

void read_module(const Tree& root, Source source, Reader who, std::span<const Contact> contacts,
                 std::vector<domain::AidModule>& modules) {
    TableReader reader(root, source);
    domain::AidModule module;
    module.id = reader.id("id");
    module.title = reader.text("title");
    module.say = reader.text("say");
    module.sources = reader.texts("sources");
    module.door = reader.has("door") ? reader.id("door") : std::string();
    for (const Tree* table : reader.tables("stage")) {
        TableReader stage(*table, source);
        module.stages.push_back({stage.id("id"), stage.text("say"), stage.flag_or("ends", false)});
        stage.finish();
    }
    for (const Tree* table : reader.tables("act"))
        module.acts.push_back(read_act(*table, source));
    for (const Tree* table : reader.tables("limit"))
        module.limits.push_back(read_limit(*table, source));
    for (const Tree* table : reader.tables("paper"))
        module.papers.push_back(read_paper(*table, source));
    reader.finish();
    if (source.file != "modules/" + module.id + ".toml") reader.problem_at("id", "the file's name and 'id' differ");
    for (domain::ModuleProblem& each : domain::problems_of(module))
        source.problems.add(source.file, line_of(root, each.way), std::move(each.what));
    judge_limits(root, source, module);
    if (who == Reader::Author) judge_decisions(root, source, module);
    if (who == Reader::Author) judge_papers(root, source, module, contacts);
    modules.push_back(std::move(module));
}

}  // namespace courtyard::pack
