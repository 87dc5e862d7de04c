#include "app/domain/value.hpp"

namespace courtyard::domain {

bool Value::is_true() const {
    const bool* truth = std::get_if<bool>(&is);
    return truth != nullptr && *truth;
}

}  // namespace courtyard::domain
