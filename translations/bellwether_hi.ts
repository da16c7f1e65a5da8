<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi" sourcelanguage="en">
<context>
    <name>Accounts</name>
    <message>
        <source>Open the vault of keys</source>
        <translation>कुंजियों की तिजोरी खोलें</translation>
    </message>
    <message>
        <source>This desk trades a live account and is not replaced while it runs.</source>
        <translation>यह डेस्क एक वास्तविक खाते में ट्रेड कर रहा है; चलते समय इसे बदला नहीं जाता।</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Approve signal</source>
        <translation>सिग्नल स्वीकारें</translation>
    </message>
    <message>
        <source>Reject signal…</source>
        <translation>सिग्नल ठुकराएँ…</translation>
    </message>
    <message>
        <source>Edit signal…</source>
        <translation>सिग्नल बदलें…</translation>
    </message>
    <message>
        <source>Take the last decision back</source>
        <translation>पिछला निर्णय वापस लें</translation>
    </message>
    <message>
        <source>Approve all…</source>
        <translation>सभी स्वीकारें…</translation>
    </message>
    <message>
        <source>Next signal</source>
        <translation>अगला सिग्नल</translation>
    </message>
    <message>
        <source>Previous signal</source>
        <translation>पिछला सिग्नल</translation>
    </message>
    <message>
        <source>New order…</source>
        <translation>नया ऑर्डर…</translation>
    </message>
    <message>
        <source>Buy the selected symbol…</source>
        <translation>चुना हुआ प्रतीक खरीदें…</translation>
    </message>
    <message>
        <source>Sell the selected symbol…</source>
        <translation>चुना हुआ प्रतीक बेचें…</translation>
    </message>
    <message>
        <source>Auto-trade</source>
        <translation>ऑटो-ट्रेड</translation>
    </message>
    <message>
        <source>Close position…</source>
        <translation>पोज़ीशन बंद करें…</translation>
    </message>
    <message>
        <source>Reverse position…</source>
        <translation>पोज़ीशन पलटें…</translation>
    </message>
    <message>
        <source>Stop and target of position…</source>
        <translation>पोज़ीशन का स्टॉप और लक्ष्य…</translation>
    </message>
    <message>
        <source>Change order…</source>
        <translation>ऑर्डर बदलें…</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation>ऑर्डर रद्द करें</translation>
    </message>
    <message>
        <source>Close all positions…</source>
        <translation>सभी पोज़ीशन बंद करें…</translation>
    </message>
    <message>
        <source>Cancel all orders…</source>
        <translation>सभी ऑर्डर रद्द करें…</translation>
    </message>
    <message>
        <source>Kill switch…</source>
        <translation>किल स्विच…</translation>
    </message>
    <message>
        <source>Reset after kill or halt…</source>
        <translation>किल या रोक के बाद फिर चालू करें…</translation>
    </message>
    <message>
        <source>Pause the market</source>
        <translation>बाज़ार रोकें</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>एक कदम</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>सिग्नल</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>चार्ट</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>वॉचलिस्ट</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>पोज़ीशन</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>ऑर्डर</translation>
    </message>
    <message>
        <source>Fills</source>
        <translation>सौदे</translation>
    </message>
    <message>
        <source>Signal history</source>
        <translation>सिग्नल इतिहास</translation>
    </message>
    <message>
        <source>Event log</source>
        <translation>घटना लॉग</translation>
    </message>
    <message>
        <source>Exposure and books</source>
        <translation>एक्सपोज़र और बही</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>जोखिम</translation>
    </message>
    <message>
        <source>Shadow ledger</source>
        <translation>छाया बही</translation>
    </message>
    <message>
        <source>Backtest</source>
        <translation>बैकटेस्ट</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>पूरी स्क्रीन</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>हल्की थीम</translation>
    </message>
    <message>
        <source>Green up, red down</source>
        <translation>हरा ऊपर, लाल नीचे</translation>
    </message>
    <message>
        <source>Red up, green down</source>
        <translation>लाल ऊपर, हरा नीचे</translation>
    </message>
    <message>
        <source>Blue up, orange down (colour-blind)</source>
        <translation>नीला ऊपर, नारंगी नीचे (वर्णांधता)</translation>
    </message>
    <message>
        <source>Flash prices that change</source>
        <translation>बदलते भाव चमकाएँ</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>सेटिंग…</translation>
    </message>
    <message>
        <source>Keep this layout…</source>
        <translation>यह विन्यास सहेजें…</translation>
    </message>
    <message>
        <source>Reset the layout</source>
        <translation>विन्यास फिर से शुरू करें</translation>
    </message>
    <message>
        <source>Find a command, symbol or strategy…</source>
        <translation>आदेश, प्रतीक या रणनीति खोजें…</translation>
    </message>
    <message>
        <source>Find a symbol…</source>
        <translation>प्रतीक खोजें…</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>कुंजियाँ…</translation>
    </message>
    <message>
        <source>Keys of this panel…</source>
        <translation>इस पैनल की कुंजियाँ…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>बाहर निकलें</translation>
    </message>
    <message>
        <source>Trading</source>
        <translation>ट्रेडिंग</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>बाज़ार</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>पैनल</translation>
    </message>
    <message>
        <source>View</source>
        <translation>दृश्य</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>सहायता</translation>
    </message>
    <message>
        <source>Strategies</source>
        <translation>रणनीतियाँ</translation>
    </message>
    <message>
        <source>One-click trading</source>
        <translation>एक-क्लिक ट्रेडिंग</translation>
    </message>
    <message>
        <source>Compare the books with the venue</source>
        <translation>बहियों का स्थल से मिलान करें</translation>
    </message>
    <message>
        <source>Depth ladder</source>
        <translation>डेप्थ लैडर</translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation>अगला पैनल</translation>
    </message>
    <message>
        <source>Previous panel</source>
        <translation>पिछला पैनल</translation>
    </message>
    <message>
        <source>Lock the window</source>
        <translation>विंडो लॉक करें</translation>
    </message>
    <message>
        <source>Tour of the desk</source>
        <translation>डेस्क का परिचय</translation>
    </message>
    <message>
        <source>Times of the exchange</source>
        <translation>एक्सचेंज का समय</translation>
    </message>
    <message>
        <source>Times in UTC</source>
        <translation>UTC समय</translation>
    </message>
    <message>
        <source>Times of this place</source>
        <translation>इस जगह का समय</translation>
    </message>
    <message>
        <source>Replay a file of bars…</source>
        <translation>बार की फ़ाइल रीप्ले करें…</translation>
    </message>
    <message>
        <source>Exit to live</source>
        <translation>लाइव पर लौटें</translation>
    </message>
    <message>
        <source>Costs: gross, net, double</source>
        <translation>लागत: सकल, शुद्ध, दोगुनी</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>बैकअप…</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>कनेक्शन</translation>
    </message>
</context>
<context>
    <name>BarInspector</name>
    <message>
        <source>its price or confidence was not a number</source>
        <translation>उसका भाव या भरोसा संख्या नहीं था</translation>
    </message>
    <message>
        <source>the symbol is not traded on this desk</source>
        <translation>यह प्रतीक इस डेस्क पर ट्रेड नहीं होता</translation>
    </message>
    <message>
        <source>the strategy held this position already</source>
        <translation>रणनीति के पास यह पोज़ीशन पहले से थी</translation>
    </message>
    <message>
        <source>its confidence was below the cut-off</source>
        <translation>उसका भरोसा सीमा से कम था</translation>
    </message>
    <message>
        <source>the strategy is switched off for this symbol</source>
        <translation>इस प्रतीक के लिए रणनीति बंद है</translation>
    </message>
    <message>
        <source>the symbol cannot be sold short</source>
        <translation>यह प्रतीक शॉर्ट नहीं बेचा जा सकता</translation>
    </message>
</context>
<context>
    <name>ChangeDialog</name>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
</context>
<context>
    <name>ChartKeys</name>
    <message>
        <source>Scroll back</source>
        <translation>पीछे जाएँ</translation>
    </message>
    <message>
        <source>Scroll forward</source>
        <translation>आगे जाएँ</translation>
    </message>
    <message>
        <source>Scroll back fast</source>
        <translation>तेज़ी से पीछे जाएँ</translation>
    </message>
    <message>
        <source>Scroll forward fast</source>
        <translation>तेज़ी से आगे जाएँ</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>बड़ा करें</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>छोटा करें</translation>
    </message>
    <message>
        <source>Go to the first bar</source>
        <translation>पहली कैंडल पर जाएँ</translation>
    </message>
    <message>
        <source>Go to the last bar</source>
        <translation>आख़िरी कैंडल पर जाएँ</translation>
    </message>
    <message>
        <source>One screen back</source>
        <translation>एक स्क्रीन पीछे</translation>
    </message>
    <message>
        <source>One screen forward</source>
        <translation>एक स्क्रीन आगे</translation>
    </message>
    <message>
        <source>Reset the view</source>
        <translation>दृश्य फिर से शुरू करें</translation>
    </message>
    <message>
        <source>Logarithmic prices on or off</source>
        <translation>लघुगणकीय भाव चालू या बंद</translation>
    </message>
    <message>
        <source>Turn the price axis upside down</source>
        <translation>भाव अक्ष उलटें</translation>
    </message>
    <message>
        <source>Percent from the first bar in view</source>
        <translation>पहली दिखती कैंडल से प्रतिशत</translation>
    </message>
    <message>
        <source>Crosshair sticks to open, high, low, close</source>
        <translation>क्रॉसहेयर खुले, उच्च, निम्न, बंद भाव से चिपके</translation>
    </message>
    <message>
        <source>Fit orders and positions into the price axis, or not</source>
        <translation>भाव अक्ष में ऑर्डर और पोज़ीशन समाएँ या नहीं</translation>
    </message>
    <message>
        <source>Draw a trend line</source>
        <translation>रुझान रेखा खींचें</translation>
    </message>
    <message>
        <source>Draw a horizontal line</source>
        <translation>क्षैतिज रेखा खींचें</translation>
    </message>
    <message>
        <source>Draw a horizontal ray</source>
        <translation>क्षैतिज किरण खींचें</translation>
    </message>
    <message>
        <source>Draw a vertical line</source>
        <translation>खड़ी रेखा खींचें</translation>
    </message>
    <message>
        <source>Draw a cross line</source>
        <translation>क्रॉस रेखा खींचें</translation>
    </message>
    <message>
        <source>Picture of the chart</source>
        <translation>चार्ट का चित्र</translation>
    </message>
    <message>
        <source>Leave the tool, put back what is dragged</source>
        <translation>औज़ार छोड़ें, खींचा हुआ वापस रखें</translation>
    </message>
    <message>
        <source>Remove the selected drawing</source>
        <translation>चुनी ड्रॉइंग हटाएँ</translation>
    </message>
    <message>
        <source>Undo the last change of a drawing</source>
        <translation>ड्रॉइंग का पिछला बदलाव वापस लें</translation>
    </message>
    <message>
        <source>Redo it</source>
        <translation>फिर से करें</translation>
    </message>
</context>
<context>
    <name>Declared</name>
    <message>
        <source>SMA crossover</source>
        <translation>SMA क्रॉसओवर</translation>
    </message>
    <message>
        <source>Intraday short</source>
        <translation>इंट्राडे शॉर्ट</translation>
    </message>
    <message>
        <source>MACD momentum</source>
        <translation>MACD मोमेंटम</translation>
    </message>
    <message>
        <source>Trend following</source>
        <translation>ट्रेंड फॉलोइंग</translation>
    </message>
    <message>
        <source>Live momentum</source>
        <translation>लाइव मोमेंटम</translation>
    </message>
    <message>
        <source>EMA crossover</source>
        <translation>EMA क्रॉसओवर</translation>
    </message>
    <message>
        <source>Bollinger reversion</source>
        <translation>बोलिंगर वापसी</translation>
    </message>
    <message>
        <source>Simple EMA</source>
        <translation>सरल EMA</translation>
    </message>
    <message>
        <source>SuperTrend, MACD, RSI and EMA</source>
        <translation>SuperTrend, MACD, RSI और EMA</translation>
    </message>
    <message>
        <source>SuperTrend and EMA</source>
        <translation>SuperTrend और EMA</translation>
    </message>
    <message>
        <source>The fast simple average crosses the slow one; long and short. A reference strategy for checks against published results.</source>
        <translation>तेज़ सरल औसत धीमे औसत को काटता है; लॉन्ग और शॉर्ट। प्रकाशित परिणामों से मिलान के लिए एक संदर्भ रणनीति।</translation>
    </message>
    <message>
        <source>Below the session VWAP, after a lower high, the close breaks the low of the opening range with volume.</source>
        <translation>सत्र VWAP के नीचे, एक निचले हाई के बाद, क्लोज़ वॉल्यूम के साथ ओपनिंग रेंज का लो तोड़ता है।</translation>
    </message>
    <message>
        <source>The MACD histogram changes sign with the MACD line on the same side of zero.</source>
        <translation>MACD हिस्टोग्राम चिह्न बदलता है और MACD रेखा शून्य की उसी ओर है।</translation>
    </message>
    <message>
        <source>The close breaks the Donchian channel with the averages in trend order and the ADX above its threshold.</source>
        <translation>क्लोज़ डोनचियन चैनल तोड़ता है, औसत ट्रेंड के क्रम में हैं और ADX अपनी सीमा से ऊपर है।</translation>
    </message>
    <message>
        <source>Rate of change and volume surge over a rolling window of live ticks; needs no history. On bars alone the window is 12 bars.</source>
        <translation>लाइव टिक की चलती विंडो पर परिवर्तन दर और वॉल्यूम उछाल; इतिहास नहीं चाहिए। केवल कैंडल पर विंडो 12 कैंडल की है।</translation>
    </message>
    <message>
        <source>The fast exponential average crosses the slow one and the volume is above its average.</source>
        <translation>तेज़ एक्सपोनेंशियल औसत धीमे को काटता है और वॉल्यूम अपने औसत से ऊपर है।</translation>
    </message>
    <message>
        <source>The close re-enters the Bollinger bands and the RSI was extreme on one of the last two bars.</source>
        <translation>क्लोज़ बोलिंगर बैंड में लौटता है और पिछली दो में से एक कैंडल पर RSI चरम पर था।</translation>
    </message>
    <message>
        <source>The close crosses its exponential average.</source>
        <translation>क्लोज़ अपने एक्सपोनेंशियल औसत को काटता है।</translation>
    </message>
    <message>
        <source>SuperTrend, MACD histogram, RSI against 50 and the exponential average all come to one side.</source>
        <translation>SuperTrend, MACD हिस्टोग्राम, 50 के सामने RSI और एक्सपोनेंशियल औसत सब एक ओर आते हैं।</translation>
    </message>
    <message>
        <source>SuperTrend flips or agrees and the exponential average confirms the side; the stop is the SuperTrend line.</source>
        <translation>SuperTrend पलटता या सहमत होता है और एक्सपोनेंशियल औसत पक्ष की पुष्टि करता है; स्टॉप SuperTrend रेखा है।</translation>
    </message>
    <message>
        <source>bars of the bands</source>
        <translation>बैंड की कैंडल</translation>
    </message>
    <message>
        <source>half width of the bands in standard deviations</source>
        <translation>मानक विचलन में बैंड की आधी चौड़ाई</translation>
    </message>
    <message>
        <source>bars of the RSI</source>
        <translation>RSI की कैंडल</translation>
    </message>
    <message>
        <source>RSI at or below which a buy is confirmed</source>
        <translation>RSI जिस पर या नीचे ख़रीद की पुष्टि होती है</translation>
    </message>
    <message>
        <source>RSI at or above which a sell is confirmed</source>
        <translation>RSI जिस पर या ऊपर बिक्री की पुष्टि होती है</translation>
    </message>
    <message>
        <source>bars of the fast average</source>
        <translation>तेज़ औसत की कैंडल</translation>
    </message>
    <message>
        <source>bars of the slow average</source>
        <translation>धीमे औसत की कैंडल</translation>
    </message>
    <message>
        <source>bars of the volume average</source>
        <translation>वॉल्यूम औसत की कैंडल</translation>
    </message>
    <message>
        <source>volume as a multiple of its average, 0 for any</source>
        <translation>वॉल्यूम अपने औसत का कितना गुना, 0 मतलब कोई भी</translation>
    </message>
    <message>
        <source>length of the opening range</source>
        <translation>ओपनिंग रेंज की अवधि</translation>
    </message>
    <message>
        <source>length of the window</source>
        <translation>विंडो की अवधि</translation>
    </message>
    <message>
        <source>least move over the window in percent</source>
        <translation>विंडो में न्यूनतम चाल, प्रतिशत में</translation>
    </message>
    <message>
        <source>volume of the window as a multiple of the usual, 0 for any</source>
        <translation>विंडो का वॉल्यूम सामान्य का कितना गुना, 0 मतलब कोई भी</translation>
    </message>
    <message>
        <source>least move in standard deviations of the usual one</source>
        <translation>सामान्य चाल के मानक विचलन में न्यूनतम चाल</translation>
    </message>
    <message>
        <source>stop distance in usual moves of a window, 0 for none</source>
        <translation>विंडो की सामान्य चालों में स्टॉप की दूरी, 0 मतलब कोई नहीं</translation>
    </message>
    <message>
        <source>target distance in usual moves of a window, 0 for none</source>
        <translation>विंडो की सामान्य चालों में लक्ष्य की दूरी, 0 मतलब कोई नहीं</translation>
    </message>
    <message>
        <source>bars of the signal line</source>
        <translation>सिग्नल रेखा की कैंडल</translation>
    </message>
    <message>
        <source>bars of the average</source>
        <translation>औसत की कैंडल</translation>
    </message>
    <message>
        <source>bars of the range of the SuperTrend</source>
        <translation>SuperTrend की रेंज की कैंडल</translation>
    </message>
    <message>
        <source>distance of the SuperTrend bands in average true ranges</source>
        <translation>औसत ट्रू रेंज में SuperTrend बैंड की दूरी</translation>
    </message>
    <message>
        <source>bars of the confirming average</source>
        <translation>पुष्टि करने वाले औसत की कैंडल</translation>
    </message>
    <message>
        <source>bars of the fast MACD average</source>
        <translation>तेज़ MACD औसत की कैंडल</translation>
    </message>
    <message>
        <source>bars of the slow MACD average</source>
        <translation>धीमे MACD औसत की कैंडल</translation>
    </message>
    <message>
        <source>bars of the MACD signal line</source>
        <translation>MACD सिग्नल रेखा की कैंडल</translation>
    </message>
    <message>
        <source>bars of the channel before the current one</source>
        <translation>मौजूदा से पहले चैनल की कैंडल</translation>
    </message>
    <message>
        <source>bars of the ADX</source>
        <translation>ADX की कैंडल</translation>
    </message>
    <message>
        <source>ADX above which a trend is strong enough</source>
        <translation>ADX जिसके ऊपर ट्रेंड काफ़ी मज़बूत है</translation>
    </message>
    <message>
        <source>stop distance in average true ranges, 0 for none</source>
        <translation>औसत ट्रू रेंज में स्टॉप की दूरी, 0 मतलब कोई नहीं</translation>
    </message>
    <message>
        <source>target distance in average true ranges, 0 for none</source>
        <translation>औसत ट्रू रेंज में लक्ष्य की दूरी, 0 मतलब कोई नहीं</translation>
    </message>
    <message>
        <source>target distance as a multiple of the stop distance, 0 for none</source>
        <translation>लक्ष्य की दूरी स्टॉप की दूरी का कितना गुना, 0 मतलब कोई नहीं</translation>
    </message>
    <message>
        <source>ADX</source>
        <translation>ADX</translation>
    </message>
    <message>
        <source>MACD histogram</source>
        <translation>MACD हिस्टोग्राम</translation>
    </message>
    <message>
        <source>MACD line</source>
        <translation>MACD रेखा</translation>
    </message>
    <message>
        <source>RSI</source>
        <translation>RSI</translation>
    </message>
    <message>
        <source>SuperTrend direction</source>
        <translation>SuperTrend दिशा</translation>
    </message>
    <message>
        <source>agreement one bar ago</source>
        <translation>एक कैंडल पहले सहमति</translation>
    </message>
    <message>
        <source>balance of confirmations one bar ago</source>
        <translation>एक कैंडल पहले पुष्टियों का संतुलन</translation>
    </message>
    <message>
        <source>close against the average</source>
        <translation>औसत के सामने क्लोज़</translation>
    </message>
    <message>
        <source>close against the channel bottom</source>
        <translation>चैनल के तल के सामने क्लोज़</translation>
    </message>
    <message>
        <source>close against the channel top</source>
        <translation>चैनल के शीर्ष के सामने क्लोज़</translation>
    </message>
    <message>
        <source>close against the lower band</source>
        <translation>निचले बैंड के सामने क्लोज़</translation>
    </message>
    <message>
        <source>close against the opening-range low</source>
        <translation>ओपनिंग रेंज के लो के सामने क्लोज़</translation>
    </message>
    <message>
        <source>close against the session VWAP</source>
        <translation>सत्र VWAP के सामने क्लोज़</translation>
    </message>
    <message>
        <source>close against the upper band</source>
        <translation>ऊपरी बैंड के सामने क्लोज़</translation>
    </message>
    <message>
        <source>close one bar ago against its channel bottom</source>
        <translation>एक कैंडल पहले का क्लोज़ उसके चैनल के तल के सामने</translation>
    </message>
    <message>
        <source>close one bar ago against its channel top</source>
        <translation>एक कैंडल पहले का क्लोज़ उसके चैनल के शीर्ष के सामने</translation>
    </message>
    <message>
        <source>close one bar ago against the lower band</source>
        <translation>एक कैंडल पहले का क्लोज़ निचले बैंड के सामने</translation>
    </message>
    <message>
        <source>close one bar ago against the opening-range low</source>
        <translation>एक कैंडल पहले का क्लोज़ ओपनिंग रेंज के लो के सामने</translation>
    </message>
    <message>
        <source>close one bar ago against the upper band</source>
        <translation>एक कैंडल पहले का क्लोज़ ऊपरी बैंड के सामने</translation>
    </message>
    <message>
        <source>close − average one bar ago</source>
        <translation>एक कैंडल पहले क्लोज़ − औसत</translation>
    </message>
    <message>
        <source>close − average</source>
        <translation>क्लोज़ − औसत</translation>
    </message>
    <message>
        <source>fast against slow average</source>
        <translation>धीमे औसत के सामने तेज़ औसत</translation>
    </message>
    <message>
        <source>fast − slow average one bar ago</source>
        <translation>एक कैंडल पहले तेज़ − धीमा औसत</translation>
    </message>
    <message>
        <source>fast − slow average</source>
        <translation>तेज़ − धीमा औसत</translation>
    </message>
    <message>
        <source>higher RSI of two bars</source>
        <translation>दो कैंडल में ऊँचा RSI</translation>
    </message>
    <message>
        <source>histogram one bar ago</source>
        <translation>एक कैंडल पहले हिस्टोग्राम</translation>
    </message>
    <message>
        <source>histogram</source>
        <translation>हिस्टोग्राम</translation>
    </message>
    <message>
        <source>last swing high against the day&apos;s high before it</source>
        <translation>पिछला स्विंग हाई उससे पहले के दिन के हाई के सामने</translation>
    </message>
    <message>
        <source>lower RSI of two bars</source>
        <translation>दो कैंडल में निचला RSI</translation>
    </message>
    <message>
        <source>move in usual moves</source>
        <translation>सामान्य चालों में चाल</translation>
    </message>
    <message>
        <source>move over the window in percent</source>
        <translation>विंडो में चाल, प्रतिशत में</translation>
    </message>
    <message>
        <source>twelfths of a window left to keep quiet</source>
        <translation>विंडो के बारहवें हिस्से जिनमें अभी शांत रहना है</translation>
    </message>
    <message>
        <source>volume ratio</source>
        <translation>वॉल्यूम अनुपात</translation>
    </message>
    <message>
        <source>volume surge</source>
        <translation>वॉल्यूम उछाल</translation>
    </message>
    <message>
        <source>moving average convergence and divergence: line, signal, histogram</source>
        <translation>मूविंग एवरेज का अभिसरण और विचलन: रेखा, सिग्नल, हिस्टोग्राम</translation>
    </message>
    <message>
        <source>Bollinger bands of the close, population standard deviation</source>
        <translation>क्लोज़ के बोलिंगर बैंड, समष्टि का मानक विचलन</translation>
    </message>
    <message>
        <source>average true range, Wilder smoothing, in price units</source>
        <translation>औसत ट्रू रेंज, वाइल्डर स्मूदिंग, क़ीमत की इकाई में</translation>
    </message>
    <message>
        <source>directional indicators and average directional index, 0 to 100</source>
        <translation>दिशात्मक संकेतक और औसत दिशात्मक सूचकांक, 0 से 100</translation>
    </message>
    <message>
        <source>slow stochastic: smoothed %K and its average %D, 0 to 100</source>
        <translation>धीमा स्टोकास्टिक: समतल %K और उसका औसत %D, 0 से 100</translation>
    </message>
    <message>
        <source>SuperTrend line, and its direction: 1 up, -1 down</source>
        <translation>SuperTrend रेखा और उसकी दिशा: 1 ऊपर, -1 नीचे</translation>
    </message>
    <message>
        <source>on-balance volume, 0 on the first bar</source>
        <translation>ऑन-बैलेंस वॉल्यूम, पहली कैंडल पर 0</translation>
    </message>
    <message>
        <source>volume-weighted average price since the start of the trading day</source>
        <translation>कारोबारी दिन की शुरुआत से वॉल्यूम-भारित औसत क़ीमत</translation>
    </message>
    <message>
        <source>highest high and lowest low of the bars before the current one</source>
        <translation>मौजूदा से पहले की कैंडल का सबसे ऊँचा हाई और सबसे नीचा लो</translation>
    </message>
    <message>
        <source>simple moving average of the close</source>
        <translation>क्लोज़ का सरल मूविंग एवरेज</translation>
    </message>
    <message>
        <source>exponential moving average, seeded with the simple one</source>
        <translation>एक्सपोनेंशियल मूविंग एवरेज, सरल औसत से शुरू</translation>
    </message>
    <message>
        <source>linearly weighted moving average</source>
        <translation>रैखिक भारित मूविंग एवरेज</translation>
    </message>
    <message>
        <source>Wilder&apos;s relative strength index, 0 to 100</source>
        <translation>वाइल्डर का सापेक्ष शक्ति सूचकांक, 0 से 100</translation>
    </message>
    <message>
        <source>rate of change in percent</source>
        <translation>परिवर्तन की दर, प्रतिशत में</translation>
    </message>
    <message>
        <source>simple moving average of the volume</source>
        <translation>वॉल्यूम का सरल मूविंग एवरेज</translation>
    </message>
    <message>
        <source>standard deviations of the close from its mean</source>
        <translation>अपने माध्य से क्लोज़ के मानक विचलन</translation>
    </message>
</context>
<context>
    <name>Drawing</name>
    <message>
        <source>Trend line</source>
        <translation>रुझान रेखा</translation>
    </message>
    <message>
        <source>Ray</source>
        <translation>किरण</translation>
    </message>
    <message>
        <source>Horizontal line</source>
        <translation>क्षैतिज रेखा</translation>
    </message>
    <message>
        <source>Horizontal ray</source>
        <translation>क्षैतिज किरण</translation>
    </message>
    <message>
        <source>Vertical line</source>
        <translation>खड़ी रेखा</translation>
    </message>
    <message>
        <source>Cross line</source>
        <translation>क्रॉस रेखा</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>आयत</translation>
    </message>
    <message>
        <source>Fibonacci retracement</source>
        <translation>फिबोनाची रिट्रेसमेंट</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>मापें</translation>
    </message>
    <message>
        <source>Long position</source>
        <translation>लॉन्ग पोज़ीशन</translation>
    </message>
    <message>
        <source>Short position</source>
        <translation>शॉर्ट पोज़ीशन</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>पाठ</translation>
    </message>
</context>
<context>
    <name>KeyMap</name>
    <message>
        <source>Chart: %1</source>
        <translation>चार्ट: %1</translation>
    </message>
    <message>
        <source>%1 is the key of “%2”.</source>
        <translation>%1 “%2” की कुंजी है।</translation>
    </message>
</context>
<context>
    <name>Lamp</name>
    <message>
        <source>simulated market</source>
        <translation>सिम्युलेटेड बाज़ार</translation>
    </message>
    <message>
        <source>replay</source>
        <translation>रीप्ले</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>रुकी</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>जुड़ रहा है</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>जुड़ा है</translation>
    </message>
    <message>
        <source>live</source>
        <translation>लाइव</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>विराम पर</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>पुराना</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>समाप्त</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>विफल</translation>
    </message>
    <message>
        <source>down</source>
        <translation>बंद</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>निलंबित</translation>
    </message>
</context>
<context>
    <name>Limits</name>
    <message>
        <source>Risk of one trade</source>
        <translation>एक सौदे का जोखिम</translation>
    </message>
    <message>
        <source>Size of one trade (percent sizing)</source>
        <translation>एक सौदे का आकार (प्रतिशत)</translation>
    </message>
    <message>
        <source>Cash one order may take</source>
        <translation>एक ऑर्डर में लगने वाली नकदी</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>एक्सपोज़र</translation>
    </message>
    <message>
        <source>Exposure to one sector</source>
        <translation>एक क्षेत्र में एक्सपोज़र</translation>
    </message>
    <message>
        <source>Loss of the day</source>
        <translation>दिन का घाटा</translation>
    </message>
    <message>
        <source>Default stop distance</source>
        <translation>सामान्य स्टॉप दूरी</translation>
    </message>
    <message>
        <source>Default target distance</source>
        <translation>सामान्य लक्ष्य दूरी</translation>
    </message>
    <message>
        <source>Lowest price</source>
        <translation>न्यूनतम भाव</translation>
    </message>
    <message>
        <source>Lowest traded value, 20 days</source>
        <translation>न्यूनतम कारोबार, 20 दिन</translation>
    </message>
    <message>
        <source>Correlation with what is held</source>
        <translation>पास की पोज़ीशन से सहसंबंध</translation>
    </message>
    <message>
        <source>Value of one order</source>
        <translation>एक ऑर्डर का मूल्य</translation>
    </message>
    <message>
        <source>Units of one order</source>
        <translation>एक ऑर्डर की इकाइयाँ</translation>
    </message>
    <message>
        <source>Order price from the last price</source>
        <translation>आख़िरी भाव से ऑर्डर भाव की दूरी</translation>
    </message>
    <message>
        <source>Price drift since the signal</source>
        <translation>सिग्नल के बाद भाव का खिसकना</translation>
    </message>
    <message>
        <source>Lowest confidence</source>
        <translation>न्यूनतम भरोसा</translation>
    </message>
    <message>
        <source>Open positions</source>
        <translation>खुली पोज़ीशन</translation>
    </message>
    <message>
        <source>Open positions in one symbol</source>
        <translation>एक प्रतीक में खुली पोज़ीशन</translation>
    </message>
    <message>
        <source>Time stop of day trades</source>
        <translation>दिन के सौदों का समय स्टॉप</translation>
    </message>
    <message>
        <source>Orders in one second</source>
        <translation>एक सेकंड में ऑर्डर</translation>
    </message>
    <message>
        <source>Working orders</source>
        <translation>चालू ऑर्डर</translation>
    </message>
    <message>
        <source>Identical orders in a minute</source>
        <translation>एक मिनट में एक जैसे ऑर्डर</translation>
    </message>
    <message>
        <source>Age of a stale price</source>
        <translation>पुराने भाव की आयु</translation>
    </message>
    <message>
        <source>No new shorts before the close</source>
        <translation>बंद होने से पहले नए शॉर्ट नहीं</translation>
    </message>
    <message>
        <source>Profit of the day that is locked</source>
        <translation>दिन का सुरक्षित किया जाने वाला लाभ</translation>
    </message>
    <message>
        <source>Best profit that is kept</source>
        <translation>सर्वोच्च लाभ का रखा जाने वाला हिस्सा</translation>
    </message>
    <message>
        <source>Losses in a row</source>
        <translation>लगातार घाटे</translation>
    </message>
    <message>
        <source>Pause after losses in a row</source>
        <translation>लगातार घाटों के बाद विराम</translation>
    </message>
    <message>
        <source>Part of the Kelly stake (Kelly sizing)</source>
        <translation>केली दाँव का भाग (केली आकार)</translation>
    </message>
    <message>
        <source>Yearly volatility of one position (volatility sizing)</source>
        <translation>एक पोज़िशन की वार्षिक अस्थिरता (अस्थिरता आकार)</translation>
    </message>
    <message>
        <source>Leverage</source>
        <translation>लीवरेज</translation>
    </message>
    <message>
        <source>Of these, kept for exits and stops</source>
        <translation>इनमें से निकास और स्टॉप के लिए</translation>
    </message>
    <message>
        <source>Closed trades before Kelly sizing</source>
        <translation>केली आकार से पहले बंद ट्रेड</translation>
    </message>
    <message>
        <source>Margin of intraday orders (MIS)</source>
        <translation>इंट्राडे ऑर्डर (MIS) का मार्जिन</translation>
    </message>
</context>
<context>
    <name>Mode</name>
    <message>
        <source>BACKTEST</source>
        <translation>बैकटेस्ट</translation>
    </message>
    <message>
        <source>PAPER</source>
        <translation>पेपर</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>लाइव</translation>
    </message>
</context>
<context>
    <name>Order</name>
    <message>
        <source>Draft</source>
        <translation>मसौदा</translation>
    </message>
    <message>
        <source>Awaiting approval</source>
        <translation>मंज़ूरी बाकी</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>जाँचा गया</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>भेजा जा रहा है</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>अज्ञात</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>खुला</translation>
    </message>
    <message>
        <source>Part filled</source>
        <translation>आंशिक पूरा</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>पूरा</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>रद्द हो रहा है</translation>
    </message>
    <message>
        <source>Modifying</source>
        <translation>बदला जा रहा है</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>रद्द</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>समाप्त</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>अस्वीकृत</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>मना किया गया</translation>
    </message>
    <message>
        <source>Lapsed</source>
        <translation>बीत गया</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>मार्केट</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>लिमिट</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>स्टॉप</translation>
    </message>
    <message>
        <source>Stop limit</source>
        <translation>स्टॉप लिमिट</translation>
    </message>
    <message>
        <source>If touched</source>
        <translation>छूने पर</translation>
    </message>
    <message>
        <source>Limit if touched</source>
        <translation>छूने पर लिमिट</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>प्रवेश</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>निकास</translation>
    </message>
    <message>
        <source>Stop loss</source>
        <translation>स्टॉप लॉस</translation>
    </message>
    <message>
        <source>Take profit</source>
        <translation>टेक प्रॉफ़िट</translation>
    </message>
