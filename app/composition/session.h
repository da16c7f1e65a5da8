#pragma once

#include "app/composition/profile.h"

#include <QStringList>

namespace bellwether {

/// What every program may be told about where its data is and how it is set up.
struct SessionOptions {
    QString profile;         ///< folder; empty: the user's data folder
    QString config;          ///< settings file; empty: that of the profile
    QStringList overrides;   ///< `key=value`, as --set takes them
};

/// Profile and settings that a program runs with.
struct Session {
    Profile profile;
    QString settingsPath;
    Settings settings;

    /// Opens the profile and reads the settings: file, environment, then the overrides. Errors name file, line or key.
    static Result<Session> open(const SessionOptions &options);
};

/// The exit code that fits the kind of error (docs/cli.md): wrong usage for unknown names and ranges, bad input for files.
int exitCodeOf(ErrorCode code);

} // namespace bellwether
