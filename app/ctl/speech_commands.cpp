#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/ctl/ctl.hpp"
#include "app/ctl/homes.hpp"
#include "app/ctl/said.hpp"
#include "app/ctl/usage.hpp"
#include "app/pack/speakable.hpp"
#include "app/sound/performance.hpp"
#include "app/sound/synthesiser.hpp"
#include "app/sound/wav.hpp"
#include "app/speech/script.hpp"
#include "app/worker/assets.hpp"
#include "app/worker/tongue.hpp"
#include "sync/os/files.hpp"

namespace courtyard::ctl {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kTextBytesMax = 4U << 20;

struct SayOptions {
    std::string text, wav;
    bool keys = false;
};

// Without a text: each line of standard input.
base::Result<std::vector<std::string>> texts_of(const SayOptions& options) {
    if (!options.text.empty()) return std::vector<std::string>{options.text};
    const base::Bytes bytes = TRY(os::read_input("/dev/stdin", kTextBytesMax));
    std::vector<std::string> out;
    for (std::string_view rest = base::as_text(bytes); !rest.empty();) {
        const std::size_t end = rest.find('\n');
        out.emplace_back(rest.substr(0, end));
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    }
    return out;
}

// The whole of it as one sound: what the kiosk would play.
base::Result<sound::Pcm> sound_of(const std::vector<std::string>& texts, const pack::Pack& pack,
                                  const speech::Tongue& tongue) {
    const auto keys = pack::speakable(pack);
    const auto find = [&](std::string_view text) -> base::ByteView {
        for (const auto& [key, recording] : pack.prompts)
            if (const auto found = keys.find(key); found != keys.end() && found->second == text) return recording;
        return {};
    };
    speech::FrameReader reader;
    reader.feed(speech::script_of(texts, 2, tongue, find));
    sound::Pcm out;
    const auto synthesiser = sound::find_synthesiser();
    while (const auto frame = reader.next()) {
        const sound::Pcm piece = TRY(sound::render(*frame, synthesiser));
        out.samples.insert(out.samples.end(), piece.samples.begin(), piece.samples.end());
    }
    return out;
}

base::Result<void> say(const SayOptions& options, const Common& common, Output& out) {
    const std::filesystem::path folder = TRY(worker::pack_folder(common.pack));
    const pack::Pack pack = TRY(pack::load(folder));
    if (options.keys) {
        Json all = Json::object();
        for (const auto& [key, text] : pack::speakable(pack)) {
            std::string one = text;
            for (char& c : one)
                if (c == '\n') c = ' ';
            out.line(key + "\t" + one);
            all[key] = text;
        }
        out.object(all);
        return {};
    }
    speech::Tongue tongue = TRY(worker::shipped_tongue());
    worker::teach(tongue, pack);
    const std::vector<std::string> texts = TRY(texts_of(options));
    Json said = Json::array();
    for (const std::string& text : texts) {
        const std::string pinyin = speech::pinyin_of(text, tongue);
        out.line(pinyin);
        said.push_back(pinyin);
    }
    Json told{{"pinyin", std::move(said)}};
    if (!options.wav.empty()) {
        const sound::Pcm sound = TRY(sound_of(texts, pack, tongue));
        TRY(os::write_file(options.wav, sound::wav_of(sound), os::Privacy::Public));
        told["wav"] = options.wav;
        told["seconds"] = sound.seconds();
    }
    out.object(told);
    return {};
}

}  // namespace

void add_speech_commands(CLI::App& app, Commands& commands) {
    auto options = std::make_shared<SayOptions>();
    CLI::App* command = app.add_subcommand(
        "say", "how a text is read aloud: as toned pinyin, and as sound; a court corrects it in audio/readings.toml");
    command->add_option("TEXT", options->text, "what is to be said, else each line of standard input")->check(said());
    command->add_option("--wav", options->wav, "write how it sounds")->type_name("FILE")->check(said());
    command->add_flag("--keys", options->keys, "list every text of the pack by the key that names its recording");
    command->callback([options, &commands] {
        commands.action = [options, &commands](Output& out) { return say(*options, commands.common, out); };
    });
}

}  // namespace courtyard::ctl
