// What happens where the screening is explained, in helper mode, and on the slip to take home.
#pragma once

#include <string>

namespace courtyard::flow {

struct RevisedReply {
    std::string key;
};  // on the result: this question again, and then back to the result
struct ToggledNeed {
    std::string value;
};  // on the doors: something else that is so at home, or no longer
struct OpenedWhySlip {};
struct ToggledSlipAnswers {};  // the slip to take home says what was answered, or no longer
struct ChangedByApplicant {
    std::string field;
};  // on the confirmation: the applicant answers it without the helper

}  // namespace courtyard::flow
