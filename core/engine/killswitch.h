#pragma once

#include "core/engine/workdesk.h"

namespace bellwether {

/// Carries out the kill switch: the latch is a record first, and when that is durable (or the disk gives no answer within
/// a second) worked orders end, orders are cancelled and, when asked for, positions closed. It goes on until each end is
/// proved: what is open again is cancelled again, what is silent is asked about, what is held is closed. Needs no window
/// and no strategy, and goes on after a restart, since the latch does.
class KillSwitch {
public:
    static constexpr Duration journalPatience = std::chrono::seconds(1);
    static constexpr Duration repeatEvery = std::chrono::seconds(2);
    static constexpr Duration silenceMax = std::chrono::seconds(5);

    KillSwitch(EngineCore &core, OrderDesk &orders, WorkDesk &work, BrokerClient &broker)
        : m_core(core), m_orders(orders), m_work(work), m_broker(broker) {}

    /// Latches. Gives the receipt in one sentence; the snapshot tells how far it is.
    QString trigger(bool shallFlatten);
    void committed(std::uint64_t upTo);
    void checkTime();
    KillView view() const;

private:
    void act();
    void repeat();
    bool isInScope(const Order &order) const;
    int ordersLeft() const;

    EngineCore &m_core;
    OrderDesk &m_orders;
    WorkDesk &m_work;
    BrokerClient &m_broker;
    std::uint64_t m_latch = 0;     ///< record that is awaited; 0 for none
    Timestamp m_triggeredAt;
    Timestamp m_repeatedAt;
    std::map<OrderId, Timestamp> m_askedAt;
    int m_cancelled = 0;
    int m_closing = 0;
    bool m_isTold = false;         ///< that it is done
};

} // namespace bellwether
