#pragma once

#include "core/base/rng.h"
#include "tests/support/tracingvfs.h"

#include <map>
#include <optional>

namespace bellwether::test {

/// What a disk holds by itself and what it has only promised, as the operations of a trace pass by: synced writes stay,
/// others may be kept, lost, or torn at a sector, each on its own, in any order.
class PowerCut {
public:
    enum class Fate { AllLost, AllKept, EachAtRandom, LastOneTorn };
    static constexpr int fates = 4;
    using Images = std::map<QByteArray, QByteArray>; ///< file name to content

    explicit PowerCut(Images durable = {}) : m_durable(std::move(durable)) {}

    void step(const DiskOp &op)
    {
        switch (op.kind) {
        case DiskOp::Kind::Write:
        case DiskOp::Kind::Truncate:
            m_pending[op.file].push_back(&op);
            m_removed.erase(op.file);
            break;
        case DiskOp::Kind::Sync:
            for (const DiskOp *pending : m_pending[op.file])
                apply(*pending, m_durable[op.file], std::nullopt);
            m_pending.erase(op.file);
            m_removed.clear(); // a later sync of the folder's journal orders what came before
            break;
        case DiskOp::Kind::Remove:
            if (const auto it = m_durable.find(op.file); it != m_durable.end()) {
                if (op.offset == 0)
                    m_removed[op.file] = it->second;
                m_durable.erase(it);
            }
            m_pending.erase(op.file);
            break;
        case DiskOp::Kind::Note:
            break;
        }
    }

    /// The files as a restart may find them when the power goes now.
    Images cut(Fate fate, Rng &rng) const
    {
        Images images = m_durable;
        for (const auto &[file, content] : m_removed) { // the name came back
            if (fate == Fate::AllLost || (fate == Fate::EachAtRandom && rng.below(2) == 0))
                images[file] = content;
        }
        for (const auto &[file, operations] : m_pending) {
            for (const DiskOp *op : operations) {
                const bool isLast = op == operations.back();
                if (fate == Fate::AllLost)
                    continue;
                if (fate == Fate::EachAtRandom && rng.below(2) == 0)
                    continue;
                const bool isTorn = (fate == Fate::LastOneTorn && isLast) || (fate == Fate::EachAtRandom && rng.below(4) == 0);
                apply(*op, images[file], isTorn ? std::optional(rng.below(std::uint64_t(op->bytes.size()) / sector + 1) * sector) : std::nullopt);
            }
        }
        return images;
    }

private:
    static constexpr std::uint64_t sector = 512;

    static void apply(const DiskOp &op, QByteArray &image, std::optional<std::uint64_t> tornAt)
    {
        if (op.kind == DiskOp::Kind::Truncate) {
            if (image.size() > op.offset)
                image.truncate(op.offset);
            return;
        }
        const qsizetype size = tornAt ? std::min(op.bytes.size(), qsizetype(*tornAt)) : op.bytes.size();
        if (size == 0)
            return;
        if (image.size() < op.offset + size)
            image.append(QByteArray(op.offset + size - image.size(), '\0'));
        std::copy_n(op.bytes.begin(), size, image.begin() + op.offset);
    }

    Images m_durable;
    std::map<QByteArray, std::vector<const DiskOp *>> m_pending;
    Images m_removed;
};

} // namespace bellwether::test
