<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Accounts</name>
    <message>
        <source>Open the vault of keys</source>
        <translation>Schlüsseltresor öffnen</translation>
    </message>
    <message>
        <source>This desk trades a live account and is not replaced while it runs.</source>
        <translation>Hier wird ein echtes Konto gehandelt; dieser Desk wird nicht ersetzt, solange er läuft.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Approve signal</source>
        <translation>Signal genehmigen</translation>
    </message>
    <message>
        <source>Reject signal…</source>
        <translation>Signal ablehnen…</translation>
    </message>
    <message>
        <source>Edit signal…</source>
        <translation>Signal ändern…</translation>
    </message>
    <message>
        <source>Take the last decision back</source>
        <translation>Letzte Entscheidung zurücknehmen</translation>
    </message>
    <message>
        <source>Approve all…</source>
        <translation>Alle genehmigen…</translation>
    </message>
    <message>
        <source>Next signal</source>
        <translation>Nächstes Signal</translation>
    </message>
    <message>
        <source>Previous signal</source>
        <translation>Voriges Signal</translation>
    </message>
    <message>
        <source>New order…</source>
        <translation>Neue Order…</translation>
    </message>
    <message>
        <source>Buy the selected symbol…</source>
        <translation>Gewähltes Symbol kaufen…</translation>
    </message>
    <message>
        <source>Sell the selected symbol…</source>
        <translation>Gewähltes Symbol verkaufen…</translation>
    </message>
    <message>
        <source>Auto-trade</source>
        <translation>Auto-Handel</translation>
    </message>
    <message>
        <source>Close position…</source>
        <translation>Position schließen…</translation>
    </message>
    <message>
        <source>Reverse position…</source>
        <translation>Position drehen…</translation>
    </message>
    <message>
        <source>Stop and target of position…</source>
        <translation>Stopp und Ziel der Position…</translation>
    </message>
    <message>
        <source>Change order…</source>
        <translation>Order ändern…</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation>Order stornieren</translation>
    </message>
    <message>
        <source>Close all positions…</source>
        <translation>Alle Positionen schließen…</translation>
    </message>
    <message>
        <source>Cancel all orders…</source>
        <translation>Alle Orders stornieren…</translation>
    </message>
    <message>
        <source>Kill switch…</source>
        <translation>Notausschalter…</translation>
    </message>
    <message>
        <source>Reset after kill or halt…</source>
        <translation>Nach Not-Aus oder Halt freigeben…</translation>
    </message>
    <message>
        <source>Pause the market</source>
        <translation>Markt anhalten</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>Ein Schritt</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signale</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>Beobachtungsliste</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>Fills</source>
        <translation>Fills</translation>
    </message>
    <message>
        <source>Signal history</source>
        <translation>Signalverlauf</translation>
    </message>
    <message>
        <source>Event log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Exposure and books</source>
        <translation>Engagement und Bücher</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>Shadow ledger</source>
        <translation>Schattenbuch</translation>
    </message>
    <message>
        <source>Backtest</source>
        <translation>Backtest</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>Helles Design</translation>
    </message>
    <message>
        <source>Green up, red down</source>
        <translation>Grün steigend, rot fallend</translation>
    </message>
    <message>
        <source>Red up, green down</source>
        <translation>Rot steigend, grün fallend</translation>
    </message>
    <message>
        <source>Blue up, orange down (colour-blind)</source>
        <translation>Blau steigend, orange fallend (farbenblind)</translation>
    </message>
    <message>
        <source>Flash prices that change</source>
        <translation>Geänderte Preise blinken lassen</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Keep this layout…</source>
        <translation>Diese Anordnung merken…</translation>
    </message>
    <message>
        <source>Reset the layout</source>
        <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>Find a command, symbol or strategy…</source>
        <translation>Befehl, Symbol oder Strategie suchen…</translation>
    </message>
    <message>
        <source>Find a symbol…</source>
        <translation>Symbol suchen…</translation>
    </message>
    <message>
        <source>Keys…</source>
        <translation>Tasten…</translation>
    </message>
    <message>
        <source>Keys of this panel…</source>
        <translation>Tasten dieses Bereichs…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Trading</source>
        <translation>Handel</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Markt</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Strategies</source>
        <translation>Strategien</translation>
    </message>
    <message>
        <source>One-click trading</source>
        <translation>Handel mit einem Klick</translation>
    </message>
    <message>
        <source>Compare the books with the venue</source>
        <translation>Bücher mit dem Handelsplatz vergleichen</translation>
    </message>
    <message>
        <source>Depth ladder</source>
        <translation>Orderbuch-Leiter</translation>
    </message>
    <message>
        <source>Next panel</source>
        <translation>Nächstes Feld</translation>
    </message>
    <message>
        <source>Previous panel</source>
        <translation>Voriges Feld</translation>
    </message>
    <message>
        <source>Lock the window</source>
        <translation>Fenster sperren</translation>
    </message>
    <message>
        <source>Tour of the desk</source>
        <translation>Rundgang</translation>
    </message>
    <message>
        <source>Times of the exchange</source>
        <translation>Zeiten der Börse</translation>
    </message>
    <message>
        <source>Times in UTC</source>
        <translation>Zeiten in UTC</translation>
    </message>
    <message>
        <source>Times of this place</source>
        <translation>Zeiten dieses Ortes</translation>
    </message>
    <message>
        <source>Replay a file of bars…</source>
        <translation>Kerzendatei abspielen…</translation>
    </message>
    <message>
        <source>Exit to live</source>
        <translation>Zurück zum Markt</translation>
    </message>
    <message>
        <source>Costs: gross, net, double</source>
        <translation>Kosten: brutto, netto, doppelt</translation>
    </message>
    <message>
        <source>Backups…</source>
        <translation>Sicherungen…</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Konten</translation>
    </message>
</context>
<context>
    <name>BarInspector</name>
    <message>
        <source>its price or confidence was not a number</source>
        <translation>sein Preis oder seine Zuversicht war keine Zahl</translation>
    </message>
    <message>
        <source>the symbol is not traded on this desk</source>
        <translation>das Symbol wird hier nicht gehandelt</translation>
    </message>
    <message>
        <source>the strategy held this position already</source>
        <translation>die Strategie hielt diese Position schon</translation>
    </message>
    <message>
        <source>its confidence was below the cut-off</source>
        <translation>seine Zuversicht lag unter der Schwelle</translation>
    </message>
    <message>
        <source>the strategy is switched off for this symbol</source>
        <translation>die Strategie ist für dieses Symbol ausgeschaltet</translation>
    </message>
    <message>
        <source>the symbol cannot be sold short</source>
        <translation>das Symbol kann nicht leerverkauft werden</translation>
    </message>
</context>
<context>
    <name>ChangeDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ChartKeys</name>
    <message>
        <source>Scroll back</source>
        <translation>Zurückblättern</translation>
    </message>
    <message>
        <source>Scroll forward</source>
        <translation>Vorblättern</translation>
    </message>
    <message>
        <source>Scroll back fast</source>
        <translation>Schnell zurückblättern</translation>
    </message>
    <message>
        <source>Scroll forward fast</source>
        <translation>Schnell vorblättern</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Go to the first bar</source>
        <translation>Zur ersten Kerze</translation>
    </message>
    <message>
        <source>Go to the last bar</source>
        <translation>Zur letzten Kerze</translation>
    </message>
    <message>
        <source>One screen back</source>
        <translation>Eine Seite zurück</translation>
    </message>
    <message>
        <source>One screen forward</source>
        <translation>Eine Seite vor</translation>
    </message>
    <message>
        <source>Reset the view</source>
        <translation>Ansicht zurücksetzen</translation>
    </message>
    <message>
        <source>Logarithmic prices on or off</source>
        <translation>Logarithmische Preise ein oder aus</translation>
    </message>
    <message>
        <source>Turn the price axis upside down</source>
        <translation>Preisachse umkehren</translation>
    </message>
    <message>
        <source>Percent from the first bar in view</source>
        <translation>Prozent ab der ersten sichtbaren Kerze</translation>
    </message>
    <message>
        <source>Crosshair sticks to open, high, low, close</source>
        <translation>Fadenkreuz haftet an Eröffnung, Hoch, Tief, Schluss</translation>
    </message>
    <message>
        <source>Fit orders and positions into the price axis, or not</source>
        <translation>Orders und Positionen in die Preisachse einpassen oder nicht</translation>
    </message>
    <message>
        <source>Draw a trend line</source>
        <translation>Trendlinie zeichnen</translation>
    </message>
    <message>
        <source>Draw a horizontal line</source>
        <translation>Waagerechte Linie zeichnen</translation>
    </message>
    <message>
        <source>Draw a horizontal ray</source>
        <translation>Waagerechten Strahl zeichnen</translation>
    </message>
    <message>
        <source>Draw a vertical line</source>
        <translation>Senkrechte Linie zeichnen</translation>
    </message>
    <message>
        <source>Draw a cross line</source>
        <translation>Kreuzlinie zeichnen</translation>
    </message>
    <message>
        <source>Picture of the chart</source>
        <translation>Bild des Charts</translation>
    </message>
    <message>
        <source>Leave the tool, put back what is dragged</source>
        <translation>Werkzeug verlassen, Gezogenes zurücklegen</translation>
    </message>
    <message>
        <source>Remove the selected drawing</source>
        <translation>Gewählte Zeichnung entfernen</translation>
    </message>
    <message>
        <source>Undo the last change of a drawing</source>
        <translation>Letzte Änderung einer Zeichnung zurücknehmen</translation>
    </message>
    <message>
        <source>Redo it</source>
        <translation>Wiederholen</translation>
    </message>
</context>
<context>
    <name>Declared</name>
    <message>
        <source>SMA crossover</source>
        <translation>SMA-Kreuzung</translation>
    </message>
    <message>
        <source>Intraday short</source>
        <translation>Leerverkauf im Tag</translation>
    </message>
    <message>
        <source>MACD momentum</source>
        <translation>MACD-Momentum</translation>
    </message>
    <message>
        <source>Trend following</source>
        <translation>Trendfolge</translation>
    </message>
    <message>
        <source>Live momentum</source>
        <translation>Live-Momentum</translation>
    </message>
    <message>
        <source>EMA crossover</source>
        <translation>EMA-Kreuzung</translation>
    </message>
    <message>
        <source>Bollinger reversion</source>
        <translation>Bollinger-Rückkehr</translation>
    </message>
    <message>
        <source>Simple EMA</source>
        <translation>Einfache EMA</translation>
    </message>
    <message>
        <source>SuperTrend, MACD, RSI and EMA</source>
        <translation>SuperTrend, MACD, RSI und EMA</translation>
    </message>
    <message>
        <source>SuperTrend and EMA</source>
        <translation>SuperTrend und EMA</translation>
    </message>
    <message>
        <source>The fast simple average crosses the slow one; long and short. A reference strategy for checks against published results.</source>
        <translation>Der schnelle einfache Durchschnitt kreuzt den langsamen; long und short. Eine Vergleichsstrategie zur Prüfung an veröffentlichten Ergebnissen.</translation>
    </message>
    <message>
        <source>Below the session VWAP, after a lower high, the close breaks the low of the opening range with volume.</source>
        <translation>Unter dem VWAP der Sitzung durchbricht der Schluss nach einem tieferen Hoch mit Volumen das Tief der Eröffnungsspanne.</translation>
    </message>
    <message>
        <source>The MACD histogram changes sign with the MACD line on the same side of zero.</source>
        <translation>Das MACD-Histogramm wechselt das Vorzeichen, die MACD-Linie steht auf derselben Seite der Null.</translation>
    </message>
    <message>
        <source>The close breaks the Donchian channel with the averages in trend order and the ADX above its threshold.</source>
        <translation>Der Schluss durchbricht den Donchian-Kanal, die Durchschnitte stehen in Trendfolge und der ADX über seiner Schwelle.</translation>
    </message>
    <message>
        <source>Rate of change and volume surge over a rolling window of live ticks; needs no history. On bars alone the window is 12 bars.</source>
        <translation>Änderungsrate und Volumenschub über ein gleitendes Fenster von Live-Ticks; braucht keine Historie. Allein auf Kerzen sind es 12 Kerzen.</translation>
    </message>
    <message>
        <source>The fast exponential average crosses the slow one and the volume is above its average.</source>
        <translation>Der schnelle exponentielle Durchschnitt kreuzt den langsamen und das Volumen liegt über seinem Durchschnitt.</translation>
    </message>
    <message>
        <source>The close re-enters the Bollinger bands and the RSI was extreme on one of the last two bars.</source>
        <translation>Der Schluss kehrt in die Bollinger-Bänder zurück und der RSI war auf einer der letzten zwei Kerzen extrem.</translation>
    </message>
    <message>
        <source>The close crosses its exponential average.</source>
        <translation>Der Schluss kreuzt seinen exponentiellen Durchschnitt.</translation>
    </message>
    <message>
        <source>SuperTrend, MACD histogram, RSI against 50 and the exponential average all come to one side.</source>
        <translation>SuperTrend, MACD-Histogramm, RSI gegen 50 und der exponentielle Durchschnitt kommen alle auf eine Seite.</translation>
    </message>
    <message>
        <source>SuperTrend flips or agrees and the exponential average confirms the side; the stop is the SuperTrend line.</source>
        <translation>SuperTrend dreht oder stimmt zu und der exponentielle Durchschnitt bestätigt die Seite; der Stop ist die SuperTrend-Linie.</translation>
    </message>
    <message>
        <source>bars of the bands</source>
        <translation>Kerzen der Bänder</translation>
    </message>
    <message>
        <source>half width of the bands in standard deviations</source>
        <translation>halbe Breite der Bänder in Standardabweichungen</translation>
    </message>
    <message>
        <source>bars of the RSI</source>
        <translation>Kerzen des RSI</translation>
    </message>
    <message>
        <source>RSI at or below which a buy is confirmed</source>
        <translation>RSI, bis zu dem ein Kauf bestätigt ist</translation>
    </message>
    <message>
        <source>RSI at or above which a sell is confirmed</source>
        <translation>RSI, ab dem ein Verkauf bestätigt ist</translation>
    </message>
    <message>
        <source>bars of the fast average</source>
        <translation>Kerzen des schnellen Durchschnitts</translation>
    </message>
    <message>
        <source>bars of the slow average</source>
        <translation>Kerzen des langsamen Durchschnitts</translation>
    </message>
    <message>
        <source>bars of the volume average</source>
        <translation>Kerzen des Volumendurchschnitts</translation>
    </message>
    <message>
        <source>volume as a multiple of its average, 0 for any</source>
        <translation>Volumen als Vielfaches seines Durchschnitts, 0 für jedes</translation>
    </message>
    <message>
        <source>length of the opening range</source>
        <translation>Länge der Eröffnungsspanne</translation>
    </message>
    <message>
        <source>length of the window</source>
        <translation>Länge des Fensters</translation>
    </message>
    <message>
        <source>least move over the window in percent</source>
        <translation>kleinste Bewegung über das Fenster in Prozent</translation>
    </message>
    <message>
        <source>volume of the window as a multiple of the usual, 0 for any</source>
        <translation>Volumen des Fensters als Vielfaches des üblichen, 0 für jedes</translation>
    </message>
    <message>
        <source>least move in standard deviations of the usual one</source>
        <translation>kleinste Bewegung in Standardabweichungen der üblichen</translation>
    </message>
    <message>
        <source>stop distance in usual moves of a window, 0 for none</source>
        <translation>Stop-Abstand in üblichen Bewegungen eines Fensters, 0 für keinen</translation>
    </message>
    <message>
        <source>target distance in usual moves of a window, 0 for none</source>
        <translation>Zielabstand in üblichen Bewegungen eines Fensters, 0 für keinen</translation>
    </message>
    <message>
        <source>bars of the signal line</source>
        <translation>Kerzen der Signallinie</translation>
    </message>
    <message>
        <source>bars of the average</source>
        <translation>Kerzen des Durchschnitts</translation>
    </message>
    <message>
        <source>bars of the range of the SuperTrend</source>
        <translation>Kerzen der Spanne des SuperTrend</translation>
    </message>
    <message>
        <source>distance of the SuperTrend bands in average true ranges</source>
        <translation>Abstand der SuperTrend-Bänder in mittleren wahren Spannen</translation>
    </message>
    <message>
        <source>bars of the confirming average</source>
        <translation>Kerzen des bestätigenden Durchschnitts</translation>
    </message>
    <message>
        <source>bars of the fast MACD average</source>
        <translation>Kerzen des schnellen MACD-Durchschnitts</translation>
    </message>
    <message>
        <source>bars of the slow MACD average</source>
        <translation>Kerzen des langsamen MACD-Durchschnitts</translation>
    </message>
    <message>
        <source>bars of the MACD signal line</source>
        <translation>Kerzen der MACD-Signallinie</translation>
    </message>
    <message>
        <source>bars of the channel before the current one</source>
        <translation>Kerzen des Kanals vor der jetzigen</translation>
    </message>
    <message>
        <source>bars of the ADX</source>
        <translation>Kerzen des ADX</translation>
    </message>
    <message>
        <source>ADX above which a trend is strong enough</source>
        <translation>ADX, über dem ein Trend stark genug ist</translation>
    </message>
    <message>
        <source>stop distance in average true ranges, 0 for none</source>
        <translation>Stop-Abstand in mittleren wahren Spannen, 0 für keinen</translation>
    </message>
    <message>
        <source>target distance in average true ranges, 0 for none</source>
        <translation>Zielabstand in mittleren wahren Spannen, 0 für keinen</translation>
    </message>
    <message>
        <source>target distance as a multiple of the stop distance, 0 for none</source>
        <translation>Zielabstand als Vielfaches des Stop-Abstands, 0 für keinen</translation>
    </message>
    <message>
        <source>ADX</source>
        <translation>ADX</translation>
    </message>
    <message>
        <source>MACD histogram</source>
        <translation>MACD-Histogramm</translation>
    </message>
    <message>
        <source>MACD line</source>
        <translation>MACD-Linie</translation>
    </message>
    <message>
        <source>RSI</source>
        <translation>RSI</translation>
    </message>
    <message>
        <source>SuperTrend direction</source>
        <translation>SuperTrend-Richtung</translation>
    </message>
    <message>
        <source>agreement one bar ago</source>
        <translation>Einigkeit vor einer Kerze</translation>
    </message>
    <message>
        <source>balance of confirmations one bar ago</source>
        <translation>Saldo der Bestätigungen vor einer Kerze</translation>
    </message>
    <message>
        <source>close against the average</source>
        <translation>Schluss gegen den Durchschnitt</translation>
    </message>
    <message>
        <source>close against the channel bottom</source>
        <translation>Schluss gegen den Kanalboden</translation>
    </message>
    <message>
        <source>close against the channel top</source>
        <translation>Schluss gegen die Kanaldecke</translation>
    </message>
    <message>
        <source>close against the lower band</source>
        <translation>Schluss gegen das untere Band</translation>
    </message>
    <message>
        <source>close against the opening-range low</source>
        <translation>Schluss gegen das Tief der Eröffnungsspanne</translation>
    </message>
    <message>
        <source>close against the session VWAP</source>
        <translation>Schluss gegen den VWAP der Sitzung</translation>
    </message>
    <message>
        <source>close against the upper band</source>
        <translation>Schluss gegen das obere Band</translation>
    </message>
    <message>
        <source>close one bar ago against its channel bottom</source>
        <translation>Schluss vor einer Kerze gegen seinen Kanalboden</translation>
    </message>
    <message>
        <source>close one bar ago against its channel top</source>
        <translation>Schluss vor einer Kerze gegen seine Kanaldecke</translation>
    </message>
    <message>
        <source>close one bar ago against the lower band</source>
        <translation>Schluss vor einer Kerze gegen das untere Band</translation>
    </message>
    <message>
        <source>close one bar ago against the opening-range low</source>
        <translation>Schluss vor einer Kerze gegen das Tief der Eröffnungsspanne</translation>
    </message>
    <message>
        <source>close one bar ago against the upper band</source>
        <translation>Schluss vor einer Kerze gegen das obere Band</translation>
    </message>
    <message>
        <source>close − average one bar ago</source>
        <translation>Schluss − Durchschnitt vor einer Kerze</translation>
    </message>
    <message>
        <source>close − average</source>
        <translation>Schluss − Durchschnitt</translation>
    </message>
    <message>
        <source>fast against slow average</source>
        <translation>schneller gegen langsamen Durchschnitt</translation>
    </message>
    <message>
        <source>fast − slow average one bar ago</source>
        <translation>schneller − langsamer Durchschnitt vor einer Kerze</translation>
    </message>
    <message>
        <source>fast − slow average</source>
        <translation>schneller − langsamer Durchschnitt</translation>
    </message>
    <message>
        <source>higher RSI of two bars</source>
        <translation>höherer RSI zweier Kerzen</translation>
    </message>
    <message>
        <source>histogram one bar ago</source>
        <translation>Histogramm vor einer Kerze</translation>
    </message>
    <message>
        <source>histogram</source>
        <translation>Histogramm</translation>
    </message>
    <message>
        <source>last swing high against the day&apos;s high before it</source>
        <translation>letztes Zwischenhoch gegen das Tageshoch davor</translation>
    </message>
    <message>
        <source>lower RSI of two bars</source>
        <translation>tieferer RSI zweier Kerzen</translation>
    </message>
    <message>
        <source>move in usual moves</source>
        <translation>Bewegung in üblichen Bewegungen</translation>
    </message>
    <message>
        <source>move over the window in percent</source>
        <translation>Bewegung über das Fenster in Prozent</translation>
    </message>
    <message>
        <source>twelfths of a window left to keep quiet</source>
        <translation>Zwölftel eines Fensters, die noch Ruhe ist</translation>
    </message>
    <message>
        <source>volume ratio</source>
        <translation>Volumenverhältnis</translation>
    </message>
    <message>
        <source>volume surge</source>
        <translation>Volumenschub</translation>
    </message>
    <message>
        <source>moving average convergence and divergence: line, signal, histogram</source>
        <translation>Konvergenz und Divergenz gleitender Durchschnitte: Linie, Signal, Histogramm</translation>
    </message>
    <message>
        <source>Bollinger bands of the close, population standard deviation</source>
        <translation>Bollinger-Bänder des Schlusses, Standardabweichung der Grundgesamtheit</translation>
    </message>
    <message>
        <source>average true range, Wilder smoothing, in price units</source>
        <translation>mittlere wahre Spanne, Glättung nach Wilder, in Preiseinheiten</translation>
    </message>
    <message>
        <source>directional indicators and average directional index, 0 to 100</source>
        <translation>Richtungsindikatoren und mittlerer Richtungsindex, 0 bis 100</translation>
    </message>
    <message>
        <source>slow stochastic: smoothed %K and its average %D, 0 to 100</source>
        <translation>langsame Stochastik: geglättetes %K und sein Durchschnitt %D, 0 bis 100</translation>
    </message>
    <message>
        <source>SuperTrend line, and its direction: 1 up, -1 down</source>
        <translation>SuperTrend-Linie und ihre Richtung: 1 aufwärts, -1 abwärts</translation>
    </message>
    <message>
        <source>on-balance volume, 0 on the first bar</source>
        <translation>On-Balance-Volumen, 0 auf der ersten Kerze</translation>
    </message>
    <message>
        <source>volume-weighted average price since the start of the trading day</source>
        <translation>volumengewichteter Durchschnittspreis seit Beginn des Handelstags</translation>
    </message>
    <message>
        <source>highest high and lowest low of the bars before the current one</source>
        <translation>höchstes Hoch und tiefstes Tief der Kerzen vor der jetzigen</translation>
    </message>
    <message>
        <source>simple moving average of the close</source>
        <translation>einfacher gleitender Durchschnitt des Schlusses</translation>
    </message>
    <message>
        <source>exponential moving average, seeded with the simple one</source>
        <translation>exponentieller gleitender Durchschnitt, mit dem einfachen begonnen</translation>
    </message>
    <message>
        <source>linearly weighted moving average</source>
        <translation>linear gewichteter gleitender Durchschnitt</translation>
    </message>
    <message>
        <source>Wilder&apos;s relative strength index, 0 to 100</source>
        <translation>Relative-Stärke-Index nach Wilder, 0 bis 100</translation>
    </message>
    <message>
        <source>rate of change in percent</source>
        <translation>Änderungsrate in Prozent</translation>
    </message>
    <message>
        <source>simple moving average of the volume</source>
        <translation>einfacher gleitender Durchschnitt des Volumens</translation>
    </message>
    <message>
        <source>standard deviations of the close from its mean</source>
        <translation>Standardabweichungen des Schlusses von seinem Mittel</translation>
    </message>
</context>
<context>
    <name>Drawing</name>
    <message>
        <source>Trend line</source>
        <translation>Trendlinie</translation>
    </message>
    <message>
        <source>Ray</source>
        <translation>Strahl</translation>
    </message>
    <message>
        <source>Horizontal line</source>
        <translation>Waagerechte Linie</translation>
    </message>
    <message>
        <source>Horizontal ray</source>
        <translation>Waagerechter Strahl</translation>
    </message>
    <message>
        <source>Vertical line</source>
        <translation>Senkrechte Linie</translation>
    </message>
    <message>
        <source>Cross line</source>
        <translation>Kreuzlinie</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Fibonacci retracement</source>
        <translation>Fibonacci-Retracement</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Long position</source>
        <translation>Long-Position</translation>
    </message>
    <message>
        <source>Short position</source>
        <translation>Short-Position</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
</context>
<context>
    <name>KeyMap</name>
    <message>
        <source>Chart: %1</source>
        <translation>Chart: %1</translation>
    </message>
    <message>
        <source>%1 is the key of “%2”.</source>
        <translation>%1 ist die Taste von „%2“.</translation>
    </message>
</context>
<context>
    <name>Lamp</name>
    <message>
        <source>simulated market</source>
        <translation>simulierter Markt</translation>
    </message>
    <message>
        <source>replay</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>live</source>
        <translation>live</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>veraltet</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>down</source>
        <translation>getrennt</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>ausgesetzt</translation>
    </message>
</context>
<context>
    <name>Limits</name>
    <message>
        <source>Risk of one trade</source>
        <translation>Risiko eines Handels</translation>
    </message>
    <message>
        <source>Size of one trade (percent sizing)</source>
        <translation>Größe eines Handels (Prozent)</translation>
    </message>
    <message>
        <source>Cash one order may take</source>
        <translation>Barmittel für eine Order</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Engagement</translation>
    </message>
    <message>
        <source>Exposure to one sector</source>
        <translation>Engagement in einem Sektor</translation>
    </message>
    <message>
        <source>Loss of the day</source>
        <translation>Tagesverlust</translation>
    </message>
    <message>
        <source>Default stop distance</source>
        <translation>Üblicher Stoppabstand</translation>
    </message>
    <message>
        <source>Default target distance</source>
        <translation>Üblicher Zielabstand</translation>
    </message>
    <message>
        <source>Lowest price</source>
        <translation>Niedrigster Preis</translation>
    </message>
    <message>
        <source>Lowest traded value, 20 days</source>
        <translation>Niedrigster Umsatz, 20 Tage</translation>
    </message>
    <message>
        <source>Correlation with what is held</source>
        <translation>Korrelation mit dem Bestand</translation>
    </message>
    <message>
        <source>Value of one order</source>
        <translation>Wert einer Order</translation>
    </message>
    <message>
        <source>Units of one order</source>
        <translation>Stücke einer Order</translation>
    </message>
    <message>
        <source>Order price from the last price</source>
        <translation>Orderpreis zum letzten Preis</translation>
    </message>
    <message>
        <source>Price drift since the signal</source>
        <translation>Preisdrift seit dem Signal</translation>
    </message>
    <message>
        <source>Lowest confidence</source>
        <translation>Niedrigste Konfidenz</translation>
    </message>
    <message>
        <source>Open positions</source>
        <translation>Offene Positionen</translation>
    </message>
    <message>
        <source>Open positions in one symbol</source>
        <translation>Offene Positionen je Symbol</translation>
    </message>
    <message>
        <source>Time stop of day trades</source>
        <translation>Zeitstopp im Tageshandel</translation>
    </message>
    <message>
        <source>Orders in one second</source>
        <translation>Orders in einer Sekunde</translation>
    </message>
    <message>
        <source>Working orders</source>
        <translation>Arbeitende Orders</translation>
    </message>
    <message>
        <source>Identical orders in a minute</source>
        <translation>Gleiche Orders in einer Minute</translation>
    </message>
    <message>
        <source>Age of a stale price</source>
        <translation>Alter eines veralteten Preises</translation>
    </message>
    <message>
        <source>No new shorts before the close</source>
        <translation>Keine neuen Leerverkäufe vor Schluss</translation>
    </message>
    <message>
        <source>Profit of the day that is locked</source>
        <translation>Tagesgewinn, der gesichert wird</translation>
    </message>
    <message>
        <source>Best profit that is kept</source>
        <translation>Teil des besten Gewinns, der bleibt</translation>
    </message>
    <message>
        <source>Losses in a row</source>
        <translation>Verluste hintereinander</translation>
    </message>
    <message>
        <source>Pause after losses in a row</source>
        <translation>Pause nach Verlusten hintereinander</translation>
    </message>
    <message>
        <source>Part of the Kelly stake (Kelly sizing)</source>
        <translation>Anteil am Kelly-Einsatz (Größe nach Kelly)</translation>
    </message>
    <message>
        <source>Yearly volatility of one position (volatility sizing)</source>
        <translation>Jahresvolatilität einer Position (Größe nach Volatilität)</translation>
    </message>
    <message>
        <source>Leverage</source>
        <translation>Hebel</translation>
    </message>
    <message>
        <source>Of these, kept for exits and stops</source>
        <translation>Davon für Ausstiege und Stopps</translation>
    </message>
    <message>
        <source>Closed trades before Kelly sizing</source>
        <translation>Geschlossene Trades vor Größe nach Kelly</translation>
    </message>
    <message>
        <source>Margin of intraday orders (MIS)</source>
        <translation>Margin von Intraday-Orders (MIS)</translation>
    </message>
</context>
<context>
    <name>Mode</name>
    <message>
        <source>BACKTEST</source>
        <translation>BACKTEST</translation>
    </message>
    <message>
        <source>PAPER</source>
        <translation>PAPIER</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>LIVE</translation>
    </message>
