#include "tests/support/fakedesk.h"
#include "tests/support/fakelab.h"
#include "tests/ui/shell/monkey.h"
#include "ui/panels/chart/chartpanel.h"
#include "ui/shell/actions.h"
#include "ui/shell/mainwindow.h"

#include <QDir>
#include <QElapsedTimer>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace bellwether;
using namespace bellwether::test;
using namespace Qt::StringLiterals;
using Kind = DeskCommand::Kind;

namespace {

/// Counts the deeds that were confirmed in a dialog that names them; harmless questions do not count.
class Confirmations final : public QObject {
public:
    int given() const { return m_given; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        auto *dialog = event->type() == QEvent::Show ? qobject_cast<QDialog *>(watched) : nullptr;
        if (dialog && !dialog->property("isCounted").toBool()) {
            dialog->setProperty("isCounted", true);
            for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
                const QString kind = button->property("kind").toString();
                if (kind.endsWith(u"Deed"_s) || (button->objectName() == u"confirmDeed"_s && kind == u"danger"_s))
                    connect(button, &QPushButton::clicked, this, [this] { ++m_given; });
            }
        }
        return false;
    }

private:
    int m_given = 0;
};

/// A command that brings an order to the market, or lets the desk do so by itself.
bool makesOrders(const DeskCommand &command)
{
    switch (command.kind) {
    case Kind::Submit:
    case Kind::Close:
    case Kind::CloseAll:
    case Kind::Reverse: return true;
    case Kind::AutoTrading:
    case Kind::Kill: return command.isOn;
    default: return false;
    }
}

QStringList *complaints = nullptr;

void listen(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type == QtDebugMsg || type == QtInfoMsg) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(text));
        return;
    }
    if (complaints && !complaints->contains(text))
        complaints->append(text);
}

} // namespace

/// Random input on the whole window over a running desk: no crash, no assertion, no order without its confirmation.
///
/// The long form: BELLWETHER_MONKEY_EVENTS=100000, another day with BELLWETHER_MONKEY_SEED.
class TestMonkey : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        QVERIFY(m_folder.isValid());
        QVERIFY(QDir::setCurrent(m_folder.path())); // whatever is written goes there
        qApp->installEventFilter(&m_confirmations);
    }

    void randomInput_neitherBreaksTheWindow_norSendsAnOrderUnasked()
    {
        const int events = qEnvironmentVariableIntValue("BELLWETHER_MONKEY_EVENTS") > 0 ? qEnvironmentVariableIntValue("BELLWETHER_MONKEY_EVENTS") : 1'500;
        const auto seed = std::uint64_t(qEnvironmentVariableIsSet("BELLWETHER_MONKEY_SEED") ? qEnvironmentVariableIntValue("BELLWETHER_MONKEY_SEED") : 1);
        qInfo("seed %llu, %d events", qulonglong(seed), events);
        FakeDesk desk({.symbols = 8, .historyBars = 400, .pendingSignals = 6, .seed = seed});
        FakeLab lab;
        for (std::size_t i = 0; i < 3; ++i)
            desk.openPosition(i, i == 1 ? Side::Sell : Side::Buy);
        QStringList heard;
        complaints = &heard;
        const QtMessageHandler before = qInstallMessageHandler(listen);
        QList<QKeySequence> shortcuts;
        for (const ActionSpec &spec : allActions()) {
            if (spec.shortcut[0] != '\0')
                shortcuts.append(QKeySequence(QString::fromLatin1(spec.shortcut)));
        }
        Monkey monkey(seed, shortcuts);
        std::unique_ptr<MainWindow> window;
        bool isRebuildWanted = true;
        std::size_t checked = 0;
        int unasked = 0;
        int orders = 0;
        int given = 0;
        QStringList trail;
        QElapsedTimer elapsed;
        elapsed.start();
        qint64 slowest = 0;
        qint64 last = 0;
        monkey.play(events, [&](int number) {
            if ((isRebuildWanted || !window->isVisible()) && !QApplication::activeModalWidget() && !QApplication::activePopupWidget()) {
                isRebuildWanted = false;
                if (window)
                    window->closeNow();
                window = std::make_unique<MainWindow>(desk, m_folder.filePath(u"bellwether.ini"_s));
                window->addLaboratory(lab);
                connect(window.get(), &MainWindow::rebuildWanted, this, [&] { isRebuildWanted = true; });
                window->resize(1'400, 860);
                window->show();
            }
            if (number % 20 == 0)
                desk.advance();
            if (number % 500 == 0)
                desk.addSignal(std::size_t(number / 500) % 8, number % 1'000 == 0 ? Side::Buy : Side::Sell);
            if (number % 2'000 == 0 && desk.scene().positions.size() < 4)
                desk.openPosition(std::size_t(number / 2'000) % 8, Side::Buy);
            // A question is answered and its order sent within one event.
            int sent = 0;
            for (; checked < desk.commands().size(); ++checked)
                sent += makesOrders(desk.commands()[checked]) ? 1 : 0;
            orders += sent;
            if (sent > m_confirmations.given() - given && unasked++ == 0)
                trail = monkey.trail();
            given = m_confirmations.given();
            slowest = std::max(slowest, elapsed.elapsed() - last);
            last = elapsed.elapsed();
        });
        if (window)
            window->closeNow();
        window.reset();
        qInstallMessageHandler(before);
        complaints = nullptr;
        qInfo("%lld ms, the slowest event %lld ms; %d questions confirmed, %d commands that make orders, %d approvals", elapsed.elapsed(), slowest,
              m_confirmations.given(), orders, desk.count(Kind::Approve));
        for (const QString &text : std::as_const(heard))
            qInfo("said: %s", qUtf8Printable(text));
        QVERIFY2(unasked == 0, qPrintable(u"%1 orders without a question; before the first:\n%2"_s.arg(unasked).arg(trail.join(u'\n'))));
        // Nobody approves the same proposal twice (U34).
        std::set<std::pair<SignalId, std::uint32_t>> approved;
        for (const DeskCommand &command : desk.commands()) {
            if (command.kind == Kind::Approve)
                QVERIFY2(approved.emplace(command.signal, command.version).second, "approved twice");
        }
        QVERIFY(slowest < 60'000); // told above; on a machine that others use a minute is still no hang
    }

private:
    QTemporaryDir m_folder;
    Confirmations m_confirmations;
};

QTEST_MAIN(TestMonkey)
#include "tst_monkey.moc"