</context>
<context>
    <name>OrderTicket</name>
    <message>
        <source>Last price</source>
        <translation>आख़िरी भाव</translation>
    </message>
    <message>
        <source>BUY</source>
        <translation>ख़रीद</translation>
    </message>
    <message>
        <source>SELL</source>
        <translation>बिक्री</translation>
    </message>
    <message>
        <source>Symbo&amp;l</source>
        <translation>प्रती&amp;क</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>प्रतीक</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>प्र&amp;कार</translation>
    </message>
    <message>
        <source>Order type</source>
        <translation>ऑर्डर का प्रकार</translation>
    </message>
    <message>
        <source>&amp;Quantity</source>
        <translation>&amp;मात्रा</translation>
    </message>
    <message>
        <source>Quantity: one step down</source>
        <translation>मात्रा: एक कदम कम</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>मात्रा</translation>
    </message>
    <message>
        <source>Quantity: one step up</source>
        <translation>मात्रा: एक कदम अधिक</translation>
    </message>
    <message>
        <source>of equity</source>
        <translation>पूँजी का</translation>
    </message>
    <message>
        <source>1 % of the equity</source>
        <translation>पूँजी का 1 %</translation>
    </message>
    <message>
        <source>2 % of the equity</source>
        <translation>पूँजी का 2 %</translation>
    </message>
    <message>
        <source>5 % of the equity</source>
        <translation>पूँजी का 5 %</translation>
    </message>
    <message>
        <source>10 % of the equity</source>
        <translation>पूँजी का 10 %</translation>
    </message>
    <message>
        <source>25 % of the equity</source>
        <translation>पूँजी का 25 %</translation>
    </message>
    <message>
        <source>&amp;Price</source>
        <translation>&amp;भाव</translation>
    </message>
    <message>
        <source>Limit price: one step down</source>
        <translation>लिमिट भाव: एक कदम नीचे</translation>
    </message>
    <message>
        <source>Limit price</source>
        <translation>लिमिट भाव</translation>
    </message>
    <message>
        <source>Limit price: one step up</source>
        <translation>लिमिट भाव: एक कदम ऊपर</translation>
    </message>
    <message>
        <source>T&amp;rigger</source>
        <translation>ट्रि&amp;गर</translation>
    </message>
    <message>
        <source>Trigger price: one step down</source>
        <translation>ट्रिगर भाव: एक कदम नीचे</translation>
    </message>
    <message>
        <source>Trigger price</source>
        <translation>ट्रिगर भाव</translation>
    </message>
    <message>
        <source>Trigger price: one step up</source>
        <translation>ट्रिगर भाव: एक कदम ऊपर</translation>
    </message>
    <message>
        <source>&amp;Stop loss</source>
        <translation>&amp;स्टॉप लॉस</translation>
    </message>
    <message>
        <source>Stop loss: one step down</source>
        <translation>स्टॉप लॉस: एक कदम नीचे</translation>
    </message>
    <message>
        <source>none</source>
        <translation>कोई नहीं</translation>
    </message>
    <message>
        <source>Stop loss</source>
        <translation>स्टॉप लॉस</translation>
    </message>
    <message>
        <source>Stop loss: one step up</source>
        <translation>स्टॉप लॉस: एक कदम ऊपर</translation>
    </message>
    <message>
        <source>Take pro&amp;fit</source>
        <translation>&amp;लाभ वसूली</translation>
    </message>
    <message>
        <source>Take profit: one step down</source>
        <translation>लाभ वसूली: एक कदम नीचे</translation>
    </message>
    <message>
        <source>Take profit</source>
        <translation>लाभ वसूली</translation>
    </message>
    <message>
        <source>Take profit: one step up</source>
        <translation>लाभ वसूली: एक कदम ऊपर</translation>
    </message>
    <message>
        <source>&amp;Validity</source>
        <translation>&amp;वैधता</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>वैधता</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>मूल्य</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>लागत</translation>
    </message>
    <message>
        <source>Cash free</source>
        <translation>मुक्त नकदी</translation>
    </message>
    <message>
        <source>Risk at the stop</source>
        <translation>स्टॉप पर जोखिम</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>एक्सपोज़र</translation>
    </message>
    <message>
        <source>What the risk gate would say</source>
        <translation>जोखिम जाँच क्या कहेगी</translation>
    </message>
    <message>
        <source>Answer to the last order</source>
        <translation>पिछले ऑर्डर का उत्तर</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>खाली करें</translation>
    </message>
    <message>
        <source>Empty the ticket (Esc)</source>
        <translation>टिकट खाली करें (Esc)</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Ctrl+Enter</translation>
    </message>
    <message>
        <source>Pro&amp;duct</source>
        <translation>उत्पा&amp;द</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>उत्पाद</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>मार्जिन</translation>
    </message>
    <message>
        <source>Break-even</source>
        <translation>ब्रेक-ईवन</translation>
    </message>
    <message>
        <source>Size by the limits</source>
        <translation>सीमाओं के अनुसार आकार</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Limits to start from: conservative or active</source>
        <translation>किन सीमाओं से शुरू करें: conservative (सतर्क) या active (सक्रिय)</translation>
    </message>
    <message>
        <source>Signals may open short positions</source>
        <translation>सिग्नल शॉर्ट पोज़ीशन खोल सकते हैं</translation>
    </message>
    <message>
        <source>Share of equity lost if the stop is hit</source>
        <translation>स्टॉप लगने पर खोई जाने वाली इक्विटी का हिस्सा</translation>
    </message>
    <message>
        <source>Share of equity for percent sizing</source>
        <translation>प्रतिशत आकार के लिए इक्विटी का हिस्सा</translation>
    </message>
    <message>
        <source>Share of the available cash one order may take</source>
        <translation>उपलब्ध नकदी का वह हिस्सा जो एक ऑर्डर ले सकता है</translation>
    </message>
    <message>
        <source>Gross exposure as a share of equity</source>
        <translation>इक्विटी के हिस्से के रूप में कुल एक्सपोज़र</translation>
    </message>
    <message>
        <source>Exposure to one sector as a share of equity</source>
        <translation>इक्विटी के हिस्से के रूप में एक सेक्टर का एक्सपोज़र</translation>
    </message>
    <message>
        <source>Loss since the start of the day that halts entries</source>
        <translation>दिन की शुरुआत से वह घाटा जिस पर नई एंट्री रुकती है</translation>
    </message>
    <message>
        <source>Stop distance where a signal brings none</source>
        <translation>स्टॉप की दूरी, जब सिग्नल कोई न दे</translation>
    </message>
    <message>
        <source>Target distance where a signal brings none</source>
        <translation>लक्ष्य की दूरी, जब सिग्नल कोई न दे</translation>
    </message>
    <message>
        <source>Lowest price of a symbol that may be entered</source>
        <translation>सिम्बल का न्यूनतम भाव जिसमें एंट्री हो सकती है</translation>
    </message>
    <message>
        <source>Lowest 20-day average traded value</source>
        <translation>20 दिनों के औसत कारोबार का न्यूनतम मूल्य</translation>
    </message>
    <message>
        <source>Highest correlation with a held position</source>
        <translation>रखी हुई पोज़ीशन के साथ अधिकतम सहसंबंध</translation>
    </message>
    <message>
        <source>Value of one order as a share of equity</source>
        <translation>इक्विटी के हिस्से के रूप में एक ऑर्डर का मूल्य</translation>
    </message>
    <message>
        <source>Units of one order</source>
        <translation>एक ऑर्डर की इकाइयाँ</translation>
    </message>
    <message>
        <source>Distance of an order price from the last price</source>
        <translation>अंतिम भाव से ऑर्डर के भाव की दूरी</translation>
    </message>
    <message>
        <source>Price move since the signal at which approval is refused</source>
        <translation>सिग्नल के बाद भाव का वह बदलाव जिस पर मंज़ूरी नहीं मिलती</translation>
    </message>
    <message>
        <source>Profit of the day, as a share of its first equity, from which it is locked; 0 never</source>
        <translation>दिन का लाभ, शुरुआती इक्विटी के हिस्से के रूप में, जिसके बाद वह सुरक्षित किया जाता है; 0 कभी नहीं</translation>
    </message>
    <message>
        <source>Share of the day&apos;s best profit that halts entries when it is reached again</source>
        <translation>दिन के सर्वोच्च लाभ का वह हिस्सा जिस पर लौटने से नई एंट्री रुकती है</translation>
    </message>
    <message>
        <source>Signals below this confidence are not queued</source>
        <translation>इससे कम भरोसे के सिग्नल कतार में नहीं आते</translation>
    </message>
    <message>
        <source>Open positions</source>
        <translation>खुली पोज़ीशन</translation>
    </message>
    <message>
        <source>Open positions in one symbol</source>
        <translation>एक सिम्बल में खुली पोज़ीशन</translation>
    </message>
    <message>
        <source>Day-trading positions are closed after this long; 0 never</source>
        <translation>डे-ट्रेडिंग पोज़ीशन इतनी देर बाद बंद होती हैं; 0 कभी नहीं</translation>
    </message>
    <message>
        <source>Orders in any one second</source>
        <translation>किसी एक सेकंड में ऑर्डर</translation>
    </message>
    <message>
        <source>Working orders</source>
        <translation>चालू ऑर्डर</translation>
    </message>
    <message>
        <source>Identical orders within a minute</source>
        <translation>एक मिनट में एक जैसे ऑर्डर</translation>
    </message>
    <message>
        <source>Age at which a price is stale</source>
        <translation>भाव कितनी देर बाद पुराना माना जाए</translation>
    </message>
    <message>
        <source>Losses in a row after which entries pause; 0 never</source>
        <translation>लगातार घाटे जिनके बाद नई एंट्री रुकती है; 0 कभी नहीं</translation>
    </message>
    <message>
        <source>How long entries pause after the last of them</source>
        <translation>उनमें से अंतिम के बाद एंट्री कितनी देर रुकी रहती है</translation>
    </message>
    <message>
        <source>No new shorts this long before the close</source>
        <translation>बाज़ार बंद होने से इतनी देर पहले नए शॉर्ट नहीं</translation>
    </message>
    <message>
        <source>Seconds a signal waits; 0 is by its category</source>
        <translation>सिग्नल कितने सेकंड रुकता है; 0 का अर्थ उसकी श्रेणी के अनुसार</translation>
    </message>
    <message>
        <source>Arm auto-trading at start</source>
        <translation>शुरू होते ही ऑटो-ट्रेड चालू करें</translation>
    </message>
    <message>
        <source>Strategies that run, separated by commas</source>
        <translation>चलने वाली रणनीतियाँ, अल्पविराम से अलग</translation>
    </message>
    <message>
        <source>Bars that strategies decide on; by category with the scheduler</source>
        <translation>किन बार पर रणनीतियाँ निर्णय लेती हैं; शेड्यूलर के साथ श्रेणी के अनुसार</translation>
    </message>
    <message>
        <source>Strategies decide at the cadence of their category instead of on every bar</source>
        <translation>रणनीतियाँ हर बार के बजाय अपनी श्रेणी की लय पर निर्णय लेती हैं</translation>
    </message>
    <message>
        <source>Strategies that may be running at once</source>
        <translation>एक साथ चल सकने वाली रणनीतियाँ</translation>
    </message>
    <message>
        <source>A strategy that takes longer is stopped</source>
        <translation>इससे अधिक समय लेने वाली रणनीति रोक दी जाती है</translation>
    </message>
    <message>
        <source>Updates a second of each simulated symbol</source>
        <translation>हर सिमुलेटेड सिम्बल के प्रति सेकंड अपडेट</translation>
    </message>
    <message>
        <source>Crypto-like symbols for a load test in place of those that ship; 0 is off</source>
        <translation>लोड टेस्ट के लिए दिए गए सिम्बलों की जगह क्रिप्टो जैसे सिम्बल; 0 बंद</translation>
    </message>
    <message>
        <source>Days a daily backup of an account is kept</source>
        <translation>खाते का दैनिक बैकअप कितने दिन रखा जाता है</translation>
    </message>
    <message>
        <source>Where keys are kept: keychain, vault, or auto for the keychain where there is one</source>
        <translation>कुंजियाँ कहाँ रहती हैं: keychain, vault (तिजोरी), या auto, जहाँ keychain हो</translation>
    </message>
    <message>
        <source>Symbols a live desk watches and trades</source>
        <translation>वे सिम्बल जिन पर लाइव डेस्क नज़र रखता और ट्रेड करता है</translation>
    </message>
    <message>
        <source>Currency a live account is counted in; its symbols are quoted in it</source>
        <translation>लाइव खाते की मुद्रा; उसके सिम्बल इसी में भाव देते हैं</translation>
    </message>
    <message>
        <source>language of the window</source>
        <translation>विंडो की भाषा</translation>
    </message>
    <message>
        <source>digits grouped as the market does, by lakh and crore, or by thousands</source>
        <translation>अंकों का समूहन बाज़ार जैसा, लाख-करोड़ में, या हज़ारों में</translation>
    </message>
    <message>
        <source>clock of every time shown: that of the exchange, utc, or local</source>
        <translation>दिखाए गए हर समय की घड़ी: exchange (एक्सचेंज), utc या local (स्थानीय)</translation>
    </message>
    <message>
        <source>seconds in which a decision can be taken back</source>
        <translation>कितने सेकंड तक निर्णय वापस लिया जा सकता है</translation>
    </message>
    <message>
        <source>sound when a signal arrives or is about to expire</source>
        <translation>सिग्नल आने या समाप्त होने के निकट ध्वनि</translation>
    </message>
    <message>
        <source>minutes without an order after which one-click trading disarms itself</source>
        <translation>बिना ऑर्डर के कितने मिनट बाद वन-क्लिक ट्रेडिंग अपने आप बंद होती है</translation>
    </message>
    <message>
        <source>ask about an order above this share of the equity even with one click; 0 is never</source>
        <translation>इक्विटी के इस हिस्से से बड़े ऑर्डर पर एक क्लिक में भी पूछें; 0 कभी नहीं</translation>
    </message>
    <message>
        <source>ask about an order further than this from the last price; 0 is never</source>
        <translation>अंतिम भाव से इससे दूर के ऑर्डर पर पूछें; 0 कभी नहीं</translation>
    </message>
    <message>
        <source>ask about an order of more lots than this; 0 is never</source>
        <translation>इससे अधिक लॉट के ऑर्डर पर पूछें; 0 कभी नहीं</translation>
    </message>
    <message>
        <source>Sizing: risk, percent, fixed, kelly or volatility</source>
        <translation>आकार: risk (जोखिम), percent (प्रतिशत), fixed (निश्चित), kelly या volatility (अस्थिरता)</translation>
    </message>
    <message>
        <source>Share of the full Kelly stake for Kelly sizing</source>
        <translation>केली आकार के लिए पूरे केली दाँव का भाग</translation>
    </message>
    <message>
        <source>Yearly volatility of one position as a share of equity, for volatility sizing</source>
        <translation>अस्थिरता आकार के लिए, पूँजी के अनुपात में एक पोज़िशन की वार्षिक अस्थिरता</translation>
    </message>
    <message>
        <source>Gross exposure as a multiple of equity</source>
        <translation>पूँजी के गुणज में कुल एक्सपोज़र</translation>
    </message>
    <message>
        <source>Orders of each second that are kept for exits and stops</source>
        <translation>हर सेकंड के ऑर्डर जो निकास और स्टॉप के लिए रखे जाते हैं</translation>
    </message>
    <message>
        <source>Closed trades of a strategy before Kelly sizing goes by them</source>
        <translation>केली आकार लागू होने से पहले रणनीति के बंद ट्रेड</translation>
    </message>
    <message>
        <source>Symbols that may be entered, with commas between them; * is every one</source>
        <translation>जिन प्रतीकों में प्रवेश हो सकता है, अल्पविराम से अलग; * यानी सभी</translation>
    </message>
    <message>
        <source>Symbols that are never entered, with commas between them</source>
        <translation>जिन प्रतीकों में कभी प्रवेश नहीं होता, अल्पविराम से अलग</translation>
    </message>
    <message>
        <source>Seconds without a price of something held after which entries are halted; 0 never</source>
        <translation>धारित प्रतीक का भाव न मिलने के इतने सेकंड बाद प्रवेश रुकते हैं; 0 यानी कभी नहीं</translation>
    </message>
    <message>
        <source>Strategies whose waiting entries stay when the connection was gone, with commas between them</source>
        <translation>कनेक्शन टूटने पर जिन रणनीतियों के प्रतीक्षारत प्रवेश बने रहते हैं, अल्पविराम से अलग</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>BUY</source>
        <translation>ख़रीद</translation>
    </message>
    <message>
        <source>SELL</source>
        <translation>बिक्री</translation>
    </message>
</context>
<context>
    <name>Signal</name>
    <message>
        <source>Day trading</source>
        <translation>दिन का ट्रेड</translation>
    </message>
    <message>
        <source>Short selling</source>
        <translation>शॉर्ट बिक्री</translation>
    </message>
    <message>
        <source>Short term</source>
        <translation>अल्पावधि</translation>
    </message>
    <message>
        <source>Long term</source>
        <translation>दीर्घावधि</translation>
    </message>
</context>
<context>
    <name>SignalEditDialog</name>
    <message>
        <source>Edit signal</source>
        <translation>सिग्नल बदलें</translation>
    </message>
    <message>
        <source>&amp;Quantity</source>
        <translation>&amp;मात्रा</translation>
    </message>
    <message>
        <source>&amp;Limit price</source>
        <translation>&amp;लिमिट भाव</translation>
    </message>
    <message>
        <source>at the market</source>
        <translation>बाज़ार भाव पर</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;स्टॉप</translation>
    </message>
    <message>
        <source>none</source>
        <translation>कोई नहीं</translation>
    </message>
    <message>
        <source>&amp;Target</source>
        <translation>&amp;लक्ष्य</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>बदलाव सहेजें</translation>
    </message>
</context>
<context>
    <name>SignalState</name>
    <message>
        <source>Pending</source>
        <translation>प्रतीक्षा में</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>स्वीकृत</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>ऑर्डर हुआ</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>ठुकराया</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>समाप्त</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>बदला गया</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>अस्वीकृत</translation>
    </message>
</context>
<context>
    <name>TourWatch</name>
    <message>
        <source>Approve a signal</source>
        <translation>एक सिग्नल स्वीकृत करें</translation>
    </message>
    <message>
        <source>Drag a stop</source>
        <translation>स्टॉप को खींचें</translation>
    </message>
    <message>
        <source>Arm auto-trade</source>
        <translation>ऑटो-ट्रेड चालू करें</translation>
    </message>
    <message>
        <source>Run a backtest</source>
        <translation>बैकटेस्ट चलाएँ</translation>
    </message>
    <message>
        <source>Read the report</source>
        <translation>रिपोर्ट पढ़ें</translation>
    </message>
    <message>
        <source>You have the desk in hand</source>
        <translation>डेस्क अब आपके हाथ में है</translation>
    </message>
    <message>
        <source>Strategies raise signals; nothing is bought before you say so. Choose one in the queue, look at its card and press A, or the button. Z takes it back for two seconds. Everything here is on paper.</source>
        <translation>रणनीतियाँ सिग्नल देती हैं; आपके कहे बिना कुछ नहीं खरीदा जाता। कतार में एक चुनें, उसका कार्ड देखें और A या बटन दबाएँ। Z दो सेकंड तक उसे वापस लेता है। यहाँ सब पेपर पर है।</translation>
    </message>
    <message>
        <source>The position has a stop, the red line in its chart. Drag it: the money at risk moves with it, Esc puts it back. The stop of a chosen signal can be dragged too.</source>
        <translation>पोज़ीशन का एक स्टॉप है, चार्ट की लाल रेखा। उसे खींचें: जोखिम की राशि साथ चलती है, Esc वापस रखता है। चुने गए सिग्नल का स्टॉप भी खींचा जा सकता है।</translation>
    </message>
    <message>
        <source>With auto-trade armed, signals go to the risk gate without waiting for you. It tells its limits before it is armed, and the same button disarms it.</source>
        <translation>ऑटो-ट्रेड चालू होने पर सिग्नल आपकी प्रतीक्षा के बिना जोखिम द्वार पर जाते हैं। चालू होने से पहले यह अपनी सीमाएँ बताता है, और वही बटन इसे बंद करता है।</translation>
    </message>
    <message>
        <source>Open the backtest (Ctrl+B), choose a strategy and some bars, and run it: the same engine as here, on the past.</source>
        <translation>बैकटेस्ट (Ctrl+B) खोलें, रणनीति और बार चुनें और चलाएँ: यही इंजन, बीते समय पर।</translation>
    </message>
    <message>
        <source>The headline is the short answer. Open Trades or Figures: a click on a trade centres the chart on it, and every figure explains itself.</source>
        <translation>शीर्षक संक्षिप्त उत्तर है। ट्रेड या आँकड़े खोलें: ट्रेड पर क्लिक चार्ट को उस पर लाता है, और हर आँकड़ा स्वयं को समझाता है।</translation>
    </message>
    <message>
        <source>Kill switch: Ctrl+Shift+K. Every key: ?. Any command: Ctrl+K. This tour waits under Help.</source>
        <translation>किल स्विच: Ctrl+Shift+K। सभी कुंजियाँ: ?। कोई भी आदेश: Ctrl+K। यह परिचय सहायता में मिलेगा।</translation>
    </message>
</context>
<context>
    <name>Work</name>
    <message>
        <source>Trailing stop</source>
        <translation>ट्रेलिंग स्टॉप</translation>
    </message>
    <message>
        <source>Breakeven</source>
        <translation>ब्रेक-ईवन</translation>
    </message>
    <message>
        <source>OCO</source>
        <translation>OCO</translation>
    </message>
    <message>
        <source>Conditional</source>
        <translation>सशर्त</translation>
    </message>
    <message>
        <source>Iceberg</source>
        <translation>आइसबर्ग</translation>
    </message>
    <message>
        <source>TWAP</source>
        <translation>TWAP</translation>
    </message>
    <message>
        <source>VWAP</source>
        <translation>VWAP</translation>
    </message>
    <message>
        <source>Market maker</source>
        <translation>मार्केट मेकर</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>चालू</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>रद्द हो रहा है</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>पूरा</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>रद्द</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>विफल</translation>
    </message>
    <message>
        <source>Moves the stop of what is held after the best price, never back.</source>
        <translation>रखी पोज़ीशन का स्टॉप सबसे अच्छे भाव के पीछे ले जाता है, कभी वापस नहीं।</translation>
    </message>
    <message>
        <source>Moves the stop of what is held to its entry once the trade has gone far enough.</source>
        <translation>ट्रेड पर्याप्त आगे जाने पर स्टॉप को प्रवेश भाव पर ले जाता है।</translation>
    </message>
    <message>
        <source>A limit at the venue and a stop watched here: what one fills the other cannot.</source>
        <translation>वेन्यू पर लिमिट और यहाँ देखा जाने वाला स्टॉप: जो एक भरता है वह दूसरा नहीं भर सकता।</translation>
    </message>
    <message>
        <source>Sends an order when a condition is met.</source>
        <translation>शर्त पूरी होने पर ऑर्डर भेजता है।</translation>
    </message>
    <message>
        <source>A limit order of which the venue sees a part at a time.</source>
        <translation>लिमिट ऑर्डर जिसका वेन्यू एक बार में एक हिस्सा देखता है।</translation>
    </message>
    <message>
        <source>Equal slices over a time.</source>
        <translation>एक समय में बराबर हिस्से।</translation>
    </message>
    <message>
        <source>Slices over a time by the usual volume of each quarter of an hour.</source>
        <translation>हर पंद्रह मिनट के सामान्य वॉल्यूम के अनुसार समय में हिस्से।</translation>
    </message>
    <message>
        <source>A bid and an ask around the middle, shifted against what is held.</source>
        <translation>मध्य के आसपास एक बिड और एक आस्क, होल्डिंग के विरुद्ध खिसके हुए।</translation>
    </message>
</context>
<context>
    <name>bellwether::AccountCard</name>
    <message>
        <source>%1 %2 · real money</source>
        <translation>%1 %2 · असली पैसा</translation>
    </message>
    <message>
        <source>%1 %2 · test money</source>
        <translation>%1 %2 · परीक्षण का पैसा</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>जाँचा नहीं गया</translation>
    </message>
    <message>
        <source>working…</source>
        <translation>काम चल रहा है…</translation>
    </message>
    <message>
        <source>key accepted</source>
        <translation>कुंजी स्वीकार</translation>
    </message>
    <message>
        <source>key refused</source>
        <translation>कुंजी अस्वीकार</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>पहुँच नहीं</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>जुड़ रहा है</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>जुड़ा है</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>कनेक्शन टूटा</translation>
    </message>
    <message>
        <source>suspended by the venue</source>
        <translation>वेन्यू ने रोका है</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>जाँचें</translation>
    </message>
    <message>
        <source>Asks the venue what the key may do</source>
        <translation>वेन्यू से पूछता है कि कुंजी क्या कर सकती है</translation>
    </message>
    <message>
        <source>Symbols…</source>
        <translation>सिंबल…</translation>
    </message>
    <message>
        <source>Searches the venue&apos;s listings and chooses what live desks watch</source>
        <translation>वेन्यू की सूची खोजता है और चुनता है कि लाइव डेस्क क्या देखें</translation>
    </message>
    <message>
        <source>Arm…</source>
        <translation>चालू करें…</translation>
    </message>
    <message>
        <source>Allows one live start, under limits that are shown first</source>
        <translation>पहले दिखाई गई सीमाओं में एक लाइव शुरुआत की अनुमति</translation>
    </message>
    <message>
        <source>Disarm</source>
        <translation>निष्क्रिय करें</translation>
    </message>
    <message>
        <source>At once and without a question: no new risk leaves, reductions do</source>
        <translation>तुरंत और बिना पूछे: नया जोखिम नहीं जाता, घटाने वाले ऑर्डर जाते हैं</translation>
    </message>
    <message>
        <source>Go live</source>
        <translation>लाइव जाएँ</translation>
    </message>
    <message>
        <source>Opens the desk of this account in this window</source>
        <translation>इस खाते का डेस्क इसी विंडो में खोलता है</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>हटाएँ…</translation>
    </message>
    <message>
        <source>Forgets the account and its secret</source>
        <translation>खाता और उसका गुप्त शब्द भुला देता है</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>विलंब</translation>
    </message>
    <message>
        <source>From a request to its answer, the last one</source>
        <translation>अनुरोध से उत्तर तक, पिछली बार</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>घड़ी</translation>
    </message>
    <message>
        <source>The venue&apos;s clock against this machine&apos;s</source>
        <translation>इस मशीन के मुकाबले वेन्यू की घड़ी</translation>
    </message>
    <message>
        <source>Request weight</source>
        <translation>अनुरोध भार</translation>
    </message>
    <message>
        <source>Share of the venue&apos;s request weight of this minute that is used</source>
        <translation>इस मिनट में वेन्यू के अनुरोध भार का इस्तेमाल हुआ हिस्सा</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>ऑर्डर</translation>
    </message>
    <message>
        <source>Share of the venue&apos;s order count that is used</source>
        <translation>वेन्यू की ऑर्डर गिनती का इस्तेमाल हुआ हिस्सा</translation>
    </message>
    <message>
        <source>Rights of the key</source>
        <translation>कुंजी के अधिकार</translation>
    </message>
    <message>
        <source>What the venue lets the key do</source>
        <translation>वेन्यू कुंजी को क्या करने देता है</translation>
    </message>
    <message>
        <source>Last test</source>
        <translation>पिछली जाँच</translation>
    </message>
    <message>
        <source>When the venue was asked last</source>
        <translation>वेन्यू से पिछली बार कब पूछा गया</translation>
    </message>
    <message>
        <source>Account %1</source>
        <translation>खाता %1</translation>
    </message>
    <message>
        <source>key %1 in the %2</source>
        <translation>कुंजी %1, स्थान: %2</translation>
    </message>
    <message>
        <source>vault</source>
        <translation>तिजोरी</translation>
    </message>
    <message>
        <source>keychain</source>
        <translation>कीचेन</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n और</numerusform>
            <numerusform>%n और</numerusform>
        </translation>
    </message>
    <message>
        <source>note: %1</source>
        <translation>ध्यान दें: %1</translation>
    </message>
    <message>
        <source>LIVE, DISARMED</source>
        <translation>लाइव, निष्क्रिय</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>लाइव</translation>
    </message>
    <message>
        <source>ARMED until %1</source>
        <translation>%1 तक चालू</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>trade</source>
        <translation>ट्रेड</translation>
    </message>
    <message>
        <source>no trading</source>
        <translation>ट्रेड नहीं</translation>
    </message>
    <message>
        <source>WITHDRAW</source>
        <translation>निकासी</translation>
    </message>
    <message>
        <source>no withdrawal</source>
        <translation>निकासी नहीं</translation>
    </message>
    <message>
        <source>bound to an address</source>
        <translation>एक पते से बँधी</translation>
    </message>
</context>
<context>
    <name>bellwether::AccountStrip</name>
    <message>
        <source>Account</source>
        <translation>खाता</translation>
    </message>
    <message>
        <source>Equity</source>
        <translation>पूँजी</translation>
    </message>
    <message>
        <source>Cash and market value of the open positions</source>
        <translation>नकदी और खुली पोज़ीशन का बाज़ार मूल्य</translation>
    </message>
    <message>
        <source>Day P&amp;L</source>
        <translation>दिन का ला/हा</translation>
    </message>
    <message>
        <source>Open P&amp;L</source>
        <translation>खुला ला/हा</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>नकदी</translation>
    </message>
    <message>
        <source>Cash of the account</source>
        <translation>खाते की नकदी</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>एक्सपोज़र</translation>
    </message>
    <message>
        <source>Market value of the open positions against the equity</source>
        <translation>पूँजी की तुलना में खुली पोज़ीशन का बाज़ार मूल्य</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>पोज़ीशन</translation>
    </message>
    <message>
        <source>Open positions of those allowed</source>
        <translation>अनुमत में से खुली पोज़ीशन</translation>
    </message>
    <message>
        <source>Lost today %1 of a limit of %2; %3 more if every stop is hit.</source>
        <translation>आज %1 का घाटा, सीमा %2; हर स्टॉप लगने पर %3 और।</translation>
    </message>
    <message>
        <source>KILLED</source>
        <translation>किल</translation>
    </message>
    <message>
        <source>HALTED</source>
        <translation>रुका</translation>
    </message>
    <message>
        <source>FAULT</source>
        <translation>दोष</translation>
    </message>
    <message>
        <source>Equity against the equity at the start of the exchange&apos;s day; with costs: also those of closing what is open</source>
        <translation>एक्सचेंज के दिन की शुरुआत की इक्विटी के मुक़ाबले इक्विटी; लागत सहित: खुली पोज़ीशन बंद करने की लागत भी</translation>
    </message>
    <message>
        <source>Unrealized profit or loss of the open positions; with costs: those of the way in and of the way out</source>
        <translation>खुली पोज़ीशन का अप्राप्त लाभ या घाटा; लागत सहित: प्रवेश और निकास दोनों की</translation>
    </message>
    <message>
        <source>Open P&amp;L %1</source>
        <translation>खुला P&amp;L %1</translation>
    </message>
    <message>
        <source>Day P&amp;L %1</source>
        <translation>दिन का P&amp;L %1</translation>
    </message>
</context>
<context>
    <name>bellwether::AddAccountDialog</name>
    <message>
        <source>Test and add</source>
        <translation>जाँचें और जोड़ें</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>खाता जोड़ें</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Up to 7 small letters and digits, for example main</source>
        <translation>अधिकतम 7 छोटे अक्षर और अंक, जैसे main</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>कहाँ</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>पता</translation>
    </message>
    <message>
        <source>https://HOST[:PORT], or http://127.0.0.1:PORT on this machine</source>
        <translation>https://HOST[:PORT], या इस मशीन पर http://127.0.0.1:PORT</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API कुंजी</translation>
    </message>
    <message>
        <source>A key that may trade; one that may withdraw is refused</source>
        <translation>ऐसी कुंजी जो ट्रेड कर सके; जो निकासी कर सके वह अस्वीकार होती है</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>गुप्त शब्द</translation>
    </message>
    <message>
        <source>The secret of the key, or a private Ed25519 key in PEM; it is not shown</source>
        <translation>कुंजी का गुप्त शब्द, या PEM में निजी Ed25519 कुंजी; यह दिखाई नहीं जाती</translation>
    </message>
    <message>
        <source>Passphrase of the vault</source>
        <translation>तिजोरी का पासफ़्रेज़</translation>
    </message>
    <message>
        <source>Opens the encrypted vault of keys of this profile</source>
        <translation>इस प्रोफ़ाइल की एन्क्रिप्टेड कुंजी-तिजोरी खोलता है</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>वही दोबारा</translation>
    </message>
    <message>
        <source>The vault is new: its passphrase is chosen now</source>
        <translation>तिजोरी नई है: उसका पासफ़्रेज़ अभी चुना जाता है</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>Binance production, real money</source>
        <translation>Binance production, असली पैसा</translation>
    </message>
    <message>
        <source>Binance %1</source>
        <translation>Binance %1</translation>
    </message>
    <message>
        <source>Another venue of the protocol</source>
        <translation>इस प्रोटोकॉल का दूसरा वेन्यू</translation>
    </message>
    <message>
        <source>Looking where keys can be kept…</source>
        <translation>देख रहे हैं कि कुंजियाँ कहाँ रखी जा सकती हैं…</translation>
    </message>
    <message>
        <source>The passphrase needs at least %1 characters.</source>
        <translation>पासफ़्रेज़ में कम से कम %1 अक्षर चाहिए।</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>दोनों पासफ़्रेज़ एक जैसे नहीं हैं।</translation>
    </message>
    <message>
        <source>Asking the venue…</source>
        <translation>वेन्यू से पूछ रहे हैं…</translation>
    </message>
</context>
<context>
    <name>bellwether::AllocationChart</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n और</numerusform>
            <numerusform>%n और</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bellwether::ApproveAllDialog</name>
    <message>
        <source>Approve all</source>
        <translation>सभी स्वीकारें</translation>
    </message>
    <message>
        <source>Do nothing</source>
        <translation>कुछ न करें</translation>
    </message>
    <message>
        <source>Together they would make %1 positions of %2 allowed.</source>
        <translation>मिलकर %1 पोज़ीशन होंगी, अनुमति %2 की है।</translation>
    </message>
    <message>
        <source>Together they would take the exposure to %1 of %2 allowed.</source>
        <translation>मिलकर एक्सपोज़र %1 होगा, अनुमति %2 की है।</translation>
    </message>
    <message>
        <source>Together they risk %1; the day may still lose %2.</source>
        <translation>मिलकर जोखिम %1 है; दिन में अभी %2 का घाटा हो सकता है।</translation>
    </message>
    <message numerus="yes">
        <source>%n signal(s) shown.</source>
        <translation>
            <numerusform>%n सिग्नल दिख रहा है।</numerusform>
            <numerusform>%n सिग्नल दिख रहे हैं।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) would go out</source>
        <translation>
            <numerusform>%n ऑर्डर जाएगा</numerusform>
            <numerusform>%n ऑर्डर जाएँगे</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n symbol(s), risking %1 together.</source>
        <translation>
            <numerusform>%n प्रतीक में, कुल जोखिम %1।</numerusform>
            <numerusform>%n प्रतीकों में, कुल जोखिम %1।</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The risk gate would refuse %n:</source>
        <translation>
            <numerusform>जोखिम जाँच %n को मना करेगी:</numerusform>
            <numerusform>जोखिम जाँच %n को मना करेगी:</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking the risk gate…</source>
        <translation>जोखिम जाँच से पूछ रहे हैं…</translation>
    </message>
    <message numerus="yes">
        <source>Approve %n</source>
        <translation>
            <numerusform>%n स्वीकारें</numerusform>
            <numerusform>%n स्वीकारें</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bellwether::ArmDialog</name>
    <message>
        <source>Arm for one start</source>
        <translation>एक शुरुआत के लिए चालू करें</translation>
    </message>
    <message>
        <source>Arm %1 for live trading</source>
        <translation>%1 को लाइव ट्रेडिंग के लिए चालू करें</translation>
    </message>
    <message>
        <source>%1 at %2 %3 will send real orders for real money, under these limits.</source>
        <translation>%2 %3 पर %1 इन सीमाओं में असली पैसे के असली ऑर्डर भेजेगा।</translation>
    </message>
    <message>
        <source>%1 at %2 %3 will send real orders to a test venue, under these limits.</source>
        <translation>%2 %3 पर %1 इन सीमाओं में परीक्षण वेन्यू को असली ऑर्डर भेजेगा।</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>सीमा</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>मान</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>सेटिंग</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>सीमाएँ</translation>
    </message>
    <message>
        <source>The limits cannot be read; nothing can be armed.</source>
        <translation>सीमाएँ पढ़ी नहीं जा सकतीं; कुछ भी चालू नहीं हो सकता।</translation>
    </message>
    <message>
        <source>Type %1 to arm it. The arming holds for a quarter of an hour and one start, with these settings; a restart disarms.</source>
        <translation>चालू करने के लिए %1 लिखें। यह पंद्रह मिनट और एक शुरुआत तक, इन्हीं सेटिंग के साथ मान्य है; दोबारा शुरू करने पर निष्क्रिय हो जाता है।</translation>
    </message>
    <message>
        <source>The sentence to type</source>
        <translation>लिखा जाने वाला वाक्य</translation>
    </message>
    <message>
        <source>Do nothing</source>
        <translation>कुछ न करें</translation>
    </message>
