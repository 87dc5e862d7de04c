// Papers of a module: the pack's paragraphs with their blanks filled.
#include <algorithm>

#include "app/cases/module_run.hpp"
#include "app/domain/sentence_end.hpp"

namespace courtyard::cases {

namespace {

constexpr std::string_view kLine = "________";

class Filling {
public:
    Filling(const domain::AidModule& module, const ModuleRun& run, const AidCase& aid_case, const PaperWords& words)
        : module_(module), run_(run), case_(aid_case), words_(words) {}

    std::string filled(std::string_view text, const ModuleStep& step) {
        std::string out;
        while (!text.empty()) {
            const std::size_t open = std::min(text.find('{'), text.size());
            out += text.substr(0, open);
            if (open == text.size()) break;
            const std::size_t close = std::min(text.find('}', open), text.size());
            const std::string said = value(std::string(text.substr(open + 1, close - open - 1)), step);
            text.remove_prefix(std::min(close + 1, text.size()));
            domain::put_words(out, said, text);
        }
        return out;
    }

    std::vector<std::string> empty;

private:
    std::string value(const std::string& name, const ModuleStep& step) {
        std::string text = known(name, step);
        if (!text.empty()) return text;
        if (std::find(empty.begin(), empty.end(), name) == empty.end()) empty.push_back(name);
        return std::string(kLine);
    }

    std::string known(const std::string& name, const ModuleStep& step) const {
        if (name == "applicant") return case_.applicant;
        if (name == "number") return case_.number;
        if (name == "original_case") return case_.original_case;
        if (name == "court") return words_.court;
        if (name == "day") return day(step.day);
        const auto found = run_.fields.find(name);
        const domain::ModuleField* field = nullptr;
        for (const domain::ModuleAct& act : module_.acts)
            if (const auto* one = act.field(name)) field = one;
        return found == run_.fields.end() || field == nullptr ? std::string() : said(*field, found->second);
    }

    std::string said(const domain::ModuleField& field, const FieldValue& value) const {
        if (const auto* text = std::get_if<std::string>(&value)) {
            if (field.type != "day") return choice(field, *text);
            const auto on = domain::Date::parse(*text);
            return on ? day(*on) : *text;
        }
        if (const auto* yes = std::get_if<bool>(&value)) return *yes ? words_.yes : words_.no;
        if (const auto* number = std::get_if<std::int64_t>(&value))
            return field.type == "money" ? money({*number}) : std::to_string(*number);
        std::string list;
        for (const std::string& each : std::get<std::vector<std::string>>(value))
            list += (list.empty() ? "" : words_.between) + each;
        return list;
    }

    std::string day(domain::Date on) const { return words_.day ? words_.day(on) : on.text(); }
    std::string money(domain::Fen amount) const {
        return words_.money ? words_.money(amount) : domain::yuan_display(amount);
    }

    static std::string choice(const domain::ModuleField& field, const std::string& text) {
        for (std::size_t i = 0; i < field.choices.size(); ++i)
            if (field.choices[i] == text) return field.says[i];
        return text;
    }

    const domain::AidModule& module_;
    const ModuleRun& run_;
    const AidCase& case_;
    const PaperWords& words_;
};

}  // namespace

std::optional<ModulePaper> module_paper(const domain::AidModule& module, const ModuleRun& run, std::string_view paper,
                                        const AidCase& aid_case, const PaperWords& words) {
    const domain::ModulePaper* form = module.paper(paper);
    const ModuleStep* step = form == nullptr ? nullptr : run.last(form->act);
    if (step == nullptr) return std::nullopt;
    Filling filling(module, run, aid_case, words);
    ModulePaper out{form->title, {}, {}};
    for (const std::string& text : form->paragraphs)
        out.paragraphs.push_back(filling.filled(text, *step));
    out.empty = std::move(filling.empty);
    return out;
}

}  // namespace courtyard::cases
