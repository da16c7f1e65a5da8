#pragma once

#include "core/risk/riskview.h"

namespace bellwether::rules {

// Each rule gives its refusal or nothing. Those for entries are never asked about an order that reduces risk.
using Rule = std::optional<Denial> (*)(const RiskView &);

// latchrules.cpp
std::optional<Denial> killLatch(const RiskView &view);
std::optional<Denial> dailyLossHalt(const RiskView &view);
std::optional<Denial> engineState(const RiskView &view);
std::optional<Denial> reconciled(const RiskView &view);
std::optional<Denial> unprotectedBook(const RiskView &view);

// orderrules.cpp: is it an order that a venue could take at all?
std::optional<Denial> orderShape(const RiskView &view);
std::optional<Denial> product(const RiskView &view);
std::optional<Denial> orderQuantity(const RiskView &view);
std::optional<Denial> orderValue(const RiskView &view);
std::optional<Denial> priceDistance(const RiskView &view);
std::optional<Denial> reducingSize(const RiskView &view);

// marketrules.cpp
std::optional<Denial> knownPrice(const RiskView &view);
std::optional<Denial> stalePrice(const RiskView &view);
std::optional<Denial> crossedBook(const RiskView &view);
std::optional<Denial> openSession(const RiskView &view);
std::optional<Denial> squareOff(const RiskView &view);
std::optional<Denial> symbolList(const RiskView &view);
std::optional<Denial> shortSale(const RiskView &view);
std::optional<Denial> priceFloor(const RiskView &view);
std::optional<Denial> liquidityFloor(const RiskView &view);

// exposurerules.cpp
std::optional<Denial> positionCount(const RiskView &view);
std::optional<Denial> positionsPerSymbol(const RiskView &view);
std::optional<Denial> exposure(const RiskView &view);
std::optional<Denial> sectorExposure(const RiskView &view);
std::optional<Denial> leverage(const RiskView &view);
std::optional<Denial> availableCash(const RiskView &view);
std::optional<Denial> riskPerTrade(const RiskView &view);
std::optional<Denial> correlation(const RiskView &view);

// raterules.cpp
std::optional<Denial> openOrders(const RiskView &view);
std::optional<Denial> orderRate(const RiskView &view);
std::optional<Denial> repeatedOrders(const RiskView &view);

std::optional<Denial> lossStreak(const RiskView &view);
std::optional<Denial> selfMatch(const RiskView &view);

/// amount ≤ share × of, exactly: no rounding decides at the limit. False where `of` is not above zero.
bool isWithinShare(std::int64_t amount, double share, std::int64_t of);

/// A percentage for a denial's text: `12.5 %`.
QString percentText(double fraction);

} // namespace bellwether::rules