</context>
<context>
    <name>bellwether::Attention</name>
    <message>
        <source>Bellwether: no signal waits</source>
        <translation>Bellwether: कोई सिग्नल प्रतीक्षा में नहीं</translation>
    </message>
    <message numerus="yes">
        <source>Bellwether: %n signal(s) wait</source>
        <translation>
            <numerusform>Bellwether: %n सिग्नल प्रतीक्षा में</numerusform>
            <numerusform>Bellwether: %n सिग्नल प्रतीक्षा में</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bellwether::BacktestPanel</name>
    <message>
        <source>Run</source>
        <translation>चलाएँ</translation>
    </message>
    <message>
        <source>Run the backtest (Ctrl+Return)</source>
        <translation>बैकटेस्ट चलाएँ (Ctrl+Return)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>End the run and keep the last result (Esc)</source>
        <translation>चलना रोकें और पिछला परिणाम रखें (Esc)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>निर्यात</translation>
    </message>
    <message>
        <source>Write the result to a file</source>
        <translation>परिणाम फ़ाइल में लिखें</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>सारांश</translation>
    </message>
    <message>
        <source>Report as JSON…</source>
        <translation>रिपोर्ट JSON में…</translation>
    </message>
    <message>
        <source>Trades as CSV…</source>
        <translation>सौदे CSV में…</translation>
    </message>
    <message>
        <source>Equity as CSV…</source>
        <translation>पूँजी CSV में…</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>लिखा गया: %1</translation>
    </message>
    <message>
        <source>Not started: a field needs another value.</source>
        <translation>शुरू नहीं हुआ: एक खाने में दूसरा मान चाहिए।</translation>
    </message>
    <message>
        <source>Loading the bars…</source>
        <translation>कैंडल लोड हो रही हैं…</translation>
    </message>
    <message>
        <source>%1 of %2 bars, %3 bars/s</source>
        <translation>%2 में से %1 कैंडल, %3 कैंडल/से</translation>
    </message>
    <message>
        <source>%1 bars in %2 s, %3 bars/s</source>
        <translation>%2 से में %1 कैंडल, %3 कैंडल/से</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>रद्द हुआ।</translation>
    </message>
    <message>
        <source>Not run: a field needs another value.</source>
        <translation>नहीं चला: एक खाने में दूसरा मान चाहिए।</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>सौदे</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>आँकड़े</translation>
    </message>
    <message>
        <source>Optimise</source>
        <translation>अनुकूलन</translation>
    </message>
    <message>
        <source>Monte Carlo</source>
        <translation>मोंटे कार्लो</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>चालन</translation>
    </message>
    <message>
        <source>Opening run %1…</source>
        <translation>चालन %1 खुल रहा है…</translation>
    </message>
    <message>
        <source>Report as one HTML page…</source>
        <translation>रिपोर्ट एक HTML पृष्ठ में…</translation>
    </message>
    <message>
        <source>Walk-forward</source>
        <translation>वॉक-फ़ॉरवर्ड</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>रिपोर्ट</translation>
    </message>
    <message>
        <source>Report as PDF…</source>
        <translation>रिपोर्ट PDF में…</translation>
    </message>
    <message>
        <source>Writing %1…</source>
        <translation>%1 लिखा जा रहा है…</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) in %1 s</source>
        <translation>
            <numerusform>%n रन %1 से. में</numerusform>
            <numerusform>%n रन %1 से. में</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation>%2 में से %1 रन</translation>
    </message>
</context>
<context>
    <name>bellwether::BackupTableModel</name>
    <message>
        <source>Made</source>
        <translation>बनाया</translation>
    </message>
    <message>
        <source>When the backup was made</source>
        <translation>बैकअप कब बना</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>खाता</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>आकार</translation>
    </message>
    <message>
        <source>Size of the file</source>
        <translation>फ़ाइल का आकार</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>प्रविष्टियाँ</translation>
    </message>
    <message>
        <source>Entries of its journal</source>
        <translation>इसके जर्नल की प्रविष्टियाँ</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>जाँचा गया</translation>
    </message>
    <message>
        <source>Whether the file is the one that was written, every entry follows the one before, and the whole replays</source>
        <translation>क्या फ़ाइल वही है जो लिखी गई थी, हर प्रविष्टि पिछली के बाद आती है, और पूरा जर्नल दोबारा चलता है</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>सामग्री</translation>
    </message>
    <message>
        <source>What the account was at that moment</source>
        <translation>उस क्षण खाता क्या था</translation>
    </message>
    <message>
        <source>File</source>
        <translation>फ़ाइल</translation>
    </message>
    <message>
        <source>orders %1, fills %2, positions %3, cash %4</source>
        <translation>ऑर्डर %1, फ़िल %2, पोज़ीशन %3, नक़द %4</translation>
    </message>
    <message>
        <source>✓ whole</source>
        <translation>✓ पूरा</translation>
    </message>
    <message>
        <source>✗ damaged</source>
        <translation>✗ क्षतिग्रस्त</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>पढ़ा जा रहा है…</translation>
    </message>
</context>
<context>
    <name>bellwether::BackupsDialog</name>
    <message>
        <source>Restore…</source>
        <translation>पुनर्स्थापित करें…</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>बैकअप</translation>
    </message>
    <message>
        <source>Backups of this profile</source>
        <translation>इस प्रोफ़ाइल के बैकअप</translation>
    </message>
    <message>
        <source>A running account is backed up once a day. Each backup is read whole and replayed before it can be restored.</source>
        <translation>चलते खाते का बैकअप दिन में एक बार बनता है। पुनर्स्थापित करने से पहले हर बैकअप पूरा पढ़ा और दोबारा चलाया जाता है।</translation>
    </message>
    <message>
        <source>There is no backup yet. The first is made a minute after the start of an account, or with the button below.</source>
        <translation>अभी कोई बैकअप नहीं है। पहला खाते के शुरू होने के एक मिनट बाद, या नीचे के बटन से बनता है।</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>अभी बैकअप लें</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>No backup was made: %1</source>
        <translation>बैकअप नहीं बना: %1</translation>
    </message>
    <message>
        <source>Choose a backup to restore it.</source>
        <translation>पुनर्स्थापित करने के लिए बैकअप चुनें।</translation>
    </message>
    <message>
        <source>Restoring it stops the desk, puts this journal in the place of that of %1, and starts again on paper, disarmed.</source>
        <translation>पुनर्स्थापना डेस्क रोकती है, इस जर्नल को %1 के जर्नल की जगह रखती है, और पेपर पर, निरस्त्र, फिर से शुरू करती है।</translation>
    </message>
    <message>
        <source>It is being read.</source>
        <translation>इसे पढ़ा जा रहा है।</translation>
    </message>
    <message>
        <source>Account %1 goes back to %2, %3 entries: %4.

What it did since is set aside beside it, not deleted. The desk stops, and starts again on paper with auto-trade off.</source>
        <translation>खाता %1 वापस %2 पर जाता है, %3 प्रविष्टियाँ: %4.

तब से जो हुआ वह पास में रखा जाता है, हटाया नहीं जाता। डेस्क रुकता है और ऑटो-ट्रेड बंद रखकर पेपर पर फिर शुरू होता है।</translation>
    </message>
    <message>
        <source>Open positions now: %1. The account will hold what the backup says instead.</source>
        <translation>अभी खुली पोज़ीशन: %1. इसके बदले खाते में वही होगा जो बैकअप कहता है।</translation>
    </message>
    <message>
        <source>Open positions now: %1. Nothing watches over them while their account does not run.</source>
        <translation>अभी खुली पोज़ीशन: %1. जब तक उनका खाता नहीं चलता, उन पर कोई नज़र नहीं रखता।</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>%1 पुनर्स्थापित करें</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>पुनर्स्थापित करें</translation>
    </message>
</context>
<context>
    <name>bellwether::BarInspector</name>
    <message>
        <source>You rejected it: %1</source>
        <translation>आपने अस्वीकार किया: %1</translation>
    </message>
    <message>
        <source>It expired: %1</source>
        <translation>समाप्त हुआ: %1</translation>
    </message>
    <message>
        <source>A newer signal took its place.</source>
        <translation>नए सिग्नल ने उसकी जगह ली।</translation>
    </message>
    <message>
        <source>No bar of its timeframe had closed yet.</source>
        <translation>उसकी समय-सीमा की कोई कैंडल बंद नहीं हुई थी।</translation>
    </message>
    <message>
        <source>Warming up: bar %1 that it needs.</source>
        <translation>तैयारी: ज़रूरी कैंडलों में से %1।</translation>
    </message>
    <message>
        <source>No signal.</source>
        <translation>कोई सिग्नल नहीं।</translation>
    </message>
    <message>
        <source>Not met: %1</source>
        <translation>पूरी नहीं: %1</translation>
    </message>
    <message>
        <source>All met, but its category does not decide at this bar.</source>
        <translation>सब पूरी, पर उसकी श्रेणी इस कैंडल पर निर्णय नहीं लेती।</translation>
    </message>
    <message>
        <source>All met, but no proposal: %1.</source>
        <translation>सब पूरी, पर प्रस्ताव नहीं: %1।</translation>
    </message>
    <message>
        <source>Refused by the risk gate: %1</source>
        <translation>जोखिम जाँच ने मना किया: %1</translation>
    </message>
    <message>
        <source>It waits for your approval.</source>
        <translation>आपकी स्वीकृति की प्रतीक्षा में।</translation>
    </message>
    <message>
        <source>Nothing stopped it: an order was sent.</source>
        <translation>कुछ नहीं रुका: ऑर्डर भेजा गया।</translation>
    </message>
    <message>
        <source>All met; the desk was not running then, or it is too long ago.</source>
        <translation>सब पूरी; तब डेस्क नहीं चल रहा था, या बहुत समय हो गया।</translation>
    </message>
    <message>
        <source>Why there was no trade at this bar</source>
        <translation>इस कैंडल पर सौदा क्यों नहीं हुआ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>बंद करें (Esc)</translation>
    </message>
    <message>
        <source>Why not? %1</source>
        <translation>क्यों नहीं? %1</translation>
    </message>
    <message>
        <source>No strategy runs on this symbol.</source>
        <translation>इस प्रतीक पर कोई रणनीति नहीं चलती।</translation>
    </message>
    <message>
        <source>BUY</source>
        <translation>ख़रीद</translation>
    </message>
    <message>
        <source>SELL</source>
        <translation>बिक्री</translation>
    </message>
</context>
<context>
    <name>bellwether::ChangeDialog</name>
    <message>
        <source>none</source>
        <translation>कोई नहीं</translation>
    </message>
</context>
<context>
    <name>bellwether::ChartBar</name>
    <message>
        <source>Candles</source>
        <translation>कैंडल</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>बार</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>रेखा</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>क्षेत्र</translation>
    </message>
    <message>
        <source>Heikin-Ashi</source>
        <translation>हेइकिन-आशी</translation>
    </message>
    <message>
        <source>How prices are drawn</source>
        <translation>भाव कैसे दिखें</translation>
    </message>
    <message>
        <source>How the price axis counts</source>
        <translation>भाव अक्ष कैसे गिने</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>पैमाना</translation>
    </message>
    <message>
        <source>Indicators on the chart</source>
        <translation>चार्ट पर संकेतक</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>संकेतक</translation>
    </message>
    <message>
        <source>Crosshair and drawings stick to open, high, low, close (Alt+M)</source>
        <translation>क्रॉसहेयर और ड्रॉइंग खुला, उच्च, निम्न, बंद भाव से चिपकें (Alt+M)</translation>
    </message>
    <message>
        <source>Price axis follows the bars in view</source>
        <translation>भाव अक्ष दिखती कैंडलों के साथ चले</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>स्वतः</translation>
    </message>
    <message>
        <source>Picture of the chart (Alt+Shift+S)</source>
        <translation>चार्ट का चित्र (Alt+Shift+S)</translation>
    </message>
    <message>
        <source>Timeframe %1</source>
        <translation>समय-सीमा %1</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>लघुगणकीय</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>प्रतिशत</translation>
    </message>
    <message>
        <source>Inverted</source>
        <translation>उलटा</translation>
    </message>
    <message>
        <source>Fit orders and positions</source>
        <translation>ऑर्डर और पोज़ीशन समाएँ</translation>
    </message>
    <message>
        <source>Names of indicators</source>
        <translation>संकेतकों के नाम</translation>
    </message>
    <message>
        <source>Wheel scrolls, Shift+wheel zooms</source>
        <translation>पहिया खिसकाए, Shift+पहिया ज़ूम करे</translation>
    </message>
    <message>
        <source>Zoom at the right edge</source>
        <translation>दाएँ किनारे पर ज़ूम</translation>
    </message>
    <message>
        <source>Add with other numbers…</source>
        <translation>दूसरी संख्याओं के साथ जोड़ें…</translation>
    </message>
    <message>
        <source>Add indicator</source>
        <translation>संकेतक जोड़ें</translation>
    </message>
    <message>
        <source>Indicator and its numbers, for example ema:50 or macd:12,26,9</source>
        <translation>संकेतक और उसकी संख्याएँ, जैसे ema:50 या macd:12,26,9</translation>
    </message>
    <message>
        <source>Timeframes</source>
        <translation>समय-सीमाएँ</translation>
    </message>
</context>
<context>
    <name>bellwether::ChartTrader</name>
    <message>
        <source>LONG</source>
        <translation>लॉन्ग</translation>
    </message>
    <message>
        <source>SHORT</source>
        <translation>शॉर्ट</translation>
    </message>
    <message>
        <source>BUY</source>
        <translation>ख़रीद</translation>
    </message>
    <message>
        <source>SELL</source>
        <translation>बिक्री</translation>
    </message>
    <message>
        <source>stop loss</source>
        <translation>स्टॉप लॉस</translation>
    </message>
    <message>
        <source>target</source>
        <translation>लक्ष्य</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>सिग्नल</translation>
    </message>
    <message>
        <source>signal stop</source>
        <translation>सिग्नल का स्टॉप</translation>
    </message>
    <message>
        <source>signal target</source>
        <translation>सिग्नल का लक्ष्य</translation>
    </message>
    <message>
        <source>Buy limit at %1…</source>
        <translation>%1 पर ख़रीद लिमिट…</translation>
    </message>
    <message>
        <source>Buy stop at %1…</source>
        <translation>%1 पर ख़रीद स्टॉप…</translation>
    </message>
    <message>
        <source>Sell limit at %1…</source>
        <translation>%1 पर बिक्री लिमिट…</translation>
    </message>
    <message>
        <source>Sell stop at %1…</source>
        <translation>%1 पर बिक्री स्टॉप…</translation>
    </message>
</context>
<context>
    <name>bellwether::ChartView</name>
    <message>
        <source>Compare with another symbol, in percent</source>
        <translation>दूसरे प्रतीक से तुलना, प्रतिशत में</translation>
    </message>
    <message>
        <source>Charts of one colour show the same symbol, time range and crosshair</source>
        <translation>एक रंग के चार्ट वही प्रतीक, समय और क्रॉसहेयर दिखाते हैं</translation>
    </message>
    <message>
        <source>One or several charts</source>
        <translation>एक या कई चार्ट</translation>
    </message>
    <message>
        <source>On its own</source>
        <translation>अलग</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>नीला</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>अंबर</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>बैंगनी</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>टील</translation>
    </message>
    <message>
        <source>One chart</source>
        <translation>एक चार्ट</translation>
    </message>
    <message>
        <source>Two beside each other</source>
        <translation>दो साथ-साथ</translation>
    </message>
    <message>
        <source>Two under each other</source>
        <translation>दो ऊपर-नीचे</translation>
    </message>
    <message>
        <source>Four charts</source>
        <translation>चार चार्ट</translation>
    </message>
    <message>
        <source>Save the picture (it is in the clipboard already)</source>
        <translation>चित्र सहेजें (यह क्लिपबोर्ड में है)</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>चित्र (*.png)</translation>
    </message>
    <message>
        <source>Picture saved to %1.</source>
        <translation>चित्र सहेजा गया: %1।</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 लिखा नहीं जा सकता।</translation>
    </message>
    <message>
        <source>Reset the view</source>
        <translation>दृश्य फिर से शुरू करें</translation>
    </message>
    <message>
        <source>Remove all drawings</source>
        <translation>सभी ड्रॉइंग हटाएँ</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>चित्र…</translation>
    </message>
</context>
<context>
    <name>bellwether::CommandPalette</name>
    <message>
        <source>Nothing fits.</source>
        <translation>कुछ नहीं मिला।</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>जो मिला</translation>
    </message>
</context>
<context>
    <name>bellwether::ConfirmDialog</name>
    <message>
        <source>Do nothing</source>
        <translation>कुछ न करें</translation>
    </message>
</context>
<context>
    <name>bellwether::ConnectionsPanel</name>
    <message>
        <source>Add account…</source>
        <translation>खाता जोड़ें…</translation>
    </message>
    <message>
        <source>No account at a venue yet. The desk trades on paper; an account is added with a key that may trade and may not withdraw.</source>
        <translation>अभी किसी वेन्यू पर कोई खाता नहीं। डेस्क पेपर पर ट्रेड करता है; खाता ऐसी कुंजी से जुड़ता है जो ट्रेड कर सके पर निकासी न कर सके।</translation>
    </message>
    <message>
        <source>Keys stay in the keychain or in an encrypted vault. Live trading is armed for one start at a time.</source>
        <translation>कुंजियाँ कीचेन या एन्क्रिप्टेड तिजोरी में रहती हैं। लाइव ट्रेडिंग एक बार में एक ही शुरुआत के लिए चालू होती है।</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>अस्वीकृत: %1</translation>
    </message>
    <message>
        <source>Test the account %1</source>
        <translation>खाता %1 जाँचें</translation>
    </message>
    <message>
        <source>Open the live desk of %1</source>
        <translation>%1 का लाइव डेस्क खोलें</translation>
    </message>
    <message>
        <source>Remove the account %1</source>
        <translation>खाता %1 हटाएँ</translation>
    </message>
    <message>
        <source>The account and its secret are forgotten, and it is disarmed. Orders that work at the venue go on there; the journal of the account stays.</source>
        <translation>खाता और उसका गुप्त शब्द भुला दिए जाते हैं और वह निष्क्रिय हो जाता है। वेन्यू पर लगे ऑर्डर वहाँ चलते रहते हैं; खाते का जर्नल बना रहता है।</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 हटाएँ</translation>
    </message>
    <message>
        <source>Remove the secret of %1</source>
        <translation>%1 का गुप्त शब्द हटाएँ</translation>
    </message>
</context>
<context>
    <name>bellwether::CostSection</name>
    <message>
        <source>Costs</source>
        <translation>लागत</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>शुल्क</translation>
    </message>
    <message>
        <source>of the paper venue</source>
        <translation>पेपर एक्सचेंज की</translation>
    </message>
    <message>
        <source>share of the value</source>
        <translation>मूल्य का हिस्सा</translation>
    </message>
    <message>
        <source>fixed per order</source>
        <translation>प्रति ऑर्डर निश्चित</translation>
    </message>
    <message>
        <source>maker and taker</source>
        <translation>मेकर और टेकर</translation>
    </message>
    <message>
        <source>Binance spot</source>
        <translation>Binance स्पॉट</translation>
    </message>
    <message>
        <source>Binance spot, paid in BNB</source>
        <translation>Binance स्पॉट, BNB में भुगतान</translation>
    </message>
    <message>
        <source>NSE intraday</source>
        <translation>NSE इंट्राडे</translation>
    </message>
    <message>
        <source>NSE delivery</source>
        <translation>NSE डिलीवरी</translation>
    </message>
    <message>
        <source>The venue&apos;s: schedule of the exchange and a slippage of 0.02 %, with risk sizing. A schedule has brokerage, taxes and levies of its market; a share or an amount is your own.</source>
        <translation>बाज़ार के: एक्सचेंज की शुल्क-सूची और 0.02 % स्लिपेज, जोखिम के आकार के साथ। सूची में उस बाज़ार की ब्रोकरेज, कर और लेवी होते हैं; हिस्सा या राशि आपकी अपनी है।</translation>
    </message>
    <message>
        <source>Commission %</source>
        <translation>कमीशन %</translation>
    </message>
    <message>
        <source>Fee on both fills, percent of the value</source>
        <translation>दोनों सौदों पर शुल्क, मूल्य का प्रतिशत</translation>
    </message>
    <message>
        <source>Fee per order</source>
        <translation>प्रति ऑर्डर शुल्क</translation>
    </message>
    <message>
        <source>Money for each order, whatever its size</source>
        <translation>हर ऑर्डर की राशि, आकार चाहे जो हो</translation>
    </message>
    <message>
        <source>Maker %</source>
        <translation>मेकर %</translation>
    </message>
    <message>
        <source>Fee of a fill that had rested in the book, percent of the value</source>
        <translation>बुक में रुके ऑर्डर के भराव का शुल्क, मूल्य का प्रतिशत</translation>
    </message>
    <message>
        <source>Taker %</source>
        <translation>टेकर %</translation>
    </message>
    <message>
        <source>Fee of a fill that took what was there, percent of the value</source>
        <translation>मौजूद ऑर्डर लेने वाले भराव का शुल्क, मूल्य का प्रतिशत</translation>
    </message>
    <message>
        <source>Spread %</source>
        <translation>स्प्रेड %</translation>
    </message>
    <message>
        <source>Percent of the price that an entry is worse by</source>
        <translation>भाव का जितना प्रतिशत प्रवेश बुरा हो</translation>
    </message>
    <message>
        <source>Slippage</source>
        <translation>फिसलन</translation>
    </message>
    <message>
        <source>% of the price</source>
        <translation>भाव का %</translation>
    </message>
    <message>
        <source>money a unit</source>
        <translation>प्रति इकाई राशि</translation>
    </message>
    <message>
        <source>by volume share</source>
        <translation>वॉल्यूम हिस्से से</translation>
    </message>
    <message>
        <source>What every fill is worse by: a share of the price, money a unit, or a factor times the square of the order&apos;s share of the bar&apos;s volume</source>
        <translation>हर भराव कितना ख़राब हो: भाव का हिस्सा, प्रति इकाई राशि, या बार के वॉल्यूम में ऑर्डर के हिस्से के वर्ग का गुणक</translation>
    </message>
    <message>
        <source>Volume share %</source>
        <translation>वॉल्यूम हिस्सा %</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>कोई सीमा नहीं</translation>
    </message>
    <message>
        <source>Largest share of a bar&apos;s volume that an order takes; the rest fills in later bars</source>
        <translation>बार के वॉल्यूम का सबसे बड़ा हिस्सा जो ऑर्डर लेता है; बाक़ी बाद के बार में भरता है</translation>
    </message>
    <message>
        <source>Borrow % a year</source>
        <translation>उधार % सालाना</translation>
    </message>
    <message>
        <source>Cost of a short position, percent of its value a year</source>
        <translation>शॉर्ट पोज़ीशन की लागत, उसके मूल्य का सालाना प्रतिशत</translation>
    </message>
</context>
<context>
    <name>bellwether::CostSwitch</name>
    <message>
        <source>gross</source>
        <translation>सकल</translation>
    </message>
    <message>
        <source>net</source>
        <translation>शुद्ध</translation>
    </message>
    <message>
        <source>2× costs</source>
        <translation>2× लागत</translation>
    </message>
</context>
<context>
    <name>bellwether::DataSection</name>
    <message>
        <source>Data</source>
        <translation>डेटा</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>फ़ाइल खोलें…</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>सिंबल</translation>
    </message>
    <message>
        <source>History to run on; several symbols share one account and one clock</source>
        <translation>जिस इतिहास पर रन हो; कई सिंबल एक खाता और एक घड़ी साझा करते हैं</translation>
    </message>
    <message>
        <source>Run on files of bars instead (CSV, zip, gz, JSON), several in time order</source>
        <translation>इसके बजाय बार की फ़ाइलों पर चलाएँ (CSV, zip, gz, JSON), कई हों तो समय क्रम में</translation>
    </message>
    <message>
        <source>Back to the store</source>
        <translation>भंडार पर लौटें</translation>
    </message>
    <message>
        <source>Timeframe</source>
        <translation>समय-सीमा</translation>
    </message>
    <message>
        <source>that of the data</source>
        <translation>डेटा वाली</translation>
    </message>
    <message>
        <source>Bars to decide on, built from shorter ones</source>
        <translation>निर्णय की कैंडलें, छोटी से बनी</translation>
    </message>
    <message>
        <source>A date such as 2021-05-31 or a moment such as 2021-05-31T09:15Z</source>
        <translation>तारीख़ जैसे 2021-05-31 या क्षण जैसे 2021-05-31T09:15Z</translation>
    </message>
    <message>
        <source>From</source>
        <translation>से</translation>
    </message>
    <message>
        <source>first bar</source>
        <translation>पहली कैंडल</translation>
    </message>
    <message>
        <source>First day to trade; earlier bars only warm the strategy. %1</source>
        <translation>ट्रेड का पहला दिन; पहले की कैंडलें केवल रणनीति को तैयार करती हैं। %1</translation>
    </message>
    <message>
        <source>To</source>
        <translation>तक</translation>
    </message>
    <message>
        <source>last bar</source>
        <translation>आख़िरी कैंडल</translation>
    </message>
    <message>
        <source>Last day, whole. %1</source>
        <translation>आख़िरी दिन, पूरा। %1</translation>
    </message>
    <message>
        <source>Files of bars</source>
        <translation>कैंडल की फ़ाइलें</translation>
    </message>
    <message>
        <source>Bars (*.csv *.zip *.gz *.json *.txt);;All files (*)</source>
        <translation>कैंडल (*.csv *.zip *.gz *.json *.txt);;सभी फ़ाइलें (*)</translation>
    </message>
    <message>
        <source>Bars of the file %1</source>
        <translation>फ़ाइल %1 के बार</translation>
    </message>
    <message numerus="yes">
        <source>Bars of the file %1 and %n more</source>
        <translation>
            <numerusform>फ़ाइल %1 और %n अन्य के बार</numerusform>
            <numerusform>फ़ाइल %1 और %n अन्य के बार</numerusform>
        </translation>
    </message>
    <message>
        <source>The history store cannot be read: %1</source>
        <translation>इतिहास भंडार पढ़ा नहीं जा सका: %1</translation>
    </message>
    <message>
        <source>%1 bars of %2, %3 to %4</source>
        <translation>%2 की %1 कैंडल, %3 से %4</translation>
    </message>
    <message>
        <source>%1: %2 bars of %3, %4 to %5</source>
        <translation>%1: %3 के %2 बार, %4 से %5</translation>
    </message>
    <message>
        <source>A date such as 2021-05-31, or nothing.</source>
        <translation>2021-05-31 जैसी तारीख़, या कुछ नहीं।</translation>
    </message>
    <message>
        <source>Choose at least one symbol.</source>
        <translation>कम से कम एक सिंबल चुनें।</translation>
    </message>
    <message>
        <source>Before the first day.</source>
        <translation>पहले दिन से पहले।</translation>
    </message>
    <message>
        <source>Benchmark</source>
        <translation>तुलना का आधार</translation>
    </message>
    <message>
        <source>the symbols, held</source>
        <translation>वही सिंबल, थामे रखकर</translation>
    </message>
    <message>
        <source>none</source>
        <translation>कोई नहीं</translation>
    </message>
    <message>
        <source>What the same money would have become: in the symbols of the run, bought and held, or in another one of the store</source>
        <translation>वही पैसा कितना बनता: रन के सिंबल खरीदकर थामे रखने पर, या भंडार के किसी दूसरे सिंबल में</translation>
    </message>
    <message>
        <source>From the chart</source>
        <translation>चार्ट से</translation>
    </message>
    <message>
        <source>Run on the closed bars that the chart shows; on the simulated market they are computed ones</source>
        <translation>चार्ट में दिख रही बंद कैंडल पर चलाएँ; सिम्युलेटेड बाज़ार में वे गणना की हुई होती हैं</translation>
    </message>
    <message>
        <source>The history store is empty. Open a file of bars, take those of the chart, or fill it with bellwether-cli import.</source>
        <translation>इतिहास भंडार खाली है। कैंडल की फ़ाइल खोलें, चार्ट की कैंडल लें, या bellwether-cli import से भरें।</translation>
    </message>
    <message>
        <source>Open a file, take the bars of the chart, or import a history first.</source>
        <translation>पहले फ़ाइल खोलें, चार्ट की कैंडल लें, या इतिहास इम्पोर्ट करें।</translation>
    </message>
</context>
<context>
    <name>bellwether::DataTable</name>
    <message>
        <source>Export table</source>
        <translation>तालिका निर्यात करें</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV फ़ाइलें (*.csv)</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>पंक्तियाँ कॉपी करें</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>CSV में निर्यात करें…</translation>
    </message>
    <message>
        <source>Resize columns to fit</source>
        <translation>स्तंभ ठीक करें</translation>
    </message>
    <message>
        <source>Clear sorting</source>
        <translation>क्रम हटाएँ</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>स्तंभ</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>लिखा गया: %1</translation>
    </message>
    <message>
        <source>Not written: %1 (%2)</source>
        <translation>नहीं लिखा गया: %1 (%2)</translation>
    </message>
</context>
<context>
    <name>bellwether::DecimalEdit</name>
    <message>
        <source>%1 is not a number.</source>
        <translation>%1 संख्या नहीं है।</translation>
    </message>
    <message>
        <source>%1 is below %2.</source>
        <translation>%1, %2 से कम है।</translation>
    </message>
    <message>
        <source>%1 is not a multiple of %2.</source>
        <translation>%1, %2 का गुणज नहीं है।</translation>
    </message>
</context>
<context>
    <name>bellwether::DepthLadder</name>
    <message>
        <source>Depth ladder</source>
        <translation>डेप्थ लैडर</translation>
    </message>
    <message>
        <source>Move to %1</source>
        <translation>%1 पर ले जाएँ</translation>
    </message>
    <message>
        <source>Buy limit at %1</source>
        <translation>%1 पर खरीद लिमिट</translation>
    </message>
    <message>
        <source>Buy stop at %1</source>
        <translation>%1 पर खरीद स्टॉप</translation>
    </message>
    <message>
        <source>Sell limit at %1</source>
        <translation>%1 पर बिक्री लिमिट</translation>
    </message>
    <message>
        <source>Sell stop at %1</source>
        <translation>%1 पर बिक्री स्टॉप</translation>
    </message>
    <message>
        <source>My buys</source>
        <translation>ख़रीद</translation>
    </message>
    <message>
        <source>Bid</source>
        <translation>बोली</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>भाव</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>माँग</translation>
    </message>
    <message>
        <source>My sells</source>
        <translation>बिक्री</translation>
    </message>
    <message>
        <source>SL</source>
        <translation>SL</translation>
    </message>
    <message>
        <source>TP</source>
        <translation>TP</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>स्टॉप</translation>
    </message>
</context>
<context>
    <name>bellwether::DepthPanel</name>
    <message>
        <source>Quantity of a click</source>
        <translation>प्रति क्लिक मात्रा</translation>
    </message>
    <message>
        <source>Quantity of an order placed by a click</source>
        <translation>क्लिक से दिए गए ऑर्डर की मात्रा</translation>
    </message>
    <message>
        <source>Price step</source>
        <translation>मूल्य चरण</translation>
    </message>
    <message>
        <source>Prices of one row</source>
        <translation>एक पंक्ति के मूल्य</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>अनुसरण</translation>
    </message>
    <message>
        <source>Keep the market in the middle</source>
        <translation>बाज़ार को बीच में रखें</translation>
    </message>
    <message>
        <source>Keep the market in the middle (F); it stands still under the pointer. C centres once.</source>
        <translation>बाज़ार को बीच में रखें (F); पॉइंटर के नीचे यह स्थिर रहता है। C एक बार बीच में लाता है।</translation>
    </message>
    <message>
        <source>An index cannot be traded: it has no order book.</source>
        <translation>इंडेक्स में ट्रेड नहीं होता: इसकी कोई ऑर्डर बुक नहीं है।</translation>
    </message>
    <message>
        <source>Waiting for the order book…</source>
        <translation>ऑर्डर बुक की प्रतीक्षा…</translation>
    </message>
    <message>
        <source>This feed has no order book: a replay of bars knows prices, not what rested around them.</source>
        <translation>इस फ़ीड में ऑर्डर बुक नहीं है: बार का रिप्ले केवल मूल्य जानता है, उनके आसपास के ऑर्डर नहीं।</translation>
    </message>
    <message>
        <source>Nothing is quoted now: the exchange is closed.</source>
        <translation>अभी कोई भाव नहीं: एक्सचेंज बंद है।</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>स्वतः</translation>
    </message>
    <message>
        <source>bids %1 · asks %2 · %3 bid</source>
        <translation>बिड %1 · आस्क %2 · %3 बिड</translation>
    </message>
    <message>
        <source>The quantity of a click is no multiple of the lot.</source>
        <translation>प्रति क्लिक मात्रा लॉट का गुणज नहीं है।</translation>
    </message>
</context>
<context>
    <name>bellwether::DrawingBar</name>
    <message>
        <source>Select and pan (Esc)</source>
        <translation>चुनें और खिसकाएँ (Esc)</translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation>Shift+क्लिक</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>वापस लें (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Y)</source>
        <translation>फिर करें (Ctrl+Y)</translation>
    </message>
    <message>
        <source>Remove the selected drawing (Delete)</source>
        <translation>चुनी ड्रॉइंग हटाएँ (Delete)</translation>
    </message>
