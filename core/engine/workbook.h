#pragma once

#include "core/desk/workrequest.h"
#include "core/domain/fill.h"

#include <deque>
#include <map>
#include <unordered_map>

namespace bellwether {

/// One worked order as its records and the fills of its children make it.
struct Work {
    WorkId id;
    WorkRequest request;
    WorkState state = WorkState::Working;
    int steps = 0;               ///< how far it is, as its kind counts
    Timestamp startedAt;
    Timestamp endedAt;
    Quantity filled;
    Int128 filledValue = 0;      ///< Σ price × quantity in units of 1e-16
    OrderId lastChild;
    QString reason;

    Price averagePrice() const
    {
        return filled.isZero() ? Price() : Price::fromRaw(std::int64_t((filledValue + filled.raw() / 2) / filled.raw()));
    }
};

/// The worked orders of an account: those going on, and the last that ended.
class WorkBook {
public:
    static constexpr std::size_t endedKept = 100;
    static constexpr std::size_t childrenKept = 20'000; ///< the last, of all; more than an order book keeps of ended ones

    Result<void> start(WorkId id, const WorkRequest &request, Timestamp time)
    {
        if (id.value <= m_last)
            return failure(ErrorCode::BadData, QStringLiteral("worked order %1 is started twice").arg(id.value));
        m_last = id.value;
        m_active[id] = Work{id, request, WorkState::Working, 0, time, {}, {}, 0, {}, {}};
        return {};
    }
    Result<void> change(WorkId id, WorkState state, int steps, const QString &reason, Timestamp time)
    {
        const auto found = m_active.find(id);
        if (found == m_active.end())
            return failure(ErrorCode::NotFound, QStringLiteral("no worked order %1 is going on").arg(id.value));
        Work &work = found->second;
        work.state = state;
        work.steps = steps;
        if (!reason.isEmpty())
            work.reason = reason;
        if (!isFinal(state))
            return {};
        work.endedAt = time;
        m_ended.push_back(std::move(work));
        m_active.erase(found);
        if (m_ended.size() > endedKept)
            m_ended.pop_front();
        return {};
    }
    void addChild(WorkId id, OrderId child)
    {
        if (const auto found = m_active.find(id); found != m_active.end()) {
            found->second.lastChild = child;
            m_parents[child] = id;
            m_children.push_back(child);
            if (m_children.size() > childrenKept) {
                m_parents.erase(m_children.front());
                m_children.pop_front();
            }
        }
    }
    /// A child was filled, also after its parent ended.
    void fill(OrderId child, Price price, Quantity quantity)
    {
        const auto parent = m_parents.find(child);
        if (parent == m_parents.end())
            return;
        Work *work = at(parent->second);
        if (work == nullptr)
            return;
        work->filled += quantity;
        work->filledValue += Int128(price.raw()) * quantity.raw();
    }
    WorkId parentOf(OrderId child) const
    {
        const auto found = m_parents.find(child);
        return found == m_parents.end() ? WorkId() : found->second;
    }
    const Work *find(WorkId id) const { return const_cast<WorkBook *>(this)->at(id); }
    const std::map<WorkId, Work> &active() const { return m_active; }
    const std::deque<Work> &ended() const { return m_ended; }
    WorkId nextId() const { return {m_last + 1}; }

private:
    friend struct StateFields;
    Work *at(WorkId id)
    {
        if (const auto found = m_active.find(id); found != m_active.end())
            return &found->second;
        const auto ended = std::ranges::find(m_ended, id, &Work::id);
        return ended == m_ended.end() ? nullptr : &*ended;
    }

    std::map<WorkId, Work> m_active;
    std::deque<Work> m_ended;
    std::unordered_map<OrderId, WorkId> m_parents;
    std::deque<OrderId> m_children;
    std::uint64_t m_last = 0;
};

} // namespace bellwether
