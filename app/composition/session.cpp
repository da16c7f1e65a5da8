#include "app/composition/session.h"

#include "app/composition/makedesk.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace bellwether {

Result<Session> Session::open(const SessionOptions &options)
{
    auto profile = Profile::open(options.profile);
    if (!profile)
        return failure(profile.error());
    const QString path = options.config.isEmpty() ? profile->settingsPath() : options.config;
    if (!options.config.isEmpty() && !QFile::exists(path))
        return failure(ErrorCode::FileUnreadable, u"%1: no such settings file"_s.arg(path));
    auto settings = Settings::load(path);
    if (!settings)
        return failure(settings.error());
    settings->applyEnvironment(declaredSettings());
    for (const QString &text : options.overrides) {
        const qsizetype equals = text.indexOf(u'=');
        if (equals <= 0)
            return failure(ErrorCode::InvalidArgument, u"--set %1: expected KEY=VALUE"_s.arg(text));
        const QString key = text.left(equals);
        if (std::find(declaredSettings().begin(), declaredSettings().end(), QStringView(key)) == declaredSettings().end())
            return failure(ErrorCode::NotFound, u"--set %1: no setting of that name"_s.arg(key));
        settings->override(key, text.mid(equals + 1));
    }
    return Session{*std::move(profile), path, *std::move(settings)};
}

int exitCodeOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidArgument:
    case ErrorCode::OutOfRange:
    case ErrorCode::NotFound:
    case ErrorCode::Unsupported: return 2;
    case ErrorCode::InvalidNumber:
    case ErrorCode::InvalidTime:
    case ErrorCode::BadData:
    case ErrorCode::FileUnreadable: return 3;
    case ErrorCode::Denied:
    case ErrorCode::StoreLocked: return 4;
    case ErrorCode::Cancelled: return 130;
    default: return 1;
    }
}

} // namespace bellwether
