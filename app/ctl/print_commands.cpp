#include <unistd.h>

#include <filesystem>
#include <optional>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "app/ctl/ctl.hpp"
#include "app/ctl/said.hpp"
#include "app/ctl/usage.hpp"
#include "app/pack/screening_json.hpp"
#include "app/printer/printer.hpp"
#include "app/worker/assets.hpp"
#include "app/worker/printing.hpp"
#include "sync/os/clock.hpp"
#include "sync/os/files.hpp"

namespace courtyard::ctl {

namespace {

using Json = nlohmann::ordered_json;
namespace fs = std::filesystem;

constexpr std::size_t kFormAnswersBytesMax = 64 * 1024;
constexpr std::size_t kSheetBytesMax = 64U << 20;

struct PrintOptions {
    std::string id;  // topic or form
    std::string who = "self";
    std::string answers, symbols;
    std::vector<std::string> images;
    std::string out, printer, width = "80";
};

// With a home: its own pack, place and printer. Without: a pack's folder, and the court that it names.
base::Result<worker::PrintRoom> room_of(const Common& common) {
    if (!common.home.empty()) return worker::print_room_of(worker::Home{common.home});
    worker::PrintRoom room;
    const fs::path folder = TRY(worker::pack_folder(common.pack));
    room.pack = TRY(pack::load(folder));
    room.place.court = room.pack.court;
    return room;
}

base::Result<paper::Width> width_of(const PrintOptions& options) {
    if (options.width == "58") return paper::Width::Mm58;
    if (options.width == "80") return paper::Width::Mm80;
    return usage("--width must be 58 or 80, the millimetres of the paper roll");
}

// What is written depends on the file's ending, so that nobody has to say the same twice.
base::Result<base::Bytes> bytes_for(const worker::PrintRoom& room, const printing::Order& order,
                                    const PrintOptions& options) {
    const std::string ending = fs::path(options.out).extension().string();
    if (ending == ".pdf") return worker::printed(room, order, std::nullopt);
    if (ending == ".escpos") return worker::printed(room, order, TRY(width_of(options)));
    if (ending == ".png") return worker::printed_as_png(room, order, TRY(width_of(options)));
    return usage(
        "--out must end with .pdf (A4), .escpos (what a receipt printer is sent) or .png (the same as a picture)");
}

base::Result<void> carry_out(printing::Order order, const PrintOptions& options, const Common& common, Output& out) {
    if (options.out.empty() == options.printer.empty())
        return usage("give --out FILE or --printer PRINTER, one of them; --printer home is the one of machine.toml");
    worker::PrintRoom room = TRY(room_of(common));
    order.at = os::now();
    Json told{{"printed", printing::name_of(order.what)}};
    if (!options.out.empty()) {
        base::Bytes bytes = TRY(bytes_for(room, order, options));
        const auto written = os::write_file(options.out, bytes, os::Privacy::OwnerOnly);
        base::wipe(bytes);
        TRY(written);
        told["out"] = options.out;
        out.line("Written: " + options.out);
    } else {
        if (options.printer != "home") {
            auto config = printer::parse_word(options.printer);
            if (!config) return usage(config.error().message);
            room.printer = *config;
        }
        TRY(worker::print(room, order));
        told["printer"] = options.printer;
        out.line("The printer has it.");
    }
    printing::wipe(order);
    out.object(told);
    return {};
}

base::Result<printing::Order> order_of(printing::What what, const PrintOptions& options) {
    printing::Order order;
    order.what = what;
    order.id = options.id;
    const auto kind = domain::applicant_kind(options.who);
    if (!kind) return usage("--who must be self, guardian, agent, joint or helper");
    order.kind = *kind;
    if (what == printing::What::Receipt)
        order.receipt = TRY(worker::receipt_in({options.images.begin(), options.images.end()}));
    if (what == printing::What::Screening) {
        const base::Bytes text = TRY(os::read_input(options.answers, kFormAnswersBytesMax));
        order.answers = TRY(pack::parse_screening_answers(base::as_text(text)));
    }
    if (what == printing::What::Ticket) {
        base::Bytes text = TRY(os::read_input(options.symbols, printing::kOrderBytesMax));
        std::string line;
        for (const char c : std::string(base::as_text(text)) + "\n") {
            if (c != '\n') {
                line += c;
            } else if (!line.empty()) {
                order.symbols.push_back(std::exchange(line, {}));
            }
        }
        base::wipe(text);
        if (order.symbols.empty())
            return base::fail("print.order", options.symbols + " holds no symbol: one text a line");
    }
    return order;
}

// One word on standard output for the program that asked: "printed" or a code.
base::Result<void> tell_asker(const base::Result<void>& done, Output& out) {
    out.line(done ? "printed" : done.error().code);
    out.object(Json{{"printed", done.has_value()}, {"code", done ? "" : done.error().code}});
    if (done) return {};
    return base::fail(std::string(kToldAlready), done.error().message);
}

// What the laptop's window asks for: a PDF on standard input. When the window does not listen any more (it was locked,
// or is no more), what the printer has is taken back.
base::Result<void> sheet_from_window(const std::string& title, const Common& common, Output& out) {
    TRY(need(common.home, "--home"));
    base::Bytes pdf = TRY(os::read_input("/dev/stdin", kSheetBytesMax));
    printer::Patience patience;
    patience.asker = STDOUT_FILENO;
    const auto done = worker::print_pdf(worker::Home{common.home}, pdf, title, patience);
    base::wipe(pdf);
    return tell_asker(done, out);
}

// What the kiosk asks for: an order on standard input, one word on standard output. The kiosk's own process has no
// fonts, no decoder and no socket; this one has them, ends with the paper, and may be killed at any time.
base::Result<void> from_kiosk(const Common& common, Output& out) {
    TRY(need(common.home, "--home"));
    base::Bytes text = TRY(os::read_input("/dev/stdin", printing::kOrderBytesMax));
    auto order = printing::parse_order(base::as_text(text));
    base::wipe(text);
    base::Result<void> done;
    if (!order) {
        done = tl::unexpected(order.error());
    } else if (auto room = worker::print_room_of(worker::Home{common.home}); !room) {
        done = tl::unexpected(room.error());
    } else {
        done = worker::print(*room, *order);
    }
    if (order) printing::wipe(*order);
    return tell_asker(done, out);
}

}  // namespace

void add_print_commands(CLI::App& app, Commands& commands) {
    CLI::App* print = app.add_subcommand("print", "papers: to a file, or to a printer");
    print->require_subcommand(1);
    const auto add = [&](const char* name, const char* about, printing::What what) {
        auto options = std::make_shared<PrintOptions>();
        CLI::App* command = print->add_subcommand(name, about);
        command->add_option("--out", options->out, "FILE.pdf: A4; FILE.escpos or FILE.png: a strip")->check(said());
        command
            ->add_option("--printer", options->printer,
                         "home, thermal:WIDTH:/dev/…, tcp:WIDTH:HOST:PORT, file:WIDTH|a4:DIR, a4[:QUEUE]")
            ->check(said());
        command->add_option("--width", options->width, "58 or 80: the paper roll of a strip")->check(said());
        command->callback([options, what, &commands] {
            commands.action = [options, what, &commands](Output& out) -> base::Result<void> {
                return carry_out(TRY(order_of(what, *options)), *options, commands.common, out);
            };
        });
        return std::pair{command, options};
    };
    auto [receipt, receipt_options] =
        add("receipt", "a receipt once more, from pictures of it", printing::What::Receipt);
    receipt->add_option("--image", receipt_options->images, "pictures of one slip")
        ->required()
        ->type_name("PNG|JPEG")
        ->check(said());
    auto [form, form_options] = add("form", "a blank form to be filled in at home, A4", printing::What::Form);
    form->add_option("FORM", form_options->id, "F1 application, F2 notice, F3 promises and consents")
        ->required()
        ->check(said());
    form->add_option("--who", form_options->who, "who applies: self, guardian, agent, joint or helper")->check(said());
    auto [topic, topic_options] = add("topic", "one topic of the guide", printing::What::Topic);
    topic->add_option("ID", topic_options->id, "the topic's id in guides/topics.toml")->required()->check(said());
    auto [screening, screening_options] =
        add("screening", "what the screening says to these answers", printing::What::Screening);
    screening->add_option("--answers", screening_options->answers, "answers as `courtyardctl screen` takes them")
        ->required()
        ->type_name("FILE")
        ->check(said());
    auto [ticket, ticket_options] = add("ticket", "the ticket of unfinished work", printing::What::Ticket);
    ticket->add_option("--symbols", ticket_options->symbols, "the ticket's symbols, one text a line")
        ->required()
        ->type_name("FILE")
        ->check(said());
    add("leaflet", "the leaflet that can lie on any table", printing::What::Leaflet);
    add("test", "a page that shows how well the printer prints", printing::What::Test);

    CLI::App* order = print->add_subcommand("order", "what a kiosk asks for, from standard input");
    order->group("");  // for programs
    order->callback(
        [&commands] { commands.action = [&commands](Output& out) { return from_kiosk(commands.common, out); }; });
    auto title = std::make_shared<std::string>();
    CLI::App* sheet = print->add_subcommand("sheet", "a PDF from standard input, as the laptop's window asks for it");
    sheet->group("");  // for programs
    sheet->add_option("--title", *title, "neutral, of the print job")->required();
    sheet->callback([title, &commands] {
        commands.action = [title, &commands](Output& out) { return sheet_from_window(*title, commands.common, out); };
    });
}

}  // namespace courtyard::ctl
