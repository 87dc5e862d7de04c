// The JSON Schema of one answer by the type of its field: the other half of domain::judge_answer(). For form_schema.cpp
// and schema_condition.cpp only.
#pragma once

#include "app/domain/form.hpp"
#include "app/pack/schema_json.hpp"

namespace courtyard::pack::schema {

// What stands under $defs and is named by these schemas, as the members of an object.
[[nodiscard]] std::string shared_definitions();

// An answer that says something and is sound: the value proper, or a word of `also`.
[[nodiscard]] Schema answer(const domain::Field& field);
// No answer, spelled out: "", [], {} and blanks in them. Fits nothing for ticks.
[[nodiscard]] Schema blank(const domain::Field& field);
// Either, for what need not be answered; for a tick also false. `answer`: answer(field), or a reference to it.
[[nodiscard]] Schema or_blank(const domain::Field& field, const Schema& answer);
// What the reader takes before anything is judged: enough for an answer that is not asked for and will not be filed.
[[nodiscard]] Schema shape(const domain::Field& field);

// One part at least of a group, a row, a document or an account says something.
[[nodiscard]] Schema parts_say_something(const domain::Field& field);

}  // namespace courtyard::pack::schema
