#include "ui/models/costtruth.h"

using namespace Qt::StringLiterals;

namespace bellwether {

QString costTruthText(CostTruth truth)
{
    switch (truth) {
    case CostTruth::Gross: return CostSwitch::tr("gross");
    case CostTruth::Net: return CostSwitch::tr("net");
    case CostTruth::Twice: return CostSwitch::tr("2× costs");
    }
    return {};
}

QString toString(CostTruth truth)
{
    switch (truth) {
    case CostTruth::Gross: return u"gross"_s;
    case CostTruth::Net: return u"net"_s;
    case CostTruth::Twice: return u"twice"_s;
    }
    return {};
}

CostTruth parseCostTruth(const QString &text)
{
    for (const CostTruth truth : {CostTruth::Gross, CostTruth::Twice}) {
        if (text == toString(truth))
            return truth;
    }
    return CostTruth::Net;
}

Money withCosts(const Money &gross, const Money &costs, CostTruth truth)
{
    if (truth == CostTruth::Gross || costs.currency.isEmpty())
        return gross;
    return truth == CostTruth::Net ? gross - costs : gross - costs - costs;
}

void CostSwitch::set(CostTruth truth)
{
    if (truth == m_truth)
        return;
    m_truth = truth;
    Q_EMIT changed(truth);
}

void CostSwitch::next() { set(CostTruth((int(m_truth) + 1) % 3)); }

} // namespace bellwether
