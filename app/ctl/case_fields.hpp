// Fields of an act as words of a command line: name=value, each as its kind is written.
#pragma once

#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "app/cases/act_table.hpp"
#include "app/pack/words.hpp"
#include "app/worker/case_pictures.hpp"
#include "app/worker/machine.hpp"

namespace courtyard::ctl {

// Money in yuan ("9600", "1,234.56"), days as 2026-11-23, yes or no, a person by name or id, a fact of the case by the
// first characters of its id, a picture by its file, lists by giving the name again. "case.field": which, what is wrong
// with it, what it takes; also one that is given twice.
[[nodiscard]] base::Result<cases::Fields> fields_of(const worker::Machine& machine, const cases::ActRule& rule,
                                                    const std::vector<cases::Fact>& facts,
                                                    const std::vector<std::string>& words,
                                                    worker::GivenPictures& pictures);

// "case.field" for the first that the act must have and that nobody gave.
[[nodiscard]] base::Result<void> need_all(const cases::ActRule& rule, const cases::Fields& fields);

// "one of: grant refuse", "a day, for example 2026-11-23".
[[nodiscard]] std::string what_it_takes(std::string_view kind, const cases::FieldRule& field);

// What is sealed apart may be given as "-": then it is read from standard input, a line for each in the order of the
// words, and stands in no list of processes and no history of a shell. "case.field": nothing came.
[[nodiscard]] base::Result<std::vector<std::string>> with_typed_apart(const cases::ActRule& rule,
                                                                      std::vector<std::string> words, std::istream& in);

// What an act takes, a line for each field, and one for each code that it takes with what the pack calls it.
[[nodiscard]] std::vector<std::string> field_lines(const cases::ActRule& rule, const pack::Words& words);

}  // namespace courtyard::ctl
