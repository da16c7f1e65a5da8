#include "ui/panels/backtest/setup/setupform.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

// The form between two starts of the program.
namespace bellwether {

namespace {

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
    for (const auto &[name, text] : requestWords(request))
        kept[name] = *text;
    kept[u"checks"_s] = request.checks;
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
    for (const auto &[name, value] : requestWords(request))
        *value = kept[name].toString();
    request.checks = kept[u"checks"_s].toString();
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
