// courtyard-play: plays a script at the kiosk's or the laptop's real window, with the real store behind it. For the
// scripted demonstration and for tests; the production programs have no such hand.
#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

#include "app/shell/desk_shell.hpp"
#include "app/shell/kiosk_shell.hpp"
#include "app/shell/window_size.hpp"
#include "sync/os/files.hpp"
#include "tests/play/player.hpp"
#include "tests/play/script.hpp"

using namespace courtyard;

namespace {

constexpr std::size_t kFileMax = 1U << 20;

play::Memory read_memory(const std::filesystem::path& path) {
    play::Memory memory;
    const auto bytes = os::read_file(path, kFileMax);
    if (!bytes) return memory;
    std::string_view text = base::as_text(*bytes);
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        const std::size_t equals = line.find('=');
        if (equals != std::string_view::npos) memory.emplace(line.substr(0, equals), line.substr(equals + 1));
    }
    return memory;
}

// The first frame is not among them: it belongs to the start, which is measured on its own.
std::string frame_report(std::vector<play::Player::Frame> frames) {
    if (frames.size() < 2) return "{}";
    frames.erase(frames.begin());
    std::sort(frames.begin(), frames.end(), [](const auto& a, const auto& b) { return a.ms < b.ms; });
    char text[200];
    std::snprintf(
        text, sizeof text,
        "{\"frame_ms\":{\"n\":%zu,\"min\":%.3f,\"median\":%.3f,\"p95\":%.3f,\"max\":%.3f},\"longest_at_line\":%zu}\n",
        frames.size(), frames.front().ms, frames[frames.size() / 2].ms, frames[frames.size() * 95 / 100].ms,
        frames.back().ms, frames.back().line);
    return text;
}

int fail(const std::string& sentence) {
    std::fprintf(stderr, "courtyard-play: %s\n", sentence.c_str());
    return 1;
}

}  // namespace

int main(int count, char** arguments) {
    CLI::App app("Plays a script at a window of Courtyard.");
    std::string program = "kiosk";
    std::filesystem::path home, script, pictures = ".", memory_file, times_file, strokes = "tests/data/handwriting";
    double patience = 60;  // a machine may be busy otherwise; only an act that fails takes as long
    std::string size = "1080x1920", prefix, renderer = "auto";
    app.add_option("--program", program)->check(CLI::IsMember({"kiosk", "field"}));
    app.add_option("--home", home)->required();
    app.add_option("--script", script)->required();
    app.add_option("--strokes", strokes, "folder of templates for `draw`, else that of the source tree");
    app.add_option("--pictures", pictures, "folder for shots");
    app.add_option("--prefix", prefix, "before the numbers of shots");
    app.add_option("--memory", memory_file, "file of name=value lines: read before, written after");
    app.add_option("--frame-times", times_file, "JSON of how long frames took");
    app.add_option("--window", size);
    app.add_option("--renderer", renderer)->check(CLI::IsMember({"auto", "cpu", "gl"}));
    app.add_option("--patience", patience, "seconds to wait for each act");
    CLI11_PARSE(app, count, arguments);

    const auto text = os::read_file(script, kFileMax);
    if (!text) return fail(text.error().message);
    auto acts = play::parse_script(base::as_text(*text));
    if (!acts) return fail(acts.error().message);
    play::Templates templates;
    for (const char* name : {"templates.txt", "names.txt"}) {
        const auto file = os::read_file(strokes / name, kFileMax);
        if (!file) continue;  // a play that draws nothing needs none
        auto parsed = play::parse_templates(base::as_text(*file));
        if (!parsed) return fail((strokes / name).string() + ": " + parsed.error().message);
        templates.merge(*parsed);
    }
    play::Player player(std::move(*acts), pictures, prefix, read_memory(memory_file), patience, std::move(templates));

    platform::WindowOptions window;
    window.title = "Courtyard";
    window.record = true;
    window.renderer = *platform::parse_renderer_choice(renderer);
    if (!shell::parse_window_size(size, window)) return fail("--window: say WIDTHxHEIGHT");
    const shell::ShellOptions options{.home = home, .window = window, .bench_marker = false, .hand = &player};
    const int code = program == "kiosk" ? shell::run_kiosk({.shell = options}) : shell::run_desk(options);
    if (!player.failure().empty()) return fail(script.filename().string() + ", " + player.failure());
    if (code != 0 || !player.is_finished()) return fail(script.filename().string() + " was not played to its end");
    if (!times_file.empty()) {
        if (const auto written = os::write_file(times_file, frame_report(player.frames()), os::Privacy::Public);
            !written) {
            return fail(written.error().message);
        }
    }
    if (!memory_file.empty()) {
        std::string lines;
        for (const auto& [name, value] : player.memory())
            lines += name + "=" + value + "\n";
        if (const auto written = os::write_file(memory_file, lines, os::Privacy::OwnerOnly); !written)
            return fail(written.error().message);
    }
    return 0;
}
