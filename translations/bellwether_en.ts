<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>bellwether::AccountCard</name>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n more</numerusform>
                <numerusform>%n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>bellwether::AllocationChart</name>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n more</numerusform>
                <numerusform>%n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>bellwether::ApproveAllDialog</name>
        <message numerus="yes">
            <source>%n signal(s) shown.</source>
            <translation>
                <numerusform>%n signal shown.</numerusform>
                <numerusform>%n signals shown.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n order(s) would go out</source>
            <translation>
                <numerusform>%n order would go out</numerusform>
                <numerusform>%n orders would go out</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in %n symbol(s), risking %1 together.</source>
            <translation>
                <numerusform>in %n symbol, risking %1 together.</numerusform>
                <numerusform>in %n symbols, risking %1 together.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The risk gate would refuse %n:</source>
            <translation>
                <numerusform>The risk gate would refuse %n:</numerusform>
                <numerusform>The risk gate would refuse %n:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Approve %n</source>
            <translation>
                <numerusform>Approve %n</numerusform>
                <numerusform>Approve %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>bellwether::Attention</name>
        <message numerus="yes">
            <source>Bellwether: %n signal(s) wait</source>
            <translation>
                <numerusform>Bellwether: %n signal waits</numerusform>
                <numerusform>Bellwether: %n signals wait</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>bellwether::ExposureTableModel</name>
        <message numerus="yes">
            <source>%n position(s) without a full stop</source>
            <translation>
                <numerusform>%n position without a full stop</numerusform>
                <numerusform>%n positions without a full stop</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>bellwether::Headline</name>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <translation>
                <numerusform>%1 and %n more</numerusform>
                <numerusform>%1 and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>bellwether::MainWindow</name>
        <message numerus="yes">
            <source>%n position(s) open:</source>
            <translation>
                <numerusform>%n position open:</numerusform>
                <numerusform>%n positions open:</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Nothing watches over the %n position(s) without a stop while the program is closed.</source>
            <translation>
                <numerusform>Nothing watches over the %n position without a stop while the program is closed.</numerusform>
                <numerusform>Nothing watches over the %n positions without a stop while the program is closed.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>bellwether::PresetPage</name>
        <message numerus="yes">
            <source>%n more: point here</source>
            <translation>
                <numerusform>%n more: point here</numerusform>
                <numerusform>%n more: point here</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n run(s) without a trade: %1</source>
            <translation>
                <numerusform>%n run without a trade: %1</numerusform>
                <numerusform>%n runs without a trade: %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>bellwether::RunsPage</name>
        <message numerus="yes">
            <source>%n kept run(s)</source>
            <translation>
                <numerusform>%n kept run</numerusform>
                <numerusform>%n kept runs</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n kept run(s) with their reports are removed from the store.</source>
            <translation>
                <numerusform>%n kept run with their reports are removed from the store.</numerusform>
                <numerusform>%n kept runs with their reports are removed from the store.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n run(s) side by side</source>
            <translation>
                <numerusform>%n run side by side</numerusform>
                <numerusform>%n runs side by side</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>bellwether::DataSection</name>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <translation>
                <numerusform>%1 and %n more</numerusform>
                <numerusform>%1 and %n more</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Bars of the file %1 and %n more</source>
            <translation>
                <numerusform>Bars of the file %1 and %n more</numerusform>
                <numerusform>Bars of the file %1 and %n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>bellwether::SignalQueuePanel</name>
        <message numerus="yes">
            <source>Last %n signal(s): </source>
            <translation>
                <numerusform>Last %n signal: </numerusform>
                <numerusform>Last %n signals: </numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>bellwether::BacktestPanel</name>
        <message numerus="yes">
            <source>%n run(s) in %1 s</source>
            <translation>
                <numerusform>%n run in %1 s</numerusform>
                <numerusform>%n runs in %1 s</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>bellwether::SymbolPicker</name>
        <message numerus="yes">
            <source>%n symbols</source>
            <translation>
                <numerusform>%n symbol</numerusform>
                <numerusform>%n symbols</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>bellwether::ReconcileRibbon</name>
        <message numerus="yes">
            <source>%n fill(s) found that no report had told</source>
            <translation>
                <numerusform>%n fill found that no report had told</numerusform>
                <numerusform>%n fills found that no report had told</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n order(s) taken up that came from elsewhere</source>
            <translation>
                <numerusform>%n order taken up that came from elsewhere</numerusform>
                <numerusform>%n orders taken up that came from elsewhere</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>bellwether::StrategyCard</name>
        <message numerus="yes">
            <source>%n run(s) were due while the one before was still going.</source>
            <translation>
                <numerusform>%n run was due while the one before was still going.</numerusform>
                <numerusform>%n runs were due while the one before was still going.</numerusform>
            </translation>
        </message>
    </context>
</TS>
