#include "app/flow/desk_event.hpp"

#include <utility>

namespace courtyard::flow {

template <base::OneOf<AnyDeskEvent> What>
[[gnu::used]] DeskEvent::DeskEvent(What what) : AnyDeskEvent(std::in_place_type<What>, std::move(what)) {}

DeskEvent::DeskEvent(const DeskEvent&) = default;
DeskEvent::DeskEvent(DeskEvent&&) noexcept = default;
DeskEvent& DeskEvent::operator=(const DeskEvent&) = default;
DeskEvent& DeskEvent::operator=(DeskEvent&&) noexcept = default;
DeskEvent::~DeskEvent() = default;

}  // namespace courtyard::flow

namespace courtyard::base {
template void each_is_made<flow::DeskEvent>(const flow::AnyDeskEvent*);
}  // namespace courtyard::base
