// Drives `bellwether-cli exchange` with a public client that was not written for it (the npm package ccxt), unchanged but
// for its addresses. Exit code 77 (skipped) where the package is not installed: NODE_PATH says where to look.
'use strict';
const assert = require('node:assert');
const { spawn } = require('node:child_process');
const readline = require('node:readline');

let ccxt;
try {
    ccxt = require('ccxt');
} catch {
    console.log('SKIP: the npm package ccxt is not installed: this check did not run');
    process.exit(77);
}

const symbol = 'BTC/USDT';

function clientOf(listening) {
    const account = listening.accounts[0];
    const client = new ccxt.binance({
        apiKey: account.api_key,
        secret: account.secret,
        options: { defaultType: 'spot', fetchMarkets: ['spot'], fetchMargins: false, fetchCurrencies: false },
    });
    client.has.fetchCurrencies = false;
    client.urls.api.public = client.urls.api.private = listening.url + '/api/v3';
    return client;
}

async function marketData(client) {
    await client.loadMarkets();
    const market = client.market(symbol);
    assert.strictEqual(market.precision.price, 0.01);
    const book = await client.fetchOrderBook(symbol, 5);
    assert.ok(book.bids[0][0] < book.asks[0][0]);
    const ticker = await client.fetchTicker(symbol);
    assert.ok(ticker.low <= ticker.last && ticker.last <= ticker.high);
    const bars = await client.fetchOHLCV(symbol, '1m', undefined, 100);
    assert.strictEqual(bars.length, 100);
    for (let i = 1; i < bars.length; ++i)
        assert.strictEqual(bars[i][0] - bars[i - 1][0], 60000);
    for (const [, open, high, low, close] of bars)
        assert.ok(low <= Math.min(open, close) && Math.max(open, close) <= high);
    const five = await client.fetchOHLCV(symbol, '5m', bars[0][0], 10);
    assert.ok(five.length > 0 && five[1][0] - five[0][0] === 300000);
    assert.ok(Array.isArray(await client.fetchTrades(symbol)));
    assert.ok(Math.abs((await client.fetchTime()) - Date.now()) < 5000);
    assert.deepStrictEqual(Object.keys(await client.fetchTickers([symbol, 'ETH/USDT'])).sort(), [symbol, 'ETH/USDT']);
    const best = (await client.fetchBidsAsks([symbol]))[symbol];
    assert.ok(best.bid < best.ask);
    assert.ok((await client.fetchLastPrices([symbol]))[symbol].price > 0);
    assert.strictEqual((await client.privateGetAccountCommission({ symbol: 'BTCUSDT' })).standardCommission.maker, '0.00100000');
    return ticker.last;
}

async function restingOrders(client, last) {
    const far = last * 0.9;
    const order = await client.createOrder(symbol, 'limit', 'buy', 0.01, far);
    assert.strictEqual(order.status, 'open');
    assert.strictEqual((await client.fetchOrder(order.id, symbol)).status, 'open');
    assert.deepStrictEqual((await client.fetchOpenOrders(symbol)).map((one) => one.id), [order.id]);
    const locked = (await client.fetchBalance()).USDT.used;
    assert.ok(Math.abs(locked - order.amount * order.price) < 1e-6);
    await client.cancelOrder(order.id, symbol);
    assert.strictEqual((await client.fetchOrder(order.id, symbol)).status, 'canceled');
    await assert.rejects(client.cancelOrder(order.id, symbol), ccxt.OrderNotFound);
    await assert.rejects(client.fetchOrder('999999', symbol), ccxt.OrderNotFound);
    assert.strictEqual((await client.fetchBalance()).USDT.used, 0);

    const types = [
        ['limit', 'buy', far, { timeInForce: 'IOC' }, 'expired'],
        ['limit', 'buy', far, { timeInForce: 'FOK' }, 'expired'],
        ['limit', 'sell', last * 1.3, { postOnly: true }, 'open'],
        ['limit', 'sell', last * 0.8, { stopLossPrice: last * 0.85 }, 'open'],
        ['limit', 'sell', last * 1.2, { takeProfitPrice: last * 1.15 }, 'open'],
        ['market', 'sell', undefined, { stopLossPrice: last * 0.85 }, 'open'],
        ['market', 'sell', undefined, { takeProfitPrice: last * 1.15 }, 'open'],
        ['limit', 'buy', last * 1.2, { triggerPrice: last * 1.15 }, 'open'],
        ['limit', 'sell', last * 0.8, { stopLossOrTakeProfit: 'stopLoss', trailingDelta: 10 }, 'open'],
        ['market', 'sell', undefined, { stopLossOrTakeProfit: 'stopLoss', trailingPercent: 5 }, 'open'],
        ['limit', 'buy', far, { icebergAmount: 0.002 }, 'open'],
        ['limit', 'buy', far, { selfTradePrevention: 'EXPIRE_BOTH' }, 'open'],
    ];
    const placedIds = [];
    for (const [type, side, price, params, expected] of types) {
        const placed = await client.createOrder(symbol, type, side, 0.01, price, params);
        placedIds.push(placed.id);
        assert.strictEqual((await client.fetchOrder(placed.id, symbol)).status, expected, JSON.stringify(params));
    }
    const all = (await client.fetchOrders(symbol)).map((one) => one.id);
    for (const id of placedIds)
        assert.ok(all.includes(id));
    assert.ok((await client.fetchCanceledOrders(symbol)).some((one) => one.id === order.id));
    const rejected = (code, params, amount = 0.01, price = far) => assert.rejects(client.createOrder(symbol, 'limit', 'buy', amount, price, params), code);
    await rejected(ccxt.BadRequest, { icebergAmount: 0.0001 }); // a hundred parts
    await rejected(ccxt.ExchangeError, {}, 0.01, last * 0.1); // too far from the average
    await rejected(ccxt.OrderImmediatelyFillable, { postOnly: true }, 0.01, last * 1.1);
    const first = await client.createOrder(symbol, 'limit', 'buy', 0.01, far);
    const edited = await client.editOrder(first.id, symbol, 'limit', 'buy', 0.02, last * 0.89);
    assert.strictEqual((await client.fetchOrder(first.id, symbol)).status, 'canceled');
    assert.strictEqual((await client.fetchOrder(edited.id, symbol)).amount, 0.02);
    await client.cancelAllOrders(symbol);
    assert.strictEqual((await client.fetchOpenOrders(symbol)).length, 0);
}

