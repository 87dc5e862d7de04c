// Hears what is drawn: every item (through ImGui's test engine hooks) and every text that goes through record_text.
// Nothing is kept unless the context was made with UiOptions::record. Drivers click by label, goldens and the layout
// lint read it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <imgui.h>

namespace courtyard::platform {

struct RecordedItem {
    ImGuiID id = 0;
    std::string label;          // as a person sees it: "##…" is cut off; empty for items without a label
    std::string window;         // name of the window
    ImVec2 min, max;            // whole item, px
    ImVec2 seen_min, seen_max;  // the part inside the window's clip; scrolled away: the nearest point of the clip
    int status_flags = 0;       // ImGuiItemStatusFlags
    int item_flags = 0;         // ImGuiItemFlags; ImGuiItemFlags_Disabled says that it may not be pressed
};

struct RecordedText {
    std::string text;
    ImVec2 min, max;            // box of the glyph line(s), px
    ImVec2 seen_min, seen_max;  // the part inside the clip
    float size = 0;             // px of em
    ImVec2 room_min, room_max;  // the box the text should stay in; equal to min, max when the caller knew none
};

struct Recording {
    int frame = 0;                    // ImGui's frame count of what follows
    std::vector<RecordedItem> items;  // in the order of drawing
    std::vector<RecordedText> texts;
};

// The last complete (after Render) or the current frame of the current context; empty when it does not record.
[[nodiscard]] const Recording& recording();

// Whether the current context records; callers may skip measuring otherwise.
[[nodiscard]] bool is_recording();

// Every text shown by a screen passes here (one ui::text() of the screens calls it). Position and size in px.
void record_text(std::string_view text, ImVec2 min, ImVec2 max, float size);
void record_text(std::string_view text, ImVec2 min, ImVec2 max, float size, ImVec2 room_min, ImVec2 room_max);

// Widgets made of InvisibleButton or ButtonBehavior name themselves: the label by which a test (or read-aloud) finds
// them. Call right after the item. ImGui's own widgets need no call.
void record_label(std::string_view label);

}  // namespace courtyard::platform
