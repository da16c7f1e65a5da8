#include "core/engine/statefields.h"

using namespace Qt::StringLiterals;

namespace bellwether {

QByteArray DeskState::snapshot() const
{
    StateWriter writer;
    StateFields::of(writer, const_cast<DeskState &>(*this)); // a writer changes nothing
    return writer.take();
}

Result<void> DeskState::restore(const QByteArray &snapshot)
{
    const auto bad = [](const QString &why) { return failure(ErrorCode::BadData, u"snapshot: "_s + why); };
    DeskState read(m_catalogue, m_portfolio.startingCash());
    StateReader reader(snapshot);
    try {
        StateFields::of(reader, read);
    } catch (const std::logic_error &fault) {
        return bad(QString::fromUtf8(fault.what()));
    }
    if (!reader.isSound() || !reader.isAtEnd())
        return bad(u"it does not hold what it should"_s);
    *this = std::move(read);
    return {};
}

} // namespace bellwether
