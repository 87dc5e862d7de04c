// Every paper in every size: it can be drawn, it says what it must, it tells nobody why somebody came, and a form can
// be typed back in the kiosk's own order.
#include <doctest/doctest.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <set>

#include "app/paper/pages.hpp"
#include "app/paper/pen.hpp"
#include "app/paper/scan.hpp"
#include "app/paper/setter.hpp"
#include "app/printing/compose.hpp"
#include "tests/support/temp_folder.hpp"
#include "tests/unit/pack/demo_pack.hpp"

using namespace courtyard;
using printing::Order;
using printing::Sheet;
using printing::What;
namespace fs = std::filesystem;

namespace {

const printing::Place kPlace{"测试县人民法院", "云坞村共享法庭", "0011223344556677"};
constexpr base::Instant kAt{1'795'417'440'000};  // 2026-11-23 15:04 in China

std::string symbol_text(std::uint32_t seed, std::size_t size) {
    constexpr std::string_view kAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    std::string text = "CYA1";
    while (text.size() < size) {
        seed = seed * 1664525U + 1013904223U;
        text.push_back(kAlphabet[(seed >> 16U) % kAlphabet.size()]);
    }
    return text;
}

Order order(What what, const std::string& id = {}) {
    Order made;
    made.what = what;
    made.id = id;
    made.at = kAt;
    if (what == What::Receipt) {
        made.receipt = {"7K3M-9QXT-2HDA6",
                        "7K3M-9QXT-2HDA-6XW0-VK4R-P8YC-37GT-N5EH",
                        "CYR17K3M9QXT2HDA6XW0VK4RP8YC37GTN5EH",
                        {symbol_text(1, 580), symbol_text(2, 580)},
                        kAt,
                        2,
                        false};
    }
    if (what == What::Ticket) {
        made.id = "7K3M-9QXT-2HDA-6XW0-VK4R-P8YC-37GT-N5EH";
        made.symbols = {"CYT17K3M9QXT2HDA6XW0VK4RP8YC37GTN5EH", symbol_text(3, 600), symbol_text(4, 600)};
    }
    if (what == What::Screening) {
        const std::array<std::string, 1> police = {"yes"};
        for (const char* key : {"G1", "G2", "G3", "G4", "G5", "G6"})
            REQUIRE(domain::set_screening_value(made.answers, key, police));
        const std::array<std::string, 1> harm = {"E1"}, hardship = {"H6"};
        REQUIRE(domain::set_screening_value(made.answers, "E", harm));
        REQUIRE(domain::set_screening_value(made.answers, "H", hardship));
    }
    return made;
}

std::vector<Order> slips() {
    std::vector<Order> all = {order(What::Receipt), order(What::Ticket), order(What::Screening), order(What::Leaflet),
                              order(What::Test)};
    for (const pack::Topic& topic : pack::test::demo_pack().topics)
        all.push_back(order(What::Topic, topic.id));
    return all;
}

std::vector<Order> forms() {
    std::vector<Order> all = {order(What::Form, "F2"), order(What::Form, "F3")};
    for (const auto kind : domain::kApplicantKinds) {
        all.push_back(order(What::Form, "F1"));
        all.back().kind = kind;
    }
    return all;
}

paper::Document composed(const Order& what, Sheet sheet, const pack::Pack& pack = pack::test::demo_pack()) {
    auto document = printing::compose(pack, kPlace, what, sheet);
    REQUIRE_MESSAGE(document.has_value(), document.error().message);
    return std::move(*document);
}

// Every text of a document, one after another.
std::string words_of(const paper::Document& document) {
    std::string all = document.name + "\n" + document.letterhead + "\n" + document.foot + "\n";
    const auto add = [&all](const std::string& text) { all += text + "\n"; };
    for (const paper::Block& block : document.blocks) {
        if (const auto* title = std::get_if<paper::Title>(&block)) add(title->text);
        if (const auto* line = std::get_if<paper::Centred>(&block)) add(line->text);
        if (const auto* head = std::get_if<paper::Heading>(&block)) add(head->text);
        if (const auto* text = std::get_if<paper::Paragraph>(&block)) add(text->text);
        if (const auto* item = std::get_if<paper::Item>(&block)) add(item->text);
        if (const auto* notice = std::get_if<paper::Notice>(&block)) add(notice->text);
        if (const auto* tear = std::get_if<paper::Tear>(&block)) add(tear->text);
        if (const auto* fact = std::get_if<paper::Fact>(&block)) add(fact->label + " " + fact->value);
        if (const auto* claim = std::get_if<paper::Claim>(&block))
            add(claim->number_caption + claim->number + claim->symbol_caption + claim->code_caption + claim->code);
        if (const auto* symbols = std::get_if<paper::Symbols>(&block))
            for (const paper::Symbol& symbol : symbols->all)
                add(symbol.caption);
    }
    return all;
}

struct Printed {
    base::Bytes pdf;
    fs::path path;
    test::TempFolder folder;