</context>
<context>
    <name>Order</name>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Awaiting approval</source>
        <translation>Wartet auf Freigabe</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Wird gesendet</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Part filled</source>
        <translation>Teilweise ausgeführt</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>Ausgeführt</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Wird storniert</translation>
    </message>
    <message>
        <source>Modifying</source>
        <translation>Wird geändert</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>Verweigert</translation>
    </message>
    <message>
        <source>Lapsed</source>
        <translation>Verfallen</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Markt</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop limit</source>
        <translation>Stopp-Limit</translation>
    </message>
    <message>
        <source>If touched</source>
        <translation>Bei Berührung</translation>
    </message>
    <message>
        <source>Limit if touched</source>
        <translation>Limit bei Berührung</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Einstieg</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>Ausstieg</translation>
    </message>
    <message>
        <source>Stop loss</source>
        <translation>Stopp-Loss</translation>
    </message>
    <message>
        <source>Take profit</source>
        <translation>Gewinnmitnahme</translation>
    </message>
</context>
<context>
    <name>OrderTicket</name>
    <message>
        <source>Last price</source>
        <translation>Letzter Preis</translation>
    </message>
    <message>
        <source>BUY</source>
        <translation>KAUF</translation>
    </message>
    <message>
        <source>SELL</source>
        <translation>VERKAUF</translation>
    </message>
    <message>
        <source>Symbo&amp;l</source>
        <translation>Symbo&amp;l</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>&amp;Type</source>
        <translation>&amp;Typ</translation>
    </message>
    <message>
        <source>Order type</source>
        <translation>Ordertyp</translation>
    </message>
    <message>
        <source>&amp;Quantity</source>
        <translation>&amp;Menge</translation>
    </message>
    <message>
        <source>Quantity: one step down</source>
        <translation>Menge: ein Schritt weniger</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Quantity: one step up</source>
        <translation>Menge: ein Schritt mehr</translation>
    </message>
    <message>
        <source>of equity</source>
        <translation>vom Kapital</translation>
    </message>
    <message>
        <source>1 % of the equity</source>
        <translation>1 % des Kapitals</translation>
    </message>
    <message>
        <source>2 % of the equity</source>
        <translation>2 % des Kapitals</translation>
    </message>
    <message>
        <source>5 % of the equity</source>
        <translation>5 % des Kapitals</translation>
    </message>
    <message>
        <source>10 % of the equity</source>
        <translation>10 % des Kapitals</translation>
    </message>
    <message>
        <source>25 % of the equity</source>
        <translation>25 % des Kapitals</translation>
    </message>
    <message>
        <source>&amp;Price</source>
        <translation>&amp;Preis</translation>
    </message>
    <message>
        <source>Limit price: one step down</source>
        <translation>Limitpreis: ein Schritt tiefer</translation>
    </message>
    <message>
        <source>Limit price</source>
        <translation>Limitpreis</translation>
    </message>
    <message>
        <source>Limit price: one step up</source>
        <translation>Limitpreis: ein Schritt höher</translation>
    </message>
    <message>
        <source>T&amp;rigger</source>
        <translation>Auslöse&amp;r</translation>
    </message>
    <message>
        <source>Trigger price: one step down</source>
        <translation>Auslösepreis: ein Schritt tiefer</translation>
    </message>
    <message>
        <source>Trigger price</source>
        <translation>Auslösepreis</translation>
    </message>
    <message>
        <source>Trigger price: one step up</source>
        <translation>Auslösepreis: ein Schritt höher</translation>
    </message>
    <message>
        <source>&amp;Stop loss</source>
        <translation>&amp;Stopp-Loss</translation>
    </message>
    <message>
        <source>Stop loss: one step down</source>
        <translation>Stopp-Loss: ein Schritt tiefer</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Stop loss</source>
        <translation>Stopp-Loss</translation>
    </message>
    <message>
        <source>Stop loss: one step up</source>
        <translation>Stopp-Loss: ein Schritt höher</translation>
    </message>
    <message>
        <source>Take pro&amp;fit</source>
        <translation>Gewinnm&amp;itnahme</translation>
    </message>
    <message>
        <source>Take profit: one step down</source>
        <translation>Gewinnmitnahme: ein Schritt tiefer</translation>
    </message>
    <message>
        <source>Take profit</source>
        <translation>Gewinnmitnahme</translation>
    </message>
    <message>
        <source>Take profit: one step up</source>
        <translation>Gewinnmitnahme: ein Schritt höher</translation>
    </message>
    <message>
        <source>&amp;Validity</source>
        <translation>&amp;Gültigkeit</translation>
    </message>
    <message>
        <source>Validity</source>
        <translation>Gültigkeit</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Cash free</source>
        <translation>Freie Barmittel</translation>
    </message>
    <message>
        <source>Risk at the stop</source>
        <translation>Risiko am Stopp</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Engagement</translation>
    </message>
    <message>
        <source>What the risk gate would say</source>
        <translation>Was die Risikoprüfung sagen würde</translation>
    </message>
    <message>
        <source>Answer to the last order</source>
        <translation>Antwort auf die letzte Order</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Empty the ticket (Esc)</source>
        <translation>Ticket leeren (Esc)</translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation>Strg+Eingabe</translation>
    </message>
    <message>
        <source>Pro&amp;duct</source>
        <translation>Pro&amp;dukt</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Margin</translation>
    </message>
    <message>
        <source>Break-even</source>
        <translation>Gewinnschwelle</translation>
    </message>
    <message>
        <source>Size by the limits</source>
        <translation>Größe nach den Grenzen</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Limits to start from: conservative or active</source>
        <translation>Grenzen, von denen ausgegangen wird: conservative (vorsichtig) oder active (aktiv)</translation>
    </message>
    <message>
        <source>Signals may open short positions</source>
        <translation>Signale dürfen Short-Positionen öffnen</translation>
    </message>
    <message>
        <source>Share of equity lost if the stop is hit</source>
        <translation>Anteil des Eigenkapitals, der beim Stop verloren geht</translation>
    </message>
    <message>
        <source>Share of equity for percent sizing</source>
        <translation>Anteil des Eigenkapitals bei Größe nach Prozent</translation>
    </message>
    <message>
        <source>Share of the available cash one order may take</source>
        <translation>Anteil des freien Geldes, den eine Order nehmen darf</translation>
    </message>
    <message>
        <source>Gross exposure as a share of equity</source>
        <translation>Gesamtes Engagement als Anteil des Eigenkapitals</translation>
    </message>
    <message>
        <source>Exposure to one sector as a share of equity</source>
        <translation>Engagement in einer Branche als Anteil des Eigenkapitals</translation>
    </message>
    <message>
        <source>Loss since the start of the day that halts entries</source>
        <translation>Verlust seit Tagesbeginn, der Einstiege anhält</translation>
    </message>
    <message>
        <source>Stop distance where a signal brings none</source>
        <translation>Stop-Abstand, wo ein Signal keinen mitbringt</translation>
    </message>
    <message>
        <source>Target distance where a signal brings none</source>
        <translation>Ziel-Abstand, wo ein Signal keinen mitbringt</translation>
    </message>
    <message>
        <source>Lowest price of a symbol that may be entered</source>
        <translation>Niedrigster Preis eines Symbols, in das eingestiegen werden darf</translation>
    </message>
    <message>
        <source>Lowest 20-day average traded value</source>
        <translation>Niedrigster mittlerer Umsatz über 20 Tage</translation>
    </message>
    <message>
        <source>Highest correlation with a held position</source>
        <translation>Höchste Korrelation mit einer gehaltenen Position</translation>
    </message>
    <message>
        <source>Value of one order as a share of equity</source>
        <translation>Wert einer Order als Anteil des Eigenkapitals</translation>
    </message>
    <message>
        <source>Units of one order</source>
        <translation>Stück einer Order</translation>
    </message>
    <message>
        <source>Distance of an order price from the last price</source>
        <translation>Abstand eines Orderpreises vom letzten Preis</translation>
    </message>
    <message>
        <source>Price move since the signal at which approval is refused</source>
        <translation>Preisbewegung seit dem Signal, ab der die Genehmigung verweigert wird</translation>
    </message>
    <message>
        <source>Profit of the day, as a share of its first equity, from which it is locked; 0 never</source>
        <translation>Tagesgewinn, als Anteil des ersten Eigenkapitals, ab dem er gesichert wird; 0 nie</translation>
    </message>
    <message>
        <source>Share of the day&apos;s best profit that halts entries when it is reached again</source>
        <translation>Anteil des besten Tagesgewinns, der Einstiege anhält, wenn er wieder erreicht wird</translation>
    </message>
    <message>
        <source>Signals below this confidence are not queued</source>
        <translation>Signale unter dieser Konfidenz kommen nicht in die Warteschlange</translation>
    </message>
    <message>
        <source>Open positions</source>
        <translation>Offene Positionen</translation>
    </message>
    <message>
        <source>Open positions in one symbol</source>
        <translation>Offene Positionen in einem Symbol</translation>
    </message>
    <message>
        <source>Day-trading positions are closed after this long; 0 never</source>
        <translation>Positionen des Tageshandels werden nach dieser Zeit geschlossen; 0 nie</translation>
    </message>
    <message>
        <source>Orders in any one second</source>
        <translation>Orders in einer Sekunde</translation>
    </message>
    <message>
        <source>Working orders</source>
        <translation>Wartende Orders</translation>
    </message>
    <message>
        <source>Identical orders within a minute</source>
        <translation>Gleiche Orders innerhalb einer Minute</translation>
    </message>
    <message>
        <source>Age at which a price is stale</source>
        <translation>Alter, ab dem ein Preis veraltet ist</translation>
    </message>
    <message>
        <source>Losses in a row after which entries pause; 0 never</source>
        <translation>Verluste hintereinander, nach denen Einstiege pausieren; 0 nie</translation>
    </message>
    <message>
        <source>How long entries pause after the last of them</source>
        <translation>Wie lange Einstiege nach dem letzten davon pausieren</translation>
    </message>
    <message>
        <source>No new shorts this long before the close</source>
        <translation>Keine neuen Shorts so lange vor Börsenschluss</translation>
    </message>
    <message>
        <source>Seconds a signal waits; 0 is by its category</source>
        <translation>Sekunden, die ein Signal wartet; 0 nach seiner Kategorie</translation>
    </message>
    <message>
        <source>Arm auto-trading at start</source>
        <translation>Auto-Handel beim Start scharf schalten</translation>
    </message>
    <message>
        <source>Strategies that run, separated by commas</source>
        <translation>Strategien, die laufen, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Bars that strategies decide on; by category with the scheduler</source>
        <translation>Kerzen, auf denen Strategien entscheiden; mit dem Zeitplan nach Kategorie</translation>
    </message>
    <message>
        <source>Strategies decide at the cadence of their category instead of on every bar</source>
        <translation>Strategien entscheiden im Takt ihrer Kategorie statt bei jeder Kerze</translation>
    </message>
    <message>
        <source>Strategies that may be running at once</source>
        <translation>Strategien, die zugleich laufen dürfen</translation>
    </message>
    <message>
        <source>A strategy that takes longer is stopped</source>
        <translation>Eine Strategie, die länger braucht, wird angehalten</translation>
    </message>
    <message>
        <source>Updates a second of each simulated symbol</source>
        <translation>Aktualisierungen je Sekunde und simuliertem Symbol</translation>
    </message>
    <message>
        <source>Crypto-like symbols for a load test in place of those that ship; 0 is off</source>
        <translation>Krypto-ähnliche Symbole für einen Lasttest anstelle der mitgelieferten; 0 ist aus</translation>
    </message>
    <message>
        <source>Days a daily backup of an account is kept</source>
        <translation>Tage, die eine tägliche Sicherung eines Kontos aufbewahrt wird</translation>
    </message>
    <message>
        <source>Where keys are kept: keychain, vault, or auto for the keychain where there is one</source>
        <translation>Wo Schlüssel liegen: keychain (Schlüsselbund), vault (Tresor) oder auto für den Schlüsselbund, wo es einen gibt</translation>
    </message>
    <message>
        <source>Symbols a live desk watches and trades</source>
        <translation>Symbole, die ein Live-Tisch beobachtet und handelt</translation>
    </message>
    <message>
        <source>Currency a live account is counted in; its symbols are quoted in it</source>
        <translation>Währung, in der ein Live-Konto gezählt wird; seine Symbole notieren darin</translation>
    </message>
    <message>
        <source>language of the window</source>
        <translation>Sprache des Fensters</translation>
    </message>
    <message>
        <source>digits grouped as the market does, by lakh and crore, or by thousands</source>
        <translation>Ziffern gruppiert wie am Markt, nach Lakh und Crore oder nach Tausendern</translation>
    </message>
    <message>
        <source>clock of every time shown: that of the exchange, utc, or local</source>
        <translation>Uhr aller gezeigten Zeiten: exchange (Börse), utc oder local (hier)</translation>
    </message>
    <message>
        <source>seconds in which a decision can be taken back</source>
        <translation>Sekunden, in denen eine Entscheidung zurückgenommen werden kann</translation>
    </message>
    <message>
        <source>sound when a signal arrives or is about to expire</source>
        <translation>Ton, wenn ein Signal kommt oder bald abläuft</translation>
    </message>
    <message>
        <source>minutes without an order after which one-click trading disarms itself</source>
        <translation>Minuten ohne Order, nach denen sich der Ein-Klick-Handel abschaltet</translation>
    </message>
    <message>
        <source>ask about an order above this share of the equity even with one click; 0 is never</source>
        <translation>bei einer Order über diesem Anteil des Eigenkapitals auch mit einem Klick fragen; 0 nie</translation>
    </message>
    <message>
        <source>ask about an order further than this from the last price; 0 is never</source>
        <translation>bei einer Order fragen, die weiter als dies vom letzten Preis liegt; 0 nie</translation>
    </message>
    <message>
        <source>ask about an order of more lots than this; 0 is never</source>
        <translation>bei einer Order mit mehr Lots als diesen fragen; 0 nie</translation>
    </message>
    <message>
        <source>Sizing: risk, percent, fixed, kelly or volatility</source>
        <translation>Größe: risk (Risiko), percent (Anteil), fixed (fest), kelly oder volatility (Volatilität)</translation>
    </message>
    <message>
        <source>Share of the full Kelly stake for Kelly sizing</source>
        <translation>Anteil am vollen Kelly-Einsatz für die Größe nach Kelly</translation>
    </message>
    <message>
        <source>Yearly volatility of one position as a share of equity, for volatility sizing</source>
        <translation>Jahresvolatilität einer Position als Anteil am Eigenkapital, für die Größe nach Volatilität</translation>
    </message>
    <message>
        <source>Gross exposure as a multiple of equity</source>
        <translation>Bruttoengagement als Vielfaches des Eigenkapitals</translation>
    </message>
    <message>
        <source>Orders of each second that are kept for exits and stops</source>
        <translation>Orders jeder Sekunde, die für Ausstiege und Stopps bleiben</translation>
    </message>
    <message>
        <source>Closed trades of a strategy before Kelly sizing goes by them</source>
        <translation>Geschlossene Trades einer Strategie, bevor die Größe nach Kelly sich nach ihnen richtet</translation>
    </message>
    <message>
        <source>Symbols that may be entered, with commas between them; * is every one</source>
        <translation>Symbole, die gehandelt werden dürfen, mit Kommas dazwischen; * heißt alle</translation>
    </message>
    <message>
        <source>Symbols that are never entered, with commas between them</source>
        <translation>Symbole, die nie gehandelt werden, mit Kommas dazwischen</translation>
    </message>
    <message>
        <source>Seconds without a price of something held after which entries are halted; 0 never</source>
        <translation>Sekunden ohne Preis eines gehaltenen Werts, nach denen Einstiege gestoppt werden; 0 nie</translation>
    </message>
    <message>
        <source>Strategies whose waiting entries stay when the connection was gone, with commas between them</source>
        <translation>Strategien, deren wartende Einstiege nach einer Unterbrechung stehen bleiben, mit Kommas dazwischen</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>BUY</source>
        <translation>KAUF</translation>
    </message>
    <message>
        <source>SELL</source>
        <translation>VERKAUF</translation>
    </message>
</context>
<context>
    <name>Signal</name>
    <message>
        <source>Day trading</source>
        <translation>Tageshandel</translation>
    </message>
    <message>
        <source>Short selling</source>
        <translation>Leerverkauf</translation>
    </message>
    <message>
        <source>Short term</source>
        <translation>Kurzfristig</translation>
    </message>
    <message>
        <source>Long term</source>
        <translation>Langfristig</translation>
    </message>
</context>
<context>
    <name>SignalEditDialog</name>
    <message>
        <source>Edit signal</source>
        <translation>Signal ändern</translation>
    </message>
    <message>
        <source>&amp;Quantity</source>
        <translation>&amp;Menge</translation>
    </message>
    <message>
        <source>&amp;Limit price</source>
        <translation>&amp;Limitpreis</translation>
    </message>
    <message>
        <source>at the market</source>
        <translation>zum Markt</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>&amp;Target</source>
        <translation>&amp;Ziel</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Änderungen speichern</translation>
    </message>
</context>
<context>
    <name>SignalState</name>
    <message>
        <source>Pending</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Genehmigt</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>Geordert</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Superseded</source>
        <translation>Ersetzt</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>Verweigert</translation>
    </message>
</context>
<context>
    <name>TourWatch</name>
    <message>
        <source>Approve a signal</source>
        <translation>Ein Signal genehmigen</translation>
    </message>
    <message>
        <source>Drag a stop</source>
        <translation>Einen Stopp ziehen</translation>
    </message>
    <message>
        <source>Arm auto-trade</source>
        <translation>Auto-Handel scharf stellen</translation>
    </message>
    <message>
        <source>Run a backtest</source>
        <translation>Einen Backtest rechnen</translation>
    </message>
    <message>
        <source>Read the report</source>
        <translation>Den Bericht lesen</translation>
    </message>
    <message>
        <source>You have the desk in hand</source>
        <translation>Sie haben alles in der Hand</translation>
    </message>
    <message>
        <source>Strategies raise signals; nothing is bought before you say so. Choose one in the queue, look at its card and press A, or the button. Z takes it back for two seconds. Everything here is on paper.</source>
        <translation>Strategien melden Signale; gekauft wird nichts, bevor Sie es sagen. Wählen Sie eines in der Warteschlange, sehen Sie seine Karte an und drücken Sie A oder die Schaltfläche. Z nimmt es zwei Sekunden lang zurück. Alles hier ist auf Papier.</translation>
    </message>
    <message>
        <source>The position has a stop, the red line in its chart. Drag it: the money at risk moves with it, Esc puts it back. The stop of a chosen signal can be dragged too.</source>
        <translation>Die Position hat einen Stopp, die rote Linie in ihrem Chart. Ziehen Sie ihn: Das Geld im Risiko geht mit, Esc setzt ihn zurück. Auch der Stopp eines gewählten Signals lässt sich ziehen.</translation>
    </message>
    <message>
        <source>With auto-trade armed, signals go to the risk gate without waiting for you. It tells its limits before it is armed, and the same button disarms it.</source>
        <translation>Ist der Auto-Handel scharf, gehen Signale zur Risikoprüfung, ohne auf Sie zu warten. Vorher nennt er seine Grenzen, und dieselbe Schaltfläche stellt ihn ab.</translation>
    </message>
    <message>
        <source>Open the backtest (Ctrl+B), choose a strategy and some bars, and run it: the same engine as here, on the past.</source>
        <translation>Öffnen Sie den Backtest (Strg+B), wählen Sie Strategie und Kerzen und rechnen Sie: dieselbe Maschine wie hier, auf der Vergangenheit.</translation>
    </message>
    <message>
        <source>The headline is the short answer. Open Trades or Figures: a click on a trade centres the chart on it, and every figure explains itself.</source>
        <translation>Die Überschrift ist die kurze Antwort. Öffnen Sie Trades oder Kennzahlen: Ein Klick auf einen Trade zentriert den Chart darauf, und jede Zahl erklärt sich selbst.</translation>
    </message>
    <message>
        <source>Kill switch: Ctrl+Shift+K. Every key: ?. Any command: Ctrl+K. This tour waits under Help.</source>
        <translation>Notschalter: Strg+Umschalt+K. Alle Tasten: ?. Jeder Befehl: Strg+K. Dieser Rundgang steht unter Hilfe.</translation>
    </message>
</context>
<context>
    <name>Work</name>
    <message>
        <source>Trailing stop</source>
        <translation>Nachgezogener Stopp</translation>
    </message>
    <message>
        <source>Breakeven</source>
        <translation>Einstand</translation>
    </message>
    <message>
        <source>OCO</source>
        <translation>OCO</translation>
    </message>
    <message>
        <source>Conditional</source>
        <translation>Bedingt</translation>
    </message>
    <message>
        <source>Iceberg</source>
        <translation>Iceberg</translation>
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
        <translation>Market Maker</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Wird abgebrochen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Moves the stop of what is held after the best price, never back.</source>
        <translation>Zieht den Stopp des Gehaltenen dem besten Preis nach, nie zurück.</translation>
    </message>
    <message>
        <source>Moves the stop of what is held to its entry once the trade has gone far enough.</source>
        <translation>Setzt den Stopp des Gehaltenen auf den Einstieg, sobald der Trade weit genug gelaufen ist.</translation>
    </message>
    <message>
        <source>A limit at the venue and a stop watched here: what one fills the other cannot.</source>
        <translation>Ein Limit am Handelsplatz und ein hier beobachteter Stopp: Was der eine ausführt, kann der andere nicht mehr.</translation>
    </message>
    <message>
        <source>Sends an order when a condition is met.</source>
        <translation>Sendet eine Order, wenn eine Bedingung erfüllt ist.</translation>
    </message>
    <message>
        <source>A limit order of which the venue sees a part at a time.</source>
        <translation>Eine Limit-Order, von der der Handelsplatz jeweils einen Teil sieht.</translation>
    </message>
    <message>
        <source>Equal slices over a time.</source>
        <translation>Gleiche Scheiben über eine Zeit.</translation>
    </message>
    <message>
        <source>Slices over a time by the usual volume of each quarter of an hour.</source>
        <translation>Scheiben über eine Zeit nach dem üblichen Volumen jeder Viertelstunde.</translation>
    </message>
    <message>
        <source>A bid and an ask around the middle, shifted against what is held.</source>
        <translation>Ein Geld- und ein Briefkurs um die Mitte, gegen den Bestand verschoben.</translation>
    </message>
</context>
<context>
    <name>bellwether::AccountCard</name>
    <message>
        <source>%1 %2 · real money</source>
        <translation>%1 %2 · echtes Geld</translation>
    </message>
    <message>
        <source>%1 %2 · test money</source>
        <translation>%1 %2 · Spielgeld</translation>
    </message>
    <message>
        <source>not tested</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>working…</source>
        <translation>arbeitet…</translation>
    </message>
    <message>
        <source>key accepted</source>
        <translation>Schlüssel angenommen</translation>
    </message>
    <message>
        <source>key refused</source>
        <translation>Schlüssel abgelehnt</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translation>nicht erreichbar</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>verbindet</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>verbunden</translation>
    </message>
    <message>
        <source>connection lost</source>
        <translation>Verbindung verloren</translation>
    </message>
    <message>
        <source>suspended by the venue</source>
        <translation>vom Handelsplatz ausgesetzt</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Asks the venue what the key may do</source>
        <translation>Fragt den Handelsplatz, was der Schlüssel darf</translation>
    </message>
    <message>
        <source>Symbols…</source>
        <translation>Symbole…</translation>
    </message>
    <message>
        <source>Searches the venue&apos;s listings and chooses what live desks watch</source>
        <translation>Durchsucht die Werte des Handelsplatzes und wählt, was Live-Desks beobachten</translation>
    </message>
    <message>
        <source>Arm…</source>
        <translation>Scharfschalten…</translation>
    </message>
    <message>
        <source>Allows one live start, under limits that are shown first</source>
        <translation>Erlaubt einen Live-Start, unter Grenzen, die zuerst gezeigt werden</translation>
    </message>
    <message>
        <source>Disarm</source>
        <translation>Entschärfen</translation>
    </message>
    <message>
        <source>At once and without a question: no new risk leaves, reductions do</source>
        <translation>Sofort und ohne Frage: kein neues Risiko geht hinaus, Abbau schon</translation>
    </message>
    <message>
        <source>Go live</source>
        <translation>Live gehen</translation>
    </message>
    <message>
        <source>Opens the desk of this account in this window</source>
        <translation>Öffnet den Desk dieses Kontos in diesem Fenster</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Forgets the account and its secret</source>
        <translation>Vergisst das Konto und sein Geheimnis</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>From a request to its answer, the last one</source>
        <translation>Von einer Anfrage bis zur Antwort, die letzte</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>The venue&apos;s clock against this machine&apos;s</source>
        <translation>Die Uhr des Handelsplatzes gegen die dieses Rechners</translation>
    </message>
    <message>
        <source>Request weight</source>
        <translation>Anfragegewicht</translation>
    </message>
    <message>
        <source>Share of the venue&apos;s request weight of this minute that is used</source>
        <translation>Verbrauchter Anteil am Anfragegewicht des Handelsplatzes in dieser Minute</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>Share of the venue&apos;s order count that is used</source>
        <translation>Verbrauchter Anteil an der Orderzahl des Handelsplatzes</translation>
    </message>
    <message>
        <source>Rights of the key</source>
        <translation>Rechte des Schlüssels</translation>
    </message>
    <message>
        <source>What the venue lets the key do</source>
        <translation>Was der Handelsplatz dem Schlüssel erlaubt</translation>
    </message>
    <message>
        <source>Last test</source>
        <translation>Letzte Prüfung</translation>
    </message>
    <message>
        <source>When the venue was asked last</source>
        <translation>Wann der Handelsplatz zuletzt gefragt wurde</translation>
    </message>
    <message>
        <source>Account %1</source>
        <translation>Konto %1</translation>
    </message>
    <message>
        <source>key %1 in the %2</source>
        <translation>Schlüssel %1, Ablage: %2</translation>
    </message>
    <message>
        <source>vault</source>
        <translation>Tresor</translation>
    </message>
    <message>
        <source>keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>noch %n</numerusform>
            <numerusform>noch %n</numerusform>
        </translation>
    </message>
    <message>
        <source>note: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
    <message>
        <source>LIVE, DISARMED</source>
        <translation>LIVE, ENTSCHÄRFT</translation>
    </message>
    <message>
        <source>LIVE</source>
        <translation>LIVE</translation>
    </message>
    <message>
        <source>ARMED until %1</source>
        <translation>SCHARF bis %1</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>trade</source>
        <translation>handeln</translation>
    </message>
    <message>
        <source>no trading</source>
        <translation>kein Handel</translation>
    </message>
    <message>
        <source>WITHDRAW</source>
        <translation>ABHEBEN</translation>
    </message>
    <message>
        <source>no withdrawal</source>
        <translation>kein Abheben</translation>
    </message>
    <message>
        <source>bound to an address</source>
        <translation>an eine Adresse gebunden</translation>
    </message>
</context>
<context>
    <name>bellwether::AccountStrip</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Equity</source>
        <translation>Kapital</translation>
    </message>
    <message>
        <source>Cash and market value of the open positions</source>
        <translation>Barmittel und Marktwert der offenen Positionen</translation>
    </message>
    <message>
        <source>Day P&amp;L</source>
        <translation>Tages-G/V</translation>
    </message>
    <message>
        <source>Open P&amp;L</source>
        <translation>Offener G/V</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Barmittel</translation>
    </message>
    <message>
        <source>Cash of the account</source>
        <translation>Barmittel des Kontos</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Engagement</translation>
    </message>
    <message>
        <source>Market value of the open positions against the equity</source>
        <translation>Marktwert der offenen Positionen gegenüber dem Kapital</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Open positions of those allowed</source>
        <translation>Offene von erlaubten Positionen</translation>
    </message>
    <message>
        <source>Lost today %1 of a limit of %2; %3 more if every stop is hit.</source>
        <translation>Heute verloren: %1 von einer Grenze von %2; %3 mehr, wenn jeder Stopp erreicht wird.</translation>
    </message>
    <message>
        <source>KILLED</source>
        <translation>NOT-AUS</translation>
    </message>
    <message>
        <source>HALTED</source>
        <translation>HALT</translation>
    </message>
    <message>
        <source>FAULT</source>
        <translation>FEHLER</translation>
    </message>
    <message>
        <source>Equity against the equity at the start of the exchange&apos;s day; with costs: also those of closing what is open</source>
        <translation>Kapital gegenüber dem Beginn des Börsentages; mit Kosten: auch denen für das Schließen des Offenen</translation>
    </message>
    <message>
        <source>Unrealized profit or loss of the open positions; with costs: those of the way in and of the way out</source>
        <translation>Unrealisierter Gewinn oder Verlust der offenen Positionen; mit Kosten: denen des Ein- und des Ausstiegs</translation>
    </message>
    <message>
        <source>Open P&amp;L %1</source>
        <translation>Offener G/V %1</translation>
    </message>
    <message>
        <source>Day P&amp;L %1</source>
        <translation>Tages-G/V %1</translation>
    </message>
</context>
<context>
    <name>bellwether::AddAccountDialog</name>
    <message>
        <source>Test and add</source>
        <translation>Prüfen und hinzufügen</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Up to 7 small letters and digits, for example main</source>
        <translation>Bis zu 7 kleine Buchstaben und Ziffern, zum Beispiel main</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>https://HOST[:PORT], or http://127.0.0.1:PORT on this machine</source>
        <translation>https://HOST[:PORT], oder http://127.0.0.1:PORT auf diesem Rechner</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>A key that may trade; one that may withdraw is refused</source>
        <translation>Ein Schlüssel, der handeln darf; einer, der abheben darf, wird abgelehnt</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>The secret of the key, or a private Ed25519 key in PEM; it is not shown</source>
        <translation>Das Geheimnis des Schlüssels, oder ein privater Ed25519-Schlüssel in PEM; es wird nicht gezeigt</translation>
    </message>
    <message>
        <source>Passphrase of the vault</source>
        <translation>Passphrase des Tresors</translation>
    </message>
    <message>
        <source>Opens the encrypted vault of keys of this profile</source>
        <translation>Öffnet den verschlüsselten Schlüsseltresor dieses Profils</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>The vault is new: its passphrase is chosen now</source>
        <translation>Der Tresor ist neu: seine Passphrase wird jetzt gewählt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Binance production, real money</source>
        <translation>Binance production, echtes Geld</translation>
    </message>
    <message>
        <source>Binance %1</source>
        <translation>Binance %1</translation>
    </message>
    <message>
        <source>Another venue of the protocol</source>
        <translation>Ein anderer Handelsplatz des Protokolls</translation>
    </message>
    <message>
        <source>Looking where keys can be kept…</source>
        <translation>Sucht, wo Schlüssel aufbewahrt werden können…</translation>
    </message>
    <message>
        <source>The passphrase needs at least %1 characters.</source>
        <translation>Die Passphrase braucht mindestens %1 Zeichen.</translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>Die beiden Passphrasen sind nicht gleich.</translation>
    </message>
    <message>
        <source>Asking the venue…</source>
        <translation>Fragt den Handelsplatz…</translation>
    </message>
