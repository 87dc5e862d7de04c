#include "app/domain/aid_module.hpp"

#include <algorithm>
#include <set>

namespace courtyard::domain {

namespace {

template <class T>
const T* by_id(const std::vector<T>& list, std::string_view id) {
    const auto found = std::find_if(list.begin(), list.end(), [id](const T& each) { return each.id == id; });
    return found == list.end() ? nullptr : &*found;
}

constexpr std::array<std::string_view, 12> kBlanks{"applicant", "document", "address", "phone",
                                                   "number",    "receipt",  "aided",   "original_case",
                                                   "guardian",  "careful",  "court",   "day"};

std::string_view after(std::string_view text, std::string_view start) {
    if (text.starts_with(start)) text.remove_prefix(start.size());
    return text;
}

class Judging {
public:
    explicit Judging(const AidModule& module) : module_(module) {}

    std::vector<ModuleProblem> run() {
        twice(module_.stages, "stage");
        twice(module_.acts, "act");
        twice(module_.limits, "limit");
        twice(module_.papers, "paper");
        for (std::size_t i = 0; i < module_.acts.size(); ++i)
            judge(module_.acts[i], numbered("act", i));
        for (std::size_t i = 0; i < module_.limits.size(); ++i)
            judge(module_.limits[i], numbered("limit", i));
        for (std::size_t i = 0; i < module_.papers.size(); ++i)
            judge(module_.papers[i], numbered("paper", i));
        judge_ways();
        return std::move(problems_);
    }

private:
    template <class T>
    void twice(const std::vector<T>& list, const char* what) {
        std::set<std::string_view> seen;
        for (std::size_t i = 0; i < list.size(); ++i) {
            at_ = numbered(what, i) + ".id";
            if (!seen.insert(list[i].id).second)
                say(std::string("the ") + what + " '" + list[i].id + "' is there twice");
        }
    }

    static std::string numbered(const std::string& list, std::size_t i) { return list + '[' + std::to_string(i) + ']'; }

    void say(std::string what) { problems_.push_back({std::move(what), at_}); }

    void want_stage(const std::string& id, const std::string& by, std::string at) {
        at_ = std::move(at);
        if (module_.stage(id) == nullptr) say(by + " names '" + id + "', which is no [[stage]]");
    }

    void judge(const ModuleAct& act, const std::string& way) {
        const std::string by = "the act '" + act.id + "'";
        for (std::size_t i = 0; i < act.in.size(); ++i)
            want_stage(act.in[i], by, way + numbered(".in", i));
        if (!act.to.empty()) want_stage(act.to, by, way + ".to");
        at_ = way;
        if (act.in.empty() && act.to.empty()) say(by + " begins the module and needs 'to'");
        std::set<std::string_view> names;
        for (std::size_t i = 0; i < act.fields.size(); ++i) {
            const ModuleField& field = act.fields[i];
            at_ = way + numbered(".field", i) + ".name";
            if (!names.insert(field.name).second) say(by + " has the field '" + field.name + "' twice");
            if (field.name == "module" || field.name == "act" || field.name == "on" || field.name == "note" ||
                field.name == "based_on")
                say(by + ": '" + field.name + "' has a meaning already; give the field another name");
            at_ = way + numbered(".field", i) + ".choices";
            if ((field.type == "choice") == field.choices.empty())
                say(by + ": the field '" + field.name + "' needs 'choices' exactly when it is a choice");
        }
    }

    void judge(const ModuleLimit& limit, const std::string& way) {
        const std::string by = "the limit '" + limit.id + "'";
        want_stage(limit.from, by, way + ".from");
        at_ = way + ".until";
        if (limit.until.empty()) say(by + " needs 'until': what ends it");
        for (std::size_t i = 0; i < limit.until.size(); ++i) {
            at_ = way + numbered(".until", i);
            if (module_.act(limit.until[i]) == nullptr)
                say(by + " names '" + limit.until[i] + "', which is no [[act]]");
        }
    }

    // Blanks: fields of any act, what every case has, or whom the pack says that people can ask.
    bool is_blank(std::string_view name) const {
        if (contact_of_blank(name)) return true;
        if (std::find(kBlanks.begin(), kBlanks.end(), name) != kBlanks.end()) return true;
        return std::any_of(module_.acts.begin(), module_.acts.end(),
                           [name](const ModuleAct& act) { return act.field(name) != nullptr; });
    }

    void judge(const ModulePaper& paper, const std::string& way) {
        const std::string by = "the paper '" + paper.id + "'";
        at_ = way + ".act";
        if (module_.act(paper.act) == nullptr) say(by + " names '" + paper.act + "', which is no [[act]]");
        for (std::size_t i = 0; i < paper.paragraphs.size(); ++i) {
            const std::string& text = paper.paragraphs[i];
            at_ = way + numbered(".paragraphs", i);
            int depth = 0;
            for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
                const std::size_t close = std::min(text.find('}', open), text.size());
                const std::string inside = text.substr(open + 1, close - open - 1);
                depth += inside.starts_with("if ") ? 1 : inside == "end" ? -1 : 0;
                if (depth < 0 || (inside == "else" && depth == 0))
                    say(by + " has an {" + inside + "} without an {if …}");
                if (inside != "end" && inside != "else") judge_blank(by, inside);
            }
            if (depth > 0) say(by + " has an {if …} that no {end} of its paragraph ends");
        }
    }