    explicit Printed(const paper::Document& document) {
        auto pages = paper::draw_pages(document);
        REQUIRE_MESSAGE(pages.has_value(), pages.error().message);
        pdf = std::move(*pages);
        path = folder / "paper.pdf";
        std::ofstream(path, std::ios::binary)
            .write(reinterpret_cast<const char*>(pdf.data()), static_cast<std::streamsize>(pdf.size()));
    }
    [[nodiscard]] std::string tool(const std::string& line, const std::string& result) const {
        REQUIRE(std::system(("cd '" + folder.path().string() + "' && " + line).c_str()) == 0);
        std::ifstream in(folder / result, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    [[nodiscard]] std::string text() const { return tool("pdftotext -raw paper.pdf text", "text"); }
    [[nodiscard]] int pages() const {
        const std::string info = tool("pdfinfo paper.pdf > info", "info");
        return std::atoi(info.c_str() + info.find("Pages:") + 6);
    }
    [[nodiscard]] paper::Raster picture(int dpi) const {
        const std::string png =
            tool("pdftoppm -gray -png -singlefile -f 1 -l 1 -r " + std::to_string(dpi) + " paper.pdf page", "page.png");
        return paper::from_png(base::as_bytes(png)).value();
    }
};

std::string without_spaces(std::string text) {
    std::erase_if(text, [](char c) { return c == ' ' || c == '\n' || c == '\f'; });
    return text;
}

}  // namespace

TEST_CASE("every slip can be drawn on 58 and 80 mm and on A4, with all its words") {
    for (const Order& one : slips()) {
        CAPTURE(printing::name_of(one.what));
        CAPTURE(one.id);
        for (const auto width : {paper::Width::Mm58, paper::Width::Mm80}) {
            const auto drawn = paper::draw_strip(composed(one, Sheet::Strip), width);
            REQUIRE_MESSAGE(drawn.has_value(), drawn.error().message);
            CHECK(drawn->height > 400);
        }
        const paper::Document page = composed(one, Sheet::Page);
        const Printed printed(page);
        CHECK(words_of(page).find('[') == std::string::npos);  // a word that the pack lacks shows its key
    }
}

TEST_CASE("every form can be drawn, numbers its pages, and is refused on a strip") {
    for (const Order& one : forms()) {
        CAPTURE(one.id);
        const Printed printed(composed(one, Sheet::Page));
        const int pages = printed.pages();
        CHECK(pages >= (one.id == "F1" ? 3 : 1));
        const std::string text = without_spaces(printed.text());
        for (int page = 1; page <= pages; ++page)
            CHECK(text.find("第" + std::to_string(page) + "页，共" + std::to_string(pages) + "页") !=
                  std::string::npos);
        CHECK(printing::compose(pack::test::demo_pack(), kPlace, one, Sheet::Strip).error().code == "paper.form");
    }
    CHECK(printing::compose(pack::test::demo_pack(), kPlace, order(What::Form, "F9"), Sheet::Page).error().code ==
          "print.order");
    CHECK(printing::compose(pack::test::demo_pack(), kPlace, order(What::Topic, "none"), Sheet::Page).error().code ==
          "print.order");
}

TEST_CASE("the leaflet is one sheet, with who, how much, how, where, whom to call and that nothing is charged") {
    const Printed printed(composed(order(What::Leaflet), Sheet::Page));
    CHECK(printed.pages() == 1);
    const std::string text = without_spaces(printed.text());
    const pack::Pack& pack = pack::test::demo_pack();
    for (const int n : {2, 3, 4, 11}) {
        const auto& question = pack.questions.at(static_cast<std::size_t>(n - 1));
        CAPTURE(question.ask);
        CHECK(text.find(without_spaces(question.ask)) != std::string::npos);
    }
    CHECK(text.find("12368") != std::string::npos);
    CHECK(text.find(without_spaces(pack.words.text("printed.leaflet.back1"))) != std::string::npos);
}

TEST_CASE("a receipt and a ticket tell nobody why their owner came") {
    for (const What what : {What::Receipt, What::Ticket, What::Test}) {
        for (const Sheet sheet : {Sheet::Strip, Sheet::Page}) {
            const std::string words = words_of(composed(order(what), sheet));
            for (const char* word :
                 {"救助", "申请", "受害", "被害", "赔偿", "刑", "低保", "残疾", "困难", "案件", "执行"}) {
                CAPTURE(word);
                CHECK(words.find(word) == std::string::npos);
            }
        }
    }
    // Control: the same look finds them where they are.
    CHECK(words_of(composed(order(What::Leaflet), Sheet::Strip)).find("救助") != std::string::npos);
}

TEST_CASE("all papers have one face: the frame of a receipt and of another service's slip are the same") {
    const auto kinds = [](const paper::Document& document) {
        std::vector<std::size_t> first;
        for (std::size_t i = 0; i < 3; ++i)
            first.push_back(document.blocks.at(i).index());
        return first;
    };
    const auto receipt = composed(order(What::Receipt), Sheet::Strip);
    for (const Order& one : slips()) {
        const auto other = composed(one, Sheet::Strip);
        CHECK(other.name == receipt.name);  // what a print queue shows
        CHECK(kinds(other) == kinds(receipt));
    }
}

TEST_CASE("a printed receipt holds number, code and symbols, on every paper") {
    const Order one = order(What::Receipt);
    std::vector<paper::Raster> pictures = {paper::draw_strip(composed(one, Sheet::Strip), paper::Width::Mm58).value(),
                                           paper::draw_strip(composed(one, Sheet::Strip), paper::Width::Mm80).value()};
    const Printed printed(composed(one, Sheet::Page));
    CHECK(printed.pages() == 1);
    pictures.push_back(printed.picture(200));
    for (const paper::Raster& picture : pictures) {
        const auto texts = paper::scan(picture).value();
        const std::set<std::string> found(texts.begin(), texts.end());
        CHECK(found.count(one.receipt.symbol) == 1);
        for (const std::string& symbol : one.receipt.symbols)
            CHECK(found.count(symbol) == 1);
    }
    const std::string text = printed.text();
    CHECK(text.find("7K3M-9QXT-2HDA6") != std::string::npos);
    CHECK(text.find("VK4R-P8YC-37GT-N5EH") != std::string::npos);
}

TEST_CASE(
    "characters of names are drawn, can be copied, and their fonts lie in the file; one that no font has is named") {
    pack::Pack pack = pack::test::demo_pack();
    pack.topics.front().body = {"章𬭎、申屠𠮷、应𫖯安、毕䶮、㐱、𰀀"};
    const Order one = order(What::Topic, pack.topics.front().id);
    const Printed printed(composed(one, Sheet::Page, pack));
    const std::string text = printed.text();
    for (const char* rare : {"𬭎", "𠮷", "𫖯", "䶮", "㐱", "𰀀"}) {
        CAPTURE(rare);
        CHECK(text.find(rare) != std::string::npos);
    }
    std::istringstream fonts(printed.tool("pdffonts paper.pdf > fonts", "fonts"));
    std::string line;
    int count = 0;
    while (std::getline(fonts, line)) {
        if (line.starts_with("name") || line.starts_with("---") || line.empty()) continue;
        ++count;
        CAPTURE(line);
        CHECK(line.find(" yes yes yes ") != std::string::npos);  // embedded, a subset, with a map to Unicode
    }
    CHECK(count >= 2);

    pack.topics.front().body = {"章\xF0\xAE\xAF\xB0一"};  // U+2EBF0, extension I: in no font of Debian 12
    for (const Sheet sheet : {Sheet::Strip, Sheet::Page}) {
        const paper::Document document = composed(one, sheet, pack);
        const auto error = sheet == Sheet::Strip ? paper::draw_strip(document, paper::Width::Mm58).error()
                                                 : paper::draw_pages(document).error();
        CHECK(error.code == "paper.glyph");
        CHECK(error.message.find("U+2EBF0") != std::string::npos);
    }
}

TEST_CASE("a filled form comes back by typing: every question of the kiosk's path stands on paper, in its order") {
    const domain::FormDefinition& form = pack::test::demo_pack().form;
    for (const auto kind : domain::kApplicantKinds) {
        std::vector<std::string> asked;
        for (const auto& step : form.path(kind)->steps)
            asked.insert(asked.end(), step.begin(), step.end());
        for (const char* id : {"F1", "F2", "F3"}) {
            Order one = order(What::Form, id);
            one.kind = kind;
            std::vector<std::string> printed, wanted;
            for (const paper::Block& block : composed(one, Sheet::Page).blocks)
                if (const auto* row = std::get_if<paper::Row>(&block))
                    if (form.field(row->code) && row->code.starts_with(id)) printed.push_back(row->code);
            for (const std::string& code : asked)
                if (code.starts_with(id)) wanted.push_back(code);
            CHECK(printed == wanted);
        }
    }
}

TEST_CASE("a row offers what the kiosk offers: the same words to choose from, a square for every digit") {
    const domain::FormDefinition& form = pack::test::demo_pack().form;
    const paper::Document document = composed(order(What::Form, "F1"), Sheet::Page);
    const auto row = [&](const std::string& code) {
        for (const paper::Block& block : document.blocks)
            if (const auto* one = std::get_if<paper::Row>(&block); one != nullptr && one->code == code) return *one;
        FAIL("no row " << code);
        return paper::Row{};
    };
    const auto squares = [&](const std::string& code) {
        int count = 0;
        for (const paper::Cell& cell : row(code).cells)
            if (const auto* found = std::get_if<paper::Squares>(&cell)) count = std::max(count, found->count);
        return count;
    };
    CHECK(squares("F1.06") == 18);
    CHECK(squares("F1.09") == 12);
    CHECK(squares("F1.80") == 19);
    for (const char* code : {"F1.13", "F1.41", "F1.72a"}) {
        std::vector<std::string> wanted, offered;
        for (const domain::Option& option : form.field(code)->options)
            wanted.push_back(option.say);
        for (const paper::Cell& cell : row(code).cells)
            if (const auto* found = std::get_if<paper::Choices>(&cell); found != nullptr && offered.empty())
                offered = found->words;
        CHECK(offered == wanted);
    }
}

TEST_CASE("no text runs out of its row: what was measured is what is drawn, and nothing lies outside") {
    constexpr int kSide = 1200;
    paper::Measures m;
    m.shape = paper::Shape::Page;
    m.left = 60;
    m.width = 490;
    m.body = 10;
    m.hair = 0.6;
    m.sheet = 600;
    m.module_min = 1.4;
    m.module_max = 1.8;
    m.module_small = 2.8;
    int rows = 0;
    for (const Order& one : forms()) {
        for (const paper::Block& block : composed(one, Sheet::Page).blocks) {
            if (!std::holds_alternative<paper::Row>(block)) continue;
            CAPTURE(std::get<paper::Row>(block).code);
            const paper::Owned<cairo_surface_t> surface(cairo_image_surface_create(CAIRO_FORMAT_A8, kSide, kSide));
            const paper::Owned<cairo_t> context(cairo_create(surface.get()));
            paper::Pen pen(context.get(), paper::Face::Brush);
            paper::Setter setter(pen, m);
            constexpr double kTop = 100;
            const double measured = setter.set(block, kTop, paper::Ink::Measure).value();
            CHECK(setter.set(block, kTop, paper::Ink::Draw).value() == doctest::Approx(measured));
            cairo_surface_flush(surface.get());
            const unsigned char* data = cairo_image_surface_get_data(surface.get());
            const int stride = cairo_image_surface_get_stride(surface.get());
            int outside = 0;
            for (int y = 0; y < kSide; ++y) {
                for (int x = 0; x < kSide; ++x) {
                    const bool inside =
                        x >= m.left - 1 && x <= m.left + m.width + 1 && y >= kTop - 1 && y <= kTop + measured + 1.5;
                    if (!inside && data[y * stride + x] > 60) ++outside;
                }
            }
            CHECK(outside == 0);
            ++rows;
            if (one.id == "F1" && one.kind != domain::ApplicantKind::Self) break;  // one of each is enough
        }
    }
    CHECK(rows > 40);
}

TEST_CASE("papers look as their pictures") {
    const bool update = std::getenv("COURTYARD_UPDATE_GOLDEN") != nullptr;
    fs::create_directories("tests/golden/papers");
    const auto compare = [&](const std::string& name, const paper::Raster& now) {
        CAPTURE(name);
        const fs::path path = fs::path("tests/golden/papers") / (name + ".png");
        if (update) {
            const base::Bytes png = paper::to_png(now).value();
            std::ofstream(path, std::ios::binary)
                .write(reinterpret_cast<const char*>(png.data()), static_cast<std::streamsize>(png.size()));
        }
        std::ifstream in(path, std::ios::binary);
        const std::string png((std::istreambuf_iterator<char>(in)), {});
        const auto golden = paper::from_png(base::as_bytes(png));
        REQUIRE_MESSAGE(golden.has_value(), path.string());
        REQUIRE(golden->width == now.width);
        CHECK(std::abs(golden->height - now.height) <= 2);
        // Another FreeType rounds edges differently: how many pixels differ by much.
        std::size_t over = 0;
        const std::size_t all = std::min(golden->grey.size(), now.grey.size());
        for (std::size_t i = 0; i < all; ++i)
            over += std::abs(int{golden->grey[i]} - int{now.grey[i]}) > 96 ? 1 : 0;
        CHECK(static_cast<double>(over) / static_cast<double>(all) < 0.01);
    };
    compare("receipt_58", paper::draw_strip(composed(order(What::Receipt), Sheet::Strip), paper::Width::Mm58).value());
    compare("receipt_80", paper::draw_strip(composed(order(What::Receipt), Sheet::Strip), paper::Width::Mm80).value());
    compare("receipt_a4", Printed(composed(order(What::Receipt), Sheet::Page)).picture(60));
    compare("leaflet_a4", Printed(composed(order(What::Leaflet), Sheet::Page)).picture(60));
    compare("form_f1_a4", Printed(composed(order(What::Form, "F1"), Sheet::Page)).picture(60));
}
