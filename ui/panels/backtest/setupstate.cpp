#include "ui/panels/backtest/setupform.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

// The form between two starts of the program.
namespace bellwether {

namespace {

/// The texts of a request under the names they are kept by.
template <typename Request> auto textsOf(Request &request)
{
    return std::array{std::pair{u"strategy"_s, &request.strategy},     std::pair{u"timeframe"_s, &request.timeframe},
                      std::pair{u"from"_s, &request.from},             std::pair{u"to"_s, &request.to},
                      std::pair{u"capital"_s, &request.capital},       std::pair{u"sizing"_s, &request.sizing},
                      std::pair{u"size"_s, &request.size},             std::pair{u"commission"_s, &request.commission},
                      std::pair{u"spread"_s, &request.spread},         std::pair{u"slippage"_s, &request.slippage},
                      std::pair{u"fill"_s, &request.fill},             std::pair{u"end"_s, &request.closeAtEnd},
                      std::pair{u"confidence"_s, &request.minConfidence}};
}

template <typename Request> auto listsOf(Request &request)
{
    return std::array{std::pair{u"files"_s, &request.dataFiles}, std::pair{u"instruments"_s, &request.instruments},
                      std::pair{u"parameters"_s, &request.parameters}};
}

} // namespace

QString SetupForm::state() const
{
    const LabRequest request = m_wanted.value_or(this->request());
    QJsonObject kept;
    for (const auto &[name, text] : textsOf(request))
        kept[name] = *text;
    for (const auto &[name, list] : listsOf(request))
        kept[name] = QJsonArray::fromStringList(*list);
    kept[u"short"_s] = request.canShort;
    return QString::fromLatin1(QJsonDocument(kept).toJson(QJsonDocument::Compact).toBase64(QByteArray::OmitTrailingEquals));
}

void SetupForm::restoreState(const QString &text)
{
    const QJsonObject kept = QJsonDocument::fromJson(QByteArray::fromBase64(text.toLatin1())).object();
    if (kept.isEmpty())
        return;
    LabRequest request;
    for (const auto &[name, value] : textsOf(request))
        *value = kept[name].toString();
    for (const auto &[name, list] : listsOf(request)) {
        for (const QJsonValue &item : kept[name].toArray())
            list->append(item.toString());
    }
    request.canShort = kept[u"short"_s].toBool();
    if (m_catalogue.strategies.empty())
        m_wanted = request;
    else
        setRequest(request);
}

} // namespace bellwether
