// Papers of a module: the pack's paragraphs with their blanks filled.
#include <algorithm>

#include "app/cases/module_run.hpp"
#include "app/domain/woven_text.hpp"

namespace courtyard::cases {

namespace {

constexpr std::string_view kLine = "________";

class Filling {
public:
    Filling(const domain::AidModule& module, const ModuleRun& run, const AidCase& aid_case, const PaperWords& words)
        : module_(module), run_(run), case_(aid_case), words_(words) {}

    std::string filled(std::string_view text, const ModuleStep& step) {
        domain::WovenText written;
        write(written, text, step, true);
        return written.whole_sentence();
    }

    std::vector<std::string> empty;

private:
    // Until the {else} or {end} that belongs to the {if …} around it, which it returns. `counts`: else it is read over.
    std::string write(domain::WovenText& into, std::string_view& text, const ModuleStep& step, bool counts) {
        while (!text.empty()) {
            const std::size_t open = std::min(text.find('{'), text.size());
            if (counts && open > 0) into.add(text.substr(0, open));
            if (open == text.size()) break;
            const std::size_t close = std::min(text.find('}', open), text.size());
            const std::string inside(text.substr(open + 1, close - open - 1));
            text.remove_prefix(std::min(close + 1, text.size()));
            if (inside == "end" || inside == "else") return inside;
            if (inside.starts_with("if ")) {
                const bool holds = is_true(inside.substr(3), step);
                if (write(into, text, step, counts && holds) == "else") write(into, text, step, counts && !holds);
            } else if (counts) {
                into.say(value(inside, step), is_words(inside));
            }
        }
        text = {};
        return {};
    }

    // "name", "not name", "name is word": of a choice its value, not how it is said.
    bool is_true(std::string test, const ModuleStep& step) const {
        const bool wanted = !test.starts_with("not ");
        if (!wanted) test.erase(0, 4);
        constexpr std::string_view kIs = " is ";
        const std::size_t is = test.find(kIs);
        const auto found = run_.fields.find(test.substr(0, is));
        const std::string* text = found == run_.fields.end() ? nullptr : std::get_if<std::string>(&found->second);
        if (is != std::string::npos) return (text != nullptr && *text == test.substr(is + kIs.size())) == wanted;
        if (found != run_.fields.end())
            if (const bool* yes = std::get_if<bool>(&found->second)) return *yes == wanted;
        return !known(test, step).empty() == wanted;
    }

    bool is_words(const std::string& name) const {
        const domain::ModuleField* field = field_of(name);
        return field != nullptr && field->type == "words" && run_.fields.contains(name);
    }

    std::string value(const std::string& name, const ModuleStep& step) {
        std::string text = known(name, step);
        if (!text.empty()) return text;
        if (std::find(empty.begin(), empty.end(), name) == empty.end()) empty.push_back(name);
        return std::string(kLine);
    }

    // "name", or "name|capital" and "name|chinese".
    std::string known(const std::string& whole, const ModuleStep& step) const {
        const std::size_t bar = std::min(whole.find('|'), whole.size());
        const std::string name = whole.substr(0, bar), form = whole.substr(std::min(bar + 1, whole.size()));
        if (name == "applicant") return case_.applicant;
        if (name == "number") return case_.number;
        if (name == "receipt") return case_.receipt;
        if (name == "original_case") return words_.original_case.empty() ? case_.original_case : words_.original_case;
        if (name == "guardian") return words_.guardian;
        if (name == "aided") return case_.ledger.paid().value > 0 ? words_.yes : std::string();
        if (name == "document") return of_applicant(name, words_.document);
        if (name == "address") return of_applicant(name, words_.address);
        if (name == "phone") return of_applicant(name, words_.phone);
        if (name == "careful") return words_.careful;
        if (domain::contact_of_blank(name)) return words_.contact ? words_.contact(name) : std::string();
        if (name == "court") return words_.court;
        if (name == "day") return day(step.day, form);
        return of_field(name, form);
    }

    // A module whose own act asks for it goes by what was said there.
    std::string of_applicant(const std::string& name, const std::string& known) const {
        const std::string own = of_field(name, {});
        return own.empty() ? known : own;
    }

    std::string of_field(const std::string& name, std::string_view form) const {
        const auto found = run_.fields.find(name);
        const domain::ModuleField* field = field_of(name);
        return found == run_.fields.end() || field == nullptr ? std::string() : said(*field, found->second, form);
    }

    const domain::ModuleField* field_of(std::string_view name) const {
        const domain::ModuleField* field = nullptr;
        for (const domain::ModuleAct& act : module_.acts)
            if (const auto* one = act.field(name)) field = one;
        return field;
    }

    std::string said(const domain::ModuleField& field, const FieldValue& value, std::string_view form) const {
        if (const auto* text = std::get_if<std::string>(&value)) {
            if (field.type != "day") return choice(field, *text);
            const auto on = domain::Date::parse(*text);
            return on ? day(*on, form) : *text;
        }
        if (const auto* yes = std::get_if<bool>(&value)) return *yes ? words_.yes : words_.no;
        if (const auto* number = std::get_if<std::int64_t>(&value))
            return field.type == "money" ? money({*number}, form) : std::to_string(*number);
        std::string list;
        for (const std::string& each : std::get<std::vector<std::string>>(value))
            list += (list.empty() ? "" : words_.between) + each;
        return list;
    }

    std::string day(domain::Date on, std::string_view form) const {
        if (form == "chinese" && words_.chinese_day) return words_.chinese_day(on);
        return words_.day ? words_.day(on) : on.text();
    }
    std::string money(domain::Fen amount, std::string_view form) const {
        if (form == "capital" && words_.capital) return words_.capital(amount);
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
