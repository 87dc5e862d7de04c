// sandboxed UNIT PROGRAM WORD...: runs a program under what a unit forbids, where no systemd is running: its system
// calls (expanded by systemd-analyze, so with systemd's own lists), address families, memory that is written and run,
// network, core dumps. What only systemd can do (mounts, devices, users) is left out.
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace {

using Names = std::set<std::string>;

[[noreturn]] void give_up(const std::string& why) {
    std::cerr << "sandboxed: " << why << "\n";
    std::exit(2);
}

std::multimap<std::string, std::string> service_of(const char* unit) {
    std::ifstream in(unit);
    if (!in) give_up(std::string("cannot read ") + unit);
    std::multimap<std::string, std::string> out;
    std::string section;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with('[')) section = line;
        const auto equals = line.find('=');
        if (section == "[Service]" && equals != std::string::npos && line[0] != '#')
            out.emplace(line.substr(0, equals), line.substr(equals + 1));
    }
    return out;
}

std::vector<std::string> words_of(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> out;
    for (std::string word; in >> word;)
        out.push_back(word);
    return out;
}

// "@system-service" and the groups within it, as this systemd knows them.
void expand(const std::string& name, Names& into) {
    if (name[0] != '@') {
        into.insert(name);
        return;
    }
    FILE* pipe = ::popen(("systemd-analyze syscall-filter " + name).c_str(), "r");
    if (pipe == nullptr) give_up("systemd-analyze does not run");
    char line[256];
    std::vector<std::string> names;
    while (std::fgets(line, sizeof line, pipe) != nullptr) {
        const auto words = words_of(line);
        if (words.size() == 1 && words[0] != name && words[0][0] != '#') names.push_back(words[0]);
    }
    if (::pclose(pipe) != 0 || names.empty()) give_up("systemd-analyze does not know " + name);
    for (const std::string& each : names)
        expand(each, into);
}

Names allowed_calls(const std::multimap<std::string, std::string>& service) {
    Names allowed;
    Names denied;
    const auto [first, last] = service.equal_range("SystemCallFilter");
    for (auto filter = first; filter != last; ++filter) {
        const bool deny = filter->second.starts_with('~');
        for (const std::string& name : words_of(deny ? filter->second.substr(1) : filter->second))
            expand(name, deny ? denied : allowed);
    }
    if (allowed.empty()) give_up("the unit has no SystemCallFilter");
    for (const char* always : {"@default"})
        expand(always, allowed);
    for (const std::string& name : denied)
        allowed.erase(name);
    for (const char* start : {"execve", "exit", "exit_group", "getrlimit", "rt_sigreturn", "sigreturn"})
        allowed.insert(start);  // systemd leaves these in, whatever a unit says
    return allowed;
}

void forbid_write_and_run(scmp_filter_ctx filter) {
    const auto both = SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_WRITE | PROT_EXEC, PROT_WRITE | PROT_EXEC);
    seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(mmap), 1, both);
    const auto run = SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, PROT_EXEC);
    seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(mprotect), 1, run);
    seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(pkey_mprotect), 1, run);
    seccomp_rule_add(filter, SCMP_ACT_ERRNO(EPERM), SCMP_SYS(shmat), 1,
                     SCMP_A2(SCMP_CMP_MASKED_EQ, SHM_EXEC, SHM_EXEC));
}

void forbid_families(scmp_filter_ctx filter, const std::string& allowed) {
    Names names;
    for (const std::string& name : words_of(allowed))
        names.insert(name);
    const std::map<std::string, unsigned> known = {
        {"AF_UNIX", AF_UNIX}, {"AF_INET", AF_INET}, {"AF_INET6", AF_INET6}, {"AF_NETLINK", AF_NETLINK}};
    for (unsigned family = 0; family < 64; ++family) {
        bool may = false;
        for (const auto& [name, number] : known)
            may = may || (number == family && names.contains(name));
        if (!may)
            seccomp_rule_add(filter, SCMP_ACT_ERRNO(EAFNOSUPPORT), SCMP_SYS(socket), 1, SCMP_A0(SCMP_CMP_EQ, family));
    }
}

void load(scmp_filter_ctx filter) {
    if (filter == nullptr || seccomp_load(filter) != 0) give_up("the kernel takes no filter");
    seccomp_release(filter);
}

}  // namespace

int main(int count, char** words) {
    if (count < 3) give_up("say UNIT PROGRAM WORD...");
    const auto service = service_of(words[1]);
    const auto says = [&](const char* key) {
        const auto found = service.find(key);
        return found == service.end() ? std::string() : found->second;
    };
    if (says("NoNewPrivileges") != "yes" || says("LimitCORE") != "0") give_up("this is no sandboxed unit");
    const Names calls = allowed_calls(service);
    if (says("PrivateNetwork") == "yes" && ::unshare(CLONE_NEWNET) != 0) std::cerr << "sandboxed: with the network\n";
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::umask(static_cast<mode_t>(std::stoul(says("UMask"), nullptr, 8)));
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    // As systemd does: one filter for each directive; the strictest answer counts.
    if (says("MemoryDenyWriteExecute") == "yes") {
        scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
        forbid_write_and_run(filter);
        load(filter);
    }
    if (!says("RestrictAddressFamilies").empty()) {
        scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ALLOW);
        forbid_families(filter, says("RestrictAddressFamilies"));
        load(filter);
    }
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    for (const std::string& name : calls) {
        const int number = seccomp_syscall_resolve_name(name.c_str());
        if (number != __NR_SCMP_ERROR) seccomp_rule_add(filter, SCMP_ACT_ALLOW, number, 0);
    }
    load(filter);
    ::execv(words[2], words + 2);
    give_up(std::string(words[2]) + ": " + std::strerror(errno));
}
