// Applications as JSON: {"F1.01":"...","F1.51":[{...}],...}, values as labelled on the paper form.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "app/domain/answer.hpp"
#include "app/domain/form.hpp"
#include "sync/base/result.hpp"

namespace courtyard::pack {

inline constexpr std::size_t kApplicationJsonBytesMax = 256u << 10;
inline constexpr std::size_t kJsonDepthMax = 16;
inline constexpr std::size_t kListEntriesMax = 200;

// Strict: one object, known codes and columns only, each value of a kind its field can have, no key twice. What the
// values say is judged by domain::check. Money and integers may be whole JSON numbers; jiao and fen are written as
// text. "application.json" (the message has the byte), "application.unknown_field", "application.kind" (the message has
// the place, "F1.51[2].<column>"), "application.size".
[[nodiscard]] base::Result<domain::Application> parse_application(const domain::FormDefinition& form,
                                                                  std::string_view json);

// What was signed under a form that may be another one: of a newer pack, or of an older. Answer by answer, and part by
// part: whatever this form can read is read as parse_application() reads it; all else is kept in `others`. Only what is
// no object of JSON fails: "application.json".
[[nodiscard]] base::Result<domain::Application> parse_signed_application(const domain::FormDefinition& form,
                                                                         std::string_view json);

// Compact, in the order of the form, columns in their order; parse_application(write_application(a)) == a for every
// application that parse_application gives.
[[nodiscard]] std::string write_application(const domain::FormDefinition& form, const domain::Application& application);

}  // namespace courtyard::pack
