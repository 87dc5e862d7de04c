// The window's questions about cases, asked of a real laptop: what is seen, and what goes to a stick.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "app/worker/case_acts.hpp"
#include "app/worker/case_pictures.hpp"
#include "app/worker/letters.hpp"
#include "sync/os/files.hpp"
#include "sync/seal/hash.hpp"
#include "tests/unit/shell/desk_window.hpp"

using namespace courtyard;
using test::DeskWindow;
using test::SmallCourt;
namespace fs = std::filesystem;

TEST_CASE("a case is opened from an application, seen, and its papers are looked at and taken along") {
    SmallCourt court;
    auto kiosk = court.kiosk(), registrar = court.laptop("registrar", mail::Role::Registrar);
    static_cast<void>(court.file(*kiosk));
    court.carry(*kiosk, {registrar.get()});
    DeskWindow window{*registrar, court.random};
    window.ask(flow::desk::OpenCaseFrom{worker::list_inbox(*registrar).value().front().id});
    const auto* opened = window.last<flow::desk::ActDone>();
    REQUIRE(opened);
    const cases::CaseId id = opened->about;
    CHECK(opened->with == flow::WithOpening{true, false});
    // Pressed again, on a list that has not heard of it: nothing is signed, and it is not said.
    window.heard.clear();
    window.ask(flow::desk::OpenCaseFrom{worker::list_inbox(*registrar).value().front().id});
    CHECK_FALSE(window.last<flow::desk::ActDone>());
    REQUIRE(window.last<flow::desk::CaseWasOpen>());
    CHECK(window.last<flow::desk::CaseWasOpen>()->id == id);
    window.ask(flow::desk::ListCases{});
    REQUIRE(window.last<flow::desk::CasesListed>());
    CHECK(window.last<flow::desk::CasesListed>()->rows.size() == 1);
    REQUIRE(window.last<flow::desk::TasksListed>());
    CHECK_FALSE(window.last<flow::desk::TasksListed>()->tasks.empty());

    window.ask(flow::desk::ShowCase{id});
    REQUIRE(window.last<flow::desk::CaseShown>());
    const flow::CaseView& view = *window.last<flow::desk::CaseShown>()->view;
    const auto viewings = [&] { return registrar->store().view_log.of_case(id, 100).value().size(); };
    const std::size_t once = viewings();
    CHECK(once == 1);
    window.ask(flow::desk::ShowCase{id, true});  // brought up to date
    CHECK(viewings() == once);
    CHECK(view.wage);
    CHECK(view.revisit == registrar->pack().terms.revisit);
    REQUIRE(view.account);
    CHECK(view.account->ends == "0014");  // of the example: the last four digits and no more
    const auto fits = [&view](const std::string& paper) {
        const auto found = std::find_if(view.papers.begin(), view.papers.end(),
                                        [&](const flow::PaperRow& row) { return row.id == paper; });
        return found != view.papers.end() && found->fits;
    };
    CHECK(fits("notice"));
    CHECK_FALSE(fits("decision_grant"));

    window.ask(flow::desk::MakePaper{id, "decision_grant"});
    REQUIRE(window.last<flow::desk::PaperFailed>());
    CHECK(window.last<flow::desk::PaperFailed>()->code == "paper.not_yet");
    window.ask(flow::desk::MakePaper{id, "registration"});
    REQUIRE(window.last<flow::desk::PaperMade>());
    const flow::ShownPaper& paper = window.last<flow::desk::PaperMade>()->paper;
    REQUIRE_FALSE(paper.pages.empty());
    const auto ink = [](const flow::Pixels& page) {
        return std::count_if(page.rgba.begin(), page.rgba.end(), [](std::uint8_t byte) { return byte < 128; });
    };
    CHECK(ink(*paper.pages.front()) > 1000);  // the control is the empty sheet:
    CHECK(ink(flow::Pixels(2, 2, base::Bytes(16, 255))) == 0);
    CHECK(base::as_text(paper.file->pdf).starts_with("%PDF-"));
}

TEST_CASE("of two statements each can be made again, the first one too") {
    SmallCourt court;
    auto kiosk = court.kiosk(), registrar = court.laptop("registrar", mail::Role::Registrar);
    static_cast<void>(court.file(*kiosk));
    court.carry(*kiosk, {registrar.get()});
    DeskWindow window{*registrar, court.random};
    const cases::CaseId id = window.open_case();
    std::vector<cases::FactId> facts;
    for (const char* speaker : {"宣孟达", "俞阿婆"}) {
        REQUIRE(window.act(id, "statement_taken",
                           {{"speaker", std::string(speaker)},
                            {"statement", std::string("家里没有收入")},
                            {"read_back", true}}) == "");
        facts.insert(facts.begin(), window.last<flow::desk::ActDone>()->fact);  // the newest first
    }
    window.ask(flow::desk::ShowCase{id});
    std::vector<cases::FactId> offered;
    for (const flow::PaperRow& row : window.last<flow::desk::CaseShown>()->view->papers)
        if (row.id == "statement" && row.fits) offered.push_back(row.about.value());
    CHECK(offered == facts);
    std::vector<base::Bytes> made;  // as they are seen: a PDF bears the second it was made in
    for (const cases::FactId& fact : facts) {
        window.ask(flow::desk::MakePaper{id, "statement", fact});
        REQUIRE(window.last<flow::desk::PaperMade>());
        made.push_back(window.last<flow::desk::PaperMade>()->paper.pages.front()->rgba);
    }
    CHECK(made.front() != made.back());
    window.ask(flow::desk::MakePaper{id, "statement"});
    CHECK(window.last<flow::desk::PaperMade>()->paper.pages.front()->rgba ==
          made.front());  // nothing named: the newest
    // A name that no font draws in full: whoever makes the paper is told what to write by hand.
    CHECK(window.last<flow::desk::PaperMade>()->paper.lacking.empty());  // the control
    REQUIRE(window.act(id, "statement_taken",
                       {{"speaker", std::string("王\xF0\xAE\xAF\xB0")},
                        {"statement", std::string("家里没有收入")},
                        {"read_back", true}}) == "");
    window.ask(flow::desk::MakePaper{id, "statement"});
    CHECK(window.last<flow::desk::PaperMade>()->paper.lacking == std::vector<std::string>{"U+2EBF0"});
}

