#include "app/screens/kiosk_view.hpp"

#include <array>

#include "app/domain/text.hpp"
#include "app/flow/form_walk.hpp"
#include "app/screens/kiosk_screens.hpp"
#include "app/screens/listen_bar.hpp"

namespace courtyard::screens {
namespace {

using flow::Page;
using DrawPage = void (*)(Scene&);

constexpr std::array<DrawPage, flow::kPages> kPages{draw_attract,
                                                    draw_home,
                                                    draw_guide,
                                                    draw_topic,
                                                    draw_questions,
                                                    draw_question,
                                                    draw_search,
                                                    draw_screening,
                                                    draw_urgent,
                                                    draw_other_help,
                                                    draw_result,
                                                    draw_doors,
                                                    draw_door,
                                                    draw_why_slip,
                                                    draw_who,
                                                    draw_notice,
                                                    draw_consent,
                                                    draw_paper_way,
                                                    draw_ask,
                                                    draw_review,
                                                    draw_confirm_alone,
                                                    draw_sealing,
                                                    draw_receipt,
                                                    draw_receipt_proof,
                                                    draw_progress_code,
                                                    draw_progress,
                                                    draw_farewell,
                                                    draw_leave,
                                                    draw_help,
                                                    draw_harmless,
                                                    draw_ticket_offer,
                                                    draw_ticket,
                                                    draw_resume,
                                                    draw_take_home,
                                                    draw_print_trouble,
                                                    draw_photo,
                                                    draw_stick,
                                                    draw_photo_view,
                                                    draw_scan,
                                                    draw_steward_door,
                                                    draw_steward_room,
                                                    draw_steward_health,
                                                    draw_steward_printer,
                                                    draw_steward_carry,
                                                    draw_failure};

// The name under which scroll places are kept: a page, and what it shows.
std::string place_name(const KioskState& state) {
    const flow::Session& session = state.session;
    std::string name(flow::name_of(session.place.page));
    name += "/" + session.place.id + "/" + std::to_string(session.place.index) + "/" + session.screening.key;
    if (session.place.page == Page::Ask) {
        const flow::Asking& asking = session.draft.asking;
        name += "/" + asking.field + "/" + std::to_string(asking.row) + "/" + std::to_string(asking.column);
    }
    if (session.place.page == Page::Receipt) name += "/" + std::to_string(session.filing.shown_symbol);
    if (session.place.page == Page::Ticket) name += "/" + std::to_string(session.ticket.shown_symbol);
    return name;
}

// A real keyboard types into the text field of the page, whatever was touched last; input methods deliver whole words.
void hear_keyboard(const KioskState& state, View& view, const KioskSink& send) {
    ImGuiIO& io = ImGui::GetIO();
    std::u32string typed;
    for (const ImWchar c : io.InputQueueCharacters)
        if (c >= 0x20 && c != 0x7F) typed.push_back(static_cast<char32_t>(c));
    for (ImWchar& c : io.InputQueueCharacters)
        c = 0;  // resizing alone would leave them in memory
    io.InputQueueCharacters.resize(0);
    const auto entered = [] {
        return ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false);
    };
    if (auto code = view.wedge.hear(typed, entered(), ImGui::GetTime())) {
        send(flow::Scanned{*code});
        base::wipe(*code);
        if (state.session.place.page != Page::Ask && state.session.place.page != Page::ReceiptProof) return;
    }
    const Page page = state.session.place.page;
    const bool field = page == Page::Ask || page == Page::Search || page == Page::ProgressCode ||
                       page == Page::ReceiptProof || page == Page::Resume;
    if (!field) return;
    std::erase_if(typed, [](char32_t c) { return (c >= 0xD800 && c <= 0xDFFF) || c > 0x10FFFF; });
    if (!typed.empty() && page == Page::Ask)
        send(flow::Keyed{domain::utf8(typed)});
    else if (!typed.empty())
        send(flow::Typed{domain::utf8(typed)});
    const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key, true); };
    if (pressed(ImGuiKey_Backspace)) send(flow::PressedErase{});
    if (pressed(ImGuiKey_Delete)) send(flow::PressedDelete{});
    if (pressed(ImGuiKey_LeftArrow)) send(flow::MovedCaret{flow::CaretMove::Left});
    if (pressed(ImGuiKey_RightArrow)) send(flow::MovedCaret{flow::CaretMove::Right});
    if (pressed(ImGuiKey_Home)) send(flow::MovedCaret{flow::CaretMove::Start});
    if (pressed(ImGuiKey_End)) send(flow::MovedCaret{flow::CaretMove::End});
    if (entered()) {
        if (page == Page::ProgressCode)
            send(flow::PressedLookUp{});
        else if (page == Page::Resume)
            send(flow::PressedResume{});
        else if (page == Page::ReceiptProof)
            send(flow::GaveProof{});
        else if (page == Page::Ask && !state.session.writing.letters.empty())
            send(flow::KeptLetters{});
        else if (page == Page::Ask)
            send(flow::PressedNext{});
    }
}

}  // namespace

void draw(const KioskState& state, const KioskWorld& world, View& view, const KioskSink& send) {
    const bool warning = state.session.curtain == flow::Curtain::Warning;
    const bool lost = state.session.place.page != Page::Failure && !world.pack;
    PageEar ear(state, world, view);
    Ui ui(view, {state.session.text_size, state.session.contrast, Density::kiosk},
          warning ? std::string("idle") : place_name(state));
    Scene scene{ui, state, world, send};
    hear_keyboard(state, view, send);
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) send(flow::Touched{});
    if (lost) return;
    if (flow::is_practice(state)) draw_practice_band(scene);
    if (warning)
        draw_idle_warning(scene);
    else
        kPages[static_cast<std::size_t>(state.session.place.page)](scene);
    ear.tell(ui, send);
}

FindWord words_of(const pack::Pack* pack) {
    if (!pack) return {};
    return words_of(pack->words);
}

FindWord words_of(const pack::Words& words) {
    return [&words](std::string_view key) -> const std::string* {
        const auto found = words.all().find(key);
        return found == words.all().end() ? nullptr : &found->second;
    };
}

}  // namespace courtyard::screens
