#include "tests/architecture/sourcetree.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLibraryInfo>
#include <QRegularExpression>
#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace bellwether::test;

namespace {

const QStringList cppEndings{u".h"_s, u".cpp"_s};

QString place(const IncludeLine &include)
{
    return u"%1:%2 includes \"%3\""_s.arg(include.file, QString::number(include.line), include.header);
}

/// One line a finding, so that the failure names every place at once.
QString joined(const QStringList &findings) { return u'\n' + findings.join(u'\n'); }

QStringList linesMatching(const QString &file, const QRegularExpression &wrong)
{
    QStringList findings;
    int number = 0;
    for (const QString &line : sourceText(file).split(u'\n')) {
        ++number;
        if (wrong.match(line).hasMatch())
            findings.append(u"%1:%2: %3"_s.arg(file, QString::number(number), line.trimmed()));
    }
    return findings;
}

} // namespace

#define NONE(findings) QVERIFY2((findings).isEmpty(), qPrintable(joined(findings)))

/// Holds the include directions of the module map and the house rules that can be read off the text of the tree.
class TestIncludeArrows : public QObject {
    Q_OBJECT
private:
    Arrows m_arrows;

private Q_SLOTS:
    void initTestCase();
    void parsesItsOwnNotation();
    void everySourceFolderIsAModule();
    void arrowsHaveNoCycle();
    void includesFollowTheArrows();
    void linksFollowTheArrows();
    void coreUsesQtCoreAlone();
    void sheetsAreSetByTheThemeAlone();
    void headersAreGuardedAndNamedSo();
    void noMachinePaths();
    void dependenciesAreWellFormed();
    void presetsAreComplete();
    void documentsLinkToWhatExists();
};

void TestIncludeArrows::initTestCase()
{
    m_arrows = parseArrows(sourceText(u"docs/architecture.md"_s));
    QVERIFY2(m_arrows.size() > 10, "docs/architecture.md has no table `| Module | May include |`");
}

void TestIncludeArrows::parsesItsOwnNotation()
{
    const Arrows arrows = parseArrows(u"text\n| Module | May include |\n|---|---|\n| `core/base` | – |\n"
                                      "| `core/risk` | base, core/domain |\n\n| `core/late` | base |\n"_s);
    QCOMPARE(arrows.keys(), (QStringList{u"core/base"_s, u"core/risk"_s}));
    QVERIFY(arrows[u"core/base"_s].isEmpty());
    QCOMPARE(arrows[u"core/risk"_s], (QSet<QString>{u"core/base"_s, u"core/domain"_s}));
    QCOMPARE(moduleOf(u"core/risk/rules/a.h"_s, arrows), u"core/risk"_s);
    QCOMPARE(moduleOf(u"core/riskier/a.h"_s, arrows), QString());

    const auto includes = includesOf(u"a.cpp"_s, u"#include \"core/base/x.h\"\n// text\n  # include <QFile>\n"_s);
    QCOMPARE(includes.size(), std::size_t(2));
    QCOMPARE(includes[0].header, u"core/base/x.h"_s);
    QVERIFY(includes[0].isOwn);
    QCOMPARE(includes[1].line, 3);
    QVERIFY(!includes[1].isOwn);
}

void TestIncludeArrows::everySourceFolderIsAModule()
{
    QStringList findings;
    for (const QString &folder : {u"core"_s, u"ui"_s, u"app"_s}) {
        for (const QString &file : sourceFiles(folder, cppEndings)) {
            if (moduleOf(file, m_arrows).isEmpty())
                findings.append(file + u": its folder has no row in docs/architecture.md"_s);
        }
    }
    for (const QString &module : m_arrows.keys()) {
        if (!QFileInfo::exists(sourcePath(module + u"/CMakeLists.txt"_s)))
            findings.append(module + u": a row of docs/architecture.md without a target"_s);
        for (const QString &target : m_arrows[module]) {
            if (!m_arrows.contains(target))
                findings.append(u"%1: its row names %2, which has none"_s.arg(module, target));
        }
    }
    NONE(findings);
}

void TestIncludeArrows::arrowsHaveNoCycle()
{
    enum class Mark { New, Open, Done };
    QMap<QString, Mark> marks;
    QStringList findings;
    const std::function<void(const QString &)> visit = [&](const QString &module) {
        marks[module] = Mark::Open;
        for (const QString &target : m_arrows[module]) {
            const Mark mark = marks.value(target, Mark::New);
            if (mark == Mark::Open)
                findings.append(u"%1 and %2 include each other, directly or around a corner"_s.arg(module, target));
            else if (mark == Mark::New)
                visit(target);
        }
        marks[module] = Mark::Done;
    };
    for (const QString &module : m_arrows.keys()) {
        if (marks.value(module, Mark::New) == Mark::New)
            visit(module);
    }
    NONE(findings);
}

