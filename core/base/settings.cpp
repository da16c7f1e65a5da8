#include "core/base/settings.h"

#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace bellwether {

namespace {

template <typename T> Result<T> checked(const Setting<T> &setting, T value, const QString &text, bool isNumber)
{
    if (!isNumber)
        return failure(ErrorCode::InvalidNumber, u"setting %1: '%2' is not a number"_s.arg(setting.key, text));
    if (!(value >= setting.range.first && value <= setting.range.second)) {
        return failure(ErrorCode::OutOfRange, u"setting %1: %2 is outside %3 to %4"_s.arg(setting.key, text)
                                                  .arg(setting.range.first)
                                                  .arg(setting.range.second));
    }
    return value;
}

Result<QStringList> readLines(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return QStringList();
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text))
        return failure(ErrorCode::FileUnreadable, u"%1: %2"_s.arg(path, file.errorString()));
    QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    if (!lines.isEmpty() && lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

} // namespace

Result<Settings> Settings::load(const QString &path)
{
    const auto lines = readLines(path);
    if (!lines)
        return failure(lines.error());
    Settings settings;
    QString section;
    int number = 0;
    for (const QString &raw : *lines) {
        ++number;
        const QString line = raw.trimmed();
        if (line.isEmpty() || line.startsWith(u'#') || line.startsWith(u';'))
            continue;
        if (line.startsWith(u'[') && line.endsWith(u']')) {
            section = line.mid(1, line.size() - 2).trimmed();
            continue;
        }
        const qsizetype equals = line.indexOf(u'=');
        if (equals <= 0)
            return failure(ErrorCode::BadData, u"%1:%2: expected 'key = value'"_s.arg(path).arg(number));
        const QString key = line.left(equals).trimmed();
        settings.m_values[section.isEmpty() ? key : section + u'.' + key] = line.mid(equals + 1).trimmed();
    }
    return settings;
}

void Settings::applyEnvironment(const std::vector<QStringView> &declared)
{
    for (const QStringView key : declared) {
        const QString name = u"BELLWETHER_"_s + key.toString().replace(u'.', u'_').toUpper();
        if (const QByteArray value = qgetenv(name.toLatin1().constData()); !value.isNull())
            m_values[key.toString()] = QString::fromUtf8(value);
    }
}

Result<bool> Settings::value(const Setting<bool> &setting) const
{
    const auto it = m_values.constFind(setting.key.toString());
    if (it == m_values.constEnd())
        return setting.fallback;
    const QString text = it->toLower();
    if (text == u"true"_s || text == u"1"_s || text == u"yes"_s || text == u"on"_s)
        return true;
    if (text == u"false"_s || text == u"0"_s || text == u"no"_s || text == u"off"_s)
        return false;
    return failure(ErrorCode::InvalidArgument, u"setting %1: '%2' is not true or false"_s.arg(setting.key, *it));
}

Result<int> Settings::value(const Setting<int> &setting) const
{
    const auto it = m_values.constFind(setting.key.toString());
    if (it == m_values.constEnd())
        return setting.fallback;
    bool isNumber = false;
    const int number = it->toInt(&isNumber);
    return checked(setting, number, *it, isNumber);
}

Result<double> Settings::value(const Setting<double> &setting) const
{
    const auto it = m_values.constFind(setting.key.toString());
    if (it == m_values.constEnd())
        return setting.fallback;
    bool isNumber = false;
    const double number = it->toDouble(&isNumber);
    return checked(setting, number, *it, isNumber && std::isfinite(number));
}

QString Settings::value(const Setting<QString> &setting) const
{
    return m_values.value(setting.key.toString(), setting.fallback.toString());
}

Result<void> saveSetting(const QString &path, const QString &key, const QString &value)
{
    auto lines = readLines(path);
    if (!lines)
        return failure(lines.error());
    const qsizetype dot = key.indexOf(u'.');
    const QString section = dot < 0 ? QString() : key.left(dot);
    const QString name = key.mid(dot + 1);
    const QString written = name + u" = "_s + value;

    QString current;
    qsizetype sectionEnd = section.isEmpty() ? 0 : -1;
    bool isReplaced = false;
    for (qsizetype i = 0; i < lines->size() && !isReplaced; ++i) {
        const QString line = lines->at(i).trimmed();
        if (line.startsWith(u'[') && line.endsWith(u']'))
            current = line.mid(1, line.size() - 2).trimmed();
        if (current != section)
            continue;
        sectionEnd = i + 1;
        if (line.section(u'=', 0, 0).trimmed() == name && line.contains(u'=')) {
            (*lines)[i] = written;
            isReplaced = true;
        }
    }
    if (!isReplaced && sectionEnd >= 0) {
        lines->insert(sectionEnd, written);
    } else if (!isReplaced) {
        lines->append(u'[' + section + u']');
        lines->append(written);
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write((lines->join(u'\n') + u'\n').toUtf8()) < 0 || !file.commit())
        return failure(ErrorCode::FileUnwritable, u"%1: %2"_s.arg(path, file.errorString()));
    return {};
}

} // namespace bellwether
