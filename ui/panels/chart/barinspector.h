#pragma once

#include "ui/panels/panel.h"

class QLabel;
class QTextBrowser;

namespace bellwether {

/// Why there was no trade at a bar: every strategy's conditions there, met or not, and the first gate that stopped it.
/// Asks the desk; what does not answer the last question is dropped. Esc and the cross close it.
class BarInspector final : public QWidget {
    Q_OBJECT
public:
    BarInspector(const PanelContext &context, QWidget *parent);

    /// Shows the bar that closed in (after, upTo].
    void inspect(const InstrumentId &instrument, Timestamp after, Timestamp upTo);

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void show(const BarExplanation &explanation);
    void render();
    QString blockOf(const StrategyVerdict &verdict) const;
    QString timeOf(Timestamp after, Timestamp upTo) const;

    PanelContext m_context;
    QLabel *m_title;
    QTextBrowser *m_text;
    CommandId m_asked = 0;
    BarExplanation m_shown;
};

/// The first thing that stopped a strategy at a bar, or that nothing did, as a sentence.
QString gateText(const StrategyVerdict &verdict);

} // namespace bellwether
