// Draws the court laptop: reads the state, sends events, changes nothing. Called once per frame between NewFrame and
// Render.
#pragma once

#include <cstdint>
#include <vector>

#include "app/flow/desk_event.hpp"
#include "app/flow/desk_state.hpp"
#include "app/flow/kiosk_event.hpp"
#include "app/screens/view.hpp"

namespace courtyard::screens {

using flow::DeskState;
using DeskSink = flow::Sink<flow::DeskEvent>;

// What the screens may look at and never change. The pack is null only while none could be read: then the laptop says
// so.
struct DeskWorld {
    const pack::Pack* pack = nullptr;
};

// Where the keyboard stands. Nothing of what was typed is in it.
struct DeskKeys {
    std::uint32_t place = 0;           // of the last frame: another place begins anew
    std::uint32_t focus = 0;           // the control that hears Enter, blank and letters; 0 = the page itself
    bool ring = false;                 // shown only to those who came by keyboard
    std::uint32_t typing_in = 0;       // the scrolled part whose field has the keyboard; 0: none has
    bool typing = false;               // a field has the keyboard, and the letters with Ctrl are its
    bool whole = false;                // all of the focused field is selected
    std::size_t caret = 0;             // bytes into the text of the focused field
    std::vector<std::uint32_t> order;  // controls of the last frame, as Tab walks them
    std::size_t at = 0;                // in that order: from where Tab goes on when what had the keyboard is gone
    std::size_t chosen_seen = 0;       // the inbox row that was last brought into sight
    int seek_frames = 0;               // as long, what is filled in wrong may come into sight and get the keyboard
    int typed_frames = 0;              // as long, the box that was typed in is kept in sight
    bool jump = false;                 // the section below is to be brought into sight
    std::size_t section = 0;
};

// One per window. The shell also sends desk::Touched for every input, and desk::Ticked at flow::next_deadline.
struct DeskView {
    View view;
    DeskKeys keys;
};

void draw(const DeskState& state, const DeskWorld& world, DeskView& view, const DeskSink& send);

}  // namespace courtyard::screens
