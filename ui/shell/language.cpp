#include "ui/shell/language.h"

#include <QCoreApplication>
#include <QTranslator>

using namespace Qt::StringLiterals;

static void registerTranslations() { Q_INIT_RESOURCE(translations); }

namespace bellwether {

QStringList languageCodes() { return {u"en"_s, u"de"_s, u"hi"_s}; }

void setLanguage(const QString &code)
{
    registerTranslations();
    static QTranslator *current = nullptr; // belongs to the application
    if (current) {
        QCoreApplication::removeTranslator(current);
        delete current;
    }
    current = new QTranslator(QCoreApplication::instance());
    // English has its plural forms in a file too.
    if (current->load(u":/translations/bellwether_%1.qm"_s.arg(languageCodes().contains(code) ? code : u"en"_s)))
        QCoreApplication::installTranslator(current);
}

} // namespace bellwether
