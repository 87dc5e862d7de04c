// What stands on a paper is found by whoever looks for it, and what is to be filled in stands in one piece.
#include <cairo-pdf.h>

#include <algorithm>

#include "app/paper/official.hpp"
#include "app/paper/pen.hpp"
#include "tests/unit/printing/court_case.hpp"
#include "tests/unit/printing/court_words.hpp"
#include "tests/unit/printing/printed.hpp"

using namespace courtyard;

namespace {

std::string without_line_ends(std::string text) {
    std::erase_if(text, [](char c) { return c == '\n' || c == '\f'; });
    return text;
}

// The first `many` characters of a text in which each has three bytes.
std::string first(std::size_t many) {
    const std::string all = "救助申请人因案件受到损害没有得到赔偿家庭生活确有困难应当给予";
    return all.substr(0, 3 * many);
}

paper::Official letter(const std::string& text) {
    paper::Official out;
    out.name = "t";
    out.blocks.emplace_back(paper::Prose{text, paper::Prose::Set::Indented});
    return out;
}

test::PrintedPdf drawn(const paper::Official& paper) {
    auto pdf = paper::draw_official(paper);
    REQUIRE_MESSAGE(pdf.has_value(), pdf.error().message);
    return test::PrintedPdf(*std::move(pdf));
}

// One line, letters so far apart.
std::string found_when_spread(const std::string& text, double em) {
    base::Bytes pdf;
    const auto append = [](void* closure, const unsigned char* data, unsigned int length) {
        auto* bytes = static_cast<base::Bytes*>(closure);
        bytes->insert(bytes->end(), data, data + length);
        return CAIRO_STATUS_SUCCESS;
    };
    {
        const paper::Owned<cairo_surface_t> surface(cairo_pdf_surface_create_for_stream(append, &pdf, 800, 100));
        const paper::Owned<cairo_t> context(cairo_create(surface.get()));
        paper::Pen pen(context.get(), paper::Face::Brush);
        paper::Words words{text, 16};
        words.spacing = em * 16;
        pen.write_line(40, 50, words);
        cairo_surface_finish(surface.get());
    }
    return test::PrintedPdf(std::move(pdf)).found_text();
}

}  // namespace

TEST_CASE("the reader sees blanks in a line that is spread further, on whole units") {
    const std::string text = "救助申请救助申请人：骆大勇，男，1953年9月8日出";
    CHECK(found_when_spread(text, 0).find(text) != std::string::npos);
    CHECK(found_when_spread(text, 0.09).find(text) == std::string::npos);  // the control of the next test
}

TEST_CASE("a line that is spread to the margin is found whole, numbers and days too, wherever it breaks") {
    for (std::size_t before = 0; before < 28; ++before) {
        CAPTURE(before);
        const std::string text =
            first(before) +
            "骆大勇，男，1953年9月8日出生，汉族，公民身份号码33019919530908001X，人民币60,000.00元（大写："
            "陆万元整），原案号（2026）浙0199执123号，本次发放第1批（共2批）124,000.00元。";
        CHECK(without_line_ends(drawn(letter(text)).found_text()).find(text) != std::string::npos);
    }
}

TEST_CASE("every sentence of a paper of the court is found whole") {
    test::FullCase full("申屠静");
    for (const char* id : {"decision_grant", "decision_urgent", "acceptance", "withdrawn", "terminated"}) {
        CAPTURE(id);
        printing::CourtPaper paper = test::made(full.desk(), id);
        paper.paper.foot.clear();  // it stands between two halves of a sentence
        const std::string found = without_line_ends(drawn(paper.paper).found_text());
        for (const auto& block : paper.paper.blocks)
            if (const auto* prose = std::get_if<paper::Prose>(&block))
                CHECK_MESSAGE(found.find(prose->text) != std::string::npos, prose->text);
    }
}

TEST_CASE("a line to write on is not parted by the margin where a line has room for it") {
    const std::string line = "＿＿＿＿＿＿＿＿＿＿", day = "＿＿＿＿年＿＿月＿＿日";
    for (std::size_t before = 0; before < 28; ++before) {
        CAPTURE(before);
        CHECK(drawn(letter(first(before) + line + "元。")).text().find(line) != std::string::npos);
        CHECK(drawn(letter(first(before) + "请在" + day + "前")).text().find(day) != std::string::npos);
    }
    std::string longer;  // than a line: it is parted, and none of it is lost
    for (int i = 0; i < 4; ++i)
        longer += line;
    const std::string text = drawn(letter("理由：" + longer)).text();
    CHECK(text.find(longer) == std::string::npos);
    CHECK(without_line_ends(text).find(longer) != std::string::npos);
}

TEST_CASE("reported: a sum stands in one line of its cell with what it counts in, however narrow the cell is") {
    for (const char* sum : {"100,000,000.50元", "999,999,999.99元", "0.50元", "未得999,999,999.99元，另有12万元"})
        for (const double share : {2.5, 3.0, 4.0, 10.0}) {
            CAPTURE(sum);
            CAPTURE(share);
            for (const paper::Layout layout : {paper::Layout::Form, paper::Layout::Letter}) {
                paper::Official form;
                form.name = "t";
                form.layout = layout;
                const std::string figure = std::string(sum).starts_with("未得") ? "999,999,999.99元" : sum;
                form.blocks.emplace_back(paper::Grid{{{{{"金额", 4, true}, {sum, share}, {"其他", 19 - share}}}}});
                CHECK(drawn(form).text().find(figure) != std::string::npos);
            }
        }
    // The control: what is no figure is broken, and a figure that has room has the letters of its neighbours.
    paper::Official form;
    form.name = "t";
    form.blocks.emplace_back(paper::Grid{{{{{"金额", 4, true}, {"壹亿零伍角整壹亿零伍角整", 2}, {"其他", 17}}}}});
    CHECK(drawn(form).text().find("壹亿零伍角整壹亿零伍角整") == std::string::npos);
}

TEST_CASE("the sign that chooses a form of a character is copied with it") {
    const std::string name = "葛\xF3\xA0\x84\x80城";  // U+845B U+E0100
    CHECK(drawn(letter(name + "：")).text().find(name) != std::string::npos);
    // The control: without the sign it is another text.
    CHECK(drawn(letter("葛城：")).text().find(name) == std::string::npos);
}
