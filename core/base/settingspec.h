#pragma once

#include "core/base/settings.h"

#include <QStringList>

namespace bellwether {

/// A declaration as pages of settings read it, whatever its type.
struct SettingSpec {
    enum class Type { Switch, Whole, Real, Text };
    QStringView key;            ///< lives as long as the program
    Type type = Type::Text;
    QString fallback;           ///< as written in the file
    double min = 0;             ///< Whole and Real
    double max = 0;
    QStringView help;
    QStringList choices = {};   ///< of a text that is one of few

    SettingSpec(const Setting<bool> &setting)
        : key(setting.key), type(Type::Switch), fallback(setting.fallback ? QStringLiteral("true") : QStringLiteral("false")), help(setting.help) {}
    SettingSpec(const Setting<int> &setting)
        : key(setting.key), type(Type::Whole), fallback(QString::number(setting.fallback)), min(setting.range.first),
          max(setting.range.second), help(setting.help) {}
    SettingSpec(const Setting<double> &setting)
        : key(setting.key), type(Type::Real), fallback(QString::number(setting.fallback, 'g', 12)), min(setting.range.first),
          max(setting.range.second), help(setting.help) {}
    SettingSpec(const Setting<QString> &setting, QStringList oneOf = {})
        : key(setting.key), fallback(setting.fallback.toString()), help(setting.help), choices(std::move(oneOf)) {}
    /// Whether a text is a value of this setting. Errors: InvalidNumber, OutOfRange, InvalidArgument, naming the range.
    Result<void> check(const QString &value) const;
};

} // namespace bellwether
