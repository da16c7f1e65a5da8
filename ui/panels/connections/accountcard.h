#pragma once

#include "core/desk/venueaccounts.h"
#include "ui/panels/panel.h"
#include "ui/widgets/lamp.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace bellwether {

/// One account at a venue: its lamp, its figures, the rights of its key, and what can be done with it.
class AccountCard final : public QFrame {
    Q_OBJECT
public:
    explicit AccountCard(const PanelContext &context, QWidget *parent = nullptr);
    void setRow(const VenueAccountRow &row);

Q_SIGNALS:
    void testWanted();
    void armWanted();
    void disarmWanted();
    void liveWanted();
    void symbolsWanted();
    void removeWanted();

private:
    QLabel *addFigure(QGridLayout *grid, int row, int column, const QString &caption, const QString &help, const QString &name);
    void showLamp(const VenueAccountRow &row);
    void showFigures(const VenueAccountRow &row);
    void showButtons(const VenueAccountRow &row);

    Format m_format;
    Lamp *m_lamp;
    QLabel *m_name;
    QLabel *m_place;
    QLabel *m_live;
    QLabel *m_latency = nullptr;
    QLabel *m_offset = nullptr;
    QLabel *m_weight = nullptr;
    QProgressBar *m_weightBar = nullptr;
    QLabel *m_orders = nullptr;
    QLabel *m_rights = nullptr;
    QLabel *m_checked = nullptr;
    QLabel *m_balances;
    QLabel *m_error;
    QPushButton *m_test;
    QPushButton *m_symbols;
    QPushButton *m_arm;
    QPushButton *m_disarm;
    QPushButton *m_go;
    QPushButton *m_remove;
};

/// The word and the colour of an account's lamp.
std::pair<Lamp::State, QString> accountLamp(const VenueAccountRow &row);

} // namespace bellwether
