#include "app/cases/case_bytes.hpp"

#include <limits>
#include <map>
#include <set>

#include "app/cases/case_members.hpp"

namespace courtyard::cases {

namespace {

constexpr int kGroupBits = 7;
constexpr std::uint8_t kMore = 0x80;

// Small numbers of either sign in few bytes.
std::uint64_t folded_sign(std::int64_t value) {
    return static_cast<std::uint64_t>(value) << 1 ^ (value < 0 ? ~std::uint64_t{0} : 0);
}
std::int64_t unfolded_sign(std::uint64_t value) {
    return static_cast<std::int64_t>(value >> 1 ^ ((value & 1U) != 0 ? ~std::uint64_t{0} : 0));
}

class Writer {
public:
    explicit Writer(base::Bytes& out) : out_(out) {}

    void put(const auto& whole) {
        std::apply([this](const auto&... each) { (put(each), ...); }, members_of(whole));
    }
    template <class Number>
    requires(std::integral<Number> || std::is_enum_v<Number>) void put(const Number& value) {
        put_number(static_cast<std::int64_t>(value));
    }
    void put(const std::size_t& value) { put_count(value); }
    void put(const domain::Fen& money) { put_number(money.value); }
    void put(const base::Instant& at) { put_number(at.ms); }
    void put(const domain::Date& day) { put_number(day.days_since({})); }
    void put(const std::string& text) {
        put_count(text.size());
        out_.insert(out_.end(), text.begin(), text.end());
    }
    template <class Tag, std::size_t Size>
    void put(const base::Id<Tag, Size>& id) {
        out_.insert(out_.end(), id.bytes.begin(), id.bytes.end());
    }
    template <class T>
    void put(const std::optional<T>& some) {
        out_.push_back(some ? 1 : 0);
        if (some) put(*some);
    }
    template <class T>
    void put(const std::vector<T>& list) {
        put_each(list);
    }
    template <class T>
    void put(const std::set<T>& all) {
        put_each(all);
    }
    template <class Key, class T>
    void put(const std::map<Key, T>& all) {
        put_count(all.size());
        for (const auto& [key, value] : all) {
            put(key);
            put(value);
        }
    }

private:
    void put_each(const auto& list) {
        put_count(list.size());
        for (const auto& each : list)
            put(each);
    }
    void put_count(std::uint64_t value) {
        for (; value >= kMore; value >>= kGroupBits)
            out_.push_back(static_cast<std::uint8_t>(value | kMore));
        out_.push_back(static_cast<std::uint8_t>(value));
    }
    void put_number(std::int64_t value) { put_count(folded_sign(value)); }

    base::Bytes& out_;
};

// Takes from the front. After the first thing that is not there everything is empty, and is_good() says so.
class Reader {
public:
    explicit Reader(base::ByteView bytes) : rest_(bytes) {}
    [[nodiscard]] bool is_good() const { return good_; }
    [[nodiscard]] bool is_at_end() const { return rest_.empty(); }

    void take(auto& whole) {
        std::apply([this](auto&... each) { (take(each), ...); }, members_of(whole));
    }
    template <class Number>
    requires(std::integral<Number> || std::is_enum_v<Number>) void take(Number& value) {
        value = static_cast<Number>(take_number());
    }
    void take(std::size_t& value) { value = take_count(); }
    void take(domain::Fen& money) { money.value = take_number(); }
    void take(base::Instant& at) { at.ms = take_number(); }
    void take(domain::Date& day) {
        const std::int64_t days = take_number();
        static const domain::Date kFirst = *domain::Date::from_civil(domain::Date::kYearMin, 1, 1),
                                  kLast = *domain::Date::from_civil(domain::Date::kYearMax, 12, 31);
        if (days < kFirst.days_since({}) || days > kLast.days_since({})) return fail();
        day = domain::Date{}.plus_days(static_cast<std::int32_t>(days));
    }
    void take(std::string& text) {
        const base::ByteView bytes = take_bytes(take_count());
        text.assign(bytes.begin(), bytes.end());
    }
    template <class Tag, std::size_t Size>
    void take(base::Id<Tag, Size>& id) {
        const base::ByteView bytes = take_bytes(Size);
        std::copy(bytes.begin(), bytes.end(), id.bytes.begin());
    }
    template <class T>
    void take(std::optional<T>& some) {
        const base::ByteView is_there = take_bytes(1);
        if (is_there.empty() || is_there.front() == 0) return;
        if (is_there.front() != 1) return fail();
        take(some.emplace());
    }
    template <class T>
    void take(std::vector<T>& list) {
        const std::size_t count = take_size();
        list.reserve(count);
        for (std::size_t i = 0; i < count && good_; ++i)
            take(list.emplace_back());
    }
    template <class T>
    void take(std::set<T>& all) {
        const std::size_t count = take_size();
        for (std::size_t i = 0; i < count && good_; ++i) {
            T each{};
            take(each);
            all.insert(all.end(), std::move(each));
        }
    }
    template <class Key, class T>
    void take(std::map<Key, T>& all) {
        const std::size_t count = take_size();
        for (std::size_t i = 0; i < count && good_; ++i) {
            Key key{};
            take(key);
            take(all.emplace_hint(all.end(), std::move(key), T{})->second);
        }
    }

private:
    void fail() {
        good_ = false;
        rest_ = {};
    }
    base::ByteView take_bytes(std::size_t size) {
        if (rest_.size() < size) {
            fail();
            return {};
        }
        const base::ByteView taken = rest_.first(size);
        rest_ = rest_.subspan(size);
        return taken;
    }
    std::uint64_t take_count() {
        std::uint64_t value = 0;
        for (int shift = 0; shift < std::numeric_limits<std::uint64_t>::digits; shift += kGroupBits) {
            const base::ByteView byte = take_bytes(1);
            if (byte.empty()) return 0;
            value |= static_cast<std::uint64_t>(byte.front() & (kMore - 1)) << shift;
            if ((byte.front() & kMore) == 0) return value;
        }
        fail();
        return 0;
    }
    // Of things of one byte at least: no more than there are bytes.
    std::size_t take_size() {
        const std::uint64_t count = take_count();
        if (count > rest_.size()) fail();
        return good_ ? static_cast<std::size_t>(count) : 0;
    }
    std::int64_t take_number() { return unfolded_sign(take_count()); }

    base::ByteView rest_;
    bool good_ = true;
};

}  // namespace

base::Bytes case_bytes(const AidCase& aid_case) {
    constexpr std::size_t kUsual = 4'096;
    base::Bytes out;
    out.reserve(kUsual);
    Writer(out).put(aid_case);
    return out;
}

std::optional<AidCase> read_case_bytes(base::ByteView bytes) {
    Reader reader(bytes);
    std::optional<AidCase> out(std::in_place);
    reader.take(*out);
    if (!reader.is_good() || !reader.is_at_end()) return std::nullopt;
    return out;
}

}  // namespace courtyard::cases
