// Reading and writing single answers of an application by their place in the form.
#pragma once

#include <string>
#include <string_view>

#include "app/domain/answer.hpp"
#include "app/domain/form.hpp"
#include "app/flow/kiosk_state.hpp"

namespace courtyard::flow {

// An empty text erases. A row beyond the end is added.
void set_text(domain::Application& application, const domain::Field& field, const Asking& asking, std::string text);
void set_flag(domain::Application& application, const domain::Field& field, bool on);
// Chosen or no longer; an option of kind "alone", and every word of `also`, stands alone.
void toggle(domain::Application& application, const domain::Field& field, std::string_view value);
void set_document(domain::Application& application, const domain::Field& field, std::string type, std::string number);
void set_signature(domain::Application& application, const domain::Field& field, bool is_signed, std::string date);
// Signed by what was written; without strokes by confirming alone.
void set_ink(domain::Application& application, const domain::Field& field, std::string ink, std::string date);
void erase(domain::Application& application, std::string_view code);

// Keys of the two parts of an id_document, and of a signature, as they are stored.
inline constexpr std::string_view kDocumentType = "type";
inline constexpr std::string_view kDocumentNumber = "number";
inline constexpr std::string_view kSigned = "signed";
inline constexpr std::string_view kSignedOn = "date";
inline constexpr std::string_view kInk = "ink";  // strokes, domain/signature_ink.hpp

// Rows of papers: the state that each named paper has; "" when it is not listed.
[[nodiscard]] std::string paper_state(const domain::Application& application, const domain::Field& field,
                                      std::string_view name);
[[nodiscard]] int paper_row(const domain::Application& application, const domain::Field& field,
                            std::string_view name);  // -1
void set_paper(domain::Application& application, const domain::Field& field, std::string_view name,
               std::string_view state);
// Of this session: how many photos a paper has, and how many more it may have.
[[nodiscard]] std::size_t photos_of(const EyesWork& work, std::string_view paper);
[[nodiscard]] std::size_t photos_left(const EyesWork& work, std::string_view paper);
// Everything is looked up by the court unless a person says otherwise; the last name is the catch-all and is left out.
void prefill_papers(domain::Application& application, const domain::Field& field);

// What the screening has already answered, and the way of filing that follows from the kind of applicant. Tells the
// codes.
[[nodiscard]] std::set<std::string, std::less<>> settle(domain::Application& application,
                                                        const domain::FormDefinition& form, domain::ApplicantKind kind,
                                                        const ScreeningWork& screening);

}  // namespace courtyard::flow