</context>
<context>
    <name>bellwether::AllocationChart</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weiteres</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bellwether::ApproveAllDialog</name>
    <message>
        <source>Approve all</source>
        <translation>Alle genehmigen</translation>
    </message>
    <message>
        <source>Do nothing</source>
        <translation>Nichts tun</translation>
    </message>
    <message>
        <source>Together they would make %1 positions of %2 allowed.</source>
        <translation>Zusammen ergäben sie %1 Positionen von %2 erlaubten.</translation>
    </message>
    <message>
        <source>Together they would take the exposure to %1 of %2 allowed.</source>
        <translation>Zusammen brächten sie das Engagement auf %1 von %2 erlaubten.</translation>
    </message>
    <message>
        <source>Together they risk %1; the day may still lose %2.</source>
        <translation>Zusammen riskieren sie %1; der Tag darf noch %2 verlieren.</translation>
    </message>
    <message numerus="yes">
        <source>%n signal(s) shown.</source>
        <translation>
            <numerusform>%n Signal angezeigt.</numerusform>
            <numerusform>%n Signale angezeigt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) would go out</source>
        <translation>
            <numerusform>%n Order ginge hinaus</numerusform>
            <numerusform>%n Orders gingen hinaus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n symbol(s), risking %1 together.</source>
        <translation>
            <numerusform>in %n Symbol, mit zusammen %1 Risiko.</numerusform>
            <numerusform>in %n Symbolen, mit zusammen %1 Risiko.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The risk gate would refuse %n:</source>
        <translation>
            <numerusform>Die Risikoprüfung würde %n verweigern:</numerusform>
            <numerusform>Die Risikoprüfung würde %n verweigern:</numerusform>
        </translation>
    </message>
    <message>
        <source>Asking the risk gate…</source>
        <translation>Die Risikoprüfung wird gefragt…</translation>
    </message>
    <message numerus="yes">
        <source>Approve %n</source>
        <translation>
            <numerusform>%n genehmigen</numerusform>
            <numerusform>%n genehmigen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bellwether::ArmDialog</name>
    <message>
        <source>Arm for one start</source>
        <translation>Für einen Start scharfschalten</translation>
    </message>
    <message>
        <source>Arm %1 for live trading</source>
        <translation>%1 für den Live-Handel scharfschalten</translation>
    </message>
    <message>
        <source>%1 at %2 %3 will send real orders for real money, under these limits.</source>
        <translation>%1 bei %2 %3 wird echte Orders für echtes Geld senden, unter diesen Grenzen.</translation>
    </message>
    <message>
        <source>%1 at %2 %3 will send real orders to a test venue, under these limits.</source>
        <translation>%1 bei %2 %3 wird echte Orders an einen Testplatz senden, unter diesen Grenzen.</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>The limits cannot be read; nothing can be armed.</source>
        <translation>Die Grenzen können nicht gelesen werden; nichts kann scharfgeschaltet werden.</translation>
    </message>
    <message>
        <source>Type %1 to arm it. The arming holds for a quarter of an hour and one start, with these settings; a restart disarms.</source>
        <translation>%1 eingeben, um es scharfzuschalten. Das gilt eine Viertelstunde und einen Start lang, mit diesen Einstellungen; ein Neustart entschärft.</translation>
    </message>
    <message>
        <source>The sentence to type</source>
        <translation>Der einzugebende Satz</translation>
    </message>
    <message>
        <source>Do nothing</source>
        <translation>Nichts tun</translation>
    </message>
</context>
<context>
    <name>bellwether::Attention</name>
    <message>
        <source>Bellwether: no signal waits</source>
        <translation>Bellwether: kein Signal wartet</translation>
    </message>
    <message numerus="yes">
        <source>Bellwether: %n signal(s) wait</source>
        <translation>
            <numerusform>Bellwether: %n Signal wartet</numerusform>
            <numerusform>Bellwether: %n Signale warten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bellwether::BacktestPanel</name>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Run the backtest (Ctrl+Return)</source>
        <translation>Backtest starten (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>End the run and keep the last result (Esc)</source>
        <translation>Lauf beenden und das letzte Ergebnis behalten (Esc)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Write the result to a file</source>
        <translation>Ergebnis in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Report as JSON…</source>
        <translation>Bericht als JSON…</translation>
    </message>
    <message>
        <source>Trades as CSV…</source>
        <translation>Trades als CSV…</translation>
    </message>
    <message>
        <source>Equity as CSV…</source>
        <translation>Kapitalkurve als CSV…</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>Not started: a field needs another value.</source>
        <translation>Nicht gestartet: Ein Feld braucht einen anderen Wert.</translation>
    </message>
    <message>
        <source>Loading the bars…</source>
        <translation>Kerzen werden geladen…</translation>
    </message>
    <message>
        <source>%1 of %2 bars, %3 bars/s</source>
        <translation>%1 von %2 Kerzen, %3 Kerzen/s</translation>
    </message>
    <message>
        <source>%1 bars in %2 s, %3 bars/s</source>
        <translation>%1 Kerzen in %2 s, %3 Kerzen/s</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Not run: a field needs another value.</source>
        <translation>Nicht gelaufen: Ein Feld braucht einen anderen Wert.</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>Trades</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>Optimise</source>
        <translation>Optimieren</translation>
    </message>
    <message>
        <source>Monte Carlo</source>
        <translation>Monte Carlo</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Opening run %1…</source>
        <translation>Lauf %1 wird geöffnet…</translation>
    </message>
    <message>
        <source>Report as one HTML page…</source>
        <translation>Bericht als eine HTML-Seite…</translation>
    </message>
    <message>
        <source>Walk-forward</source>
        <translation>Walk-Forward</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Report as PDF…</source>
        <translation>Bericht als PDF…</translation>
    </message>
    <message>
        <source>Writing %1…</source>
        <translation>%1 wird geschrieben…</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) in %1 s</source>
        <translation>
            <numerusform>%n Lauf in %1 s</numerusform>
            <numerusform>%n Läufe in %1 s</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation>%1 von %2 Läufen</translation>
    </message>
</context>
<context>
    <name>bellwether::BackupTableModel</name>
    <message>
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>When the backup was made</source>
        <translation>Wann die Sicherung entstand</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Size of the file</source>
        <translation>Größe der Datei</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>Entries of its journal</source>
        <translation>Einträge ihres Journals</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Whether the file is the one that was written, every entry follows the one before, and the whole replays</source>
        <translation>Ob die Datei die geschriebene ist, jeder Eintrag auf den vorigen folgt und sich das Ganze nachspielen lässt</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>What the account was at that moment</source>
        <translation>Was das Konto in jenem Moment war</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>orders %1, fills %2, positions %3, cash %4</source>
        <translation>Orders %1, Ausführungen %2, Positionen %3, Bargeld %4</translation>
    </message>
    <message>
        <source>✓ whole</source>
        <translation>✓ vollständig</translation>
    </message>
    <message>
        <source>✗ damaged</source>
        <translation>✗ beschädigt</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>wird gelesen…</translation>
    </message>
</context>
<context>
    <name>bellwether::BackupsDialog</name>
    <message>
        <source>Restore…</source>
        <translation>Wiederherstellen…</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>Backups of this profile</source>
        <translation>Sicherungen dieses Profils</translation>
    </message>
    <message>
        <source>A running account is backed up once a day. Each backup is read whole and replayed before it can be restored.</source>
        <translation>Ein laufendes Konto wird einmal am Tag gesichert. Jede Sicherung wird ganz gelesen und nachgespielt, bevor sie wiederhergestellt werden kann.</translation>
    </message>
    <message>
        <source>There is no backup yet. The first is made a minute after the start of an account, or with the button below.</source>
        <translation>Es gibt noch keine Sicherung. Die erste entsteht eine Minute nach dem Start eines Kontos oder mit der Taste unten.</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Jetzt sichern</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>No backup was made: %1</source>
        <translation>Es entstand keine Sicherung: %1</translation>
    </message>
    <message>
        <source>Choose a backup to restore it.</source>
        <translation>Wähle eine Sicherung, um sie wiederherzustellen.</translation>
    </message>
    <message>
        <source>Restoring it stops the desk, puts this journal in the place of that of %1, and starts again on paper, disarmed.</source>
        <translation>Das Wiederherstellen hält den Handel an, setzt dieses Journal an die Stelle dessen von %1 und startet neu auf Papier, entschärft.</translation>
    </message>
    <message>
        <source>It is being read.</source>
        <translation>Sie wird gelesen.</translation>
    </message>
    <message>
        <source>Account %1 goes back to %2, %3 entries: %4.

What it did since is set aside beside it, not deleted. The desk stops, and starts again on paper with auto-trade off.</source>
        <translation>Konto %1 geht zurück auf %2, %3 Einträge: %4.

Was es seither tat, wird daneben abgelegt, nicht gelöscht. Der Handel hält an und startet neu auf Papier, mit Auto-Handel aus.</translation>
    </message>
    <message>
        <source>Open positions now: %1. The account will hold what the backup says instead.</source>
        <translation>Offene Positionen jetzt: %1. Das Konto hält danach, was die Sicherung sagt.</translation>
    </message>
    <message>
        <source>Open positions now: %1. Nothing watches over them while their account does not run.</source>
        <translation>Offene Positionen jetzt: %1. Nichts wacht über sie, solange ihr Konto nicht läuft.</translation>
    </message>
    <message>
        <source>Restore %1</source>
        <translation>%1 wiederherstellen</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Wiederherstellen</translation>
    </message>
</context>
<context>
    <name>bellwether::BarInspector</name>
    <message>
        <source>You rejected it: %1</source>
        <translation>Von Ihnen abgelehnt: %1</translation>
    </message>
    <message>
        <source>It expired: %1</source>
        <translation>Abgelaufen: %1</translation>
    </message>
    <message>
        <source>A newer signal took its place.</source>
        <translation>Ein neueres Signal trat an seine Stelle.</translation>
    </message>
    <message>
        <source>No bar of its timeframe had closed yet.</source>
        <translation>Noch keine Kerze seines Zeitrahmens war geschlossen.</translation>
    </message>
    <message>
        <source>Warming up: bar %1 that it needs.</source>
        <translation>Läuft warm: Kerze %1, die sie braucht.</translation>
    </message>
    <message>
        <source>No signal.</source>
        <translation>Kein Signal.</translation>
    </message>
    <message>
        <source>Not met: %1</source>
        <translation>Nicht erfüllt: %1</translation>
    </message>
    <message>
        <source>All met, but its category does not decide at this bar.</source>
        <translation>Alles erfüllt, doch ihre Kategorie entscheidet an dieser Kerze nicht.</translation>
    </message>
    <message>
        <source>All met, but no proposal: %1.</source>
        <translation>Alles erfüllt, doch kein Vorschlag: %1.</translation>
    </message>
    <message>
        <source>Refused by the risk gate: %1</source>
        <translation>Von der Risikoprüfung abgelehnt: %1</translation>
    </message>
    <message>
        <source>It waits for your approval.</source>
        <translation>Es wartet auf Ihre Genehmigung.</translation>
    </message>
    <message>
        <source>Nothing stopped it: an order was sent.</source>
        <translation>Nichts hielt es auf: Eine Order ging hinaus.</translation>
    </message>
    <message>
        <source>All met; the desk was not running then, or it is too long ago.</source>
        <translation>Alles erfüllt; das Programm lief da nicht, oder es ist zu lange her.</translation>
    </message>
    <message>
        <source>Why there was no trade at this bar</source>
        <translation>Warum an dieser Kerze nicht gehandelt wurde</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Why not? %1</source>
        <translation>Warum nicht? %1</translation>
    </message>
    <message>
        <source>No strategy runs on this symbol.</source>
        <translation>Auf diesem Symbol läuft keine Strategie.</translation>
    </message>
    <message>
        <source>BUY</source>
        <translation>KAUF</translation>
    </message>
    <message>
        <source>SELL</source>
        <translation>VERKAUF</translation>
    </message>
</context>
<context>
    <name>bellwether::ChangeDialog</name>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
</context>
<context>
    <name>bellwether::ChartBar</name>
    <message>
        <source>Candles</source>
        <translation>Kerzen</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Balken</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Linie</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>Heikin-Ashi</source>
        <translation>Heikin-Ashi</translation>
    </message>
    <message>
        <source>How prices are drawn</source>
        <translation>Wie Preise gezeichnet werden</translation>
    </message>
    <message>
        <source>How the price axis counts</source>
        <translation>Wie die Preisachse zählt</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skala</translation>
    </message>
    <message>
        <source>Indicators on the chart</source>
        <translation>Indikatoren im Chart</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Indikatoren</translation>
    </message>
    <message>
        <source>Crosshair and drawings stick to open, high, low, close (Alt+M)</source>
        <translation>Fadenkreuz und Zeichnungen haften an Eröffnung, Hoch, Tief, Schluss (Alt+M)</translation>
    </message>
    <message>
        <source>Price axis follows the bars in view</source>
        <translation>Preisachse folgt den sichtbaren Kerzen</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Picture of the chart (Alt+Shift+S)</source>
        <translation>Bild des Charts (Alt+Umschalt+S)</translation>
    </message>
    <message>
        <source>Timeframe %1</source>
        <translation>Zeitrahmen %1</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>Logarithmisch</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>Inverted</source>
        <translation>Umgekehrt</translation>
    </message>
    <message>
        <source>Fit orders and positions</source>
        <translation>Orders und Positionen einpassen</translation>
    </message>
    <message>
        <source>Names of indicators</source>
        <translation>Namen der Indikatoren</translation>
    </message>
    <message>
        <source>Wheel scrolls, Shift+wheel zooms</source>
        <translation>Rad verschiebt, Umschalt+Rad zoomt</translation>
    </message>
    <message>
        <source>Zoom at the right edge</source>
        <translation>Am rechten Rand zoomen</translation>
    </message>
    <message>
        <source>Add with other numbers…</source>
        <translation>Mit anderen Zahlen hinzufügen…</translation>
    </message>
    <message>
        <source>Add indicator</source>
        <translation>Indikator hinzufügen</translation>
    </message>
    <message>
        <source>Indicator and its numbers, for example ema:50 or macd:12,26,9</source>
        <translation>Indikator und seine Zahlen, zum Beispiel ema:50 oder macd:12,26,9</translation>
    </message>
    <message>
        <source>Timeframes</source>
        <translation>Zeitrahmen</translation>
    </message>
</context>
<context>
    <name>bellwether::ChartTrader</name>
    <message>
        <source>LONG</source>
        <translation>LONG</translation>
    </message>
    <message>
        <source>SHORT</source>
        <translation>SHORT</translation>
    </message>
    <message>
        <source>BUY</source>
        <translation>KAUF</translation>
    </message>
    <message>
        <source>SELL</source>
        <translation>VERKAUF</translation>
    </message>
    <message>
        <source>stop loss</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>signal stop</source>
        <translation>Stopp des Signals</translation>
    </message>
    <message>
        <source>signal target</source>
        <translation>Ziel des Signals</translation>
    </message>
    <message>
        <source>Buy limit at %1…</source>
        <translation>Kauf-Limit bei %1…</translation>
    </message>
    <message>
        <source>Buy stop at %1…</source>
        <translation>Kauf-Stopp bei %1…</translation>
    </message>
    <message>
        <source>Sell limit at %1…</source>
        <translation>Verkauf-Limit bei %1…</translation>
    </message>
    <message>
        <source>Sell stop at %1…</source>
        <translation>Verkauf-Stopp bei %1…</translation>
    </message>
</context>
<context>
    <name>bellwether::ChartView</name>
    <message>
        <source>Compare with another symbol, in percent</source>
        <translation>Mit einem anderen Symbol vergleichen, in Prozent</translation>
    </message>
    <message>
        <source>Charts of one colour show the same symbol, time range and crosshair</source>
        <translation>Charts einer Farbe zeigen dasselbe Symbol, denselben Zeitraum und dasselbe Fadenkreuz</translation>
    </message>
    <message>
        <source>One or several charts</source>
        <translation>Ein oder mehrere Charts</translation>
    </message>
    <message>
        <source>On its own</source>
        <translation>Für sich</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Bernstein</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>Violett</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Petrol</translation>
    </message>
    <message>
        <source>One chart</source>
        <translation>Ein Chart</translation>
    </message>
    <message>
        <source>Two beside each other</source>
        <translation>Zwei nebeneinander</translation>
    </message>
    <message>
        <source>Two under each other</source>
        <translation>Zwei untereinander</translation>
    </message>
    <message>
        <source>Four charts</source>
        <translation>Vier Charts</translation>
    </message>
    <message>
        <source>Save the picture (it is in the clipboard already)</source>
        <translation>Bild speichern (es ist schon in der Zwischenablage)</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>Picture saved to %1.</source>
        <translation>Bild gespeichert: %1.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Reset the view</source>
        <translation>Ansicht zurücksetzen</translation>
    </message>
    <message>
        <source>Remove all drawings</source>
        <translation>Alle Zeichnungen entfernen</translation>
    </message>
    <message>
        <source>Picture…</source>
        <translation>Bild…</translation>
    </message>
</context>
<context>
    <name>bellwether::CommandPalette</name>
    <message>
        <source>Nothing fits.</source>
        <translation>Nichts passt.</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
</context>
<context>
    <name>bellwether::ConfirmDialog</name>
    <message>
        <source>Do nothing</source>
        <translation>Nichts tun</translation>
    </message>
</context>
<context>
    <name>bellwether::ConnectionsPanel</name>
    <message>
        <source>Add account…</source>
        <translation>Konto hinzufügen…</translation>
    </message>
    <message>
        <source>No account at a venue yet. The desk trades on paper; an account is added with a key that may trade and may not withdraw.</source>
        <translation>Noch kein Konto an einem Handelsplatz. Der Desk handelt auf Papier; ein Konto kommt mit einem Schlüssel hinzu, der handeln und nicht abheben darf.</translation>
    </message>
    <message>
        <source>Keys stay in the keychain or in an encrypted vault. Live trading is armed for one start at a time.</source>
        <translation>Schlüssel bleiben im Schlüsselbund oder in einem verschlüsselten Tresor. Live-Handel wird für je einen Start scharfgeschaltet.</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Abgelehnt: %1</translation>
    </message>
    <message>
        <source>Test the account %1</source>
        <translation>Konto %1 prüfen</translation>
    </message>
    <message>
        <source>Open the live desk of %1</source>
        <translation>Live-Desk von %1 öffnen</translation>
    </message>
    <message>
        <source>Remove the account %1</source>
        <translation>Konto %1 entfernen</translation>
    </message>
    <message>
        <source>The account and its secret are forgotten, and it is disarmed. Orders that work at the venue go on there; the journal of the account stays.</source>
        <translation>Das Konto und sein Geheimnis werden vergessen, und es wird entschärft. Orders, die am Handelsplatz liegen, laufen dort weiter; das Journal des Kontos bleibt.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Remove the secret of %1</source>
        <translation>Geheimnis von %1 entfernen</translation>
    </message>
</context>
<context>
    <name>bellwether::CostSection</name>
    <message>
        <source>Costs</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Gebühren</translation>
    </message>
    <message>
        <source>of the paper venue</source>
        <translation>des Papierhandelsplatzes</translation>
    </message>
    <message>
        <source>share of the value</source>
        <translation>Anteil vom Wert</translation>
    </message>
    <message>
        <source>fixed per order</source>
        <translation>fest je Order</translation>
    </message>
    <message>
        <source>maker and taker</source>
        <translation>Maker und Taker</translation>
    </message>
    <message>
        <source>Binance spot</source>
        <translation>Binance Spot</translation>
    </message>
    <message>
        <source>Binance spot, paid in BNB</source>
        <translation>Binance Spot, in BNB bezahlt</translation>
    </message>
    <message>
        <source>NSE intraday</source>
        <translation>NSE Intraday</translation>
    </message>
    <message>
        <source>NSE delivery</source>
        <translation>NSE Delivery</translation>
    </message>
    <message>
        <source>The venue&apos;s: schedule of the exchange and a slippage of 0.02 %, with risk sizing. A schedule has brokerage, taxes and levies of its market; a share or an amount is your own.</source>
        <translation>Die des Handelsplatzes: Gebührenordnung der Börse und 0,02 % Slippage, mit Risikogröße. Eine Gebührenordnung enthält Provision, Steuern und Abgaben ihres Marktes; ein Anteil oder Betrag ist der eigene.</translation>
    </message>
    <message>
        <source>Commission %</source>
        <translation>Provision %</translation>
    </message>
    <message>
        <source>Fee on both fills, percent of the value</source>
        <translation>Gebühr auf beide Ausführungen, Prozent des Werts</translation>
    </message>
    <message>
        <source>Fee per order</source>
        <translation>Gebühr je Order</translation>
    </message>
    <message>
        <source>Money for each order, whatever its size</source>
        <translation>Betrag für jede Order, gleich wie groß</translation>
    </message>
    <message>
        <source>Maker %</source>
        <translation>Maker %</translation>
    </message>
    <message>
        <source>Fee of a fill that had rested in the book, percent of the value</source>
        <translation>Gebühr einer Ausführung, die im Buch lag, Prozent vom Wert</translation>
    </message>
    <message>
        <source>Taker %</source>
        <translation>Taker %</translation>
    </message>
    <message>
        <source>Fee of a fill that took what was there, percent of the value</source>
        <translation>Gebühr einer Ausführung gegen vorhandene Orders, Prozent vom Wert</translation>
    </message>
    <message>
        <source>Spread %</source>
        <translation>Spanne %</translation>
    </message>
    <message>
        <source>Percent of the price that an entry is worse by</source>
        <translation>Prozent des Preises, um die ein Einstieg schlechter ist</translation>
    </message>
    <message>
        <source>Slippage</source>
        <translation>Slippage</translation>
    </message>
    <message>
        <source>% of the price</source>
        <translation>% vom Kurs</translation>
    </message>
    <message>
        <source>money a unit</source>
        <translation>Betrag je Stück</translation>
    </message>
    <message>
        <source>by volume share</source>
        <translation>nach Volumenanteil</translation>
    </message>
    <message>
        <source>What every fill is worse by: a share of the price, money a unit, or a factor times the square of the order&apos;s share of the bar&apos;s volume</source>
        <translation>Um wie viel jede Ausführung schlechter ist: Anteil vom Kurs, Betrag je Stück, oder ein Faktor mal dem Quadrat des Anteils der Order am Volumen des Balkens</translation>
    </message>
    <message>
        <source>Volume share %</source>
        <translation>Volumenanteil %</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>keine Grenze</translation>
    </message>
    <message>
        <source>Largest share of a bar&apos;s volume that an order takes; the rest fills in later bars</source>
        <translation>Größter Anteil am Volumen eines Balkens, den eine Order nimmt; der Rest wird in späteren Balken ausgeführt</translation>
    </message>
    <message>
        <source>Borrow % a year</source>
        <translation>Leihe % im Jahr</translation>
    </message>
    <message>
        <source>Cost of a short position, percent of its value a year</source>
        <translation>Kosten einer Short-Position, Prozent ihres Werts im Jahr</translation>
    </message>
</context>
<context>
    <name>bellwether::CostSwitch</name>
    <message>
        <source>gross</source>
        <translation>brutto</translation>
    </message>
    <message>
        <source>net</source>
        <translation>netto</translation>
    </message>
    <message>
        <source>2× costs</source>
        <translation>2× Kosten</translation>
    </message>
</context>
<context>
    <name>bellwether::DataSection</name>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Open file…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Symbole</translation>
    </message>
    <message>
        <source>History to run on; several symbols share one account and one clock</source>
        <translation>Kursdaten für den Lauf; mehrere Symbole teilen sich Konto und Uhr</translation>
    </message>
    <message>
        <source>Run on files of bars instead (CSV, zip, gz, JSON), several in time order</source>
        <translation>Stattdessen auf Dateien mit Balken laufen (CSV, zip, gz, JSON), mehrere in Zeitfolge</translation>
    </message>
    <message>
        <source>Back to the store</source>
        <translation>Zurück zum Speicher</translation>
    </message>
    <message>
        <source>Timeframe</source>
        <translation>Zeitrahmen</translation>
    </message>
    <message>
        <source>that of the data</source>
        <translation>der der Daten</translation>
    </message>
    <message>
        <source>Bars to decide on, built from shorter ones</source>
        <translation>Kerzen, auf denen entschieden wird, aus kürzeren gebildet</translation>
    </message>
    <message>
        <source>A date such as 2021-05-31 or a moment such as 2021-05-31T09:15Z</source>
        <translation>Ein Datum wie 2021-05-31 oder ein Zeitpunkt wie 2021-05-31T09:15Z</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>first bar</source>
        <translation>erste Kerze</translation>
    </message>
    <message>
        <source>First day to trade; earlier bars only warm the strategy. %1</source>
        <translation>Erster Handelstag; frühere Kerzen wärmen nur die Strategie. %1</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>last bar</source>
        <translation>letzte Kerze</translation>
    </message>
    <message>
        <source>Last day, whole. %1</source>
        <translation>Letzter Tag, ganz. %1</translation>
    </message>
    <message>
        <source>Files of bars</source>
        <translation>Dateien mit Kerzen</translation>
    </message>
    <message>
        <source>Bars (*.csv *.zip *.gz *.json *.txt);;All files (*)</source>
        <translation>Kerzen (*.csv *.zip *.gz *.json *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Bars of the file %1</source>
        <translation>Balken der Datei %1</translation>
    </message>
    <message numerus="yes">
        <source>Bars of the file %1 and %n more</source>
        <translation>
            <numerusform>Balken der Datei %1 und %n weiterer</numerusform>
            <numerusform>Balken der Datei %1 und %n weiterer</numerusform>
        </translation>
    </message>
    <message>
        <source>The history store cannot be read: %1</source>
        <translation>Der Verlaufsspeicher kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>%1 bars of %2, %3 to %4</source>
        <translation>%1 Kerzen von %2, %3 bis %4</translation>
    </message>
    <message>
        <source>%1: %2 bars of %3, %4 to %5</source>
        <translation>%1: %2 Balken zu %3, %4 bis %5</translation>
    </message>
    <message>
        <source>A date such as 2021-05-31, or nothing.</source>
        <translation>Ein Datum wie 2021-05-31, oder nichts.</translation>
    </message>
    <message>
        <source>Choose at least one symbol.</source>
        <translation>Mindestens ein Symbol wählen.</translation>
    </message>
    <message>
        <source>Before the first day.</source>
        <translation>Vor dem ersten Tag.</translation>
    </message>
    <message>
        <source>Benchmark</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>the symbols, held</source>
        <translation>die Symbole, gehalten</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>What the same money would have become: in the symbols of the run, bought and held, or in another one of the store</source>
        <translation>Was aus demselben Geld geworden wäre: in den Symbolen des Laufs, gekauft und gehalten, oder in einem anderen aus dem Bestand</translation>
    </message>
    <message>
        <source>From the chart</source>
        <translation>Vom Chart</translation>
    </message>
    <message>
        <source>Run on the closed bars that the chart shows; on the simulated market they are computed ones</source>
        <translation>Auf den geschlossenen Kerzen laufen, die der Chart zeigt; am simulierten Markt sind es errechnete</translation>
    </message>
    <message>
        <source>The history store is empty. Open a file of bars, take those of the chart, or fill it with bellwether-cli import.</source>
        <translation>Der Historienspeicher ist leer. Eine Datei mit Kerzen öffnen, die des Charts nehmen oder ihn mit bellwether-cli import füllen.</translation>
    </message>
    <message>
        <source>Open a file, take the bars of the chart, or import a history first.</source>
        <translation>Zuerst eine Datei öffnen, die Kerzen des Charts nehmen oder eine Historie importieren.</translation>
    </message>
</context>
<context>
    <name>bellwether::DataTable</name>
    <message>
        <source>Export table</source>
        <translation>Tabelle exportieren</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>Als CSV exportieren…</translation>
    </message>
    <message>
        <source>Resize columns to fit</source>
        <translation>Spalten anpassen</translation>
    </message>
    <message>
        <source>Clear sorting</source>
        <translation>Sortierung aufheben</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>Not written: %1 (%2)</source>
        <translation>Nicht geschrieben: %1 (%2)</translation>
    </message>
</context>
<context>
    <name>bellwether::DecimalEdit</name>
    <message>
        <source>%1 is not a number.</source>
        <translation>%1 ist keine Zahl.</translation>
    </message>
    <message>
        <source>%1 is below %2.</source>
        <translation>%1 liegt unter %2.</translation>
    </message>
    <message>
        <source>%1 is not a multiple of %2.</source>
        <translation>%1 ist kein Vielfaches von %2.</translation>
    </message>
</context>
<context>
    <name>bellwether::DepthLadder</name>
    <message>
        <source>Depth ladder</source>
        <translation>Orderbuch-Leiter</translation>
    </message>
    <message>
        <source>Move to %1</source>
        <translation>Auf %1 verschieben</translation>
    </message>
    <message>
        <source>Buy limit at %1</source>
        <translation>Kauf-Limit bei %1</translation>
    </message>
    <message>
        <source>Buy stop at %1</source>
        <translation>Kauf-Stopp bei %1</translation>
    </message>
    <message>
        <source>Sell limit at %1</source>
        <translation>Verkauf-Limit bei %1</translation>
    </message>
    <message>
        <source>Sell stop at %1</source>
        <translation>Verkauf-Stopp bei %1</translation>
    </message>
    <message>
        <source>My buys</source>
        <translation>Käufe</translation>
    </message>
    <message>
        <source>Bid</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Brief</translation>
    </message>
    <message>
        <source>My sells</source>
        <translation>Verkäufe</translation>
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
        <translation>Stopp</translation>
    </message>
</context>
<context>
    <name>bellwether::DepthPanel</name>
    <message>
        <source>Quantity of a click</source>
        <translation>Menge je Klick</translation>
    </message>
    <message>
        <source>Quantity of an order placed by a click</source>
        <translation>Menge einer Order, die ein Klick aufgibt</translation>
    </message>
    <message>
        <source>Price step</source>
        <translation>Preisstufe</translation>
    </message>
    <message>
        <source>Prices of one row</source>
        <translation>Preise einer Zeile</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Folgen</translation>
    </message>
    <message>
        <source>Keep the market in the middle</source>
        <translation>Den Markt in der Mitte halten</translation>
    </message>
    <message>
        <source>Keep the market in the middle (F); it stands still under the pointer. C centres once.</source>
        <translation>Den Markt in der Mitte halten (F); unter dem Zeiger steht die Leiter still. C zentriert einmal.</translation>
    </message>
    <message>
        <source>An index cannot be traded: it has no order book.</source>
        <translation>Ein Index ist nicht handelbar: Er hat kein Orderbuch.</translation>
    </message>
    <message>
        <source>Waiting for the order book…</source>
        <translation>Warte auf das Orderbuch…</translation>
    </message>
    <message>
        <source>This feed has no order book: a replay of bars knows prices, not what rested around them.</source>
        <translation>Diese Quelle hat kein Orderbuch: Eine Wiedergabe von Kerzen kennt Preise, nicht die Orders um sie herum.</translation>
    </message>
    <message>
        <source>Nothing is quoted now: the exchange is closed.</source>
        <translation>Zurzeit keine Kurse: Die Börse ist geschlossen.</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>bids %1 · asks %2 · %3 bid</source>
        <translation>Geld %1 · Brief %2 · %3 Geld</translation>
    </message>
    <message>
        <source>The quantity of a click is no multiple of the lot.</source>
        <translation>Die Menge je Klick ist kein Vielfaches des Lots.</translation>
    </message>
</context>
<context>
    <name>bellwether::DrawingBar</name>
    <message>
        <source>Select and pan (Esc)</source>
        <translation>Wählen und verschieben (Esc)</translation>
    </message>
    <message>
        <source>Shift+click</source>
        <translation>Umschalt+Klick</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Zurücknehmen (Strg+Z)</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Y)</source>
        <translation>Wiederholen (Strg+Y)</translation>
    </message>
    <message>
        <source>Remove the selected drawing (Delete)</source>
        <translation>Gewählte Zeichnung entfernen (Entf)</translation>
    </message>