    void judge_blank(const std::string& by, std::string_view inside) {
        constexpr std::string_view kIs = " is ";
        const std::string_view test = after(after(inside, "if "), "not ");
        const std::size_t is = inside.starts_with("if ") ? test.find(kIs) : std::string_view::npos;
        const std::size_t bar = inside.starts_with("if ") ? std::string_view::npos : test.find('|');
        const std::string name(test.substr(0, std::min(is, bar)));
        if (!is_blank(name)) return say(by + " has the blank {" + name + "}, which no act fills");
        if (bar != std::string_view::npos && !takes(name, test.substr(bar + 1)))
            say(by + ": '|" + std::string(test.substr(bar + 1)) + "' is not for {" + name +
                "}; money has |capital, a day |chinese");
        if (is != std::string_view::npos && !may_be(name, test.substr(is + kIs.size())))
            say(by + ": {" + name + "} can never be '" + std::string(test.substr(is + kIs.size())) + "'");
    }

    bool takes(std::string_view name, std::string_view form) const {
        if (name == "day") return form == "chinese";
        return any_field(name, [form](const ModuleField& field) {
            return (form == "capital" && field.type == "money") || (form == "chinese" && field.type == "day");
        });
    }

    bool may_be(std::string_view name, std::string_view word) const {
        return any_field(name, [word](const ModuleField& field) {
            return std::find(field.choices.begin(), field.choices.end(), word) != field.choices.end();
        });
    }

    template <class Holds>
    bool any_field(std::string_view name, const Holds& holds) const {
        return std::any_of(module_.acts.begin(), module_.acts.end(), [&](const ModuleAct& act) {
            const ModuleField* field = act.field(name);
            return field != nullptr && holds(*field);
        });
    }

    void judge_ways() {
        std::set<std::string_view> reached, left;
        for (bool grown = true; grown;) {
            grown = false;
            for (const ModuleAct& act : module_.acts) {
                const bool can = act.in.empty() || std::any_of(act.in.begin(), act.in.end(),
                                                               [&](const auto& id) { return reached.contains(id); });
                if (!act.to.empty() && can) grown |= reached.insert(act.to).second;
                for (const std::string& stage : act.in)
                    if (!act.to.empty() && act.to != stage) left.insert(stage);
            }
        }
        at_ = "act";
        if (reached.empty()) say("no act begins the module: one needs 'to' and no 'in'");
        for (std::size_t i = 0; i < module_.stages.size(); ++i) {
            const ModuleStage& stage = module_.stages[i];
            at_ = numbered("stage", i);
            if (!reached.contains(stage.id)) say("no act leads to the stage '" + stage.id + "'");
            if (stage.ends) at_ += ".ends";
            if (stage.ends == left.contains(stage.id))
                say("the stage '" + stage.id +
                    (stage.ends ? "' ends the module, but an act leads on"
                                : "' can never be left; let an act lead on"));
        }
    }

    const AidModule& module_;
    std::string at_;  // the way to what is being judged
    std::vector<ModuleProblem> problems_;
};

}  // namespace

const ModuleField* ModuleAct::field(std::string_view wanted) const {
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const auto& each) { return each.name == wanted; });
    return found == fields.end() ? nullptr : &*found;
}

const ModuleStage* AidModule::stage(std::string_view wanted) const { return by_id(stages, wanted); }
const ModuleAct* AidModule::act(std::string_view wanted) const { return by_id(acts, wanted); }
const ModulePaper* AidModule::paper(std::string_view wanted) const { return by_id(papers, wanted); }

bool AidModule::decides(const ModuleAct& given) const {
    const bool is_leaders = given.who.size() == 1 && given.who.front() == "leader";
    return (is_leaders && !given.in.empty()) || ends_by_word(given);
}

bool AidModule::ends_by_word(const ModuleAct& given) const {
    if (given.in.empty()) return false;
    const ModuleStage* to = stage(given.to);
    if (to == nullptr || !to->ends) return false;
    const bool names_sum =
        std::any_of(given.fields.begin(), given.fields.end(), [](const auto& each) { return each.type == "money"; });
    return names_sum ||
           std::any_of(papers.begin(), papers.end(), [&given](const auto& each) { return each.act == given.id; });
}

std::vector<ModuleProblem> problems_of(const AidModule& module) { return Judging(module).run(); }

std::optional<std::string_view> contact_of_blank(std::string_view name) {
    constexpr std::string_view kContact = "contact.";
    if (!name.starts_with(kContact)) return std::nullopt;
    name.remove_prefix(kContact.size());
    for (const std::string_view part : {".name", ".number"})
        if (name.size() > part.size() && name.ends_with(part)) return name.substr(0, name.size() - part.size());
    return std::nullopt;
}

}  // namespace courtyard::domain
