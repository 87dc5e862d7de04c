// What can happen at the laptop's window with the committee's yearly report (P15).
#pragma once

namespace courtyard::flow::desk {

struct PressedYearSent {};  // on the report's paper: it went out
struct YearSaid {};         // from the worker: that is recorded

}  // namespace courtyard::flow::desk
