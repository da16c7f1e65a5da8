#include "tests/architecture/sourcetree.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace bellwether::test;

namespace {

/// What a snapshot leaves out, because it is made anew from what is in it, or is no part of the state.
const QMap<QString, QStringList> rebuilt{
    {u"core/execution/orderbook.h"_s, {u"m_activeByBook"_s, u"m_activeEntries"_s, u"m_byClientId"_s, u"m_free"_s}}, // by OrderBook::add
    {u"core/portfolio/portfolio.h"_s, {u"m_ids"_s, u"m_markIndex"_s, u"m_grossExposure"_s, u"m_netExposure"_s}},    // by openBook and revalue
    {u"core/engine/strategyscores.h"_s, {u"m_changes"_s}}, // counts changes of this run, for whoever shows them
};

/// The data members that a header declares, by the one notation that the tree has: `Type m_name;`, with or without a value.
QStringList membersOf(const QString &text)
{
    static const QRegularExpression declaration(u"^ +(?:mutable )?[A-Za-z_][^;()]*?[ &*>](m_\\w+)(?: = [^;]*|\\{[^;]*\\})?;"_s, QRegularExpression::MultilineOption);
    QStringList members;
    for (auto found = declaration.globalMatch(text); found.hasNext();)
        members += found.next().captured(1);
    return members;
}

bool isNamedIn(const QString &text, const QString &member)
{
    return text.contains(QRegularExpression(u"\\b%1\\b"_s.arg(member)));
}

} // namespace

/// A member of the state that a snapshot forgets is lost at the next start: every class that StateFields may look into has
/// all of its members there.
class TestStateFields : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsTheNotation();
    void everyMemberIsInASnapshot();
};

void TestStateFields::readsTheNotation()
{
    const QString text = u"class A {\n    void f() const { return m_x; }\n    int m_a;\n    std::map<K, std::vector<V>> m_b;\n    bool m_c = false; ///< so\n"
                         "    mutable Flow m_d;\n    const Clock &m_e;\n    int m_f{1};\n        m_g = 3;\n};\n"_s;
    QCOMPARE(membersOf(text), (QStringList{u"m_a"_s, u"m_b"_s, u"m_c"_s, u"m_d"_s, u"m_e"_s, u"m_f"_s}));
}

void TestStateFields::everyMemberIsInASnapshot()
{
    const QString fields = sourceText(u"core/engine/statefields.h"_s);
    QVERIFY(!fields.isEmpty());
    QStringList forgotten;
    QStringList needless;
    int classes = 0;
    for (const QString &file : sourceFiles(u"core"_s, {u".h"_s})) {
        const QString text = sourceText(file);
        if (!text.contains(u"friend struct StateFields;"_s))
            continue;
        ++classes;
        const QStringList members = membersOf(text);
        QVERIFY2(!members.isEmpty(), qPrintable(file));
        for (const QString &member : members) {
            const bool isRebuilt = rebuilt.value(file).contains(member);
            const bool isNamed = isNamedIn(fields, member);
            if (!isNamed && !isRebuilt)
                forgotten += file + u": "_s + member;
            if (isNamed && isRebuilt)
                needless += file + u": "_s + member;
        }
    }
    QVERIFY2(forgotten.isEmpty(), qPrintable(forgotten.join(u", "_s)));
    QVERIFY2(needless.isEmpty(), qPrintable(needless.join(u", "_s)));
    QCOMPARE(classes, 10);
}

QTEST_APPLESS_MAIN(TestStateFields)
#include "tst_statefields.moc"