</context>
<context>
    <name>bellwether::DrawingLayer</name>
    <message>
        <source>Remove drawing</source>
        <translation>Zeichnung entfernen</translation>
    </message>
    <message>
        <source>Remove all drawings</source>
        <translation>Alle Zeichnungen entfernen</translation>
    </message>
    <message>
        <source>Text of the drawing</source>
        <translation>Text der Zeichnung</translation>
    </message>
    <message>
        <source>Text, then Enter</source>
        <translation>Text, dann Eingabe</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Move drawing</source>
        <translation>Zeichnung bewegen</translation>
    </message>
</context>
<context>
    <name>bellwether::EventLogModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>venue&apos;s interface</source>
        <translation>Schnittstelle</translation>
    </message>
    <message>
        <source>data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>trading</source>
        <translation>Handel</translation>
    </message>
    <message>
        <source>system</source>
        <translation>System</translation>
    </message>
    <message>
        <source>tried again</source>
        <translation>wiederholt</translation>
    </message>
    <message>
        <source>waited for</source>
        <translation>abgewartet</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>aufgegeben</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
</context>
<context>
    <name>bellwether::EventLogPanel</name>
    <message>
        <source>Filter events</source>
        <translation>Ereignisse filtern</translation>
    </message>
    <message>
        <source>Least severity</source>
        <translation>Mindeste Schwere</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Event log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>No event.</source>
        <translation>Kein Ereignis.</translation>
    </message>
</context>
<context>
    <name>bellwether::ExitSection</name>
    <message>
        <source>Stops and targets</source>
        <translation>Stopps und Ziele</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Loss at which a position is closed, from the price of the signal. With the desk&apos;s sizing it is the strategy&apos;s where nothing is chosen, else there is none.</source>
        <translation>Verlust, bei dem eine Position geschlossen wird, ab dem Kurs des Signals. Mit der Größe des Desks gilt ohne Wahl der der Strategie, sonst gibt es keinen.</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Gain at which a position is closed; likewise</source>
        <translation>Gewinn, bei dem eine Position geschlossen wird; ebenso</translation>
    </message>
    <message>
        <source>Time stop</source>
        <translation>Zeitstopp</translation>
    </message>
    <message>
        <source>as the limits say</source>
        <translation>wie die Limits sagen</translation>
    </message>
    <message>
        <source>Closes a position after so long: minutes, or 4h, 2d; 0 never</source>
        <translation>Schließt eine Position nach so langer Zeit: Minuten, oder 4h, 2d; 0 nie</translation>
    </message>
    <message>
        <source>Inside a bar</source>
        <translation>Im Balken</translation>
    </message>
    <message>
        <source>stop before target</source>
        <translation>Stopp vor Ziel</translation>
    </message>
    <message>
        <source>bars of %1</source>
        <translation>Balken zu %1</translation>
    </message>
    <message>
        <source>What tells whether stop or target came first: the pessimistic rule, or shorter bars of the store</source>
        <translation>Was entscheidet, ob Stopp oder Ziel zuerst kam: die vorsichtige Regel, oder kürzere Balken aus dem Speicher</translation>
    </message>
    <message>
        <source>by default</source>
        <translation>Standard</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>strategy&apos;s own</source>
        <translation>der Strategie</translation>
    </message>
    <message>
        <source>% of the price</source>
        <translation>% vom Kurs</translation>
    </message>
    <message>
        <source>× ATR (14)</source>
        <translation>× ATR (14)</translation>
    </message>
    <message>
        <source>Minutes, or a time such as 4h or 2d.</source>
        <translation>Minuten, oder eine Zeit wie 4h oder 2d.</translation>
    </message>
    <message>
        <source>Trailing stop</source>
        <translation>Trailing-Stopp</translation>
    </message>
    <message>
        <source>The stop follows the best price since the entry at this distance and never goes back. It moves when a bar has closed: inside a bar the stop of before counts.</source>
        <translation>Der Stopp folgt dem besten Kurs seit dem Einstieg in diesem Abstand und geht nie zurück. Er bewegt sich, wenn eine Kerze geschlossen hat: Innerhalb einer Kerze gilt der Stopp von vorher.</translation>
    </message>
    <message>
        <source>Breakeven</source>
        <translation>Auf Einstand</translation>
    </message>
    <message>
        <source>Gain from the entry that moves the stop there, when the bar has closed</source>
        <translation>Gewinn ab dem Einstieg, der den Stopp dorthin zieht, sobald die Kerze geschlossen hat</translation>
    </message>
</context>
<context>
    <name>bellwether::ExposurePanel</name>
    <message>
        <source>Exposure by</source>
        <translation>Engagement nach</translation>
    </message>
    <message>
        <source>By strategy</source>
        <translation>Nach Strategie</translation>
    </message>
    <message>
        <source>By symbol</source>
        <translation>Nach Symbol</translation>
    </message>
    <message>
        <source>By sector</source>
        <translation>Nach Sektor</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Engagement</translation>
    </message>
    <message>
        <source>Nothing is held and no signal was raised yet.</source>
        <translation>Nichts wird gehalten und noch kein Signal wurde gemeldet.</translation>
    </message>
    <message>
        <source>Share of the exposure</source>
        <translation>Anteil am Engagement</translation>
    </message>
    <message>
        <source>Profit and loss</source>
        <translation>Gewinn und Verlust</translation>
    </message>
    <message>
        <source>Nothing is held.</source>
        <translation>Nichts wird gehalten.</translation>
    </message>
    <message>
        <source>No result yet.</source>
        <translation>Noch kein Ergebnis.</translation>
    </message>
    <message>
        <source>Shares</source>
        <translation>Anteile</translation>
    </message>
    <message>
        <source>P&amp;L</source>
        <translation>G/V</translation>
    </message>
</context>
<context>
    <name>bellwether::ExposureTableModel</name>
    <message>
        <source>no sector</source>
        <translation>ohne Sektor</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Strategy, symbol or sector</source>
        <translation>Strategie, Symbol oder Sektor</translation>
    </message>
    <message>
        <source>Pos.</source>
        <translation>Pos.</translation>
    </message>
    <message>
        <source>Open positions</source>
        <translation>Offene Positionen</translation>
    </message>
    <message>
        <source>Long</source>
        <translation>Long</translation>
    </message>
    <message>
        <source>Market value of the long positions</source>
        <translation>Marktwert der Long-Positionen</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Short</translation>
    </message>
    <message>
        <source>Market value of the short positions</source>
        <translation>Marktwert der Short-Positionen</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
    <message>
        <source>Long less short</source>
        <translation>Long minus Short</translation>
    </message>
    <message>
        <source>Of equity</source>
        <translation>Vom Kapital</translation>
    </message>
    <message>
        <source>Long and short together against the equity</source>
        <translation>Long und Short zusammen gegenüber dem Kapital</translation>
    </message>
    <message>
        <source>Open P&amp;L</source>
        <translation>Offener G/V</translation>
    </message>
    <message>
        <source>Unrealized profit or loss, before costs</source>
        <translation>Unrealisierter Gewinn oder Verlust, vor Kosten</translation>
    </message>
    <message>
        <source>Realized</source>
        <translation>Realisiert</translation>
    </message>
    <message>
        <source>Realized profit or loss of the fills listed, before costs</source>
        <translation>Realisierter Gewinn oder Verlust der gelisteten Ausführungen, vor Kosten</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Commission and fees of the fills listed</source>
        <translation>Provision und Gebühren der gelisteten Ausführungen</translation>
    </message>
    <message>
        <source>At stops</source>
        <translation>An Stopps</translation>
    </message>
    <message>
        <source>Lost from here if every stop is hit; a warning where a position has none</source>
        <translation>Verlust ab hier, wenn jeder Stopp erreicht wird; eine Warnung, wo eine Position keinen hat</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>Trades</translation>
    </message>
    <message>
        <source>Fills that closed something</source>
        <translation>Ausführungen, die etwas geschlossen haben</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Gewonnen</translation>
    </message>
    <message>
        <source>Share of them with a profit</source>
        <translation>Anteil davon mit Gewinn</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signale</translation>
    </message>
    <message>
        <source>Signals raised, as the queue and the history list them</source>
        <translation>Gemeldete Signale, wie Warteschlange und Verlauf sie führen</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>Geordert</translation>
    </message>
    <message>
        <source>Signals that became orders</source>
        <translation>Signale, die zu Orders wurden</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Signals rejected by the trader</source>
        <translation>Vom Händler abgelehnte Signale</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Signals that expired or were superseded</source>
        <translation>Abgelaufene oder ersetzte Signale</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>Verweigert</translation>
    </message>
    <message>
        <source>Signals refused by the risk gate</source>
        <translation>Von der Risikoprüfung verweigerte Signale</translation>
    </message>
    <message numerus="yes">
        <source>%n position(s) without a full stop</source>
        <translation>
            <numerusform>%n Position ohne vollen Stopp</numerusform>
            <numerusform>%n Positionen ohne vollen Stopp</numerusform>
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
        <translation>nach %1
95 %: %2
75 %: %3
50 %: %4
25 %: %5
5 %: %6</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>ruin</source>
        <translation>Ruin</translation>
    </message>
</context>
<context>
    <name>bellwether::FeedControls</name>
    <message>
        <source>Speed of the market</source>
        <translation>Geschwindigkeit des Marktes</translation>
    </message>
    <message>
        <source>Speed of the market; ×1 is real time</source>
        <translation>Geschwindigkeit des Marktes; ×1 ist Echtzeit</translation>
    </message>
    <message>
        <source>max</source>
        <translation>max.</translation>
    </message>
</context>
<context>
    <name>bellwether::FillTableModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>When it was filled, in the exchange&apos;s zone</source>
        <translation>Zeit der Ausführung, in der Zeitzone der Börse</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>Instrument</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Quantity filled, in units</source>
        <translation>Ausgeführte Menge in Stück</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Price of the fill</source>
        <translation>Preis der Ausführung</translation>
    </message>
    <message>
        <source>Slippage</source>
        <translation>Slippage</translation>
    </message>
    <message>
        <source>Price given away against what the decision saw; positive is worse</source>
        <translation>Preis, der gegenüber der Entscheidung verloren ging; positiv ist schlechter</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Gebühr</translation>
    </message>
    <message>
        <source>Commission of the fill</source>
        <translation>Provision der Ausführung</translation>
    </message>
    <message>
        <source>Realized</source>
        <translation>Realisiert</translation>
    </message>
    <message>
        <source>Profit or loss of the closed part, before costs</source>
        <translation>Gewinn oder Verlust des geschlossenen Teils, vor Kosten</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Strategy that owns the fill</source>
        <translation>Strategie, der die Ausführung gehört</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>Number of the order</source>
        <translation>Nummer der Order</translation>
    </message>
</context>
<context>
    <name>bellwether::FillsPanel</name>
    <message>
        <source>Fills</source>
        <translation>Fills</translation>
    </message>
    <message>
        <source>No fill yet.</source>
        <translation>Noch keine Ausführung.</translation>
    </message>
</context>
<context>
    <name>bellwether::FormSection</name>
    <message>
        <source>Fold this part away, or open it</source>
        <translation>Diesen Teil ein- oder ausklappen</translation>
    </message>
    <message>
        <source>A number of at least 0.</source>
        <translation>Eine Zahl ab 0.</translation>
    </message>
    <message>
        <source>A number above 0.</source>
        <translation>Eine Zahl über 0.</translation>
    </message>
    <message>
        <source>A percentage such as 0.1.</source>
        <translation>Ein Prozentsatz wie 0.1.</translation>
    </message>
</context>
<context>
    <name>bellwether::Headline</name>
    <message>
        <source>From %1 daily returns and %2 closed trades.</source>
        <translation>Aus %1 Tagesrenditen und %2 geschlossenen Trades.</translation>
    </message>
    <message>
        <source>Result of the run</source>
        <translation>Ergebnis des Laufs</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Rendite</translation>
    </message>
    <message>
        <source>Buy and hold</source>
        <translation>Kaufen und halten</translation>
    </message>
    <message>
        <source>Max drawdown</source>
        <translation>Größter Rückgang</translation>
    </message>
    <message>
        <source>Sharpe</source>
        <translation>Sharpe</translation>
    </message>
    <message>
        <source>Profit factor</source>
        <translation>Profitfaktor</translation>
    </message>
    <message>
        <source>Win rate</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>Trades</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Final equity</source>
        <translation>Endkapital</translation>
    </message>
    <message>
        <source>Nothing was charged and no price was worsened.</source>
        <translation>Nichts wurde berechnet und kein Preis verschlechtert.</translation>
    </message>
    <message>
        <source>From a capital of %1</source>
        <translation>Mit einem Kapital von %1</translation>
    </message>
    <message>
        <source>%1 on %2 %3, %4 to %5, %6 bars in %7 s</source>
        <translation>%1 auf %2 %3, %4 bis %5, %6 Kerzen in %7 s</translation>
    </message>
    <message>
        <source>Parameters: %1
Data: %2</source>
        <translation>Parameter: %1
Daten: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ✓</source>
        <translation>%1 ✓</translation>
    </message>
    <message>
        <source>%1 held</source>
        <translation>%1 gehalten</translation>
    </message>
</context>
<context>
    <name>bellwether::HistogramChart</name>
    <message>
        <source>%1 to %2: %3</source>
        <translation>%1 bis %2: %3</translation>
    </message>
</context>
<context>
    <name>bellwether::IndicatorSettings</name>
    <message>
        <source>This indicator has no numbers to set.</source>
        <translation>Dieser Indikator hat keine Zahlen zum Einstellen.</translation>
    </message>
</context>
<context>
    <name>bellwether::IntervalBox</name>
    <message>
        <source>Timeframe</source>
        <translation>Zeitrahmen</translation>
    </message>
    <message>
        <source>Minutes, or 1h, 4h, 1d, 1w; Enter applies</source>
        <translation>Minuten oder 1h, 4h, 1d, 1w; Eingabe übernimmt</translation>
    </message>
</context>
<context>
    <name>bellwether::KeysDialog</name>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Keine Taste</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Filter commands and keys</source>
        <translation>Befehle und Tasten filtern</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neue Taste</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Chart (with the focus)</source>
        <translation>Chart (mit Fokus)</translation>
    </message>
    <message>
        <source>Zoom at the cursor</source>
        <translation>Am Zeiger zoomen</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Mausrad</translation>
    </message>
    <message>
        <source>Scroll in time</source>
        <translation>In der Zeit blättern</translation>
    </message>
    <message>
        <source>Shift+Wheel, drag</source>
        <translation>Umschalt+Rad, ziehen</translation>
    </message>
    <message>
        <source>Scale prices</source>
        <translation>Preise skalieren</translation>
    </message>
    <message>
        <source>Alt+Wheel, drag the price axis</source>
        <translation>Alt+Rad, Preisachse ziehen</translation>
    </message>
    <message>
        <source>Prices follow the bars again</source>
        <translation>Preise folgen wieder den Kerzen</translation>
    </message>
    <message>
        <source>Double click on the price axis</source>
        <translation>Doppelklick auf die Preisachse</translation>
    </message>
    <message>
        <source>Move prices</source>
        <translation>Preise verschieben</translation>
    </message>
    <message>
        <source>Ctrl+Drag</source>
        <translation>Strg+Ziehen</translation>
    </message>
    <message>
        <source>New key for “%1”:</source>
        <translation>Neue Taste für „%1“:</translation>
    </message>
    <message>
        <source>Choose a command to change its key.</source>
        <translation>Wählen Sie einen Befehl, um seine Taste zu ändern.</translation>
    </message>
</context>
<context>
    <name>bellwether::KillReceipt</name>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Kill switch: not used in this run.</source>
        <translation>Notausschalter: in diesem Lauf nicht benutzt.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Receipt of the kill switch</source>
        <translation>Beleg des Notausschalters</translation>
    </message>
    <message>
        <source>Copy the receipt</source>
        <translation>Den Beleg kopieren</translation>
    </message>
    <message>
        <source>Rehearse the kill switch</source>
        <translation>Notausschalter proben</translation>
    </message>
    <message>
        <source>Says what the kill switch would do now, and does nothing</source>
        <translation>Sagt, was der Notausschalter jetzt täte, und tut nichts</translation>
    </message>
    <message>
        <source>New risk is refused since %1; auto-trade is off.</source>
        <translation>Neues Risiko wird seit %1 verweigert; Auto-Handel ist aus.</translation>
    </message>
    <message>
        <source>The latch is on disk: a restart does not lift it.</source>
        <translation>Die Sperre ist auf der Platte: Ein Neustart hebt sie nicht auf.</translation>
    </message>
    <message>
        <source>The latch waits for the disk.</source>
        <translation>Die Sperre wartet auf die Platte.</translation>
    </message>
    <message>
        <source>Orders: cancel asked for %1, not proved gone yet %2.</source>
        <translation>Orders: Storno verlangt für %1, noch nicht nachweislich weg %2.</translation>
    </message>
    <message>
        <source>Positions: exits sent %1, still held %2.</source>
        <translation>Positionen: gesendete Ausstiege %1, noch gehalten %2.</translation>
    </message>
    <message>
        <source>Positions stay, and so do their stops and targets.</source>
        <translation>Positionen bleiben, ebenso ihre Stopps und Ziele.</translation>
    </message>
    <message>
        <source>Done at %1, %2 after the switch.</source>
        <translation>Fertig um %1, %2 nach dem Schalter.</translation>
    </message>
    <message>
        <source>Reset at %1: new risk is allowed again.</source>
        <translation>Zurückgesetzt um %1: Neues Risiko ist wieder erlaubt.</translation>
    </message>
    <message>
        <source>Kill switch, receipt</source>
        <translation>Notausschalter, Beleg</translation>
    </message>
    <message>
        <source>order %1: %2 %3 %4 %5</source>
        <translation>Order %1: %2 %3 %4 %5</translation>
    </message>
    <message>
        <source>Rehearsal at %1, nothing was done.</source>
        <translation>Probe um %1, nichts wurde getan.</translation>
    </message>
    <message>
        <source>Auto-trade goes off.</source>
        <translation>Auto-Handel geht aus.</translation>
    </message>
    <message>
        <source>Auto-trade is off already.</source>
        <translation>Auto-Handel ist schon aus.</translation>
    </message>
    <message>
        <source>Worked orders that end: %1.</source>
        <translation>Bearbeitete Orders, die enden: %1.</translation>
    </message>
    <message>
        <source>Entries cancelled: %1.</source>
        <translation>Stornierte Einstiege: %1.</translation>
    </message>
    <message>
        <source>Stops, targets and exits that stay: %1.</source>
        <translation>Stopps, Ziele und Ausstiege, die bleiben: %1.</translation>
    </message>
    <message>
        <source>With closing: those are cancelled too, and positions closed at the market: %1, worth %2.</source>
        <translation>Mit Schließen: Auch diese werden storniert und Positionen zum Markt geschlossen: %1, im Wert von %2.</translation>
    </message>
    <message>
        <source>%1 %2 %3, P&amp;L %4</source>
        <translation>%1 %2 %3, G/V %4</translation>
    </message>
    <message>
        <source>Kill switch, rehearsal</source>
        <translation>Notausschalter, Probe</translation>
    </message>
</context>
<context>
    <name>bellwether::LegendButtons</name>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>bellwether::LevelLayer</name>
    <message>
        <source>ticks</source>
        <translation>Ticks</translation>
    </message>
    <message>
        <source>no stop: R not known</source>
        <translation>kein Stopp: R unbekannt</translation>
    </message>
    <message>
        <source>new stop</source>
        <translation>neuer Stopp</translation>
    </message>
    <message>
        <source>new target</source>
        <translation>neues Ziel</translation>
    </message>
    <message>
        <source>Close this position at the market</source>
        <translation>Diese Position zum Marktpreis schließen</translation>
    </message>
    <message>
        <source>Cancel this order</source>
        <translation>Diese Order stornieren</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Drag to set a stop or a target. Click: money, percent, ticks, R.</source>
        <translation>Ziehen setzt Stopp oder Ziel. Klick: Geld, Prozent, Ticks, R.</translation>
    </message>
    <message>
        <source>Drag to change the price. Esc puts it back.</source>
        <translation>Ziehen ändert den Preis. Esc legt ihn zurück.</translation>
    </message>
</context>
<context>
    <name>bellwether::LimitDialog</name>
    <message>
        <source>Limit: %1</source>
        <translation>Grenze: %1</translation>
    </message>
    <message>
        <source>Conservative</source>
        <translation>Vorsichtig</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Gebrauch</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>&amp;New, in %1</source>
        <translation>&amp;Neu, in %1</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Outside %1 to %2.</source>
        <translation>Außerhalb von %1 bis %2.</translation>
    </message>
    <message>
        <source>Only whole numbers.</source>
        <translation>Nur ganze Zahlen.</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>Noch ist nichts geändert.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Looser: more risk may pass. It is asked about once more.</source>
        <translation>Lockerer: Mehr Risiko kann durchgehen. Es wird noch einmal gefragt.</translation>
    </message>
    <message>
        <source>Tighter, and already used up: what adds to it is refused at once. What is open stays.</source>
        <translation>Enger und schon ausgeschöpft: Was dazukäme, wird sofort verweigert. Was offen ist, bleibt.</translation>
    </message>
    <message>
        <source>Takes effect at the gate at once.</source>
        <translation>Gilt an der Prüfung sofort.</translation>
    </message>
    <message>
        <source>Loosen to %1…</source>
        <translation>Lockern auf %1…</translation>
    </message>
    <message>
        <source>Set to %1</source>
        <translation>Setzen auf %1</translation>
    </message>
    <message>
        <source>Loosen a limit</source>
        <translation>Eine Grenze lockern</translation>
    </message>
    <message>
        <source>%1: %2 → %3. More risk may pass from now on. The change is written into the journal.</source>
        <translation>%1: %2 → %3. Ab jetzt kann mehr Risiko durchgehen. Die Änderung wird ins Journal geschrieben.</translation>
    </message>
    <message>
        <source>Loosen to %1</source>
        <translation>Lockern auf %1</translation>
    </message>
</context>
<context>
    <name>bellwether::LimitTableModel</name>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Limit of the risk gate</source>
        <translation>Grenze der Risikoprüfung</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Genutzt</translation>
    </message>
    <message>
        <source>Share of the limit in use now</source>
        <translation>Jetzt genutzter Anteil der Grenze</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Value now</source>
        <translation>Wert jetzt</translation>
    </message>
    <message>
        <source>Conservative</source>
        <translation>Vorsichtig</translation>
    </message>
    <message>
        <source>Value of the conservative preset</source>
        <translation>Wert der vorsichtigen Vorgabe</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Value of the active preset</source>
        <translation>Wert der aktiven Vorgabe</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>Value at which the gate refuses; double click to change it</source>
        <translation>Wert, ab dem die Prüfung verweigert; Doppelklick ändert ihn</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
</context>
<context>
    <name>bellwether::LockScreen</name>
    <message>
        <source>The window is locked</source>
        <translation>Das Fenster ist gesperrt</translation>
    </message>
    <message>
        <source>The desk goes on: stops, targets and limits are watched. Kill switch, close all and cancel all still answer to their keys.</source>
        <translation>Der Handel läuft weiter: Stopps, Ziele und Grenzen werden überwacht. Notschalter, alles schließen und alles stornieren hören weiter auf ihre Tasten.</translation>
    </message>
    <message>
        <source>Unlock (Ctrl+L)</source>
        <translation>Entsperren (Strg+L)</translation>
    </message>
</context>
<context>
    <name>bellwether::LossGauge</name>
    <message>
        <source>Day loss against the halt limit</source>
        <translation>Tagesverlust gegenüber der Haltgrenze</translation>
    </message>
    <message>
        <source>Day loss</source>
        <translation>Tagesverlust</translation>
    </message>
