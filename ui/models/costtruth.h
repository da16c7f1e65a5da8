#pragma once

#include "core/domain/money.h"

#include <QObject>

namespace bellwether {

/// How often costs are counted in profits: not at all, as they are, or twice, for those who doubt that they are all.
enum class CostTruth { Gross, Net, Twice };
/// `gross`, `net`, `2× costs`, translated.
QString costTruthText(CostTruth truth);
/// `gross`, `net`, `twice`, as settings keep it.
QString toString(CostTruth truth);
CostTruth parseCostTruth(const QString &text);
/// A profit before costs, with the costs counted. Costs without a currency are none.
Money withCosts(const Money &gross, const Money &costs, CostTruth truth);

/// The one switch of the window; every profit it shows follows.
class CostSwitch final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    CostTruth truth() const { return m_truth; }
    void set(CostTruth truth);
    void next();

Q_SIGNALS:
    void changed(bellwether::CostTruth truth);

private:
    CostTruth m_truth = CostTruth::Net;
};

} // namespace bellwether
