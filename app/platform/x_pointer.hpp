// The way of the pointer, as the X server remembers it. Private to this room.
#pragma once

typedef struct _XDisplay Display;

namespace courtyard::platform {

// The server keeps the last 256 places of the pointer for whoever asks (XGetMotionEvents): a signature can be read out
// of them when the process that it was given to has long gone. Fills them with the place where the pointer is now; it
// stays there.
void forget_pointer_path(Display* display);

}  // namespace courtyard::platform
