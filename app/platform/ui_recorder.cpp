#include "app/platform/ui_recorder.hpp"

#include <imgui_internal.h>

#include "app/platform/ui_recorder_state.hpp"

namespace courtyard::platform {

namespace {

Recording* recording_of(ImGuiContext* context) {
    return context == nullptr ? nullptr : static_cast<Recording*>(context->TestEngine);
}

std::string seen_label(const char* label) {
    return label == nullptr ? std::string() : std::string(label, ImGui::FindRenderedTextEnd(label));
}

ImRect cut(const ImRect& box, const ImRect& clip) {
    const ImRect seen(ImMax(box.Min.x, clip.Min.x), ImMax(box.Min.y, clip.Min.y), ImMin(box.Max.x, clip.Max.x),
                      ImMin(box.Max.y, clip.Max.y));
    if (seen.Min.x < seen.Max.x && seen.Min.y < seen.Max.y) return seen;
    const ImVec2 nearest = ImClamp(box.Min, clip.Min, clip.Max);
    return {nearest, nearest};
}

RecordedItem* item_with(Recording& recording, ImGuiID id) {
    for (auto item = recording.items.rbegin(); item != recording.items.rend(); ++item) {
        if (item->id == id) return &*item;
    }
    return nullptr;
}

void add_item(ImGuiContext& context, ImGuiID id, const ImRect& box, int item_flags) {
    Recording& recording = *recording_of(&context);
    const ImGuiWindow* window = context.CurrentWindow;
    RecordedItem item;
    item.id = id;
    item.min = box.Min;
    item.max = box.Max;
    const ImRect seen = window == nullptr ? box : cut(box, window->ClipRect);
    item.seen_min = seen.Min;
    item.seen_max = seen.Max;
    item.item_flags = item_flags;
    if (window != nullptr) item.window = window->Name;
    recording.items.push_back(std::move(item));
}

}  // namespace

const Recording& recording() {
    static const Recording nothing;
    const Recording* recording = recording_of(ImGui::GetCurrentContext());
    return recording == nullptr ? nothing : *recording;
}

bool is_recording() { return recording_of(ImGui::GetCurrentContext()) != nullptr; }

void record_text(std::string_view text, ImVec2 min, ImVec2 max, float size) {
    record_text(text, min, max, size, min, max);
}

void record_text(std::string_view text, ImVec2 min, ImVec2 max, float size, ImVec2 room_min, ImVec2 room_max) {
    ImGuiContext* context = ImGui::GetCurrentContext();
    Recording* recording = recording_of(context);
    if (recording == nullptr) return;
    const ImRect box(min, max);
    const ImRect seen = context->CurrentWindow == nullptr ? box : cut(box, context->CurrentWindow->ClipRect);
    recording->texts.push_back({std::string(text), min, max, seen.Min, seen.Max, size, room_min, room_max});
}

void record_label(std::string_view label) {
    ImGuiContext* context = ImGui::GetCurrentContext();
    Recording* recording = recording_of(context);
    if (recording == nullptr) return;
    const ImGuiLastItemData& last = context->LastItemData;
    if (last.ID == 0 || item_with(*recording, last.ID) == nullptr)
        add_item(*context, last.ID, last.Rect, last.ItemFlags);
    RecordedItem* item = item_with(*recording, last.ID);
    item->label = label;
    item->item_flags = last.ItemFlags;
    item->status_flags |= last.StatusFlags;
}

void attach_recorder(ImGuiContext& context) {
    context.TestEngine = new Recording;
    context.TestEngineHookItems = true;
}

void detach_recorder(ImGuiContext& context) {
    context.TestEngineHookItems = false;
    delete recording_of(&context);
    context.TestEngine = nullptr;
}

void start_recording_frame(ImGuiContext& context) {
    Recording* recording = recording_of(&context);
    if (recording == nullptr) return;
    recording->frame = context.FrameCount + 1;  // NewFrame counts up
    recording->items.clear();
    recording->texts.clear();
}

}  // namespace courtyard::platform

// Called by ImGui itself; their names are ImGui's.
void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, ImGuiID id, const ImRect& box, const ImGuiLastItemData* data) {
    using namespace courtyard::platform;
    if (id == 0 || recording_of(context) == nullptr) return;
    add_item(*context, id, box, data == nullptr ? 0 : data->ItemFlags);
}

void ImGuiTestEngineHook_ItemInfo(ImGuiContext* context, ImGuiID id, const char* label, ImGuiItemStatusFlags flags) {
    using namespace courtyard::platform;
    Recording* recording = recording_of(context);
    if (id == 0 || recording == nullptr) return;
    if (RecordedItem* item = item_with(*recording, id)) {
        item->label = seen_label(label);
        item->status_flags = flags;
    }
}

void ImGuiTestEngineHook_Log(ImGuiContext*, const char*, ...) {}

const char* ImGuiTestEngine_FindItemDebugLabel(ImGuiContext*, ImGuiID) { return nullptr; }
