#include "app/ctl/homes.hpp"

#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "app/ctl/usage.hpp"
#include "app/worker/roster_name.hpp"
#include "sync/os/files.hpp"

namespace courtyard::ctl {

namespace {

constexpr std::size_t kPassphraseMax = 1024;

seal::SecretBytes first_line(base::ByteView bytes) {
    const auto end = std::find(bytes.begin(), bytes.end(), std::uint8_t{'\n'});
    auto size = static_cast<std::size_t>(end - bytes.begin());
    if (size > 0 && bytes[size - 1] == '\r') --size;
    return seal::SecretBytes(bytes.first(size));
}

// The terminal without echo, as it was afterwards.
class Quiet {
public:
    Quiet() {
        ::tcgetattr(STDIN_FILENO, &before_);
        termios quiet = before_;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~Quiet() { ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_); }
    Quiet(const Quiet&) = delete;
    Quiet& operator=(const Quiet&) = delete;

private:
    termios before_{};
};

base::Result<seal::SecretBytes> typed(const char* prompt) {
    std::fputs(prompt, stderr);
    base::Bytes line(kPassphraseMax + 2);
    ssize_t got = 0;
    {
        const Quiet quiet;
        got = ::read(STDIN_FILENO, line.data(), line.size());
    }
    std::fputc('\n', stderr);
    auto secret = first_line(base::ByteView(line).first(static_cast<std::size_t>(std::max<ssize_t>(got, 0))));
    base::wipe(line);
    if (secret.size() == 0) return base::fail("passphrase.empty", "no passphrase was given");
    return secret;
}

}  // namespace

base::Result<seal::SecretBytes> passphrase_of(const Common& common, Ask ask) {
    if (!common.passphrase_file.empty()) {
        base::Bytes bytes = TRY(os::read_first_line(common.passphrase_file, 64 * 1024));
        const auto text = worker::without_byte_order_mark(base::as_text(bytes));
        auto secret = first_line(base::as_bytes(text));
        base::wipe(bytes);
        if (secret.size() == 0)
            return base::fail("passphrase.empty",
                              common.passphrase_file + " is empty: its first line must be the passphrase");
        if (secret.size() > kPassphraseMax)
            return base::fail("passphrase.size", common.passphrase_file + ": a passphrase has at most 1024 bytes");
        return secret;
    }
    if (::isatty(STDIN_FILENO) == 0) return usage("a staff home needs its passphrase: give --passphrase-file FILE");
    seal::SecretBytes first = TRY(typed("Passphrase: "));
    if (ask == Ask::Once) return first;
    const seal::SecretBytes second = TRY(typed("Once more: "));
    if (!seal::same_secret(first.view(), second.view()))
        return base::fail("passphrase.differs", "the two passphrases are not the same");
    return first;
}

base::Result<std::unique_ptr<worker::Machine>> open_home(const Common& common, base::Random& random) {
    TRY(need(common.home, "--home"));
    const worker::MachineConfig config = TRY(worker::read_machine_config({common.home}));
    worker::OpenMachine request;
    request.home = common.home;
    if (config.kind == mail::MachineKind::Kiosk) return worker::Machine::open(request, random);
    const seal::SecretBytes passphrase = TRY(passphrase_of(common, Ask::Once));
    request.passphrase = passphrase.view();
    return worker::Machine::open(request, random);
}

}  // namespace courtyard::ctl
