#include "app/flow/desk_effect.hpp"

#include <utility>

namespace courtyard::flow {

template <base::OneOf<AnyDeskEffect> What>
[[gnu::used]] DeskEffect::DeskEffect(What what) : AnyDeskEffect(std::in_place_type<What>, std::move(what)) {}

DeskEffect::DeskEffect(const DeskEffect&) = default;
DeskEffect::DeskEffect(DeskEffect&&) noexcept = default;
DeskEffect& DeskEffect::operator=(const DeskEffect&) = default;
DeskEffect& DeskEffect::operator=(DeskEffect&&) noexcept = default;
DeskEffect::~DeskEffect() = default;

}  // namespace courtyard::flow

namespace courtyard::base {
template void each_is_made<flow::DeskEffect>(const flow::AnyDeskEffect*);
}  // namespace courtyard::base