</context>
<context>
    <name>bellwether::DrawingLayer</name>
    <message>
        <source>Remove drawing</source>
        <translation>ड्रॉइंग हटाएँ</translation>
    </message>
    <message>
        <source>Remove all drawings</source>
        <translation>सभी ड्रॉइंग हटाएँ</translation>
    </message>
    <message>
        <source>Text of the drawing</source>
        <translation>ड्रॉइंग का पाठ</translation>
    </message>
    <message>
        <source>Text, then Enter</source>
        <translation>पाठ, फिर Enter</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>पाठ</translation>
    </message>
    <message>
        <source>Move drawing</source>
        <translation>ड्रॉइंग हिलाएँ</translation>
    </message>
</context>
<context>
    <name>bellwether::EventLogModel</name>
    <message>
        <source>Time</source>
        <translation>समय</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>स्रोत</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>घटना</translation>
    </message>
    <message>
        <source>network</source>
        <translation>नेटवर्क</translation>
    </message>
    <message>
        <source>venue&apos;s interface</source>
        <translation>एक्सचेंज इंटरफ़ेस</translation>
    </message>
    <message>
        <source>data</source>
        <translation>डेटा</translation>
    </message>
    <message>
        <source>trading</source>
        <translation>ट्रेडिंग</translation>
    </message>
    <message>
        <source>system</source>
        <translation>सिस्टम</translation>
    </message>
    <message>
        <source>tried again</source>
        <translation>फिर कोशिश</translation>
    </message>
    <message>
        <source>waited for</source>
        <translation>प्रतीक्षा</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>छोड़ा गया</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>वर्ग</translation>
    </message>
</context>
<context>
    <name>bellwether::EventLogPanel</name>
    <message>
        <source>Filter events</source>
        <translation>घटनाएँ छाँटें</translation>
    </message>
    <message>
        <source>Least severity</source>
        <translation>न्यूनतम गंभीरता</translation>
    </message>
    <message>
        <source>All</source>
        <translation>सभी</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>चेतावनी और त्रुटियाँ</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>त्रुटियाँ</translation>
    </message>
    <message>
        <source>Event log</source>
        <translation>घटना लॉग</translation>
    </message>
    <message>
        <source>No event.</source>
        <translation>कोई घटना नहीं।</translation>
    </message>
</context>
<context>
    <name>bellwether::ExitSection</name>
    <message>
        <source>Stops and targets</source>
        <translation>स्टॉप और लक्ष्य</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>स्टॉप</translation>
    </message>
    <message>
        <source>Loss at which a position is closed, from the price of the signal. With the desk&apos;s sizing it is the strategy&apos;s where nothing is chosen, else there is none.</source>
        <translation>जिस नुक़सान पर पोज़ीशन बंद हो, सिग्नल के भाव से। डेस्क के आकार के साथ बिना चुनाव के रणनीति का, वरना कोई नहीं।</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>लक्ष्य</translation>
    </message>
    <message>
        <source>Gain at which a position is closed; likewise</source>
        <translation>जिस लाभ पर पोज़ीशन बंद हो; उसी तरह</translation>
    </message>
    <message>
        <source>Time stop</source>
        <translation>समय स्टॉप</translation>
    </message>
    <message>
        <source>as the limits say</source>
        <translation>सीमाओं के अनुसार</translation>
    </message>
    <message>
        <source>Closes a position after so long: minutes, or 4h, 2d; 0 never</source>
        <translation>इतने समय बाद पोज़ीशन बंद करता है: मिनट, या 4h, 2d; 0 कभी नहीं</translation>
    </message>
    <message>
        <source>Inside a bar</source>
        <translation>बार के भीतर</translation>
    </message>
    <message>
        <source>stop before target</source>
        <translation>लक्ष्य से पहले स्टॉप</translation>
    </message>
    <message>
        <source>bars of %1</source>
        <translation>%1 के बार</translation>
    </message>
    <message>
        <source>What tells whether stop or target came first: the pessimistic rule, or shorter bars of the store</source>
        <translation>स्टॉप पहले आया या लक्ष्य, यह किससे तय हो: सावधान नियम, या भंडार के छोटे बार</translation>
    </message>
    <message>
        <source>by default</source>
        <translation>डिफ़ॉल्ट</translation>
    </message>
    <message>
        <source>none</source>
        <translation>कोई नहीं</translation>
    </message>
    <message>
        <source>strategy&apos;s own</source>
        <translation>रणनीति का</translation>
    </message>
    <message>
        <source>% of the price</source>
        <translation>भाव का %</translation>
    </message>
    <message>
        <source>× ATR (14)</source>
        <translation>× ATR (14)</translation>
    </message>
    <message>
        <source>Minutes, or a time such as 4h or 2d.</source>
        <translation>मिनट, या 4h या 2d जैसा समय।</translation>
    </message>
    <message>
        <source>Trailing stop</source>
        <translation>ट्रेलिंग स्टॉप</translation>
    </message>
    <message>
        <source>The stop follows the best price since the entry at this distance and never goes back. It moves when a bar has closed: inside a bar the stop of before counts.</source>
        <translation>स्टॉप प्रवेश के बाद की सबसे अच्छी कीमत के पीछे इस दूरी पर चलता है और कभी पीछे नहीं जाता। वह कैंडल बंद होने पर खिसकता है: कैंडल के भीतर पहले वाला स्टॉप ही मान्य है।</translation>
    </message>
    <message>
        <source>Breakeven</source>
        <translation>ब्रेकईवन</translation>
    </message>
    <message>
        <source>Gain from the entry that moves the stop there, when the bar has closed</source>
        <translation>प्रवेश से इतना लाभ होने पर, कैंडल बंद होते ही, स्टॉप प्रवेश मूल्य पर आ जाता है</translation>
    </message>
</context>
<context>
    <name>bellwether::ExposurePanel</name>
    <message>
        <source>Exposure by</source>
        <translation>एक्सपोज़र किसके अनुसार</translation>
    </message>
    <message>
        <source>By strategy</source>
        <translation>रणनीति के अनुसार</translation>
    </message>
    <message>
        <source>By symbol</source>
        <translation>प्रतीक के अनुसार</translation>
    </message>
    <message>
        <source>By sector</source>
        <translation>क्षेत्र के अनुसार</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>एक्सपोज़र</translation>
    </message>
    <message>
        <source>Nothing is held and no signal was raised yet.</source>
        <translation>न कुछ पास है, न अभी कोई सिग्नल आया।</translation>
    </message>
    <message>
        <source>Share of the exposure</source>
        <translation>एक्सपोज़र का हिस्सा</translation>
    </message>
    <message>
        <source>Profit and loss</source>
        <translation>लाभ और हानि</translation>
    </message>
    <message>
        <source>Nothing is held.</source>
        <translation>कुछ भी पास में नहीं।</translation>
    </message>
    <message>
        <source>No result yet.</source>
        <translation>अभी कोई परिणाम नहीं।</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>हिस्से</translation>
    </message>
    <message>
        <source>P&amp;L</source>
        <translation>ला/हा</translation>
    </message>
</context>
<context>
    <name>bellwether::ExposureTableModel</name>
    <message>
        <source>no sector</source>
        <translation>कोई क्षेत्र नहीं</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Strategy, symbol or sector</source>
        <translation>रणनीति, प्रतीक या क्षेत्र</translation>
    </message>
    <message>
        <source>Pos.</source>
        <translation>पो.</translation>
    </message>
    <message>
        <source>Open positions</source>
        <translation>खुली पोज़ीशन</translation>
    </message>
    <message>
        <source>Long</source>
        <translation>लॉन्ग</translation>
    </message>
    <message>
        <source>Market value of the long positions</source>
        <translation>लॉन्ग पोज़ीशन का बाज़ार मूल्य</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>शॉर्ट</translation>
    </message>
    <message>
        <source>Market value of the short positions</source>
        <translation>शॉर्ट पोज़ीशन का बाज़ार मूल्य</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>शुद्ध</translation>
    </message>
    <message>
        <source>Long less short</source>
        <translation>लॉन्ग घटा शॉर्ट</translation>
    </message>
    <message>
        <source>Of equity</source>
        <translation>पूँजी का</translation>
    </message>
    <message>
        <source>Long and short together against the equity</source>
        <translation>पूँजी की तुलना में लॉन्ग और शॉर्ट मिलकर</translation>
    </message>
    <message>
        <source>Open P&amp;L</source>
        <translation>खुला ला/हा</translation>
    </message>
    <message>
        <source>Unrealized profit or loss, before costs</source>
        <translation>अप्राप्त लाभ या हानि, लागत से पहले</translation>
    </message>
    <message>
        <source>Realized</source>
        <translation>प्राप्त</translation>
    </message>
    <message>
        <source>Realized profit or loss of the fills listed, before costs</source>
        <translation>सूची के सौदों का प्राप्त लाभ या हानि, लागत से पहले</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>लागत</translation>
    </message>
    <message>
        <source>Commission and fees of the fills listed</source>
        <translation>सूची के सौदों का कमीशन और शुल्क</translation>
    </message>
    <message>
        <source>At stops</source>
        <translation>स्टॉप पर</translation>
    </message>
    <message>
        <source>Lost from here if every stop is hit; a warning where a position has none</source>
        <translation>हर स्टॉप लगने पर यहाँ से घाटा; जहाँ स्टॉप नहीं वहाँ चेतावनी</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>सौदे</translation>
    </message>
    <message>
        <source>Fills that closed something</source>
        <translation>वे सौदे जिन्होंने कुछ बंद किया</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>जीते</translation>
    </message>
    <message>
        <source>Share of them with a profit</source>
        <translation>उनमें लाभ वालों का हिस्सा</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>सिग्नल</translation>
    </message>
    <message>
        <source>Signals raised, as the queue and the history list them</source>
        <translation>आए सिग्नल, जैसे कतार और इतिहास में हैं</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>ऑर्डर हुआ</translation>
    </message>
    <message>
        <source>Signals that became orders</source>
        <translation>जो सिग्नल ऑर्डर बने</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>ठुकराया</translation>
    </message>
    <message>
        <source>Signals rejected by the trader</source>
        <translation>ट्रेडर द्वारा ठुकराए सिग्नल</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>समाप्त</translation>
    </message>
    <message>
        <source>Signals that expired or were superseded</source>
        <translation>जो सिग्नल समाप्त हुए या बदले गए</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>अस्वीकृत</translation>
    </message>
    <message>
        <source>Signals refused by the risk gate</source>
        <translation>जोखिम जाँच द्वारा मना किए सिग्नल</translation>
    </message>
    <message numerus="yes">
        <source>%n position(s) without a full stop</source>
        <translation>
            <numerusform>%n पोज़ीशन पूरे स्टॉप के बिना</numerusform>
            <numerusform>%n पोज़ीशन पूरे स्टॉप के बिना</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bellwether::FanChart</name>
    <message>
        <source>after %1
95 %: %2
75 %: %3
50 %: %4
25 %: %5
5 %: %6</source>
        <translation>%1 के बाद
95 %: %2
75 %: %3
50 %: %4
25 %: %5
5 %: %6</translation>
    </message>
    <message>
        <source>start</source>
        <translation>शुरू</translation>
    </message>
    <message>
        <source>ruin</source>
        <translation>बर्बादी</translation>
    </message>
</context>
<context>
    <name>bellwether::FeedControls</name>
    <message>
        <source>Speed of the market</source>
        <translation>बाज़ार की गति</translation>
    </message>
    <message>
        <source>Speed of the market; ×1 is real time</source>
        <translation>बाज़ार की गति; ×1 वास्तविक समय है</translation>
    </message>
    <message>
        <source>max</source>
        <translation>अधिकतम</translation>
    </message>
</context>
<context>
    <name>bellwether::FillTableModel</name>
    <message>
        <source>Time</source>
        <translation>समय</translation>
    </message>
    <message>
        <source>When it was filled, in the exchange&apos;s zone</source>
        <translation>सौदे का समय, एक्सचेंज के समय-क्षेत्र में</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>प्रतीक</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>साधन</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>पक्ष</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>मात्रा</translation>
    </message>
    <message>
        <source>Quantity filled, in units</source>
        <translation>भरी मात्रा, इकाइयों में</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>भाव</translation>
    </message>
    <message>
        <source>Price of the fill</source>
        <translation>सौदे का भाव</translation>
    </message>
    <message>
        <source>Slippage</source>
        <translation>फिसलन</translation>
    </message>
    <message>
        <source>Price given away against what the decision saw; positive is worse</source>
        <translation>निर्णय के भाव से जितना गँवाया; धनात्मक बुरा है</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>शुल्क</translation>
    </message>
    <message>
        <source>Commission of the fill</source>
        <translation>सौदे का कमीशन</translation>
    </message>
    <message>
        <source>Realized</source>
        <translation>प्राप्त</translation>
    </message>
    <message>
        <source>Profit or loss of the closed part, before costs</source>
        <translation>बंद हुए भाग का लाभ या हानि, लागत से पहले</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>रणनीति</translation>
    </message>
    <message>
        <source>Strategy that owns the fill</source>
        <translation>जिस रणनीति का सौदा है</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>ऑर्डर</translation>
    </message>
    <message>
        <source>Number of the order</source>
        <translation>ऑर्डर की संख्या</translation>
    </message>
</context>
<context>
    <name>bellwether::FillsPanel</name>
    <message>
        <source>Fills</source>
        <translation>सौदे</translation>
    </message>
    <message>
        <source>No fill yet.</source>
        <translation>अभी कोई सौदा नहीं।</translation>
    </message>
</context>
<context>
    <name>bellwether::FormSection</name>
    <message>
        <source>Fold this part away, or open it</source>
        <translation>इस भाग को समेटें या खोलें</translation>
    </message>
    <message>
        <source>A number of at least 0.</source>
        <translation>कम से कम 0 की संख्या।</translation>
    </message>
    <message>
        <source>A number above 0.</source>
        <translation>0 से बड़ी संख्या।</translation>
    </message>
    <message>
        <source>A percentage such as 0.1.</source>
        <translation>0.1 जैसा प्रतिशत।</translation>
    </message>
</context>
<context>
    <name>bellwether::Headline</name>
    <message>
        <source>From %1 daily returns and %2 closed trades.</source>
        <translation>%1 दैनिक प्रतिफल और %2 बंद सौदों से।</translation>
    </message>
    <message>
        <source>Result of the run</source>
        <translation>चलाने का परिणाम</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>प्रतिफल</translation>
    </message>
    <message>
        <source>Buy and hold</source>
        <translation>ख़रीदो और रखो</translation>
    </message>
    <message>
        <source>Max drawdown</source>
        <translation>अधिकतम गिरावट</translation>
    </message>
    <message>
        <source>Sharpe</source>
        <translation>शार्प</translation>
    </message>
    <message>
        <source>Profit factor</source>
        <translation>लाभ गुणक</translation>
    </message>
    <message>
        <source>Win rate</source>
        <translation>जीत दर</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>सौदे</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>लागत</translation>
    </message>
    <message>
        <source>Final equity</source>
        <translation>अंतिम पूँजी</translation>
    </message>
    <message>
        <source>Nothing was charged and no price was worsened.</source>
        <translation>न शुल्क लगा, न कोई भाव बिगाड़ा गया।</translation>
    </message>
    <message>
        <source>From a capital of %1</source>
        <translation>%1 की पूँजी से</translation>
    </message>
    <message>
        <source>%1 on %2 %3, %4 to %5, %6 bars in %7 s</source>
        <translation>%2 पर %1 %3, %4 से %5, %6 कैंडल, %7 से में</translation>
    </message>
    <message>
        <source>Parameters: %1
Data: %2</source>
        <translation>मानदंड: %1
डेटा: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 और %n अन्य</numerusform>
            <numerusform>%1 और %n अन्य</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ✓</source>
        <translation>%1 ✓</translation>
    </message>
    <message>
        <source>%1 held</source>
        <translation>%1 थामे रखकर</translation>
    </message>
</context>
<context>
    <name>bellwether::HistogramChart</name>
    <message>
        <source>%1 to %2: %3</source>
        <translation>%1 से %2: %3</translation>
    </message>
</context>
<context>
    <name>bellwether::IndicatorSettings</name>
    <message>
        <source>This indicator has no numbers to set.</source>
        <translation>इस संकेतक में बदलने को संख्याएँ नहीं हैं।</translation>
    </message>
</context>
<context>
    <name>bellwether::IntervalBox</name>
    <message>
        <source>Timeframe</source>
        <translation>समय-सीमा</translation>
    </message>
    <message>
        <source>Minutes, or 1h, 4h, 1d, 1w; Enter applies</source>
        <translation>मिनट, या 1h, 4h, 1d, 1w; Enter लागू करे</translation>
    </message>
</context>
<context>
    <name>bellwether::KeysDialog</name>
    <message>
        <source>Set</source>
        <translation>लगाएँ</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>कोई कुंजी नहीं</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>फिर से</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>कुंजियाँ</translation>
    </message>
    <message>
        <source>Filter commands and keys</source>
        <translation>आदेश और कुंजियाँ छाँटें</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>आदेश</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>कुंजी</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>नई कुंजी</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>सब फिर से</translation>
    </message>
    <message>
        <source>Chart (with the focus)</source>
        <translation>चार्ट (फ़ोकस में)</translation>
    </message>
    <message>
        <source>Zoom at the cursor</source>
        <translation>कर्सर पर ज़ूम</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>पहिया</translation>
    </message>
    <message>
        <source>Scroll in time</source>
        <translation>समय में सरकाएँ</translation>
    </message>
    <message>
        <source>Shift+Wheel, drag</source>
        <translation>Shift+पहिया, खींचें</translation>
    </message>
    <message>
        <source>Scale prices</source>
        <translation>भाव का पैमाना</translation>
    </message>
    <message>
        <source>Alt+Wheel, drag the price axis</source>
        <translation>Alt+पहिया, भाव अक्ष खींचें</translation>
    </message>
    <message>
        <source>Prices follow the bars again</source>
        <translation>भाव फिर कैंडलों के साथ चलें</translation>
    </message>
    <message>
        <source>Double click on the price axis</source>
        <translation>भाव अक्ष पर डबल क्लिक</translation>
    </message>
    <message>
        <source>Move prices</source>
        <translation>भाव खिसकाएँ</translation>
    </message>
    <message>
        <source>Ctrl+Drag</source>
        <translation>Ctrl+खींचें</translation>
    </message>
    <message>
        <source>New key for “%1”:</source>
        <translation>“%1” की नई कुंजी:</translation>
    </message>
    <message>
        <source>Choose a command to change its key.</source>
        <translation>कुंजी बदलने के लिए कोई आदेश चुनें।</translation>
    </message>
</context>
<context>
    <name>bellwether::KillReceipt</name>
    <message>
        <source>and %1 more</source>
        <translation>और %1</translation>
    </message>
    <message>
        <source>Kill switch: not used in this run.</source>
        <translation>किल स्विच: इस रन में इस्तेमाल नहीं हुआ।</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>कॉपी करें</translation>
    </message>
    <message>
        <source>Receipt of the kill switch</source>
        <translation>किल स्विच की रसीद</translation>
    </message>
    <message>
        <source>Copy the receipt</source>
        <translation>रसीद कॉपी करें</translation>
    </message>
    <message>
        <source>Rehearse the kill switch</source>
        <translation>किल स्विच का पूर्वाभ्यास</translation>
    </message>
    <message>
        <source>Says what the kill switch would do now, and does nothing</source>
        <translation>बताता है कि किल स्विच अभी क्या करेगा, और कुछ नहीं करता</translation>
    </message>
    <message>
        <source>New risk is refused since %1; auto-trade is off.</source>
        <translation>%1 से नया जोखिम अस्वीकार है; ऑटो-ट्रेड बंद है।</translation>
    </message>
    <message>
        <source>The latch is on disk: a restart does not lift it.</source>
        <translation>लैच डिस्क पर है: रीस्टार्ट उसे नहीं हटाता।</translation>
    </message>
    <message>
        <source>The latch waits for the disk.</source>
        <translation>लैच डिस्क की प्रतीक्षा में है।</translation>
    </message>
    <message>
        <source>Orders: cancel asked for %1, not proved gone yet %2.</source>
        <translation>ऑर्डर: %1 के लिए रद्दीकरण माँगा, अभी समाप्त सिद्ध नहीं %2.</translation>
    </message>
    <message>
        <source>Positions: exits sent %1, still held %2.</source>
        <translation>पोज़ीशन: भेजे गए निकास %1, अब भी रखी %2.</translation>
    </message>
    <message>
        <source>Positions stay, and so do their stops and targets.</source>
        <translation>पोज़ीशन बनी रहती हैं, और उनके स्टॉप और लक्ष्य भी।</translation>
    </message>
    <message>
        <source>Done at %1, %2 after the switch.</source>
        <translation>%1 पर पूरा, स्विच के %2 बाद।</translation>
    </message>
    <message>
        <source>Reset at %1: new risk is allowed again.</source>
        <translation>%1 पर रीसेट: नया जोखिम फिर से मान्य है।</translation>
    </message>
    <message>
        <source>Kill switch, receipt</source>
        <translation>किल स्विच, रसीद</translation>
    </message>
    <message>
        <source>order %1: %2 %3 %4 %5</source>
        <translation>ऑर्डर %1: %2 %3 %4 %5</translation>
    </message>
    <message>
        <source>Rehearsal at %1, nothing was done.</source>
        <translation>%1 पर पूर्वाभ्यास, कुछ नहीं किया गया।</translation>
    </message>
    <message>
        <source>Auto-trade goes off.</source>
        <translation>ऑटो-ट्रेड बंद होगा।</translation>
    </message>
    <message>
        <source>Auto-trade is off already.</source>
        <translation>ऑटो-ट्रेड पहले से बंद है।</translation>
    </message>
    <message>
        <source>Worked orders that end: %1.</source>
        <translation>समाप्त होने वाले संचालित ऑर्डर: %1.</translation>
    </message>
    <message>
        <source>Entries cancelled: %1.</source>
        <translation>रद्द प्रवेश: %1.</translation>
    </message>
    <message>
        <source>Stops, targets and exits that stay: %1.</source>
        <translation>बने रहने वाले स्टॉप, लक्ष्य और निकास: %1.</translation>
    </message>
    <message>
        <source>With closing: those are cancelled too, and positions closed at the market: %1, worth %2.</source>
        <translation>बंद करने पर: वे भी रद्द होते हैं, और बाज़ार भाव पर बंद पोज़ीशन: %1, मूल्य %2.</translation>
    </message>
    <message>
        <source>%1 %2 %3, P&amp;L %4</source>
        <translation>%1 %2 %3, P&amp;L %4</translation>
    </message>
    <message>
        <source>Kill switch, rehearsal</source>
        <translation>किल स्विच, पूर्वाभ्यास</translation>
    </message>
</context>
<context>
    <name>bellwether::LegendButtons</name>
    <message>
        <source>Hide</source>
        <translation>छिपाएँ</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>सेटिंग</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>ऊपर</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>हटाएँ</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>दिखाएँ</translation>
    </message>
</context>
<context>
    <name>bellwether::LevelLayer</name>
    <message>
        <source>ticks</source>
        <translation>टिक</translation>
    </message>
    <message>
        <source>no stop: R not known</source>
        <translation>स्टॉप नहीं: R अज्ञात</translation>
    </message>
    <message>
        <source>new stop</source>
        <translation>नया स्टॉप</translation>
    </message>
    <message>
        <source>new target</source>
        <translation>नया लक्ष्य</translation>
    </message>
    <message>
        <source>Close this position at the market</source>
        <translation>यह पोज़ीशन बाज़ार भाव पर बंद करें</translation>
    </message>
    <message>
        <source>Cancel this order</source>
        <translation>यह ऑर्डर रद्द करें</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>हटाएँ</translation>
    </message>
    <message>
        <source>Drag to set a stop or a target. Click: money, percent, ticks, R.</source>
        <translation>खींचकर स्टॉप या लक्ष्य लगाएँ। क्लिक: राशि, प्रतिशत, टिक, R।</translation>
    </message>
    <message>
        <source>Drag to change the price. Esc puts it back.</source>
        <translation>खींचकर भाव बदलें। Esc वापस रखे।</translation>
    </message>
</context>
<context>
    <name>bellwether::LimitDialog</name>
    <message>
        <source>Limit: %1</source>
        <translation>सीमा: %1</translation>
    </message>
    <message>
        <source>Conservative</source>
        <translation>सतर्क</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>सक्रिय</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>अभी</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>उपयोग में</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>सीमा-क्षेत्र</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 से %2</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;नया</translation>
    </message>
    <message>
        <source>&amp;New, in %1</source>
        <translation>&amp;नया, %1 में</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>रहने दें</translation>
    </message>
    <message>
        <source>Outside %1 to %2.</source>
        <translation>%1 से %2 के बाहर।</translation>
    </message>
    <message>
        <source>Only whole numbers.</source>
        <translation>केवल पूर्ण संख्याएँ।</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>अभी कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>बदलें</translation>
    </message>
    <message>
        <source>Looser: more risk may pass. It is asked about once more.</source>
        <translation>ढीला: अधिक जोखिम जा सकता है। एक बार और पूछा जाएगा।</translation>
    </message>
    <message>
        <source>Tighter, and already used up: what adds to it is refused at once. What is open stays.</source>
        <translation>कड़ा, और पहले ही पूरा उपयोग: जो इसे बढ़ाए वह तुरंत अस्वीकार होगा। जो खुला है वह रहेगा।</translation>
    </message>
    <message>
        <source>Takes effect at the gate at once.</source>
        <translation>गेट पर तुरंत लागू।</translation>
    </message>
    <message>
        <source>Loosen to %1…</source>
        <translation>%1 तक ढीला करें…</translation>
    </message>
    <message>
        <source>Set to %1</source>
        <translation>%1 पर सेट करें</translation>
    </message>
    <message>
        <source>Loosen a limit</source>
        <translation>सीमा ढीली करें</translation>
    </message>
    <message>
        <source>%1: %2 → %3. More risk may pass from now on. The change is written into the journal.</source>
        <translation>%1: %2 → %3. अब से अधिक जोखिम जा सकता है। बदलाव जर्नल में लिखा जाता है।</translation>
    </message>
    <message>
        <source>Loosen to %1</source>
        <translation>%1 तक ढीला करें</translation>
    </message>
</context>
<context>
    <name>bellwether::LimitTableModel</name>
    <message>
        <source>Limit</source>
        <translation>सीमा</translation>
    </message>
    <message>
        <source>Limit of the risk gate</source>
        <translation>जोखिम जाँच की सीमा</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>उपयोग</translation>
    </message>
    <message>
        <source>Share of the limit in use now</source>
        <translation>अभी सीमा का उपयोग हुआ हिस्सा</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>अभी</translation>
    </message>
    <message>
        <source>Value now</source>
        <translation>अभी का मान</translation>
    </message>
    <message>
        <source>Conservative</source>
        <translation>सतर्क</translation>
    </message>
    <message>
        <source>Value of the conservative preset</source>
        <translation>सतर्क प्रीसेट का मान</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>सक्रिय</translation>
    </message>
    <message>
        <source>Value of the active preset</source>
        <translation>सक्रिय प्रीसेट का मान</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 से</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 मि</translation>
    </message>
    <message>
        <source>Value at which the gate refuses; double click to change it</source>
        <translation>मान जिस पर गेट अस्वीकार करता है; बदलने के लिए डबल-क्लिक</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>सेकंड</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>मिनट</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>“%1” संख्या नहीं है।</translation>
    </message>
</context>
<context>
    <name>bellwether::LockScreen</name>
    <message>
        <source>The window is locked</source>
        <translation>विंडो लॉक है</translation>
    </message>
    <message>
        <source>The desk goes on: stops, targets and limits are watched. Kill switch, close all and cancel all still answer to their keys.</source>
        <translation>डेस्क चलता रहता है: स्टॉप, लक्ष्य और सीमाओं पर नज़र है। किल स्विच, सब बंद करें और सब रद्द करें अपनी कुंजियों पर काम करते हैं।</translation>
    </message>
    <message>
        <source>Unlock (Ctrl+L)</source>
        <translation>अनलॉक करें (Ctrl+L)</translation>
    </message>
</context>
<context>
    <name>bellwether::LossGauge</name>
    <message>
        <source>Day loss against the halt limit</source>
        <translation>रोक सीमा की तुलना में दिन का घाटा</translation>
    </message>
    <message>
        <source>Day loss</source>
        <translation>दिन का घाटा</translation>
    </message>
</context>
<context>
    <name>bellwether::MainWindow</name>
    <message>
        <source>Layouts</source>
        <translation>विन्यास</translation>
    </message>
    <message>
        <source>Reset…</source>
        <translation>फिर चालू…</translation>
    </message>
    <message>
        <source>KILL</source>
        <translation>किल</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>खाता</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>सिग्नल</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>चार्ट</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>वॉचलिस्ट</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>पोज़ीशन</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>ऑर्डर</translation>
    </message>
    <message>
        <source>Fills</source>
        <translation>सौदे</translation>
    </message>
    <message>
        <source>Signal history</source>
        <translation>सिग्नल इतिहास</translation>
    </message>
    <message>
        <source>Event log</source>
        <translation>घटना लॉग</translation>
    </message>
    <message>
        <source>Signals (%1)</source>
        <translation>सिग्नल (%1)</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>मना: %1</translation>
    </message>
    <message>
        <source>The replay has ended.</source>
        <translation>रीप्ले समाप्त हुआ।</translation>
    </message>
    <message>
        <source>AUTO-TRADE ON</source>
        <translation>ऑटो-ट्रेड चालू</translation>
    </message>
    <message>
        <source>Auto-trade</source>
        <translation>ऑटो-ट्रेड</translation>
    </message>
    <message>
        <source>Arm auto-trade</source>
        <translation>ऑटो-ट्रेड चालू करें</translation>
    </message>
    <message>
        <source>Signals with a confidence of %1 or more go to the risk gate without a question, up to %2 positions (%3 open now). The day ends at a loss of %4; %5 is lost so far.</source>
        <translation>%1 या अधिक भरोसे वाले सिग्नल बिना पूछे जोखिम जाँच में जाते हैं, %2 पोज़ीशन तक (अभी %3 खुली)। %4 के घाटे पर दिन समाप्त; अब तक %5 का घाटा।</translation>
    </message>
    <message>
        <source>Close all positions</source>
        <translation>सभी पोज़ीशन बंद करें</translation>
    </message>
    <message>
        <source>Market orders to send: %1, worth %2 together. Profit or loss taken: about %3. Stops and targets of these positions are cancelled.</source>
        <translation>भेजे जाने वाले बाज़ार ऑर्डर: %1, कुल मूल्य %2। लाभ या हानि: लगभग %3। इन पोज़ीशन के स्टॉप और लक्ष्य रद्द होंगे।</translation>
    </message>
    <message>
        <source>Close all (%1)</source>
        <translation>सभी बंद करें (%1)</translation>
    </message>
    <message>
        <source>Cancel all orders</source>
        <translation>सभी ऑर्डर रद्द करें</translation>
    </message>
    <message>
        <source>Working orders to cancel: %1. Stops among them: %2; their positions are then without protection.</source>
        <translation>रद्द होने वाले ऑर्डर: %1। इनमें स्टॉप: %2; उनकी पोज़ीशन तब बिना सुरक्षा रहेंगी।</translation>
    </message>
    <message>
        <source>Working orders to cancel: %1.</source>
        <translation>रद्द होने वाले ऑर्डर: %1।</translation>
    </message>
    <message>
        <source>Cancel all (%1)</source>
        <translation>सभी रद्द करें (%1)</translation>
    </message>
    <message>
        <source>Kill switch</source>
        <translation>किल स्विच</translation>
    </message>
    <message>
        <source>Trading stops now: auto-trade goes off and no new risk is taken until you reset the switch. Working orders cancelled: %1. Open positions: %2, worth %3.</source>
        <translation>ट्रेडिंग अभी रुकती है: ऑटो-ट्रेड बंद, और स्विच फिर चालू करने तक नया जोखिम नहीं। रद्द ऑर्डर: %1। खुली पोज़ीशन: %2, मूल्य %3।</translation>
    </message>
    <message>
        <source>Stop trading</source>
        <translation>ट्रेडिंग रोकें</translation>
    </message>
    <message>
        <source>Also close all positions at the market (%1)</source>
        <translation>सभी पोज़ीशन बाज़ार भाव पर भी बंद करें (%1)</translation>
    </message>
    <message>
        <source>Reset after kill or halt</source>
        <translation>किल या रोक के बाद फिर चालू करें</translation>
    </message>
    <message>
        <source>New risk is allowed again. Reason of the stop: %1. Lost today: %2 of %3.</source>
        <translation>नया जोखिम फिर अनुमत। रुकने का कारण: %1। आज का घाटा: %3 में से %2।</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>नहीं बताया</translation>
    </message>
    <message>
        <source>Allow trading again</source>
        <translation>ट्रेडिंग फिर अनुमत करें</translation>
    </message>
    <message>
        <source>Why it is safe to go on (goes into the journal)</source>
        <translation>आगे बढ़ना क्यों सुरक्षित है (जर्नल में लिखा जाएगा)</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>एक्सपोज़र</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>जोखिम</translation>
    </message>
    <message>
        <source>Shadow ledger</source>
        <translation>छाया बही</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>ऑर्डर</translation>
    </message>
    <message>
        <source>%1 %2 %3, %4, %5</source>
        <translation>%1 %2 %3, %4, %5</translation>
    </message>
    <message>
        <source>LONG</source>
        <translation>लॉन्ग</translation>
    </message>
    <message>
        <source>SHORT</source>
        <translation>शॉर्ट</translation>
    </message>
    <message>
        <source>stop at %1</source>
        <translation>स्टॉप %1 पर</translation>
    </message>
    <message>
        <source>NO STOP</source>
        <translation>स्टॉप नहीं</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>और %1 अन्य</translation>
    </message>
    <message numerus="yes">
        <source>%n position(s) open:</source>
        <translation>
            <numerusform>%n पोज़ीशन खुली:</numerusform>
            <numerusform>%n पोज़ीशन खुली:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing watches over the %n position(s) without a stop while the program is closed.</source>
        <translation>
            <numerusform>प्रोग्राम बंद रहने पर बिना स्टॉप की %n पोज़ीशन पर कोई नज़र नहीं रखता।</numerusform>
            <numerusform>प्रोग्राम बंद रहने पर बिना स्टॉप की %n पोज़ीशन पर कोई नज़र नहीं रखता।</numerusform>
        </translation>
    </message>
    <message>
        <source>Each has a stop. On a paper account stops wait until the program runs again.</source>
        <translation>हर एक पर स्टॉप है। पेपर खाते में स्टॉप प्रोग्राम के फिर चलने तक रुके रहते हैं।</translation>
    </message>
    <message>
        <source>Close with open positions</source>
        <translation>खुली पोज़ीशन के साथ बंद करें</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>विंडो बंद करें</translation>
    </message>
    <message>
        <source>First close all positions at the market (%1)</source>
        <translation>पहले सभी पोज़ीशन बाज़ार भाव पर बंद करें (%1)</translation>
    </message>
    <message>
        <source>Closing all positions; the window closes when nothing is held.</source>
        <translation>सभी पोज़ीशन बंद हो रही हैं; कुछ पास न रहने पर विंडो बंद होगी।</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>प्रतीक</translation>
    </message>
    <message>
        <source>Command, symbol or strategy</source>
        <translation>आदेश, प्रतीक या रणनीति</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>रणनीति</translation>
    </message>
    <message>
        <source>Backtest</source>
        <translation>बैकटेस्ट</translation>
    </message>
    <message>
        <source>Settings saved.</source>
        <translation>सेटिंग सहेजी गई।</translation>
    </message>
    <message>
        <source>Keep this layout</source>
        <translation>यह विन्यास सहेजें</translation>
    </message>
    <message>
        <source>The places of all panels are kept under a name; a layout of the same name is replaced.</source>
        <translation>सभी पैनलों की जगह एक नाम से सहेजी जाती है; उसी नाम का विन्यास बदल जाता है।</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>Name of the layout</source>
        <translation>विन्यास का नाम</translation>
    </message>
    <message>
        <source>Layout “%1” is kept.</source>
        <translation>विन्यास “%1” सहेजा गया।</translation>
    </message>
    <message>
        <source>The layout “%1” does not fit this window.</source>
        <translation>विन्यास “%1” इस विंडो में नहीं बैठता।</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>मिटाएँ</translation>
    </message>
    <message>
        <source>Layout “%1” is deleted.</source>
        <translation>विन्यास “%1” मिटाया गया।</translation>
    </message>
    <message>
        <source>Strategies</source>
        <translation>रणनीतियाँ</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>गहराई</translation>
    </message>
    <message>
        <source>One-click trading is armed.</source>
        <translation>एक-क्लिक ट्रेडिंग चालू है।</translation>
    </message>
    <message>
        <source>One-click trading is off.</source>
        <translation>एक-क्लिक ट्रेडिंग बंद है।</translation>
    </message>
    <message>
        <source>Arm one-click trading</source>
        <translation>एक-क्लिक ट्रेडिंग चालू करें</translation>
    </message>
    <message>
        <source>Orders from the ladder and the ticket, close all and cancel all leave without a question. You are still asked above %1 of the equity or further than %2 from the last price, and the risk gate refuses what it always refuses. It goes off after %3 minutes without an order, and with the program.</source>
        <translation>लैडर और टिकट के ऑर्डर, सब बंद करें और सब रद्द करें बिना पूछे जाते हैं। पूँजी के %1 से ऊपर या अंतिम मूल्य से %2 से दूर होने पर फिर भी पूछा जाएगा, और जोखिम द्वार वही अस्वीकार करता है जो हमेशा करता है। %3 मिनट बिना ऑर्डर के और प्रोग्राम के साथ यह बंद हो जाता है।</translation>
    </message>
    <message>
        <source>Books compared</source>
        <translation>बहियों का मिलान</translation>
    </message>
    <message>
        <source>One chart</source>
        <translation>एक चार्ट</translation>
    </message>
    <message>
        <source>Two charts beside each other</source>
        <translation>दो चार्ट साथ-साथ</translation>
    </message>
    <message>
        <source>Two charts under each other</source>
        <translation>दो चार्ट ऊपर-नीचे</translation>
    </message>
    <message>
        <source>Four charts</source>
        <translation>चार चार्ट</translation>
    </message>
    <message>
        <source>The layout of these monitors is back.</source>
        <translation>इन मॉनिटरों का लेआउट वापस आया।</translation>
    </message>
    <message>
        <source>Profits are shown before costs.</source>
        <translation>लाभ लागत से पहले दिखाए जाते हैं।</translation>
    </message>
    <message>
        <source>Profits are shown net: with the costs of the way in and of the way out.</source>
        <translation>लाभ शुद्ध दिखाए जाते हैं: प्रवेश और निकास की लागत सहित।</translation>
    </message>
    <message>
        <source>Profits are shown with costs counted twice.</source>
        <translation>लाभ दोगुनी लागत गिनकर दिखाए जाते हैं।</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>रीप्ले</translation>
    </message>
    <message>
        <source>Replay files of bars</source>
        <translation>बार की फ़ाइलें रीप्ले करें</translation>
    </message>
    <message>
        <source>Bars (*.csv *.zip *.gz *.json *.txt);;All files (*)</source>
        <translation>कैंडल (*.csv *.zip *.gz *.json *.txt);;सभी फ़ाइलें (*)</translation>
    </message>
    <message>
        <source>The desk of %1 stops while the replay runs on a paper account of its own: its entries are cancelled, open positions (%2) and their stops (working orders: %3) wait for its return. “Exit to live” brings it back as it was, with auto-trade off.</source>
        <translation>जब तक रीप्ले अपने पेपर खाते पर चलता है, %1 का डेस्क रुकता है: उसके प्रवेश रद्द होते हैं, खुली पोज़ीशन (%2) और उनके स्टॉप (चालू ऑर्डर: %3) उसके लौटने की प्रतीक्षा करते हैं। “लाइव पर लौटें” उसे वैसा ही वापस लाता है, ऑटो-ट्रेड बंद रखकर।</translation>
    </message>
    <message>
        <source>Start the replay</source>
        <translation>रीप्ले शुरू करें</translation>
    </message>
    <message>
        <source>It could not be done</source>
        <translation>यह नहीं हो सका</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>Loosen limits</source>
        <translation>सीमाएँ ढीली करें</translation>
    </message>
    <message>
        <source>More risk may pass: %1. The settings are saved and hold from the next start. They can hold from now on.</source>
        <translation>अधिक जोखिम जा सकता है: %1. सेटिंग्स सहेजी गईं और अगली शुरुआत से लागू होंगी। वे अभी से लागू हो सकती हैं।</translation>
    </message>
    <message>
        <source>Hold from now on</source>
        <translation>अभी से लागू करें</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>कनेक्शन</translation>
    </message>
    <message>
        <source>Bars of a day or less can be taken: change the timeframe of the chart.</source>
        <translation>एक दिन या कम की कैंडल ली जा सकती हैं: चार्ट का टाइमफ़्रेम बदलें।</translation>
    </message>
    <message>
        <source>Not written: %1 (%2)</source>
        <translation>नहीं लिखा गया: %1 (%2)</translation>
    </message>
