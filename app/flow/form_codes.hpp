// The fields of form F1 that the flow fills in by itself, from what was said before the form. Codes: domain report,
// section 5.
#pragma once

#include <string_view>

namespace courtyard::flow::code {

inline constexpr std::string_view kApplicantName = "F1.01";
inline constexpr std::string_view kDocument = "F1.06";     // {"type", "number"}
inline constexpr std::string_view kAddress = "F1.08";      // where the applicant lives
inline constexpr std::string_view kWayOfFiling = "F1.91";  // alone, typed by a helper, …
inline constexpr std::string_view kSituation = "F1.40";    // E1…E9, from the plain questions of the screening
inline constexpr std::string_view kHardship = "F1.53";     // H0…H6
inline constexpr std::string_view kAidedBefore = "F1.61";  // opposite of G6
inline constexpr std::string_view kUrgent = "F1.72";       // G7
inline constexpr std::string_view kWrongdoer = "F1.20a";   // is who acts for the applicant who did the harm?
inline constexpr std::string_view kSafeContact = "F1.11";  // how the applicant may be reached
inline constexpr std::string_view kSafeNumber = "F1.11a";
inline constexpr std::string_view kOriginalCase = "F1.31";
inline constexpr std::string_view kAccount = "F1.80";    // and F1.80a …: where the money is to go
inline constexpr std::string_view kNoticeWay = "F2.10";  // first option: on this terminal
inline constexpr std::string_view kNoticeRead = "F2.11";

}  // namespace courtyard::flow::code
