#pragma once

#include "core/base/result.h"

#include <QMap>
#include <QString>
#include <QVariant>

#include <vector>

namespace bellwether {

/// Declares one key of the settings file: name (`section.key`), default, allowed range, one line of help. Settings
/// pages, the command line and validation all read this declaration.
template <typename T> struct Setting {
    QStringView key;
    T fallback;
    std::pair<T, T> range;
    QStringView help;
};

/// A switch has no range; a text is checked by its user.
template <> struct Setting<bool> {
    QStringView key;
    bool fallback;
    QStringView help;
};
template <> struct Setting<QString> {
    QStringView key;
    QStringView fallback;
    QStringView help;
};

/// The values of one profile: a settings file (INI), overridden by the environment (`BELLWETHER_<SECTION>_<KEY>`),
/// overridden by `--set key=value`. Values are checked when read; a bad one is an Error naming key, value and range,
/// never a silent default. A plain value: copy it to another thread freely.
class Settings {
public:
    /// Reads `path` where it exists; an absent file is an empty one. Errors: FileUnreadable.
    static Result<Settings> load(const QString &path);

    /// Sets a key for this process only (`--set`, tests).
    void override(const QString &key, const QString &value) { m_values[key] = value; }
    /// Overrides from BELLWETHER_<SECTION>_<KEY> environment variables for every key in `declared`.
    void applyEnvironment(const std::vector<QStringView> &declared);

    Result<bool> value(const Setting<bool> &setting) const;
    Result<int> value(const Setting<int> &setting) const;
    Result<double> value(const Setting<double> &setting) const;
    QString value(const Setting<QString> &setting) const;

    bool contains(QStringView key) const { return m_values.contains(key.toString()); }
    const QMap<QString, QString> &values() const { return m_values; }

private:
    QMap<QString, QString> m_values;
};

/// Writes one key into the settings file and keeps every other line; the file is replaced whole or not at all.
Result<void> saveSetting(const QString &path, const QString &key, const QString &value);

} // namespace bellwether
