#pragma once

#include <QByteArray>

#include <vector>

namespace bellwether {

/// The processes that make one search together. All run the same program on the same request; each makes its share of
/// the runs and tells the others what came of them.
class Ranks {
public:
    virtual ~Ranks() = default;
    virtual int rank() const = 0;   ///< of this process, from 0
    virtual int count() const = 0;
    /// Gives every process what each of them brought, in the order of their ranks. All must call it.
    virtual std::vector<QByteArray> exchange(const QByteArray &mine) = 0;
};

} // namespace bellwether
