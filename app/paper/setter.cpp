#include "app/paper/setter.hpp"

#include <algorithm>
#include <cmath>

namespace courtyard::paper {

namespace {

constexpr double kLeading = 0.22;  // em between lines on a page; a strip's face brings its own
constexpr double kTitle = 1.7;
constexpr double kTitleShrinks = 1.4;
constexpr double kNumber = 1.55;
constexpr double kCode = 1.25;
constexpr double kPageCode = 1.35;

}  // namespace

Words Setter::body(std::string_view text, double scale, Heft heft, Side side) const {
    return {text, m_.body * scale, m_.width, heft, side, m_.shape == Shape::Page ? kLeading : 0};
}

double Setter::text(const Words& words, double x, double y, Ink ink) {
    return ink == Ink::Draw ? pen_.write(x, y, words) : pen_.tall(words);
}

// What must be copied by hand or typed: each line of it stays one line, in smaller letters where it has to.
double Setter::fitted(std::string_view words, double scale, double y, Ink ink) {
    if (words.empty()) return 0;
    Words line = body(words, scale, Heft::Strong, Side::Centre);
    line.width = 0;
    const double wide = pen_.wide(line);
    if (wide > m_.width) line.size *= m_.width / wide * 0.99;
    line.width = m_.width;
    return text(line, m_.left, y, ink);
}

double Setter::on(const Title& block, double y, Ink ink) {
    Words words = body(block.text, kTitle, Heft::Strong, Side::Centre);
    Words line = words;
    line.width = 0;
    // A title that is a little too long gets smaller letters rather than a second line with two characters.
    const double wide = pen_.wide(line);
    if (wide > m_.width && wide < kTitleShrinks * m_.width) words.size *= m_.width / wide * 0.99;
    return text(words, m_.left, y, ink) + 0.35 * m_.body;
}

double Setter::on(const Centred& block, double y, Ink ink) {
    return text(body(block.text, 1, Heft::Text, Side::Centre), m_.left, y, ink);
}

double Setter::on(const Heading& block, double y, Ink ink) {
    const double bar = 0.26 * m_.body;
    const double size = 1.15;
    Words words = body(block.text, size, Heft::Strong);
    words.width = m_.width - 3 * bar;
    const double top = y + (m_.shape == Shape::Page ? 0.8 : 0.35) * m_.body;
    const double tall = text(words, m_.left + 3 * bar, top, ink);
    if (ink == Ink::Draw) {
        const double line = pen_.tall(body("1", size, Heft::Strong));
        pen_.block(m_.left, top + (line - size * m_.body) / 2, bar, size * m_.body);
    }
    return top - y + tall + 0.3 * m_.body;
}

double Setter::on(const Paragraph& block, double y, Ink ink) {
    return text(body(block.text), m_.left, y, ink) + (m_.shape == Shape::Page ? 0.5 : 0.32) * m_.body;
}

double Setter::on(const Item& block, double y, Ink ink) {
    const double indent = 1.5 * m_.body;
    Words mark = body(block.mark, 1, Heft::Strong);
    mark.width = 0;
    text(mark, m_.left + 0.1 * m_.body, y, ink);
    Words words = body(block.text, 1, block.heavy ? Heft::Strong : Heft::Text);
    words.width = m_.width - indent;
    return text(words, m_.left + indent, y, ink) + (m_.shape == Shape::Page ? 0.5 : 0.32) * m_.body;
}

double Setter::on(const Fact& block, double y, Ink ink) {
    const bool page = m_.shape == Shape::Page;
    const double column = (page ? 7.6 : 4.6) * m_.body;
    Words label = body(block.label, 1, Heft::Strong);
    Words value = body(block.value);
    Words line = label;
    line.width = 0;
    if (!page && pen_.wide(line) > column - 0.5 * m_.body) {  // a strip has no room for two columns of sentences
        const double above = text(label, m_.left, y, ink);
        return above + text(value, m_.left, y + above, ink) + 0.45 * m_.body;
    }
    label.width = column - 0.5 * m_.body;
    value.width = m_.width - column;
    const double left = text(label, m_.left, y, ink);
    const double right = text(value, m_.left + column, y, ink);
    return std::max(left, right) + 0.3 * m_.body;
}

double Setter::on(const Notice& block, double y, Ink ink) {
    const double pad = 0.55 * m_.body;
    Words words = body(block.text, 1, Heft::Strong);
    words.width = m_.width - 2 * pad - 2 * m_.hair;
    const double tall = text(words, m_.left + pad + m_.hair, y + pad, ink) + 2 * pad;
    if (ink == Ink::Draw) pen_.frame(m_.left, y, m_.width, tall, 2 * m_.hair);
    return tall + 0.5 * m_.body;
}

double Setter::on(const Rule&, double y, Ink ink) {
    const double space = 0.55 * m_.body;
    if (ink == Ink::Draw) {
        if (m_.shape == Shape::Strip)
            pen_.dashes(m_.left, y + space, m_.width, 2 * m_.hair, 6 * m_.hair);
        else
            pen_.rule(m_.left, y + space, m_.width, m_.hair);
    }
    return 2 * space + 2 * m_.hair;
}

double Setter::on(const Gap& block, double, Ink) { return block.lines * m_.body; }

double Setter::on(const Tear& block, double y, Ink ink) {
    Words words = body(block.text, 0.9);
    words.width = 0;
    const double wide = block.text.empty() ? 0 : pen_.wide(words) + 1.2 * m_.body;
    const double tall = std::max(pen_.tall(words), m_.body);
    const double top = y + 0.5 * m_.body;
    const double side = std::max(0.0, (m_.width - wide) / 2);
    if (ink == Ink::Draw) {
        pen_.dashes(m_.left, top + tall / 2, side, 2 * m_.hair, 6 * m_.hair);
        pen_.dashes(m_.left + side + wide, top + tall / 2, side, 2 * m_.hair, 6 * m_.hair);
        pen_.write(m_.left + side + 0.6 * m_.body, top, words);
    }
    return tall + 1.2 * m_.body;
}

base::Result<double> Setter::on(const Claim& block, double y, Ink ink) {
    const Modules modules = TRY(encode_symbol(block.symbol));
    if (m_.shape == Shape::Page) return claim_on_page(block, modules, y, ink);
    return claim_on_strip(block, modules, y, ink);
}

base::Result<double> Setter::claim_on_strip(const Claim& block, const Modules& modules, double y, Ink ink) {
    const double start = y;
    y += text(body(block.number_caption, 1, Heft::Text, Side::Centre), m_.left, y, ink);
    y += fitted(block.number, kNumber, y, ink);
    const double module = std::floor(std::min(m_.module_small, m_.sheet / modules.with_quiet()));
    const double side = modules.with_quiet() * module;
    if (ink == Ink::Draw) pen_.symbol(modules, std::floor((m_.sheet - side) / 2), std::ceil(y), module);
    y = std::ceil(y) + side;
    y += text(body(block.symbol_caption, 1, Heft::Text, Side::Centre), m_.left, y, ink) + 0.4 * m_.body;
    y += text(body(block.code_caption, 1, Heft::Text, Side::Centre), m_.left, y, ink);
    y += fitted(block.code, kCode, y, ink);
    return y - start;
}

// Left what is copied by hand, right what is scanned, in one frame.
double Setter::claim_on_page(const Claim& block, const Modules& modules, double y, Ink ink) {
    const double pad = 1.2 * m_.body;
    const double side = modules.with_quiet() * m_.module_small;
    const double left = m_.left + pad;
    const double room = m_.width - 3 * pad - side;
    const auto line = [&](std::string_view words, double scale, Heft heft, double at) {
        Words set = body(words, scale, heft);
        set.width = 0;
        if (const double wide = pen_.wide(set); wide > room) set.size *= room / wide * 0.99;
        return text(set, left, at, ink);
    };
    double at = y + pad;
    at += line(block.number_caption, 1, Heft::Text, at) + 0.2 * m_.body;
    at += line(block.number, kNumber, Heft::Strong, at) + 0.9 * m_.body;
    at += line(block.code_caption, 1, Heft::Text, at) + 0.2 * m_.body;
    at += line(block.code, kPageCode, Heft::Strong, at);
    Words under = body(block.symbol_caption, 0.85, Heft::Text, Side::Centre);
    under.width = side + pad;
    const double right = m_.left + m_.width - pad - side;
    const double symbol_tall = side + pen_.tall(under);
    const double tall = std::max(at - y, pad + symbol_tall) + pad;
    if (ink == Ink::Draw) {
        pen_.symbol(modules, right, y + pad * 0.6, m_.module_small);
        pen_.write(right - pad / 2, y + pad * 0.6 + side, under);
        pen_.frame(m_.left, y, m_.width, tall, 2 * m_.hair);
    }
    return tall + 0.8 * m_.body;
}

base::Result<double> Setter::on(const Symbols& block, double y, Ink ink) {
    const double start = y;
    std::vector<Modules> modules;
    double widest = 0;
    for (const Symbol& symbol : block.all) {
        modules.push_back(TRY(encode_symbol(symbol.text)));
        widest = std::max(widest, static_cast<double>(modules.back().with_quiet()));
    }
    if (block.all.empty()) return 0.0;
    const bool strip = m_.shape == Shape::Strip;
    const double room = strip ? m_.sheet : m_.width;
    double module = std::min(m_.module_max, strip ? std::floor(m_.sheet / widest) : m_.width / widest);
    if (module < m_.module_min) {
        return base::fail("paper.width",
                          "a code does not fit the paper at a size that can be read back: use 80 mm paper");
    }
    const double gap = strip ? 0.5 * m_.body : 0;
    const auto columns = static_cast<std::size_t>(strip ? 1 : std::max(1.0, std::floor(room / (widest * module))));
    const double cell = strip ? m_.width : m_.width / static_cast<double>(columns);
    for (std::size_t i = 0; i < modules.size(); i += columns) {
        double tallest = 0;
        for (std::size_t column = 0; column < columns && i + column < modules.size(); ++column) {
            const Modules& one = modules[i + column];
            const auto here = std::min(columns, modules.size() - i);  // of a row that is not full: in the middle
            const double indent = static_cast<double>(columns - here) * cell / 2;
            const double x = strip ? m_.left : m_.left + indent + static_cast<double>(column) * cell;
            Words caption = body(block.all[i + column].caption, strip ? 1 : 0.85, Heft::Text, Side::Centre);
            caption.width = cell;
            const double above = text(caption, x, y + gap, ink);
            // A strip's own column of dots for every module: a symbol is only as wide as it can be in whole dots.
            const double own = strip ? std::min(m_.module_max, std::floor(m_.sheet / one.with_quiet())) : module;
            const double side = one.with_quiet() * own;
            const double from = strip ? std::floor((m_.sheet - side) / 2) : x + (cell - side) / 2;
            const double top = strip ? std::ceil(y + gap + above) : y + gap + above;
            if (ink == Ink::Draw) pen_.symbol(one, from, top, own);
            tallest = std::max(tallest, top + side - y);
        }
        y += tallest;
    }
    return y - start + (strip ? 0 : 0.4 * m_.body);
}

base::Result<double> Setter::set(const Block& block, double y, Ink ink) {
    return std::visit([&](const auto& what) -> base::Result<double> { return on(what, y, ink); }, block);
}

}  // namespace courtyard::paper
