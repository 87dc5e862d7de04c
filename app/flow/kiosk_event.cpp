#include "app/flow/kiosk_event.hpp"

#include <utility>

namespace courtyard::flow {

template <base::OneOf<AnyEvent> What>
[[gnu::used]] Event::Event(What what) : AnyEvent(std::in_place_type<What>, std::move(what)) {}

Event::Event(const Event&) = default;
Event::Event(Event&&) noexcept = default;
Event& Event::operator=(const Event&) = default;
Event& Event::operator=(Event&&) noexcept = default;
Event::~Event() = default;

}  // namespace courtyard::flow

namespace courtyard::base {
template void each_is_made<flow::Event>(const flow::AnyEvent*);
}  // namespace courtyard::base
