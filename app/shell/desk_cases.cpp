#include "app/shell/desk_cases.hpp"

#include <array>
#include <filesystem>
#include <optional>

#include "app/camera/picture_files.hpp"
#include "app/flow/year_desk.hpp"
#include "app/paper/official.hpp"
#include "app/worker/answering.hpp"
#include "app/worker/case_acts.hpp"
#include "app/worker/case_pictures.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/case_views.hpp"
#include "app/worker/court_papers.hpp"
#include "app/worker/double_lists.hpp"
#include "app/worker/lead_acts.hpp"
#include "app/worker/payload.hpp"
#include "app/worker/year_report.hpp"
#include "sync/os/clock.hpp"
#include "sync/os/files.hpp"

namespace courtyard::shell {

namespace {

// Screens look codes of refusals up under "fact.": there they are named without it.
std::string code_of(const base::Error& error) {
    constexpr std::string_view kFact = "fact.";
    return error.code.starts_with(kFact) ? error.code.substr(kFact.size()) : error.code;
}

constexpr int kShownDotsPerInch = 110;

flow::PixelsRef pixels_of(const paper::Raster& page) {
    base::Bytes rgba;
    rgba.reserve(page.grey.size() * 4);
    for (const std::uint8_t grey : page.grey)
        rgba.insert(rgba.end(), {grey, grey, grey, 255});
    return std::make_shared<const flow::Pixels>(page.width, page.height, std::move(rgba));
}

// What people write on it themselves.
constexpr std::array kYearRooms{"year.part.work", "year.part.problems", "year.part.next"};

base::Result<flow::ShownPaper> shown_year(worker::Machine& machine, const std::string& id, int year) {
    const paper::Official paper = TRY(worker::year_paper(machine, year, domain::Date::in_china(os::now())));
    flow::ShownPaper shown{id, paper.title, {}, {}, {kYearRooms.begin(), kYearRooms.end()}, {}};
    for (const paper::Raster& page : TRY(paper::picture_official(paper, kShownDotsPerInch)))
        shown.pages.push_back(pixels_of(page));
    shown.file = std::make_shared<const flow::PdfFile>(TRY(paper::draw_official(paper)));
    return shown;
}

base::Result<flow::ShownPaper> shown_paper(worker::Machine& machine, const flow::desk::MakePaper& make) {
    const base::Instant now = os::now();
    worker::PaperMade made =
        TRY(worker::make_paper(machine, {make.about, make.paper, make.fact, domain::Date::in_china(now), now}));
    std::vector<paper::Raster> pages = TRY(paper::picture_official(made.made.paper, kShownDotsPerInch));
    flow::ShownPaper shown{make.paper, made.made.paper.title, {}, {}, std::move(made.made.empty), {}};
    shown.unkind = std::move(made.made.unkind);
    for (const paper::LackingSign& each : made.made.lacking)
        shown.lacking.push_back(each.code);
    shown.signed_under = std::move(made.made.signed_under);
    for (paper::Raster& page : pages) {
        shown.pages.push_back(pixels_of(page));
        base::wipe(page.grey);
    }
    shown.file = std::make_shared<const flow::PdfFile>(std::move(made.pdf));
    return shown;
}

// A name that nothing on the stick has yet. What stands there is never written over.
std::filesystem::path free_name(const std::filesystem::path& folder, const std::string& title) {
    std::error_code ignored;
    std::filesystem::path name = folder / (title + ".pdf");
    for (int n = 2; std::filesystem::exists(name, ignored); ++n)
        name = folder / (title + " " + std::to_string(n) + ".pdf");
    return name;
}

// The first stick that can be written. The file's name tells nothing of anybody.
base::Result<std::string> save_on_stick(const std::filesystem::path& sticks, const flow::desk::SavePaper& save) {
    std::optional<base::Error> why;
    for (const auto& stick : camera::sticks_in(sticks)) {
        const std::filesystem::path name = free_name(stick, save.title);
        const auto written = os::write_file(name.string(), save.file->pdf, os::Privacy::OwnerOnly);
        if (written) return name.filename().string();
        why = written.error();
    }
    if (why) return tl::unexpected(*why);
    return base::fail("paper.no_stick", "no stick is plugged in");
}

std::vector<flow::LeadRow> rows_of(const worker::Machine& machine, const std::vector<worker::LeadEntry>& leads,
                                   const worker::CaseBook& book) {
    std::vector<flow::LeadRow> rows;
    rows.reserve(leads.size());
    for (const worker::LeadEntry& entry : leads)
        rows.push_back(worker::lead_row(machine, entry, book));
    return rows;
}

}  // namespace

void DeskCases::refuse(const base::Error& error) { tell_(flow::desk::ActRefused{code_of(error)}); }

void DeskCases::tell_opened(const cases::CaseId& about) {
    tell_(flow::desk::ActDone{about, about, worker::with_opening(machine_, about).value_or(flow::WithOpening{})});
}

void DeskCases::perform(const flow::desk::ListCases& /*list*/) {
    const auto renewed = book_.renew(os::now());
    if (!renewed) {
        tell_(flow::desk::LoadFailed{renewed.error().code});
        return;
    }
    const auto leads = worker::leads_to_show(machine_);
    if (!leads) return tell_(flow::desk::LoadFailed{leads.error().code});
    tell_(flow::desk::CasesListed{book_.rows(), book_.index(), book_.finds_by_sound()});
    std::vector<flow::LeadRow> rows = rows_of(machine_, *leads, book_);
    auto finds_leads = book_.index_of(rows);
    tell_(flow::desk::LeadsListed{std::move(rows), std::move(finds_leads)});
    tell_(flow::desk::TasksListed{book_.tasks(*leads)});
}

void DeskCases::perform(const flow::desk::ShowCase& show) {
    auto view = worker::view_case(machine_, show.id, os::now(),
                                  show.lies_open ? worker::Looking::LiesOpen : worker::Looking::Opens);
    if (!view) {
        tell_(flow::desk::LoadFailed{view.error().code});
        return;
    }
    // A case is shown all the same when its list cannot be.
    if (book_.renew(os::now())) {
        book_.tell_shared_number(*view);
        if (const auto leads = worker::leads_to_show(machine_)) book_.tell_same_lead(*view, *leads);
    }
    tell_(flow::desk::CaseShown{std::make_shared<const flow::CaseView>(std::move(*view))});
}

void DeskCases::perform(const flow::desk::DoAct& wanted) {
    worker::GivenPictures pictures;
    for (const auto& file : wanted.pictures)
        pictures.jpegs.push_back(file->jpeg);
    if (!wanted.about) {
        const auto opened = worker::open_case(machine_, wanted.fields, os::now(), random_, pictures.jpegs);
        if (!opened) return refuse(opened.error());
        tell_opened(*opened);
        return;
    }
    const auto done =
        worker::act(machine_, {*wanted.about, wanted.kind, wanted.fields, pictures.jpegs}, os::now(), random_);
    if (!done) return refuse(done.error());
    tell_(flow::desk::ActDone{*wanted.about, *done});
}

void DeskCases::perform(const flow::desk::OpenCaseFrom& from) {
    const auto known = worker::case_from(machine_, from.application);
    if (known && *known) return tell_(flow::desk::CaseWasOpen{**known});
    const auto opened = worker::open_case(machine_, from.application.text(), os::now(), random_);
    if (!opened) return refuse(opened.error());
    tell_opened(*opened);
}

void DeskCases::perform(const flow::desk::UndoAct& undo) {
    const auto about = machine_.store().case_records.about(undo.fact);
    if (!about) return refuse(about.error());
    const auto letter = machine_.store().inbox.find(undo.fact);
    if (!letter) return refuse(letter.error());
    const bool is_answer = *letter && (*letter)->kind == worker::kReviewKind;
    const auto ignored = [](const base::RecordId&) {};
    const auto undone = *about      ? worker::undo_with_lead(machine_, **about, undo.fact)
                        : is_answer ? worker::undo_answer(machine_, undo.fact).map(ignored)
                                    : worker::undo_of_lead(machine_, undo.fact).map(ignored);
    if (!undone) return refuse(undone.error());
    tell_(flow::desk::ActUndone{});
}

void DeskCases::perform(const flow::desk::MakePaper& make) {
    const auto year = flow::year_of_paper(make.paper);
    auto shown = year ? shown_year(machine_, make.paper, *year) : shown_paper(machine_, make);
    if (!shown) return tell_(flow::desk::PaperFailed{shown.error().code});
    tell_(flow::desk::PaperMade{std::move(*shown)});
}

void DeskCases::perform(const flow::desk::SavePaper& save) {
    const std::string& folder = machine_.config().sticks;
    const auto name = save_on_stick(folder.empty() ? "/media" : folder, save);
    if (!name) return tell_(flow::desk::PaperFailed{name.error().code});
    tell_(flow::desk::PaperOut{*name});
}

void DeskCases::perform(const flow::desk::ShowLead& show) {
    auto row = worker::open_lead(machine_, show.id, book_, os::now());
    if (!row) return tell_(flow::desk::LoadFailed{row.error().code});
    tell_(flow::desk::LeadShown{std::move(*row)});
}

void DeskCases::perform(const flow::desk::DoLead& wanted) {
    const auto done = worker::act_on_lead(machine_, wanted, os::now(), random_);
    if (!done) return refuse(done.error());
    tell_(flow::desk::LeadDone{done->lead, done->said});
}

void DeskCases::perform(const flow::desk::OpenCaseOfLead& wanted) {
    worker::GivenPictures pictures;
    for (const auto& file : wanted.pictures)
        pictures.jpegs.push_back(file->jpeg);
    const auto opened =
        worker::open_case_of_lead(machine_, wanted.lead.text(), wanted.fields, os::now(), random_, pictures.jpegs);
    if (!opened) return refuse(opened.error());
    tell_opened(*opened);
}

void DeskCases::perform(const flow::desk::SayYearSent& wanted) {
    const base::Instant now = os::now();
    const auto text = [&wanted](std::string_view name) {
        const auto found = wanted.fields.find(name);
        const auto* said = found == wanted.fields.end() ? nullptr : std::get_if<std::string>(&found->second);
        return said == nullptr ? std::string() : *said;
    };
    const auto on = domain::Date::parse(text("on"));
    const auto said = worker::say_year_report_sent(machine_, wanted.year, on ? *on : domain::Date::in_china(now),
                                                   text("to"), now, random_);
    if (!said) return refuse(said.error());
    tell_(flow::desk::YearSaid{});
}

std::vector<std::filesystem::path> DeskCases::sticks() const {
    const std::string& folder = machine_.config().sticks;
    return camera::sticks_in(folder.empty() ? "/media" : folder);
}

void DeskCases::perform(const flow::desk::ShowDoubles& /*show*/) {
    tell_(flow::desk::DoublesShown{worker::doubles_view(machine_)});
}

void DeskCases::perform(const flow::desk::WriteTokenList& /*write*/) {
    tell_(flow::desk::DoublesShown{worker::write_token_list(machine_, sticks(), os::now(), random_)});
}

void DeskCases::perform(const flow::desk::TakeTokenLists& /*take*/) {
    tell_(flow::desk::DoublesShown{worker::take_token_lists(machine_, sticks(), os::now(), random_)});
}

}  // namespace courtyard::shell
