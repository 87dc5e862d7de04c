// Papers of modules: what the engine fills in (cases::module_paper), set as a paper of the court.
#include <algorithm>
#include <cctype>

#include "app/cases/module_run.hpp"
#include "app/printing/court_format.hpp"
#include "app/printing/court_paper.hpp"

namespace courtyard::printing {

namespace {

cases::PaperWords words_of(const pack::Pack& pack) {
    cases::PaperWords words{pack.court, pack.words.text("court.between"), pack.words.text("court.yes"),
                            pack.words.text("court.no")};
    words.day = [&pack](domain::Date day) { return format_value(pack, {}, {day}); };
    // In figures and in capital characters, as on every paper about money.
    words.money = [&pack](domain::Fen amount) {
        pack::CourtBlank capital;
        capital.form = pack::CourtBlank::Form::Capital;
        return pack.words.text("court.in_capitals", {{"amount", format_value(pack, {}, {amount})},
                                                     {"capital", format_value(pack, capital, {amount})}});
    };
    return words;
}

// Who signs and when stand at the right, whom it speaks to at the left.
paper::Prose::Set set_of(const std::string& template_text, bool is_first) {
    if (template_text == "{court}" || template_text == "{day}") return paper::Prose::Set::Right;
    constexpr std::string_view kColon = "\xEF\xBC\x9A";  // U+FF1A
    return is_first && template_text.ends_with(kColon) ? paper::Prose::Set::Flush : paper::Prose::Set::Indented;
}

std::string upper(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::toupper(c); });
    return text;
}

paper::Official set(const CourtDesk& desk, const domain::ModulePaper& form, const cases::ModulePaper& filled) {
    paper::Official out;
    out.name = desk.pack.words.text("court.name");
    out.court = desk.pack.court;
    out.title = filled.title;
    out.number = desk.aid_case.number;
    bool is_signed = false;
    for (std::size_t i = 0; i < filled.paragraphs.size(); ++i) {
        const auto how = set_of(form.paragraphs[i], i == 0);
        if (how == paper::Prose::Set::Right && !is_signed) out.blocks.emplace_back(paper::Space{});
        is_signed |= how == paper::Prose::Set::Right;
        out.blocks.emplace_back(paper::Prose{filled.paragraphs[i], how});
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
    const auto filled = cases::module_paper(*module, run, form->id, desk.aid_case, words_of(desk.pack));
    if (!filled || (about && step->by != *about))
        return base::fail("paper.not_yet", "the act that this paper tells of (" + form->act + ") is not done yet" +
                                               (about ? ", or the fact that was named is another act" : ""));
    CourtPaper out;
    out.record = step->by;
    out.paper = set(desk, *form, *filled);
    const std::string record = upper(out.record.text());
    out.paper.symbol = "CYP1" + record;
    out.paper.foot = desk.pack.words.text("court.foot", {{"record", record}});
    out.empty = filled->empty;
    const std::string lacking = paper::stand_in_for_lacking(out.paper, desk.pack.words.text("court.lacking"));
    if (!lacking.empty()) out.paper.notes.push_back(desk.pack.words.text("court.lacking_note", {{"codes", lacking}}));
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
