// A court and two bodies beside it, and a case of somebody who agreed that one of them is told.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "app/worker/body_mail.hpp"
#include "app/worker/case_acts.hpp"
#include "app/worker/case_shelf.hpp"
#include "app/worker/partner_desk.hpp"
#include "sync/os/files.hpp"
#include "tests/support/small_court.hpp"

namespace courtyard::test {

struct Bodies {
    SmallCourt court;
    std::unique_ptr<worker::Machine> kiosk = court.kiosk(),
                                     registrar = court.laptop("registrar", mail::Role::Registrar),
                                     judge = court.laptop("judge", mail::Role::Judge),
                                     civil = court.partner("民政局", "civil_affairs"),
                                     health = court.partner("医保局", "medical_insurance");
    base::Instant now = SmallCourt::kNow;
    cases::CaseId about;

    Bodies() {
        const auto roster = os::read_file(court.folder / "court" / "roster.cyd", mail::kRosterBytesMax);
        REQUIRE(roster.has_value());
        for (worker::Machine* machine : all())
            REQUIRE(machine->take_roster(*roster, now).has_value());
        court.file(*kiosk);
        meet();
        const auto opened =
            worker::open_case(*registrar, worker::list_inbox(*registrar).value().front().id.text(), now, court.random);
        REQUIRE_MESSAGE(opened.has_value(), opened.error().message);
        about = *opened;
        must(*registrar, "department_asked", {{"department", text("执行局")}});
        must(*registrar, "not_filed", {{"reasons", text("不在本院")}});
        must(*registrar, "consent_given",
             {{"bodies", std::vector<std::string>{"civil_affairs"}}, {"how", text("form_f3")}});
    }
    std::vector<worker::Machine*> all() {
        return {kiosk.get(), registrar.get(), judge.get(), civil.get(), health.get()};
    }
    // Everybody's mail to everybody by the hub.
    void meet() {
        for (int round = 0; round < 2; ++round)
            for (worker::Machine* from : all()) {
                REQUIRE(worker::write_body_letters(*from, now, court.random).has_value());
                court.carry(*from, all());
            }
    }
    base::Result<cases::FactId> try_to(worker::Machine& machine, const char* kind, cases::Fields fields) {
        now = now + 60'000;
        return worker::act(machine, {about, kind, std::move(fields)}, now, court.random);
    }
    cases::FactId must(worker::Machine& machine, const char* kind, cases::Fields fields) {
        const auto done = try_to(machine, kind, std::move(fields));
        REQUIRE_MESSAGE(done.has_value(), done.error().message);
        return *done;
    }
    cases::FactId refer() {
        return must(*registrar, "referred",
                    {{"item", text("N01")},
                     {"body", text("civil_affairs")},
                     {"asks", text("请看看能不能办低保")},
                     {"shared", std::vector<std::string>{"F1.01", "F1.06"}},
                     {"answer_by", text("2026-12-10")}});
    }
    base::Result<cases::FactId> answer(const char* what, const char* words = "", const char* evidence = "") {
        now = now + 60'000;
        const auto requests = worker::partner_requests(*civil).value();
        REQUIRE(requests.size() == 1);
        return worker::answer_request(*civil, requests.front().letter.referral.text(), {what, words, evidence, {}, {}},
                                      now, court.random);
    }
    cases::Referral referral() { return worker::case_of(*registrar, about).value().care.referrals.front(); }
};

}  // namespace courtyard::test
