// Papers of modules: what the engine fills in (cases::module_paper), set as a paper of the court.
#include <algorithm>

#include "app/cases/module_run.hpp"
#include "app/printing/court_format.hpp"
#include "app/printing/court_paper.hpp"
#include "app/printing/court_persons.hpp"
#include "app/printing/court_values.hpp"

namespace courtyard::printing {

namespace {

// As papers of the court say it: what they know of the case and of who acts for the applicant is the same.
cases::PaperWords words_of(const CourtDesk& desk, const cases::Fact& about) {
    using BlankForm = pack::CourtBlank::Form;
    const pack::Pack& pack = desk.pack;
    cases::PaperWords words{pack.court, pack.words.text("court.between"), pack.words.text("court.yes"),
                            pack.words.text("court.no")};
    const auto in_form = [](BlankForm form) {
        pack::CourtBlank blank;
        blank.form = form;
        return blank;
    };
    words.day = [&pack](domain::Date day) { return format_value(pack, {}, {day}); };
    words.money = [&pack](domain::Fen amount) { return format_value(pack, {}, {amount}); };
    words.chinese_day = [&pack, blank = in_form(BlankForm::Chinese)](domain::Date day) {
        return format_value(pack, blank, {day});
    };
    words.capital = [&pack, blank = in_form(BlankForm::Capital)](domain::Fen amount) {
        return format_value(pack, blank, {amount});
    };
    const CourtValues values = values_of(desk, about);
    words.original_case = format_value(pack, {}, values.at("original_case"));
    if (is_guarded(desk, about.day())) words.guardian = guardian_named(desk);
    const auto told = [&](std::string_view code) { return format_value(pack, {}, answer_value(desk, code)); };
    words.document = told(std::string(domain::code::kDocument) + ".number");
    words.address = told("F1.08");  // where they live, else where they are registered
    if (words.address.empty()) words.address = told("F1.07");
    words.phone = format_value(pack, {}, values.at("phone"));
    if (words.phone.empty()) words.phone = told(domain::code::kPhone);
    // Whom a call could hurt is called by nobody outside, and nobody at a number that is not theirs.
    const bool is_guarded_call = !values.at("safe_contact").is_empty();
    if (is_guarded_call || !desk.aid_case.contact.lost.empty()) words.phone.clear();
    if (is_guarded_call && pack.words.has("court.careful")) words.careful = pack.words.text("court.careful");
    words.contact = [&pack](std::string_view blank) { return contact_said(pack, blank); };
    return words;
}

constexpr std::string_view kRight = "> ";

// Who signs and when stand at the right, whom it speaks to at the left.
paper::Prose::Set set_of(const std::string& template_text, bool is_first) {
    const bool is_signed = template_text == "{court}" || template_text == "{day}" || template_text.starts_with(kRight);
    if (is_signed) return paper::Prose::Set::Right;
    constexpr std::string_view kColon = "\xEF\xBC\x9A";  // U+FF1A
    return is_first && template_text.ends_with(kColon) ? paper::Prose::Set::Flush : paper::Prose::Set::Indented;
}

// Of the case; before it is filed, of the application. A paper about another lawsuit has a number of its own, which is
// written on it by hand.
std::string number_of(const CourtDesk& desk, const cases::ModuleRun& run) {
    constexpr int kLine = 8;
    const auto& words = desk.pack.words;
    if (run.fields.contains("suit") && words.has("court.number_line"))
        return words.text("court.number_line", {{"line", ruled_line(desk.pack, kLine)}});
    const cases::AidCase& of = desk.aid_case;
    if (!of.number.empty() || of.receipt.empty()) return of.number;
    return words.text("court.receipt", {{"receipt", of.receipt}});
}

paper::Official set(const CourtDesk& desk, const domain::ModulePaper& form, const cases::ModuleRun& run,
                    const cases::ModulePaper& filled) {
    paper::Official out;
    out.name = desk.pack.words.text("court.name");
    out.court = desk.pack.court;
    out.title = filled.title;
    out.number = number_of(desk, run);
    bool is_signed = false;
    for (std::size_t i = 0; i < filled.paragraphs.size(); ++i) {
        if (filled.paragraphs[i].empty()) continue;
        const auto how = set_of(form.paragraphs[i], i == 0);
        if (how == paper::Prose::Set::Right && !is_signed) out.blocks.emplace_back(paper::Space{});
        is_signed |= how == paper::Prose::Set::Right;
        const std::size_t mark = form.paragraphs[i].starts_with(kRight) ? kRight.size() : 0;
        out.blocks.emplace_back(paper::Prose{filled.paragraphs[i].substr(mark), how});
    }
    return out;
}

}  // namespace

base::Result<CourtPaper> make_module_paper(const CourtDesk& desk, std::string_view id, const cases::Offices& offices,
                                           const std::optional<cases::FactId>& about) {
    const std::size_t dot = std::min(id.find('.'), id.size());
    const domain::AidModule* module = desk.pack.module(id.substr(0, dot));
    const domain::ModulePaper* form =
        module == nullptr ? nullptr : module->paper(id.substr(std::min(dot + 1, id.size())));
    if (form == nullptr) return base::fail("paper.unknown", "no module of the pack has a paper " + std::string(id));
    const cases::ModuleRun run = cases::run_module(*module, desk.facts, desk.aid_case, offices, about);
    const cases::ModuleStep* step = run.last(form->act);
    const auto fact = step == nullptr ? desk.facts.end()
                                      : std::find_if(desk.facts.begin(), desk.facts.end(),
                                                     [&](const cases::Fact& each) { return each.id == step->by; });
    const auto filled = fact == desk.facts.end()
                            ? std::nullopt
                            : cases::module_paper(*module, run, form->id, desk.aid_case, words_of(desk, *fact));
    if (!filled || (about && step->by != *about))
        return base::fail("paper.not_yet", "the act that this paper tells of (" + form->act + ") is not done yet" +
                                               (about ? ", or the fact that was named is another act" : ""));
    CourtPaper out;
    out.record = step->by;
    out.paper = set(desk, *form, run, *filled);
    out.empty = filled->empty;
    finish(desk.pack, true, out);
    return out;
}

std::vector<CourtOffer> module_offers(const CourtDesk& desk, const cases::Offices& offices) {
    std::vector<CourtOffer> offers;
    for (const domain::AidModule& module : desk.pack.modules) {
        const cases::ModuleRun run = cases::run_module(module, desk.facts, desk.aid_case, offices);
        for (const domain::ModulePaper& paper : module.papers)
            for (const cases::ModuleStep& step : run.all(paper.act))
                offers.push_back({module.id + "." + paper.id, paper.title, step.by});
    }
    return offers;
}

}  // namespace courtyard::printing
