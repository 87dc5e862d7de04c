// How a context begins and ends to be recorded. Private to this room.
#pragma once

struct ImGuiContext;

namespace courtyard::platform {

void attach_recorder(ImGuiContext& context);
void detach_recorder(ImGuiContext& context);
void start_recording_frame(ImGuiContext& context);

}  // namespace courtyard::platform