</context>
<context>
    <name>bellwether::MainWindow</name>
    <message>
        <source>Layouts</source>
        <translation>Anordnungen</translation>
    </message>
    <message>
        <source>Reset…</source>
        <translation>Freigeben…</translation>
    </message>
    <message>
        <source>KILL</source>
        <translation>NOT-AUS</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signale</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Chart</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>Beobachtungsliste</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>Fills</source>
        <translation>Fills</translation>
    </message>
    <message>
        <source>Signal history</source>
        <translation>Signalverlauf</translation>
    </message>
    <message>
        <source>Event log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Signals (%1)</source>
        <translation>Signale (%1)</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Verweigert: %1</translation>
    </message>
    <message>
        <source>The replay has ended.</source>
        <translation>Die Wiedergabe ist zu Ende.</translation>
    </message>
    <message>
        <source>AUTO-TRADE ON</source>
        <translation>AUTO-HANDEL AN</translation>
    </message>
    <message>
        <source>Auto-trade</source>
        <translation>Auto-Handel</translation>
    </message>
    <message>
        <source>Arm auto-trade</source>
        <translation>Auto-Handel scharf stellen</translation>
    </message>
    <message>
        <source>Signals with a confidence of %1 or more go to the risk gate without a question, up to %2 positions (%3 open now). The day ends at a loss of %4; %5 is lost so far.</source>
        <translation>Signale mit einer Konfidenz ab %1 gehen ohne Frage zur Risikoprüfung, bis zu %2 Positionen (%3 jetzt offen). Der Tag endet bei einem Verlust von %4; %5 sind bisher verloren.</translation>
    </message>
    <message>
        <source>Close all positions</source>
        <translation>Alle Positionen schließen</translation>
    </message>
    <message>
        <source>Market orders to send: %1, worth %2 together. Profit or loss taken: about %3. Stops and targets of these positions are cancelled.</source>
        <translation>Zu sendende Marktorders: %1, zusammen %2 wert. Gewinn oder Verlust: etwa %3. Stopps und Ziele dieser Positionen werden storniert.</translation>
    </message>
    <message>
        <source>Close all (%1)</source>
        <translation>Alle schließen (%1)</translation>
    </message>
    <message>
        <source>Cancel all orders</source>
        <translation>Alle Orders stornieren</translation>
    </message>
    <message>
        <source>Working orders to cancel: %1. Stops among them: %2; their positions are then without protection.</source>
        <translation>Zu stornierende Orders: %1. Darunter Stopps: %2; ihre Positionen sind dann ohne Schutz.</translation>
    </message>
    <message>
        <source>Working orders to cancel: %1.</source>
        <translation>Zu stornierende Orders: %1.</translation>
    </message>
    <message>
        <source>Cancel all (%1)</source>
        <translation>Alle stornieren (%1)</translation>
    </message>
    <message>
        <source>Kill switch</source>
        <translation>Notausschalter</translation>
    </message>
    <message>
        <source>Trading stops now: auto-trade goes off and no new risk is taken until you reset the switch. Working orders cancelled: %1. Open positions: %2, worth %3.</source>
        <translation>Der Handel endet jetzt: Auto-Handel geht aus und kein neues Risiko wird eingegangen, bis Sie freigeben. Stornierte Orders: %1. Offene Positionen: %2, %3 wert.</translation>
    </message>
    <message>
        <source>Stop trading</source>
        <translation>Handel stoppen</translation>
    </message>
    <message>
        <source>Also close all positions at the market (%1)</source>
        <translation>Auch alle Positionen zum Markt schließen (%1)</translation>
    </message>
    <message>
        <source>Reset after kill or halt</source>
        <translation>Nach Not-Aus oder Halt freigeben</translation>
    </message>
    <message>
        <source>New risk is allowed again. Reason of the stop: %1. Lost today: %2 of %3.</source>
        <translation>Neues Risiko ist wieder erlaubt. Grund des Stopps: %1. Heute verloren: %2 von %3.</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>Allow trading again</source>
        <translation>Handel wieder erlauben</translation>
    </message>
    <message>
        <source>Why it is safe to go on (goes into the journal)</source>
        <translation>Warum es sicher weitergeht (kommt ins Journal)</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Engagement</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>Shadow ledger</source>
        <translation>Schattenbuch</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Order</translation>
    </message>
    <message>
        <source>%1 %2 %3, %4, %5</source>
        <translation>%1 %2 %3, %4, %5</translation>
    </message>
    <message>
        <source>LONG</source>
        <translation>LONG</translation>
    </message>
    <message>
        <source>SHORT</source>
        <translation>SHORT</translation>
    </message>
    <message>
        <source>stop at %1</source>
        <translation>Stopp bei %1</translation>
    </message>
    <message>
        <source>NO STOP</source>
        <translation>OHNE STOPP</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message numerus="yes">
        <source>%n position(s) open:</source>
        <translation>
            <numerusform>%n Position offen:</numerusform>
            <numerusform>%n Positionen offen:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing watches over the %n position(s) without a stop while the program is closed.</source>
        <translation>
            <numerusform>Niemand wacht über die %n Position ohne Stopp, solange das Programm geschlossen ist.</numerusform>
            <numerusform>Niemand wacht über die %n Positionen ohne Stopp, solange das Programm geschlossen ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>Each has a stop. On a paper account stops wait until the program runs again.</source>
        <translation>Jede hat einen Stopp. Auf einem Papierkonto warten Stopps, bis das Programm wieder läuft.</translation>
    </message>
    <message>
        <source>Close with open positions</source>
        <translation>Mit offenen Positionen schließen</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Fenster schließen</translation>
    </message>
    <message>
        <source>First close all positions at the market (%1)</source>
        <translation>Zuerst alle Positionen zum Markt schließen (%1)</translation>
    </message>
    <message>
        <source>Closing all positions; the window closes when nothing is held.</source>
        <translation>Alle Positionen werden geschlossen; das Fenster schließt, wenn nichts mehr gehalten wird.</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Command, symbol or strategy</source>
        <translation>Befehl, Symbol oder Strategie</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Backtest</source>
        <translation>Backtest</translation>
    </message>
    <message>
        <source>Settings saved.</source>
        <translation>Einstellungen gespeichert.</translation>
    </message>
    <message>
        <source>Keep this layout</source>
        <translation>Diese Anordnung merken</translation>
    </message>
    <message>
        <source>The places of all panels are kept under a name; a layout of the same name is replaced.</source>
        <translation>Die Plätze aller Bereiche werden unter einem Namen gemerkt; eine gleichnamige Anordnung wird ersetzt.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Merken</translation>
    </message>
    <message>
        <source>Name of the layout</source>
        <translation>Name der Anordnung</translation>
    </message>
    <message>
        <source>Layout “%1” is kept.</source>
        <translation>Anordnung „%1“ ist gemerkt.</translation>
    </message>
    <message>
        <source>The layout “%1” does not fit this window.</source>
        <translation>Die Anordnung „%1“ passt nicht zu diesem Fenster.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Layout “%1” is deleted.</source>
        <translation>Anordnung „%1“ ist gelöscht.</translation>
    </message>
    <message>
        <source>Strategies</source>
        <translation>Strategien</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>One-click trading is armed.</source>
        <translation>Der Handel mit einem Klick ist scharf.</translation>
    </message>
    <message>
        <source>One-click trading is off.</source>
        <translation>Der Handel mit einem Klick ist aus.</translation>
    </message>
    <message>
        <source>Arm one-click trading</source>
        <translation>Handel mit einem Klick scharf schalten</translation>
    </message>
    <message>
        <source>Orders from the ladder and the ticket, close all and cancel all leave without a question. You are still asked above %1 of the equity or further than %2 from the last price, and the risk gate refuses what it always refuses. It goes off after %3 minutes without an order, and with the program.</source>
        <translation>Orders aus Leiter und Ticket, alles schließen und alles stornieren gehen ohne Frage hinaus. Gefragt wird weiterhin über %1 des Kapitals oder weiter als %2 vom letzten Preis, und die Risikoprüfung lehnt ab, was sie immer ablehnt. Nach %3 Minuten ohne Order und mit dem Programmende ist Schluss.</translation>
    </message>
    <message>
        <source>Books compared</source>
        <translation>Bücher verglichen</translation>
    </message>
    <message>
        <source>One chart</source>
        <translation>Ein Chart</translation>
    </message>
    <message>
        <source>Two charts beside each other</source>
        <translation>Zwei Charts nebeneinander</translation>
    </message>
    <message>
        <source>Two charts under each other</source>
        <translation>Zwei Charts untereinander</translation>
    </message>
    <message>
        <source>Four charts</source>
        <translation>Vier Charts</translation>
    </message>
    <message>
        <source>The layout of these monitors is back.</source>
        <translation>Die Anordnung dieser Bildschirme ist zurück.</translation>
    </message>
    <message>
        <source>Profits are shown before costs.</source>
        <translation>Gewinne werden vor Kosten gezeigt.</translation>
    </message>
    <message>
        <source>Profits are shown net: with the costs of the way in and of the way out.</source>
        <translation>Gewinne werden netto gezeigt: mit den Kosten des Ein- und des Ausstiegs.</translation>
    </message>
    <message>
        <source>Profits are shown with costs counted twice.</source>
        <translation>Gewinne werden mit doppelt gezählten Kosten gezeigt.</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>Replay files of bars</source>
        <translation>Kerzendateien abspielen</translation>
    </message>
    <message>
        <source>Bars (*.csv *.zip *.gz *.json *.txt);;All files (*)</source>
        <translation>Kerzen (*.csv *.zip *.gz *.json *.txt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The desk of %1 stops while the replay runs on a paper account of its own: its entries are cancelled, open positions (%2) and their stops (working orders: %3) wait for its return. “Exit to live” brings it back as it was, with auto-trade off.</source>
        <translation>Der Handel von %1 hält an, während die Wiedergabe auf einem eigenen Papierkonto läuft: Seine Einstiege werden storniert, offene Positionen (%2) und ihre Stopps (laufende Orders: %3) warten auf seine Rückkehr. „Zurück zum Markt“ bringt ihn zurück, wie er war, mit Auto-Handel aus.</translation>
    </message>
    <message>
        <source>Start the replay</source>
        <translation>Wiedergabe starten</translation>
    </message>
    <message>
        <source>It could not be done</source>
        <translation>Es ging nicht</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Loosen limits</source>
        <translation>Grenzen lockern</translation>
    </message>
    <message>
        <source>More risk may pass: %1. The settings are saved and hold from the next start. They can hold from now on.</source>
        <translation>Mehr Risiko kann durchgehen: %1. Die Einstellungen sind gespeichert und gelten ab dem nächsten Start. Sie können ab jetzt gelten.</translation>
    </message>
    <message>
        <source>Hold from now on</source>
        <translation>Ab jetzt gelten</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Konten</translation>
    </message>
    <message>
        <source>Bars of a day or less can be taken: change the timeframe of the chart.</source>
        <translation>Kerzen bis zu einem Tag lassen sich nehmen: den Zeitrahmen des Charts ändern.</translation>
    </message>
    <message>
        <source>Not written: %1 (%2)</source>
        <translation>Nicht geschrieben: %1 (%2)</translation>
    </message>
</context>
<context>
    <name>bellwether::MetricTableModel</name>
    <message>
        <source>Figure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>What is counted; its definition is the tooltip</source>
        <translation>Was gezählt wird; die Definition steht im Tooltip</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All trades and the whole account</source>
        <translation>Alle Trades und das ganze Konto</translation>
    </message>
    <message>
        <source>Long</source>
        <translation>Long</translation>
    </message>
    <message>
        <source>Long trades</source>
        <translation>Long-Trades</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Short</translation>
    </message>
    <message>
        <source>Short trades</source>
        <translation>Short-Trades</translation>
    </message>
    <message>
        <source>%1: %2
From %3 daily returns and %4 closed trades.</source>
        <translation>%1: %2
Aus %3 Tagesrenditen und %4 geschlossenen Trades.</translation>
    </message>
</context>
<context>
    <name>bellwether::MetricsPage</name>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>What was paid for</source>
        <translation>Wofür bezahlt wurde</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Over the whole run</source>
        <translation>Über den ganzen Lauf</translation>
    </message>
    <message>
        <source>Of gross profit</source>
        <translation>Vom Bruttogewinn</translation>
    </message>
    <message>
        <source>Amount ÷ gross profit of winning trades</source>
        <translation>Betrag ÷ Bruttogewinn der Gewinntrades</translation>
    </message>
    <message>
        <source>A trade</source>
        <translation>Je Trade</translation>
    </message>
    <message>
        <source>Amount ÷ closed trades</source>
        <translation>Betrag ÷ geschlossene Trades</translation>
    </message>
    <message>
        <source>Closed by</source>
        <translation>Geschlossen durch</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>Trades</translation>
    </message>
    <message>
        <source>Win rate</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Share with a net result above 0</source>
        <translation>Anteil mit Nettoergebnis über 0</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
    <message>
        <source>Σ results, net of costs</source>
        <translation>Σ Ergebnisse, nach Kosten</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Mean result</source>
        <translation>Mittleres Ergebnis</translation>
    </message>
    <message>
        <source>Entry not made</source>
        <translation>Nicht erfolgter Einstieg</translation>
    </message>
    <message>
        <source>Why the signal became no order</source>
        <translation>Warum aus dem Signal keine Order wurde</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>1 − trough ÷ peak</source>
        <translation>1 − Tief ÷ Spitze</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>Peak − trough</source>
        <translation>Spitze − Tief</translation>
    </message>
    <message>
        <source>Peak</source>
        <translation>Spitze</translation>
    </message>
    <message>
        <source>Trough</source>
        <translation>Tief</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>Erholt</translation>
    </message>
    <message>
        <source>Figures of the run</source>
        <translation>Kennzahlen des Laufs</translation>
    </message>
    <message>
        <source>The figures of a run stand here.</source>
        <translation>Hier stehen die Kennzahlen eines Laufs.</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Nothing was charged.</source>
        <translation>Nichts wurde berechnet.</translation>
    </message>
    <message>
        <source>Exits</source>
        <translation>Ausstiege</translation>
    </message>
    <message>
        <source>No trade was closed.</source>
        <translation>Kein Trade wurde geschlossen.</translation>
    </message>
    <message>
        <source>Deepest drawdowns</source>
        <translation>Tiefste Rückgänge</translation>
    </message>
    <message>
        <source>Equity never fell.</source>
        <translation>Das Kapital fiel nie.</translation>
    </message>
    <message>
        <source>Entries not made</source>
        <translation>Nicht erfolgte Einstiege</translation>
    </message>
    <message>
        <source>Every entry was made.</source>
        <translation>Jeder Einstieg erfolgte.</translation>
    </message>
    <message>
        <source>together</source>
        <translation>zusammen</translation>
    </message>
    <message>
        <source>start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>Entered by</source>
        <translation>Eröffnet durch</translation>
    </message>
    <message>
        <source>Side, and the conditions that were met</source>
        <translation>Seite und die erfüllten Bedingungen</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>Einstiege</translation>
    </message>
    <message>
        <source>Stands here after a run.</source>
        <translation>Steht hier nach einem Lauf.</translation>
    </message>
</context>
<context>
    <name>bellwether::MoneySection</name>
    <message>
        <source>Money</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>Capital</source>
        <translation>Kapital</translation>
    </message>
    <message>
        <source>Money to begin with, in the currency of the symbol</source>
        <translation>Geld zu Beginn, in der Währung des Symbols</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>% at risk</source>
        <translation>% Risiko</translation>
    </message>
    <message>
        <source>% of equity</source>
        <translation>% vom Kapital</translation>
    </message>
    <message>
        <source>units</source>
        <translation>Stück</translation>
    </message>
    <message>
        <source>all in</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>long only</source>
        <translation>nur long</translation>
    </message>
    <message>
        <source>long and short</source>
        <translation>long und short</translation>
    </message>
    <message>
        <source>Whether a sell signal may open a short position</source>
        <translation>Ob ein Verkaufssignal eine Short-Position öffnen darf</translation>
    </message>
    <message>
        <source>Session rules</source>
        <translation>Sitzungsregeln</translation>
    </message>
    <message>
        <source>of the strategy</source>
        <translation>der Strategie</translation>
    </message>
    <message>
        <source>day trading</source>
        <translation>Tageshandel</translation>
    </message>
    <message>
        <source>short selling</source>
        <translation>Leerverkauf</translation>
    </message>
    <message>
        <source>short term</source>
        <translation>kurzfristig</translation>
    </message>
    <message>
        <source>long term</source>
        <translation>langfristig</translation>
    </message>
    <message>
        <source>Day trading is flat before the close (15:10 at the NSE), short selling sells and buys back within a day</source>
        <translation>Tageshandel ist vor Schluss glatt (15:10 an der NSE), Leerverkauf verkauft und kauft am selben Tag zurück</translation>
    </message>
    <message>
        <source>Percent of equity per entry</source>
        <translation>Prozent des Kapitals je Einstieg</translation>
    </message>
    <message>
        <source>Percent of equity at risk between entry and stop</source>
        <translation>Prozent des Kapitals, das zwischen Einstieg und Stopp riskiert wird</translation>
    </message>
    <message>
        <source>Units per entry</source>
        <translation>Stücke je Einstieg</translation>
    </message>
    <message>
        <source>All available money in each entry</source>
        <translation>Alles verfügbare Geld in jeden Einstieg</translation>
    </message>
    <message>
        <source>% of Kelly</source>
        <translation>% von Kelly</translation>
    </message>
    <message>
        <source>Risk: the desk&apos;s limits with stops and targets. The others follow the bare rule. Kelly: the share of equity that the closed trades of the run so far justify.</source>
        <translation>Risiko: die Grenzen des Handelsplatzes mit Stopps und Zielen. Die anderen folgen der bloßen Regel. Kelly: der Anteil am Kapital, den die bisher geschlossenen Trades des Laufs rechtfertigen.</translation>
    </message>
    <message>
        <source>Percent of the Kelly share per entry; half of it swings much less than all</source>
        <translation>Prozent des Kelly-Anteils je Einstieg; die Hälfte schwankt weit weniger als das Ganze</translation>
    </message>
</context>
<context>
    <name>bellwether::MonteCarloPage</name>
    <message>
        <source>Percentile</source>
        <translation>Perzentil</translation>
    </message>
    <message>
        <source>Share of the paths that end at or below</source>
        <translation>Anteil der Pfade, die dort oder darunter enden</translation>
    </message>
    <message>
        <source>Final equity</source>
        <translation>Endkapital</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Rendite</translation>
    </message>
    <message>
        <source>Final equity ÷ start − 1</source>
        <translation>Endkapital ÷ Start − 1</translation>
    </message>
    <message>
        <source>Max drawdown</source>
        <translation>Größter Rückgang</translation>
    </message>
    <message>
        <source>Share of the paths whose maximum drawdown is at or below</source>
        <translation>Anteil der Pfade, deren größter Rückgang dort oder darunter liegt</translation>
    </message>
    <message>
        <source>Percentiles of the paths</source>
        <translation>Perzentile der Pfade</translation>
    </message>
    <message>
        <source>Run a backtest, then draw its trades or days again to see how much of the result was luck.</source>
        <translation>Backtest starten, dann seine Trades oder Tage neu ziehen, um zu sehen, wie viel Glück war.</translation>
    </message>
    <message>
        <source>maximum drawdown of a path, %</source>
        <translation>größter Rückgang eines Pfads, %</translation>
    </message>
    <message>
        <source>Distribution of maximum drawdowns</source>
        <translation>Verteilung der größten Rückgänge</translation>
    </message>
    <message>
        <source>Percentiles</source>
        <translation>Perzentile</translation>
    </message>
    <message>
        <source>Percentiles stand here after a run of paths.</source>
        <translation>Perzentile stehen hier nach einem Lauf von Pfaden.</translation>
    </message>
    <message>
        <source>Maximum drawdowns</source>
        <translation>Größte Rückgänge</translation>
    </message>
    <message>
        <source>How deep the paths fell</source>
        <translation>Wie tief die Pfade fielen</translation>
    </message>
    <message>
        <source>How paths are made</source>
        <translation>Wie Pfade entstehen</translation>
    </message>
    <message>
        <source>draw trades, with replacement</source>
        <translation>Trades ziehen, mit Zurücklegen</translation>
    </message>
    <message>
        <source>the same trades in another order</source>
        <translation>dieselben Trades in anderer Folge</translation>
    </message>
    <message>
        <source>draw blocks of days</source>
        <translation>Blöcke von Tagen ziehen</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Pfade</translation>
    </message>
    <message>
        <source>1 to 1,000,000</source>
        <translation>1 bis 1.000.000</translation>
    </message>
    <message>
        <source>Ruin, %</source>
        <translation>Ruin, %</translation>
    </message>
    <message>
        <source>A loss of so much of the start is ruin</source>
        <translation>Ein Verlust von so viel des Starts ist Ruin</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same seed gives the same numbers</source>
        <translation>Derselbe Startwert gibt dieselben Zahlen</translation>
    </message>
    <message>
        <source>Draw paths</source>
        <translation>Pfade ziehen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Drawing…</source>
        <translation>Wird gezogen…</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>trades</source>
        <translation>Trades</translation>
    </message>
    <message>
        <source>as it came</source>
        <translation>wie es kam</translation>
    </message>
    <message>
        <source>Loss in %1 of the paths, ruin in %2. Median %3. %4 paths of %5 in %6 s.</source>
        <translation>Verlust in %1 der Pfade, Ruin in %2. Median %3. %4 Pfade aus %5 in %6 s.</translation>
    </message>
</context>
<context>
    <name>bellwether::OneClickFrame</name>
    <message>
        <source>One-click trading is armed</source>
        <translation>Der Handel mit einem Klick ist scharf</translation>
    </message>
    <message>
        <source>ONE-CLICK: orders leave without a question</source>
        <translation>EIN KLICK: Orders gehen ohne Frage hinaus</translation>
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
        <translation>Kauf</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Stop price</source>
        <translation>Stopp-Preis</translation>
    </message>
    <message>
        <source>Limit price</source>
        <translation>Limit-Preis</translation>
    </message>
    <message>
        <source>Stop loss</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>The stop loss is on the winning side of the price.</source>
        <translation>Der Stopp liegt auf der Gewinnseite des Preises.</translation>
    </message>
    <message>
        <source>The target is on the losing side of the price.</source>
        <translation>Das Ziel liegt auf der Verlustseite des Preises.</translation>
    </message>
    <message>
        <source>Worth %1, %2 from the last price %3.</source>
        <translation>Wert %1, %2 vom letzten Preis %3.</translation>
    </message>
    <message>
        <source>No stop loss: the risk is not bounded.</source>
        <translation>Kein Stopp: Das Risiko ist nicht begrenzt.</translation>
    </message>
    <message>
        <source>At risk to the stop: %1.</source>
        <translation>Risiko bis zum Stopp: %1.</translation>
    </message>
    <message>
        <source>BUY</source>
        <translation>KAUF</translation>
    </message>
    <message>
        <source>SELL</source>
        <translation>VERKAUF</translation>
    </message>
    <message>
        <source>Send %1 %2 %3 @ %4</source>
        <translation>%1 %2 %3 @ %4 senden</translation>
    </message>
</context>
<context>
    <name>bellwether::OrderConsent</name>
    <message>
        <source>Its value is %1 of the equity; you wanted to be asked above %2.</source>
        <translation>Ihr Wert ist %1 des Kapitals; über %2 wollten Sie gefragt werden.</translation>
    </message>
    <message>
        <source>Its price is %1 away from the last one; you wanted to be asked above %2.</source>
        <translation>Ihr Preis ist %1 vom letzten entfernt; über %2 wollten Sie gefragt werden.</translation>
    </message>
    <message>
        <source>It is %1 lots; you wanted to be asked above %2.</source>
        <translation>Es sind %1 Lots; über %2 wollten Sie gefragt werden.</translation>
    </message>
</context>
<context>
    <name>bellwether::OrderSender</name>
    <message>
        <source>Send %1 %2 %3</source>
        <translation>%1 %2 %3 senden</translation>
    </message>
    <message>
        <source>at %1 or better</source>
        <translation>zu %1 oder besser</translation>
    </message>
    <message>
        <source>at the market once %1 is reached</source>
        <translation>zum Markt, sobald %1 erreicht ist</translation>
    </message>
    <message>
        <source>at the market, about %1</source>
        <translation>zum Markt, etwa %1</translation>
    </message>
    <message>
        <source>%1 %2 %3 %4: value %5, costs %6.</source>
        <translation>%1 %2 %3 %4: Wert %5, Kosten %6.</translation>
    </message>
    <message>
        <source>It has no stop.</source>
        <translation>Sie hat keinen Stopp.</translation>
    </message>
    <message>
        <source>At the stop it loses %1, %2 of the equity.</source>
        <translation>Am Stopp verliert sie %1, %2 des Kapitals.</translation>
    </message>
    <message>
        <source>This is a LIVE account: it trades real money.</source>
        <translation>Dies ist ein LIVE-Konto: Es handelt mit echtem Geld.</translation>
    </message>
    <message>
        <source>This is a PAPER account.</source>
        <translation>Dies ist ein PAPIER-Konto.</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>Nicht gesendet: %1</translation>
    </message>
</context>
<context>
    <name>bellwether::OrderTableModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>When the order was made, in the exchange&apos;s zone</source>
        <translation>Entstehung der Order, in der Zeitzone der Börse</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>Instrument</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>What the order is for; only an entry adds risk</source>
        <translation>Wozu die Order dient; nur ein Einstieg erhöht das Risiko</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Quantity in units</source>
        <translation>Menge in Stück</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>Ausgeführt</translation>
    </message>
    <message>
        <source>Quantity filled so far</source>
        <translation>Bisher ausgeführte Menge</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>Limit price</source>
        <translation>Limitpreis</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop price</source>
        <translation>Stopppreis</translation>
    </message>
    <message>
        <source>Avg</source>
        <translation>Ø</translation>
    </message>
    <message>
        <source>Average price of the fills</source>
        <translation>Durchschnittspreis der Ausführungen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the working order</source>
        <translation>Die arbeitende Order stornieren</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Why it was sent, denied, rejected or cancelled</source>
        <translation>Warum sie gesendet, verweigert, abgewiesen oder storniert wurde</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Strategy that owns the order</source>
        <translation>Strategie, der die Order gehört</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Number of the order</source>
        <translation>Nummer der Order</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>CNC is delivery, MIS intraday and squared off before the close, NRML a derivative held over the night</source>
        <translation>CNC ist Lieferung, MIS Intraday und vor Börsenschluss glattgestellt, NRML ein Derivat über Nacht</translation>
    </message>
</context>
<context>
    <name>bellwether::OrdersPanel</name>
    <message>
        <source>Orders</source>
        <translation>Orders</translation>
    </message>
    <message>
        <source>No order yet: approve a signal to send one.</source>
        <translation>Noch keine Order: Genehmigen Sie ein Signal, um eine zu senden.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>Noch ist nichts geändert.</translation>
    </message>
    <message>
        <source>An entry cannot grow: send another order.</source>
        <translation>Ein Einstieg kann nicht wachsen: Senden Sie eine weitere Order.</translation>
    </message>
    <message>
        <source>Value %1 %2</source>
        <translation>Wert %1 %2</translation>
    </message>
    <message>
        <source>Change order %1: %2</source>
        <translation>Order %1 ändern: %2</translation>
    </message>
    <message>
        <source>Change the order</source>
        <translation>Order ändern</translation>
    </message>
    <message>
        <source>&amp;Quantity</source>
        <translation>&amp;Menge</translation>
    </message>
    <message>
        <source>&amp;Trigger</source>
        <translation>&amp;Auslöser</translation>
    </message>
    <message>
        <source>&amp;Price</source>
        <translation>&amp;Preis</translation>
    </message>
    <message>
        <source>This order cannot be changed any more.</source>
        <translation>Diese Order kann nicht mehr geändert werden.</translation>
    </message>
    <message>
        <source>Worked orders</source>
        <translation>Bearbeitete Orders</translation>
    </message>
    <message>
        <source>No worked order.</source>
        <translation>Keine bearbeitete Order.</translation>
    </message>
</context>
<context>
    <name>bellwether::OverviewPage</name>
    <message>
        <source>Equity and drawdown</source>
        <translation>Kapital und Rückgang</translation>
    </message>
    <message>
        <source>Choose a strategy and data on the left, then Run (Ctrl+Return).</source>
        <translation>Wählen Sie links Strategie und Daten, dann Starten (Strg+Eingabe).</translation>
    </message>
    <message>
        <source>Equity</source>
        <translation>Kapital</translation>
    </message>
    <message>
        <source>Drawdown</source>
        <translation>Rückgang</translation>
    </message>
    <message>
        <source>Returns by month</source>
        <translation>Renditen je Monat</translation>
    </message>
    <message>
        <source>Distribution of daily returns</source>
        <translation>Verteilung der Tagesrenditen</translation>
    </message>
    <message>
        <source>Worst and best open result of each trade</source>
        <translation>Schlechtestes und bestes offenes Ergebnis jedes Trades</translation>
    </message>
    <message>
        <source>daily return, %</source>
        <translation>Tagesrendite, %</translation>
    </message>
    <message>
        <source>worst open result (MAE), %</source>
        <translation>schlechtestes Ergebnis (MAE), %</translation>
    </message>
    <message>
        <source>best open result (MFE), %</source>
        <translation>bestes Ergebnis (MFE), %</translation>
    </message>
    <message>
        <source>Daily returns</source>
        <translation>Tagesrenditen</translation>
    </message>
    <message>
        <source>How often a day&apos;s return fell into each class</source>
        <translation>Wie oft eine Tagesrendite in jede Klasse fiel</translation>
    </message>
    <message>
        <source>MAE and MFE</source>
        <translation>MAE und MFE</translation>
    </message>
    <message>
        <source>Each trade by how far it went against and for its owner, as a share of the entry&apos;s value; click one to see it</source>
        <translation>Jeder Trade danach, wie weit er gegen und für seinen Besitzer lief, als Anteil am Einstiegswert; ein Klick zeigt ihn</translation>
    </message>
    <message>
        <source>Returns by month, %</source>
        <translation>Renditen je Monat, %</translation>
    </message>
    <message>
        <source>Daily returns compounded by calendar month</source>
        <translation>Tagesrenditen, je Kalendermonat verzinst</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>No day has ended.</source>
        <translation>Noch kein Tag ist zu Ende.</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>VaR 95</source>
        <translation>VaR 95</translation>
    </message>
    <message>
        <source>No trade was closed.</source>
        <translation>Kein Trade wurde geschlossen.</translation>
    </message>
    <message>
        <source>Each month&apos;s return stands here after a run.</source>
        <translation>Die Rendite jedes Monats steht nach einem Lauf hier.</translation>
    </message>
    <message>
        <source>How days went stands here after a run.</source>
        <translation>Wie die Tage liefen, steht nach einem Lauf hier.</translation>
    </message>
    <message>
        <source>How trades went stands here after a run.</source>
        <translation>Wie die Trades liefen, steht nach einem Lauf hier.</translation>
    </message>
</context>
<context>
    <name>bellwether::ParameterForm</name>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 bis %3)</translation>
    </message>
</context>
<context>
    <name>bellwether::PassphraseDialog</name>
    <message>
        <source>The secret of the account is in the encrypted vault of this profile.</source>
        <translation>Das Geheimnis des Kontos liegt im verschlüsselten Tresor dieses Profils.</translation>
    </message>
    <message>
        <source>Passphrase of the vault</source>
        <translation>Passphrase des Tresors</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>bellwether::PositionTableModel</name>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>Instrument</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Long or short</source>
        <translation>Long oder Short</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Quantity in units</source>
        <translation>Menge in Stück</translation>
    </message>
    <message>
        <source>Avg</source>
        <translation>Ø</translation>
    </message>
    <message>
        <source>Average entry price</source>
        <translation>Durchschnittlicher Einstiegspreis</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Letzter</translation>
    </message>
    <message>
        <source>Price of the last trade</source>
        <translation>Preis des letzten Handels</translation>
    </message>
    <message>
        <source>P&amp;L</source>
        <translation>G/V</translation>
    </message>
    <message>
        <source>Unrealized profit or loss, before costs</source>
        <translation>Unrealisierter Gewinn oder Verlust, vor Kosten</translation>
    </message>
    <message>
        <source>P&amp;L %</source>
        <translation>G/V %</translation>
    </message>
    <message>
        <source>Unrealized profit or loss against the entry value</source>
        <translation>Unrealisierter Gewinn oder Verlust gegenüber dem Einstiegswert</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the position at the market</source>
        <translation>Die Position zum Markt schließen</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Market value</source>
        <translation>Marktwert</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop-loss price; a warning where no stop covers the whole quantity</source>
        <translation>Stopp-Loss-Preis; eine Warnung, wo kein Stopp die ganze Menge deckt</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Take-profit price</source>
        <translation>Preis der Gewinnmitnahme</translation>
    </message>
    <message>
        <source>Realized</source>
        <translation>Realisiert</translation>
    </message>
    <message>
        <source>Realized profit or loss of this book, before costs</source>
        <translation>Realisierter Gewinn oder Verlust dieses Buchs, vor Kosten</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Commission and fees of this book</source>
        <translation>Provision und Gebühren dieses Buchs</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Strategy that owns the position</source>
        <translation>Strategie, der die Position gehört</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Eröffnet</translation>
    </message>
    <message>
        <source>When it was opened, in the exchange&apos;s zone</source>
        <translation>Eröffnung, in der Zeitzone der Börse</translation>
    </message>
    <message>
        <source>LONG</source>
        <translation>LONG</translation>
    </message>
    <message>
        <source>SHORT</source>
        <translation>SHORT</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>No working stop covers the whole quantity of this position.</source>
        <translation>Kein arbeitender Stopp deckt die ganze Menge dieser Position.</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Produkt</translation>
    </message>
    <message>
        <source>CNC is delivery, MIS intraday and squared off before the close, NRML a derivative held over the night</source>
        <translation>CNC ist Lieferung, MIS Intraday und vor Börsenschluss glattgestellt, NRML ein Derivat über Nacht</translation>
    </message>
    <message>
        <source>P&amp;L %1</source>
        <translation>G/V %1</translation>
    </message>
    <message>
        <source>Unrealized profit or loss; with costs: those of the way in and of the way out at the last price</source>
        <translation>Unrealisierter Gewinn oder Verlust; mit Kosten: denen des Einstiegs und des Ausstiegs zum letzten Preis</translation>
    </message>
    <message>
        <source>The same against the entry value (%1)</source>
        <translation>Dasselbe gegenüber dem Einstiegswert (%1)</translation>
    </message>
    <message>
        <source>Realized profit or loss of this book (%1)</source>
        <translation>Realisierter Gewinn oder Verlust dieses Buches (%1)</translation>
    </message>
