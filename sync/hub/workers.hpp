// The two threads beside the network's: one writes, one reads. Whatever waits to be written is committed together, so
// that many small requests share one disk flush (group commit), and a slow disk never stops a socket.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "sync/hub/service.hpp"
#include "sync/hub/store.hpp"

namespace courtyard::hub {

class Workers {
public:
    using Wrote = std::function<void(Job job, base::Result<Written> written)>;  // called on the writer's thread
    using Read = std::function<void(Job job, ReadAnswer answer)>;               // called on the reader's thread
    using Appended = std::function<void(const mail::MailboxName& mailbox, std::uint64_t head)>;

    Workers(Service& service, Rosters& rosters, std::unique_ptr<Store> writer, std::unique_ptr<Store> reader,
            Appended appended);
    ~Workers() { stop(); }

    void write(Job job, Wrote done);
    void read(Job job, Read done);
    void stop();  // finishes what is queued

private:
    struct WriteTicket {
        Job job;
        Wrote done;
    };
    struct ReadTicket {
        Job job;
        Read done;
    };

    void write_loop();
    void read_loop();
    void commit(std::vector<WriteTicket> tickets);
    void remember_rosters();

    Service& service_;
    Rosters& rosters_;
    std::unique_ptr<Store> writer_;
    std::unique_ptr<Store> reader_;
    Appended appended_;
    std::map<std::string, std::uint32_t> roster_versions_;
    std::mutex mutex_;
    std::condition_variable has_writes_, has_reads_;
    std::deque<WriteTicket> writes_;
    std::deque<ReadTicket> reads_;
    bool is_stopping_ = false;
    std::thread write_thread_, read_thread_;
};

}  // namespace courtyard::hub
