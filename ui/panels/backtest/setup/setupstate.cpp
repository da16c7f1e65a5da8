#include "ui/panels/backtest/setup/setupform.h"

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
    return std::array{std::pair{u"timeframe"_s, &request.timeframe},   std::pair{u"from"_s, &request.from},
                      std::pair{u"to"_s, &request.to},                 std::pair{u"capital"_s, &request.capital},
                      std::pair{u"sizing"_s, &request.sizing},         std::pair{u"size"_s, &request.size},
                      std::pair{u"category"_s, &request.category},     std::pair{u"costs"_s, &request.costs},
                      std::pair{u"commission"_s, &request.commission}, std::pair{u"spread"_s, &request.spread},
                      std::pair{u"slippage"_s, &request.slippage},     std::pair{u"participation"_s, &request.participation},
                      std::pair{u"borrow"_s, &request.borrow},         std::pair{u"stop"_s, &request.stop},
                      std::pair{u"target"_s, &request.target},         std::pair{u"timeStop"_s, &request.timeStop},
                      std::pair{u"fill"_s, &request.fill},             std::pair{u"end"_s, &request.closeAtEnd},
                      std::pair{u"confidence"_s, &request.minConfidence}, std::pair{u"checks"_s, &request.checks},
                      std::pair{u"detail"_s, &request.detail}};
}

template <typename Request> auto listsOf(Request &request)
{
    return std::array{std::pair{u"files"_s, &request.dataFiles}, std::pair{u"instruments"_s, &request.instruments},
                      std::pair{u"strategies"_s, &request.strategies}, std::pair{u"parameters"_s, &request.parameters}};
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
    kept[u"preset"_s] = preset();
    QJsonArray folded;
    for (const FormSection *section : m_sections) {
        if (section->isFolded())
            folded.append(section->objectName());
    }
    kept[u"folded"_s] = folded;
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
    setPreset(kept[u"preset"_s].toString());
    const QJsonArray folded = kept[u"folded"_s].toArray();
    for (FormSection *section : m_sections)
        section->setFolded(folded.contains(section->objectName()));
    if (m_strategies->isEmpty())
        m_wanted = request;
    else
        setRequest(request);
}

} // namespace bellwether