</context>
<context>
    <name>bellwether::PositionsPanel</name>
    <message>
        <source>Positions</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>No open position.</source>
        <translation>Keine offene Position.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stop and target</source>
        <translation>Stopp und Ziel</translation>
    </message>
    <message>
        <source>Reverse</source>
        <translation>Drehen</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>%1 schließen</translation>
    </message>
    <message>
        <source>This sends a market order to %1 %2 %3, about %4, and takes a profit or loss of about %5. Its stop and target are cancelled.</source>
        <translation>Dies sendet eine Marktorder: %1 %2 %3, etwa %4, und nimmt einen Gewinn oder Verlust von etwa %5. Stopp und Ziel werden storniert.</translation>
    </message>
    <message>
        <source>sell</source>
        <translation>verkaufen</translation>
    </message>
    <message>
        <source>buy</source>
        <translation>kaufen</translation>
    </message>
    <message>
        <source>Close %1 %2</source>
        <translation>%1 %2 schließen</translation>
    </message>
    <message>
        <source>Reverse %1</source>
        <translation>%1 drehen</translation>
    </message>
    <message>
        <source>This closes %1 %2 at the market, takes a profit or loss of about %3, and opens %4 %1 %2 with a stop and a target at the distances of the risk limits. If a limit refuses the new position, the old one is closed all the same.</source>
        <translation>Dies schließt %1 %2 zum Markt, nimmt einen Gewinn oder Verlust von etwa %3 und eröffnet %4 %1 %2 mit Stopp und Ziel in den Abständen der Risikogrenzen. Verweigert eine Grenze die neue Position, ist die alte trotzdem geschlossen.</translation>
    </message>
    <message>
        <source>a short of</source>
        <translation>Short mit</translation>
    </message>
    <message>
        <source>a long of</source>
        <translation>Long mit</translation>
    </message>
    <message>
        <source>Reverse %1 %2</source>
        <translation>%1 %2 drehen</translation>
    </message>
    <message>
        <source>The stop is on the wrong side of the price now, %1.</source>
        <translation>Der Stopp liegt auf der falschen Seite des jetzigen Preises %1.</translation>
    </message>
    <message>
        <source>The target is on the wrong side of the price now, %1.</source>
        <translation>Das Ziel liegt auf der falschen Seite des jetzigen Preises %1.</translation>
    </message>
    <message>
        <source>No stop: the position is unprotected</source>
        <translation>Kein Stopp: Die Position ist ungeschützt</translation>
    </message>
    <message>
        <source>At the stop %1</source>
        <translation>Am Stopp %1</translation>
    </message>
    <message>
        <source>no target</source>
        <translation>kein Ziel</translation>
    </message>
    <message>
        <source>at the target %1</source>
        <translation>am Ziel %1</translation>
    </message>
    <message>
        <source>Stop and target of %1</source>
        <translation>Stopp und Ziel von %1</translation>
    </message>
    <message>
        <source>Set stop and target</source>
        <translation>Stopp und Ziel setzen</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Stopp</translation>
    </message>
    <message>
        <source>&amp;Target</source>
        <translation>&amp;Ziel</translation>
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
        <translation>Läufe des Berichts</translation>
    </message>
    <message>
        <source>Choose a report at the top of the form (month by month, short-selling, everything ranked), then Run.</source>
        <translation>Oben im Formular einen Bericht wählen (Monat für Monat, Leerverkauf, alles gereiht), dann Starten.</translation>
    </message>
    <message>
        <source>The months one after the other</source>
        <translation>Die Monate nacheinander</translation>
    </message>
    <message>
        <source>A figure of all runs</source>
        <translation>Eine Kennzahl aller Läufe</translation>
    </message>
    <message>
        <source>Figure of the map</source>
        <translation>Kennzahl der Karte</translation>
    </message>
    <message>
        <source>Return, %</source>
        <translation>Rendite, %</translation>
    </message>
    <message>
        <source>Sharpe ratio</source>
        <translation>Sharpe-Quotient</translation>
    </message>
    <message>
        <source>Max drawdown, %</source>
        <translation>Max. Drawdown, %</translation>
    </message>
    <message>
        <source>Profit factor</source>
        <translation>Profitfaktor</translation>
    </message>
    <message>
        <source>Win rate, %</source>
        <translation>Trefferquote, %</translation>
    </message>
    <message>
        <source>Each month with the money that the months before it would have left; the account itself starts anew every month</source>
        <translation>Jeder Monat mit dem Geld, das die Monate davor gelassen hätten; das Konto selbst beginnt jeden Monat neu</translation>
    </message>
    <message>
        <source>A map of the runs stands here.</source>
        <translation>Eine Karte der Läufe steht hier.</translation>
    </message>
    <message>
        <source>Return or a double click makes the run of a row.</source>
        <translation>Eingabetaste oder Doppelklick macht den Lauf einer Zeile.</translation>
    </message>
    <message>
        <source>%1 runs of %2 %3 each, %4 of them profitable</source>
        <translation>%1 Läufe mit je %2 %3, %4 davon mit Gewinn</translation>
    </message>
    <message>
        <source>; the months compounded: %1</source>
        <translation>; die Monate aufgezinst: %1</translation>
    </message>
    <message>
        <source>. %1 s</source>
        <translation>. %1 s</translation>
    </message>
    <message numerus="yes">
        <source>%n more: point here</source>
        <translation>
            <numerusform>%n mehr: hier zeigen</numerusform>
            <numerusform>%n mehr: hier zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Kerzen</translation>
    </message>
    <message>
        <source>Timeframe</source>
        <translation>Zeitrahmen</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Rendite</translation>
    </message>
    <message>
        <source>Final equity ÷ capital − 1</source>
        <translation>Endkapital ÷ Kapital − 1</translation>
    </message>
    <message>
        <source>Buy and hold</source>
        <translation>Gehalten</translation>
    </message>
    <message>
        <source>The same money in the symbol from the first to the last bar</source>
        <translation>Dasselbe Geld im Symbol vom ersten bis zum letzten Balken</translation>
    </message>
    <message>
        <source>Max DD</source>
        <translation>Rückgang</translation>
    </message>
    <message>
        <source>Maximum drawdown</source>
        <translation>Größter Rückgang</translation>
    </message>
    <message>
        <source>Sharpe</source>
        <translation>Sharpe</translation>
    </message>
    <message>
        <source>Mean ÷ standard deviation of daily returns × √ of the trading days of a year</source>
        <translation>Mittel ÷ Standardabweichung der Tagesrenditen × √ der Handelstage im Jahr</translation>
    </message>
    <message>
        <source>Gross profit ÷ gross loss</source>
        <translation>Bruttogewinn ÷ Bruttoverlust</translation>
    </message>
    <message>
        <source>Win rate</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Share of closed trades with a net result above 0</source>
        <translation>Anteil der geschlossenen Trades mit Nettoergebnis über 0</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>Trades</translation>
    </message>
    <message>
        <source>Closed trades</source>
        <translation>Geschlossene Trades</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Fees, spread and slippage together</source>
        <translation>Gebühren, Spread und Slippage zusammen</translation>
    </message>
    <message>
        <source>Final equity</source>
        <translation>Endkapital</translation>
    </message>
    <message>
        <source>no losses</source>
        <translation>keine Verluste</translation>
    </message>
    <message>
        <source>Equity</source>
        <translation>Kapital</translation>
    </message>
    <message>
        <source>Drawdown</source>
        <translation>Rückgang</translation>
    </message>
    <message>
        <source>the strategy gave no signal</source>
        <translation>die Strategie gab kein Signal</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signale</translation>
    </message>
    <message>
        <source>Decisions of the strategy, to buy or to sell</source>
        <translation>Entscheidungen der Strategie, zu kaufen oder zu verkaufen</translation>
    </message>
    <message>
        <source>Entries not made</source>
        <translation>Nicht erfolgte Einstiege</translation>
    </message>
    <message>
        <source>How many signals became no order, and why</source>
        <translation>Wie viele Signale zu keiner Order wurden, und warum</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) without a trade: %1</source>
        <translation>
            <numerusform>%n Lauf ohne Trade: %1</numerusform>
            <numerusform>%n Läufe ohne Trade: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bellwether::PriceChart</name>
    <message>
        <source>Price chart</source>
        <translation>Preischart</translation>
    </message>
    <message>
        <source>Go to the last bar</source>
        <translation>Zur letzten Kerze</translation>
    </message>
    <message>
        <source>Go to the last bar (End)</source>
        <translation>Zur letzten Kerze (Ende)</translation>
    </message>
    <message>
        <source>Choose an instrument in the watchlist.</source>
        <translation>Wählen Sie ein Instrument in der Beobachtungsliste.</translation>
    </message>
    <message>
        <source>Waiting for bars of %1.</source>
        <translation>Warten auf Kerzen von %1.</translation>
    </message>
    <message>
        <source>O</source>
        <translation>E</translation>
    </message>
    <message>
        <source>H</source>
        <translation>H</translation>
    </message>
    <message>
        <source>L</source>
        <translation>T</translation>
    </message>
    <message>
        <source>C</source>
        <translation>S</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>manual</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>log</source>
        <translation>log</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>umgekehrt</translation>
    </message>
</context>
<context>
    <name>bellwether::RangeForm</name>
    <message>
        <source>%1 (%2 to %3)</source>
        <translation>%1 (%2 bis %3)</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Anfang</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
</context>
<context>
    <name>bellwether::ReconcileRibbon</name>
    <message>
        <source>Compare now</source>
        <translation>Jetzt vergleichen</translation>
    </message>
    <message>
        <source>Books compared</source>
        <translation>Bücher verglichen</translation>
    </message>
    <message>
        <source>Hide while the books agree</source>
        <translation>Ausblenden, solange die Bücher übereinstimmen</translation>
    </message>
    <message>
        <source>read at %1</source>
        <translation>gelesen um %1</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht gelesen</translation>
    </message>
    <message>
        <source>BOOKS DIFFER</source>
        <translation>BÜCHER WEICHEN AB</translation>
    </message>
    <message>
        <source>BOOKS AGREE</source>
        <translation>BÜCHER STIMMEN</translation>
    </message>
    <message>
        <source>NOT COMPARED</source>
        <translation>NICHT VERGLICHEN</translation>
    </message>
    <message>
        <source>Program against the simulated venue, %1</source>
        <translation>Programm gegen den simulierten Handelsplatz, %1</translation>
    </message>
    <message>
        <source>Program against the broker, %1</source>
        <translation>Programm gegen den Broker, %1</translation>
    </message>
    <message numerus="yes">
        <source>%n fill(s) found that no report had told</source>
        <translation>
            <numerusform>%n Ausführung gefunden, die keine Meldung genannt hatte</numerusform>
            <numerusform>%n Ausführungen gefunden, die keine Meldung genannt hatte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) taken up that came from elsewhere</source>
        <translation>
            <numerusform>%n Order übernommen, die von anderswo kam</numerusform>
            <numerusform>%n Orders übernommen, die von anderswo kamen</numerusform>
        </translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>program %1 · venue %2 · since %3</source>
        <translation>Programm %1 · Handelsplatz %2 · seit %3</translation>
    </message>
    <message>
        <source>Adopt</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>The program&apos;s books become what the venue says</source>
        <translation>Die Bücher des Programms werden, was der Handelsplatz sagt</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>What the venue has more is taken over and closed at the market</source>
        <translation>Was der Handelsplatz mehr hat, wird übernommen und zum Marktpreis geschlossen</translation>
    </message>
    <message>
        <source>The venue holds nothing here that could be closed</source>
        <translation>Der Handelsplatz hält hier nichts, was zu schließen wäre</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>Ignorieren</translation>
    </message>
    <message>
        <source>It stays as it is, and counts again when it grows or shrinks</source>
        <translation>Es bleibt, wie es ist, und zählt wieder, wenn es wächst oder schrumpft</translation>
    </message>
    <message>
        <source>Adopt the venue&apos;s %1</source>
        <translation>%1 des Handelsplatzes übernehmen</translation>
    </message>
    <message>
        <source>%1: the program has %2, the venue %3. The program&apos;s books become %3; the journal keeps both.</source>
        <translation>%1: Das Programm hat %2, der Handelsplatz %3. Die Bücher des Programms werden %3; das Journal behält beides.</translation>
    </message>
    <message>
        <source>Adopt %1</source>
        <translation>%1 übernehmen</translation>
    </message>
    <message>
        <source>Close the difference in %1</source>
        <translation>Abweichung in %1 schließen</translation>
    </message>
    <message>
        <source>%1: the program has %2, the venue %3. The difference is taken over and closed with a market order.</source>
        <translation>%1: Das Programm hat %2, der Handelsplatz %3. Die Abweichung wird übernommen und mit einer Marktorder geschlossen.</translation>
    </message>
    <message>
        <source>Close the difference</source>
        <translation>Abweichung schließen</translation>
    </message>
</context>
<context>
    <name>bellwether::ReplayBar</name>
    <message>
        <source>Replay</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>REPLAY</source>
        <translation>WIEDERGABE</translation>
    </message>
    <message>
        <source>Time of the replay</source>
        <translation>Zeit der Wiedergabe</translation>
    </message>
    <message>
        <source>Drag to a time: forward the replay runs there as fast as it can, back it begins anew</source>
        <translation>Auf eine Zeit ziehen: vorwärts läuft die Wiedergabe so schnell sie kann dorthin, rückwärts beginnt sie neu</translation>
    </message>
    <message>
        <source>%1, runs to %2</source>
        <translation>%1, läuft bis %2</translation>
    </message>
    <message>
        <source>%1: begins anew</source>
        <translation>%1: beginnt neu</translation>
    </message>
    <message>
        <source>%1: runs there</source>
        <translation>%1: läuft dorthin</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>Zurück auf %1</translation>
    </message>
    <message>
        <source>A replay knows no way back: it begins anew, with its first capital, and runs from %1 to %2 as fast as it can. The strategies see the same bars again; what you approved, rejected and ordered in this run (%3 orders so far) is not repeated. The journal of this run is kept beside the new one.</source>
        <translation>Eine Wiedergabe kennt kein Zurück: Sie beginnt neu, mit ihrem ersten Kapital, und läuft von %1 bis %2, so schnell sie kann. Die Strategien sehen dieselben Kerzen noch einmal; was du in diesem Lauf genehmigt, abgelehnt und beauftragt hast (%3 Orders bisher), wird nicht wiederholt. Das Journal dieses Laufs bleibt neben dem neuen erhalten.</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Neu beginnen</translation>
    </message>
</context>
<context>
    <name>bellwether::ResultBars</name>
    <message>
        <source>Gain</source>
        <translation>Gewinn</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
</context>
<context>
    <name>bellwether::RiskPanel</name>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>The desk has not told its limits yet.</source>
        <translation>Der Handelsplatz hat seine Grenzen noch nicht genannt.</translation>
    </message>
    <message>
        <source>What if the market moves</source>
        <translation>Was, wenn sich der Markt bewegt</translation>
    </message>
    <message>
        <source>Every price %1: %2 %3 on what is held. Loss of the day then: %4 of %5.</source>
        <translation>Jeder Preis %1: %2 %3 auf den Bestand. Tagesverlust dann: %4 von %5.</translation>
    </message>
    <message>
        <source>Entries would be halted. Stops on the way may limit it.</source>
        <translation>Einstiege würden angehalten. Stopps auf dem Weg können es begrenzen.</translation>
    </message>
</context>
<context>
    <name>bellwether::RuleSection</name>
    <message>
        <source>Fills and checks</source>
        <translation>Ausführung und Prüfungen</translation>
    </message>
    <message>
        <source>Look-ahead: does a signal need later bars?</source>
        <translation>Look-ahead: braucht ein Signal spätere Balken?</translation>
    </message>
    <message>
        <source>Warm-up: does a signal need more earlier bars?</source>
        <translation>Warm-up: braucht ein Signal mehr frühere Balken?</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Ausführung</translation>
    </message>
    <message>
        <source>open of the next bar</source>
        <translation>Eröffnung der nächsten Kerze</translation>
    </message>
    <message>
        <source>close of the bar</source>
        <translation>Schluss der Kerze</translation>
    </message>
    <message>
        <source>When a decision on a close is filled. At the close itself nobody can trade: it flatters.</source>
        <translation>Wann eine Entscheidung auf einen Schluss ausgeführt wird. Zum Schluss selbst kann niemand handeln: Das schönt.</translation>
    </message>
    <message>
        <source>At the end</source>
        <translation>Am Ende</translation>
    </message>
    <message>
        <source>keep positions open</source>
        <translation>Positionen offen lassen</translation>
    </message>
    <message>
        <source>close at the last close</source>
        <translation>zum letzten Schluss schließen</translation>
    </message>
    <message>
        <source>close at the last open</source>
        <translation>zur letzten Eröffnung schließen</translation>
    </message>
    <message>
        <source>What becomes of a position that is open after the last bar</source>
        <translation>Was aus einer Position wird, die nach der letzten Kerze offen ist</translation>
    </message>
    <message>
        <source>Confidence ≥</source>
        <translation>Konfidenz ≥</translation>
    </message>
    <message>
        <source>Leave out signals below, 0 to 100; with risk sizing the desk&apos;s 25 where empty</source>
        <translation>Signale darunter auslassen, 0 bis 100; leer gilt bei Risikogröße 25 wie am Handelsplatz</translation>
    </message>
    <message>
        <source>Runs the strategy again on data that ends earlier: its signals must not move. The answer stands as a badge on the result.</source>
        <translation>Lässt die Strategie noch einmal auf Daten laufen, die früher enden: ihre Signale dürfen sich nicht bewegen. Die Antwort steht als Marke am Ergebnis.</translation>
    </message>
    <message>
        <source>Starts the strategy later and compares what it says. The answer stands as a badge on the result.</source>
        <translation>Beginnt die Strategie später und vergleicht, was sie sagt. Die Antwort steht als Marke am Ergebnis.</translation>
    </message>
    <message>
        <source>0 to 100.</source>
        <translation>0 bis 100.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Of the paths behind the risk of ruin; the same seed gives the same figures</source>
        <translation>Der Pfade hinter dem Ruinrisiko; derselbe Startwert ergibt dieselben Zahlen</translation>
    </message>
    <message>
        <source>A whole number above 0.</source>
        <translation>Eine ganze Zahl über 0.</translation>
    </message>
</context>
<context>
    <name>bellwether::RunsPage</name>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Its number in the store</source>
        <translation>Seine Nummer im Speicher</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Entstanden</translation>
    </message>
    <message>
        <source>When it was run (UTC)</source>
        <translation>Wann er lief (UTC)</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Kerzen</translation>
    </message>
    <message>
        <source>Timeframe</source>
        <translation>Zeitrahmen</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Rendite</translation>
    </message>
    <message>
        <source>Max DD</source>
        <translation>Rückgang</translation>
    </message>
    <message>
        <source>Maximum drawdown</source>
        <translation>Größter Rückgang</translation>
    </message>
    <message>
        <source>Sharpe</source>
        <translation>Sharpe</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>Trades</translation>
    </message>
    <message>
        <source>Badges</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Reasons to be careful</source>
        <translation>Gründe zur Vorsicht</translation>
    </message>
    <message>
        <source>Sizing</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Fingerprint: equal data, equal text</source>
        <translation>Fingerabdruck: gleiche Daten, gleicher Text</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Of the program that made it</source>
        <translation>Des Programms, das ihn machte</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Kept runs</source>
        <translation>Behaltene Läufe</translation>
    </message>
    <message>
        <source>Every finished run is kept and stands here.</source>
        <translation>Jeder fertige Lauf wird behalten und steht hier.</translation>
    </message>
    <message>
        <source>Growth of the compared runs</source>
        <translation>Wachstum der verglichenen Läufe</translation>
    </message>
    <message>
        <source>Select two to six runs (Ctrl+click) and compare them.</source>
        <translation>Wählen Sie zwei bis sechs Läufe (Strg+Klick) und vergleichen Sie sie.</translation>
    </message>
    <message>
        <source>Figures of the compared runs</source>
        <translation>Kennzahlen der verglichenen Läufe</translation>
    </message>
    <message>
        <source>Figures of compared runs stand here.</source>
        <translation>Hier stehen die Kennzahlen verglichener Läufe.</translation>
    </message>
    <message>
        <source>Growth of the capital</source>
        <translation>Wachstum des Kapitals</translation>
    </message>
    <message>
        <source>Equity ÷ capital − 1 at the close of each day</source>
        <translation>Kapitalwert ÷ Kapital − 1 am Schluss jedes Tages</translation>
    </message>
    <message>
        <source>Figures side by side</source>
        <translation>Kennzahlen nebeneinander</translation>
    </message>
    <message>
        <source>The change against the first run stands behind each figure</source>
        <translation>Hinter jeder Kennzahl steht die Änderung zum ersten Lauf</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Show the report of the selected run (Return)</source>
        <translation>Bericht des gewählten Laufs zeigen (Eingabe)</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Put two to six selected runs side by side</source>
        <translation>Zwei bis sechs gewählte Läufe nebeneinander stellen</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message numerus="yes">
        <source>%n kept run(s)</source>
        <translation>
            <numerusform>%n behaltener Lauf</numerusform>
            <numerusform>%n behaltene Läufe</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen…</translation>
    </message>
    <message>
        <source>Delete runs</source>
        <translation>Läufe löschen</translation>
    </message>
    <message numerus="yes">
        <source>%n kept run(s) with their reports are removed from the store.</source>
        <translation>
            <numerusform>%n behaltener Lauf wird mit seinem Bericht aus dem Speicher entfernt.</numerusform>
            <numerusform>%n behaltene Läufe werden mit ihren Berichten aus dem Speicher entfernt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete (%1)</source>
        <translation>Löschen (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) side by side</source>
        <translation>
            <numerusform>%n Lauf nebeneinander</numerusform>
            <numerusform>%n Läufe nebeneinander</numerusform>
        </translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same seed gives the same numbers</source>
        <translation>Derselbe Startwert gibt dieselben Zahlen</translation>
    </message>
</context>
<context>
    <name>bellwether::SearchPage</name>
    <message>
        <source>A range is empty: its end lies below its start.</source>
        <translation>Ein Bereich ist leer: Sein Ende liegt unter seinem Anfang.</translation>
    </message>
    <message>
        <source>Choose at least one parameter.</source>
        <translation>Wählen Sie mindestens einen Parameter.</translation>
    </message>
    <message>
        <source>About %1 runs of %2 combinations</source>
        <translation>Etwa %1 Läufe von %2 Kombinationen</translation>
    </message>
    <message>
        <source>, %1 at the most on one core at the pace of the last run</source>
        <translation>, höchstens %1 auf einem Kern im Tempo des letzten Laufs</translation>
    </message>
    <message>
        <source>Loading the bars…</source>
        <translation>Kerzen werden geladen…</translation>
    </message>
    <message>
        <source>#</source>
        <translation>#</translation>
    </message>
    <message>
        <source>Place, or while the search goes the run that found it</source>
        <translation>Platz, oder während der Suche der Lauf, der es fand</translation>
    </message>
    <message>
        <source>Searched parameter</source>
        <translation>Durchsuchter Parameter</translation>
    </message>
    <message>
        <source>Objective</source>
        <translation>Zielgröße</translation>
    </message>
    <message>
        <source>Plateau</source>
        <translation>Plateau</translation>
    </message>
    <message>
        <source>Mean objective of it and its neighbours: a lone peak is luck</source>
        <translation>Mittlere Zielgröße samt Nachbarn: Eine einsame Spitze ist Glück</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Rendite</translation>
    </message>
    <message>
        <source>Max DD</source>
        <translation>Rückgang</translation>
    </message>
    <message>
        <source>Sharpe</source>
        <translation>Sharpe</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>Trades</translation>
    </message>
    <message>
        <source>Final equity</source>
        <translation>Endkapital</translation>
    </message>
    <message>
        <source>Breaks a constraint, or has no objective</source>
        <translation>Verletzt eine Bedingung oder hat keine Zielgröße</translation>
    </message>
    <message>
        <source>The best neighbourhood</source>
        <translation>Die beste Nachbarschaft</translation>
    </message>
    <message>
        <source>%1 ◆</source>
        <translation>%1 ◆</translation>
    </message>
    <message>
        <source>%1 of %2 runs, %3 runs/s, %4 left</source>
        <translation>%1 von %2 Läufen, %3 Läufe/s, noch %4</translation>
    </message>
    <message>
        <source>%1 runs in %2</source>
        <translation>%1 Läufe in %2</translation>
    </message>
    <message>
        <source>, %1 of them from an earlier attempt</source>
        <translation>, davon %1 aus einem früheren Versuch</translation>
    </message>
    <message>
        <source>; stopped, what was found is kept</source>
        <translation>; angehalten, das Gefundene bleibt</translation>
    </message>
    <message>
        <source>. Deflated Sharpe: %1 that the best is more than the luckiest of as many</source>
        <translation>. Bereinigte Sharpe: %1, dass der beste mehr ist als der glücklichste von ebenso vielen</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>What is to be as large as possible: a figure, or an expression of figures such as sharpe*sqrt(trade_count)</source>
        <translation>Was so groß wie möglich sein soll: eine Kennzahl oder ein Ausdruck aus Kennzahlen wie sharpe*sqrt(trade_count)</translation>
    </message>
    <message>
        <source>Sharpe ratio</source>
        <translation>Sharpe-Quotient</translation>
    </message>
    <message>
        <source>total return</source>
        <translation>Gesamtrendite</translation>
    </message>
    <message>
        <source>CAGR</source>
        <translation>CAGR</translation>
    </message>
    <message>
        <source>Calmar ratio</source>
        <translation>Calmar-Quotient</translation>
    </message>
    <message>
        <source>profit factor</source>
        <translation>Profitfaktor</translation>
    </message>
    <message>
        <source>SQN</source>
        <translation>SQN</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>How the combinations are chosen</source>
        <translation>Wie die Kombinationen gewählt werden</translation>
    </message>
    <message>
        <source>grid: all of them</source>
        <translation>Raster: alle</translation>
    </message>
    <message>
        <source>random</source>
        <translation>zufällig</translation>
    </message>
    <message>
        <source>genetic</source>
        <translation>genetisch</translation>
    </message>
    <message>
        <source>differential evolution</source>
        <translation>Differentialevolution</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>Combinations that a random search tries</source>
        <translation>Kombinationen, die eine Zufallssuche probiert</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>The same seed gives the same table</source>
        <translation>Derselbe Startwert gibt dieselbe Tabelle</translation>
    </message>
    <message>
        <source>Trades ≥</source>
        <translation>Trades ≥</translation>
    </message>
    <message>
        <source>Fewer trades than that are not accepted</source>
        <translation>Weniger Trades werden nicht angenommen</translation>
    </message>
    <message>
        <source>Max DD % ≤</source>
        <translation>Max. Rückgang % ≤</translation>
    </message>
    <message>
        <source>Deeper drawdowns are not accepted; empty for any</source>
        <translation>Tiefere Rückgänge werden nicht angenommen; leer für beliebige</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>End the search and keep what was found</source>
        <translation>Suche beenden und das Gefundene behalten</translation>
    </message>
    <message>
        <source>Combinations that were tried</source>
        <translation>Probierte Kombinationen</translation>
    </message>
    <message>
        <source>The best combinations stand here while the search goes. Return or a double click runs one.</source>
        <translation>Die besten Kombinationen stehen hier, während die Suche läuft. Eingabe oder Doppelklick startet eine.</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>best objective</source>
        <translation>beste Zielgröße</translation>
    </message>
    <message>
        <source>How the best so far grew.</source>
        <translation>Wie das bisher Beste wuchs.</translation>
    </message>
    <message>
        <source>Best objective by runs</source>
        <translation>Beste Zielgröße nach Läufen</translation>
    </message>
    <message>
        <source>Objective over two parameters</source>
        <translation>Zielgröße über zwei Parametern</translation>
    </message>
    <message>
        <source>A map over two searched parameters.</source>
        <translation>Eine Karte über zwei durchsuchten Parametern.</translation>
    </message>
    <message>
        <source>Parameter across</source>
        <translation>Parameter waagrecht</translation>
    </message>
    <message>
        <source>Parameter upwards</source>
        <translation>Parameter senkrecht</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>CSV exportieren…</translation>
    </message>
    <message>
        <source>Best objective over</source>
        <translation>Beste Zielgröße über</translation>
    </message>
    <message>
        <source>Best so far</source>
        <translation>Bisher Bestes</translation>
    </message>
    <message>
        <source>Best objective after so many runs</source>
        <translation>Beste Zielgröße nach so vielen Läufen</translation>
    </message>
</context>
<context>
    <name>bellwether::SettingsDialog</name>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Risk (from the next start)</source>
        <translation>Risiko (ab dem nächsten Start)</translation>
    </message>
    <message>
        <source>Strategies (from the next start)</source>
        <translation>Strategien (ab dem nächsten Start)</translation>
    </message>
    <message>
        <source>Trading (from the next start)</source>
        <translation>Handel (ab dem nächsten Start)</translation>
    </message>
    <message>
        <source>Market (from the next start)</source>
        <translation>Markt (ab dem nächsten Start)</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>Importieren…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Alle zurücksetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Import settings</source>
        <translation>Einstellungen importieren</translation>
    </message>
    <message>
        <source>Settings (*.ini)</source>
        <translation>Einstellungen (*.ini)</translation>
    </message>
    <message>
        <source>Export settings</source>
        <translation>Einstellungen exportieren</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>Zurücksetzen: %1</translation>
    </message>
    <message>
        <source>Default: %1</source>
        <translation>Vorgabe: %1</translation>
    </message>
    <message>
        <source>Accounts (from the next start)</source>
        <translation>Konten (ab dem nächsten Start)</translation>
    </message>
    <message>
        <source>Live trading (from the next start)</source>
        <translation>Live-Handel (ab dem nächsten Start)</translation>
    </message>
    <message>
        <source>Backups (from the next start)</source>
        <translation>Sicherungen (ab dem nächsten Start)</translation>
    </message>
</context>
<context>
    <name>bellwether::ShadowPanel</name>
    <message>
        <source>Shadow ledger</source>
        <translation>Schattenbuch</translation>
    </message>
    <message>
        <source>No signal was rejected or expired since the start. Those that are will be followed here to their stop or target.</source>
        <translation>Seit dem Start wurde kein Signal abgelehnt oder lief ab. Solche werden hier bis zu Stopp oder Ziel verfolgt.</translation>
    </message>
    <message>
        <source>What declining saved or cost</source>
        <translation>Was das Ablehnen sparte oder kostete</translation>
    </message>
    <message>
        <source>Declining saved %1 and cost %2 so far.</source>
        <translation>Ablehnen sparte bisher %1 und kostete %2.</translation>
    </message>
</context>
<context>
    <name>bellwether::ShadowTableModel</name>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>When the signal was rejected or expired, in the exchange&apos;s zone</source>
        <translation>Wann das Signal abgelehnt wurde oder ablief, in der Zeitzone der Börse</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>Instrument</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>What approving it would have done</source>
        <translation>Was die Genehmigung getan hätte</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Quantity proposed, in units</source>
        <translation>Vorgeschlagene Menge in Stück</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Einstieg</translation>
    </message>
    <message>
        <source>Price of the moment it was declined</source>
        <translation>Preis im Moment der Ablehnung</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Price now, or the one it ended at</source>
        <translation>Preis jetzt oder der, mit dem es endete</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>What taking it would have made, before costs</source>
        <translation>Was es gebracht hätte, vor Kosten</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Whether its stop or its target was reached</source>
        <translation>Ob Stopp oder Ziel erreicht wurde</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Rejected or expired</source>
        <translation>Abgelehnt oder abgelaufen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Strategy that raised the signal</source>
        <translation>Strategie, die das Signal gemeldet hat</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop-loss price</source>
        <translation>Stopp-Loss-Preis</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Take-profit price</source>
        <translation>Preis der Gewinnmitnahme</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>stopped out</source>
        <translation>ausgestoppt</translation>
    </message>
    <message>
        <source>target reached</source>
        <translation>Ziel erreicht</translation>
    </message>