void TestIncludeArrows::includesFollowTheArrows()
{
    QStringList findings;
    for (const QString &folder : {u"core"_s, u"ui"_s, u"app"_s}) {
        for (const QString &file : sourceFiles(folder, cppEndings)) {
            const QString from = moduleOf(file, m_arrows);
            for (const IncludeLine &include : includesOf(file, sourceText(file))) {
                if (!include.isOwn)
                    continue;
                const QString to = moduleOf(include.header, m_arrows);
                if (to.isEmpty()) {
                    // What the build generates stands beside nothing; every other header is named from the root.
                    if (!include.header.startsWith(u"ui_"_s) && include.header.endsWith(u".h"_s))
                        findings.append(place(include) + u": write the path from the root"_s);
                } else if (to != from && !m_arrows[from].contains(to)) {
                    findings.append(place(include) + u": docs/architecture.md has no arrow to "_s + to);
                }
            }
        }
    }
    NONE(findings);
}

// The PUBLIC and PRIVATE lines of a module repeat the map: what a module links is what it may include.
void TestIncludeArrows::linksFollowTheArrows()
{
    static const QRegularExpression library(uR"(Bellwether::(\w+))"_s);
    static const QRegularExpression comment(u"#[^\n]*"_s);
    QMap<QString, QString> moduleOfLibrary;
    for (const QString &module : m_arrows.keys()) {
        const QString name = module.section(u'/', -1);
        if (module.startsWith(u"core/"_s))
            moduleOfLibrary[name.left(1).toUpper() + name.mid(1)] = module;
    }
    QStringList findings;
    for (const QString &module : m_arrows.keys()) {
        if (!module.startsWith(u"core/"_s))
            continue;
        const QString file = module + u"/CMakeLists.txt"_s;
        auto links = library.globalMatch(sourceText(file).remove(comment));
        while (links.hasNext()) {
            const QString name = links.next().captured(1);
            const QString target = moduleOfLibrary.value(name);
            if (!target.isEmpty() && target != module && !m_arrows[module].contains(target))
                findings.append(u"%1 links Bellwether::%2: docs/architecture.md has no arrow to %3"_s.arg(file, name, target));
        }
    }
    NONE(findings);
}

void TestIncludeArrows::coreUsesQtCoreAlone()
{
    const QString headers = QLibraryInfo::path(QLibraryInfo::HeadersPath);
    if (!QFileInfo::exists(headers + u"/QtCore/QString"_s))
        QSKIP("Qt's headers are not installed here: this check did not run");
    QStringList findings;
    for (const QString &file : sourceFiles(u"core"_s, cppEndings)) {
        QStringList allowed{u"QtCore"_s};
        if (file.startsWith(u"core/storage/"_s))
            allowed.append(u"QtSql"_s);
        if (file.startsWith(u"core/net/"_s) || file.startsWith(u"core/brokers/"_s) || file.startsWith(u"core/exchange/"_s))
            allowed << u"QtNetwork"_s << u"QtWebSockets"_s;
        for (const IncludeLine &include : includesOf(file, sourceText(file))) {
            if (include.isOwn || !include.header.startsWith(u'Q'))
                continue;
            const bool isAllowed = std::any_of(allowed.begin(), allowed.end(), [&](const QString &library) {
                return include.header.startsWith(library + u'/')
                    || QFileInfo::exists(headers + u'/' + library + u'/' + include.header);
            });
            if (!isAllowed)
                findings.append(place(include) + u": core may use "_s + allowed.join(u" and "_s));
        }
    }
    NONE(findings);
}

void TestIncludeArrows::sheetsAreSetByTheThemeAlone()
{
    static const QRegularExpression sheet(uR"(\bsetStyleSheet\b)"_s);
    QStringList findings;
    for (const QString &file : sourceFiles(u"ui"_s, cppEndings)) {
        if (!file.startsWith(u"ui/theme/"_s))
            findings += linesMatching(file, sheet);
    }
    NONE(findings);
}