</context>
<context>
    <name>bellwether::MetricTableModel</name>
    <message>
        <source>Figure</source>
        <translation>आँकड़ा</translation>
    </message>
    <message>
        <source>What is counted; its definition is the tooltip</source>
        <translation>क्या गिना जाता है; परिभाषा टूलटिप में है</translation>
    </message>
    <message>
        <source>All</source>
        <translation>सभी</translation>
    </message>
    <message>
        <source>All trades and the whole account</source>
        <translation>सभी सौदे और पूरा खाता</translation>
    </message>
    <message>
        <source>Long</source>
        <translation>लॉन्ग</translation>
    </message>
    <message>
        <source>Long trades</source>
        <translation>लॉन्ग सौदे</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>शॉर्ट</translation>
    </message>
    <message>
        <source>Short trades</source>
        <translation>शॉर्ट सौदे</translation>
    </message>
    <message>
        <source>%1: %2
From %3 daily returns and %4 closed trades.</source>
        <translation>%1: %2
%3 दैनिक प्रतिफल और %4 बंद सौदों से।</translation>
    </message>
</context>
<context>
    <name>bellwether::MetricsPage</name>
    <message>
        <source>Cost</source>
        <translation>लागत</translation>
    </message>
    <message>
        <source>What was paid for</source>
        <translation>किसके लिए चुकाया</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>राशि</translation>
    </message>
    <message>
        <source>Over the whole run</source>
        <translation>पूरे चलने में</translation>
    </message>
    <message>
        <source>Of gross profit</source>
        <translation>सकल लाभ का</translation>
    </message>
    <message>
        <source>Amount ÷ gross profit of winning trades</source>
        <translation>राशि ÷ जीते सौदों का सकल लाभ</translation>
    </message>
    <message>
        <source>A trade</source>
        <translation>प्रति सौदा</translation>
    </message>
    <message>
        <source>Amount ÷ closed trades</source>
        <translation>राशि ÷ बंद सौदे</translation>
    </message>
    <message>
        <source>Closed by</source>
        <translation>किससे बंद</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>सौदे</translation>
    </message>
    <message>
        <source>Win rate</source>
        <translation>जीत दर</translation>
    </message>
    <message>
        <source>Share with a net result above 0</source>
        <translation>0 से ऊपर शुद्ध परिणाम वालों का हिस्सा</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>शुद्ध</translation>
    </message>
    <message>
        <source>Σ results, net of costs</source>
        <translation>Σ परिणाम, लागत के बाद</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>औसत</translation>
    </message>
    <message>
        <source>Mean result</source>
        <translation>औसत परिणाम</translation>
    </message>
    <message>
        <source>Entry not made</source>
        <translation>न हुआ प्रवेश</translation>
    </message>
    <message>
        <source>Why the signal became no order</source>
        <translation>सिग्नल से ऑर्डर क्यों नहीं बना</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>बार</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>गहराई</translation>
    </message>
    <message>
        <source>1 − trough ÷ peak</source>
        <translation>1 − तल ÷ शिखर</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>पैसा</translation>
    </message>
    <message>
        <source>Peak − trough</source>
        <translation>शिखर − तल</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>शिखर</translation>
    </message>
    <message>
        <source>Trough</source>
        <translation>तल</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>वापसी</translation>
    </message>
    <message>
        <source>Figures of the run</source>
        <translation>चलने के आँकड़े</translation>
    </message>
    <message>
        <source>The figures of a run stand here.</source>
        <translation>यहाँ चलने के आँकड़े होते हैं।</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>लागत</translation>
    </message>
    <message>
        <source>Nothing was charged.</source>
        <translation>कुछ नहीं लिया गया।</translation>
    </message>
    <message>
        <source>Exits</source>
        <translation>निकास</translation>
    </message>
    <message>
        <source>No trade was closed.</source>
        <translation>कोई सौदा बंद नहीं हुआ।</translation>
    </message>
    <message>
        <source>Deepest drawdowns</source>
        <translation>सबसे गहरी गिरावटें</translation>
    </message>
    <message>
        <source>Equity never fell.</source>
        <translation>पूँजी कभी नहीं गिरी।</translation>
    </message>
    <message>
        <source>Entries not made</source>
        <translation>न हुए प्रवेश</translation>
    </message>
    <message>
        <source>Every entry was made.</source>
        <translation>हर प्रवेश हुआ।</translation>
    </message>
    <message>
        <source>together</source>
        <translation>कुल</translation>
    </message>
    <message>
        <source>start</source>
        <translation>शुरू</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>अभी नहीं</translation>
    </message>
    <message>
        <source>Entered by</source>
        <translation>प्रवेश का कारण</translation>
    </message>
    <message>
        <source>Side, and the conditions that were met</source>
        <translation>पक्ष और पूरी हुई शर्तें</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>प्रवेश</translation>
    </message>
    <message>
        <source>Stands here after a run.</source>
        <translation>चलाने के बाद यहाँ दिखता है।</translation>
    </message>
</context>
<context>
    <name>bellwether::MoneySection</name>
    <message>
        <source>Money</source>
        <translation>पैसा</translation>
    </message>
    <message>
        <source>Capital</source>
        <translation>पूँजी</translation>
    </message>
    <message>
        <source>Money to begin with, in the currency of the symbol</source>
        <translation>शुरुआती पैसा, प्रतीक की मुद्रा में</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>आकार</translation>
    </message>
    <message>
        <source>% at risk</source>
        <translation>% जोखिम</translation>
    </message>
    <message>
        <source>% of equity</source>
        <translation>इक्विटी का %</translation>
    </message>
    <message>
        <source>units</source>
        <translation>इकाइयाँ</translation>
    </message>
    <message>
        <source>all in</source>
        <translation>पूरा</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>दिशा</translation>
    </message>
    <message>
        <source>long only</source>
        <translation>केवल लॉन्ग</translation>
    </message>
    <message>
        <source>long and short</source>
        <translation>लॉन्ग और शॉर्ट</translation>
    </message>
    <message>
        <source>Whether a sell signal may open a short position</source>
        <translation>क्या बिक्री सिग्नल शॉर्ट पोज़ीशन खोल सकता है</translation>
    </message>
    <message>
        <source>Session rules</source>
        <translation>सत्र के नियम</translation>
    </message>
    <message>
        <source>of the strategy</source>
        <translation>रणनीति के</translation>
    </message>
    <message>
        <source>day trading</source>
        <translation>डे ट्रेडिंग</translation>
    </message>
    <message>
        <source>short selling</source>
        <translation>शॉर्ट सेलिंग</translation>
    </message>
    <message>
        <source>short term</source>
        <translation>अल्पकालिक</translation>
    </message>
    <message>
        <source>long term</source>
        <translation>दीर्घकालिक</translation>
    </message>
    <message>
        <source>Day trading is flat before the close (15:10 at the NSE), short selling sells and buys back within a day</source>
        <translation>डे ट्रेडिंग बंद होने से पहले खाली होती है (NSE में 15:10), शॉर्ट सेलिंग उसी दिन बेचकर वापस ख़रीदती है</translation>
    </message>
    <message>
        <source>Percent of equity per entry</source>
        <translation>हर प्रवेश पर पूँजी का प्रतिशत</translation>
    </message>
    <message>
        <source>Percent of equity at risk between entry and stop</source>
        <translation>प्रवेश और स्टॉप के बीच पूँजी का जोखिम प्रतिशत</translation>
    </message>
    <message>
        <source>Units per entry</source>
        <translation>हर प्रवेश पर इकाइयाँ</translation>
    </message>
    <message>
        <source>All available money in each entry</source>
        <translation>हर प्रवेश में सारी उपलब्ध राशि</translation>
    </message>
    <message>
        <source>% of Kelly</source>
        <translation>केली का %</translation>
    </message>
    <message>
        <source>Risk: the desk&apos;s limits with stops and targets. The others follow the bare rule. Kelly: the share of equity that the closed trades of the run so far justify.</source>
        <translation>जोखिम: डेस्क की सीमाएँ, स्टॉप और लक्ष्य सहित। बाकी केवल नियम पर चलते हैं। केली: इक्विटी का वह हिस्सा जिसे रन के अब तक बंद हुए ट्रेड उचित ठहराते हैं।</translation>
    </message>
    <message>
        <source>Percent of the Kelly share per entry; half of it swings much less than all</source>
        <translation>प्रति प्रवेश केली हिस्से का प्रतिशत; आधा पूरे से बहुत कम डोलता है</translation>
    </message>
</context>
<context>
    <name>bellwether::MonteCarloPage</name>
    <message>
        <source>Percentile</source>
        <translation>शतमक</translation>
    </message>
    <message>
        <source>Share of the paths that end at or below</source>
        <translation>जो पथ यहाँ या नीचे समाप्त हुए उनका हिस्सा</translation>
    </message>
    <message>
        <source>Final equity</source>
        <translation>अंतिम पूँजी</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>प्रतिफल</translation>
    </message>
    <message>
        <source>Final equity ÷ start − 1</source>
        <translation>अंतिम पूँजी ÷ शुरुआत − 1</translation>
    </message>
    <message>
        <source>Max drawdown</source>
        <translation>अधिकतम गिरावट</translation>
    </message>
    <message>
        <source>Share of the paths whose maximum drawdown is at or below</source>
        <translation>जिन पथों की अधिकतम गिरावट यहाँ या नीचे है उनका हिस्सा</translation>
    </message>
    <message>
        <source>Percentiles of the paths</source>
        <translation>पथों के शतमक</translation>
    </message>
    <message>
        <source>Run a backtest, then draw its trades or days again to see how much of the result was luck.</source>
        <translation>बैकटेस्ट चलाएँ, फिर उसके सौदे या दिन दोबारा निकालें, ताकि दिखे कितना भाग्य था।</translation>
    </message>
    <message>
        <source>maximum drawdown of a path, %</source>
        <translation>पथ की अधिकतम गिरावट, %</translation>
    </message>
    <message>
        <source>Distribution of maximum drawdowns</source>
        <translation>अधिकतम गिरावटों का वितरण</translation>
    </message>
    <message>
        <source>Percentiles</source>
        <translation>शतमक</translation>
    </message>
    <message>
        <source>Percentiles stand here after a run of paths.</source>
        <translation>पथ चलाने के बाद शतमक यहाँ होंगे।</translation>
    </message>
    <message>
        <source>Maximum drawdowns</source>
        <translation>अधिकतम गिरावटें</translation>
    </message>
    <message>
        <source>How deep the paths fell</source>
        <translation>पथ कितने गहरे गिरे</translation>
    </message>
    <message>
        <source>How paths are made</source>
        <translation>पथ कैसे बनते हैं</translation>
    </message>
    <message>
        <source>draw trades, with replacement</source>
        <translation>सौदे निकालें, वापस रखते हुए</translation>
    </message>
    <message>
        <source>the same trades in another order</source>
        <translation>वही सौदे दूसरे क्रम में</translation>
    </message>
    <message>
        <source>draw blocks of days</source>
        <translation>दिनों के खंड निकालें</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>पथ</translation>
    </message>
    <message>
        <source>1 to 1,000,000</source>
        <translation>1 से 1,000,000</translation>
    </message>
    <message>
        <source>Ruin, %</source>
        <translation>बर्बादी, %</translation>
    </message>
    <message>
        <source>A loss of so much of the start is ruin</source>
        <translation>शुरुआत का इतना घाटा बर्बादी है</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>बीज</translation>
    </message>
    <message>
        <source>The same seed gives the same numbers</source>
        <translation>वही बीज वही संख्याएँ देता है</translation>
    </message>
    <message>
        <source>Draw paths</source>
        <translation>पथ निकालें</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>निकाल रहे हैं…</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>रद्द हुआ।</translation>
    </message>
    <message>
        <source>days</source>
        <translation>दिन</translation>
    </message>
    <message>
        <source>trades</source>
        <translation>सौदे</translation>
    </message>
    <message>
        <source>as it came</source>
        <translation>जैसे आया</translation>
    </message>
    <message>
        <source>Loss in %1 of the paths, ruin in %2. Median %3. %4 paths of %5 in %6 s.</source>
        <translation>%1 पथों में घाटा, %2 में बर्बादी। माध्यिका %3। %5 के %4 पथ, %6 से में।</translation>
    </message>
</context>
<context>
    <name>bellwether::OneClickFrame</name>
    <message>
        <source>One-click trading is armed</source>
        <translation>एक-क्लिक ट्रेडिंग चालू है</translation>
    </message>
    <message>
        <source>ONE-CLICK: orders leave without a question</source>
        <translation>एक-क्लिक: ऑर्डर बिना पूछे जाते हैं</translation>
    </message>
</context>
<context>
    <name>bellwether::OrderAtPrice</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Buy</source>
        <translation>ख़रीद</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>बिक्री</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>मात्रा</translation>
    </message>
    <message>
        <source>Stop price</source>
        <translation>स्टॉप भाव</translation>
    </message>
    <message>
        <source>Limit price</source>
        <translation>लिमिट भाव</translation>
    </message>
    <message>
        <source>Stop loss</source>
        <translation>स्टॉप लॉस</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>लक्ष्य</translation>
    </message>
    <message>
        <source>The stop loss is on the winning side of the price.</source>
        <translation>स्टॉप लॉस भाव के लाभ वाली ओर है।</translation>
    </message>
    <message>
        <source>The target is on the losing side of the price.</source>
        <translation>लक्ष्य भाव के हानि वाली ओर है।</translation>
    </message>
    <message>
        <source>Worth %1, %2 from the last price %3.</source>
        <translation>मूल्य %1, आख़िरी भाव %3 से %2।</translation>
    </message>
    <message>
        <source>No stop loss: the risk is not bounded.</source>
        <translation>स्टॉप लॉस नहीं: जोखिम असीमित है।</translation>
    </message>
    <message>
        <source>At risk to the stop: %1.</source>
        <translation>स्टॉप तक जोखिम: %1।</translation>
    </message>
    <message>
        <source>BUY</source>
        <translation>ख़रीद</translation>
    </message>
    <message>
        <source>SELL</source>
        <translation>बिक्री</translation>
    </message>
    <message>
        <source>Send %1 %2 %3 @ %4</source>
        <translation>%1 %2 %3 @ %4 भेजें</translation>
    </message>
</context>
<context>
    <name>bellwether::OrderConsent</name>
    <message>
        <source>Its value is %1 of the equity; you wanted to be asked above %2.</source>
        <translation>इसका मूल्य पूँजी का %1 है; आप %2 से ऊपर पूछे जाना चाहते थे।</translation>
    </message>
    <message>
        <source>Its price is %1 away from the last one; you wanted to be asked above %2.</source>
        <translation>इसका मूल्य अंतिम मूल्य से %1 दूर है; आप %2 से ऊपर पूछे जाना चाहते थे।</translation>
    </message>
    <message>
        <source>It is %1 lots; you wanted to be asked above %2.</source>
        <translation>यह %1 लॉट है; आप %2 से ऊपर पूछे जाना चाहते थे।</translation>
    </message>
</context>
<context>
    <name>bellwether::OrderSender</name>
    <message>
        <source>Send %1 %2 %3</source>
        <translation>%1 %2 %3 भेजें</translation>
    </message>
    <message>
        <source>at %1 or better</source>
        <translation>%1 या बेहतर पर</translation>
    </message>
    <message>
        <source>at the market once %1 is reached</source>
        <translation>%1 आने पर बाज़ार भाव पर</translation>
    </message>
    <message>
        <source>at the market, about %1</source>
        <translation>बाज़ार भाव पर, लगभग %1</translation>
    </message>
    <message>
        <source>%1 %2 %3 %4: value %5, costs %6.</source>
        <translation>%1 %2 %3 %4: मूल्य %5, लागत %6।</translation>
    </message>
    <message>
        <source>It has no stop.</source>
        <translation>इसमें स्टॉप नहीं है।</translation>
    </message>
    <message>
        <source>At the stop it loses %1, %2 of the equity.</source>
        <translation>स्टॉप पर घाटा %1, पूँजी का %2।</translation>
    </message>
    <message>
        <source>This is a LIVE account: it trades real money.</source>
        <translation>यह लाइव खाता है: असली पैसे से ट्रेड होता है।</translation>
    </message>
    <message>
        <source>This is a PAPER account.</source>
        <translation>यह पेपर खाता है।</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>नहीं भेजा गया: %1</translation>
    </message>
</context>
<context>
    <name>bellwether::OrderTableModel</name>
    <message>
        <source>Time</source>
        <translation>समय</translation>
    </message>
    <message>
        <source>When the order was made, in the exchange&apos;s zone</source>
        <translation>ऑर्डर कब बना, एक्सचेंज के समय-क्षेत्र में</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>प्रतीक</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>साधन</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>पक्ष</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>भूमिका</translation>
    </message>
    <message>
        <source>What the order is for; only an entry adds risk</source>
        <translation>ऑर्डर किसलिए है; केवल प्रवेश जोखिम बढ़ाता है</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>प्रकार</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>मात्रा</translation>
    </message>
    <message>
        <source>Quantity in units</source>
        <translation>मात्रा इकाइयों में</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>भरा</translation>
    </message>
    <message>
        <source>Quantity filled so far</source>
        <translation>अब तक भरी मात्रा</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>सीमा</translation>
    </message>
    <message>
        <source>Limit price</source>
        <translation>लिमिट भाव</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>स्टॉप</translation>
    </message>
    <message>
        <source>Stop price</source>
        <translation>स्टॉप भाव</translation>
    </message>
    <message>
        <source>Avg</source>
        <translation>औसत</translation>
    </message>
    <message>
        <source>Average price of the fills</source>
        <translation>सौदों का औसत भाव</translation>
    </message>
    <message>
        <source>State</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>Cancel the working order</source>
        <translation>चालू ऑर्डर रद्द करें</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>कारण</translation>
    </message>
    <message>
        <source>Why it was sent, denied, rejected or cancelled</source>
        <translation>क्यों भेजा, मना, अस्वीकृत या रद्द हुआ</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>रणनीति</translation>
    </message>
    <message>
        <source>Strategy that owns the order</source>
        <translation>जिस रणनीति का ऑर्डर है</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>क्र.</translation>
    </message>
    <message>
        <source>Number of the order</source>
        <translation>ऑर्डर की संख्या</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>उत्पाद</translation>
    </message>
    <message>
        <source>CNC is delivery, MIS intraday and squared off before the close, NRML a derivative held over the night</source>
        <translation>CNC डिलीवरी है, MIS इंट्राडे और बंद होने से पहले बराबर किया जाता है, NRML रात भर रखा डेरिवेटिव</translation>
    </message>
</context>
<context>
    <name>bellwether::OrdersPanel</name>
    <message>
        <source>Orders</source>
        <translation>ऑर्डर</translation>
    </message>
    <message>
        <source>No order yet: approve a signal to send one.</source>
        <translation>अभी कोई ऑर्डर नहीं: भेजने के लिए सिग्नल स्वीकारें।</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>बदलें</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>अभी कुछ नहीं बदला।</translation>
    </message>
    <message>
        <source>An entry cannot grow: send another order.</source>
        <translation>प्रवेश बढ़ नहीं सकता: दूसरा ऑर्डर भेजें।</translation>
    </message>
    <message>
        <source>Value %1 %2</source>
        <translation>मूल्य %1 %2</translation>
    </message>
    <message>
        <source>Change order %1: %2</source>
        <translation>ऑर्डर %1 बदलें: %2</translation>
    </message>
    <message>
        <source>Change the order</source>
        <translation>ऑर्डर बदलें</translation>
    </message>
    <message>
        <source>&amp;Quantity</source>
        <translation>&amp;मात्रा</translation>
    </message>
    <message>
        <source>&amp;Trigger</source>
        <translation>&amp;ट्रिगर</translation>
    </message>
    <message>
        <source>&amp;Price</source>
        <translation>&amp;भाव</translation>
    </message>
    <message>
        <source>This order cannot be changed any more.</source>
        <translation>यह ऑर्डर अब बदला नहीं जा सकता।</translation>
    </message>
    <message>
        <source>Worked orders</source>
        <translation>संचालित ऑर्डर</translation>
    </message>
    <message>
        <source>No worked order.</source>
        <translation>कोई संचालित ऑर्डर नहीं।</translation>
    </message>
</context>
<context>
    <name>bellwether::OverviewPage</name>
    <message>
        <source>Equity and drawdown</source>
        <translation>पूँजी और गिरावट</translation>
    </message>
    <message>
        <source>Choose a strategy and data on the left, then Run (Ctrl+Return).</source>
        <translation>बाईं ओर रणनीति और डेटा चुनें, फिर चलाएँ (Ctrl+Return)।</translation>
    </message>
    <message>
        <source>Equity</source>
        <translation>पूँजी</translation>
    </message>
    <message>
        <source>Drawdown</source>
        <translation>गिरावट</translation>
    </message>
    <message>
        <source>Returns by month</source>
        <translation>महीनेवार प्रतिफल</translation>
    </message>
    <message>
        <source>Distribution of daily returns</source>
        <translation>दैनिक प्रतिफल का वितरण</translation>
    </message>
    <message>
        <source>Worst and best open result of each trade</source>
        <translation>हर सौदे का सबसे बुरा और अच्छा खुला परिणाम</translation>
    </message>
    <message>
        <source>daily return, %</source>
        <translation>दैनिक प्रतिफल, %</translation>
    </message>
    <message>
        <source>worst open result (MAE), %</source>
        <translation>सबसे बुरा खुला परिणाम (MAE), %</translation>
    </message>
    <message>
        <source>best open result (MFE), %</source>
        <translation>सबसे अच्छा खुला परिणाम (MFE), %</translation>
    </message>
    <message>
        <source>Daily returns</source>
        <translation>दैनिक प्रतिफल</translation>
    </message>
    <message>
        <source>How often a day&apos;s return fell into each class</source>
        <translation>दिन का प्रतिफल हर वर्ग में कितनी बार आया</translation>
    </message>
    <message>
        <source>MAE and MFE</source>
        <translation>MAE और MFE</translation>
    </message>
    <message>
        <source>Each trade by how far it went against and for its owner, as a share of the entry&apos;s value; click one to see it</source>
        <translation>हर सौदा कितना विरुद्ध और पक्ष में गया, प्रवेश मूल्य के हिस्से में; देखने के लिए क्लिक करें</translation>
    </message>
    <message>
        <source>Returns by month, %</source>
        <translation>महीनेवार प्रतिफल, %</translation>
    </message>
    <message>
        <source>Daily returns compounded by calendar month</source>
        <translation>कैलेंडर महीने में चक्रवृद्धि दैनिक प्रतिफल</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>वर्ष</translation>
    </message>
    <message>
        <source>No day has ended.</source>
        <translation>कोई दिन समाप्त नहीं हुआ।</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>औसत</translation>
    </message>
    <message>
        <source>VaR 95</source>
        <translation>VaR 95</translation>
    </message>
    <message>
        <source>No trade was closed.</source>
        <translation>कोई सौदा बंद नहीं हुआ।</translation>
    </message>
    <message>
        <source>Each month&apos;s return stands here after a run.</source>
        <translation>रन के बाद हर महीने का रिटर्न यहाँ रहता है।</translation>
    </message>
    <message>
        <source>How days went stands here after a run.</source>
        <translation>रन के बाद दिनों का हाल यहाँ रहता है।</translation>
    </message>
    <message>
        <source>How trades went stands here after a run.</source>
        <translation>रन के बाद ट्रेडों का हाल यहाँ रहता है।</translation>
    </message>
</context>
<context>
    <name>bellwether::ParameterForm</name>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 से %3)</translation>
    </message>
</context>
<context>
    <name>bellwether::PassphraseDialog</name>
    <message>
        <source>The secret of the account is in the encrypted vault of this profile.</source>
        <translation>खाते का गुप्त शब्द इस प्रोफ़ाइल की एन्क्रिप्टेड तिजोरी में है।</translation>
    </message>
    <message>
        <source>Passphrase of the vault</source>
        <translation>तिजोरी का पासफ़्रेज़</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
</context>
<context>
    <name>bellwether::PositionTableModel</name>
    <message>
        <source>Symbol</source>
        <translation>प्रतीक</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>साधन</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>पक्ष</translation>
    </message>
    <message>
        <source>Long or short</source>
        <translation>लॉन्ग या शॉर्ट</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>मात्रा</translation>
    </message>
    <message>
        <source>Quantity in units</source>
        <translation>मात्रा इकाइयों में</translation>
    </message>
    <message>
        <source>Avg</source>
        <translation>औसत</translation>
    </message>
    <message>
        <source>Average entry price</source>
        <translation>औसत प्रवेश भाव</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>आख़िरी</translation>
    </message>
    <message>
        <source>Price of the last trade</source>
        <translation>पिछले सौदे का भाव</translation>
    </message>
    <message>
        <source>P&amp;L</source>
        <translation>ला/हा</translation>
    </message>
    <message>
        <source>Unrealized profit or loss, before costs</source>
        <translation>अप्राप्त लाभ या हानि, लागत से पहले</translation>
    </message>
    <message>
        <source>P&amp;L %</source>
        <translation>ला/हा %</translation>
    </message>
    <message>
        <source>Unrealized profit or loss against the entry value</source>
        <translation>प्रवेश मूल्य की तुलना में अप्राप्त लाभ या हानि</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद</translation>
    </message>
    <message>
        <source>Close the position at the market</source>
        <translation>पोज़ीशन बाज़ार भाव पर बंद करें</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>मूल्य</translation>
    </message>
    <message>
        <source>Market value</source>
        <translation>बाज़ार मूल्य</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>स्टॉप</translation>
    </message>
    <message>
        <source>Stop-loss price; a warning where no stop covers the whole quantity</source>
        <translation>स्टॉप लॉस भाव; जहाँ पूरी मात्रा पर स्टॉप नहीं वहाँ चेतावनी</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>लक्ष्य</translation>
    </message>
    <message>
        <source>Take-profit price</source>
        <translation>लाभ वसूली भाव</translation>
    </message>
    <message>
        <source>Realized</source>
        <translation>प्राप्त</translation>
    </message>
    <message>
        <source>Realized profit or loss of this book, before costs</source>
        <translation>इस बही का प्राप्त लाभ या हानि, लागत से पहले</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>लागत</translation>
    </message>
    <message>
        <source>Commission and fees of this book</source>
        <translation>इस बही का कमीशन और शुल्क</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>रणनीति</translation>
    </message>
    <message>
        <source>Strategy that owns the position</source>
        <translation>जिस रणनीति की पोज़ीशन है</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>खुली</translation>
    </message>
    <message>
        <source>When it was opened, in the exchange&apos;s zone</source>
        <translation>कब खुली, एक्सचेंज के समय-क्षेत्र में</translation>
    </message>
    <message>
        <source>LONG</source>
        <translation>लॉन्ग</translation>
    </message>
    <message>
        <source>SHORT</source>
        <translation>शॉर्ट</translation>
    </message>
    <message>
        <source>none</source>
        <translation>कोई नहीं</translation>
    </message>
    <message>
        <source>No working stop covers the whole quantity of this position.</source>
        <translation>इस पोज़ीशन की पूरी मात्रा पर कोई चालू स्टॉप नहीं।</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>उत्पाद</translation>
    </message>
    <message>
        <source>CNC is delivery, MIS intraday and squared off before the close, NRML a derivative held over the night</source>
        <translation>CNC डिलीवरी है, MIS इंट्राडे और बंद होने से पहले बराबर किया जाता है, NRML रात भर रखा डेरिवेटिव</translation>
    </message>
    <message>
        <source>P&amp;L %1</source>
        <translation>P&amp;L %1</translation>
    </message>
    <message>
        <source>Unrealized profit or loss; with costs: those of the way in and of the way out at the last price</source>
        <translation>अप्राप्त लाभ या घाटा; लागत सहित: प्रवेश की और अंतिम भाव पर निकास की</translation>
    </message>
    <message>
        <source>The same against the entry value (%1)</source>
        <translation>प्रवेश मूल्य के मुक़ाबले वही (%1)</translation>
    </message>
    <message>
        <source>Realized profit or loss of this book (%1)</source>
        <translation>इस बुक का प्राप्त लाभ या घाटा (%1)</translation>
    </message>
