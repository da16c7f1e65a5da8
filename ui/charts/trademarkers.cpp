#include "ui/charts/trademarkers.h"

#include "ui/models/declaredtexts.h"
#include "ui/models/signalhistorymodel.h"

#include <QCoreApplication>

#include <map>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

struct Book {
    Quantity held;        ///< negative when short
    Timestamp entryTime;
    Price entryPrice;
};

QString text(const char *source) { return QCoreApplication::translate("ChartMarker", source); }

} // namespace

std::vector<ChartMarker> fillMarkers(const RowList<FillRow> &fills, const InstrumentId &instrument)
{
    std::vector<ChartMarker> markers;
    std::map<StrategyId, Book> books;
    for (auto row = fills.rbegin(); row != fills.rend(); ++row) {
        const Fill &fill = row->fill;
        if (fill.instrument != instrument)
            continue;
        Book &book = books[fill.strategy];
        const bool isBuy = fill.side == Side::Buy;
        // A result says "closing" even where the opening fill is older than the list.
        const bool isClosing = (isBuy ? book.held.isNegative() : book.held.isPositive())
            || (book.held.isZero() && !row->realizedPnl.amount.isZero());
        ChartMarker marker;
        marker.kind = isBuy ? (isClosing ? ChartMarker::Kind::Cover : ChartMarker::Kind::Buy)
                            : (isClosing ? ChartMarker::Kind::Sell : ChartMarker::Kind::Short);
        marker.time = fill.time;
        marker.price = fill.lastPrice;
        marker.isClosing = isClosing;
        marker.text = u"%1 · %2 @ %3"_s.arg(fill.strategy.toString(), toString(fill.lastQuantity), toString(fill.lastPrice));
        if (isClosing) {
            marker.entryTime = book.entryTime;
            marker.entryPrice = book.entryPrice;
            marker.pnl = row->realizedPnl.toDouble();
            marker.text += u" · "_s + text("P&L %1").arg(toString(row->realizedPnl));
        } else if (book.held.isZero()) {
            book.entryTime = fill.time;
            book.entryPrice = fill.lastPrice;
        }
        if (!(isClosing && book.held.isZero()))
            book.held += isBuy ? fill.lastQuantity : -fill.lastQuantity;
        markers.push_back(marker);
    }
    return markers;
}

std::vector<ChartMarker> signalMarkers(const RowList<SignalRow> &signalRows, const InstrumentId &instrument)
{
    std::vector<ChartMarker> markers;
    for (const SignalRow &row : signalRows) {
        if (row.instrument != instrument)
            continue;
        ChartMarker marker;
        marker.kind = row.side == Side::Buy ? ChartMarker::Kind::SignalBuy : ChartMarker::Kind::SignalSell;
        marker.time = row.raisedAt;
        marker.price = row.signalPrice;
        marker.state = row.state;
        marker.text = u"%1 · %2"_s.arg(row.strategy.toString(), stateText(row.state));
        if (!row.stateReason.isEmpty())
            marker.text += u": "_s + row.stateReason;
        for (const ReasonText &reason : row.reasons)
            marker.text += (reason.isMet ? u"\n✓ "_s : u"\n✗ "_s) + reasonText(reason);
        markers.push_back(marker);
    }
    return markers;
}

} // namespace bellwether