void TestIncludeArrows::headersAreGuardedAndNamedSo()
{
    static const QRegularExpression name(u"^((tst|bench)_)?[a-z0-9]+\\.(h|cpp)$"_s);
    QStringList findings;
    for (const QString &folder : {u"core"_s, u"ui"_s, u"app"_s, u"tests"_s}) {
        for (const QString &file : sourceFiles(folder, cppEndings)) {
            if (!name.match(file.section(u'/', -1)).hasMatch())
                findings.append(file + u": file names are lower-case without separators"_s);
            if (file.endsWith(u".h"_s) && !sourceText(file).startsWith(u"#pragma once\n"_s))
                findings.append(file + u": opens without #pragma once"_s);
        }
    }
    NONE(findings);
}

void TestIncludeArrows::noMachinePaths()
{
    // Written so that this line does not find itself.
    static const QRegularExpression path(u"(^|[^\\w.])/(home|root|Users|work|mnt)/\\w"_s);
    static const QStringList binary{u".png"_s, u".zip"_s, u".gz"_s, u".ttf"_s, u".ico"_s, u".sqlite"_s, u".qm"_s};
    QStringList findings;
    for (const QString &file : sourceFiles(QString(), {})) {
        const auto endsSo = [&file](const QString &ending) { return file.endsWith(ending); };
        if (!std::any_of(binary.begin(), binary.end(), endsSo) && file != u"LICENSE"_s)
            findings += linesMatching(file, path);
    }
    NONE(findings);
}

void TestIncludeArrows::dependenciesAreWellFormed()
{
    // Debian policy 5.6.1: lower-case letters, digits, plus, minus and dot, at least two.
    static const QRegularExpression package(u"^[a-z0-9][a-z0-9+.-]+$"_s);
    const QString file = u"packaging/dependencies.txt"_s;
    QStringList findings;
    QSet<QString> seen;
    int number = 0;
    for (const QString &line : sourceText(file).split(u'\n')) {
        ++number;
        if (line.isEmpty() || line.startsWith(u'#'))
            continue;
        const QString where = u"%1:%2: "_s.arg(file, QString::number(number));
        const QStringList fields = line.split(u" | "_s);
        if (fields.size() != 3 || fields.contains(QString()))
            findings.append(where + u"expected `package | purpose | licence`"_s);
        else if (!package.match(fields[0]).hasMatch())
            findings.append(where + u"not the name of a Debian package: "_s + fields[0]);
        else if (seen.contains(fields[0]))
            findings.append(where + u"listed twice: "_s + fields[0]);
        seen.insert(fields.value(0));
    }
    QVERIFY(!seen.isEmpty());
    NONE(findings);
}

void TestIncludeArrows::presetsAreComplete()
{
    QJsonParseError error;
    const QJsonObject presets = QJsonDocument::fromJson(sourceText(u"CMakePresets.json"_s).toUtf8(), &error).object();
    QVERIFY2(error.error == QJsonParseError::NoError, qPrintable(error.errorString()));
    for (const QString &kind : {u"configurePresets"_s, u"buildPresets"_s, u"testPresets"_s}) {
        QStringList names;
        for (const QJsonValue &preset : presets[kind].toArray())
            names.append(preset[u"name"_s].toString());
        for (const QString &name : {u"dev"_s, u"asan"_s, u"tsan"_s, u"release"_s, u"ci"_s})
            QVERIFY2(names.contains(name), qPrintable(kind + u" lacks "_s + name));
    }
    for (const QString &script : {u"packaging/run"_s, u"packaging/test"_s, u".ci/run"_s})
        QVERIFY2(QFileInfo(sourcePath(script)).isExecutable(), qPrintable(script + u" is not executable"_s));
}

void TestIncludeArrows::documentsLinkToWhatExists()
{
    static const QRegularExpression link(uR"(\]\(([^)#\s]+)(#[^)]*)?\))"_s);
    QStringList findings;
    QStringList documents = sourceFiles(u"docs"_s, {u".md"_s});
    documents += {u"README.md"_s, u"CHANGELOG.md"_s};
    for (const QString &document : documents) {
        auto links = link.globalMatch(sourceText(document));
        while (links.hasNext()) {
            const QString target = links.next().captured(1);
            const QString full = QFileInfo(sourcePath(document)).path() + u'/' + target;
            if (!target.contains(u"://"_s) && !QFileInfo::exists(full))
                findings.append(u"%1 links to %2, which does not exist"_s.arg(document, target));
        }
    }
    NONE(findings);
}

QTEST_APPLESS_MAIN(TestIncludeArrows)
#include "tst_includearrows.moc"
