#include "ui/theme/theme.h"

#include <QRegularExpression>
#include <QTest>

using namespace bellwether;
using namespace Qt::StringLiterals;

class TestPalette : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void contrastRatio_knownPairs()
    {
        // WCAG 2.1: black on white is 21 : 1; #767676 on white is the well known 4.54 : 1.
        QVERIFY(std::fabs(contrastRatio(Qt::black, Qt::white) - 21.0) < 1e-6);
        QVERIFY(std::fabs(contrastRatio(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.005);
    }

    void texts_areReadable_data()
    {
        QTest::addColumn<ColorScheme>("scheme");
        QTest::addColumn<UpDownColors>("upDown");
        QTest::newRow("dark, green is up") << ColorScheme::Dark << UpDownColors::GreenUp;
        QTest::newRow("dark, red is up") << ColorScheme::Dark << UpDownColors::RedUp;
        QTest::newRow("dark, blue is up") << ColorScheme::Dark << UpDownColors::BlueUp;
        QTest::newRow("light, green is up") << ColorScheme::Light << UpDownColors::GreenUp;
        QTest::newRow("light, red is up") << ColorScheme::Light << UpDownColors::RedUp;
        QTest::newRow("light, blue is up") << ColorScheme::Light << UpDownColors::BlueUp;
    }
    void texts_areReadable()
    {
        QFETCH(ColorScheme, scheme);
        QFETCH(UpDownColors, upDown);
        for (const auto &[text, ground] : textPairs()) {
            const double ratio
                = contrastRatio(paletteColor(text, scheme, upDown), paletteColor(ground, scheme, upDown));
            if (ratio < 4.5) {
                QFAIL(qPrintable(u"%1 on %2 has a contrast of %3"_s.arg(paletteName(text), paletteName(ground))
                                     .arg(ratio, 0, 'f', 2)));
            }
        }
    }

    // Every text colour of the sheet on its own ground, or, where a rule names none, on both grounds of the window.
    void everyRuleOfTheSheet_isReadable_data() { texts_areReadable_data(); }
    void everyRuleOfTheSheet_isReadable()
    {
        QFETCH(ColorScheme, scheme);
        QFETCH(UpDownColors, upDown);
        const Theme theme; // registers the resources
        QFile file(u":/bellwether.qss"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString sheet = QString::fromUtf8(file.readAll());
        const auto roleOf = [](const QString &name) {
            for (int i = 0; i < colorRoleCount; ++i) {
                if (paletteName(ColorRole(i)) == name)
                    return std::optional(ColorRole(i));
            }
            return std::optional<ColorRole>();
        };
        static const QRegularExpression rule(u"([^{}]+)\\{([^{}]*)\\}"_s);
        static const QRegularExpression foreground(u"(?<![-\\w])color:\\s*@(\\w+)@"_s);
        static const QRegularExpression ground(u"(?<![-\\w])background(?:-color)?:\\s*@(\\w+)@"_s);
        int checked = 0;
        for (auto each = rule.globalMatch(sheet); each.hasNext();) {
            const QRegularExpressionMatch match = each.next();
            const auto text = roleOf(foreground.match(match.captured(2)).captured(1));
            if (!text)
                continue;
            std::vector<ColorRole> grounds{ColorRole::Surface, ColorRole::Window};
            if (const auto own = roleOf(ground.match(match.captured(2)).captured(1)))
                grounds = {*own};
            for (const ColorRole behind : grounds) {
                const double ratio = contrastRatio(paletteColor(*text, scheme, upDown), paletteColor(behind, scheme, upDown));
                QVERIFY2(ratio >= 4.5, qPrintable(u"%1: %2 on %3 has a contrast of %4"_s.arg(match.captured(1).trimmed(), paletteName(*text), paletteName(behind))
                                                      .arg(ratio, 0, 'f', 2)));
                ++checked;
            }
        }
        QVERIFY(checked > 40);
    }

    // What the charts draw with: text on tags and plates, bars and markers that carry meaning (3 : 1, WCAG 2.1, 1.4.11).
    void shapesOfTheChart_standOut_data() { texts_areReadable_data(); }
    void shapesOfTheChart_standOut()
    {
        QFETCH(ColorScheme, scheme);
        QFETCH(UpDownColors, upDown);
        for (const ColorRole shape : {ColorRole::CandleUp, ColorRole::CandleDown, ColorRole::Crosshair, ColorRole::Accent}) {
            const double ratio = contrastRatio(paletteColor(shape, scheme, upDown), paletteColor(ColorRole::Surface, scheme, upDown));
            QVERIFY2(ratio >= 3, qPrintable(u"%1 on the chart has a contrast of %2"_s.arg(paletteName(shape)).arg(ratio, 0, 'f', 2)));
        }
    }

    void redUp_swapsUpAndDown()
    {
        QCOMPARE(paletteColor(ColorRole::CandleUp, ColorScheme::Dark, UpDownColors::RedUp),
                 paletteColor(ColorRole::CandleDown, ColorScheme::Dark, UpDownColors::GreenUp));
    }

    void styleSheet_knowsEveryRole()
    {
        const Theme theme;
        const QString sheet = theme.styleSheet();
        QVERIFY(!sheet.isEmpty());
        const auto left = QRegularExpression(u"@[A-Za-z]+@"_s).match(sheet);
        QVERIFY2(!left.hasMatch(), qPrintable(left.captured()));
    }

    void icons_areThere()
    {
        const Theme theme;
        for (const QStringView name : {u"approve", u"reject", u"edit", u"kill", u"auto", u"pause", u"step", u"close",
                                       u"cancel", u"indicators", u"golive", u"magnet", u"theme", u"layout"})
            QVERIFY2(!theme.icon(name).isNull(), qPrintable(name.toString()));
    }
};

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
