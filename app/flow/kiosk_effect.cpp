#include "app/flow/kiosk_effect.hpp"

#include <utility>

namespace courtyard::flow {

template <base::OneOf<AnyEffect> What>
[[gnu::used]] Effect::Effect(What what) : AnyEffect(std::in_place_type<What>, std::move(what)) {}
template <base::OneOf<EyesEffect> What>
[[gnu::used]] Effect::Effect(What what) : AnyEffect(std::in_place_type<EyesEffect>, std::move(what)) {}

Effect::Effect(const Effect&) = default;
Effect::Effect(Effect&&) noexcept = default;
Effect& Effect::operator=(const Effect&) = default;
Effect& Effect::operator=(Effect&&) noexcept = default;
Effect::~Effect() = default;

}  // namespace courtyard::flow

namespace courtyard::base {
template void each_is_made<flow::Effect>(const flow::AnyEffect*);
template void each_is_made<flow::Effect>(const flow::EyesEffect*);
}  // namespace courtyard::base
