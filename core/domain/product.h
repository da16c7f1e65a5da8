#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace bellwether {

struct Instrument;

/// How a venue of India settles an order; it sets charges, margin and whether the day ends with a square-off. None
/// elsewhere.
enum class Product {
    None,
    Delivery, ///< CNC: paid in full, held over the night, no short sale
    Intraday, ///< MIS: on margin, squared off before the close
    Carry,    ///< NRML: derivatives that are held over the night
};
inline constexpr int productCount = 4;
/// `CNC`, `MIS`, `NRML`; empty for none.
QString toString(Product product);
/// Reads those, in any case. Nothing for another text.
std::optional<Product> parseProduct(QStringView text);
/// Whether orders of the instrument have a product at all.
bool hasProducts(const Instrument &instrument);
/// What orders of the instrument may be, the usual one of a trader's own order first; empty where there is nothing to choose.
std::vector<Product> productsOf(const Instrument &instrument);

} // namespace bellwether