</context>
<context>
    <name>bellwether::PositionsPanel</name>
    <message>
        <source>Positions</source>
        <translation>पोज़ीशन</translation>
    </message>
    <message>
        <source>No open position.</source>
        <translation>कोई खुली पोज़ीशन नहीं।</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद</translation>
    </message>
    <message>
        <source>Stop and target</source>
        <translation>स्टॉप और लक्ष्य</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>पलटें</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>%1 बंद करें</translation>
    </message>
    <message>
        <source>This sends a market order to %1 %2 %3, about %4, and takes a profit or loss of about %5. Its stop and target are cancelled.</source>
        <translation>यह बाज़ार ऑर्डर भेजता है: %1 %2 %3, लगभग %4, और लगभग %5 का लाभ या हानि लेता है। इसके स्टॉप और लक्ष्य रद्द होंगे।</translation>
    </message>
    <message>
        <source>sell</source>
        <translation>बेचें</translation>
    </message>
    <message>
        <source>buy</source>
        <translation>ख़रीदें</translation>
    </message>
    <message>
        <source>Close %1 %2</source>
        <translation>%1 %2 बंद करें</translation>
    </message>
    <message>
        <source>Reverse %1</source>
        <translation>%1 पलटें</translation>
    </message>
    <message>
        <source>This closes %1 %2 at the market, takes a profit or loss of about %3, and opens %4 %1 %2 with a stop and a target at the distances of the risk limits. If a limit refuses the new position, the old one is closed all the same.</source>
        <translation>यह %1 %2 बाज़ार भाव पर बंद करता है, लगभग %3 का लाभ या हानि लेता है, और जोखिम सीमाओं की दूरी पर स्टॉप और लक्ष्य के साथ %4 %1 %2 खोलता है। नई पोज़ीशन मना हो तब भी पुरानी बंद होती है।</translation>
    </message>
    <message>
        <source>a short of</source>
        <translation>शॉर्ट</translation>
    </message>
    <message>
        <source>a long of</source>
        <translation>लॉन्ग</translation>
    </message>
    <message>
        <source>Reverse %1 %2</source>
        <translation>%1 %2 पलटें</translation>
    </message>
    <message>
        <source>The stop is on the wrong side of the price now, %1.</source>
        <translation>स्टॉप अभी के भाव %1 के गलत ओर है।</translation>
    </message>
    <message>
        <source>The target is on the wrong side of the price now, %1.</source>
        <translation>लक्ष्य अभी के भाव %1 के गलत ओर है।</translation>
    </message>
    <message>
        <source>No stop: the position is unprotected</source>
        <translation>स्टॉप नहीं: पोज़ीशन असुरक्षित है</translation>
    </message>
    <message>
        <source>At the stop %1</source>
        <translation>स्टॉप पर %1</translation>
    </message>
    <message>
        <source>no target</source>
        <translation>लक्ष्य नहीं</translation>
    </message>
    <message>
        <source>at the target %1</source>
        <translation>लक्ष्य पर %1</translation>
    </message>
    <message>
        <source>Stop and target of %1</source>
        <translation>%1 का स्टॉप और लक्ष्य</translation>
    </message>
    <message>
        <source>Set stop and target</source>
        <translation>स्टॉप और लक्ष्य लगाएँ</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;स्टॉप</translation>
    </message>
    <message>
        <source>&amp;Target</source>
        <translation>&amp;लक्ष्य</translation>
    </message>
</context>
<context>
    <name>bellwether::PresetPage</name>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Runs of the report</source>
        <translation>रिपोर्ट के रन</translation>
    </message>
    <message>
        <source>Choose a report at the top of the form (month by month, short-selling, everything ranked), then Run.</source>
        <translation>फ़ॉर्म के ऊपर रिपोर्ट चुनें (महीने-दर-महीने, शॉर्ट सेलिंग, सब क्रम में), फिर चलाएँ।</translation>
    </message>
    <message>
        <source>The months one after the other</source>
        <translation>महीने एक के बाद एक</translation>
    </message>
    <message>
        <source>A figure of all runs</source>
        <translation>सभी रन का एक आँकड़ा</translation>
    </message>
    <message>
        <source>Figure of the map</source>
        <translation>नक़्शे का आँकड़ा</translation>
    </message>
    <message>
        <source>Return, %</source>
        <translation>रिटर्न, %</translation>
    </message>
    <message>
        <source>Sharpe ratio</source>
        <translation>शार्प अनुपात</translation>
    </message>
    <message>
        <source>Max drawdown, %</source>
        <translation>अधिकतम ड्रॉडाउन, %</translation>
    </message>
    <message>
        <source>Profit factor</source>
        <translation>लाभ गुणक</translation>
    </message>
    <message>
        <source>Win rate, %</source>
        <translation>जीत दर, %</translation>
    </message>
    <message>
        <source>Each month with the money that the months before it would have left; the account itself starts anew every month</source>
        <translation>हर महीना उस राशि से जो पिछले महीनों से बचती; खाता ख़ुद हर महीने नए सिरे से शुरू होता है</translation>
    </message>
    <message>
        <source>A map of the runs stands here.</source>
        <translation>रन का नक़्शा यहाँ रहता है।</translation>
    </message>
    <message>
        <source>Return or a double click makes the run of a row.</source>
        <translation>एंटर या डबल क्लिक से पंक्ति का रन होता है।</translation>
    </message>
    <message>
        <source>%1 runs of %2 %3 each, %4 of them profitable</source>
        <translation>%2 %3 के %1 रन, जिनमें %4 लाभ में</translation>
    </message>
    <message>
        <source>; the months compounded: %1</source>
        <translation>; महीने चक्रवृद्धि: %1</translation>
    </message>
    <message>
        <source>. %1 s</source>
        <translation>। %1 से.</translation>
    </message>
    <message numerus="yes">
        <source>%n more: point here</source>
        <translation>
            <numerusform>%n और: यहाँ इंगित करें</numerusform>
            <numerusform>%n और: यहाँ इंगित करें</numerusform>
        </translation>
    </message>
    <message>
        <source>Month</source>
        <translation>महीना</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>रणनीति</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>प्रतीक</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>कैंडल</translation>
    </message>
    <message>
        <source>Timeframe</source>
        <translation>समय-सीमा</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>प्रतिफल</translation>
    </message>
    <message>
        <source>Final equity ÷ capital − 1</source>
        <translation>अंतिम इक्विटी ÷ पूँजी − 1</translation>
    </message>
    <message>
        <source>Buy and hold</source>
        <translation>ख़रीदो और रखो</translation>
    </message>
    <message>
        <source>The same money in the symbol from the first to the last bar</source>
        <translation>वही राशि सिंबल में पहले से आख़िरी बार तक</translation>
    </message>
    <message>
        <source>Max DD</source>
        <translation>अधि. गिरावट</translation>
    </message>
    <message>
        <source>Maximum drawdown</source>
        <translation>अधिकतम गिरावट</translation>
    </message>
    <message>
        <source>Sharpe</source>
        <translation>शार्प</translation>
    </message>
    <message>
        <source>Mean ÷ standard deviation of daily returns × √ of the trading days of a year</source>
        <translation>दैनिक रिटर्न का माध्य ÷ मानक विचलन × √ साल के कारोबारी दिन</translation>
    </message>
    <message>
        <source>Gross profit ÷ gross loss</source>
        <translation>कुल लाभ ÷ कुल हानि</translation>
    </message>
    <message>
        <source>Win rate</source>
        <translation>जीत दर</translation>
    </message>
    <message>
        <source>Share of closed trades with a net result above 0</source>
        <translation>0 से ऊपर शुद्ध परिणाम वाले बंद ट्रेडों का हिस्सा</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>सौदे</translation>
    </message>
    <message>
        <source>Closed trades</source>
        <translation>बंद ट्रेड</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>लागत</translation>
    </message>
    <message>
        <source>Fees, spread and slippage together</source>
        <translation>शुल्क, स्प्रेड और स्लिपेज साथ</translation>
    </message>
    <message>
        <source>Final equity</source>
        <translation>अंतिम पूँजी</translation>
    </message>
    <message>
        <source>no losses</source>
        <translation>कोई हानि नहीं</translation>
    </message>
    <message>
        <source>Equity</source>
        <translation>पूँजी</translation>
    </message>
    <message>
        <source>Drawdown</source>
        <translation>गिरावट</translation>
    </message>
    <message>
        <source>the strategy gave no signal</source>
        <translation>रणनीति ने कोई सिग्नल नहीं दिया</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>सिग्नल</translation>
    </message>
    <message>
        <source>Decisions of the strategy, to buy or to sell</source>
        <translation>रणनीति के निर्णय, ख़रीदने या बेचने के</translation>
    </message>
    <message>
        <source>Entries not made</source>
        <translation>न हुए प्रवेश</translation>
    </message>
    <message>
        <source>How many signals became no order, and why</source>
        <translation>कितने सिग्नल ऑर्डर नहीं बने, और क्यों</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) without a trade: %1</source>
        <translation>
            <numerusform>%n रन बिना सौदे के: %1</numerusform>
            <numerusform>%n रन बिना सौदे के: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bellwether::PriceChart</name>
    <message>
        <source>Price chart</source>
        <translation>भाव चार्ट</translation>
    </message>
    <message>
        <source>Go to the last bar</source>
        <translation>आख़िरी कैंडल पर जाएँ</translation>
    </message>
    <message>
        <source>Go to the last bar (End)</source>
        <translation>आख़िरी कैंडल पर जाएँ (End)</translation>
    </message>
    <message>
        <source>Choose an instrument in the watchlist.</source>
        <translation>वॉचलिस्ट में कोई साधन चुनें।</translation>
    </message>
    <message>
        <source>Waiting for bars of %1.</source>
        <translation>%1 की कैंडलों की प्रतीक्षा।</translation>
    </message>
    <message>
        <source>O</source>
        <translation>खु</translation>
    </message>
    <message>
        <source>H</source>
        <translation>उ</translation>
    </message>
    <message>
        <source>L</source>
        <translation>नि</translation>
    </message>
    <message>
        <source>C</source>
        <translation>बं</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>वॉल्यूम</translation>
    </message>
    <message>
        <source>manual</source>
        <translation>मैनुअल</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>log</source>
        <translation>लघु</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>उलटा</translation>
    </message>
</context>
<context>
    <name>bellwether::RangeForm</name>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 से %3)</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>मानदंड</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>आरंभ</translation>
    </message>
    <message>
        <source>End</source>
        <translation>अंत</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>कदम</translation>
    </message>
</context>
<context>
    <name>bellwether::ReconcileRibbon</name>
    <message>
        <source>Compare now</source>
        <translation>अभी मिलान करें</translation>
    </message>
    <message>
        <source>Books compared</source>
        <translation>बहियों का मिलान</translation>
    </message>
    <message>
        <source>Hide while the books agree</source>
        <translation>बहियाँ मेल खाने तक छिपाएँ</translation>
    </message>
    <message>
        <source>read at %1</source>
        <translation>%1 पर पढ़ा गया</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>अभी नहीं पढ़ा गया</translation>
    </message>
    <message>
        <source>BOOKS DIFFER</source>
        <translation>बहियाँ भिन्न हैं</translation>
    </message>
    <message>
        <source>BOOKS AGREE</source>
        <translation>बहियाँ मेल खाती हैं</translation>
    </message>
    <message>
        <source>NOT COMPARED</source>
        <translation>मिलान नहीं हुआ</translation>
    </message>
    <message>
        <source>Program against the simulated venue, %1</source>
        <translation>प्रोग्राम बनाम अनुकरण स्थल, %1</translation>
    </message>
    <message>
        <source>Program against the broker, %1</source>
        <translation>प्रोग्राम बनाम ब्रोकर, %1</translation>
    </message>
    <message numerus="yes">
        <source>%n fill(s) found that no report had told</source>
        <translation>
            <numerusform>%n फ़िल मिला जिसकी सूचना नहीं थी</numerusform>
            <numerusform>%n फ़िल मिले जिनकी सूचना नहीं थी</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) taken up that came from elsewhere</source>
        <translation>
            <numerusform>कहीं और से आया %n ऑर्डर अपनाया गया</numerusform>
            <numerusform>कहीं और से आए %n ऑर्डर अपनाए गए</numerusform>
        </translation>
    </message>
    <message>
        <source>Money</source>
        <translation>पैसा</translation>
    </message>
    <message>
        <source>program %1 · venue %2 · since %3</source>
        <translation>प्रोग्राम %1 · स्थल %2 · %3 से</translation>
    </message>
    <message>
        <source>Adopt</source>
        <translation>अपनाएँ</translation>
    </message>
    <message>
        <source>The program&apos;s books become what the venue says</source>
        <translation>प्रोग्राम की बहियाँ वही हो जाती हैं जो स्थल कहता है</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद</translation>
    </message>
    <message>
        <source>What the venue has more is taken over and closed at the market</source>
        <translation>स्थल पर जो अधिक है उसे लेकर बाज़ार भाव पर बंद किया जाता है</translation>
    </message>
    <message>
        <source>The venue holds nothing here that could be closed</source>
        <translation>स्थल पर यहाँ बंद करने योग्य कुछ नहीं है</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>अनदेखा करें</translation>
    </message>
    <message>
        <source>It stays as it is, and counts again when it grows or shrinks</source>
        <translation>यह जैसा है वैसा रहता है, और घटने-बढ़ने पर फिर गिना जाता है</translation>
    </message>
    <message>
        <source>Adopt the venue&apos;s %1</source>
        <translation>स्थल का %1 अपनाएँ</translation>
    </message>
    <message>
        <source>%1: the program has %2, the venue %3. The program&apos;s books become %3; the journal keeps both.</source>
        <translation>%1: प्रोग्राम के पास %2, स्थल के पास %3। प्रोग्राम की बहियाँ %3 हो जाएँगी; जर्नल दोनों रखता है।</translation>
    </message>
    <message>
        <source>Adopt %1</source>
        <translation>%1 अपनाएँ</translation>
    </message>
    <message>
        <source>Close the difference in %1</source>
        <translation>%1 का अंतर बंद करें</translation>
    </message>
    <message>
        <source>%1: the program has %2, the venue %3. The difference is taken over and closed with a market order.</source>
        <translation>%1: प्रोग्राम के पास %2, स्थल के पास %3। अंतर लेकर मार्केट ऑर्डर से बंद किया जाता है।</translation>
    </message>
    <message>
        <source>Close the difference</source>
        <translation>अंतर बंद करें</translation>
    </message>
</context>
<context>
    <name>bellwether::ReplayBar</name>
    <message>
        <source>Replay</source>
        <translation>रीप्ले</translation>
    </message>
    <message>
        <source>REPLAY</source>
        <translation>रीप्ले</translation>
    </message>
    <message>
        <source>Time of the replay</source>
        <translation>रीप्ले का समय</translation>
    </message>
    <message>
        <source>Drag to a time: forward the replay runs there as fast as it can, back it begins anew</source>
        <translation>किसी समय तक खींचें: आगे की ओर रीप्ले पूरी गति से वहाँ जाता है, पीछे की ओर नए सिरे से शुरू होता है</translation>
    </message>
    <message>
        <source>%1, runs to %2</source>
        <translation>%1, %2 तक चल रहा है</translation>
    </message>
    <message>
        <source>%1: begins anew</source>
        <translation>%1: नए सिरे से शुरू</translation>
    </message>
    <message>
        <source>%1: runs there</source>
        <translation>%1: वहाँ तक चलेगा</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>वापस %1 पर</translation>
    </message>
    <message>
        <source>A replay knows no way back: it begins anew, with its first capital, and runs from %1 to %2 as fast as it can. The strategies see the same bars again; what you approved, rejected and ordered in this run (%3 orders so far) is not repeated. The journal of this run is kept beside the new one.</source>
        <translation>रीप्ले पीछे नहीं जाता: वह अपनी पहली पूँजी के साथ नए सिरे से शुरू होकर %1 से %2 तक पूरी गति से चलता है। रणनीतियाँ वही बार फिर देखती हैं; इस रन में आपने जो स्वीकृत, अस्वीकृत और ऑर्डर किया (अब तक %3 ऑर्डर) वह दोहराया नहीं जाता। इस रन का जर्नल नए के पास रखा जाता है।</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>नए सिरे से शुरू करें</translation>
    </message>
</context>
<context>
    <name>bellwether::ResultBars</name>
    <message>
        <source>Gain</source>
        <translation>लाभ</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>हानि</translation>
    </message>
</context>
<context>
    <name>bellwether::RiskPanel</name>
    <message>
        <source>Limits</source>
        <translation>सीमाएँ</translation>
    </message>
    <message>
        <source>The desk has not told its limits yet.</source>
        <translation>डेस्क ने अभी अपनी सीमाएँ नहीं बताईं।</translation>
    </message>
    <message>
        <source>What if the market moves</source>
        <translation>अगर बाज़ार चले तो</translation>
    </message>
    <message>
        <source>Every price %1: %2 %3 on what is held. Loss of the day then: %4 of %5.</source>
        <translation>हर भाव %1: पास की पोज़ीशन पर %2 %3। तब दिन का घाटा: %5 में से %4।</translation>
    </message>
    <message>
        <source>Entries would be halted. Stops on the way may limit it.</source>
        <translation>प्रवेश रुक जाएँगे। बीच के स्टॉप इसे सीमित कर सकते हैं।</translation>
    </message>
</context>
<context>
    <name>bellwether::RuleSection</name>
    <message>
        <source>Fills and checks</source>
        <translation>भराव और जाँच</translation>
    </message>
    <message>
        <source>Look-ahead: does a signal need later bars?</source>
        <translation>लुक-अहेड: क्या सिग्नल को बाद के बार चाहिए?</translation>
    </message>
    <message>
        <source>Warm-up: does a signal need more earlier bars?</source>
        <translation>वार्म-अप: क्या सिग्नल को और पुराने बार चाहिए?</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>सौदा</translation>
    </message>
    <message>
        <source>open of the next bar</source>
        <translation>अगली कैंडल के खुले भाव पर</translation>
    </message>
    <message>
        <source>close of the bar</source>
        <translation>कैंडल के बंद भाव पर</translation>
    </message>
    <message>
        <source>When a decision on a close is filled. At the close itself nobody can trade: it flatters.</source>
        <translation>बंद भाव पर लिया निर्णय कब भरता है। ठीक बंद पर कोई सौदा नहीं कर सकता: वह बढ़ा-चढ़ाकर दिखाता है।</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>अंत में</translation>
    </message>
    <message>
        <source>keep positions open</source>
        <translation>पोज़ीशन खुली रखें</translation>
    </message>
    <message>
        <source>close at the last close</source>
        <translation>आख़िरी बंद भाव पर बंद करें</translation>
    </message>
    <message>
        <source>close at the last open</source>
        <translation>आख़िरी खुले भाव पर बंद करें</translation>
    </message>
    <message>
        <source>What becomes of a position that is open after the last bar</source>
        <translation>आख़िरी कैंडल के बाद खुली पोज़ीशन का क्या हो</translation>
    </message>
    <message>
        <source>Confidence ≥</source>
        <translation>भरोसा ≥</translation>
    </message>
    <message>
        <source>Leave out signals below, 0 to 100; with risk sizing the desk&apos;s 25 where empty</source>
        <translation>इससे कम सिग्नल छोड़ें, 0 से 100; खाली हो तो जोखिम आकार में डेस्क का 25</translation>
    </message>
    <message>
        <source>Runs the strategy again on data that ends earlier: its signals must not move. The answer stands as a badge on the result.</source>
        <translation>रणनीति को पहले ख़त्म होने वाले डेटा पर फिर चलाता है: सिग्नल नहीं हिलने चाहिए। उत्तर परिणाम पर बैज के रूप में रहता है।</translation>
    </message>
    <message>
        <source>Starts the strategy later and compares what it says. The answer stands as a badge on the result.</source>
        <translation>रणनीति को बाद में शुरू कर उसके कथन की तुलना करता है। उत्तर परिणाम पर बैज के रूप में रहता है।</translation>
    </message>
    <message>
        <source>0 to 100.</source>
        <translation>0 से 100।</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>बीज</translation>
    </message>
    <message>
        <source>Of the paths behind the risk of ruin; the same seed gives the same figures</source>
        <translation>दिवालियेपन के जोखिम के पीछे के पथों का; वही बीज वही आँकड़े देता है</translation>
    </message>
    <message>
        <source>A whole number above 0.</source>
        <translation>0 से बड़ी पूर्ण संख्या।</translation>
    </message>
</context>
<context>
    <name>bellwether::RunsPage</name>
    <message>
        <source>Run</source>
        <translation>चालन</translation>
    </message>
    <message>
        <source>Its number in the store</source>
        <translation>भंडार में इसकी संख्या</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>बना</translation>
    </message>
    <message>
        <source>When it was run (UTC)</source>
        <translation>कब चला (UTC)</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>रणनीति</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>प्रतीक</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>कैंडल</translation>
    </message>
    <message>
        <source>Timeframe</source>
        <translation>समय-सीमा</translation>
    </message>
    <message>
        <source>From</source>
        <translation>से</translation>
    </message>
    <message>
        <source>To</source>
        <translation>तक</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>प्रतिफल</translation>
    </message>
    <message>
        <source>Max DD</source>
        <translation>अधि. गिरावट</translation>
    </message>
    <message>
        <source>Maximum drawdown</source>
        <translation>अधिकतम गिरावट</translation>
    </message>
    <message>
        <source>Sharpe</source>
        <translation>शार्प</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>सौदे</translation>
    </message>
    <message>
        <source>Badges</source>
        <translation>संकेत</translation>
    </message>
    <message>
        <source>Reasons to be careful</source>
        <translation>सावधानी के कारण</translation>
    </message>
    <message>
        <source>Sizing</source>
        <translation>आकार</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>मानदंड</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>डेटा</translation>
    </message>
    <message>
        <source>Fingerprint: equal data, equal text</source>
        <translation>छाप: समान डेटा, समान पाठ</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>संस्करण</translation>
    </message>
    <message>
        <source>Of the program that made it</source>
        <translation>जिस प्रोग्राम ने बनाया उसका</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>आँकड़ा</translation>
    </message>
    <message>
        <source>Kept runs</source>
        <translation>रखे हुए चालन</translation>
    </message>
    <message>
        <source>Every finished run is kept and stands here.</source>
        <translation>हर पूरा चालन रखा जाता है और यहाँ दिखता है।</translation>
    </message>
    <message>
        <source>Growth of the compared runs</source>
        <translation>तुलना किए चालनों की बढ़त</translation>
    </message>
    <message>
        <source>Select two to six runs (Ctrl+click) and compare them.</source>
        <translation>दो से छह चालन चुनें (Ctrl+क्लिक) और तुलना करें।</translation>
    </message>
    <message>
        <source>Figures of the compared runs</source>
        <translation>तुलना किए चालनों के आँकड़े</translation>
    </message>
    <message>
        <source>Figures of compared runs stand here.</source>
        <translation>तुलना किए चालनों के आँकड़े यहाँ होते हैं।</translation>
    </message>
    <message>
        <source>Growth of the capital</source>
        <translation>पूँजी की बढ़त</translation>
    </message>
    <message>
        <source>Equity ÷ capital − 1 at the close of each day</source>
        <translation>हर दिन के बंद पर पूँजी मूल्य ÷ पूँजी − 1</translation>
    </message>
    <message>
        <source>Figures side by side</source>
        <translation>आँकड़े साथ-साथ</translation>
    </message>
    <message>
        <source>The change against the first run stands behind each figure</source>
        <translation>हर आँकड़े के पीछे पहले चालन से बदलाव है</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>खोलें</translation>
    </message>
    <message>
        <source>Show the report of the selected run (Return)</source>
        <translation>चुने चालन की रिपोर्ट दिखाएँ (Return)</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>तुलना</translation>
    </message>
    <message>
        <source>Put two to six selected runs side by side</source>
        <translation>दो से छह चुने चालन साथ-साथ रखें</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>मिटाएँ…</translation>
    </message>
    <message numerus="yes">
        <source>%n kept run(s)</source>
        <translation>
            <numerusform>%n रखा हुआ चालन</numerusform>
            <numerusform>%n रखे हुए चालन</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>तुलना हो रही है…</translation>
    </message>
    <message>
        <source>Delete runs</source>
        <translation>चालन मिटाएँ</translation>
    </message>
    <message numerus="yes">
        <source>%n kept run(s) with their reports are removed from the store.</source>
        <translation>
            <numerusform>%n रखा हुआ चालन अपनी रिपोर्ट सहित भंडार से हटेगा।</numerusform>
            <numerusform>%n रखे हुए चालन अपनी रिपोर्टों सहित भंडार से हटेंगे।</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete (%1)</source>
        <translation>मिटाएँ (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) side by side</source>
        <translation>
            <numerusform>%n चालन साथ-साथ</numerusform>
            <numerusform>%n चालन साथ-साथ</numerusform>
        </translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>बीज</translation>
    </message>
    <message>
        <source>The same seed gives the same numbers</source>
        <translation>वही बीज वही संख्याएँ देता है</translation>
    </message>
</context>
<context>
    <name>bellwether::SearchPage</name>
    <message>
        <source>A range is empty: its end lies below its start.</source>
        <translation>एक सीमा खाली है: उसका अंत आरंभ से नीचे है।</translation>
    </message>
    <message>
        <source>Choose at least one parameter.</source>
        <translation>कम से कम एक मानदंड चुनें।</translation>
    </message>
    <message>
        <source>About %1 runs of %2 combinations</source>
        <translation>%2 संयोजनों में लगभग %1 चालन</translation>
    </message>
    <message>
        <source>, %1 at the most on one core at the pace of the last run</source>
        <translation>, पिछले चालन की गति से एक कोर पर अधिकतम %1</translation>
    </message>
    <message>
        <source>Loading the bars…</source>
        <translation>कैंडल लोड हो रही हैं…</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Place, or while the search goes the run that found it</source>
        <translation>स्थान, या खोज के दौरान जिस चालन ने पाया</translation>
    </message>
    <message>
        <source>Searched parameter</source>
        <translation>खोजा गया मानदंड</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>उद्देश्य</translation>
    </message>
    <message>
        <source>Plateau</source>
        <translation>पठार</translation>
    </message>
    <message>
        <source>Mean objective of it and its neighbours: a lone peak is luck</source>
        <translation>इसका और पड़ोसियों का औसत उद्देश्य: अकेला शिखर भाग्य है</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>प्रतिफल</translation>
    </message>
    <message>
        <source>Max DD</source>
        <translation>अधि. गिरावट</translation>
    </message>
    <message>
        <source>Sharpe</source>
        <translation>शार्प</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>सौदे</translation>
    </message>
    <message>
        <source>Final equity</source>
        <translation>अंतिम पूँजी</translation>
    </message>
    <message>
        <source>Breaks a constraint, or has no objective</source>
        <translation>कोई शर्त तोड़ता है, या उद्देश्य नहीं है</translation>
    </message>
    <message>
        <source>The best neighbourhood</source>
        <translation>सबसे अच्छा पड़ोस</translation>
    </message>
    <message>
        <source>%1 ◆</source>
        <translation>%1 ◆</translation>
    </message>
    <message>
        <source>%1 of %2 runs, %3 runs/s, %4 left</source>
        <translation>%2 में से %1 चालन, %3 चालन/से, %4 शेष</translation>
    </message>
    <message>
        <source>%1 runs in %2</source>
        <translation>%2 में %1 चालन</translation>
    </message>
    <message>
        <source>, %1 of them from an earlier attempt</source>
        <translation>, उनमें %1 पहले के प्रयास से</translation>
    </message>
    <message>
        <source>; stopped, what was found is kept</source>
        <translation>; रुका, जो मिला वह रखा गया</translation>
    </message>
    <message>
        <source>. Deflated Sharpe: %1 that the best is more than the luckiest of as many</source>
        <translation>। समायोजित शार्प: %1 कि सबसे अच्छा उतनों में सबसे भाग्यशाली से अधिक है</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>रद्द हुआ।</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>निर्यात</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>लिखा गया: %1</translation>
    </message>
    <message>
        <source>What is to be as large as possible: a figure, or an expression of figures such as sharpe*sqrt(trade_count)</source>
        <translation>जो सबसे बड़ा होना चाहिए: कोई आँकड़ा, या आँकड़ों का व्यंजक जैसे sharpe*sqrt(trade_count)</translation>
    </message>
    <message>
        <source>Sharpe ratio</source>
        <translation>शार्प अनुपात</translation>
    </message>
    <message>
        <source>total return</source>
        <translation>कुल प्रतिफल</translation>
    </message>
    <message>
        <source>CAGR</source>
        <translation>CAGR</translation>
    </message>
    <message>
        <source>Calmar ratio</source>
        <translation>कैल्मर अनुपात</translation>
    </message>
    <message>
        <source>profit factor</source>
        <translation>लाभ गुणक</translation>
    </message>
    <message>
        <source>SQN</source>
        <translation>SQN</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>विधि</translation>
    </message>
    <message>
        <source>How the combinations are chosen</source>
        <translation>संयोजन कैसे चुने जाते हैं</translation>
    </message>
    <message>
        <source>grid: all of them</source>
        <translation>जाल: सभी</translation>
    </message>
    <message>
        <source>random</source>
        <translation>यादृच्छिक</translation>
    </message>
    <message>
        <source>genetic</source>
        <translation>आनुवंशिक</translation>
    </message>
    <message>
        <source>differential evolution</source>
        <translation>अवकल विकास</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>नमूने</translation>
    </message>
    <message>
        <source>Combinations that a random search tries</source>
        <translation>यादृच्छिक खोज जितने संयोजन आज़माती है</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>बीज</translation>
    </message>
    <message>
        <source>The same seed gives the same table</source>
        <translation>वही बीज वही तालिका देता है</translation>
    </message>
    <message>
        <source>Trades ≥</source>
        <translation>सौदे ≥</translation>
    </message>
    <message>
        <source>Fewer trades than that are not accepted</source>
        <translation>इससे कम सौदे स्वीकार नहीं</translation>
    </message>
    <message>
        <source>Max DD % ≤</source>
        <translation>अधि. गिरावट % ≤</translation>
    </message>
    <message>
        <source>Deeper drawdowns are not accepted; empty for any</source>
        <translation>इससे गहरी गिरावट स्वीकार नहीं; खाली हो तो कोई भी</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>खोजें</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>रोकें</translation>
    </message>
    <message>
        <source>End the search and keep what was found</source>
        <translation>खोज रोकें और जो मिला रखें</translation>
    </message>
    <message>
        <source>Combinations that were tried</source>
        <translation>आज़माए संयोजन</translation>
    </message>
    <message>
        <source>The best combinations stand here while the search goes. Return or a double click runs one.</source>
        <translation>खोज चलते समय सबसे अच्छे संयोजन यहाँ होते हैं। Return या डबल क्लिक से एक चलता है।</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>चालन</translation>
    </message>
    <message>
        <source>best objective</source>
        <translation>सर्वश्रेष्ठ उद्देश्य</translation>
    </message>
    <message>
        <source>How the best so far grew.</source>
        <translation>अब तक का सबसे अच्छा कैसे बढ़ा।</translation>
    </message>
    <message>
        <source>Best objective by runs</source>
        <translation>चालनों के अनुसार सर्वश्रेष्ठ उद्देश्य</translation>
    </message>
    <message>
        <source>Objective over two parameters</source>
        <translation>दो मानदंडों पर उद्देश्य</translation>
    </message>
    <message>
        <source>A map over two searched parameters.</source>
        <translation>खोजे गए दो मानदंडों का नक्शा।</translation>
    </message>
    <message>
        <source>Parameter across</source>
        <translation>आड़ा मानदंड</translation>
    </message>
    <message>
        <source>Parameter upwards</source>
        <translation>खड़ा मानदंड</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>CSV निर्यात…</translation>
    </message>
    <message>
        <source>Best objective over</source>
        <translation>सर्वश्रेष्ठ उद्देश्य</translation>
    </message>
    <message>
        <source>Best so far</source>
        <translation>अब तक सबसे अच्छा</translation>
    </message>
    <message>
        <source>Best objective after so many runs</source>
        <translation>इतने चालनों के बाद सर्वश्रेष्ठ उद्देश्य</translation>
    </message>
</context>
<context>
    <name>bellwether::SettingsDialog</name>
    <message>
        <source>Window</source>
        <translation>विंडो</translation>
    </message>
    <message>
        <source>Risk (from the next start)</source>
        <translation>जोखिम (अगली शुरुआत से)</translation>
    </message>
    <message>
        <source>Strategies (from the next start)</source>
        <translation>रणनीतियाँ (अगली शुरुआत से)</translation>
    </message>
    <message>
        <source>Trading (from the next start)</source>
        <translation>ट्रेडिंग (अगली शुरुआत से)</translation>
    </message>
    <message>
        <source>Market (from the next start)</source>
        <translation>बाज़ार (अगली शुरुआत से)</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 से %2</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>सेटिंग</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>सेटिंग में खोजें</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>आयात…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>निर्यात…</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>सब फिर से</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>सेटिंग आयात करें</translation>
    </message>
    <message>
        <source>Settings (*.ini)</source>
        <translation>सेटिंग (*.ini)</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>सेटिंग निर्यात करें</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>फिर से</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>फिर से: %1</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>मूल मान: %1</translation>
    </message>
    <message>
        <source>Accounts (from the next start)</source>
        <translation>खाते (अगली शुरुआत से)</translation>
    </message>
    <message>
        <source>Live trading (from the next start)</source>
        <translation>लाइव ट्रेडिंग (अगली शुरुआत से)</translation>
    </message>
    <message>
        <source>Backups (from the next start)</source>
        <translation>बैकअप (अगली शुरुआत से)</translation>
    </message>
</context>
<context>
    <name>bellwether::ShadowPanel</name>
    <message>
        <source>Shadow ledger</source>
        <translation>छाया बही</translation>
    </message>
    <message>
        <source>No signal was rejected or expired since the start. Those that are will be followed here to their stop or target.</source>
        <translation>शुरुआत से कोई सिग्नल ठुकराया या समाप्त नहीं हुआ। जो होंगे, वे यहाँ स्टॉप या लक्ष्य तक देखे जाएँगे।</translation>
    </message>
    <message>
        <source>What declining saved or cost</source>
        <translation>न कहने से क्या बचा या गया</translation>
    </message>
    <message>
        <source>Declining saved %1 and cost %2 so far.</source>
        <translation>न कहने से अब तक %1 बचा और %2 गया।</translation>
    </message>
</context>
<context>
    <name>bellwether::ShadowTableModel</name>
    <message>
        <source>Decided</source>
        <translation>निर्णय</translation>
    </message>
    <message>
        <source>When the signal was rejected or expired, in the exchange&apos;s zone</source>
        <translation>सिग्नल कब ठुकराया या समाप्त हुआ, एक्सचेंज के समय-क्षेत्र में</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>प्रतीक</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>साधन</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>पक्ष</translation>
    </message>
    <message>
        <source>What approving it would have done</source>
        <translation>स्वीकारने से क्या होता</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>मात्रा</translation>
    </message>
    <message>
        <source>Quantity proposed, in units</source>
        <translation>सुझाई मात्रा, इकाइयों में</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>प्रवेश</translation>
    </message>
    <message>
        <source>Price of the moment it was declined</source>
        <translation>न कहने के क्षण का भाव</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>अभी</translation>
    </message>
    <message>
        <source>Price now, or the one it ended at</source>
        <translation>अभी का भाव, या जिस पर समाप्त हुआ</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>परिणाम</translation>
    </message>
    <message>
        <source>What taking it would have made, before costs</source>
        <translation>लेने पर क्या बनता, लागत से पहले</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>नतीजा</translation>
    </message>
    <message>
        <source>Whether its stop or its target was reached</source>
        <translation>स्टॉप लगा या लक्ष्य मिला</translation>
    </message>
    <message>
        <source>State</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>Rejected or expired</source>
        <translation>ठुकराया या समाप्त</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>कारण</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>क्यों</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>रणनीति</translation>
    </message>
    <message>
        <source>Strategy that raised the signal</source>
        <translation>जिस रणनीति ने सिग्नल दिया</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>स्टॉप</translation>
    </message>
    <message>
        <source>Stop-loss price</source>
        <translation>स्टॉप लॉस भाव</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>लक्ष्य</translation>
    </message>
    <message>
        <source>Take-profit price</source>
        <translation>लाभ वसूली भाव</translation>
    </message>
    <message>
        <source>open</source>
        <translation>खुला</translation>
    </message>
    <message>
        <source>stopped out</source>
        <translation>स्टॉप लगा</translation>
    </message>
    <message>
        <source>target reached</source>
        <translation>लक्ष्य मिला</translation>
    </message>
