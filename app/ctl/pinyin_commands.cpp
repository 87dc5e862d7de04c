#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/ctl/ctl.hpp"
#include "app/ctl/said.hpp"
#include "app/pack/pack.hpp"
#include "app/worker/assets.hpp"
#include "app/worker/writing_tools.hpp"

namespace courtyard::ctl {

namespace {

constexpr std::size_t kAll = 100'000;

struct Spelling {
    std::string text;
    bool name = false;
    bool given = false;
    std::size_t limit = kAll;
};

base::Result<void> spell(const Spelling& spelling, const Common& common, Output& out) {
    const std::filesystem::path folder = TRY(worker::pack_folder(common.pack));
    const pack::Pack pack = TRY(pack::load(folder));
    const auto speller = TRY(worker::open_speller(pack.typing));
    const pinyin::Mode mode = spelling.given  ? pinyin::Mode::given
                              : spelling.name ? pinyin::Mode::name
                                              : pinyin::Mode::text;
    const auto candidates = speller->candidates(spelling.text, mode, spelling.limit);
    if (candidates.empty())
        return base::fail("pinyin.text", "no syllable begins as '" + spelling.text +
                                             "' does; type letters from a to z, with v for the u with two dots");
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const pinyin::Candidate& candidate : candidates) {
        out.line(candidate.text);
        list.push_back(candidate.text);
    }
    out.object({{"candidates", std::move(list)}});
    return {};
}

}  // namespace

void add_pinyin_commands(CLI::App& app, Commands& commands) {
    auto spelling = std::make_shared<Spelling>();
    CLI::App* command = app.add_subcommand(
        "pinyin", "what can be meant by letters: words, their abbreviations and characters, one per line, best first");
    command->add_option("TEXT", spelling->text, "letters: sifajiuzhu, sfjz, lv")->required()->check(said());
    command->add_flag("--name", spelling->name, "a name: surnames first");
    command->add_flag("--given", spelling->given, "what follows a surname: characters of given names first");
    command->add_option("--limit", spelling->limit, "at most so many")->type_name("N")->check(CLI::Range(1, 100'000));
    command->callback([spelling, &commands] {
        commands.action = [spelling, &commands](Output& out) { return spell(*spelling, commands.common, out); };
    });
}

}  // namespace courtyard::ctl
