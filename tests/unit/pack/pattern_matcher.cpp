#include "tests/unit/pack/pattern_matcher.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <string>

#include "app/domain/text.hpp"

namespace courtyard::pack::test {

// Recursive descent into a program of steps; counted repetition copies its part.
class PatternCompiler {
public:
    using Step = PatternMatcher::Step;
    using Program = std::vector<Step>;

    explicit PatternCompiler(std::u32string_view pattern) : rest_(pattern), size_(pattern.size()) {}

    Program compile() {
        Program program = choice();
        if (!rest_.empty()) fail("a parenthesis too many");
        program.push_back({Step::Kind::Done, {}});
        return program;
    }

private:
    [[noreturn]] void fail(const std::string& what) const {
        throw std::runtime_error(what + " at character " + std::to_string(size_ - rest_.size() + 1));
    }
    bool take(char32_t c) {
        if (rest_.empty() || rest_.front() != c) return false;
        rest_.remove_prefix(1);
        return true;
    }
    char32_t next() {
        if (rest_.empty()) fail("the pattern ends");
        const char32_t c = rest_.front();
        rest_.remove_prefix(1);
        return c;
    }

    // Goes are relative while a part is built and copied.
    static void append(Program& out, Program part) {
        const std::size_t offset = out.size();
        for (Step& step : part) {
            step.to += offset;
            step.other += offset;
            out.push_back(std::move(step));
        }
    }
    static Step go(std::size_t to) { return {Step::Kind::Go, {}, false, to, 0}; }
    static Step either(std::size_t to, std::size_t other) { return {Step::Kind::Either, {}, false, to, other}; }

    Program choice() {
        Program left = sequence();
        while (take(U'|')) {
            Program right = sequence();
            Program both;
            both.push_back(either(1, left.size() + 2));
            append(both, std::move(left));
            both.push_back(go(both.size() + 1 + right.size()));
            append(both, std::move(right));
            left = std::move(both);
        }
        return left;
    }

    Program sequence() {
        Program out;
        while (!rest_.empty() && rest_.front() != U'|' && rest_.front() != U')') {
            Program part = atom();
            append(out, repeated(std::move(part)));
        }
        return out;
    }

    Program repeated(Program part) {
        if (take(U'?')) return counted(std::move(part), 0, 1);
        if (take(U'*')) return counted(std::move(part), 0, std::nullopt);
        if (take(U'+')) return counted(std::move(part), 1, std::nullopt);
        if (!take(U'{')) return part;
        const std::size_t min = number();
        std::optional<std::size_t> max = min;
        if (take(U',')) max = rest_.starts_with(U'}') ? std::nullopt : std::optional(number());
        if (!take(U'}')) fail("a count that does not end");
        return counted(std::move(part), min, max);
    }
    std::size_t number() {
        std::size_t value = 0, digits = 0;
        for (; !rest_.empty() && rest_.front() >= U'0' && rest_.front() <= U'9'; ++digits)
            value = value * 10 + (next() - U'0');
        if (digits == 0) fail("a count without digits");
        return value;
    }
    static Program counted(const Program& part, std::size_t min, std::optional<std::size_t> max) {
        Program out;
        for (std::size_t i = 0; i < min; ++i)
            append(out, part);
        if (!max) {
            Program loop;
            loop.push_back(either(1, part.size() + 2));
            append(loop, part);
            loop.push_back(go(0));
            append(out, std::move(loop));
            return out;
        }
        const std::size_t end = out.size() + (*max - min) * (part.size() + 1);
        for (std::size_t i = min; i < *max; ++i) {
            out.push_back(either(out.size() + 1, end));
            append(out, part);
        }
        return out;
    }

    Program atom() {
        const char32_t c = next();
        if (c == U'^') return {{Step::Kind::Start, {}}};
        if (c == U'$') return {{Step::Kind::End, {}}};
        if (c == U'[') return {set()};
        if (c == U'(') {
            if (!take(U'?') || !take(U':')) fail("a group that is not (?:");
            Program inside = choice();
            if (!take(U')')) fail("a group that does not end");
            return inside;
        }
        if (std::u32string_view(U".*+?{}])/").find(c) != std::u32string_view::npos) fail("a sign out of place");
        const char32_t point = c == U'\\' ? escaped() : c;
        return {{Step::Kind::Character, {{point, point}}}};
    }
    char32_t escaped() {
        if (!take(U'x')) fail("an escape that is not \\xHH");
        char32_t value = 0;
        for (int i = 0; i < 2; ++i) {
            const std::size_t digit = std::u32string_view(U"0123456789ABCDEF").find(next());
            if (digit == std::u32string_view::npos) fail("\\x without two digits");
            value = value * 16 + static_cast<char32_t>(digit);
        }
        return value;
    }
    Step set() {
        Step step{Step::Kind::Character, {}};
        step.is_negated = take(U'^');
        while (!take(U']')) {
            const char32_t first = member(), last = take(U'-') ? member() : first;
            if (last < first) fail("a range that goes down");
            step.ranges.push_back({first, last});
        }
        if (step.ranges.empty()) fail("an empty class");
        return step;
    }
    char32_t member() {
        const char32_t c = next();
        if (c == U'\\') return escaped();
        if (std::u32string_view(U"[]^-&~|").find(c) != std::u32string_view::npos) fail("a bare sign in a class");
        return c;
    }

    std::u32string_view rest_;
    std::size_t size_;
};

PatternMatcher::PatternMatcher(std::string_view pattern) {
    const std::optional<std::u32string> points = domain::code_points(pattern);
    if (!points) throw std::runtime_error("a pattern that is not UTF-8");
    steps_ = PatternCompiler(*points).compile();
}

void PatternMatcher::reach(std::size_t step, std::size_t at, std::size_t size, std::vector<std::size_t>& steps,
                           std::vector<bool>& seen) const {
    std::vector<std::size_t> open{step};
    while (!open.empty()) {
        const std::size_t i = open.back();
        open.pop_back();
        if (seen[i]) continue;
        seen[i] = true;
        const Step& now = steps_[i];
        switch (now.kind) {
            case Step::Kind::Go: open.push_back(now.to); break;
            case Step::Kind::Either:
                open.push_back(now.other);
                open.push_back(now.to);
                break;
            case Step::Kind::Start:
                if (at == 0) open.push_back(i + 1);
                break;
            case Step::Kind::End:
                if (at == size) open.push_back(i + 1);
                break;
            default: steps.push_back(i);
        }
    }
}

bool PatternMatcher::finds(std::u32string_view text) const {
    std::vector<std::size_t> now, next;
    std::vector<bool> seen(steps_.size(), false);
    for (std::size_t at = 0;; ++at) {
        reach(0, at, text.size(), now, seen);  // a match may begin here, too
        if (std::any_of(now.begin(), now.end(), [&](std::size_t i) { return steps_[i].kind == Step::Kind::Done; }))
            return true;
        if (at == text.size() || (now.empty() && steps_[0].kind == Step::Kind::Start)) return false;
        next.clear();
        seen.assign(steps_.size(), false);
        for (const std::size_t i : now) {
            const Step& step = steps_[i];
            const bool is_in = std::any_of(step.ranges.begin(), step.ranges.end(), [&](const Range& range) {
                return text[at] >= range.first && text[at] <= range.last;
            });
            if (is_in != step.is_negated) reach(i + 1, at + 1, text.size(), next, seen);
        }
        now.swap(next);
    }
}

}  // namespace courtyard::pack::test