TEST_CASE("what the window offers for a referral is taken, and a body's name alone is not") {
    SmallCourt court;
    auto kiosk = court.kiosk(), registrar = court.laptop("registrar", mail::Role::Registrar);
    static_cast<void>(court.file(*kiosk));
    court.carry(*kiosk, {registrar.get()});
    DeskWindow window{*registrar, court.random};
    const cases::CaseId id = window.open_case();
    const auto text = [](const char* words) { return cases::FieldValue(std::string(words)); };
    const auto act = [&](const char* kind, const cases::Fields& fields) { return window.act(id, kind, fields); };
    CHECK(act("department_asked", {{"department", text("执行局")}}).empty());
    CHECK(act("sent_to_filing", {{"opinion", text("基本符合条件")}}).empty());
    CHECK(act("filed", {{"number", text("（2026）浙0199司救执1号")}}).empty());
    window.ask(flow::desk::ShowCase{id});
    const auto view = window.last<flow::desk::CaseShown>()->view;
    REQUIRE_FALSE(view->help.items.empty());
    std::vector<std::string> bodies;
    for (const auto& [body, name] : view->help.bodies)
        bodies.push_back(body);
    CHECK(act("consent_given", {{"bodies", bodies}, {"how", text("signed")}}).empty());
    for (const pack::HelpOffer& item : view->help.items) {
        CAPTURE(item.id);
        for (const std::string& body : item.bodies) {
            CHECK(view->help.bodies.contains(body));
            cases::Fields fields{{"item", item.id},
                                 {"body", body},
                                 {"asks", text("请予办理")},
                                 {"shared", std::vector<std::string>{item.share.front()}}};
            CHECK(act("referred", fields) == "");
            fields["body"] = view->help.bodies.at(body);  // the control
            CHECK(act("referred", fields).starts_with("refer."));
        }
    }
}

TEST_CASE("a picture goes with the act that names it, and the case shows it") {
    SmallCourt court;
    auto kiosk = court.kiosk(), registrar = court.laptop("registrar", mail::Role::Registrar);
    static_cast<void>(court.file(*kiosk));
    court.carry(*kiosk, {registrar.get()});
    DeskWindow window{*registrar, court.random};
    const cases::CaseId id = window.open_case();
    const base::Bytes jpeg{0xFF, 0xD8, 0xFF, 1, 2, 3, 4, 5};
    const base::Digest digest = seal::sha256(jpeg);
    flow::desk::DoAct wanted{id,
                             "proof_added",
                             {{"paper", std::string("照片")},
                              {"from", std::string("applicant")},
                              {"photos", std::vector<std::string>{digest.text()}}},
                             {}};
    window.ask(wanted);  // named and not given
    REQUIRE(window.last<flow::desk::ActRefused>());
    CHECK(window.last<flow::desk::ActRefused>()->code == "picture.unknown");
    wanted.pictures.push_back(std::make_shared<const flow::PhotoFile>(jpeg));
    window.heard.clear();
    window.ask(wanted);
    REQUIRE(window.last<flow::desk::ActDone>());
    window.ask(flow::desk::ShowCase{id});
    const auto view = window.last<flow::desk::CaseShown>()->view;
    REQUIRE(view->pictures.size() == 1);
    CHECK(view->pictures.front().digest == digest);
    CHECK(view->pictures.front().is_here);
    CHECK(worker::picture_in(*registrar, id, digest).value() == jpeg);
}

TEST_CASE("a paper is taken along on a stick, whole, and never over what lies there") {
    SmallCourt court;
    auto kiosk = court.kiosk(), registrar = court.laptop("registrar", mail::Role::Registrar);
    static_cast<void>(court.file(*kiosk));
    court.carry(*kiosk, {registrar.get()});
    const fs::path stick = court.folder / "stick";
    const fs::path settings = worker::Home{court.home("registrar")}.machine_toml();
    registrar.reset();
    std::ofstream(settings, std::ios::app) << "\n[sticks]\nfolder = \"" << stick.string() << "\"\n";
    registrar = court.open("registrar");
    DeskWindow window{*registrar, court.random};
    window.ask(flow::desk::MakePaper{window.open_case(), "registration"});
    const flow::ShownPaper paper = window.last<flow::desk::PaperMade>()->paper;
    const flow::desk::SavePaper save{paper.title, paper.file};
    window.ask(save);
    REQUIRE(window.last<flow::desk::PaperFailed>());
    CHECK(window.last<flow::desk::PaperFailed>()->code == "paper.no_stick");

    fs::create_directory(stick);
    REQUIRE(os::write_file((stick / "photo.jpg").string(), base::Bytes{0xFF, 0xD8, 0xFF}, os::Privacy::OwnerOnly));
    std::vector<std::string> names;
    for (int time = 0; time < 2; ++time) {
        window.heard.clear();
        window.ask(save);
        REQUIRE(window.last<flow::desk::PaperOut>());
        names.push_back(window.last<flow::desk::PaperOut>()->saved_as);
        CHECK(names.back().find("应") == std::string::npos);  // the name tells of nobody
        CHECK(os::read_file((stick / names.back()).string(), 1U << 24).value() == paper.file->pdf);
    }
    CHECK(names[0] != names[1]);
}
