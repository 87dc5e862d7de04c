#include "tests/unit/flow/kiosk_walker.hpp"

#include <doctest/doctest.h>

namespace courtyard::test {

using namespace flow;
using domain::FieldType;

const pack::Pack& walker_pack() {
    static const pack::Pack pack = [] {
        auto loaded = pack::load("assets/packs/zhejiang-demo");
        if (!loaded) FAIL("the demonstration pack cannot be read: " << loaded.error().message);
        return std::move(*loaded);
    }();
    return pack;
}

Walker::Walker(Trouble trouble) {
    world_.pack = &walker_pack();
    world_.court = "测试县人民法院";
    world_.site = "云坞村共享法庭";
    world_.reads_symbols = true;
    state_ = start(now_, trouble, "test");
}

void Walker::play(const Event& event) {
    Updated updated = update(std::move(state_), event, now_, world_);
    state_ = std::move(updated.state);
    for (Effect& effect : updated.effects)
        effects_.push_back(std::move(effect));
}

void Walker::open_form(domain::ApplicantKind kind) {
    play(PressedNext{});
    play(OpenedScreening{});
    play(OpenedApplication{});
    play(ChoseKind{kind});
    play(ReadNotice{});
    play(ToggledConsent{"F3.1"});
    play(ToggledConsent{"F3.3"});
    play(PressedNext{});
    REQUIRE(page() == Page::TicketOffer);
    play(DeclinedTicket{});
    REQUIRE(page() == Page::Ask);
}

bool Walker::answer_one() {
    if (page() != Page::Ask) return false;
    const domain::Field* field = asked_field(state_, world_);
    const domain::Field* part = asked_part(state_, world_);
    REQUIRE(field);
    REQUIRE(part);
    const auto type_in = [this](std::string_view text) {
        if (session().edit.text.empty()) play(Typed{std::string(text)});
        play(PressedNext{});
    };
    const domain::Answer* answer = session().draft.application.find(field->code);
    switch (part->type) {
        case FieldType::Name: type_in("应𫖯安"); break;
        case FieldType::Phone: type_in("13800000001"); break;
        case FieldType::CaseNumber: type_in("（2026）浙0199执123号"); break;
        case FieldType::Money: type_in("1200"); break;
        case FieldType::Integer: type_in("3"); break;
        case FieldType::IdDocument: type_in("330199198603140177"); break;
        case FieldType::Text: type_in(part->role == "account" ? "9999990000000000014" : "测试"); break;
        case FieldType::Area:
        case FieldType::LongText: type_in("浙江省测试县云坞乡"); break;
        case FieldType::Choice:
        case FieldType::YesNo:
        case FieldType::YesNoUnknown: play(ChoseOption{options_of(*part, walker_pack().form).front().value}); break;
        case FieldType::Multi:
            if (!answer) play(ChoseOption{part->options.front().value});
            play(PressedNext{});
            break;
        case FieldType::Date:
            play(PickedYear{"2025"});
            play(PickedMonth{5});
            play(PickedDay{14});
            play(PressedNext{});
            break;
        case FieldType::Rows:
            if (!answer)
                play(AddedRow{});
            else
                play(PressedNext{});
            break;
        case FieldType::Papers: play(PressedNext{}); break;
        case FieldType::Declaration:
        case FieldType::Consent:
        case FieldType::Signature:
            if (!answer) play(TickedBox{field->code});
            play(PressedNext{});
            break;
        default: FAIL("a composite field is asked as a whole: " << field->code);
    }
    return page() == Page::Ask;
}

std::vector<std::string> Walker::walk_form() {
    std::vector<std::string> asked;
    for (int guard = 0; guard < 400 && page() == Page::Ask; ++guard) {
        const std::string& code = session().draft.asking.field;
        if (asked.empty() || asked.back() != code) asked.push_back(code);
        answer_one();
    }
    REQUIRE(page() == Page::Review);
    return asked;
}

File Walker::file(domain::ApplicantKind kind) {
    open_form(kind);
    walk_form();
    play(PressedSubmit{});
    if (page() == Page::ConfirmAlone) play(ConfirmedAlone{});
    REQUIRE(page() == Page::Sealing);
    for (Effect& effect : take_effects())
        if (auto* file = std::get_if<File>(&effect)) return std::move(*file);
    FAIL("nothing was handed over");
    return {};
}

Receipt Walker::receipt() {
    Receipt receipt;
    receipt.number = "7K3M-9QXT-2HDA6";
    receipt.code = "7K3M-9QXT-2HDA-6XW0-VK4R-P8YC-37GT-N5EH";
    receipt.code_qr = "CYR17K3M9QXT2HDA6XW0VK4RP8YC37GTN5EH";
    receipt.symbols = {"CYA1ABC", "CYA1DEF"};
    return receipt;
}

}  // namespace courtyard::test
