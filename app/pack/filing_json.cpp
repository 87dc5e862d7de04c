#include "app/pack/filing_json.hpp"

#include <algorithm>

#include "app/pack/application_json.hpp"
#include "app/pack/json_text.hpp"
#include "app/pack/readers.hpp"

namespace courtyard::pack {

namespace {

constexpr std::string_view kAnswers = "answers", kScreening = "screening", kHelper = "helper", kAlone = "alone";

bool is_wrapper(const Tree& root) {
    return root.find(kAnswers) != nullptr || root.find(kScreening) != nullptr || root.find(kHelper) != nullptr ||
           root.find(kAlone) != nullptr;
}

base::Result<std::vector<std::string>> read_helper(const domain::FormDefinition& form, const Tree& node) {
    const auto wrong = [](std::string what) {
        return base::fail("application.kind",
                          "\"helper\" must be a list of the codes of fields that somebody else typed, "
                          "each once" +
                              std::move(what));
    };
    if (node.kind != Tree::Kind::List) return wrong("");
    std::vector<std::string> codes;
    for (const Tree& entry : node.list) {
        if (entry.kind != Tree::Kind::Text) return wrong("");
        if (form.field(entry.text) == nullptr) return wrong("; '" + shown(entry.text) + "' is no field of the form");
        if (std::find(codes.begin(), codes.end(), entry.text) != codes.end())
            return wrong("; '" + entry.text + "' is there twice");
        codes.push_back(entry.text);
    }
    return codes;
}

base::Result<Filing> read_filing(const domain::FormDefinition& form, const Tree& root) {
    Filing filing;
    if (!is_wrapper(root)) {
        filing.application = TRY(read_application(form, root));
        return filing;
    }
    for (const auto& [key, part] : root.table) {
        if (key != kAnswers && key != kScreening && key != kHelper && key != kAlone)
            return base::fail(
                "application.unknown_field",
                "'" + shown(key) +
                    "' cannot stand beside \"answers\", only \"screening\", \"helper\" and \"alone\" can");
    }
    const Tree* answers = root.find(kAnswers);
    if (answers == nullptr)
        return base::fail("application.json", "there is no \"answers\" beside \"screening\" or \"helper\"; add it");
    if (answers->kind != Tree::Kind::Table)
        return base::fail("application.kind", "\"answers\" must be an object {\"F1.01\":…}");
    if (const Tree* screening = root.find(kScreening)) filing.screening = TRY(read_screening_answers(*screening));
    if (const Tree* helper = root.find(kHelper)) filing.helper_typed = TRY(read_helper(form, *helper));
    if (const Tree* alone = root.find(kAlone)) {
        if (alone->kind != Tree::Kind::Bool)
            return base::fail("application.kind",
                              "\"alone\" must be true or false: whether the applicant confirmed without the helper");
        filing.confirmed_alone = alone->truth;
    }
    filing.application = TRY(read_application(form, *answers));
    return filing;
}

}  // namespace

base::Result<Filing> parse_filing(const domain::FormDefinition& form, std::string_view json) {
    Tree root = TRY(parse_json(json, {kApplicationJsonBytesMax, kJsonDepthMax}, "application.json"));
    auto filing = read_filing(form, root);
    wipe(root);
    return filing;
}

}  // namespace courtyard::pack