</context>
<context>
    <name>bellwether::SignalCard</name>
    <message>
        <source>Select a signal to see its reasons.</source>
        <translation>Wählen Sie ein Signal, um seine Gründe zu sehen.</translation>
    </message>
    <message>
        <source>Last prices with entry, stop and target</source>
        <translation>Letzte Preise mit Einstieg, Stopp und Ziel</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Rest</translation>
    </message>
    <message>
        <source>Conf.</source>
        <translation>Konf.</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>R : R</source>
        <translation>C : R</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Drift</translation>
    </message>
    <message>
        <source>What the risk gate would say</source>
        <translation>Was die Risikoprüfung sagen würde</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Gründe</translation>
    </message>
    <message>
        <source>Approve  A</source>
        <translation>Genehmigen  A</translation>
    </message>
    <message>
        <source>Reject  R</source>
        <translation>Ablehnen  R</translation>
    </message>
    <message>
        <source>Edit  E</source>
        <translation>Ändern  E</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
    </message>
    <message>
        <source>%1 %2 %3 now (A)</source>
        <translation>%1 %2 %3 jetzt (A)</translation>
    </message>
    <message>
        <source>Trading is stopped: no new risk is taken.</source>
        <translation>Der Handel ist gestoppt: Kein neues Risiko wird eingegangen.</translation>
    </message>
    <message>
        <source>The strategy gave no reasons.</source>
        <translation>Die Strategie gab keine Gründe an.</translation>
    </message>
    <message>
        <source>The risk gate would refuse it: %1</source>
        <translation>Die Risikoprüfung würde verweigern: %1</translation>
    </message>
    <message>
        <source>Costs %1 · exposure %2 → %3 · risk %4 of the equity</source>
        <translation>Kosten %1 · Engagement %2 → %3 · Risiko %4 des Kapitals</translation>
    </message>
</context>
<context>
    <name>bellwether::SignalEditDialog</name>
    <message>
        <source>The stop is on the wrong side of the entry.</source>
        <translation>Der Stopp liegt auf der falschen Seite des Einstiegs.</translation>
    </message>
    <message>
        <source>The target is on the wrong side of the entry.</source>
        <translation>Das Ziel liegt auf der falschen Seite des Einstiegs.</translation>
    </message>
    <message>
        <source>Value %1, no stop</source>
        <translation>Wert %1, ohne Stopp</translation>
    </message>
    <message>
        <source>Value %1, risk %2</source>
        <translation>Wert %1, Risiko %2</translation>
    </message>
</context>
<context>
    <name>bellwether::SignalHistoryModel</name>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>When the signal ended, in the exchange&apos;s zone</source>
        <translation>Ende des Signals, in der Zeitzone der Börse</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>Instrument</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Quantity in units</source>
        <translation>Menge in Stück</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Price when the signal was raised</source>
        <translation>Preis bei der Meldung des Signals</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>Price when it was decided</source>
        <translation>Preis bei der Entscheidung</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>What became of the signal</source>
        <translation>Was aus dem Signal wurde</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Why it ended</source>
        <translation>Warum es endete</translation>
    </message>
    <message>
        <source>Conf.</source>
        <translation>Konf.</translation>
    </message>
    <message>
        <source>Confidence of the strategy, 0 to 100</source>
        <translation>Konfidenz der Strategie, 0 bis 100</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Strategy that raised the signal</source>
        <translation>Strategie, die das Signal gemeldet hat</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Paper or live</source>
        <translation>Papier oder live</translation>
    </message>
</context>
<context>
    <name>bellwether::SignalHistoryPanel</name>
    <message>
        <source>Past signals</source>
        <translation>Frühere Signale</translation>
    </message>
    <message>
        <source>No signal has been decided yet.</source>
        <translation>Noch wurde kein Signal entschieden.</translation>
    </message>
</context>
<context>
    <name>bellwether::SignalQueuePanel</name>
    <message>
        <source>%1: rejected in %2 s. Z takes it back.</source>
        <translation>%1: abgelehnt in %2 s. Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>%1: the order leaves in %2 s. Z takes it back.</source>
        <translation>%1: Die Order geht in %2 s hinaus. Z nimmt sie zurück.</translation>
    </message>
    <message>
        <source>%1: taken back, it waits again.</source>
        <translation>%1: zurückgenommen, es wartet wieder.</translation>
    </message>
    <message>
        <source>First signal of this strategy here.</source>
        <translation>Erstes Signal dieser Strategie hier.</translation>
    </message>
    <message numerus="yes">
        <source>Last %n signal(s): </source>
        <translation>
            <numerusform>Letztes Signal: </numerusform>
            <numerusform>Letzte %n Signale: </numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ordered, %2 rejected, %3 expired.</source>
        <translation>%1 geordert, %2 abgelehnt, %3 abgelaufen.</translation>
    </message>
    <message>
        <source>Of %1 closed trades %2 won.</source>
        <translation>Von %1 geschlossenen Trades gewannen %2.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message>
        <source>Too risky</source>
        <translation>Zu riskant</translation>
    </message>
    <message>
        <source>Price has moved</source>
        <translation>Preis hat sich bewegt</translation>
    </message>
    <message>
        <source>News ahead</source>
        <translation>Nachrichten stehen bevor</translation>
    </message>
    <message>
        <source>Do not trust it</source>
        <translation>Kein Vertrauen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Doppelt</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Anderer Grund</translation>
    </message>
    <message>
        <source>Signals waiting for approval</source>
        <translation>Signale, die auf Genehmigung warten</translation>
    </message>
    <message>
        <source>No signal is waiting. Strategies raise them as bars close.</source>
        <translation>Kein Signal wartet. Strategien melden sie, wenn Kerzen schließen.</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Genehmigen</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Filter by strategy, symbol or side</source>
        <translation>Nach Strategie, Symbol oder Seite filtern</translation>
    </message>
    <message>
        <source>Filter signals</source>
        <translation>Signale filtern</translation>
    </message>
    <message>
        <source>Result of the last decision</source>
        <translation>Ergebnis der letzten Entscheidung</translation>
    </message>
    <message>
        <source>Not taken: %1</source>
        <translation>Nicht angenommen: %1</translation>
    </message>
    <message>
        <source>Trading is stopped: no new risk is taken.</source>
        <translation>Der Handel ist gestoppt: Kein neues Risiko wird eingegangen.</translation>
    </message>
    <message>
        <source>Reason for rejecting %1</source>
        <translation>Grund für die Ablehnung von %1</translation>
    </message>
    <message>
        <source>%1 is not an instrument of this desk.</source>
        <translation>%1 ist kein Instrument dieses Handelsplatzes.</translation>
    </message>
</context>
<context>
    <name>bellwether::SignalTableModel</name>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Time since the signal was raised</source>
        <translation>Zeit seit der Meldung des Signals</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Rest</translation>
    </message>
    <message>
        <source>Time until the signal expires</source>
        <translation>Zeit bis zum Ablauf des Signals</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Wahl</translation>
    </message>
    <message>
        <source>Approve (A) or reject (R)</source>
        <translation>Genehmigen (A) oder ablehnen (R)</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>Instrument</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>What approving it would do</source>
        <translation>Was die Genehmigung täte</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Quantity proposed by the sizing rule, in units</source>
        <translation>Von der Größenregel vorgeschlagene Menge in Stück</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Price when the signal was raised</source>
        <translation>Preis bei der Meldung des Signals</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Price now</source>
        <translation>Preis jetzt</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>Drift</translation>
    </message>
    <message>
        <source>How far the price has moved since the signal was raised</source>
        <translation>Wie weit sich der Preis seit dem Signal bewegt hat</translation>
    </message>
    <message>
        <source>R:R</source>
        <translation>C:R</translation>
    </message>
    <message>
        <source>Reward for each unit of risk</source>
        <translation>Chance je Einheit Risiko</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>Money lost if the stop is hit</source>
        <translation>Verlust, wenn der Stopp erreicht wird</translation>
    </message>
    <message>
        <source>Conf.</source>
        <translation>Konf.</translation>
    </message>
    <message>
        <source>Confidence of the strategy, 0 to 100</source>
        <translation>Konfidenz der Strategie, 0 bis 100</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop-loss price</source>
        <translation>Stopp-Loss-Preis</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Take-profit price</source>
        <translation>Preis der Gewinnmitnahme</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Strategy that raised the signal</source>
        <translation>Strategie, die das Signal gemeldet hat</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Category of the strategy, which sets the lifetime</source>
        <translation>Kategorie der Strategie, die die Lebensdauer bestimmt</translation>
    </message>
    <message>
        <source>TF</source>
        <translation>ZR</translation>
    </message>
    <message>
        <source>Timeframe</source>
        <translation>Zeitrahmen</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Account the order would go to</source>
        <translation>Konto, auf das die Order ginge</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Paper or live</source>
        <translation>Papier oder live</translation>
    </message>
    <message>
        <source>sending…</source>
        <translation>wird gesendet…</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>genehmigt</translation>
    </message>
    <message>
        <source>%1 to close</source>
        <translation>%1 zum Schließen</translation>
    </message>
    <message>
        <source>Expires %1</source>
        <translation>Läuft ab %1</translation>
    </message>
    <message>
        <source>Raised %1</source>
        <translation>Gemeldet %1</translation>
    </message>
</context>
<context>
    <name>bellwether::StatusStrip</name>
    <message>
        <source>Engine idle</source>
        <translation>Kern ruht</translation>
    </message>
    <message>
        <source>Engine starting</source>
        <translation>Kern startet</translation>
    </message>
    <message>
        <source>Engine running</source>
        <translation>Kern läuft</translation>
    </message>
    <message>
        <source>Engine degraded</source>
        <translation>Kern eingeschränkt</translation>
    </message>
    <message>
        <source>Engine stopping</source>
        <translation>Kern hält an</translation>
    </message>
    <message>
        <source>Engine stopped</source>
        <translation>Kern steht</translation>
    </message>
    <message>
        <source>Engine at fault</source>
        <translation>Kern im Fehler</translation>
    </message>
    <message>
        <source>Last tick %1</source>
        <translation>Letzter Tick %1</translation>
    </message>
    <message>
        <source>%1 ticks/s</source>
        <translation>%1 Ticks/s</translation>
    </message>
    <message>
        <source>%1 events wait</source>
        <translation>%1 Ereignisse warten</translation>
    </message>
    <message>
        <source>Strategies: %1, stopped: %2</source>
        <translation>Strategien: %1, gestoppt: %2</translation>
    </message>
    <message>
        <source>Strategies: %1</source>
        <translation>Strategien: %1</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Journal failed</source>
        <translation>Journal gestört</translation>
    </message>
    <message>
        <source>%1 records wait to be written</source>
        <translation>%1 Einträge warten aufs Schreiben</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Venue: %1</source>
        <translation>Handelsplatz: %1</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Memory: medium</source>
        <translation>Speicher: mittel</translation>
    </message>
    <message>
        <source>Memory: high</source>
        <translation>Speicher: hoch</translation>
    </message>
    <message>
        <source>Memory: critical</source>
        <translation>Speicher: kritisch</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Venue&apos;s interface</source>
        <translation>Schnittstelle des Handelsplatzes</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Trading</source>
        <translation>Handel</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>%1 MiB of %2 MiB are in use, %3 MiB are free on the machine</source>
        <translation>%1 MiB von %2 MiB sind belegt, %3 MiB sind auf dem Rechner frei</translation>
    </message>
    <message>
        <source>Errors of the last hour, and since the start with what was done about them</source>
        <translation>Fehler der letzten Stunde, und seit dem Start mit dem, was dagegen getan wurde</translation>
    </message>
    <message>
        <source>%1: %2, since the start %3 (tried again %4, waited %5, given up %6)</source>
        <translation>%1: %2, seit dem Start %3 (wiederholt %4, gewartet %5, aufgegeben %6)</translation>
    </message>
    <message>
        <source>Errors: %1</source>
        <translation>Fehler: %1</translation>
    </message>
</context>
<context>
    <name>bellwether::StrategiesPanel</name>
    <message>
        <source>Filter by strategy or symbol</source>
        <translation>Nach Strategie oder Symbol filtern</translation>
    </message>
    <message>
        <source>Strategies</source>
        <translation>Strategien</translation>
    </message>
    <message>
        <source>No strategy runs on this desk.</source>
        <translation>Keine Strategie läuft auf diesem Handelsplatz.</translation>
    </message>
    <message>
        <source>On or off</source>
        <translation>An oder aus</translation>
    </message>
    <message>
        <source>With or without auto-trading</source>
        <translation>Mit oder ohne Auto-Handel</translation>
    </message>
</context>
<context>
    <name>bellwether::StrategyCard</name>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Its signals reach the queue</source>
        <translation>Ihre Signale erreichen die Warteschlange</translation>
    </message>
    <message>
        <source>With auto-trade</source>
        <translation>Mit Auto-Handel</translation>
    </message>
    <message>
        <source>It takes part in auto-trading while that is armed</source>
        <translation>Sie nimmt am Auto-Handel teil, solange er scharf ist</translation>
    </message>
    <message>
        <source>This strategy has no parameters.</source>
        <translation>Diese Strategie hat keine Parameter.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Apply to all symbols</source>
        <translation>Auf alle Symbole anwenden</translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>Standardwerte</translation>
    </message>
    <message>
        <source>Account of its orders</source>
        <translation>Konto ihrer Orders</translation>
    </message>
    <message>
        <source>Live is possible once a live account is armed; this desk trades on paper.</source>
        <translation>Echthandel ist möglich, sobald ein Echtkonto scharf ist; hier wird auf Papier gehandelt.</translation>
    </message>
    <message>
        <source>no further session is known</source>
        <translation>keine weitere Sitzung bekannt</translation>
    </message>
    <message>
        <source>by the schedule of its category, next at %1</source>
        <translation>nach dem Plan ihrer Kategorie, nächstes Mal um %1</translation>
    </message>
    <message>
        <source>on every bar, next at %1</source>
        <translation>bei jeder Kerze, nächstes Mal um %1</translation>
    </message>
    <message>
        <source>%1, %2 bars: decides %3.</source>
        <translation>%1, %2-Kerzen: entscheidet %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) were due while the one before was still going.</source>
        <translation>
            <numerusform>%n Lauf war fällig, während der vorige noch lief.</numerusform>
            <numerusform>%n Läufe waren fällig, während der vorige noch lief.</numerusform>
        </translation>
    </message>
    <message>
        <source>It was stopped: %1</source>
        <translation>Sie wurde angehalten: %1</translation>
    </message>
    <message>
        <source>Signals %1: ordered %2, rejected %3, expired %4, denied %5.</source>
        <translation>Signale %1: bestellt %2, abgelehnt %3, verfallen %4, verweigert %5.</translation>
    </message>
    <message>
        <source>Trades %1, hit rate %2, mean R %3, result %4 (today %5), after costs.</source>
        <translation>Trades %1, Trefferquote %2, mittleres R %3, Ergebnis %4 (heute %5), nach Kosten.</translation>
    </message>
    <message>
        <source>From the next bar on, and over restarts; open positions keep their stops and targets</source>
        <translation>Ab der nächsten Kerze und über Neustarts; offene Positionen behalten Stopps und Ziele</translation>
    </message>
    <message>
        <source>Applying…</source>
        <translation>Wird angewendet…</translation>
    </message>
    <message>
        <source>Applied: in force from the next bar on.</source>
        <translation>Angewendet: gilt ab der nächsten Kerze.</translation>
    </message>
    <message>
        <source>Refused: %1</source>
        <translation>Verweigert: %1</translation>
    </message>
</context>
<context>
    <name>bellwether::StrategySection</name>
    <message>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>one backtest</source>
        <translation>ein Backtest</translation>
    </message>
    <message>
        <source>month by month</source>
        <translation>Monat für Monat</translation>
    </message>
    <message>
        <source>short-selling day trading</source>
        <translation>Leerverkauf im Tageshandel</translation>
    </message>
    <message>
        <source>everything, ranked</source>
        <translation>alles, gereiht</translation>
    </message>
    <message>
        <source>One run, or many runs in one table</source>
        <translation>Ein Lauf, oder viele Läufe in einer Tabelle</translation>
    </message>
    <message>
        <source>Add a strategy</source>
        <translation>Strategie hinzufügen</translation>
    </message>
    <message>
        <source>Another strategy on the same account, with its own book</source>
        <translation>Noch eine Strategie auf demselben Konto, mit eigenem Buch</translation>
    </message>
    <message>
        <source>Every calendar month of the period on an account of its own, in one table.</source>
        <translation>Jeder Kalendermonat des Zeitraums auf eigenem Konto, in einer Tabelle.</translation>
    </message>
    <message>
        <source>Each symbol on an account of its own by the rules of short selling: shorts allowed, flat before the close.</source>
        <translation>Jedes Symbol auf eigenem Konto nach den Regeln des Leerverkaufs: Shorts erlaubt, vor Schluss glatt.</translation>
    </message>
    <message>
        <source>Every strategy with its defaults on each symbol, at 5m, 15m, 1h, 4h and 1d unless one is chosen below.</source>
        <translation>Jede Strategie mit ihren Vorgaben auf jedem Symbol, zu 5m, 15m, 1h, 4h und 1d, wenn unten keiner gewählt ist.</translation>
    </message>
    <message>
        <source>Remove this strategy</source>
        <translation>Diese Strategie entfernen</translation>
    </message>
    <message>
        <source>Chosen above already.</source>
        <translation>Oben schon gewählt.</translation>
    </message>
</context>
<context>
    <name>bellwether::StrategyTableModel</name>
    <message>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Name of the strategy</source>
        <translation>Name der Strategie</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Instrument it watches</source>
        <translation>Instrument, das sie beobachtet</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Whether its signals to open something reach the queue</source>
        <translation>Ob ihre Einstiegssignale die Warteschlange erreichen</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Whether it takes part in auto-trading while that is armed</source>
        <translation>Ob sie am scharf gestellten Auto-Handel teilnimmt</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>Schalten</translation>
    </message>
    <message>
        <source>On or off; with or without auto-trading</source>
        <translation>An oder aus; mit oder ohne Auto-Handel</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Hält</translation>
    </message>
    <message>
        <source>Quantity of its book, minus for short</source>
        <translation>Menge ihres Buchs, minus für Short</translation>
    </message>
    <message>
        <source>Open P&amp;L</source>
        <translation>Offener G/V</translation>
    </message>
    <message>
        <source>Unrealized profit or loss, before costs</source>
        <translation>Unrealisierter Gewinn oder Verlust, vor Kosten</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signale</translation>
    </message>
    <message>
        <source>Ordered</source>
        <translation>Geordert</translation>
    </message>
    <message>
        <source>Signals that became orders</source>
        <translation>Signale, die zu Orders wurden</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Category of the strategy, which sets schedule and lifetime</source>
        <translation>Kategorie der Strategie, die Zeitplan und Lebensdauer bestimmt</translation>
    </message>
    <message>
        <source>TF</source>
        <translation>ZR</translation>
    </message>
    <message>
        <source>Timeframe</source>
        <translation>Zeitrahmen</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>with auto-trade</source>
        <translation>mit Auto-Handel</translation>
    </message>
    <message>
        <source>asks always</source>
        <translation>fragt immer</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Paper or live account</source>
        <translation>Papier- oder Echtkonto</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Realized on the exchange&apos;s day, after costs</source>
        <translation>Am Börsentag realisiert, nach Kosten</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Realized since the account began, after costs</source>
        <translation>Seit Kontobeginn realisiert, nach Kosten</translation>
    </message>
    <message>
        <source>Signals that reached the queue since the account began</source>
        <translation>Signale seit Kontobeginn, die die Warteschlange erreichten</translation>
    </message>
    <message>
        <source>Trades</source>
        <translation>Trades</translation>
    </message>
    <message>
        <source>Positions that were closed</source>
        <translation>Geschlossene Positionen</translation>
    </message>
    <message>
        <source>Hit</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Share of the trades that ended with a gain, after costs</source>
        <translation>Anteil der Trades mit Gewinn, nach Kosten</translation>
    </message>
    <message>
        <source>Mean R</source>
        <translation>Mittl. R</translation>
    </message>
    <message>
        <source>Mean result of a trade against what it would have lost at its first stop</source>
        <translation>Mittleres Ergebnis eines Trades gegen den Verlust an seinem ersten Stopp</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Nächster Lauf</translation>
    </message>
    <message>
        <source>When it decides next; in brackets runs that were due while the one before was going</source>
        <translation>Wann sie wieder entscheidet; in Klammern Läufe, die fällig waren, während der vorige lief</translation>
    </message>
</context>
<context>
    <name>bellwether::SymbolPicker</name>
    <message>
        <source>Find a symbol</source>
        <translation>Symbol suchen</translation>
    </message>
    <message>
        <source>Symbols</source>
        <translation>Symbole</translation>
    </message>
    <message>
        <source>Return or a click takes one alone, Space or its box several on one account</source>
        <translation>Eingabetaste oder Klick nimmt eines allein, Leertaste oder das Kästchen mehrere auf ein Konto</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keines</translation>
    </message>
    <message>
        <source>no symbol</source>
        <translation>kein Symbol</translation>
    </message>
    <message numerus="yes">
        <source>%n symbols</source>
        <translation>
            <numerusform>%n Symbol</numerusform>
            <numerusform>%n Symbole</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bellwether::SymbolsDialog</name>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Live desks</source>
        <translation>Live-Desks</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>Symbols of %1</source>
        <translation>Symbole von %1</translation>
    </message>
    <message>
        <source>Search the venue&apos;s listings: btc, eth usdt, …</source>
        <translation>Werte des Handelsplatzes suchen: btc, eth usdt, …</translation>
    </message>
    <message>
        <source>Search the venue&apos;s listings</source>
        <translation>Werte des Handelsplatzes suchen</translation>
    </message>
    <message>
        <source>Listings</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Asking the venue…</source>
        <translation>Fragt den Handelsplatz…</translation>
    </message>
    <message>
        <source>What is chosen here comes with the next live start: quotes, chart and orders. A start is armed for the symbols it has.</source>
        <translation>Was hier gewählt wird, kommt mit dem nächsten Live-Start: Kurse, Chart und Orders. Ein Start ist für seine Symbole scharf.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The listings are not there.</source>
        <translation>Die Werte sind nicht da.</translation>
    </message>
    <message>
        <source>Nothing of that name is listed.</source>
        <translation>Unter diesem Namen ist nichts gelistet.</translation>
    </message>
    <message>
        <source>watched</source>
        <translation>beobachtet</translation>
    </message>
    <message>
        <source>not possible</source>
        <translation>nicht möglich</translation>
    </message>
    <message>
        <source>Leave %1</source>
        <translation>%1 verlassen</translation>
    </message>
    <message>
        <source>Watch %1</source>
        <translation>%1 beobachten</translation>
    </message>
</context>
<context>
    <name>bellwether::TicketPanel</name>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Until cancelled</source>
        <translation>Bis zum Storno</translation>
    </message>
    <message>
        <source>At once or never</source>
        <translation>Sofort oder nie</translation>
    </message>
    <message>
        <source>Post-only</source>
        <translation>Nur als Maker</translation>
    </message>
    <message>
        <source>%1 % of the equity is less than one lot.</source>
        <translation>%1 % des Kapitals sind weniger als ein Los.</translation>
    </message>
    <message>
        <source>Choose a symbol.</source>
        <translation>Wählen Sie ein Symbol.</translation>
    </message>
    <message>
        <source>A limit order needs a price.</source>
        <translation>Eine Limitorder braucht einen Preis.</translation>
    </message>
    <message>
        <source>A stop order needs a trigger price.</source>
        <translation>Eine Stopporder braucht einen Auslösepreis.</translation>
    </message>
    <message>
        <source>The stop is on the wrong side of the entry.</source>
        <translation>Der Stopp liegt auf der falschen Seite des Einstiegs.</translation>
    </message>
    <message>
        <source>The target is on the wrong side of the entry.</source>
        <translation>Das Ziel liegt auf der falschen Seite des Einstiegs.</translation>
    </message>
    <message>
        <source>The risk gate would refuse it:</source>
        <translation>Die Risikoprüfung würde sie verweigern:</translation>
    </message>
    <message>
        <source>The risk gate would let it pass.</source>
        <translation>Die Risikoprüfung ließe sie durch.</translation>
    </message>
    <message>
        <source>no stop</source>
        <translation>kein Stopp</translation>
    </message>
    <message>
        <source>Send the order</source>
        <translation>Die Order senden</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet…</translation>
    </message>
    <message>
        <source>Sent: %1</source>
        <translation>Gesendet: %1</translation>
    </message>
    <message>
        <source>Refused: %1
Change the order, or free the limit it names, and send it again.</source>
        <translation>Verweigert: %1
Ändern Sie die Order oder machen Sie die genannte Grenze frei, und senden Sie erneut.</translation>
    </message>
    <message>
        <source>CNC is delivery, MIS intraday and squared off before the close, NRML a derivative held over the night</source>
        <translation>CNC ist Lieferung, MIS Intraday und vor Börsenschluss glattgestellt, NRML ein Derivat über Nacht</translation>
    </message>
    <message>
        <source>The engine works it and sends what reduces risk only.</source>
        <translation>Die Engine bearbeitet sie und sendet nur, was Risiko verringert.</translation>
    </message>
    <message>
        <source>The risk gate would refuse its first order:</source>
        <translation>Die Risikoprüfung würde ihre erste Order verweigern:</translation>
    </message>
    <message>
        <source>The risk gate would let its first order pass; each one is checked when it is sent.</source>
        <translation>Die Risikoprüfung ließe ihre erste Order durch; jede wird geprüft, wenn sie gesendet wird.</translation>
    </message>
    <message>
        <source>Break-even, %1</source>
        <translation>Gewinnschwelle, %1</translation>
    </message>
    <message>
        <source>Start %1 %2 %3 %4</source>
        <translation>%1 %2 %3 %4 starten</translation>
    </message>
    <message>
        <source>%1 %2 %3 in all.</source>
        <translation>%1 %2 %3 insgesamt.</translation>
    </message>
    <message>
        <source>As entered: %1</source>
        <translation>Wie eingegeben: %1</translation>
    </message>
    <message>
        <source>It goes on after a restart. It is ended in the panel of orders.</source>
        <translation>Sie geht nach einem Neustart weiter. Beendet wird sie im Panel der Orders.</translation>
    </message>
    <message>
        <source>This is a LIVE account: it trades real money.</source>
        <translation>Dies ist ein LIVE-Konto: Es handelt mit echtem Geld.</translation>
    </message>
    <message>
        <source>This is a PAPER account.</source>
        <translation>Dies ist ein PAPIER-Konto.</translation>
    </message>
    <message>
        <source>Start a worked order</source>
        <translation>Bearbeitete Order starten</translation>
    </message>
</context>
<context>
    <name>bellwether::TourCard</name>
    <message>
        <source>Skip this step</source>
        <translation>Schritt überspringen</translation>
    </message>
    <message>
        <source>Tour</source>
        <translation>Rundgang</translation>
    </message>
    <message>
        <source>Tour of the desk, step %1 of %2</source>
        <translation>Rundgang, Schritt %1 von %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>End the tour</source>
        <translation>Rundgang beenden</translation>
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
        <translation>Nummer in der Folge der Ausstiege</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Quantity, in units</source>
        <translation>Menge in Stück</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Einstieg</translation>
    </message>
    <message>
        <source>When it was entered, in the exchange&apos;s zone</source>
        <translation>Zeit des Einstiegs, in der Zeitzone der Börse</translation>
    </message>
    <message>
        <source>Price in</source>
        <translation>Preis ein</translation>
    </message>
    <message>
        <source>Price of the entry, spread and slippage in it</source>
        <translation>Einstiegspreis samt Spanne und Slippage</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>Ausstieg</translation>
    </message>
    <message>
        <source>When it was closed</source>
        <translation>Wann er geschlossen wurde</translation>
    </message>
    <message>
        <source>Price out</source>
        <translation>Preis aus</translation>
    </message>
    <message>
        <source>Price of the exit</source>
        <translation>Preis des Ausstiegs</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Why it was closed</source>
        <translation>Warum er geschlossen wurde</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Kerzen</translation>
    </message>
    <message>
        <source>Bars held</source>
        <translation>Gehaltene Kerzen</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>Fees of both fills</source>
        <translation>Gebühren beider Ausführungen</translation>
    </message>
    <message>
        <source>P&amp;L</source>
        <translation>G/V</translation>
    </message>
    <message>
        <source>Result, net of all costs</source>
        <translation>Ergebnis nach allen Kosten</translation>
    </message>
    <message>
        <source>P&amp;L %</source>
        <translation>G/V %</translation>
    </message>
    <message>
        <source>Result as a share of the entry&apos;s value</source>
        <translation>Ergebnis als Anteil am Einstiegswert</translation>
    </message>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <source>Result ÷ money at risk between entry and stop</source>
        <translation>Ergebnis ÷ Risiko zwischen Einstieg und Stopp</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Results of the closed trades up to this one</source>
        <translation>Ergebnisse der geschlossenen Trades bis zu diesem</translation>
    </message>
    <message>
        <source>MAE</source>
        <translation>MAE</translation>
    </message>
    <message>
        <source>Worst open result</source>
        <translation>Schlechtestes offenes Ergebnis</translation>
    </message>
    <message>
        <source>MFE</source>
        <translation>MFE</translation>
    </message>
    <message>
        <source>Best open result</source>
        <translation>Bestes offenes Ergebnis</translation>
    </message>
    <message>
        <source>Entry reason</source>
        <translation>Einstiegsgrund</translation>
    </message>
    <message>
        <source>The conditions that were met</source>
        <translation>Die erfüllten Bedingungen</translation>
    </message>
    <message>
        <source>long</source>
        <translation>long</translation>
    </message>
    <message>
        <source>short</source>
        <translation>short</translation>
    </message>
</context>
<context>
    <name>bellwether::TradesPage</name>
    <message>
        <source>Bars of the run with its trades</source>
        <translation>Kerzen des Laufs mit seinen Trades</translation>
    </message>
    <message>
        <source>Trades of the run</source>
        <translation>Trades des Laufs</translation>
    </message>
    <message>
        <source>No trade was closed.</source>
        <translation>Kein Trade wurde geschlossen.</translation>
    </message>
    <message>
        <source>%1 %2 @ %3
%4</source>
        <translation>%1 %2 @ %3
