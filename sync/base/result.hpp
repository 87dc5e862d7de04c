// Errors as values. The world can fail: return Result. We are wrong: CHECK, on in release too.
#pragma once

#include <string>
#include <type_traits>
#include <utility>

#include <tl/expected.hpp>

namespace courtyard::base {

// `code` is stable and dotted ("store.wrong_key"): screens look up "error.<code>" in the pack; tests compare it.
// `message` is one English sentence for logs and stderr: what, where, what to do. It never holds what a person typed.
struct Error {
    std::string code;
    std::string message;
    friend bool operator==(const Error&, const Error&) = default;
};

template <class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(std::string code, std::string message) {
    return tl::unexpected<Error>(Error{std::move(code), std::move(message)});
}

namespace detail {
template <class T>
requires std::is_trivially_copyable_v<T> T unwrap(Result<T>&& result) { return std::move(*result); }
// Not inlined: GCC 12 takes the moved-from header of a map for heap memory that is not there (-Wfree-nonheap-object).
template <class T>
requires(!std::is_trivially_copyable_v<T> && !std::is_void_v<T>) [[gnu::noinline]] T unwrap(Result<T>&& result) {
    return std::move(*result);
}
inline void unwrap(Result<void>&&) {}
[[noreturn]] void check_failed(const char* condition, const char* file, int line);
}  // namespace detail

}  // namespace courtyard::base

// TRY(expression) is the value of a Result, or returns its error from the enclosing function.
#define TRY(expression)                                                            \
    __extension__({                                                                \
        auto try_result_ = (expression);                                           \
        if (!try_result_) return ::tl::unexpected(std::move(try_result_).error()); \
        ::courtyard::base::detail::unwrap(std::move(try_result_));                 \
    })

// CHECK is taken by doctest in tests, so ours carries a name of its own.
#define COURTYARD_CHECK(condition) \
    ((condition) ? static_cast<void>(0) : ::courtyard::base::detail::check_failed(#condition, __FILE__, __LINE__))