</context>
<context>
    <name>bellwether::SignalCard</name>
    <message>
        <source>Select a signal to see its reasons.</source>
        <translation>कारण देखने के लिए सिग्नल चुनें।</translation>
    </message>
    <message>
        <source>Last prices with entry, stop and target</source>
        <translation>प्रवेश, स्टॉप और लक्ष्य के साथ पिछले भाव</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>शेष</translation>
    </message>
    <message>
        <source>Conf.</source>
        <translation>भरोसा</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>जोखिम</translation>
    </message>
    <message>
        <source>R : R</source>
        <translation>ला : जो</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>स्टॉप</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>लक्ष्य</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>मूल्य</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>खिसकाव</translation>
    </message>
    <message>
        <source>What the risk gate would say</source>
        <translation>जोखिम जाँच क्या कहेगी</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>कारण</translation>
    </message>
    <message>
        <source>Approve  A</source>
        <translation>स्वीकारें  A</translation>
    </message>
    <message>
        <source>Reject  R</source>
        <translation>ठुकराएँ  R</translation>
    </message>
    <message>
        <source>Edit  E</source>
        <translation>बदलें  E</translation>
    </message>
    <message>
        <source>none</source>
        <translation>कोई नहीं</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>भेज रहे हैं…</translation>
    </message>
    <message>
        <source>%1 %2 %3 now (A)</source>
        <translation>%1 %2 %3 अभी (A)</translation>
    </message>
    <message>
        <source>Trading is stopped: no new risk is taken.</source>
        <translation>ट्रेडिंग रुकी है: नया जोखिम नहीं लिया जाता।</translation>
    </message>
    <message>
        <source>The strategy gave no reasons.</source>
        <translation>रणनीति ने कोई कारण नहीं दिया।</translation>
    </message>
    <message>
        <source>The risk gate would refuse it: %1</source>
        <translation>जोखिम जाँच मना करेगी: %1</translation>
    </message>
    <message>
        <source>Costs %1 · exposure %2 → %3 · risk %4 of the equity</source>
        <translation>लागत %1 · एक्सपोज़र %2 → %3 · जोखिम पूँजी का %4</translation>
    </message>
</context>
<context>
    <name>bellwether::SignalEditDialog</name>
    <message>
        <source>The stop is on the wrong side of the entry.</source>
        <translation>स्टॉप प्रवेश के गलत ओर है।</translation>
    </message>
    <message>
        <source>The target is on the wrong side of the entry.</source>
        <translation>लक्ष्य प्रवेश के गलत ओर है।</translation>
    </message>
    <message>
        <source>Value %1, no stop</source>
        <translation>मूल्य %1, स्टॉप नहीं</translation>
    </message>
    <message>
        <source>Value %1, risk %2</source>
        <translation>मूल्य %1, जोखिम %2</translation>
    </message>
</context>
<context>
    <name>bellwether::SignalHistoryModel</name>
    <message>
        <source>Decided</source>
        <translation>निर्णय</translation>
    </message>
    <message>
        <source>When the signal ended, in the exchange&apos;s zone</source>
        <translation>सिग्नल कब समाप्त हुआ, एक्सचेंज के समय-क्षेत्र में</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>प्रतीक</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>साधन</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>पक्ष</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>मात्रा</translation>
    </message>
    <message>
        <source>Quantity in units</source>
        <translation>मात्रा इकाइयों में</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>भाव</translation>
    </message>
    <message>
        <source>Price when the signal was raised</source>
        <translation>सिग्नल आने के समय का भाव</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>देखा</translation>
    </message>
    <message>
        <source>Price when it was decided</source>
        <translation>निर्णय के समय का भाव</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>परिणाम</translation>
    </message>
    <message>
        <source>What became of the signal</source>
        <translation>सिग्नल का क्या हुआ</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>कारण</translation>
    </message>
    <message>
        <source>Why it ended</source>
        <translation>क्यों समाप्त हुआ</translation>
    </message>
    <message>
        <source>Conf.</source>
        <translation>भरोसा</translation>
    </message>
    <message>
        <source>Confidence of the strategy, 0 to 100</source>
        <translation>रणनीति का भरोसा, 0 से 100</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>रणनीति</translation>
    </message>
    <message>
        <source>Strategy that raised the signal</source>
        <translation>जिस रणनीति ने सिग्नल दिया</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>मोड</translation>
    </message>
    <message>
        <source>Paper or live</source>
        <translation>पेपर या लाइव</translation>
    </message>
</context>
<context>
    <name>bellwether::SignalHistoryPanel</name>
    <message>
        <source>Past signals</source>
        <translation>पिछले सिग्नल</translation>
    </message>
    <message>
        <source>No signal has been decided yet.</source>
        <translation>अभी किसी सिग्नल पर निर्णय नहीं हुआ।</translation>
    </message>
</context>
<context>
    <name>bellwether::SignalQueuePanel</name>
    <message>
        <source>%1: rejected in %2 s. Z takes it back.</source>
        <translation>%1: %2 से में ठुकराया जाएगा। Z से वापस लें।</translation>
    </message>
    <message>
        <source>%1: the order leaves in %2 s. Z takes it back.</source>
        <translation>%1: ऑर्डर %2 से में जाएगा। Z से वापस लें।</translation>
    </message>
    <message>
        <source>%1: taken back, it waits again.</source>
        <translation>%1: वापस लिया, फिर प्रतीक्षा में।</translation>
    </message>
    <message>
        <source>First signal of this strategy here.</source>
        <translation>इस रणनीति का यहाँ पहला सिग्नल।</translation>
    </message>
    <message numerus="yes">
        <source>Last %n signal(s): </source>
        <translation>
            <numerusform>पिछला सिग्नल: </numerusform>
            <numerusform>पिछले %n सिग्नल: </numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ordered, %2 rejected, %3 expired.</source>
        <translation>%1 ऑर्डर हुए, %2 ठुकराए, %3 समाप्त।</translation>
    </message>
    <message>
        <source>Of %1 closed trades %2 won.</source>
        <translation>%1 बंद सौदों में %2 जीते।</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>अभी नहीं</translation>
    </message>
    <message>
        <source>Too risky</source>
        <translation>बहुत जोखिम</translation>
    </message>
    <message>
        <source>Price has moved</source>
        <translation>भाव बदल गया</translation>
    </message>
    <message>
        <source>News ahead</source>
        <translation>ख़बर आने वाली है</translation>
    </message>
    <message>
        <source>Do not trust it</source>
        <translation>भरोसा नहीं</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>दोहराव</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>अन्य</translation>
    </message>
    <message>
        <source>Signals waiting for approval</source>
        <translation>स्वीकृति की प्रतीक्षा में सिग्नल</translation>
    </message>
    <message>
        <source>No signal is waiting. Strategies raise them as bars close.</source>
        <translation>कोई सिग्नल प्रतीक्षा में नहीं। कैंडल बंद होने पर रणनीतियाँ सिग्नल देती हैं।</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>स्वीकारें</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>ठुकराएँ</translation>
    </message>
    <message>
        <source>Filter by strategy, symbol or side</source>
        <translation>रणनीति, प्रतीक या पक्ष से छाँटें</translation>
    </message>
    <message>
        <source>Filter signals</source>
        <translation>सिग्नल छाँटें</translation>
    </message>
    <message>
        <source>Result of the last decision</source>
        <translation>पिछले निर्णय का परिणाम</translation>
    </message>
    <message>
        <source>Not taken: %1</source>
        <translation>नहीं लिया गया: %1</translation>
    </message>
    <message>
        <source>Trading is stopped: no new risk is taken.</source>
        <translation>ट्रेडिंग रुकी है: नया जोखिम नहीं लिया जाता।</translation>
    </message>
    <message>
        <source>Reason for rejecting %1</source>
        <translation>%1 ठुकराने का कारण</translation>
    </message>
    <message>
        <source>%1 is not an instrument of this desk.</source>
        <translation>%1 इस डेस्क का साधन नहीं है।</translation>
    </message>
</context>
<context>
    <name>bellwether::SignalTableModel</name>
    <message>
        <source>Age</source>
        <translation>आयु</translation>
    </message>
    <message>
        <source>Time since the signal was raised</source>
        <translation>सिग्नल आए कितना समय हुआ</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>शेष</translation>
    </message>
    <message>
        <source>Time until the signal expires</source>
        <translation>सिग्नल समाप्त होने तक का समय</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>निर्णय</translation>
    </message>
    <message>
        <source>Approve (A) or reject (R)</source>
        <translation>स्वीकारें (A) या ठुकराएँ (R)</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>प्रतीक</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>साधन</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>पक्ष</translation>
    </message>
    <message>
        <source>What approving it would do</source>
        <translation>स्वीकारने से क्या होगा</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>मात्रा</translation>
    </message>
    <message>
        <source>Quantity proposed by the sizing rule, in units</source>
        <translation>आकार नियम की सुझाई मात्रा, इकाइयों में</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>भाव</translation>
    </message>
    <message>
        <source>Price when the signal was raised</source>
        <translation>सिग्नल आने के समय का भाव</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>अभी</translation>
    </message>
    <message>
        <source>Price now</source>
        <translation>अभी का भाव</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>खिसकाव</translation>
    </message>
    <message>
        <source>How far the price has moved since the signal was raised</source>
        <translation>सिग्नल के बाद भाव कितना चला</translation>
    </message>
    <message>
        <source>R:R</source>
        <translation>ला:जो</translation>
    </message>
    <message>
        <source>Reward for each unit of risk</source>
        <translation>हर इकाई जोखिम पर लाभ</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>जोखिम</translation>
    </message>
    <message>
        <source>Money lost if the stop is hit</source>
        <translation>स्टॉप लगने पर घाटा</translation>
    </message>
    <message>
        <source>Conf.</source>
        <translation>भरोसा</translation>
    </message>
    <message>
        <source>Confidence of the strategy, 0 to 100</source>
        <translation>रणनीति का भरोसा, 0 से 100</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>स्टॉप</translation>
    </message>
    <message>
        <source>Stop-loss price</source>
        <translation>स्टॉप लॉस भाव</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>लक्ष्य</translation>
    </message>
    <message>
        <source>Take-profit price</source>
        <translation>लाभ वसूली भाव</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>रणनीति</translation>
    </message>
    <message>
        <source>Strategy that raised the signal</source>
        <translation>जिस रणनीति ने सिग्नल दिया</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>श्रेणी</translation>
    </message>
    <message>
        <source>Category of the strategy, which sets the lifetime</source>
        <translation>रणनीति की श्रेणी, जो आयु तय करती है</translation>
    </message>
    <message>
        <source>TF</source>
        <translation>स.सी.</translation>
    </message>
    <message>
        <source>Timeframe</source>
        <translation>समय-सीमा</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>खाता</translation>
    </message>
    <message>
        <source>Account the order would go to</source>
        <translation>जिस खाते में ऑर्डर जाएगा</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>मोड</translation>
    </message>
    <message>
        <source>Paper or live</source>
        <translation>पेपर या लाइव</translation>
    </message>
    <message>
        <source>sending…</source>
        <translation>भेज रहे हैं…</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>स्वीकृत</translation>
    </message>
    <message>
        <source>%1 to close</source>
        <translation>बंद करने को %1</translation>
    </message>
    <message>
        <source>Expires %1</source>
        <translation>समाप्ति %1</translation>
    </message>
    <message>
        <source>Raised %1</source>
        <translation>आया %1</translation>
    </message>
</context>
<context>
    <name>bellwether::StatusStrip</name>
    <message>
        <source>Engine idle</source>
        <translation>इंजन निष्क्रिय</translation>
    </message>
    <message>
        <source>Engine starting</source>
        <translation>इंजन शुरू हो रहा है</translation>
    </message>
    <message>
        <source>Engine running</source>
        <translation>इंजन चालू</translation>
    </message>
    <message>
        <source>Engine degraded</source>
        <translation>इंजन सीमित</translation>
    </message>
    <message>
        <source>Engine stopping</source>
        <translation>इंजन रुक रहा है</translation>
    </message>
    <message>
        <source>Engine stopped</source>
        <translation>इंजन रुका</translation>
    </message>
    <message>
        <source>Engine at fault</source>
        <translation>इंजन में दोष</translation>
    </message>
    <message>
        <source>Last tick %1</source>
        <translation>पिछला टिक %1</translation>
    </message>
    <message>
        <source>%1 ticks/s</source>
        <translation>%1 टिक/से</translation>
    </message>
    <message>
        <source>%1 events wait</source>
        <translation>%1 घटनाएँ प्रतीक्षा में</translation>
    </message>
    <message>
        <source>Strategies: %1, stopped: %2</source>
        <translation>रणनीतियाँ: %1, रुकी: %2</translation>
    </message>
    <message>
        <source>Strategies: %1</source>
        <translation>रणनीतियाँ: %1</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>जर्नल</translation>
    </message>
    <message>
        <source>Journal failed</source>
        <translation>जर्नल विफल</translation>
    </message>
    <message>
        <source>%1 records wait to be written</source>
        <translation>%1 अभिलेख लिखे जाने हैं</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>घड़ी</translation>
    </message>
    <message>
        <source>Venue: %1</source>
        <translation>वेन्यू: %1</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>मेमोरी</translation>
    </message>
    <message>
        <source>Memory: medium</source>
        <translation>मेमोरी: मध्यम</translation>
    </message>
    <message>
        <source>Memory: high</source>
        <translation>मेमोरी: अधिक</translation>
    </message>
    <message>
        <source>Memory: critical</source>
        <translation>मेमोरी: गंभीर</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>नेटवर्क</translation>
    </message>
    <message>
        <source>Venue&apos;s interface</source>
        <translation>एक्सचेंज का इंटरफ़ेस</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>डेटा</translation>
    </message>
    <message>
        <source>Trading</source>
        <translation>ट्रेडिंग</translation>
    </message>
    <message>
        <source>System</source>
        <translation>सिस्टम</translation>
    </message>
    <message>
        <source>%1 MiB of %2 MiB are in use, %3 MiB are free on the machine</source>
        <translation>%2 MiB में से %1 MiB उपयोग में, मशीन पर %3 MiB खाली</translation>
    </message>
    <message>
        <source>Errors of the last hour, and since the start with what was done about them</source>
        <translation>पिछले घंटे की त्रुटियाँ, और शुरुआत से, उनके लिए किए गए उपाय सहित</translation>
    </message>
    <message>
        <source>%1: %2, since the start %3 (tried again %4, waited %5, given up %6)</source>
        <translation>%1: %2, शुरुआत से %3 (फिर कोशिश %4, प्रतीक्षा %5, छोड़ा %6)</translation>
    </message>
    <message>
        <source>Errors: %1</source>
        <translation>त्रुटियाँ: %1</translation>
    </message>
</context>
<context>
    <name>bellwether::StrategiesPanel</name>
    <message>
        <source>Filter by strategy or symbol</source>
        <translation>रणनीति या प्रतीक से छाँटें</translation>
    </message>
    <message>
        <source>Strategies</source>
        <translation>रणनीतियाँ</translation>
    </message>
    <message>
        <source>No strategy runs on this desk.</source>
        <translation>इस डेस्क पर कोई रणनीति नहीं चलती।</translation>
    </message>
    <message>
        <source>On or off</source>
        <translation>चालू या बंद</translation>
    </message>
    <message>
        <source>With or without auto-trading</source>
        <translation>ऑटो-ट्रेड के साथ या बिना</translation>
    </message>
</context>
<context>
    <name>bellwether::StrategyCard</name>
    <message>
        <source>On</source>
        <translation>चालू</translation>
    </message>
    <message>
        <source>Its signals reach the queue</source>
        <translation>इसके सिग्नल कतार तक पहुँचते हैं</translation>
    </message>
    <message>
        <source>With auto-trade</source>
        <translation>ऑटो-ट्रेड के साथ</translation>
    </message>
    <message>
        <source>It takes part in auto-trading while that is armed</source>
        <translation>ऑटो-ट्रेड चालू रहने पर यह उसमें भाग लेता है</translation>
    </message>
    <message>
        <source>This strategy has no parameters.</source>
        <translation>इस रणनीति के कोई पैरामीटर नहीं हैं।</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>लागू करें</translation>
    </message>
    <message>
        <source>Apply to all symbols</source>
        <translation>सभी सिंबल पर लागू करें</translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>डिफ़ॉल्ट</translation>
    </message>
    <message>
        <source>Account of its orders</source>
        <translation>इसके ऑर्डर का खाता</translation>
    </message>
    <message>
        <source>Live is possible once a live account is armed; this desk trades on paper.</source>
        <translation>लाइव खाता चालू होने पर ही लाइव संभव है; यह डेस्क पेपर पर ट्रेड करता है।</translation>
    </message>
    <message>
        <source>no further session is known</source>
        <translation>कोई अगला सत्र ज्ञात नहीं</translation>
    </message>
    <message>
        <source>by the schedule of its category, next at %1</source>
        <translation>अपनी श्रेणी के समय से, अगला %1 पर</translation>
    </message>
    <message>
        <source>on every bar, next at %1</source>
        <translation>हर बार पर, अगला %1 पर</translation>
    </message>
    <message>
        <source>%1, %2 bars: decides %3.</source>
        <translation>%1, %2 बार: निर्णय %3।</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) were due while the one before was still going.</source>
        <translation>
            <numerusform>%n रन तब देय था जब पिछला चल रहा था।</numerusform>
            <numerusform>%n रन तब देय थे जब पिछला चल रहा था।</numerusform>
        </translation>
    </message>
    <message>
        <source>It was stopped: %1</source>
        <translation>इसे रोका गया: %1</translation>
    </message>
    <message>
        <source>Signals %1: ordered %2, rejected %3, expired %4, denied %5.</source>
        <translation>सिग्नल %1: ऑर्डर %2, अस्वीकृत %3, समाप्त %4, निषिद्ध %5।</translation>
    </message>
    <message>
        <source>Trades %1, hit rate %2, mean R %3, result %4 (today %5), after costs.</source>
        <translation>ट्रेड %1, सफलता दर %2, औसत R %3, परिणाम %4 (आज %5), लागत के बाद।</translation>
    </message>
    <message>
        <source>From the next bar on, and over restarts; open positions keep their stops and targets</source>
        <translation>अगले बार से, और रीस्टार्ट के बाद भी; खुली पोज़ीशन के स्टॉप और लक्ष्य वही रहते हैं</translation>
    </message>
    <message>
        <source>Applying…</source>
        <translation>लागू हो रहा है…</translation>
    </message>
    <message>
        <source>Applied: in force from the next bar on.</source>
        <translation>लागू: अगले बार से प्रभावी।</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>मना: %1</translation>
    </message>
</context>
<context>
    <name>bellwether::StrategySection</name>
    <message>
        <source>Strategy</source>
        <translation>रणनीति</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>रिपोर्ट</translation>
    </message>
    <message>
        <source>one backtest</source>
        <translation>एक बैकटेस्ट</translation>
    </message>
    <message>
        <source>month by month</source>
        <translation>महीने-दर-महीने</translation>
    </message>
    <message>
        <source>short-selling day trading</source>
        <translation>शॉर्ट सेलिंग डे ट्रेडिंग</translation>
    </message>
    <message>
        <source>everything, ranked</source>
        <translation>सब कुछ, क्रम में</translation>
    </message>
    <message>
        <source>One run, or many runs in one table</source>
        <translation>एक रन, या एक तालिका में कई रन</translation>
    </message>
    <message>
        <source>Add a strategy</source>
        <translation>रणनीति जोड़ें</translation>
    </message>
    <message>
        <source>Another strategy on the same account, with its own book</source>
        <translation>उसी खाते पर एक और रणनीति, अपनी बुक के साथ</translation>
    </message>
    <message>
        <source>Every calendar month of the period on an account of its own, in one table.</source>
        <translation>अवधि का हर कैलेंडर महीना अपने खाते पर, एक तालिका में।</translation>
    </message>
    <message>
        <source>Each symbol on an account of its own by the rules of short selling: shorts allowed, flat before the close.</source>
        <translation>हर सिंबल अपने खाते पर शॉर्ट सेलिंग के नियमों से: शॉर्ट की अनुमति, बंद होने से पहले खाली।</translation>
    </message>
    <message>
        <source>Every strategy with its defaults on each symbol, at 5m, 15m, 1h, 4h and 1d unless one is chosen below.</source>
        <translation>हर रणनीति अपने डिफ़ॉल्ट से हर सिंबल पर, 5m, 15m, 1h, 4h और 1d पर जब तक नीचे कोई न चुना हो।</translation>
    </message>
    <message>
        <source>Remove this strategy</source>
        <translation>यह रणनीति हटाएँ</translation>
    </message>
    <message>
        <source>Chosen above already.</source>
        <translation>ऊपर पहले ही चुनी गई।</translation>
    </message>
</context>
<context>
    <name>bellwether::StrategyTableModel</name>
    <message>
        <source>Strategy</source>
        <translation>रणनीति</translation>
    </message>
    <message>
        <source>Name of the strategy</source>
        <translation>रणनीति का नाम</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>प्रतीक</translation>
    </message>
    <message>
        <source>Instrument it watches</source>
        <translation>जिस साधन पर नज़र है</translation>
    </message>
    <message>
        <source>State</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>Whether its signals to open something reach the queue</source>
        <translation>क्या इसके प्रवेश सिग्नल कतार तक आते हैं</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>स्वतः</translation>
    </message>
    <message>
        <source>Whether it takes part in auto-trading while that is armed</source>
        <translation>क्या यह चालू ऑटो-ट्रेड में भाग लेती है</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>स्विच</translation>
    </message>
    <message>
        <source>On or off; with or without auto-trading</source>
        <translation>चालू या बंद; ऑटो-ट्रेड के साथ या बिना</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>पास में</translation>
    </message>
    <message>
        <source>Quantity of its book, minus for short</source>
        <translation>इसकी बही की मात्रा, शॉर्ट ऋणात्मक</translation>
    </message>
    <message>
        <source>Open P&amp;L</source>
        <translation>खुला ला/हा</translation>
    </message>
    <message>
        <source>Unrealized profit or loss, before costs</source>
        <translation>अप्राप्त लाभ या हानि, लागत से पहले</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>सिग्नल</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>ऑर्डर हुआ</translation>
    </message>
    <message>
        <source>Signals that became orders</source>
        <translation>जो सिग्नल ऑर्डर बने</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>श्रेणी</translation>
    </message>
    <message>
        <source>Category of the strategy, which sets schedule and lifetime</source>
        <translation>रणनीति की श्रेणी, जो समय-सारणी और आयु तय करती है</translation>
    </message>
    <message>
        <source>TF</source>
        <translation>स.सी.</translation>
    </message>
    <message>
        <source>Timeframe</source>
        <translation>समय-सीमा</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>रुकी</translation>
    </message>
    <message>
        <source>on</source>
        <translation>चालू</translation>
    </message>
    <message>
        <source>off</source>
        <translation>बंद</translation>
    </message>
    <message>
        <source>with auto-trade</source>
        <translation>ऑटो-ट्रेड के साथ</translation>
    </message>
    <message>
        <source>asks always</source>
        <translation>हमेशा पूछे</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>मोड</translation>
    </message>
    <message>
        <source>Paper or live account</source>
        <translation>पेपर या लाइव खाता</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>आज</translation>
    </message>
    <message>
        <source>Realized on the exchange&apos;s day, after costs</source>
        <translation>एक्सचेंज के दिन में वसूल, लागत के बाद</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>परिणाम</translation>
    </message>
    <message>
        <source>Realized since the account began, after costs</source>
        <translation>खाता शुरू होने से वसूल, लागत के बाद</translation>
    </message>
    <message>
        <source>Signals that reached the queue since the account began</source>
        <translation>खाता शुरू होने से कतार तक पहुँचे सिग्नल</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>सौदे</translation>
    </message>
    <message>
        <source>Positions that were closed</source>
        <translation>बंद की गई पोज़ीशन</translation>
    </message>
    <message>
        <source>Hit</source>
        <translation>सफल</translation>
    </message>
    <message>
        <source>Share of the trades that ended with a gain, after costs</source>
        <translation>लाभ पर समाप्त ट्रेड का हिस्सा, लागत के बाद</translation>
    </message>
    <message>
        <source>Mean R</source>
        <translation>औसत R</translation>
    </message>
    <message>
        <source>Mean result of a trade against what it would have lost at its first stop</source>
        <translation>पहले स्टॉप पर होने वाली हानि के मुकाबले ट्रेड का औसत परिणाम</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>अगला रन</translation>
    </message>
    <message>
        <source>When it decides next; in brackets runs that were due while the one before was going</source>
        <translation>अगला निर्णय कब; कोष्ठक में वे रन जो पिछले के चलते देय थे</translation>
    </message>
</context>
<context>
    <name>bellwether::SymbolPicker</name>
    <message>
        <source>Find a symbol</source>
        <translation>सिंबल खोजें</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>सिंबल</translation>
    </message>
    <message>
        <source>Return or a click takes one alone, Space or its box several on one account</source>
        <translation>एंटर या क्लिक से अकेला, स्पेस या डिब्बे से एक खाते पर कई</translation>
    </message>
    <message>
        <source>All</source>
        <translation>सभी</translation>
    </message>
    <message>
        <source>None</source>
        <translation>कोई नहीं</translation>
    </message>
    <message>
        <source>no symbol</source>
        <translation>कोई सिंबल नहीं</translation>
    </message>
    <message numerus="yes">
        <source>%n symbols</source>
        <translation>
            <numerusform>%n सिंबल</numerusform>
            <numerusform>%n सिंबल</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bellwether::SymbolsDialog</name>
    <message>
        <source>Symbol</source>
        <translation>सिंबल</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>Live desks</source>
        <translation>लाइव डेस्क</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>देखें</translation>
    </message>
    <message>
        <source>Symbols of %1</source>
        <translation>%1 के सिंबल</translation>
    </message>
    <message>
        <source>Search the venue&apos;s listings: btc, eth usdt, …</source>
        <translation>वेन्यू की सूची खोजें: btc, eth usdt, …</translation>
    </message>
    <message>
        <source>Search the venue&apos;s listings</source>
        <translation>वेन्यू की सूची खोजें</translation>
    </message>
    <message>
        <source>Listings</source>
        <translation>सूची</translation>
    </message>
    <message>
        <source>Asking the venue…</source>
        <translation>वेन्यू से पूछ रहे हैं…</translation>
    </message>
    <message>
        <source>What is chosen here comes with the next live start: quotes, chart and orders. A start is armed for the symbols it has.</source>
        <translation>यहाँ जो चुना जाता है वह अगली लाइव शुरुआत के साथ आता है: भाव, चार्ट और ऑर्डर। शुरुआत अपने ही सिंबल के लिए चालू होती है।</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <source>The listings are not there.</source>
        <translation>सूची उपलब्ध नहीं है।</translation>
    </message>
    <message>
        <source>Nothing of that name is listed.</source>
        <translation>इस नाम का कुछ सूचीबद्ध नहीं है।</translation>
    </message>
    <message>
        <source>watched</source>
        <translation>देखा जा रहा है</translation>
    </message>
    <message>
        <source>not possible</source>
        <translation>संभव नहीं</translation>
    </message>
    <message>
        <source>Leave %1</source>
        <translation>%1 छोड़ें</translation>
    </message>
    <message>
        <source>Watch %1</source>
        <translation>%1 देखें</translation>
    </message>
</context>
<context>
    <name>bellwether::TicketPanel</name>
    <message>
        <source>Day</source>
        <translation>दिन</translation>
    </message>
    <message>
        <source>Until cancelled</source>
        <translation>रद्द होने तक</translation>
    </message>
    <message>
        <source>At once or never</source>
        <translation>तुरंत या कभी नहीं</translation>
    </message>
    <message>
        <source>Post-only</source>
        <translation>केवल मेकर</translation>
    </message>
    <message>
        <source>%1 % of the equity is less than one lot.</source>
        <translation>पूँजी का %1 % एक लॉट से कम है।</translation>
    </message>
    <message>
        <source>Choose a symbol.</source>
        <translation>प्रतीक चुनें।</translation>
    </message>
    <message>
        <source>A limit order needs a price.</source>
        <translation>लिमिट ऑर्डर में भाव चाहिए।</translation>
    </message>
    <message>
        <source>A stop order needs a trigger price.</source>
        <translation>स्टॉप ऑर्डर में ट्रिगर भाव चाहिए।</translation>
    </message>
    <message>
        <source>The stop is on the wrong side of the entry.</source>
        <translation>स्टॉप प्रवेश के गलत ओर है।</translation>
    </message>
    <message>
        <source>The target is on the wrong side of the entry.</source>
        <translation>लक्ष्य प्रवेश के गलत ओर है।</translation>
    </message>
    <message>
        <source>The risk gate would refuse it:</source>
        <translation>जोखिम जाँच इसे मना करेगी:</translation>
    </message>
    <message>
        <source>The risk gate would let it pass.</source>
        <translation>जोखिम जाँच इसे जाने देगी।</translation>
    </message>
    <message>
        <source>no stop</source>
        <translation>स्टॉप नहीं</translation>
    </message>
    <message>
        <source>Send the order</source>
        <translation>ऑर्डर भेजें</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>भेज रहे हैं…</translation>
    </message>
    <message>
        <source>Sent: %1</source>
        <translation>भेजा: %1</translation>
    </message>
    <message>
        <source>Refused: %1
Change the order, or free the limit it names, and send it again.</source>
        <translation>मना: %1
ऑर्डर बदलें, या बताई गई सीमा खाली करें, और फिर भेजें।</translation>
    </message>
    <message>
        <source>CNC is delivery, MIS intraday and squared off before the close, NRML a derivative held over the night</source>
        <translation>CNC डिलीवरी है, MIS इंट्राडे और बंद होने से पहले बराबर किया जाता है, NRML रात भर रखा डेरिवेटिव</translation>
    </message>
    <message>
        <source>The engine works it and sends what reduces risk only.</source>
        <translation>इंजन इसे चलाता है और केवल जोखिम घटाने वाले ऑर्डर भेजता है।</translation>
    </message>
    <message>
        <source>The risk gate would refuse its first order:</source>
        <translation>रिस्क गेट इसका पहला ऑर्डर अस्वीकार करेगा:</translation>
    </message>
    <message>
        <source>The risk gate would let its first order pass; each one is checked when it is sent.</source>
        <translation>रिस्क गेट इसका पहला ऑर्डर जाने देगा; हर ऑर्डर भेजते समय जाँचा जाता है।</translation>
    </message>
    <message>
        <source>Break-even, %1</source>
        <translation>ब्रेक-ईवन, %1</translation>
    </message>
    <message>
        <source>Start %1 %2 %3 %4</source>
        <translation>%1 %2 %3 %4 शुरू करें</translation>
    </message>
    <message>
        <source>%1 %2 %3 in all.</source>
        <translation>कुल %1 %2 %3.</translation>
    </message>
    <message>
        <source>As entered: %1</source>
        <translation>जैसा भरा गया: %1</translation>
    </message>
    <message>
        <source>It goes on after a restart. It is ended in the panel of orders.</source>
        <translation>रीस्टार्ट के बाद भी यह जारी रहता है। इसे ऑर्डर पैनल में समाप्त किया जाता है।</translation>
    </message>
    <message>
        <source>This is a LIVE account: it trades real money.</source>
        <translation>यह लाइव खाता है: असली पैसे से ट्रेड होता है।</translation>
    </message>
    <message>
        <source>This is a PAPER account.</source>
        <translation>यह पेपर खाता है।</translation>
    </message>
    <message>
        <source>Start a worked order</source>
        <translation>संचालित ऑर्डर शुरू करें</translation>
    </message>
</context>
<context>
    <name>bellwether::TourCard</name>
    <message>
        <source>Skip this step</source>
        <translation>यह चरण छोड़ें</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>परिचय</translation>
    </message>
    <message>
        <source>Tour of the desk, step %1 of %2</source>
        <translation>डेस्क का परिचय, चरण %1 / %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>बंद</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>परिचय समाप्त करें</translation>
    </message>
</context>
<context>
    <name>bellwether::TradeTableModel</name>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Number in the order of the exits</source>
        <translation>निकास के क्रम में संख्या</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>प्रतीक</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>पक्ष</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>मात्रा</translation>
    </message>
    <message>
        <source>Quantity, in units</source>
        <translation>मात्रा, इकाइयों में</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>प्रवेश</translation>
    </message>
    <message>
        <source>When it was entered, in the exchange&apos;s zone</source>
        <translation>प्रवेश का समय, एक्सचेंज के समय-क्षेत्र में</translation>
    </message>
    <message>
        <source>Price in</source>
        <translation>प्रवेश भाव</translation>
    </message>
    <message>
        <source>Price of the entry, spread and slippage in it</source>
        <translation>प्रवेश भाव, स्प्रेड और फिसलन सहित</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>निकास</translation>
    </message>
    <message>
        <source>When it was closed</source>
        <translation>कब बंद हुआ</translation>
    </message>
    <message>
        <source>Price out</source>
        <translation>निकास भाव</translation>
    </message>
    <message>
        <source>Price of the exit</source>
        <translation>निकास का भाव</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>क्यों</translation>
    </message>
    <message>
        <source>Why it was closed</source>
        <translation>क्यों बंद हुआ</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>कैंडल</translation>
    </message>
    <message>
        <source>Bars held</source>
        <translation>जितनी कैंडल रखा</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>लागत</translation>
    </message>
    <message>
        <source>Fees of both fills</source>
        <translation>दोनों सौदों का शुल्क</translation>
    </message>
    <message>
        <source>P&amp;L</source>
        <translation>ला/हा</translation>
    </message>
    <message>
        <source>Result, net of all costs</source>
        <translation>सारी लागत के बाद परिणाम</translation>
    </message>
    <message>
        <source>P&amp;L %</source>
        <translation>ला/हा %</translation>
    </message>
    <message>
        <source>Result as a share of the entry&apos;s value</source>
        <translation>प्रवेश मूल्य के हिस्से में परिणाम</translation>
    </message>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <source>Result ÷ money at risk between entry and stop</source>
        <translation>परिणाम ÷ प्रवेश और स्टॉप के बीच का जोखिम</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>योग</translation>
    </message>
    <message>
        <source>Results of the closed trades up to this one</source>
        <translation>इस तक के बंद सौदों के परिणाम</translation>
    </message>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>Worst open result</source>
        <translation>सबसे बुरा खुला परिणाम</translation>
    </message>
    <message>
        <source>MFE</source>
        <translation>MFE</translation>
    </message>
    <message>
        <source>Best open result</source>
        <translation>सबसे अच्छा खुला परिणाम</translation>
    </message>
    <message>
        <source>Entry reason</source>
        <translation>प्रवेश का कारण</translation>
    </message>
    <message>
        <source>The conditions that were met</source>
        <translation>जो शर्तें पूरी हुईं</translation>
    </message>
    <message>
        <source>long</source>
        <translation>लॉन्ग</translation>
    </message>
    <message>
        <source>short</source>
        <translation>शॉर्ट</translation>
    </message>
</context>
<context>
    <name>bellwether::TradesPage</name>
    <message>
        <source>Bars of the run with its trades</source>
        <translation>चलने की कैंडलें और उसके सौदे</translation>
    </message>
    <message>
        <source>Trades of the run</source>
        <translation>चलने के सौदे</translation>
    </message>
    <message>
        <source>No trade was closed.</source>
        <translation>कोई सौदा बंद नहीं हुआ।</translation>
    </message>
    <message>
        <source>%1 %2 @ %3
