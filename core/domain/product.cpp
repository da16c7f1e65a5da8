#include "core/domain/product.h"

#include "core/domain/instrument.h"

using namespace Qt::StringLiterals;

namespace bellwether {

QString toString(Product product)
{
    switch (product) {
    case Product::None: return {};
    case Product::Delivery: return u"CNC"_s;
    case Product::Intraday: return u"MIS"_s;
    case Product::Carry: return u"NRML"_s;
    }
    return {};
}

std::optional<Product> parseProduct(QStringView text)
{
    for (const Product product : {Product::Delivery, Product::Intraday, Product::Carry}) {
        if (text.compare(toString(product), Qt::CaseInsensitive) == 0)
            return product;
    }
    return {};
}

bool hasProducts(const Instrument &instrument)
{
    static constexpr Currency rupee(std::string_view("INR"));
    return instrument.kind != InstrumentKind::Spot && instrument.kind != InstrumentKind::Index && instrument.currency == rupee;
}

std::vector<Product> productsOf(const Instrument &instrument)
{
    if (!hasProducts(instrument))
        return {};
    switch (instrument.kind) {
    case InstrumentKind::Equity: return {Product::Intraday, Product::Delivery};
    case InstrumentKind::Future:
    case InstrumentKind::Option: return {Product::Intraday, Product::Carry};
    case InstrumentKind::Spot:
    case InstrumentKind::Index: break;
    }
    return {};
}

} // namespace bellwether
