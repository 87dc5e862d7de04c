#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/ctl/ctl.hpp"
#include "app/ctl/said.hpp"
#include "app/domain/text.hpp"
#include "app/handwriting/ink_json.hpp"
#include "app/handwriting/recogniser.hpp"
#include "app/worker/assets.hpp"
#include "sync/os/files.hpp"

namespace courtyard::ctl {

namespace {

constexpr std::size_t kLinesBytesMax = 256 * 1024 * 1024;

base::Result<handwriting::Model> read_model(const std::string& given) {
    const std::filesystem::path path =
        given.empty() ? TRY(worker::asset("handwriting/characters.cyhw")) : std::filesystem::path(given);
    auto model = handwriting::parse_model(TRY(os::read_file(path, handwriting::kModelBytesMax)));
    if (!model) return base::fail(model.error().code, path.string() + ": " + model.error().message);
    return model;
}

std::string answer(const std::vector<handwriting::Candidate>& candidates) {
    nlohmann::json names = nlohmann::json::array();
    for (const handwriting::Candidate& candidate : candidates)
        names.push_back(domain::utf8(std::u32string(1, candidate.character)));
    return nlohmann::json{{"candidates", std::move(names)}}.dump();
}

// All lines are read before the first is answered: a bad one leaves nothing half done.
base::Result<void> recognise(const std::string& model, Output& out) {
    handwriting::Recogniser recogniser(TRY(read_model(model)));
    base::Bytes text = TRY(os::read_input("/dev/stdin", kLinesBytesMax));
    const auto all = handwriting::parse_ink_lines(base::as_text(text));
    base::wipe(text);
    if (!all) return base::fail(all.error().code, "standard input, " + all.error().message);
    std::string answers;
    for (const handwriting::Ink& ink : *all)
        answers += answer(recogniser.recognise(ink)) + '\n';
    out.json_text(std::move(answers));
    return {};
}

}  // namespace

void add_handwriting_commands(CLI::App& app, Commands& commands) {
    auto model = std::make_shared<std::string>();
    CLI::App* command = app.add_subcommand(
        "handwriting",
        R"(which characters were written: for each line {"strokes":[[[x,y],...],...]} of standard input one line {"candidates":[...]}, best first)");
    command->add_option("--model", *model, "the recogniser's model, else the shipped one")
        ->type_name("FILE")
        ->check(said());
    command->callback(
        [model, &commands] { commands.action = [model](Output& out) { return recognise(*model, out); }; });
}

}  // namespace courtyard::ctl