%4</source>
        <translation>%1 %2 @ %3
%4</translation>
    </message>
    <message>
        <source>long</source>
        <translation>लॉन्ग</translation>
    </message>
    <message>
        <source>short</source>
        <translation>शॉर्ट</translation>
    </message>
    <message>
        <source>closed by %1 @ %2, P&amp;L %3</source>
        <translation>%1 से बंद @ %2, ला/हा %3</translation>
    </message>
    <message>
        <source>entry</source>
        <translation>प्रवेश</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>स्टॉप</translation>
    </message>
    <message>
        <source>target</source>
        <translation>लक्ष्य</translation>
    </message>
    <message>
        <source>exit</source>
        <translation>निकास</translation>
    </message>
    <message>
        <source>Find: stop, 2021-05, RSI …</source>
        <translation>खोजें: stop, 2021-05, RSI …</translation>
    </message>
    <message>
        <source>Find trades</source>
        <translation>ट्रेड खोजें</translation>
    </message>
    <message>
        <source>Words of symbol, side, exit, entry reason or day; every one of them has to be there</source>
        <translation>सिंबल, पक्ष, निकास, प्रवेश कारण या दिन के शब्द; हर एक मौजूद होना चाहिए</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>पक्ष</translation>
    </message>
    <message>
        <source>both sides</source>
        <translation>दोनों पक्ष</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>नतीजा</translation>
    </message>
    <message>
        <source>all results</source>
        <translation>सभी परिणाम</translation>
    </message>
    <message>
        <source>winners</source>
        <translation>विजेता</translation>
    </message>
    <message>
        <source>losers</source>
        <translation>हारने वाले</translation>
    </message>
    <message>
        <source>%1 of %2 trades, net %3</source>
        <translation>%2 में से %1 ट्रेड, शुद्ध %3</translation>
    </message>
    <message>
        <source>%1 trades, net %2</source>
        <translation>%1 ट्रेड, शुद्ध %2</translation>
    </message>
    <message>
        <source>No trade passes the filter.</source>
        <translation>कोई ट्रेड फ़िल्टर से नहीं गुज़रता।</translation>
    </message>
    <message>
        <source>moved stop</source>
        <translation>खिसका हुआ स्टॉप</translation>
    </message>
    <message>
        <source>The trades of a run stand here, each with its candles: choose strategy and data on the left, then Run.</source>
        <translation>चलाने के सौदे यहाँ रहते हैं, हर एक अपनी कैंडलों के साथ: बाईं ओर रणनीति और डेटा चुनें, फिर चलाएँ।</translation>
    </message>
</context>
<context>
    <name>bellwether::WalkForwardPage</name>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Searched from</source>
        <translation>खोज आरंभ</translation>
    </message>
    <message>
        <source>Traded from</source>
        <translation>ट्रेड आरंभ</translation>
    </message>
    <message>
        <source>To</source>
        <translation>तक</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>चुना गया</translation>
    </message>
    <message>
        <source>The best parameters of the search</source>
        <translation>खोज के सर्वोत्तम पैरामीटर</translation>
    </message>
    <message>
        <source>Objective in</source>
        <translation>उद्देश्य अंदर</translation>
    </message>
    <message>
        <source>In sample: what the search saw</source>
        <translation>सैंपल के अंदर: जो खोज ने देखा</translation>
    </message>
    <message>
        <source>Objective out</source>
        <translation>उद्देश्य बाहर</translation>
    </message>
    <message>
        <source>Out of sample: the bars after it</source>
        <translation>सैंपल के बाहर: उसके बाद के बार</translation>
    </message>
    <message>
        <source>Return in</source>
        <translation>रिटर्न अंदर</translation>
    </message>
    <message>
        <source>Return out</source>
        <translation>रिटर्न बाहर</translation>
    </message>
    <message>
        <source>Efficiency</source>
        <translation>दक्षता</translation>
    </message>
    <message>
        <source>Return a day out of sample ÷ in sample</source>
        <translation>प्रति दिन रिटर्न सैंपल के बाहर ÷ अंदर</translation>
    </message>
    <message>
        <source>Max DD out</source>
        <translation>अधिकतम DD बाहर</translation>
    </message>
    <message>
        <source>Trades out</source>
        <translation>ट्रेड बाहर</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>चालन</translation>
    </message>
    <message>
        <source>Of the search</source>
        <translation>खोज के</translation>
    </message>
    <message>
        <source>Equity out of sample</source>
        <translation>सैंपल के बाहर इक्विटी</translation>
    </message>
    <message>
        <source>Set ranges under Optimise, then start: each window is searched, and its winner traded over the bars after it.</source>
        <translation>ऑप्टिमाइज़ में सीमाएँ रखें, फिर शुरू करें: हर विंडो खोजी जाती है और उसका विजेता बाद के बार पर चलता है।</translation>
    </message>
    <message>
        <source>Windows of the test</source>
        <translation>परीक्षण की विंडो</translation>
    </message>
    <message>
        <source>One row per window stands here.</source>
        <translation>हर विंडो की एक पंक्ति यहाँ रहती है।</translation>
    </message>
    <message>
        <source>Out-of-sample equity, part after part</source>
        <translation>सैंपल के बाहर इक्विटी, भाग-दर-भाग</translation>
    </message>
    <message>
        <source>Window %1 of %2</source>
        <translation>विंडो %1 / %2</translation>
    </message>
    <message>
        <source>Kind of window</source>
        <translation>विंडो का प्रकार</translation>
    </message>
    <message>
        <source>rolling windows</source>
        <translation>चलती विंडो</translation>
    </message>
    <message>
        <source>anchored at the first bar</source>
        <translation>पहले बार पर टिकी</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>विंडो</translation>
    </message>
    <message>
        <source>Out-of-sample parts</source>
        <translation>सैंपल के बाहर के भाग</translation>
    </message>
    <message>
        <source>In sample, %</source>
        <translation>सैंपल के अंदर, %</translation>
    </message>
    <message>
        <source>Share of a window that is searched</source>
        <translation>विंडो का खोजा जाने वाला हिस्सा</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>शुरू करें</translation>
    </message>
    <message>
        <source>With the ranges and the objective of the Optimise tab</source>
        <translation>ऑप्टिमाइज़ टैब की सीमाओं और उद्देश्य के साथ</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>रोकें</translation>
    </message>
    <message>
        <source>Not started: a field of the form, or a range under Optimise, needs another value.</source>
        <translation>शुरू नहीं हुआ: फ़ॉर्म के किसी फ़ील्ड या ऑप्टिमाइज़ की सीमा को दूसरा मान चाहिए।</translation>
    </message>
    <message>
        <source>Loading the bars…</source>
        <translation>कैंडल लोड हो रही हैं…</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>रद्द हुआ।</translation>
    </message>
    <message>
        <source>Drawdown</source>
        <translation>गिरावट</translation>
    </message>
    <message>
        <source>nothing accepted: not traded</source>
        <translation>कुछ स्वीकृत नहीं: ट्रेड नहीं हुआ</translation>
    </message>
    <message>
        <source>Out of sample: return %1, max drawdown %2, Sharpe %3. Efficiency %4; %5 of the parts gained. %6 s</source>
        <translation>सैंपल के बाहर: रिटर्न %1, अधिकतम ड्रॉडाउन %2, शार्प %3। दक्षता %4; %5 भाग लाभ में। %6 से.</translation>
    </message>
    <message>
        <source>; stopped, the windows made until then are kept</source>
        <translation>; रुका, तब तक की विंडो रखी गईं</translation>
    </message>
</context>
<context>
    <name>bellwether::WatchTableModel</name>
    <message>
        <source>Symbol</source>
        <translation>प्रतीक</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>साधन</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>आख़िरी</translation>
    </message>
    <message>
        <source>Price of the last trade</source>
        <translation>पिछले सौदे का भाव</translation>
    </message>
    <message>
        <source>Chg %</source>
        <translation>बदलाव %</translation>
    </message>
    <message>
        <source>Last price against the close of the previous trading day</source>
        <translation>पिछले ट्रेडिंग दिन के बंद भाव की तुलना में आख़िरी भाव</translation>
    </message>
    <message>
        <source>Bid</source>
        <translation>बोली</translation>
    </message>
    <message>
        <source>Best bid</source>
        <translation>सबसे अच्छी बोली</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>माँग</translation>
    </message>
    <message>
        <source>Best ask</source>
        <translation>सबसे अच्छी माँग</translation>
    </message>
    <message>
        <source>High</source>
        <translation>उच्च</translation>
    </message>
    <message>
        <source>Highest price of the day</source>
        <translation>दिन का सबसे ऊँचा भाव</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>निम्न</translation>
    </message>
    <message>
        <source>Lowest price of the day</source>
        <translation>दिन का सबसे नीचा भाव</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>वॉल्यूम</translation>
    </message>
    <message>
        <source>Volume of the day</source>
        <translation>दिन का वॉल्यूम</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>समय</translation>
    </message>
    <message>
        <source>Time of the last update, in the exchange&apos;s zone</source>
        <translation>पिछले अद्यतन का समय, एक्सचेंज के समय-क्षेत्र में</translation>
    </message>
    <message>
        <source>Last update %1</source>
        <translation>पिछला अद्यतन %1</translation>
    </message>
    <message>
        <source>Stale: no update for a while. %1</source>
        <translation>पुराना: कुछ समय से अद्यतन नहीं। %1</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>रुझान</translation>
    </message>
    <message>
        <source>Prices of the last minutes</source>
        <translation>पिछले मिनटों के भाव</translation>
    </message>
</context>
<context>
    <name>bellwether::WatchlistPanel</name>
    <message>
        <source>Filter symbols</source>
        <translation>प्रतीक छाँटें</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>वॉचलिस्ट</translation>
    </message>
    <message>
        <source>Watchlists</source>
        <translation>वॉचलिस्टें</translation>
    </message>
    <message>
        <source>Make, fill and delete watchlists</source>
        <translation>वॉचलिस्ट बनाएँ, भरें और मिटाएँ</translation>
    </message>
    <message>
        <source>No instrument here: the list is empty, or the feed has not sent a price yet.</source>
        <translation>यहाँ कोई साधन नहीं: सूची खाली है, या फ़ीड ने अभी भाव नहीं भेजा।</translation>
    </message>
    <message>
        <source>All symbols</source>
        <translation>सभी प्रतीक</translation>
    </message>
    <message>
        <source>New list…</source>
        <translation>नई सूची…</translation>
    </message>
    <message>
        <source>New watchlist</source>
        <translation>नई वॉचलिस्ट</translation>
    </message>
    <message>
        <source>Symbols are added to it from the menu of the list that shows them.</source>
        <translation>प्रतीक उस सूची के मेन्यू से जुड़ते हैं जिसमें वे दिखते हैं।</translation>
    </message>
    <message>
        <source>Make the list</source>
        <translation>सूची बनाएँ</translation>
    </message>
    <message>
        <source>Name of the list</source>
        <translation>सूची का नाम</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of another list.</source>
        <translation>“%1” दूसरी सूची का नाम नहीं हो सकता।</translation>
    </message>
    <message>
        <source>Add %1 to %2</source>
        <translation>%1 को %2 में जोड़ें</translation>
    </message>
    <message>
        <source>Take %1 off this list</source>
        <translation>%1 को इस सूची से हटाएँ</translation>
    </message>
    <message>
        <source>Delete the list “%1”</source>
        <translation>सूची “%1” मिटाएँ</translation>
    </message>
</context>
<context>
    <name>bellwether::WorkForm</name>
    <message>
        <source>When</source>
        <translation>जब</translation>
    </message>
    <message>
        <source>Position of</source>
        <translation>किसकी पोज़ीशन</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>दूरी</translation>
    </message>
    <message>
        <source>Beyond the entry</source>
        <translation>प्रवेश से आगे</translation>
    </message>
    <message>
        <source>Bars of the range</source>
        <translation>रेंज के बार</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>लिमिट</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>स्टॉप</translation>
    </message>
    <message>
        <source>Stop loss</source>
        <translation>स्टॉप लॉस</translation>
    </message>
    <message>
        <source>Take profit</source>
        <translation>टेक प्रॉफ़िट</translation>
    </message>
    <message>
        <source>Shown at a time</source>
        <translation>एक बार में दिखाया</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>मिनट</translation>
    </message>
    <message>
        <source>Seconds between quotes</source>
        <translation>कोट के बीच सेकंड</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>हिस्से</translation>
    </message>
    <message>
        <source>Most to hold</source>
        <translation>अधिकतम होल्डिंग</translation>
    </message>
    <message>
        <source>Shift when full</source>
        <translation>पूरा होने पर खिसकाव</translation>
    </message>
    <message>
        <source>Only closes</source>
        <translation>केवल बंद करता है</translation>
    </message>
    <message>
        <source>none</source>
        <translation>कोई नहीं</translation>
    </message>
    <message>
        <source>A price such as 1.5, a percentage such as 2%, or a multiple of the average true range such as 1.5atr</source>
        <translation>मूल्य जैसे 1.5, प्रतिशत जैसे 2%, या औसत ट्रू रेंज का गुणक जैसे 1.5atr</translation>
    </message>
    <message>
        <source>“%1” is no distance: 1.5, 2% or 1.5atr.</source>
        <translation>“%1” दूरी नहीं है: 1.5, 2% या 1.5atr.</translation>
    </message>
    <message>
        <source>Share of the half spread by which a full inventory shifts both quotes</source>
        <translation>आधे स्प्रेड का हिस्सा जिससे पूरी इन्वेंटरी दोनों कोट खिसकाती है</translation>
    </message>
    <message>
        <source>Nothing is held in this symbol.</source>
        <translation>इस सिंबल में कुछ नहीं रखा है।</translation>
    </message>
    <message>
        <source>Closes what the trader&apos;s own book holds, and opens nothing</source>
        <translation>ट्रेडर की अपनी बुक में जो है उसे बंद करता है, कुछ नहीं खोलता</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>शर्त</translation>
    </message>
    <message>
        <source>the price rises to</source>
        <translation>भाव बढ़कर पहुँचे</translation>
    </message>
    <message>
        <source>the price falls to</source>
        <translation>भाव गिरकर पहुँचे</translation>
    </message>
    <message>
        <source>an indicator is above</source>
        <translation>इंडिकेटर ऊपर हो</translation>
    </message>
    <message>
        <source>an indicator is below</source>
        <translation>इंडिकेटर नीचे हो</translation>
    </message>
    <message>
        <source>the clock is at</source>
        <translation>घड़ी में बजे</translation>
    </message>
    <message>
        <source>Price of the condition</source>
        <translation>शर्त का भाव</translation>
    </message>
    <message>
        <source>Indicator and its numbers, such as rsi:14</source>
        <translation>इंडिकेटर और उसकी संख्याएँ, जैसे rsi:14</translation>
    </message>
    <message>
        <source>Threshold of the indicator</source>
        <translation>इंडिकेटर की सीमा</translation>
    </message>
    <message>
        <source>Bars of the indicator</source>
        <translation>इंडिकेटर के बार</translation>
    </message>
    <message>
        <source>Time of the condition</source>
        <translation>शर्त का समय</translation>
    </message>
    <message>
        <source>The condition needs an indicator, such as rsi:14, and a number.</source>
        <translation>शर्त के लिए इंडिकेटर, जैसे rsi:14, और एक संख्या चाहिए।</translation>
    </message>
    <message>
        <source>The condition needs a price.</source>
        <translation>शर्त के लिए भाव चाहिए।</translation>
    </message>
    <message>
        <source>“%1” is needed.</source>
        <translation>“%1” ज़रूरी है।</translation>
    </message>
</context>
<context>
    <name>bellwether::WorkTableModel</name>
    <message>
        <source>Kind</source>
        <translation>प्रकार</translation>
    </message>
    <message>
        <source>Order that the engine works by orders of its own</source>
        <translation>ऑर्डर जिसे इंजन अपने ऑर्डरों से चलाता है</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>प्रतीक</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>साधन</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>पक्ष</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>मात्रा</translation>
    </message>
    <message>
        <source>Quantity in units</source>
        <translation>मात्रा इकाइयों में</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>भरा</translation>
    </message>
    <message>
        <source>Quantity filled so far</source>
        <translation>अब तक भरी मात्रा</translation>
    </message>
    <message>
        <source>Avg</source>
        <translation>औसत</translation>
    </message>
    <message>
        <source>Average price of the fills</source>
        <translation>सौदों का औसत भाव</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>प्रगति</translation>
    </message>
    <message>
        <source>Filled share of the whole; none for kinds without an end of their own</source>
        <translation>पूरे का भरा हिस्सा; बिना अपने अंत वाले प्रकारों के लिए कोई नहीं</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>स्तर</translation>
    </message>
    <message>
        <source>Price that it watches or works at</source>
        <translation>भाव जिसे यह देखता है या जिस पर काम करता है</translation>
    </message>
    <message>
        <source>State</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <source>End it: nothing more is sent, and what is at the venue is cancelled until that is proved</source>
        <translation>समाप्त करें: और कुछ नहीं भेजा जाता, और वेन्यू पर जो है वह सिद्ध होने तक रद्द किया जाता है</translation>
    </message>
    <message>
        <source>Doing</source>
        <translation>काम</translation>
    </message>
    <message>
        <source>What it is doing, or why it ended</source>
        <translation>यह क्या कर रहा है, या क्यों समाप्त हुआ</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>शुरू</translation>
    </message>
    <message>
        <source>When it was started, in the exchange&apos;s zone</source>
        <translation>यह कब शुरू हुआ, एक्सचेंज के समय में</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>समाप्ति</translation>
    </message>
    <message>
        <source>When its time is over</source>
        <translation>इसका समय कब पूरा होगा</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>रणनीति</translation>
    </message>
    <message>
        <source>Strategy whose book it works for</source>
        <translation>रणनीति जिसकी बुक के लिए यह काम करता है</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>क्र.</translation>
    </message>
    <message>
        <source>Number of the worked order</source>
        <translation>संचालित ऑर्डर की संख्या</translation>
    </message>
</context>
<context>
    <name>MetricNames</name>
    <message>
        <source>Total return</source>
        <translation>कुल प्रतिफल</translation>
    </message>
    <message>
        <source>CAGR</source>
        <translation>CAGR</translation>
    </message>
    <message>
        <source>Buy and hold</source>
        <translation>ख़रीदो और रखो</translation>
    </message>
    <message>
        <source>Volatility</source>
        <translation>अस्थिरता</translation>
    </message>
    <message>
        <source>Sharpe ratio</source>
        <translation>शार्प अनुपात</translation>
    </message>
    <message>
        <source>Probabilistic Sharpe</source>
        <translation>संभाव्य शार्प</translation>
    </message>
    <message>
        <source>Sortino ratio</source>
        <translation>सॉर्टिनो अनुपात</translation>
    </message>
    <message>
        <source>Calmar ratio</source>
        <translation>कैल्मर अनुपात</translation>
    </message>
    <message>
        <source>Maximum drawdown</source>
        <translation>अधिकतम गिरावट</translation>
    </message>
    <message>
        <source>Maximum drawdown, money</source>
        <translation>अधिकतम गिरावट, राशि</translation>
    </message>
    <message>
        <source>Longest drawdown</source>
        <translation>सबसे लंबी गिरावट</translation>
    </message>
    <message>
        <source>Average drawdown</source>
        <translation>औसत गिरावट</translation>
    </message>
    <message>
        <source>Time under water</source>
        <translation>शिखर से नीचे का समय</translation>
    </message>
    <message>
        <source>Longest under water</source>
        <translation>शिखर से नीचे सबसे लंबा समय</translation>
    </message>
    <message>
        <source>Ulcer index</source>
        <translation>अल्सर सूचकांक</translation>
    </message>
    <message>
        <source>Recovery factor</source>
        <translation>वापसी गुणक</translation>
    </message>
    <message>
        <source>Mean gross exposure</source>
        <translation>औसत सकल एक्सपोज़र</translation>
    </message>
    <message>
        <source>Mean net exposure</source>
        <translation>औसत शुद्ध एक्सपोज़र</translation>
    </message>
    <message>
        <source>Turnover a year</source>
        <translation>सालाना टर्नओवर</translation>
    </message>
    <message>
        <source>Winning days</source>
        <translation>लाभ वाले दिन</translation>
    </message>
    <message>
        <source>Best day</source>
        <translation>सबसे अच्छा दिन</translation>
    </message>
    <message>
        <source>Worst day</source>
        <translation>सबसे बुरा दिन</translation>
    </message>
    <message>
        <source>VaR 95 %, 1 day</source>
        <translation>VaR 95 %, 1 दिन</translation>
    </message>
    <message>
        <source>CVaR 95 %, 1 day</source>
        <translation>CVaR 95 %, 1 दिन</translation>
    </message>
    <message>
        <source>VaR 99 %, 1 day</source>
        <translation>VaR 99 %, 1 दिन</translation>
    </message>
    <message>
        <source>CVaR 99 %, 1 day</source>
        <translation>CVaR 99 %, 1 दिन</translation>
    </message>
    <message>
        <source>VaR 95 %, parametric</source>
        <translation>VaR 95 %, पैरामीट्रिक</translation>
    </message>
    <message>
        <source>VaR 99 %, parametric</source>
        <translation>VaR 99 %, पैरामीट्रिक</translation>
    </message>
    <message>
        <source>CVaR 95 %, parametric</source>
        <translation>CVaR 95 %, पैरामीट्रिक</translation>
    </message>
    <message>
        <source>CVaR 99 %, parametric</source>
        <translation>CVaR 99 %, पैरामीट्रिक</translation>
    </message>
    <message>
        <source>VaR 95 %, Cornish-Fisher</source>
        <translation>VaR 95 %, कॉर्निश-फ़िशर</translation>
    </message>
    <message>
        <source>VaR 99 %, Cornish-Fisher</source>
        <translation>VaR 99 %, कॉर्निश-फ़िशर</translation>
    </message>
    <message>
        <source>Skewness</source>
        <translation>विषमता</translation>
    </message>
    <message>
        <source>Kurtosis</source>
        <translation>ककुदता</translation>
    </message>
    <message>
        <source>Tail ratio</source>
        <translation>टेल अनुपात</translation>
    </message>
    <message>
        <source>Omega ratio</source>
        <translation>ओमेगा अनुपात</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>अल्फ़ा</translation>
    </message>
    <message>
        <source>Beta</source>
        <translation>बीटा</translation>
    </message>
    <message>
        <source>R²</source>
        <translation>R²</translation>
    </message>
    <message>
        <source>Information ratio</source>
        <translation>सूचना अनुपात</translation>
    </message>
    <message>
        <source>Tracking error</source>
        <translation>ट्रैकिंग त्रुटि</translation>
    </message>
    <message>
        <source>Daily returns</source>
        <translation>दैनिक प्रतिफल</translation>
    </message>
    <message>
        <source>Closed trades</source>
        <translation>बंद सौदे</translation>
    </message>
    <message>
        <source>Net profit</source>
        <translation>शुद्ध लाभ</translation>
    </message>
    <message>
        <source>Gross profit</source>
        <translation>सकल लाभ</translation>
    </message>
    <message>
        <source>Gross loss</source>
        <translation>सकल हानि</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>शुल्क</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>बाज़ार में समय</translation>
    </message>
    <message>
        <source>Win rate</source>
        <translation>जीत दर</translation>
    </message>
    <message>
        <source>Wins</source>
        <translation>जीते सौदे</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>हारे सौदे</translation>
    </message>
    <message>
        <source>Flats</source>
        <translation>बराबर सौदे</translation>
    </message>
    <message>
        <source>Profit factor</source>
        <translation>लाभ गुणक</translation>
    </message>
    <message>
        <source>Expectancy</source>
        <translation>प्रत्याशा</translation>
    </message>
    <message>
        <source>Expectancy, % of equity</source>
        <translation>प्रत्याशा, पूँजी का %</translation>
    </message>
    <message>
        <source>Expectancy, R</source>
        <translation>प्रत्याशा, R</translation>
    </message>
    <message>
        <source>Average trade</source>
        <translation>औसत सौदा</translation>
    </message>
    <message>
        <source>Average win</source>
        <translation>औसत जीत</translation>
    </message>
    <message>
        <source>Average loss</source>
        <translation>औसत हार</translation>
    </message>
    <message>
        <source>Payoff ratio</source>
        <translation>पेऑफ़ अनुपात</translation>
    </message>
    <message>
        <source>Best trade</source>
        <translation>सबसे अच्छा सौदा</translation>
    </message>
    <message>
        <source>Worst trade</source>
        <translation>सबसे बुरा सौदा</translation>
    </message>
    <message>
        <source>Best trade, %</source>
        <translation>सबसे अच्छा सौदा, %</translation>
    </message>
    <message>
        <source>Worst trade, %</source>
        <translation>सबसे बुरा सौदा, %</translation>
    </message>
    <message>
        <source>SQN</source>
        <translation>SQN</translation>
    </message>
    <message>
        <source>p-value of the mean</source>
        <translation>औसत का p-मान</translation>
    </message>
    <message>
        <source>Kelly</source>
        <translation>केली</translation>
    </message>
    <message>
        <source>Average MAE</source>
        <translation>औसत MAE</translation>
    </message>
    <message>
        <source>Worst MAE</source>
        <translation>सबसे बुरा MAE</translation>
    </message>
    <message>
        <source>Average MFE</source>
        <translation>औसत MFE</translation>
    </message>
    <message>
        <source>Best MFE</source>
        <translation>सबसे अच्छा MFE</translation>
    </message>
    <message>
        <source>Average give-back</source>
        <translation>औसत वापसी-हानि</translation>
    </message>
    <message>
        <source>Average MAE, %</source>
        <translation>औसत MAE, %</translation>
    </message>
    <message>
        <source>Average MFE, %</source>
        <translation>औसत MFE, %</translation>
    </message>
    <message>
        <source>Average give-back, %</source>
        <translation>औसत वापसी-हानि, %</translation>
    </message>
    <message>
        <source>Average MAE, R</source>
        <translation>औसत MAE, R</translation>
    </message>
    <message>
        <source>Average MFE, R</source>
        <translation>औसत MFE, R</translation>
    </message>
    <message>
        <source>Average give-back, R</source>
        <translation>औसत वापसी-हानि, R</translation>
    </message>
    <message>
        <source>Shortest holding</source>
        <translation>सबसे छोटी होल्डिंग</translation>
    </message>
    <message>
        <source>Mean holding</source>
        <translation>औसत होल्डिंग</translation>
    </message>
    <message>
        <source>Median holding</source>
        <translation>मध्यिका होल्डिंग</translation>
    </message>
    <message>
        <source>Longest holding</source>
        <translation>सबसे लंबी होल्डिंग</translation>
    </message>
    <message>
        <source>Shortest holding, winners</source>
        <translation>सबसे छोटी होल्डिंग, जीते</translation>
    </message>
    <message>
        <source>Mean holding, winners</source>
        <translation>औसत होल्डिंग, जीते</translation>
    </message>
    <message>
        <source>Median holding, winners</source>
        <translation>मध्यिका होल्डिंग, जीते</translation>
    </message>
    <message>
        <source>Longest holding, winners</source>
        <translation>सबसे लंबी होल्डिंग, जीते</translation>
    </message>
    <message>
        <source>Shortest holding, losers</source>
        <translation>सबसे छोटी होल्डिंग, हारे</translation>
    </message>
    <message>
        <source>Mean holding, losers</source>
        <translation>औसत होल्डिंग, हारे</translation>
    </message>
    <message>
        <source>Median holding, losers</source>
        <translation>मध्यिका होल्डिंग, हारे</translation>
    </message>
    <message>
        <source>Longest holding, losers</source>
        <translation>सबसे लंबी होल्डिंग, हारे</translation>
    </message>
    <message>
        <source>Longest winning streak</source>
        <translation>सबसे लंबी जीत की लड़ी</translation>
    </message>
    <message>
        <source>Longest losing streak</source>
        <translation>सबसे लंबी हार की लड़ी</translation>
    </message>
</context>
<context>
    <name>LabWords</name>
    <message>
        <source>signal</source>
        <translation>सिग्नल</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>स्टॉप</translation>
    </message>
    <message>
        <source>moved stop</source>
        <translation>खिसका हुआ स्टॉप</translation>
    </message>
    <message>
        <source>target</source>
        <translation>लक्ष्य</translation>
    </message>
    <message>
        <source>time stop</source>
        <translation>समय स्टॉप</translation>
    </message>
    <message>
        <source>square-off</source>
        <translation>स्क्वेयर-ऑफ़</translation>
    </message>
    <message>
        <source>end of data</source>
        <translation>डेटा का अंत</translation>
    </message>
    <message>
        <source>out of money</source>
        <translation>राशि समाप्त</translation>
    </message>
    <message>
        <source>other</source>
        <translation>अन्य</translation>
    </message>
    <message>
        <source>commission</source>
        <translation>कमीशन</translation>
    </message>
    <message>
        <source>brokerage</source>
        <translation>ब्रोकरेज</translation>
    </message>
    <message>
        <source>exchange fee</source>
        <translation>एक्सचेंज शुल्क</translation>
    </message>
    <message>
        <source>investor protection</source>
        <translation>निवेशक सुरक्षा</translation>
    </message>
    <message>
        <source>regulator fee</source>
        <translation>नियामक शुल्क</translation>
    </message>
    <message>
        <source>transaction tax</source>
        <translation>लेनदेन कर</translation>
    </message>
    <message>
        <source>stamp duty</source>
        <translation>स्टांप शुल्क</translation>
    </message>
    <message>
        <source>service tax</source>
        <translation>सेवा कर</translation>
    </message>
    <message>
        <source>borrow</source>
        <translation>उधार</translation>
    </message>
    <message>
        <source>spread</source>
        <translation>स्प्रेड</translation>
    </message>
    <message>
        <source>slippage</source>
        <translation>फिसलन</translation>
    </message>
    <message>
        <source>already in position</source>
        <translation>पोज़ीशन पहले से है</translation>
    </message>
    <message>
        <source>below the confidence cut-off</source>
        <translation>विश्वास सीमा से नीचे</translation>
    </message>
    <message>
        <source>short not possible</source>
        <translation>शॉर्ट संभव नहीं</translation>
    </message>
    <message>
        <source>short sale not allowed</source>
        <translation>शॉर्ट की अनुमति नहीं</translation>
    </message>
    <message>
        <source>no bar left to fill it</source>
        <translation>भरने को कोई बार नहीं बचा</translation>
    </message>
    <message>
        <source>not enough money</source>
        <translation>पर्याप्त राशि नहीं</translation>
    </message>
    <message>
        <source>price or confidence is no number</source>
        <translation>भाव या विश्वास संख्या नहीं</translation>
    </message>
    <message>
        <source>rejected by the venue</source>
        <translation>एक्सचेंज ने ठुकराया</translation>
    </message>
    <message>
        <source>session closed</source>
        <translation>सत्र बंद</translation>
    </message>
    <message>
        <source>limit of the day&apos;s loss</source>
        <translation>दिन की हानि की सीमा</translation>
    </message>
    <message>
        <source>pause after losses in a row</source>
        <translation>लगातार हानि के बाद विराम</translation>
    </message>
    <message>
        <source>limit of the exposure</source>
        <translation>एक्सपोज़र की सीमा</translation>
    </message>
    <message>
        <source>limit of the sector&apos;s exposure</source>
        <translation>सेक्टर एक्सपोज़र की सीमा</translation>
    </message>
    <message>
        <source>correlated with what is held</source>
        <translation>रखी पोज़ीशन से सहसंबद्ध</translation>
    </message>
    <message>
        <source>limit of the leverage</source>
        <translation>लीवरेज की सीमा</translation>
    </message>
    <message>
        <source>not enough cash</source>
        <translation>पर्याप्त नक़दी नहीं</translation>
    </message>
    <message>
        <source>limit of open positions</source>
        <translation>खुली पोज़ीशन की सीमा</translation>
    </message>
    <message>
        <source>limit of positions in the symbol</source>
        <translation>प्रतीक में पोज़ीशन की सीमा</translation>
    </message>
    <message>
        <source>limit of the risk of a trade</source>
        <translation>सौदे के जोखिम की सीमा</translation>
    </message>
    <message>
        <source>too little traded, or not known yet</source>
        <translation>बहुत कम कारोबार, या अभी अज्ञात</translation>
    </message>
    <message>
        <source>price below the least</source>
        <translation>भाव न्यूनतम से नीचे</translation>
    </message>
    <message>
        <source>limit of the value of an order</source>
        <translation>ऑर्डर मूल्य की सीमा</translation>
    </message>
    <message>
        <source>limit of the quantity of an order</source>
        <translation>ऑर्डर मात्रा की सीमा</translation>
    </message>
    <message>
        <source>less than the least order</source>
        <translation>न्यूनतम ऑर्डर से कम</translation>
    </message>
    <message>
        <source>price too far from the last</source>
        <translation>भाव पिछले से बहुत दूर</translation>
    </message>
    <message>
        <source>last price too old</source>
        <translation>पिछला भाव बहुत पुराना</translation>
    </message>
    <message>
        <source>symbol not on the list</source>
        <translation>प्रतीक सूची में नहीं</translation>
    </message>
    <message>
        <source>detail</source>
        <translation>विवरण</translation>
    </message>
    <message>
        <source>early end</source>
        <translation>जल्दी अंत</translation>
    </message>
    <message>
        <source>few trades</source>
        <translation>कम सौदे</translation>
    </message>
    <message>
        <source>gaps</source>
        <translation>अंतराल</translation>
    </message>
    <message>
        <source>index</source>
        <translation>सूचकांक</translation>
    </message>
    <message>
        <source>late start</source>
        <translation>देर से शुरू</translation>
    </message>
    <message>
        <source>look-ahead</source>
        <translation>भविष्य-दृष्टि</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>डेटा नहीं</translation>
    </message>
    <message>
        <source>no trade</source>
        <translation>कोई सौदा नहीं</translation>
    </message>
    <message>
        <source>no volume</source>
        <translation>वॉल्यूम नहीं</translation>
    </message>
    <message>
        <source>not significant</source>
        <translation>सार्थक नहीं</translation>
    </message>
    <message>
        <source>one trade</source>
        <translation>एक ही सौदा</translation>
    </message>
    <message>
        <source>open position</source>
        <translation>खुली पोज़ीशन</translation>
    </message>
    <message>
        <source>short period</source>
        <translation>छोटी अवधि</translation>
    </message>
    <message>
        <source>survivorship</source>
        <translation>उत्तरजीविता</translation>
    </message>
    <message>
        <source>synthetic</source>
        <translation>कृत्रिम</translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>वार्म-अप</translation>
    </message>
    <message>
        <source>zero cost</source>
        <translation>शून्य लागत</translation>
    </message>
</context>
<context>
    <name>MonthNames</name>
    <message>
        <source>Jan</source>
        <translation>जन</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>फ़र</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>मार्च</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>अप्रै</translation>
    </message>
    <message>
        <source>May</source>
        <translation>मई</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>जून</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>जुल</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>अग</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>सित</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>अक्टू</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>नव</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>दिस</translation>
    </message>
</context>
</TS>