async function executions(client, last) {
    const before = await client.fetchBalance();
    const sold = await client.createOrder(symbol, 'market', 'sell', 0.01);
    assert.strictEqual(sold.status, 'closed');
    const bought = await client.createOrder(symbol, 'market', 'buy', undefined, undefined, { cost: 500 });
    assert.strictEqual(bought.status, 'closed');
    assert.ok(bought.cost <= 500 && bought.cost > 490);
    const trades = await client.fetchMyTrades(symbol);
    assert.deepStrictEqual((await client.fetchOrderTrades(sold.id, symbol)).map((trade) => trade.order), trades.filter((trade) => trade.order === sold.id).map((trade) => trade.order));
    assert.ok((await client.fetchClosedOrders(symbol)).some((one) => one.id === bought.id));
    assert.deepStrictEqual([...new Set(trades.map((trade) => trade.order))], [sold.id, bought.id]);
    const after = await client.fetchBalance();
    const fees = (currency) => trades.filter((trade) => trade.fee.currency === currency).reduce((sum, trade) => sum + trade.fee.cost, 0);
    assert.ok(Math.abs(after.BTC.total - (before.BTC.total - sold.filled + bought.filled - fees('BTC'))) < 1e-9);
    assert.ok(Math.abs(after.USDT.total - (before.USDT.total + sold.cost - bought.cost - fees('USDT'))) < 1e-6);
    await assert.rejects(client.createOrder(symbol, 'limit', 'buy', 20, last * 0.9), ccxt.InsufficientFunds);
    const stranger = clientOf({ url: client.urls.api.public.replace('/api/v3', ''), accounts: [{ api_key: client.apiKey, secret: 'wrong' }] });
    await assert.rejects(stranger.fetchBalance(), ccxt.AuthenticationError);
}

// Lists of orders: what the package has for them is the raw call.
async function lists(client, last) {
    const text = (price) => client.priceToPrecision(symbol, price);
    const pair = { symbol: 'BTCUSDT', side: 'SELL', quantity: '0.01', aboveType: 'LIMIT_MAKER', abovePrice: text(last * 1.2),
        belowType: 'STOP_LOSS_LIMIT', belowStopPrice: text(last * 0.85), belowPrice: text(last * 0.8), belowTimeInForce: 'GTC' };
    const oco = await client.privatePostOrderListOco(pair);
    assert.strictEqual(oco.contingencyType, 'OCO');
    assert.strictEqual((await client.fetchOpenOrders(symbol)).length, 2);
    const working = { workingSide: 'BUY', workingType: 'LIMIT', workingTimeInForce: 'GTC', workingQuantity: '0.01', workingPrice: text(last * 0.9) };
    const oto = await client.privatePostOrderListOto({ symbol: 'BTCUSDT', ...working, pendingSide: 'SELL', pendingType: 'LIMIT',
        pendingTimeInForce: 'GTC', pendingQuantity: '0.01', pendingPrice: text(last * 1.1) });
    const otoco = await client.privatePostOrderListOtoco({ symbol: 'BTCUSDT', ...working, pendingSide: 'SELL', pendingQuantity: '0.01',
        pendingAboveType: 'LIMIT_MAKER', pendingAbovePrice: text(last * 1.2), pendingBelowType: 'STOP_LOSS',
        pendingBelowStopPrice: text(last * 0.85) });
    assert.strictEqual(otoco.orders.length, 3);
    assert.deepStrictEqual((await client.privateGetOpenOrderList()).map((one) => one.orderListId), [oco, oto, otoco].map((one) => one.orderListId));
    for (const list of [oco, oto, otoco])
        assert.strictEqual((await client.privateDeleteOrderList({ symbol: 'BTCUSDT', orderListId: list.orderListId })).listOrderStatus, 'ALL_DONE');
    assert.strictEqual((await client.fetchOpenOrders(symbol)).length, 0);
}

async function main() {
    const venue = spawn(process.argv[2], ['exchange', '--symbols', 'BTCUSDT,ETHUSDT', '--json'], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
        const line = await new Promise((resolve, reject) => {
            readline.createInterface({ input: venue.stdout }).once('line', resolve);
            venue.once('exit', (code) => reject(new Error(`the venue ended with ${code}`)));
        });
        const client = clientOf(JSON.parse(line));
        const last = await marketData(client);
        await restingOrders(client, last);
        await lists(client, last);
        await executions(client, last);
        console.log('markets, book, bars, trades, balance, orders of each type, own trades: all as the client expects');
    } finally {
        venue.kill('SIGTERM');
    }
}

main().catch((error) => {
    console.error(error);
    process.exit(1);
});
