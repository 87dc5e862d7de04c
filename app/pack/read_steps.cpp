#include <algorithm>
#include <set>

#include "app/pack/readers.hpp"

namespace courtyard::pack {

using domain::Field;

void read_steps(const Tree& root, Source source, domain::FormDefinition& form) {
    TableReader reader(root, source);
    for (const Tree* table : reader.tables("path")) {
        TableReader path_reader(*table, source);
        const std::string id = path_reader.id("id");
        domain::Path path;
        path.title = path_reader.text("title");
        path.say = path_reader.text("say");
        const Tree* steps = path_reader.list_if("steps");
        path_reader.finish();
        const std::optional<domain::ApplicantKind> kind = domain::applicant_kind(id);
        if (!kind || form.path(*kind) != nullptr)
            path_reader.problem("the path '" + id + "' must be one of self, guardian, agent, joint, helper, each once");
        path.kind = kind.value_or(domain::ApplicantKind::Self);
        std::set<std::string> seen;
        for (const Tree& screen : steps == nullptr ? std::vector<Tree>{} : steps->list) {
            std::vector<std::string> codes;
            for (const Tree& code : screen.list) {
                if (form.field(code.text) == nullptr) {
                    source.problems.add(
                        source.file, code.line,
                        "the path '" + id + "' asks for '" + code.text + "', which the form does not have");
                } else if (!seen.insert(code.text).second) {
                    source.problems.add(source.file, code.line,
                                        "the path '" + id + "' asks for " + code.text + " twice");
                }
                codes.push_back(code.text);
            }
            if (codes.empty())
                source.problems.add(source.file, screen.line,
                                    "a screen of the path '" + id + "' is empty; give it codes");
            path.steps.push_back(std::move(codes));
        }
        for (const Field& field : form.fields) {
            if (!seen.contains(field.code) && !field.from && field.need == domain::Need::Must)
                path_reader.problem("the path '" + id + "' never asks for " + field.code + ", which must be answered");
        }
        form.paths.push_back(std::move(path));
    }
    for (const domain::ApplicantKind kind : domain::kApplicantKinds) {
        if (form.path(kind) == nullptr) reader.problem("the path '" + std::string(id(kind)) + "' is missing");
    }
    for (const Field& field : form.fields) {
        const bool is_asked = std::any_of(form.paths.begin(), form.paths.end(), [&](const domain::Path& path) {
            return std::any_of(path.steps.begin(), path.steps.end(), [&](const auto& screen) {
                return std::find(screen.begin(), screen.end(), field.code) != screen.end();
            });
        });
        if (!is_asked && !field.from) reader.problem("no path asks for " + field.code);
    }
    reader.finish();
}

}  // namespace courtyard::pack