%4</translation>
    </message>
    <message>
        <source>long</source>
        <translation>long</translation>
    </message>
    <message>
        <source>short</source>
        <translation>short</translation>
    </message>
    <message>
        <source>closed by %1 @ %2, P&amp;L %3</source>
        <translation>geschlossen durch %1 @ %2, G/V %3</translation>
    </message>
    <message>
        <source>entry</source>
        <translation>Einstieg</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>exit</source>
        <translation>Ausstieg</translation>
    </message>
    <message>
        <source>Find: stop, 2021-05, RSI …</source>
        <translation>Suche: stop, 2021-05, RSI …</translation>
    </message>
    <message>
        <source>Find trades</source>
        <translation>Trades suchen</translation>
    </message>
    <message>
        <source>Words of symbol, side, exit, entry reason or day; every one of them has to be there</source>
        <translation>Wörter aus Symbol, Seite, Ausstieg, Einstiegsgrund oder Tag; jedes muss vorkommen</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>both sides</source>
        <translation>beide Seiten</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>all results</source>
        <translation>alle Ergebnisse</translation>
    </message>
    <message>
        <source>winners</source>
        <translation>Gewinner</translation>
    </message>
    <message>
        <source>losers</source>
        <translation>Verlierer</translation>
    </message>
    <message>
        <source>%1 of %2 trades, net %3</source>
        <translation>%1 von %2 Trades, netto %3</translation>
    </message>
    <message>
        <source>%1 trades, net %2</source>
        <translation>%1 Trades, netto %2</translation>
    </message>
    <message>
        <source>No trade passes the filter.</source>
        <translation>Kein Trade passt zum Filter.</translation>
    </message>
    <message>
        <source>moved stop</source>
        <translation>bewegter Stopp</translation>
    </message>
    <message>
        <source>The trades of a run stand here, each with its candles: choose strategy and data on the left, then Run.</source>
        <translation>Hier stehen die Trades eines Laufs, jeder mit seinen Kerzen: links Strategie und Daten wählen, dann Starten.</translation>
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
        <translation>Gesucht ab</translation>
    </message>
    <message>
        <source>Traded from</source>
        <translation>Gehandelt ab</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <source>The best parameters of the search</source>
        <translation>Die besten Parameter der Suche</translation>
    </message>
    <message>
        <source>Objective in</source>
        <translation>Zielwert innen</translation>
    </message>
    <message>
        <source>In sample: what the search saw</source>
        <translation>In der Stichprobe: was die Suche sah</translation>
    </message>
    <message>
        <source>Objective out</source>
        <translation>Zielwert außen</translation>
    </message>
    <message>
        <source>Out of sample: the bars after it</source>
        <translation>Außerhalb der Stichprobe: die Balken danach</translation>
    </message>
    <message>
        <source>Return in</source>
        <translation>Rendite innen</translation>
    </message>
    <message>
        <source>Return out</source>
        <translation>Rendite außen</translation>
    </message>
    <message>
        <source>Efficiency</source>
        <translation>Effizienz</translation>
    </message>
    <message>
        <source>Return a day out of sample ÷ in sample</source>
        <translation>Rendite am Tag außerhalb ÷ innerhalb der Stichprobe</translation>
    </message>
    <message>
        <source>Max DD out</source>
        <translation>Max. DD außen</translation>
    </message>
    <message>
        <source>Trades out</source>
        <translation>Trades außen</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Of the search</source>
        <translation>Der Suche</translation>
    </message>
    <message>
        <source>Equity out of sample</source>
        <translation>Kapital außerhalb der Stichprobe</translation>
    </message>
    <message>
        <source>Set ranges under Optimise, then start: each window is searched, and its winner traded over the bars after it.</source>
        <translation>Unter Optimieren Bereiche setzen, dann starten: jedes Fenster wird durchsucht und sein Sieger über die Balken danach gehandelt.</translation>
    </message>
    <message>
        <source>Windows of the test</source>
        <translation>Fenster des Tests</translation>
    </message>
    <message>
        <source>One row per window stands here.</source>
        <translation>Je Fenster steht hier eine Zeile.</translation>
    </message>
    <message>
        <source>Out-of-sample equity, part after part</source>
        <translation>Kapital außerhalb der Stichprobe, Teil nach Teil</translation>
    </message>
    <message>
        <source>Window %1 of %2</source>
        <translation>Fenster %1 von %2</translation>
    </message>
    <message>
        <source>Kind of window</source>
        <translation>Art des Fensters</translation>
    </message>
    <message>
        <source>rolling windows</source>
        <translation>rollende Fenster</translation>
    </message>
    <message>
        <source>anchored at the first bar</source>
        <translation>am ersten Balken verankert</translation>
    </message>
    <message>
        <source>Windows</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Out-of-sample parts</source>
        <translation>Teile außerhalb der Stichprobe</translation>
    </message>
    <message>
        <source>In sample, %</source>
        <translation>In der Stichprobe, %</translation>
    </message>
    <message>
        <source>Share of a window that is searched</source>
        <translation>Anteil eines Fensters, der durchsucht wird</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>With the ranges and the objective of the Optimise tab</source>
        <translation>Mit den Bereichen und dem Ziel des Reiters Optimieren</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Not started: a field of the form, or a range under Optimise, needs another value.</source>
        <translation>Nicht gestartet: ein Feld des Formulars oder ein Bereich unter Optimieren braucht einen anderen Wert.</translation>
    </message>
    <message>
        <source>Loading the bars…</source>
        <translation>Kerzen werden geladen…</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Drawdown</source>
        <translation>Rückgang</translation>
    </message>
    <message>
        <source>nothing accepted: not traded</source>
        <translation>nichts angenommen: nicht gehandelt</translation>
    </message>
    <message>
        <source>Out of sample: return %1, max drawdown %2, Sharpe %3. Efficiency %4; %5 of the parts gained. %6 s</source>
        <translation>Außerhalb der Stichprobe: Rendite %1, max. Drawdown %2, Sharpe %3. Effizienz %4; %5 der Teile gewannen. %6 s</translation>
    </message>
    <message>
        <source>; stopped, the windows made until then are kept</source>
        <translation>; angehalten, die Fenster bis dahin bleiben</translation>
    </message>
</context>
<context>
    <name>bellwether::WatchTableModel</name>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>Instrument</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Letzter</translation>
    </message>
    <message>
        <source>Price of the last trade</source>
        <translation>Preis des letzten Handels</translation>
    </message>
    <message>
        <source>Chg %</source>
        <translation>Änd. %</translation>
    </message>
    <message>
        <source>Last price against the close of the previous trading day</source>
        <translation>Letzter Preis gegenüber dem Schluss des vorigen Handelstages</translation>
    </message>
    <message>
        <source>Bid</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>Best bid</source>
        <translation>Bester Geldkurs</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Brief</translation>
    </message>
    <message>
        <source>Best ask</source>
        <translation>Bester Briefkurs</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Highest price of the day</source>
        <translation>Höchster Preis des Tages</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Tief</translation>
    </message>
    <message>
        <source>Lowest price of the day</source>
        <translation>Niedrigster Preis des Tages</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volumen</translation>
    </message>
    <message>
        <source>Volume of the day</source>
        <translation>Volumen des Tages</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Time of the last update, in the exchange&apos;s zone</source>
        <translation>Zeit der letzten Aktualisierung, in der Zeitzone der Börse</translation>
    </message>
    <message>
        <source>Last update %1</source>
        <translation>Letzte Aktualisierung %1</translation>
    </message>
    <message>
        <source>Stale: no update for a while. %1</source>
        <translation>Veraltet: seit einer Weile keine Aktualisierung. %1</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Prices of the last minutes</source>
        <translation>Preise der letzten Minuten</translation>
    </message>
</context>
<context>
    <name>bellwether::WatchlistPanel</name>
    <message>
        <source>Filter symbols</source>
        <translation>Symbole filtern</translation>
    </message>
    <message>
        <source>Watchlist</source>
        <translation>Beobachtungsliste</translation>
    </message>
    <message>
        <source>Watchlists</source>
        <translation>Beobachtungslisten</translation>
    </message>
    <message>
        <source>Make, fill and delete watchlists</source>
        <translation>Beobachtungslisten anlegen, füllen und löschen</translation>
    </message>
    <message>
        <source>No instrument here: the list is empty, or the feed has not sent a price yet.</source>
        <translation>Kein Instrument: Die Liste ist leer, oder der Datenstrom hat noch keinen Preis gesendet.</translation>
    </message>
    <message>
        <source>All symbols</source>
        <translation>Alle Symbole</translation>
    </message>
    <message>
        <source>New list…</source>
        <translation>Neue Liste…</translation>
    </message>
    <message>
        <source>New watchlist</source>
        <translation>Neue Beobachtungsliste</translation>
    </message>
    <message>
        <source>Symbols are added to it from the menu of the list that shows them.</source>
        <translation>Symbole kommen über das Menü der Liste hinzu, die sie zeigt.</translation>
    </message>
    <message>
        <source>Make the list</source>
        <translation>Liste anlegen</translation>
    </message>
    <message>
        <source>Name of the list</source>
        <translation>Name der Liste</translation>
    </message>
    <message>
        <source>“%1” cannot be the name of another list.</source>
        <translation>„%1“ kann nicht der Name einer weiteren Liste sein.</translation>
    </message>
    <message>
        <source>Add %1 to %2</source>
        <translation>%1 zu %2 hinzufügen</translation>
    </message>
    <message>
        <source>Take %1 off this list</source>
        <translation>%1 aus dieser Liste nehmen</translation>
    </message>
    <message>
        <source>Delete the list “%1”</source>
        <translation>Liste „%1“ löschen</translation>
    </message>
</context>
<context>
    <name>bellwether::WorkForm</name>
    <message>
        <source>When</source>
        <translation>Wenn</translation>
    </message>
    <message>
        <source>Position of</source>
        <translation>Position von</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Beyond the entry</source>
        <translation>Jenseits des Einstiegs</translation>
    </message>
    <message>
        <source>Bars of the range</source>
        <translation>Kerzen der Spanne</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limit</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Stop loss</source>
        <translation>Stop-Loss</translation>
    </message>
    <message>
        <source>Take profit</source>
        <translation>Gewinnmitnahme</translation>
    </message>
    <message>
        <source>Shown at a time</source>
        <translation>Gezeigt auf einmal</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Seconds between quotes</source>
        <translation>Sekunden zwischen Quotes</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>Scheiben</translation>
    </message>
    <message>
        <source>Most to hold</source>
        <translation>Höchstbestand</translation>
    </message>
    <message>
        <source>Shift when full</source>
        <translation>Verschiebung bei vollem Bestand</translation>
    </message>
    <message>
        <source>Only closes</source>
        <translation>Schließt nur</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>A price such as 1.5, a percentage such as 2%, or a multiple of the average true range such as 1.5atr</source>
        <translation>Ein Preis wie 1.5, ein Prozentsatz wie 2% oder ein Vielfaches der mittleren wahren Spanne wie 1.5atr</translation>
    </message>
    <message>
        <source>“%1” is no distance: 1.5, 2% or 1.5atr.</source>
        <translation>„%1“ ist kein Abstand: 1.5, 2% oder 1.5atr.</translation>
    </message>
    <message>
        <source>Share of the half spread by which a full inventory shifts both quotes</source>
        <translation>Anteil der halben Spanne, um den ein voller Bestand beide Quotes verschiebt</translation>
    </message>
    <message>
        <source>Nothing is held in this symbol.</source>
        <translation>In diesem Symbol wird nichts gehalten.</translation>
    </message>
    <message>
        <source>Closes what the trader&apos;s own book holds, and opens nothing</source>
        <translation>Schließt, was das eigene Buch hält, und öffnet nichts</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>the price rises to</source>
        <translation>der Preis steigt auf</translation>
    </message>
    <message>
        <source>the price falls to</source>
        <translation>der Preis fällt auf</translation>
    </message>
    <message>
        <source>an indicator is above</source>
        <translation>ein Indikator liegt über</translation>
    </message>
    <message>
        <source>an indicator is below</source>
        <translation>ein Indikator liegt unter</translation>
    </message>
    <message>
        <source>the clock is at</source>
        <translation>die Uhr steht auf</translation>
    </message>
    <message>
        <source>Price of the condition</source>
        <translation>Preis der Bedingung</translation>
    </message>
    <message>
        <source>Indicator and its numbers, such as rsi:14</source>
        <translation>Indikator und seine Zahlen, etwa rsi:14</translation>
    </message>
    <message>
        <source>Threshold of the indicator</source>
        <translation>Schwelle des Indikators</translation>
    </message>
    <message>
        <source>Bars of the indicator</source>
        <translation>Kerzen des Indikators</translation>
    </message>
    <message>
        <source>Time of the condition</source>
        <translation>Zeit der Bedingung</translation>
    </message>
    <message>
        <source>The condition needs an indicator, such as rsi:14, and a number.</source>
        <translation>Die Bedingung braucht einen Indikator, etwa rsi:14, und eine Zahl.</translation>
    </message>
    <message>
        <source>The condition needs a price.</source>
        <translation>Die Bedingung braucht einen Preis.</translation>
    </message>
    <message>
        <source>“%1” is needed.</source>
        <translation>„%1“ fehlt.</translation>
    </message>
</context>
<context>
    <name>bellwether::WorkTableModel</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Order that the engine works by orders of its own</source>
        <translation>Order, die die Engine mit eigenen Orders bearbeitet</translation>
    </message>
    <message>
        <source>Symbol</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>Instrument</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Qty</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Quantity in units</source>
        <translation>Menge in Stück</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>Ausgeführt</translation>
    </message>
    <message>
        <source>Quantity filled so far</source>
        <translation>Bisher ausgeführte Menge</translation>
    </message>
    <message>
        <source>Avg</source>
        <translation>Ø</translation>
    </message>
    <message>
        <source>Average price of the fills</source>
        <translation>Durchschnittspreis der Ausführungen</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Filled share of the whole; none for kinds without an end of their own</source>
        <translation>Ausgeführter Anteil am Ganzen; keiner bei Arten ohne eigenes Ende</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Niveau</translation>
    </message>
    <message>
        <source>Price that it watches or works at</source>
        <translation>Preis, den sie beobachtet oder zu dem sie arbeitet</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>End it: nothing more is sent, and what is at the venue is cancelled until that is proved</source>
        <translation>Beenden: Nichts mehr wird gesendet, und was am Handelsplatz ist, wird storniert, bis das bewiesen ist</translation>
    </message>
    <message>
        <source>Doing</source>
        <translation>Tut</translation>
    </message>
    <message>
        <source>What it is doing, or why it ended</source>
        <translation>Was sie tut oder warum sie endete</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>When it was started, in the exchange&apos;s zone</source>
        <translation>Wann sie begann, in der Zone der Börse</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>When its time is over</source>
        <translation>Wann ihre Zeit um ist</translation>
    </message>
    <message>
        <source>Strategy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Strategy whose book it works for</source>
        <translation>Strategie, für deren Buch sie arbeitet</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Number of the worked order</source>
        <translation>Nummer der bearbeiteten Order</translation>
    </message>
</context>
<context>
    <name>MetricNames</name>
    <message>
        <source>Total return</source>
        <translation>Gesamtrendite</translation>
    </message>
    <message>
        <source>CAGR</source>
        <translation>CAGR</translation>
    </message>
    <message>
        <source>Buy and hold</source>
        <translation>Kaufen und halten</translation>
    </message>
    <message>
        <source>Volatility</source>
        <translation>Volatilität</translation>
    </message>
    <message>
        <source>Sharpe ratio</source>
        <translation>Sharpe-Quotient</translation>
    </message>
    <message>
        <source>Probabilistic Sharpe</source>
        <translation>Wahrscheinlichkeit Sharpe &gt; 0</translation>
    </message>
    <message>
        <source>Sortino ratio</source>
        <translation>Sortino-Quotient</translation>
    </message>
    <message>
        <source>Calmar ratio</source>
        <translation>Calmar-Quotient</translation>
    </message>
    <message>
        <source>Maximum drawdown</source>
        <translation>Größter Rückgang</translation>
    </message>
    <message>
        <source>Maximum drawdown, money</source>
        <translation>Größter Rückgang, Geld</translation>
    </message>
    <message>
        <source>Longest drawdown</source>
        <translation>Längster Rückgang</translation>
    </message>
    <message>
        <source>Average drawdown</source>
        <translation>Mittlerer Rückgang</translation>
    </message>
    <message>
        <source>Time under water</source>
        <translation>Zeit unter Wasser</translation>
    </message>
    <message>
        <source>Longest under water</source>
        <translation>Längste Zeit unter Wasser</translation>
    </message>
    <message>
        <source>Ulcer index</source>
        <translation>Ulcer-Index</translation>
    </message>
    <message>
        <source>Recovery factor</source>
        <translation>Erholungsfaktor</translation>
    </message>
    <message>
        <source>Mean gross exposure</source>
        <translation>Mittleres Bruttoexposure</translation>
    </message>
    <message>
        <source>Mean net exposure</source>
        <translation>Mittleres Nettoexposure</translation>
    </message>
    <message>
        <source>Turnover a year</source>
        <translation>Umschlag im Jahr</translation>
    </message>
    <message>
        <source>Winning days</source>
        <translation>Gewinntage</translation>
    </message>
    <message>
        <source>Best day</source>
        <translation>Bester Tag</translation>
    </message>
    <message>
        <source>Worst day</source>
        <translation>Schlechtester Tag</translation>
    </message>
    <message>
        <source>VaR 95 %, 1 day</source>
        <translation>VaR 95 %, 1 Tag</translation>
    </message>
    <message>
        <source>CVaR 95 %, 1 day</source>
        <translation>CVaR 95 %, 1 Tag</translation>
    </message>
    <message>
        <source>VaR 99 %, 1 day</source>
        <translation>VaR 99 %, 1 Tag</translation>
    </message>
    <message>
        <source>CVaR 99 %, 1 day</source>
        <translation>CVaR 99 %, 1 Tag</translation>
    </message>
    <message>
        <source>VaR 95 %, parametric</source>
        <translation>VaR 95 %, parametrisch</translation>
    </message>
    <message>
        <source>VaR 99 %, parametric</source>
        <translation>VaR 99 %, parametrisch</translation>
    </message>
    <message>
        <source>CVaR 95 %, parametric</source>
        <translation>CVaR 95 %, parametrisch</translation>
    </message>
    <message>
        <source>CVaR 99 %, parametric</source>
        <translation>CVaR 99 %, parametrisch</translation>
    </message>
    <message>
        <source>VaR 95 %, Cornish-Fisher</source>
        <translation>VaR 95 %, Cornish-Fisher</translation>
    </message>
    <message>
        <source>VaR 99 %, Cornish-Fisher</source>
        <translation>VaR 99 %, Cornish-Fisher</translation>
    </message>
    <message>
        <source>Skewness</source>
        <translation>Schiefe</translation>
    </message>
    <message>
        <source>Kurtosis</source>
        <translation>Wölbung</translation>
    </message>
    <message>
        <source>Tail ratio</source>
        <translation>Tail-Quotient</translation>
    </message>
    <message>
        <source>Omega ratio</source>
        <translation>Omega-Quotient</translation>
    </message>
    <message>
        <source>Alpha</source>
        <translation>Alpha</translation>
    </message>
    <message>
        <source>Beta</source>
        <translation>Beta</translation>
    </message>
    <message>
        <source>R²</source>
        <translation>R²</translation>
    </message>
    <message>
        <source>Information ratio</source>
        <translation>Information Ratio</translation>
    </message>
    <message>
        <source>Tracking error</source>
        <translation>Tracking Error</translation>
    </message>
    <message>
        <source>Daily returns</source>
        <translation>Tagesrenditen</translation>
    </message>
    <message>
        <source>Closed trades</source>
        <translation>Geschlossene Trades</translation>
    </message>
    <message>
        <source>Net profit</source>
        <translation>Nettogewinn</translation>
    </message>
    <message>
        <source>Gross profit</source>
        <translation>Bruttogewinn</translation>
    </message>
    <message>
        <source>Gross loss</source>
        <translation>Bruttoverlust</translation>
    </message>
    <message>
        <source>Fees</source>
        <translation>Gebühren</translation>
    </message>
    <message>
        <source>Exposure</source>
        <translation>Zeit im Markt</translation>
    </message>
    <message>
        <source>Win rate</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Wins</source>
        <translation>Gewinner</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>Verlierer</translation>
    </message>
    <message>
        <source>Flats</source>
        <translation>Ohne Ergebnis</translation>
    </message>
    <message>
        <source>Profit factor</source>
        <translation>Profitfaktor</translation>
    </message>
    <message>
        <source>Expectancy</source>
        <translation>Erwartungswert</translation>
    </message>
    <message>
        <source>Expectancy, % of equity</source>
        <translation>Erwartungswert, % vom Kapital</translation>
    </message>
    <message>
        <source>Expectancy, R</source>
        <translation>Erwartungswert, R</translation>
    </message>
    <message>
        <source>Average trade</source>
        <translation>Mittlerer Trade</translation>
    </message>
    <message>
        <source>Average win</source>
        <translation>Mittlerer Gewinn</translation>
    </message>
    <message>
        <source>Average loss</source>
        <translation>Mittlerer Verlust</translation>
    </message>
    <message>
        <source>Payoff ratio</source>
        <translation>Auszahlungsverhältnis</translation>
    </message>
    <message>
        <source>Best trade</source>
        <translation>Bester Trade</translation>
    </message>
    <message>
        <source>Worst trade</source>
        <translation>Schlechtester Trade</translation>
    </message>
    <message>
        <source>Best trade, %</source>
        <translation>Bester Trade, %</translation>
    </message>
    <message>
        <source>Worst trade, %</source>
        <translation>Schlechtester Trade, %</translation>
    </message>
    <message>
        <source>SQN</source>
        <translation>SQN</translation>
    </message>
    <message>
        <source>p-value of the mean</source>
        <translation>p-Wert des Mittels</translation>
    </message>
    <message>
        <source>Kelly</source>
        <translation>Kelly</translation>
    </message>
    <message>
        <source>Average MAE</source>
        <translation>Mittlere MAE</translation>
    </message>
    <message>
        <source>Worst MAE</source>
        <translation>Schlechteste MAE</translation>
    </message>
    <message>
        <source>Average MFE</source>
        <translation>Mittlere MFE</translation>
    </message>
    <message>
        <source>Best MFE</source>
        <translation>Beste MFE</translation>
    </message>
    <message>
        <source>Average give-back</source>
        <translation>Mittlere Rückgabe</translation>
    </message>
    <message>
        <source>Average MAE, %</source>
        <translation>Mittlere MAE, %</translation>
    </message>
    <message>
        <source>Average MFE, %</source>
        <translation>Mittlere MFE, %</translation>
    </message>
    <message>
        <source>Average give-back, %</source>
        <translation>Mittlere Rückgabe, %</translation>
    </message>
    <message>
        <source>Average MAE, R</source>
        <translation>Mittlere MAE, R</translation>
    </message>
    <message>
        <source>Average MFE, R</source>
        <translation>Mittlere MFE, R</translation>
    </message>
    <message>
        <source>Average give-back, R</source>
        <translation>Mittlere Rückgabe, R</translation>
    </message>
    <message>
        <source>Shortest holding</source>
        <translation>Kürzeste Haltedauer</translation>
    </message>
    <message>
        <source>Mean holding</source>
        <translation>Mittlere Haltedauer</translation>
    </message>
    <message>
        <source>Median holding</source>
        <translation>Median der Haltedauer</translation>
    </message>
    <message>
        <source>Longest holding</source>
        <translation>Längste Haltedauer</translation>
    </message>
    <message>
        <source>Shortest holding, winners</source>
        <translation>Kürzeste Haltedauer, Gewinner</translation>
    </message>
    <message>
        <source>Mean holding, winners</source>
        <translation>Mittlere Haltedauer, Gewinner</translation>
    </message>
    <message>
        <source>Median holding, winners</source>
        <translation>Median der Haltedauer, Gewinner</translation>
    </message>
    <message>
        <source>Longest holding, winners</source>
        <translation>Längste Haltedauer, Gewinner</translation>
    </message>
    <message>
        <source>Shortest holding, losers</source>
        <translation>Kürzeste Haltedauer, Verlierer</translation>
    </message>
    <message>
        <source>Mean holding, losers</source>
        <translation>Mittlere Haltedauer, Verlierer</translation>
    </message>
    <message>
        <source>Median holding, losers</source>
        <translation>Median der Haltedauer, Verlierer</translation>
    </message>
    <message>
        <source>Longest holding, losers</source>
        <translation>Längste Haltedauer, Verlierer</translation>
    </message>
    <message>
        <source>Longest winning streak</source>
        <translation>Längste Gewinnserie</translation>
    </message>
    <message>
        <source>Longest losing streak</source>
        <translation>Längste Verlustserie</translation>
    </message>
</context>
<context>
    <name>LabWords</name>
    <message>
        <source>signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>moved stop</source>
        <translation>bewegter Stopp</translation>
    </message>
    <message>
        <source>target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>time stop</source>
        <translation>Zeitstopp</translation>
    </message>
    <message>
        <source>square-off</source>
        <translation>Glattstellung</translation>
    </message>
    <message>
        <source>end of data</source>
        <translation>Ende der Daten</translation>
    </message>
    <message>
        <source>out of money</source>
        <translation>Geld aufgebraucht</translation>
    </message>
    <message>
        <source>other</source>
        <translation>anderes</translation>
    </message>
    <message>
        <source>commission</source>
        <translation>Provision</translation>
    </message>
    <message>
        <source>brokerage</source>
        <translation>Maklergebühr</translation>
    </message>
    <message>
        <source>exchange fee</source>
        <translation>Börsengebühr</translation>
    </message>
    <message>
        <source>investor protection</source>
        <translation>Anlegerschutz</translation>
    </message>
    <message>
        <source>regulator fee</source>
        <translation>Aufsichtsgebühr</translation>
    </message>
    <message>
        <source>transaction tax</source>
        <translation>Transaktionssteuer</translation>
    </message>
    <message>
        <source>stamp duty</source>
        <translation>Stempelsteuer</translation>
    </message>
    <message>
        <source>service tax</source>
        <translation>Dienstleistungssteuer</translation>
    </message>
    <message>
        <source>borrow</source>
        <translation>Leihe</translation>
    </message>
    <message>
        <source>spread</source>
        <translation>Spread</translation>
    </message>
    <message>
        <source>slippage</source>
        <translation>Slippage</translation>
    </message>
    <message>
        <source>already in position</source>
        <translation>schon in Position</translation>
    </message>
    <message>
        <source>below the confidence cut-off</source>
        <translation>unter der Mindestsicherheit</translation>
    </message>
    <message>
        <source>short not possible</source>
        <translation>Leerverkauf nicht möglich</translation>
    </message>
    <message>
        <source>short sale not allowed</source>
        <translation>Leerverkauf nicht erlaubt</translation>
    </message>
    <message>
        <source>no bar left to fill it</source>
        <translation>kein Balken mehr zur Ausführung</translation>
    </message>
    <message>
        <source>not enough money</source>
        <translation>nicht genug Geld</translation>
    </message>
    <message>
        <source>price or confidence is no number</source>
        <translation>Kurs oder Sicherheit ist keine Zahl</translation>
    </message>
    <message>
        <source>rejected by the venue</source>
        <translation>vom Handelsplatz abgelehnt</translation>
    </message>
    <message>
        <source>session closed</source>
        <translation>Sitzung geschlossen</translation>
    </message>
    <message>
        <source>limit of the day&apos;s loss</source>
        <translation>Grenze des Tagesverlusts</translation>
    </message>
    <message>
        <source>pause after losses in a row</source>
        <translation>Pause nach Verlustserie</translation>
    </message>
    <message>
        <source>limit of the exposure</source>
        <translation>Grenze des Exposures</translation>
    </message>
    <message>
        <source>limit of the sector&apos;s exposure</source>
        <translation>Grenze des Branchenexposures</translation>
    </message>
    <message>
        <source>correlated with what is held</source>
        <translation>korreliert mit Gehaltenem</translation>
    </message>
    <message>
        <source>limit of the leverage</source>
        <translation>Grenze des Hebels</translation>
    </message>
    <message>
        <source>not enough cash</source>
        <translation>nicht genug Bargeld</translation>
    </message>
    <message>
        <source>limit of open positions</source>
        <translation>Grenze offener Positionen</translation>
    </message>
    <message>
        <source>limit of positions in the symbol</source>
        <translation>Grenze der Positionen im Symbol</translation>
    </message>
    <message>
        <source>limit of the risk of a trade</source>
        <translation>Grenze des Risikos je Trade</translation>
    </message>
    <message>
        <source>too little traded, or not known yet</source>
        <translation>zu wenig gehandelt oder noch unbekannt</translation>
    </message>
    <message>
        <source>price below the least</source>
        <translation>Kurs unter dem Mindestkurs</translation>
    </message>
    <message>
        <source>limit of the value of an order</source>
        <translation>Grenze des Orderwerts</translation>
    </message>
    <message>
        <source>limit of the quantity of an order</source>
        <translation>Grenze der Ordermenge</translation>
    </message>
    <message>
        <source>less than the least order</source>
        <translation>weniger als die kleinste Order</translation>
    </message>
    <message>
        <source>price too far from the last</source>
        <translation>Kurs zu weit vom letzten</translation>
    </message>
    <message>
        <source>last price too old</source>
        <translation>letzter Kurs zu alt</translation>
    </message>
    <message>
        <source>symbol not on the list</source>
        <translation>Symbol nicht auf der Liste</translation>
    </message>
    <message>
        <source>detail</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>early end</source>
        <translation>frühes Ende</translation>
    </message>
    <message>
        <source>few trades</source>
        <translation>wenige Trades</translation>
    </message>
    <message>
        <source>gaps</source>
        <translation>Lücken</translation>
    </message>
    <message>
        <source>index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>late start</source>
        <translation>später Beginn</translation>
    </message>
    <message>
        <source>look-ahead</source>
        <translation>Vorausschau</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>keine Daten</translation>
    </message>
    <message>
        <source>no trade</source>
        <translation>kein Trade</translation>
    </message>
    <message>
        <source>no volume</source>
        <translation>kein Volumen</translation>
    </message>
    <message>
        <source>not significant</source>
        <translation>nicht signifikant</translation>
    </message>
    <message>
        <source>one trade</source>
        <translation>ein Trade</translation>
    </message>
    <message>
        <source>open position</source>
        <translation>offene Position</translation>
    </message>
    <message>
        <source>short period</source>
        <translation>kurzer Zeitraum</translation>
    </message>
    <message>
        <source>survivorship</source>
        <translation>Überlebende</translation>
    </message>
    <message>
        <source>synthetic</source>
        <translation>künstlich</translation>
    </message>
    <message>
        <source>warm-up</source>
        <translation>Vorlauf</translation>
    </message>
    <message>
        <source>zero cost</source>
        <translation>ohne Kosten</translation>
    </message>
</context>
<context>
    <name>MonthNames</name>
    <message>
        <source>Jan</source>
        <translation>Jan</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>Feb</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>Mär</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>Apr</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Mai</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>Jun</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>Jul</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>Aug</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>Sep</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>Okt</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>Nov</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>Dez</translation>
    </message>
</context>
</TS>
