#include "app/bellwether-cli/session.h"

#include "app/composition/makedesk.h"

using namespace Qt::StringLiterals;

namespace bellwether::cli {

Result<Session> Session::open(const Context &context)
{
    auto profile = Profile::open(QString::fromStdString(context.profile));
    if (!profile)
        return failure(profile.error());
    const QString path = context.config.empty() ? profile->settingsPath() : QString::fromStdString(context.config);
    if (!context.config.empty() && !QFile::exists(path))
        return failure(ErrorCode::FileUnreadable, u"%1: no such settings file"_s.arg(path));
    auto settings = Settings::load(path);
    if (!settings)
        return failure(settings.error());
    settings->applyEnvironment(declaredSettings());
    for (const std::string &entry : context.overrides) {
        const QString text = QString::fromStdString(entry);
        const qsizetype equals = text.indexOf(u'=');
        if (equals <= 0)
            return failure(ErrorCode::InvalidArgument, u"--set %1: expected KEY=VALUE"_s.arg(text));
        const QString key = text.left(equals);
        if (std::find(declaredSettings().begin(), declaredSettings().end(), QStringView(key)) == declaredSettings().end())
            return failure(ErrorCode::NotFound, u"--set %1: no setting of that name"_s.arg(key));
        settings->override(key, text.mid(equals + 1));
    }
    return Session{*std::move(profile), *std::move(settings)};
}

} // namespace bellwether::cli
